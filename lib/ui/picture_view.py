"""Turns the drawings of a page into a picture that stands alone."""

from lib.charts.key import key_of
from lib.export.pictures import WIDTH, Picture, Plate
from lib.ui.saving import Saving


def picture_of(saving: Saving) -> Picture:
    """Put the charts of a block together with their key, how they are read, and what must be known with them."""
    headed, about = saving.drawings() if saving.drawings else (), saving.about()
    drawings = [drawing for _, drawing in headed]
    plates = [Plate(drawing.standalone(WIDTH, "#FFFFFF"), drawing.alt, heading) for heading, drawing in headed]
    readings = dict.fromkeys(drawing.captions["reading"] for drawing in drawings if drawing.captions.get("reading"))
    return Picture(plates, about, key_of(drawings, about.language, "light"), (*readings, *saving.notes), saving.columns)
