"""One curated thing and where it is written, so that every fault can be addressed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lib.domain.errors import Problem


@dataclass(frozen=True)
class Entry:
    """A quote, an observation, an indicator …: its fields, its file and its line."""

    kind: str
    file: str
    line: int
    fields: Mapping[str, object]
    parent: "Entry | None" = field(default=None, repr=False)

    @property
    def id(self) -> str:
        """Return the id as written; empty where the thing has none."""
        return self.text("id") or self.text("code")

    @property
    def source_id(self) -> str:
        """Return the document the entry is written under; empty outside the document files."""
        top = self
        while top.parent is not None:
            top = top.parent
        return top.id if top.kind == "source" else ""

    def text(self, key: str) -> str:
        """Return a text field; empty where it is missing."""
        value = self.fields.get(key)
        return value if isinstance(value, str) else ""

    def many(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; empty where it is missing."""
        value = self.fields.get(key)
        return tuple(str(item) for item in value) if isinstance(value, list | tuple) else ()

    def number(self, key: str) -> float | None:
        """Return a number; None where it is missing."""
        value = self.fields.get(key)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def problem(self, rule: str, message: str, remedy: str) -> Problem:
        """Address a fault to this entry."""
        subject = (self.id or (self.parent.id if self.parent else ""))[:80]
        return Problem(self.file, subject, f"line {self.line}" if self.line else "", rule, message, remedy)
