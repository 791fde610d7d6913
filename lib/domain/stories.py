"""Stories: ordered steps, each a finding over a view of the dataset; their one written form, and what may be wrong with it.

The stories of the dataset and those of a reader have the same form: a `story` with its `step`s, as TOML or JSON.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lib.domain.fields import OBSERVATION_ID

FILE_NAME = "stories.json"
STORY_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
MOST_STEPS, MOST_FIGURES = 30, 40
LONGEST = {
    "id": 40,
    "title": 160,
    "lead": 600,
    "finding": 40,
    "says": 400,
    "note": 800,
    "view": 2000,
    "drawing": 20,
    "quote": 20,
    "figures": 20,
}
_STORY_KEYS, _STEP_KEYS = ("id", "title", "lead"), ("finding", "says", "note", "view", "figures", "drawing", "quote")
_SECTIONS = ("story", "step")


class StoryDrawing(StrEnum):
    """How the figures of a step are drawn."""

    NUMBERS = "numbers"
    DOTS = "dots"
    BARS = "bars"
    SHARES = "shares"
    GROWTH = "growth"
    CHANGE = "change"
    BULLET = "bullet"
    BAND = "band"
    LIST = "list"


class StoryProblem(StrEnum):
    """What may be wrong with a written story."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    MISSING = "missing"
    UNKNOWN_KEY = "unknown_key"
    WRONG_FORM = "wrong_form"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    UNKNOWN_DRAWING = "unknown_drawing"
    UNKNOWN_FINDING = "unknown_finding"
    UNKNOWN_FIGURE = "unknown_figure"
    VIEW_NOT_HONOURED = "view_not_honoured"
    EMPTY_VIEW = "empty_view"
    FIGURE_OUTSIDE = "figure_outside"


@dataclass(frozen=True)
class StoryFault:
    """One thing wrong with a story: the step it is in, counted from 1 (0 for the story itself), the key, and what was given."""

    step: int
    key: str
    problem: StoryProblem
    given: str = ""


@dataclass(frozen=True)
class Words:
    """A text in both languages; a reader's own text is the same in both."""

    en: str = ""
    zh: str = ""

    @classmethod
    def same(cls, text: str) -> "Words":
        """Return a text that is not translated."""
        return cls(text, text)

    def within(self, language: str) -> str:
        """Return the text in one language."""
        return self.zh if language == "zh" else self.en

    def __bool__(self) -> bool:
        """Tell whether there is any text."""
        return bool(self.en or self.zh)


@dataclass(frozen=True)
class WrittenStep:
    """One step as it is written.

    `finding` names a computed finding; `says` is a sentence of its own, in which `{zz24-02b}` stands for a figure, `{zz24-02b.year}`
    for its year; `view` is a link's own text; `figures` are those to show, all of the view when none is named; `quote` names the
    figure whose sentence stands beside them, the first when empty; an empty `drawing` is chosen by the figures.
    """

    finding: str = ""
    says: Words = Words()
    note: Words = Words()
    view: str = ""
    figures: tuple[str, ...] = ()
    drawing: str = ""
    quote: str = ""


@dataclass(frozen=True)
class WrittenStory:
    """A story as it is written."""

    id: str = ""
    title: Words = Words()
    lead: Words = Words()
    steps: tuple[WrittenStep, ...] = ()


def read_story(content: Mapping[str, object]) -> tuple[WrittenStory, list[StoryFault]]:
    """Read a story from what a TOML or JSON file holds; never raises.

    *Returns* the story, without what could not be taken, and every fault.
    """
    reader = _Reader([])
    reader.note_unknown(0, content, _SECTIONS)
    head = reader.table(0, "story", content.get("story"))
    reader.note_unknown(0, head, _STORY_KEYS)
    steps = tuple(reader.step(place, part) for place, part in enumerate(reader.steps(content.get("step")), 1))
    return WrittenStory(reader.text(0, "id", head), reader.words(0, "title", head), reader.words(0, "lead", head), steps), reader.faults


def content_of(story: WrittenStory) -> dict[str, object]:
    """Return what a file of the story holds; `read_story` gives the same story back."""
    head = {"id": story.id, "title": _written(story.title), "lead": _written(story.lead)}
    return {"story": _given(head), "step": [_given(_step_content(step)) for step in story.steps]}


