"""A story as one folder in a zip, that opens from a disk in any browser, without a network and without this app."""

import re

from lib.export.archive import zipped
from lib.export.bundle_page import page
from lib.export.slides import Deck

_FOLDER = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,98}[a-z0-9])?")
_FIGURES = "data/figures.csv"


def bundle(deck: Deck, figures: bytes, folder: str) -> bytes:
    """Return the zip; the same story of the same day gives the same bytes.

    Needs: the figures of the story as CSV, and a name for the folder.
    Raises: ValueError for a name that could lead out of where the zip is unpacked.
    """
    if not _FOLDER.fullmatch(folder) or ".." in folder:
        raise ValueError(f"`{folder}` is no name of a folder: small letters, digits, dots and hyphens are.")
    return zipped({f"{folder}/index.html": page(deck, _FIGURES), f"{folder}/{_FIGURES}": figures}, deck.about.made)
