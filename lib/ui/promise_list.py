"""The promise list: what was promised, where and until when, how far it was, and whether the articles report its delivery."""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

import streamlit as st

from lib.domain.promise_states import PromiseState
from lib.domain.promises import is_dated
from lib.domain.vocabulary import Layer
from lib.queries.observations import figures_named
from lib.queries.selection import Selection
from lib.queries.tracker import tracker
from lib.text.dates import date, known_period
from lib.ui import state
from lib.ui.appearance import colour_of
from lib.ui.cache import answer
from lib.ui.component import component
from lib.ui.number_cards import amount
from lib.ui.quote_cards import Colour
from lib.ui.rows import each
from lib.ui.shown import Shown
from lib.ui.targets import evidence_layers
from lib.ui.words import in_language, label_of, t

Line = dict[str, Any]
Cells = Callable[[Any], list[dict[str, Any]]]

_COMPONENT = component("promises", '<div class="promises"></div>', "going")
_SETTLED = (PromiseState.REACHED, PromiseState.SHORT)
_COLUMNS = ("promise.promise", "promise.due", "promise.status", "promise.delivery")


def promise_list(shown: Shown) -> None:
    """Show the promises by place, document and speaker, with what the articles report of each; each figure in it can be picked."""
    reports, settled = _reports(shown), _settled_by_a_page(shown)

    def cells(row: Any) -> list[dict[str, Any]]:
        due, status = line(due_of(row)), line(t(f"status.{row.status}"), status=row.status)
        return [cell("due", due), cell("status", status), cell("delivery", *_delivery(row, reports, settled))]

    promise_table(shown, _COLUMNS, t("promise.caption", count=len(shown.rows)), cells)
    st.page_link("pages/targets.py", label=t("promise.tracker"), icon=":material/flag:")


def promise_table(shown: Shown, columns: Sequence[str], caption: str, cells: Cells) -> None:
    """Show promises as a table, by place, document and speaker.

    Needs: the word keys of the columns, the first of them of the promise itself, and the cells of the others for a row.
    """
    colour = colour_of(shown.store)
    groups = [_group(rows, colour, cells, shown) for rows in _by_document(shown)]
    data = {"columns": [t(name) for name in columns], "caption": caption, "groups": groups, "why": t("promise.why")}
    _COMPONENT(key=shown.key, data=data, on_picked_change=state.picked(shown.key))


def cell(look: str, *lines: Line) -> dict[str, Any]:
    """Return one cell of a promise: its look and its lines."""
    return {"look": look, "lines": list(lines)}


def line(text: str, *, label: str = "", figure: str = "", status: str = "", look: str = "", page: str = "", folds: bool = False) -> Line:
    """Return one line of a cell.

    With a figure's id it can be picked, with a status it begins with its mark, with a page it leads there; what folds is shown on demand.
    """
    told = {"text": text, "label": label, "figure": figure, "status": status, "look": look, "page": page, "folds": folds}
    return told | {"selected": bool(figure) and figure == state.selection().claim}


def period_of(row: Any) -> str:
    """Write the period of a row, saying where it is inferred."""
    return known_period(row.year_start, row.year_end, row.period_basis, state.selection().language)


def due_of(row: Any) -> str:
    """Write the years for which the figure of a row was promised, or that none was given."""
    return period_of(row) if is_dated(str(row.caveats or "")) else t("promise.no_year")


def _group(rows: list[Any], colour: Colour, cells: Cells, shown: Shown) -> dict[str, Any]:
    first = rows[0]
    return {
        "title": label_of(first, "region"),
        "said": _said(first),
        "colour": colour(first),
        "promises": [_promise(row, cells, shown) for row in rows],
    }


def _said(row: Any) -> str:
    speaker = in_language(row, "speaker")
    told = {"publisher": in_language(row, "publisher"), "date": date(row.published, state.selection().language)}
    return t("promise.said_by", speaker=speaker, **told) if speaker else t("promise.said_by_nobody", **told)


def _by_document(shown: Shown) -> list[list[Any]]:
    documents: dict[tuple[str, str, str], list[Any]] = {}
    for row in sorted(each(shown.rows), key=attrgetter("published", "region_ordinal")):
        documents.setdefault((row.region_id, row.source_id, row.speaker), []).append(row)
    return list(documents.values())


def _promise(row: Any, cells: Cells, shown: Shown) -> dict[str, Any]:
    number, unit = amount(row)
    return {
        "id": row.observation_id,
        "number": number,
        "unit": unit,
        "what": label_of(row, "indicator"),
        "selected": row.observation_id == shown.claim,
        "dimmed": shown.is_dimmed(row.observation_id),
        "cells": cells(row),
    }


def _places(shown: Shown) -> Selection:
    return Selection(regions=tuple(sorted(set(shown.rows.region_id))), inside=False)


def _reports(shown: Shown) -> Mapping[str, Any]:
    """Map each promise to the last figure of the articles that tells of its delivery."""
    found = answer(shown.store, tracker, _places(shown))
    told = {one.promise.figure.observation_id: one.latest.figure.observation_id for one in found if one.latest}
    figures = {row.observation_id: row for row in each(answer(shown.store, figures_named, tuple(sorted(told.values()))))}
    return {promise: figures[report] for promise, report in told.items()}


def _settled_by_a_page(shown: Shown) -> frozenset[str]:
    """Name the promises whose outcome an official page tells, in the evidence that the Targets page judges them by."""
    told = answer(shown.store, tracker, _places(shown), evidence_layers())
    settled = [one for one in told if one.state in _SETTLED and one.judged and one.judged.layer is Layer.OFFICIAL]
    return frozenset(one.promise.figure.observation_id for one in settled)


def _delivery(row: Any, reports: Mapping[str, Any], settled: frozenset[str]) -> list[Line]:
    told = [_reported(reports.get(row.observation_id))]
    return [*told, line(t("promise.official"), look="rule", page="targets")] if row.observation_id in settled else told


def _reported(report: Any) -> Line:
    if report is None:
        return line(t("promise.not_reported"), look="none")
    return line(t("promise.reported", figure=" ".join(amount(report)), period=period_of(report)), figure=report.observation_id)
