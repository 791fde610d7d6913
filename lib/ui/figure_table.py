"""The table beside a chart: a real HTML table over the same rows, each row a figure that can be picked."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any

import pandas as pd

from lib.domain.vocabulary import Theme
from lib.text.catalogue import Language, say
from lib.text.dates import known_period
from lib.ui import state
from lib.ui.component import component
from lib.ui.quote_cards import shown_with_doubt
from lib.ui.rows import each, label_in, text_in
from lib.ui.words import t

_COMPONENT = component("figures", '<div class="wrapper" role="region" tabindex="0"></div>', "table_rows")
FIGURE_COLUMNS = tuple(f"column.{name}" for name in ("indicator", "normalised", "region", "period", "status", "printed", "source"))
_NUMBERS = {"column.normalised", "column.sentence", "column.times", *(f"theme.{theme}" for theme in Theme)}


def figure_table(rows: pd.DataFrame, key: str, caption: str, height: int = 420) -> None:
    """Show the rows in their order; picking one chooses it everywhere.

    Needs: rows as `lib.queries.observations.observations`, a key of its own, a height in pixels.
    """
    chosen, language = state.selection().claim, state.selection().language
    body = [{"id": row.observation_id, "cells": cells_of(row, language), "selected": row.observation_id == chosen} for row in each(rows)]
    _draw(FIGURE_COLUMNS, body, key, caption, height)


def text_table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], key: str, caption: str, height: int = 0, ids: Sequence[str] = ()
) -> None:
    """Show rows of text under columns named by their word keys; height 0 shows them all, and with the ids of figures they can be picked."""
    chosen = state.selection().claim
    told = zip_longest(ids, rows, fillvalue="")
    body: list[dict[str, object]] = [{"id": name, "cells": list(cells), "selected": bool(name) and name == chosen} for name, cells in told]
    _draw(columns, body, key, caption, height)


def _draw(columns: Sequence[str], rows: list[dict[str, object]], key: str, caption: str, height: int) -> None:
    heads = heads_of(columns, state.selection().language)
    data = {"columns": heads, "rows": rows, "caption": caption, "height": height, "words": {"pick": t("table.pick")}}
    _COMPONENT(key=key, data=data, on_picked_change=state.picked(key))


def heads_of(columns: Iterable[str], language: Language) -> list[dict[str, object]]:
    """Return the heads of columns named by their word keys."""
    return [{"label": say(language, name), "number": name in _NUMBERS} for name in columns]


def cells_of(row: Any, language: Language) -> list[str]:
    """Return the words of a figure's row, under `FIGURE_COLUMNS`."""
    return [
        label_in(language, row, "indicator"),
        shown_with_doubt(row, language),
        label_in(language, row, "region"),
        known_period(row.year_start, row.year_end, row.period_basis, language),
        say(language, f"status.{row.status}"),
        " ".join(part for part in (row.bound_printed, row.printed) if part),
        text_in(language, row, "publisher"),
    ]
