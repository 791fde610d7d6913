"""Every number token of a text, and where it stands.

A token is a run of digits with its separators, or a run of English number words (cardinals, magnitudes, ordinals, halves and quarters,
multiples), or a Chinese numeral that is plainly one: with a magnitude, after 第 or 百分之, or before a measure word. Digits inside names
(`A9`, `COVID-19`) are tokens too: nothing that could be a figure is passed over in silence. Superlatives, `several` and `once` are not.
"""

import re
from dataclasses import dataclass

from lib.domain.number_words import ALL_NUMBER_WORDS

_WORD = "|".join(sorted(ALL_NUMBER_WORDS, key=lambda word: (-len(word), word)))
_TOKEN = re.compile(
    rf"""(?P<digits>\d+(?:[.,]\d+)*)
    |\b(?:{_WORD})(?:[ -](?:{_WORD})|\ (?:and|of)\ (?:{_WORD}))*\b
    |(?:(?<=第)|(?<=百分之))[零〇一二三四五六七八九十百千万亿两]+(?:点[零〇一二三四五六七八九]+)?
    |[零〇一二三四五六七八九两]+[十百千万亿][零〇一二三四五六七八九十百千万亿两]*
    |[零〇一二三四五六七八九两]+(?=[个家户人名位村元月天年倍成])""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, order=True)
class Number:
    """One number token in a sentence."""

    start: int
    end: int
    printed: str

    @property
    def is_year(self) -> bool:
        """Tell whether it could be a year: four digits and nothing else."""
        return re.fullmatch(r"[12]\d{3}", self.printed) is not None


def numbers_in(sentence: str) -> tuple[Number, ...]:
    """Return the number tokens of a sentence from left to right."""
    return tuple(Number(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(sentence))
