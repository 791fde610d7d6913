"""Constraints on one field: each holds its check and the sentence the data dictionary prints."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class Constraint(Protocol):
    """A rule that one value can be held against."""

    @property
    def sentence(self) -> str:
        """Say the rule to a reader."""

    def holds(self, value: object) -> bool:
        """Tell whether the value keeps the rule."""


@dataclass(frozen=True)
class Required:
    """The field may not be empty."""

    sentence: str = "Always present."

    def holds(self, value: object) -> bool:
        """Reject None and the empty string."""
        return value is not None and value != ""


@dataclass(frozen=True)
class OneOf:
    """The value is a code of a closed list."""

    codes: type[StrEnum]

    @property
    def sentence(self) -> str:
        """List the codes."""
        return "One of " + ", ".join(f"`{code}`" for code in self.codes) + "."

    def holds(self, value: object) -> bool:
        """Accept a code, or nothing."""
        return value in (None, "") or value in set(self.codes)


@dataclass(frozen=True)
class ManyOf:
    """The value is several codes of a closed list, joined by semicolons."""

    codes: type[StrEnum]

    @property
    def sentence(self) -> str:
        """List the codes."""
        return "Any of " + ", ".join(f"`{code}`" for code in self.codes) + ", joined by `;`."

    def holds(self, value: object) -> bool:
        """Accept known codes only; empty is allowed."""
        return all(code in set(self.codes) for code in str(value or "").split(";") if code)


@dataclass(frozen=True)
class Matches:
    """The value has a given form."""

    pattern: str
    words: str

    @property
    def sentence(self) -> str:
        """Say the form in words."""
        return f"{self.words}."

    def holds(self, value: object) -> bool:
        """Match the whole value; empty is allowed."""
        return value in (None, "") or re.fullmatch(self.pattern, str(value)) is not None


@dataclass(frozen=True)
class InCalendar:
    """The value is a year, a month or a day that exists."""

    sentence: str = "A date of the calendar."

    def holds(self, value: object) -> bool:
        """Reject a month 13 or a 31 February; what is no date at all is the business of `Matches`."""
        if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", str(value)) is None:
            return True
        try:
            date.fromisoformat(f"{value}-01-01"[:10])
        except ValueError:
            return False
        return True


@dataclass(frozen=True)
class Between:
    """The value lies within bounds, both included."""

    lowest: float
    highest: float

    @property
    def sentence(self) -> str:
        """Give both bounds."""
        return f"From {self.lowest:g} to {self.highest:g}."

    def holds(self, value: object) -> bool:
        """Accept numbers within the bounds, or nothing."""
        return value is None or (isinstance(value, int | float) and self.lowest <= value <= self.highest)


@dataclass(frozen=True)
class References:
    """The value is a key of another table (several are joined by semicolons)."""

    table: str
    many: bool = False

    @property
    def sentence(self) -> str:
        """Name the table."""
        return f"{'Keys' if self.many else 'A key'} of `{self.table}`{', joined by `;`' if self.many else ''}."

    def holds(self, value: object) -> bool:
        """Cannot be told from the value alone: the build's orphan rule checks it."""
        return True
