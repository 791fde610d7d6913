"""Cuts a sentence into parts so that the figures in it can be marked without any markup."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Printed:
    """Where one figure stands in its sentence, with the words that bound it."""

    start: int
    end: int
    bound: str = ""
    is_chosen: bool = False


@dataclass(frozen=True)
class Part:
    """A run of the sentence and the role it plays; the role is empty for plain words."""

    text: str
    role: str = ""


def parts(sentence: str, figures: Iterable[Printed]) -> tuple[Part, ...]:
    """Cut the sentence at its figures and bounds; joined again, the parts are the sentence.

    Where spans overlap, a chosen figure comes first, then the one that starts earlier.
    """
    taken: list[tuple[int, int, str]] = []
    for start, end, role in _spans(sentence, figures):
        if start < end and all(end <= other[0] or start >= other[1] for other in taken):
            taken.append((start, end, role))
    return tuple(_cut(sentence, sorted(taken)))


def _spans(sentence: str, figures: Iterable[Printed]) -> list[tuple[int, int, str]]:
    spans = []
    for figure in sorted(figures, key=lambda one: (not one.is_chosen, one.start)):
        spans.append((figure.start, figure.end, "chosen" if figure.is_chosen else "figure"))
        start = bound_start(sentence, figure)
        if start >= 0:
            spans.append((start, start + len(figure.bound), "chosen-bound" if figure.is_chosen else "bound"))
    return spans


def bound_start(sentence: str, figure: Printed) -> int:
    """Find the words that bind a figure: before it, else after it; -1 when there are none."""
    if not figure.bound:
        return -1
    before = sentence.rfind(figure.bound, 0, figure.start)
    return before if before >= 0 else sentence.find(figure.bound, figure.end)


def _cut(sentence: str, spans: list[tuple[int, int, str]]) -> Iterable[Part]:
    place = 0
    for start, end, role in spans:
        if place < start:
            yield Part(sentence[place:start])
        yield Part(sentence[start:end], role)
        place = end
    if place < len(sentence):
        yield Part(sentence[place:])
