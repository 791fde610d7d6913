"""The glossary: technical terms, how they are spelt in a text, and what they mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lib.text.catalogue import Language, say

TERMS = (
    "urban_rural_ratio", "parity", "disposable_income", "gini", "difference_coefficient", "middle_group", "collective_income", "workshop",
    "demonstration_zone", "mountain_counties", "one_county_one_policy", "paired_assistance", "gdp", "value_added", "output_value",
    "above_designated_size", "nominal", "constant_prices", "percentage_point", "stock", "flow", "labour_productivity", "fixed_assets",
    "retail_sales", "market_entities", "private_economy", "little_giants", "specialised", "nev", "national_centre_cities",
    "free_trade_zone", "air_silk_road", "freight_trains", "ping_an", "collective_organisation", "rd_intensity", "mu",
)  # fmt: skip


@dataclass(frozen=True)
class Word:
    """A run of a text; `term` names the glossary's entry when the run is one of its spellings, and is empty for plain words."""

    text: str
    term: str = ""


def spellings(term: str, language: Language) -> tuple[str, ...]:
    """Return how a term is spelt, its usual name first."""
    return tuple(say(language, f"glossary_term.{term}").split("|"))


def meaning(term: str, language: Language) -> str:
    """Explain a term in one or two sentences."""
    return say(language, f"glossary.{term}")


def marked(text: str, language: Language) -> tuple[Word, ...]:
    """Cut a text at its technical terms, each marked where it first occurs; joined again, the runs are the text."""
    return tuple(_cut(text, language))


def _cut(text: str, language: Language) -> Iterator[Word]:
    pattern, terms = _index(language)
    place, seen = 0, set[str]()
    for found in pattern.finditer(text):
        term = terms[found[0].casefold()]
        if term in seen:
            continue
        seen.add(term)
        if place < found.start():
            yield Word(text[place : found.start()])
        yield Word(found[0], term)
        place = found.end()
    if place < len(text):
        yield Word(text[place:])


@cache
def _index(language: Language) -> tuple[re.Pattern[str], dict[str, str]]:
    terms = {spelling.casefold(): term for term in TERMS for spelling in spellings(term, language)}
    longest_first = sorted(terms, key=len, reverse=True)
    # Chinese has no spaces between words, so only Latin letters beside a spelling make it another word.
    pattern = rf"(?<![A-Za-z0-9])(?:{'|'.join(map(re.escape, longest_first))})(?![A-Za-z0-9])"
    return re.compile(pattern, re.IGNORECASE), terms
