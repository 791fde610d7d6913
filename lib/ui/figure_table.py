"""The table beside a chart: a real HTML table over the same rows, each row a figure that can be picked."""

import pandas as pd
import streamlit as st

from lib.text.dates import known_period
from lib.ui import state
from lib.ui.component import component
from lib.ui.quote_cards import shown
from lib.ui.rows import each
from lib.ui.words import in_language, label_of, t

_COMPONENT = component("figures", '<div class="wrapper" role="region" tabindex="0"></div>')
_COLUMNS = ("indicator", "region", "period", "normalised", "status", "printed", "source")


def figure_table(rows: pd.DataFrame, key: str, caption: str, height: int = 420) -> None:
    """Show the rows in their order; picking one chooses it everywhere.

    Needs: rows as `lib.queries.observations.observations`, a key of its own, a height in pixels.
    """
    columns = [{"label": t(f"column.{name}"), "number": name == "normalised"} for name in _COLUMNS]
    chosen = state.selection().claim
    body = [{"id": row.observation_id, "cells": _cells(row), "selected": row.observation_id == chosen} for row in each(rows)]
    plain_table(columns, body, key, caption, height)


def plain_table(columns: list[dict[str, object]], rows: list[dict[str, object]], key: str, caption: str, height: int = 0) -> None:
    """Show any rows of text; rows with an id can be picked, height 0 shows them all."""

    def picked() -> None:
        state.pick(st.session_state[key].picked)

    data = {"columns": columns, "rows": rows, "caption": caption, "height": height, "words": {"pick": t("table.pick")}}
    _COMPONENT(key=key, data=data, on_picked_change=picked)


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
