"""Turns rows into what a quote card shows: the sentence in parts, its figures, and where it comes from."""

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from lib.text.dates import date, known_period, period
from lib.text.highlight import Printed, parts
from lib.text.numbers import UnitWords, figure
from lib.ui import state
from lib.ui.rows import each
from lib.ui.words import in_language, label_of, t

Card = dict[str, Any]
Colour = Callable[[Any], str]


def cards(quotes: pd.DataFrame, figures: pd.DataFrame, chosen: str, colour: Colour) -> list[Card]:
    """Return one card a quote, the one with the chosen figure first.

    Needs: quotes as `lib.queries.quotes.quotes` returns them, figures as `lib.queries.observations.observations`,
    and a function from a figure's row to its colour.
    """
    by_quote: dict[str, list[Any]] = {}
    for row in sorted(each(figures[figures.quote_id != ""]), key=lambda row: row.printed_start):
        by_quote.setdefault(row.quote_id, []).append(row)
    made = [_card(quote, by_quote.get(quote.quote_id, []), chosen, colour) for quote in each(quotes)]
    return sorted(made, key=lambda card: not card["selected"])


def _card(quote: Any, rows: list[Any], chosen: str, colour: Colour) -> Card:
    picked = next((row for row in rows if row.observation_id == chosen), None)
    return {
        "id": quote.quote_id,
        "name": t("quote.name", source=_source(quote), locator=quote.locator),
        "language": quote.source_language,
        "source": f"{_source(quote)} · {date(quote.published, state.selection().language)}",
        "verified": bool(quote.is_verified),
        "verdict": t("quote.verified" if quote.is_verified else "quote.failed"),
        "parts": [{"text": part.text, "role": part.role} for part in parts(quote.text, _printed(rows, chosen))],
        "notes": _notes(quote, picked),
        "figures": [_figure(row, chosen, colour) for row in rows],
        "details": _details(quote, picked) if picked else [],
        "selected": picked is not None,
    }


def _source(quote: Any) -> str:
    return in_language(quote, "publisher")


def _printed(rows: Iterable[Any], chosen: str) -> list[Printed]:
    return [Printed(row.printed_start, row.printed_end, row.bound_printed or "", row.observation_id == chosen) for row in rows]


def _notes(quote: Any, picked: Any) -> list[str]:
    told = [in_language(quote, "note")] + ([in_language(picked, "note")] if picked else [])
    warned = [t(f"quote.{name}") for name in ("machine_translation",) if name in str(quote.source_warnings).split(";")] if picked else []
    return [note for note in dict.fromkeys(told + warned) if note]


def _figure(row: Any, chosen: str, colour: Colour) -> dict[str, Any]:
    when = known_period(row.year_start, row.year_end, row.period_basis, state.selection().language)
    return {
        "id": row.observation_id,
        "what": label_of(row, "indicator"),
        "place": " · ".join((label_of(row, "region"), when, t(f"status.{row.status}"))),
        "colour": colour(row),
        "shown": shown(row),
        "status": row.status,
        "selected": row.observation_id == chosen,
    }


def shown(row: Any) -> str:
    """Write a row's figure as the reader's language writes it, bound included."""
    return figure(row.value, row.qualifier, UnitWords.of(row._asdict()), row.kind, state.selection().language)


def _details(quote: Any, row: Any) -> list[list[list[str]]]:
    language = state.selection().language
    as_printed = " … ".join(part for part in (row.bound_printed, row.printed) if part)
    told = [
        [t("detail.printed"), as_printed + (f" ({row.usd_printed})" if row.usd_printed else "")],
        [t("detail.normalised"), shown(row)],
        [t("detail.definition"), label_of(row, "definition")],
        [t("detail.region"), f"{label_of(row, 'region')} · {t(f'level.{row.region_level}')} · {row.region_id}"],
        [t("detail.period"), f"{period(row.year_start, row.year_end, language)} ({t(f'period_basis.{row.period_basis}')})"],
        [t("detail.status"), t(f"status.{row.status}")],
        [t("detail.caveats"), "; ".join(t(f"caveat.{code}") for code in str(row.caveats or "").split(";") if code)],
    ]
    origin = [
        [t("detail.published"), date(quote.published, language)],
        [t("detail.retrieved"), date(quote.retrieved, language) if quote.retrieved else t("detail.not_recorded")],
        [t("detail.locator"), quote.locator],
        [t("detail.document"), in_language(quote, "source_title"), quote.url],
        [t("detail.claim"), row.observation_id],
    ]
    return [[fact for fact in told if fact[1]], origin]
