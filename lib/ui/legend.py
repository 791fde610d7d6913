"""The key to shapes, signs and colours, shown once above the charts of a page."""

from lib.charts.colours import AREAS, CONTEXT, area_colours
from lib.domain.vocabulary import Status
from lib.ui.appearance import mode
from lib.ui.component import component
from lib.ui.words import t

_COMPONENT = component("legend", '<div class="legend"></div>')
_SIGNS = {"over": "→", "under": "←", "about": "≈"}


def legend() -> None:
    """Show what each shape, sign and colour means."""
    shapes = [{"shape": status.value, "words": t(f"status.{status}")} for status in Status]
    signs = [{"sign": sign, "words": t(f"legend.{name}")} for name, sign in _SIGNS.items()]
    colours = [
        {"colour": colour, "words": t(f"legend.{area}")}
        for area, colour in zip(AREAS, area_colours(mode()), strict=True)
        if area != CONTEXT
    ]
    groups = [(t("legend.status"), shapes), (t("legend.bounds"), signs), (t("legend.colour"), colours)]
    _COMPONENT(key="legend", data={"groups": [{"label": label, "entries": entries} for label, entries in groups]})
