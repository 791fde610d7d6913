"""How the product says that something is wrong: what, where, and how to mend it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

_LONGEST = 2_000


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in the data, addressed to the person who can mend it."""

    file: str
    subject: str
    place: str
    rule: str
    message: str
    remedy: str

    def __post_init__(self) -> None:
        """Make every part fit to be written anywhere: what is no text is escaped, what has no end is cut."""
        for part in fields(self):
            object.__setattr__(self, part.name, _fit(getattr(self, part.name)))

    def __str__(self) -> str:
        """Give the fault as one paragraph: file, id, place, what is wrong, what to do."""
        where = ", ".join(part for part in (self.file, self.subject, self.place) if part)
        return f"{where}: {self.message} [{self.rule}]\n    {self.remedy}"


class DatasetError(Exception):
    """The dataset cannot be trusted or read; carries every problem that was found."""

    def __init__(self, problems: Sequence[Problem]):
        """Needs at least one problem."""
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def _fit(text: str) -> str:
    told = text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"
