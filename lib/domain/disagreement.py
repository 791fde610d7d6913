"""When two reports of one thing contradict each other, and when they only round it differently."""

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lib.domain.vocabulary import Qualifier

RULE = (
    "Two figures of one indicator, place and year disagree when no number fits both: each printed number stands for all that round to it, "
    "the zeros at the end of a whole number are taken as rounding, and a bound stands for all beyond it."
)
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_INFINITE = Decimal("Infinity")


@dataclass(frozen=True)
class Range:
    """The numbers that a printed figure can stand for, between two ends.

    The ends themselves count for nothing: a number half-way rounds to one side only.
    """

    lowest: Decimal
    highest: Decimal

    @classmethod
    def of(cls, row: Mapping[Hashable, Any]) -> "Range":
        """Take a row of `observations` as its print, its value and its qualifier have it."""
        value = Decimal(repr(float(row["value"])))
        half = _step(str(row["printed"]), value) / 2
        match Qualifier(str(row["qualifier"])):
            case Qualifier.OVER | Qualifier.AT_LEAST:
                return cls(value, _INFINITE)
            case Qualifier.UNDER | Qualifier.AT_MOST:
                return cls(-_INFINITE, value)
            case Qualifier.ABOUT:
                return cls(value - 2 * half, value + 2 * half)
            case _:
                return cls(value - half, value + half)

    def meets(self, other: "Range") -> bool:
        """Tell whether any number lies in both."""
        return self.lowest < other.highest and other.lowest < self.highest


def disagree(first: Mapping[Hashable, Any], second: Mapping[Hashable, Any]) -> bool:
    """Tell whether two rows of `observations` about the same thing cannot both be right.

    Needs: rows of one indicator, place and period; what they are on, the old survey or the new, is the caller's business.
    """
    return not Range.of(first).meets(Range.of(second))


def _step(printed: str, value: Decimal) -> Decimal:
    """Return what one more of the last digit that counts would add, in base units."""
    found = _NUMBER.search(printed)
    digits = found[0].replace(",", "") if found else format(abs(value), "f").removesuffix(".0")
    number = Decimal(digits)
    if not number:
        return Decimal(1)
    whole = digits if "." in digits else digits.rstrip("0")
    decimals = len(whole.partition(".")[2]) if "." in whole else len(whole) - len(digits)
    return abs(value) / number * Decimal(1).scaleb(-decimals)
