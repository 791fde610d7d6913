"""The key to shapes, signs and colours, shown once above the charts of a page."""

from typing import Any

from lib.charts.colours import AREAS, CONTEXT, area_colours
from lib.domain.vocabulary import Status
from lib.text.numbers import DOUBT
from lib.ui.appearance import mode
from lib.ui.component import component
from lib.ui.words import t

_COMPONENT = component("legend", '<div class="legend"></div>', "key")
_SIGNS = {"over": "→", "under": "←", "about": "≈", "doubt": DOUBT}


def legend() -> None:
    """Show what each shape, sign and colour means."""
    _COMPONENT(key="legend", data={"groups": groups()})


def groups() -> list[dict[str, Any]]:
    """Return the key in its groups, ready to be drawn."""
    shapes = [{"shape": status.value, "words": t(f"status.{status}")} for status in Status]
    signs = [{"sign": sign, "words": t(f"legend.{name}")} for name, sign in _SIGNS.items()]
    colours = [
        {"colour": colour, "words": t(f"legend.{area}")}
        for area, colour in zip(AREAS, area_colours(mode()), strict=True)
        if area != CONTEXT
    ]
    told = ((t("legend.status"), shapes), (t("legend.bounds"), signs), (t("legend.colour"), colours))
    return [{"label": label, "entries": entries} for label, entries in told]
