"""Periods and dates as a reader meets them."""

from lib.domain.vocabulary import PeriodBasis
from lib.text.catalogue import Language, say


def period(year_start: int, year_end: int, language: Language) -> str:
    """Write a year or a span of years: "2022", "2021–2025", "2022年"."""
    if year_start == year_end:
        return say(language, "period.year", year=int(year_end))
    return say(language, "period.span", start=int(year_start), end=int(year_end))


def known_period(year_start: int, year_end: int, basis: str, language: Language) -> str:
    """Write the years and, where they are the curators' judgement, say so: "2019 (inferred)"."""
    years = period(year_start, year_end, language)
    return say(language, "period.inferred", years=years) if basis == PeriodBasis.INFERRED else years


def date(iso: str, language: Language) -> str:
    """Write an ISO 8601 date, which may be a year or a month only: "12 April 2024", "2024年4月12日"; without one, say so."""
    if not iso:
        return say(language, "date.unknown")
    year, *rest = (int(part) for part in iso.split("-"))
    if not rest:
        return period(year, year, language)
    month = say(language, f"month.{rest[0]}")
    if len(rest) == 1:
        return say(language, "date.month", year=year, month=month)
    return say(language, "date.day", year=year, month=month, day=rest[1])
