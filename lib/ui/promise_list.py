"""The promise list: what was promised, where and until when, how far it was, and whether the articles report its delivery."""

from collections.abc import Mapping
from typing import Any

from lib.queries.observations import observations
from lib.queries.promises import deliveries
from lib.text.dates import date, known_period
from lib.ui import state
from lib.ui.appearance import colour_of
from lib.ui.cache import answer
from lib.ui.component import component
from lib.ui.number_cards import amount
from lib.ui.quote_cards import Colour
from lib.ui.rows import each
from lib.ui.shown import Shown
from lib.ui.words import in_language, label_of, t

_COMPONENT = component("promises", '<div class="promises"></div>')
_COLUMNS = ("promise", "due", "status", "delivery")


def promise_list(shown: Shown) -> None:
    """Show the promises as a table, by place, document and speaker; each can be picked, and so can each report of its delivery."""
    colour, reports = colour_of(shown.store), _reports(shown)
    groups = [_group(rows, colour, reports, shown) for rows in _by_document(shown)]
    words = {"columns": [t(f"promise.{name}") for name in _COLUMNS], "caption": t("promise.caption", count=len(shown.rows))}
    _COMPONENT(key=shown.key, data=words | {"groups": groups}, on_picked_change=state.picked(shown.key))


def _group(rows: list[Any], colour: Colour, reports: Mapping[str, Any], shown: Shown) -> dict[str, Any]:
    first = rows[0]
    return {
        "title": label_of(first, "region"),
        "said": _said(first),
        "colour": colour(first),
        "promises": [_promise(row, reports.get(row.observation_id), shown) for row in rows],
    }


def _said(row: Any) -> str:
    speaker = in_language(row, "speaker")
    told = {"publisher": in_language(row, "publisher"), "date": date(row.published, state.selection().language)}
    return t("promise.said_by", speaker=speaker, **told) if speaker else t("promise.said_by_nobody", **told)


def _by_document(shown: Shown) -> list[list[Any]]:
    ordered = shown.rows.sort_values(["published", "region_ordinal"], kind="stable")
    return [list(each(rows)) for _, rows in ordered.groupby(["region_id", "source_id", "speaker"], sort=False)]


def _reports(shown: Shown) -> Mapping[str, Any]:
    """Map each promise to the last figure that reports on it."""
    pairs = answer(shown.store, deliveries)
    figures = answer(shown.store, observations, state.everything())
    found = {row.observation_id: row for row in each(figures[figures.observation_id.isin(pairs.report_id)])}
    return {promise: found[report] for promise, report in zip(pairs.promise_id, pairs.report_id, strict=True)}


def _promise(row: Any, report: Any, shown: Shown) -> dict[str, Any]:
    number, unit = amount(row)
    return {
        "id": row.observation_id,
        "number": number,
        "unit": unit,
        "what": label_of(row, "indicator"),
        "due": _when(row),
        "status": row.status,
        "said": t(f"status.{row.status}"),
        "selected": row.observation_id == shown.claim,
        "dimmed": shown.is_dimmed(row.observation_id),
        "delivery": _delivery(report, shown) if report else {"id": "", "said": t("promise.not_reported"), "selected": False},
    }


def _delivery(report: Any, shown: Shown) -> dict[str, Any]:
    said = t("promise.reported", figure=" ".join(amount(report)), period=_when(report))
    return {"id": report.observation_id, "said": said, "selected": report.observation_id == shown.claim}


def _when(row: Any) -> str:
    return known_period(row.year_start, row.year_end, row.period_basis, state.selection().language)
