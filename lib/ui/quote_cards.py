"""Turns rows into what a quote card shows: the sentence in parts, its figures, and where it comes from."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

import pandas as pd

from lib.domain.vocabulary import Grade, Voice
from lib.text.catalogue import Language, label, say
from lib.text.dates import date, known_period, period
from lib.text.highlight import Printed, parts
from lib.text.numbers import UnitWords, figure, with_doubt
from lib.ui import state
from lib.ui.prose import with_meanings
from lib.ui.rows import each, label_in, text_in

Card = dict[str, Any]
Fact = list[Any]
Colour = Callable[[Any], str]


def cards(quotes: pd.DataFrame, figures: pd.DataFrame, chosen: str, colour: Colour) -> list[Card]:
    """Return one card a quote, the one with the chosen figure first.

    Needs: quotes as `lib.queries.quotes.quotes` returns them, figures as `lib.queries.observations.observations`,
    and a function from a figure's row to its colour.
    """
    language = state.selection().language
    behind = by_quote(figures)
    made = [card_of(quote, behind.get(quote.quote_id, []), chosen, colour, language) for quote in each(quotes)]
    return sorted(made, key=lambda card: not card["selected"])


def by_quote(figures: pd.DataFrame) -> dict[str, list[Any]]:
    """Return the rows of the figures of each sentence, in the order in which they stand in it."""
    behind: dict[str, list[Any]] = {}
    for row in sorted((row for row in each(figures) if row.quote_id), key=attrgetter("printed_start")):
        behind.setdefault(row.quote_id, []).append(row)
    return behind


def card_of(quote: Any, rows: list[Any], chosen: str, colour: Colour, language: Language) -> Card:
    """Return the card of one quote with these of its figures."""
    picked = next((row for row in rows if row.observation_id == chosen), None)
    return {
        "id": quote.quote_id,
        "name": say(language, "quote.name", source=_source(quote, language), locator=quote.locator),
        "language": quote.source_language,
        "source": f"{_source(quote, language)} · {date(quote.published, language)}",
        "verified": bool(quote.is_verified),
        "verdict": say(language, "quote.verified" if quote.is_verified else "quote.failed"),
        "page": None,
        "parts": [{"text": part.text, "role": part.role} for part in parts(quote.text, _printed(rows, chosen))],
        "notes": notes_of(quote, picked, language),
        "figures": [figure_of(row, chosen, colour, language) for row in rows],
        "details": details_of(quote, picked, language) if picked else [],
        "selected": picked is not None,
    }


def _source(quote: Any, language: Language) -> str:
    return text_in(language, quote, "publisher")


def _printed(rows: Iterable[Any], chosen: str) -> list[Printed]:
    return [printed_of(row, row.observation_id == chosen) for row in rows]


def printed_of(row: Any, is_chosen: bool = False) -> Printed:
    """Tell where a figure stands in its sentence."""
    return Printed(row.printed_start, row.printed_end, row.bound_printed or "", is_chosen)


def notes_of(quote: Any, picked: Any, language: Language) -> list[str]:
    """Return what must be known of a sentence, and of the figure that is picked in it, if one is."""
    told = [text_in(language, quote, "note")] + ([text_in(language, picked, "note")] if picked else [])
    is_translated = bool(picked) and "machine_translation" in str(quote.source_warnings).split(";")
    warned = [say(language, "quote.machine_translation")] if is_translated else []
    return [note for note in dict.fromkeys(told + warned) if note]


def figure_of(row: Any, chosen: str, colour: Colour, language: Language) -> dict[str, Any]:
    """Return what a card shows of one figure."""
    when = known_period(row.year_start, row.year_end, row.period_basis, language)
    return {
        "id": row.observation_id,
        "what": label_in(language, row, "indicator"),
        "place": " · ".join((label_in(language, row, "region"), when, say(language, f"status.{row.status}"))),
        "colour": colour(row),
        "shown": shown_with_doubt(row, language),
        "status": row.status,
        "selected": row.observation_id == chosen,
    }


def shown(row: Any, language: Language) -> str:
    """Write a row's figure as the language writes it, bound included."""
    return figure(row.value, row.qualifier, UnitWords.of(row._asdict()), row.kind, language)


def shown_with_doubt(row: Any, language: Language) -> str:
    """Write the same with the sign of doubt behind a doubtful figure."""
    return with_doubt(shown(row, language), str(row.caveats or ""))


def details_of(quote: Any, row: Any, language: Language) -> list[list[Fact]]:
    """Return all that is known of a figure and of where it stands, as groups of facts.

    Returns: facts of term and text, perhaps with an address, perhaps with the runs of the text that the glossary explains.
    """

    def t(key: str) -> str:
        return say(language, key)

    definition = label_in(language, row, "definition")
    as_printed = " … ".join(part for part in (row.bound_printed, row.printed) if part)
    told: list[Fact] = [
        [t("detail.printed"), as_printed + (f" ({row.usd_printed})" if row.usd_printed else "")],
        [t("detail.normalised"), shown(row, language)],
        [t("detail.definition"), definition, "", with_meanings(definition, language)],
        [t("detail.region"), f"{label_in(language, row, 'region')} · {t(f'level.{row.region_level}')} · {row.region_id}"],
        [t("detail.period"), f"{period(row.year_start, row.year_end, language)} ({t(f'period_basis.{row.period_basis}')})"],
        [t("detail.status"), t(f"status.{row.status}")],
        *_voice(quote, language),
        [t("detail.caveats"), "; ".join(t(f"caveat.{code}") for code in str(row.caveats or "").split(";") if code)],
    ]
    origin: list[Fact] = [
        [t("detail.published"), date(quote.published, language)],
        [t("detail.retrieved"), date(quote.retrieved, language) if quote.retrieved else t("detail.not_recorded")],
        [t("detail.locator"), quote.locator],
        [t("detail.document"), text_in(language, quote, "source_title"), quote.url],
        [t("detail.claim"), row.observation_id],
    ]
    return [[fact for fact in told if fact[1]], origin]


def _voice(quote: Any, language: Language) -> list[Fact]:
    voice, grade = label(language, Voice(quote.voice)), label(language, Grade(quote.grade))
    speaker = text_in(language, quote, "speaker")
    named = say(language, "detail.voice_named", speaker=speaker, voice=voice) if speaker else voice
    meaning = say(language, f"grade.{quote.grade}.meaning")
    return [
        [say(language, "detail.voice"), named],
        [say(language, "detail.grade"), say(language, "detail.grade_told", grade=grade, meaning=meaning)],
    ]
