"""The table beside a chart: a real HTML table over the same rows, each row a figure that can be picked."""

from collections.abc import Iterable, Sequence

import pandas as pd

from lib.domain.vocabulary import Theme
from lib.text.dates import known_period
from lib.ui import state
from lib.ui.component import component
from lib.ui.quote_cards import shown
from lib.ui.rows import each
from lib.ui.words import in_language, label_of, t

_COMPONENT = component("figures", '<div class="wrapper" role="region" tabindex="0"></div>')
_COLUMNS = ("indicator", "region", "period", "normalised", "status", "printed", "source")
_NUMBERS = {"column.normalised", "column.sentence", "column.times", *(f"theme.{theme}" for theme in Theme)}


def figure_table(rows: pd.DataFrame, key: str, caption: str, height: int = 420) -> None:
    """Show the rows in their order; picking one chooses it everywhere.

    Needs: rows as `lib.queries.observations.observations`, a key of its own, a height in pixels.
    """
    chosen = state.selection().claim
    body = [{"id": row.observation_id, "cells": _cells(row), "selected": row.observation_id == chosen} for row in each(rows)]
    _draw([f"column.{name}" for name in _COLUMNS], body, key, caption, height)


def text_table(columns: Sequence[str], rows: Iterable[Sequence[str]], key: str, caption: str, height: int = 0) -> None:
    """Show rows of text under columns named by their word keys; height 0 shows them all."""
    _draw(columns, [{"id": "", "cells": list(cells), "selected": False} for cells in rows], key, caption, height)


def _draw(columns: Sequence[str], rows: list[dict[str, object]], key: str, caption: str, height: int) -> None:
    heads = [{"label": t(name), "number": name in _NUMBERS} for name in columns]
    data = {"columns": heads, "rows": rows, "caption": caption, "height": height, "words": {"pick": t("table.pick")}}
    _COMPONENT(key=key, data=data, on_picked_change=state.picked(key))


def _cells(row) -> list[str]:  # type: ignore[no-untyped-def]  # a namedtuple made by pandas
    language = state.selection().language
    return [
        label_of(row, "indicator"),
        label_of(row, "region"),
        known_period(row.year_start, row.year_end, row.period_basis, language),
        shown(row),
        t(f"status.{row.status}"),
        " ".join(part for part in (row.bound_printed, row.printed) if part),
        in_language(row, "publisher"),
    ]
