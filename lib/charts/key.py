"""The key to shapes, signs and colours: the whole of it for a page, or what one drawing needs for a picture of it."""

import json
import re
from collections.abc import Collection
from typing import Any

import pandas as pd

from lib.charts.colours import AREAS, CONTEXT, Mode, area_colours
from lib.charts.drawing import Drawing
from lib.charts.marks import ARROW_TEST, BOUND_ARROWS, STATUS_FILL_OPACITIES, STATUS_SHAPES
from lib.domain.vocabulary import Qualifier, Status
from lib.text.catalogue import Language, label, say
from lib.text.numbers import DOUBT

Group = dict[str, Any]

_SIGNS = {"over": "→", "under": "←", "about": "≈", "doubt": DOUBT}
_ABOVE = (Qualifier.OVER, Qualifier.AT_LEAST)
_SHOWS_LABELS = re.compile(r'datum\.label\b|"label(?::N)?"')


def whole_key(language: Language, mode: Mode, *, context: bool = False) -> list[Group]:
    """Return every shape, sign and colour with its words, in its groups; the grey of official figures only where there may be some.

    *Returns* groups of `label` and `entries`; an entry has its `words` and either a `shape` (a status, with the `symbol` that draws it and
    how `solid` it is), a `sign` or a `colour` with its `area`.
    """
    return _key(language, mode, set(Status), set(_SIGNS), set(AREAS) if context else set(AREAS) - {CONTEXT})


def key_of(drawings: Collection[Drawing], language: Language, mode: Mode) -> list[Group]:
    """Return the part of the key that some drawings need: the shapes, signs and colours that stand in them."""
    statuses, signs, areas = (
        {found for drawing in drawings for found in drawn(drawing)} for drawn in (_statuses_drawn, _signs_drawn, _areas_drawn)
    )
    return [group for group in _key(language, mode, statuses, signs, areas) if group["entries"]]


def _key(language: Language, mode: Mode, statuses: Collection[str], signs: Collection[str], areas: Collection[str]) -> list[Group]:
    shapes = [
        {"shape": str(status), "symbol": STATUS_SHAPES[status], "solid": STATUS_FILL_OPACITIES[status], "words": label(language, status)}
        for status in Status
        if status in statuses
    ]
    marks = [{"sign": sign, "words": say(language, f"legend.{name}")} for name, sign in _SIGNS.items() if name in signs]
    colours = [
        {"colour": colour, "area": area, "words": say(language, f"legend.{area}")}
        for area, colour in zip(AREAS, area_colours(mode), strict=True)
        if area in areas
    ]
    told = (("legend.status", shapes), ("legend.bounds", marks), ("legend.colour", colours))
    return [{"label": say(language, words), "entries": entries} for words, entries in told]


def _statuses_drawn(drawing: Drawing) -> set[str]:
    return set(_marks(drawing).get("status", ())) & set(Status)


def _areas_drawn(drawing: Drawing) -> set[str]:
    return set(_marks(drawing).get("area", ())) & set(AREAS)


def _signs_drawn(drawing: Drawing) -> set[str]:
    marks, spec = _marks(drawing), json.dumps(drawing.spec)
    signs = set()
    if ARROW_TEST in spec:
        bounds = set(marks["qualifier"]) & set(BOUND_ARROWS)
        signs |= {"over" if bound in _ABOVE else "under" for bound in bounds}
    if _SHOWS_LABELS.search(spec) and "label" in marks:
        words = "".join(map(str, marks["label"]))
        signs |= {name for name in ("about", "doubt") if _SIGNS[name] in words}
    return signs


def _marks(drawing: Drawing) -> pd.DataFrame:
    rows = drawing.rows
    # A map has a row for each outline, and a circle where there is something to count.
    for column in ("observation_id", "size"):
        if column in rows:
            return rows[~rows[column].isin(("", 0)) & rows[column].notna()]
    return rows
