"""What a link asked for and could not be given."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

MOST_NOTICES = 20
_SHOWN_LENGTH = 40


class LinkProblem(StrEnum):
    """Why a part of a link was not taken as it stands."""

    UNKNOWN_VALUE = "unknown_value"
    UNKNOWN_PARAMETER = "unknown_parameter"
    AMBIGUOUS = "ambiguous"
    MALFORMED = "malformed"
    OUT_OF_RANGE = "out_of_range"
    REVERSED = "reversed"
    REPEATED = "repeated"
    TOO_MANY = "too_many"
    TOO_LONG = "too_long"


@dataclass(frozen=True)
class Notice:
    """One thing about a link to tell the reader; `parameter` and `given` are safe to show."""

    parameter: str
    given: str
    problem: LinkProblem

    @classmethod
    def about(cls, parameter: str, given: str, problem: LinkProblem) -> "Notice":
        """Make a notice from raw texts of a link."""
        return cls(shown(parameter), shown(given), problem)


def shown(text: str) -> str:
    """Return at most forty characters, with the invisible ones written as escapes."""
    visible = "".join(_visible(letter) for letter in text[: _SHOWN_LENGTH + 1])
    return visible if len(visible) <= _SHOWN_LENGTH else visible[: _SHOWN_LENGTH - 1] + "…"


def _visible(letter: str) -> str:
    if letter == " " or unicodedata.category(letter)[0] not in "CZ":
        return letter
    return f"\\u{ord(letter):04X}" if ord(letter) <= 0xFFFF else f"\\U{ord(letter):08X}"
