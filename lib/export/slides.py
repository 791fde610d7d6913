"""What a story takes along when it leaves the app: its steps in words, their figures, charts and sentences, whatever the file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lib.export.about import About
from lib.export.pictures import Picture

Form = Literal["bars", "dots", "line"]

_UNPRINTABLE = re.compile("[^ -~\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]+")


def printable(text: str) -> str:
    """Return a text on one line, without the characters that no document may hold."""
    return _UNPRINTABLE.sub(" ", text)


@dataclass(frozen=True)
class Look:
    """How a figure is marked: its colour, the shape of its status, and how solid it is, from 0 for hollow to 1."""

    colour: str
    symbol: str
    solidity: float


@dataclass(frozen=True)
class Mark:
    """One figure of a chart: its name on the axis, its value, the words it is printed with, and the line to the one after it."""

    name: str
    value: float
    words: str
    look: Look
    line: Literal["", "reported", "promised"] = ""


@dataclass(frozen=True)
class Axes:
    """A chart that an office program can draw itself, and whose numbers can be edited there.

    `common` is what all figures share; `lowest` and `highest` bound the axis where its drawing does; the program chooses the rest.
    """

    form: Form
    common: str
    marks: Sequence[Mark]
    lowest: float | None = None
    highest: float | None = None


@dataclass(frozen=True)
class Chart:
    """The chart of a step: as a picture, and for programs that draw charts themselves where they can draw this one.

    On a slide the words of a chart that `is_tall` would be too small to read; there its figures stand as cards.
    """

    picture: Picture
    axes: Axes | None = None
    is_tall: bool = False

    @property
    def alt(self) -> str:
        """What the chart shows, in words."""
        return " ".join(plate.alt for plate in self.picture.plates)


@dataclass(frozen=True)
class Card:
    """One figure in words: its number and unit, what it counts, where and when, how far it can be trusted."""

    id: str
    number: str
    unit: str
    what: str
    where: str
    said: str
    doubt: str
    look: Look


@dataclass(frozen=True)
class Sentence:
    """A sentence behind a step: its text and language, who published it and where, and the figures of the step that
    stand in it, in words by their ids."""

    text: str
    language: str
    source: str
    url: str
    figures: Mapping[str, str]


@dataclass(frozen=True)
class Slide:
    """One step: its finding, its figures, the sentences behind them, and what must be known with it.

    `about` is of this step alone; `cut` says it where not all figures of the step are among the cards.
    """

    finding: str
    about: About
    cards: Sequence[Card]
    sentences: Sequence[Sentence] = ()
    notes: Sequence[str] = ()
    cut: str = ""
    chart: Chart | None = None


@dataclass(frozen=True)
class Deck:
    """A story: its title and lead stand in `about.title` and `about.subtitle`."""

    about: About
    slides: Sequence[Slide]
