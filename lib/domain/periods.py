"""Periods: a year, or a span of years, in ISO 8601 form."""

import re
from dataclasses import dataclass


class PeriodError(ValueError):
    """A text that is no period."""


@dataclass(frozen=True, order=True)
class Period:
    """One year, or the years from a first to a last, both included."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Raises PeriodError when the last year comes before the first."""
        if self.end < self.start:
            raise PeriodError(f"the period {self.start}/{self.end} ends before it starts")

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read `2023` or `2021/2025`; raises PeriodError for anything else."""
        found = re.fullmatch(r"([0-9]{4})(?:/([0-9]{4}))?", text)
        if found is None:
            raise PeriodError(f"`{text}` is not a year (2023) or a span of years (2021/2025)")
        return cls(int(found[1]), int(found[2] or found[1]))

    def __str__(self) -> str:
        """Give the shortest form: one year where first and last are the same."""
        return f"{self.start:04d}" if self.start == self.end else f"{self.start:04d}/{self.end:04d}"

    def overlaps(self, other: "Period") -> bool:
        """Tell whether the two share a year."""
        return self.start <= other.end and other.start <= self.end
