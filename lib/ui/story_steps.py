"""A step of a story with its words in the reader's language: what a page and a slide show of it."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from lib.domain.stories import StoryDrawing, Words, WrittenStep, WrittenStory
from lib.queries.questions import question_of
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.stories import Step, Story, every_figure, opened
from lib.text.catalogue import Language
from lib.text.finding_parts import Finding
from lib.text.story_words import step_finding, step_note
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.view_line import view_sentence

# How a question's answer is drawn, where that is a chart.
_DRAWN = {
    "q01": StoryDrawing.DOTS, "q02": StoryDrawing.BARS, "q03": StoryDrawing.BULLET, "q04": StoryDrawing.CHANGE, "q05": StoryDrawing.BAND,
    "q06": StoryDrawing.SHARES, "q07": StoryDrawing.CHANGE, "q08": StoryDrawing.GROWTH, "gdp": StoryDrawing.BARS,
    "narrowed": StoryDrawing.DOTS, "beside": StoryDrawing.LIST, "per_person": StoryDrawing.BULLET, "delivered": StoryDrawing.BULLET,
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Told:
    """A step and what it says: its place from 1, its finding, and what must be known with it."""

    place: int
    step: Step
    finding: Finding
    notes: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many figures it speaks of: those that it shows, and those that its finding was computed from."""
        return len({*self.step.rows["observation_id"], *self.finding.observation_ids})


def told_story(store: Store, story: WrittenStory) -> tuple[Story, list[Told]]:
    """Open a story and put it into words."""
    found = answer(store, opened, story)
    return found, [_told(store, story, place, step) for place, step in enumerate(found.steps, 1)]


def _told(store: Store, story: WrittenStory, place: int, step: Step) -> Told:
    language = state.selection().language
    step = answering(step)
    otherwise = view_sentence(store, step.selection.replace(language=language), len(step.rows))
    return Told(place, step, *answer(store, _worded, story, step.written, language, otherwise))


def _worded(store: Store, story: WrittenStory, written: WrittenStep, language: Language, otherwise: str) -> tuple[Finding, tuple[str, ...]]:
    """Say the finding of a step of this story, and its notes; for `answer`."""
    every = answer(store, every_figure, story)
    finding = step_finding(written, every, language, otherwise)
    return finding, step_note(written, finding, every, language)


def answering(step: Step) -> Step:
    """Let a step that says nothing itself tell the finding of the question whose view it is."""
    written = step.written
    name = question_of(step.selection) if not (written.finding or written.says) else ""
    return replace(step, written=replace(written, finding=name, drawing=written.drawing or drawn_as(name))) if name else step


def drawn_as(question: str) -> str:
    """Name the drawing of a story that shows the answer of a question; nothing where that is no chart."""
    return _DRAWN.get(question, "")


def step_of_question(name: str, view: Selection, figures: tuple[str, ...], is_numbered: bool, asks: str) -> WrittenStep:
    """Make a step of one question of a page: its computed finding, or the question itself."""
    from_view = WrittenStep(view=_query(view), figures=figures, drawing=drawn_as(name) or StoryDrawing.NUMBERS)
    return replace(from_view, finding=name) if is_numbered else replace(from_view, says=Words.same(asks))


def _query(view: Selection) -> str:
    return urlencode(view.replace(language="en", source="", show=()).to_params(), doseq=True)