def _step_content(step: WrittenStep) -> dict[str, object]:
    told = {"finding": step.finding, "says": _written(step.says), "note": _written(step.note), "view": step.view}
    return told | {"figures": list(step.figures), "drawing": step.drawing, "quote": step.quote}


def _written(words: Words) -> object:
    return words.en if words.en == words.zh else {"en": words.en, "zh": words.zh}


def _given(content: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in content.items() if value}


@dataclass
class _Reader:
    faults: list[StoryFault]

    def note(self, step: int, key: str, problem: StoryProblem, given: object = "") -> None:
        self.faults.append(StoryFault(step, _writable(key), problem, _writable(str(given))))

    def note_unknown(self, step: int, content: Mapping[str, object], keys: Sequence[str]) -> None:
        for key in content:
            if key not in keys:
                self.note(step, str(key), StoryProblem.UNKNOWN_KEY if _is_writable(str(key)) else StoryProblem.WRONG_FORM, key)

    def table(self, step: int, key: str, value: object) -> Mapping[str, object]:
        if isinstance(value, Mapping):
            return value
        self.note(step, key, StoryProblem.MISSING if value is None else StoryProblem.WRONG_FORM)
        return {}

    def steps(self, value: object) -> list[object]:
        if not isinstance(value, list) or not value:
            self.note(0, "step", StoryProblem.WRONG_FORM if value else StoryProblem.MISSING)
            return []
        if len(value) > MOST_STEPS:
            self.note(0, "step", StoryProblem.TOO_MANY, len(value))
        return value[:MOST_STEPS]

    def step(self, place: int, value: object) -> WrittenStep:
        content = self.table(place, "step", value)
        self.note_unknown(place, content, _STEP_KEYS)
        return WrittenStep(
            finding=self.text(place, "finding", content),
            says=self.words(place, "says", content),
            note=self.words(place, "note", content),
            view=self.text(place, "view", content),
            figures=self.figures(place, content),
            drawing=self.drawing(place, content),
            quote=self.text(place, "quote", content),
        )

    def text(self, step: int, key: str, content: Mapping[str, object]) -> str:
        return self.short(step, key, content.get(key, ""))

    def short(self, step: int, key: str, value: object) -> str:
        if not isinstance(value, str) or not _is_writable(value):
            self.note(step, key, StoryProblem.WRONG_FORM)
            return ""
        if len(value) > LONGEST[key]:
            self.note(step, key, StoryProblem.TOO_LONG, LONGEST[key])
            return ""
        return value

    def words(self, step: int, key: str, content: Mapping[str, object]) -> Words:
        value = content.get(key, "")
        if not isinstance(value, Mapping):
            return Words.same(self.short(step, key, value))
        self.note_unknown(step, value, ("en", "zh"))
        return Words(*(self.short(step, key, value.get(language, "")) for language in ("en", "zh")))

    def figures(self, step: int, content: Mapping[str, object]) -> tuple[str, ...]:
        value = content.get("figures", [])
        if not isinstance(value, list):
            self.note(step, "figures", StoryProblem.WRONG_FORM)
            return ()
        if len(value) > MOST_FIGURES:
            self.note(step, "figures", StoryProblem.TOO_MANY, len(value))
        taken = (self.short(step, "figures", one) for one in value[:MOST_FIGURES])
        return tuple(dict.fromkeys(one for one in taken if one))

    def drawing(self, step: int, content: Mapping[str, object]) -> str:
        name = self.text(step, "drawing", content)
        if not name or name in set(StoryDrawing):
            return name
        self.note(step, "drawing", StoryProblem.UNKNOWN_DRAWING, name)
        return ""


def _is_writable(text: str) -> bool:
    # JSON may spell half of a surrogate pair, which is no sign and has no UTF-8.
    return _writable(text) == text


def _writable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


PLACEHOLDER = re.compile(rf"\{{({OBSERVATION_ID.pattern})(?:\.(year|bare))?\}}")


def placeholders(text: str) -> Iterator[str]:
    """Give the ids of the figures that a sentence speaks of, in their order."""
    yield from (found[1] for found in PLACEHOLDER.finditer(text))
