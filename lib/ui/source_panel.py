"""The source panel of a chart: definitions, units, geography, period, who says so, producer, dates and licence of the rows shown."""

from collections import Counter
from collections.abc import Iterable
from operator import attrgetter
from typing import Any

import pandas as pd

from lib.domain.vocabulary import Voice
from lib.text.catalogue import Language, label, say
from lib.text.dates import date, period
from lib.ui import state
from lib.ui.figure_table import text_table
from lib.ui.rows import each, label_in, text_in

_LISTED = 12

Facts = tuple[tuple[str, str], ...]


def source_panel(rows: pd.DataFrame, key: str, line: str) -> None:
    """Show where the figures of a chart come from.

    Needs: rows as `lib.queries.observations.observations`, not empty; a key of its own; the chart's source line as caption.
    """
    facts_panel(source_facts(rows, state.selection().language), key, line)


def facts_panel(facts: Facts, key: str, line: str) -> None:
    """Show what `source_facts` found."""
    text_table(["column.field", "column.value"], facts, key, line, height=420)


def source_facts(rows: pd.DataFrame, language: Language) -> Facts:
    """Say where the figures come from, as pairs of a name and a text.

    Needs: rows as `lib.queries.observations.observations`, not empty.
    """
    # As rows and not as frames: a chart has few of them, and a page many charts.
    told = list(each(rows))
    sources = sorted(_firsts(told, "source_id", "citation_id"), key=attrgetter("published", "source_id", "citation_id"))
    facts = {
        "definitions": _definitions(told, language),
        "units": _units(told, language),
        "geography": _listed([label_in(language, row, "region") for row in _firsts(told, "region_id")], language),
        "period": period(int(rows.year_start.min()), int(rows.year_end.max()), language),
        "voices": _voices(told, language),
        "producer": _listed(
            [f"{text_in(language, row, 'publisher')}: {text_in(language, row, 'source_title')}" for row in sources], language, "; "
        ),
        "dates": _listed([_dates(row, language) for row in sources], language, "; "),
        "licence": say(language, "panel.licence_text"),
    }
    return tuple((say(language, f"panel.{name}"), text) for name, text in facts.items() if text)


def by_date(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each document of the articles and each page of official figures, by date."""
    return rows.drop_duplicates(["source_id", "citation_id"]).sort_values(["published", "source_id", "citation_id"])


def origin_of(row: Any) -> str:
    """Return the id of the document or the page that a figure was read in."""
    return str(row.source_id or row.citation_id)


def _dates(row: Any, language: Language) -> str:
    retrieved = date(row.retrieved, language) if row.retrieved else say(language, "detail.not_recorded")
    return f"{date(row.published, language)}; {retrieved}"


def _firsts(rows: Iterable[Any], *columns: str) -> list[Any]:
    """Return the first of the rows that are alike in these columns."""
    found: dict[Any, Any] = {}
    for row in rows:
        found.setdefault(attrgetter(*columns)(row), row)
    return list(found.values())


def _definitions(rows: Iterable[Any], language: Language) -> str:
    named = _firsts(rows, "indicator_id")
    told = [f"{label_in(language, row, 'indicator')}: {label_in(language, row, 'definition')}" for row in named]
    return _listed(told, language, "\n")


def _units(rows: Iterable[Any], language: Language) -> str:
    named = [label_in(language, row, "unit") or say(language, "panel.no_unit") for row in _firsts(rows, "unit")]
    return _listed(named, language)


def _voices(rows: Iterable[Any], language: Language) -> str:
    counts = Counter(row.voice for row in rows)
    named = {voice: label(language, voice) for voice in Voice if voice in counts}
    return "; ".join(say(language, "panel.voice_count", voice=name, count=int(counts[voice])) for voice, name in named.items())


def _listed(names: list[str], language: Language, joint: str = ", ") -> str:
    rest = len(names) - _LISTED
    return joint.join(names[:_LISTED]) + (joint + say(language, "panel.more", count=rest) if rest > 0 else "")
