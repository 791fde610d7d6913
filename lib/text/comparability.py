"""The guard's verdict as a reader meets it: what it allows, and each difference with both sides named."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

from lib.domain.comparability import DEFINITION_CAVEATS, Aspect, Gravity, Verdict
from lib.domain.vocabulary import Caveat, Kind
from lib.text.catalogue import Language, inline_label, join_names, say
from lib.text.dates import date, known_period

Row = Mapping[Hashable, Any]
Told = tuple[Aspect, str]

_EACH = frozenset({"persons", "households", "villages"})
_AVERAGED = frozenset({Kind.LEVEL, Kind.CHANGE})


def verdict_words(verdict: Verdict, language: Language) -> str:
    """Say what may be drawn of the two."""
    return say(language, f"verdict.{verdict.axis}")


def aspect_names(verdicts: Iterable[Verdict], language: Language) -> str:
    """Name every difference that weighs between some figures, in one line: "period and level of place"."""
    weighing = {aspect for verdict in verdicts for aspect, gravity in verdict.differences if gravity > Gravity.NOTE}
    return join_names(language, [say(language, f"aspect.{aspect}") for aspect in Aspect if aspect in weighing])


def reasons(verdict: Verdict, first: Row, second: Row, language: Language) -> tuple[Told, ...]:
    """Tell each difference in a sentence that names both sides, the gravest first.

    Needs: the rows of the two figures, as `lib.queries.observations.observations`, in the order of the verdict.
    """
    ordered = sorted(verdict.differences, key=lambda difference: -difference[1])
    return tuple((aspect, _told(aspect, first, second, language)) for aspect, _ in ordered)


def _told(aspect: Aspect, first: Row, second: Row, language: Language) -> str:
    if aspect is Aspect.DEFINITION:
        return _definitions(first, second, language)
    side = _SIDES[aspect]
    return say(language, f"aspect_told.{aspect}", first=side(first, language), second=side(second, language))


def _indicator(row: Row, language: Language) -> str:
    return str(row[f"indicator_{language}"])


def _unit(row: Row, language: Language) -> str:
    return str(row[f"unit_{language}"] or "") or say(language, "aspect_side.no_unit")


def _kind(row: Row, language: Language) -> str:
    return say(language, f"kind_phrase.{row['kind']}")


def _scope(row: Row, language: Language) -> str:
    is_each = row["scope"] in _EACH and row["kind"] in _AVERAGED
    return say(language, f"scope_each.{row['scope']}" if is_each else f"scope_phrase.{row['scope']}")


def _basis(row: Row, language: Language) -> str:
    return say(language, f"basis_phrase.{row['basis']}")


def _stock_flow(row: Row, language: Language) -> str:
    return say(language, f"stock_flow_phrase.{row['stock_flow']}")


def _period(row: Row, language: Language) -> str:
    return known_period(row["year_start"], row["year_end"], row["period_basis"], language)


def _status(row: Row, language: Language) -> str:
    return say(language, f"status_phrase.{row['status']}")


def _league(row: Row, language: Language) -> str:
    return say(language, "aspect_side.league", indicator=_indicator(row, language), region=row[f"region_{language}"])


def _level(row: Row, language: Language) -> str:
    level = say(language, f"level_phrase.{row['region_level']}")
    return say(language, "aspect_side.place", region=row[f"region_{language}"], level=level)


def _definitions(first: Row, second: Row, language: Language) -> str:
    name = next((name for name in _NAMES if name(first, language) != name(second, language)), _place)
    told = {side: _definition(row, name(row, language), language) for side, row in (("first", first), ("second", second))}
    return say(language, f"aspect_told.{Aspect.DEFINITION}", **told)


def _definition(row: Row, name: str, language: Language) -> str:
    codes = [Caveat(code) for code in (row["caveats"] or "").split(";") if code]
    told = [inline_label(language, code) for code in codes if code in DEFINITION_CAVEATS]
    caveats = join_names(language, told) or say(language, "aspect_side.no_caveat")
    return say(language, "aspect_side.definition", name=name, caveats=caveats)


def _place(row: Row, language: Language) -> str:
    return str(row[f"region_{language}"])


def _document(row: Row, language: Language) -> str:
    return say(language, f"layer_side.{row['layer']}")


def _series(row: Row, language: Language) -> str:
    code = str(row["series_break"] or "")
    return say(language, f"break.{code}") if code else say(language, "aspect_side.no_break")


def _layer(row: Row, language: Language) -> str:
    return say(language, f"layer_phrase.{row['layer']}")


def _release(row: Row, language: Language) -> str:
    publisher = str(row["publisher_zh" if language == "zh" else "publisher"])
    if not row["published"]:
        return publisher
    return say(language, "aspect_side.release", publisher=publisher, published=date(row["published"], language))


# By what the two sides are told apart, the first in which they differ.
_NAMES: tuple[Callable[[Row, Language], str], ...] = (_place, _document, _indicator, _period)

_SIDES: Mapping[Aspect, Callable[[Row, Language], str]] = {
    Aspect.INDICATOR: _indicator,
    Aspect.UNIT: _unit,
    Aspect.KIND: _kind,
    Aspect.SCOPE: _scope,
    Aspect.BASIS: _basis,
    Aspect.STOCK_FLOW: _stock_flow,
    Aspect.PERIOD: _period,
    Aspect.STATUS: _status,
    Aspect.LEAGUE: _league,
    Aspect.LEVEL: _level,
    Aspect.SERIES: _series,
    Aspect.LAYER: _layer,
    Aspect.VINTAGE: _release,
}
