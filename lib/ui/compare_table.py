"""The table of the Compare page: indicators down, places across, each figure a button that chooses it, no cell ever empty."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from lib.charts.colours import AREAS, area_colours, area_of
from lib.charts.evidence import period_of
from lib.domain.comparability import Axis, strictest
from lib.domain.vocabulary import Layer
from lib.queries.codes import regions
from lib.queries.comparison import Aligned, Comparison, figures
from lib.queries.store import Store
from lib.text.comparability import aspect_names
from lib.ui import state
from lib.ui.appearance import mode
from lib.ui.cache import answer
from lib.ui.component import component
from lib.ui.quote_cards import shown_with_doubt
from lib.ui.rows import each
from lib.ui.words import label_of, t

_COMPONENT = component("comparison", '<div class="comparison"></div>')
_MOST_IN_CELL = 3

Groups = Sequence[tuple[str, Sequence[Aligned]]]


def side_by_side(store: Store, compared: Comparison, groups: Groups, key: str, caption: str) -> None:
    """Show aligned indicators in groups named by their word keys, or in one without a name; a key of its own on the page."""
    rows = by_id(compared.rows)
    listed = [_group(name, found, rows) for name, found in groups if found]
    data = {"caption": caption, "first": t("compare.indicator"), "columns": _columns(store, compared.regions), "groups": listed}
    _COMPONENT(key=key, data=data, on_picked_change=state.picked(key))


def figures_of(store: Store, ids: Sequence[str]) -> pd.DataFrame:
    """Return the rows of these figures, of whatever layer, in the order of their ids given."""
    return answer(store, figures, tuple(ids))


def by_id(rows: pd.DataFrame) -> dict[str, Any]:
    """Return the rows by the id of their figure."""
    return {row.observation_id: row for row in each(rows)}


def names_of(store: Store) -> Mapping[str, str]:
    """Name every region in the reader's language."""
    listed = answer(store, regions)
    return dict(zip(listed["region_id"], listed[f"name_{state.selection().language}"], strict=True))


def _columns(store: Store, places: Sequence[str]) -> list[dict[str, str]]:
    names, colours = names_of(store), dict(zip(AREAS, area_colours(mode()), strict=True))
    return [{"name": names[place], "colour": colours[area_of(store.regions, place, Layer.ARTICLE)]} for place in places]


def _group(name: str, found: Sequence[Aligned], rows: Mapping[str, Any]) -> dict[str, Any]:
    title, said = (t(f"compare_group.{name}"), t(f"compare_group.{name}_said")) if name else ("", "")
    return {"title": title, "said": said, "rows": [_row(one, rows) for one in found]}


def _row(one: Aligned, rows: Mapping[str, Any]) -> dict[str, Any]:
    first = rows[next(cell[0] for cell in one.cells if cell)]
    return {"name": label_of(first, "indicator"), "note": _note(one), "cells": [_cell(cell, one, rows) for cell in one.cells]}


def _note(one: Aligned) -> str:
    if not one.verdicts:
        return ""
    aspects = aspect_names(one.verdicts, state.selection().language)
    axis = strictest(one.verdicts)
    return t(f"compare_row.{axis}", aspects=aspects) if axis is not Axis.SHARED else t("compare_row.shared")


def _cell(cell: Sequence[str], one: Aligned, rows: Mapping[str, Any]) -> dict[str, Any]:
    """Show what is drawn first, then the articles, then the latest of the official figures; more than a few are folded away."""
    ordered = sorted((rows[name] for name in cell), key=lambda row: (row.observation_id not in one.drawn, *_late_first(row)))
    shown, rest = ordered[:_MOST_IN_CELL], ordered[_MOST_IN_CELL:]
    words = {"none": t("compare.not_reported"), "more": t("compare.more", count=len(rest))}
    return words | {"figures": [_figure(row) for row in shown], "rest": [_figure(row) for row in rest]}


def _late_first(row: Any) -> tuple[bool, int]:
    return row.layer == Layer.OFFICIAL, -int(row.year_end)


def _figure(row: Any) -> dict[str, Any]:
    language, is_official = state.selection().language, row.layer == Layer.OFFICIAL
    when = period_of(row._asdict(), language)
    return {
        "id": row.observation_id,
        "shown": shown_with_doubt(row, language),
        "when": t("compare.when_official" if is_official else "compare.when", period=when, status=t(f"status.{row.status}")),
        "status": row.status,
        "official": is_official,
        "selected": row.observation_id == state.selection().claim,
    }
