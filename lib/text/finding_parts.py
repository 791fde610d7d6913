"""Findings: one sentence on a question, in parts, so that its figures and years can be set apart."""

import re
from dataclasses import dataclass
from typing import Literal

from lib.text.catalogue import Language, say

Role = Literal["", "figure", "year"]

# Private-use characters stand around a filled-in value until the sentence is cut; no text of the dataset holds them.
_OPEN: dict[Role, str] = {"figure": "\ue000", "year": "\ue001"}
_CLOSE = "\ue002"
_PIECES = re.compile(f"([{''.join(_OPEN.values())}])([^{_CLOSE}]*){_CLOSE}|([^{''.join(_OPEN.values())}]+)")
_ROLES: dict[str, Role] = {sign: role for role, sign in _OPEN.items()}


@dataclass(frozen=True)
class Part:
    """A stretch of a finding: a figure, a year, or the words between."""

    text: str
    role: Role = ""


@dataclass(frozen=True)
class Finding:
    """What the articles say on a question.

    `observation_ids` are the figures it was computed from, `formula` the arithmetic in it (empty without any),
    `formula_ids` the figures in that, `caveat` what must be known with it (may be empty);
    `is_reported` is false when the articles leave the question open: then the sentence says what is not reported.
    """

    parts: tuple[Part, ...]
    formula: str = ""
    observation_ids: tuple[str, ...] = ()
    formula_ids: tuple[str, ...] = ()
    caveat: str = ""
    is_reported: bool = True

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return "".join(part.text for part in self.parts)


def as_figure(text: str) -> str:
    """Mark a value as a figure of the sentence that it is put into."""
    return f"{_OPEN['figure']}{text}{_CLOSE}"


def as_year(text: str) -> str:
    """Mark a value as a year of the sentence that it is put into."""
    return f"{_OPEN['year']}{text}{_CLOSE}"


def sentence(language: Language, key: str, **values: object) -> tuple[Part, ...]:
    """Say the words of a key, cut where marked values stand."""
    return tuple(_part(found) for found in _PIECES.finditer(say(language, key, **values)))


def _part(found: re.Match[str]) -> Part:
    return Part(found[3]) if found[3] else Part(found[2], _ROLES[found[1]])
