"""What a step says: figures put in with their bounds, what names no figure left as it is, in both languages."""

from pathlib import Path

import pandas as pd
import pytest

from lib.domain.stories import StoryFault, StoryProblem, Words, WrittenStep
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import Language
from lib.text.finding_parts import Part
from lib.text.story_words import fault_words, filled, step_finding, step_note, titled


@pytest.fixture(scope="module")
def every() -> pd.DataFrame:
    """Return the figures of the real dataset."""
    return observations(Store.open(Path(__file__).resolve().parents[2] / "data"), Selection())


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "It has {zz24-02b} in {zz24-02b.year}.", "It has more than 1.36 trillion yuan in 2023."),
        ("zh", "{zz24-02b.year}为{zz24-02b}。", "2023年为超过1.36万亿元。"),
        ("en", "{kq23-11f.bare} yuan", "less than 1 million yuan"),
        ("en", "{kq99-01a} and {x} and {zz24-02b.colour}", "{kq99-01a} and {x} and {zz24-02b.colour}"),
        ("en", "<b>$x$ :red[y]</b>", "<b>$x$ :red[y]</b>"),
        ("en", "", ""),
    ],
)
def test_a_figure_is_put_in_with_its_bound(every: pd.DataFrame, language: Language, text: str, said: str):
    assert "".join(part.text for part in filled(text, every, language)) == said


def test_figures_and_years_are_set_apart(every: pd.DataFrame):
    assert filled("A {kq23-12d} of {kq23-12d.year}", every, "en") == (
        Part("A "), Part("1.599", "figure"), Part(" of "), Part("2022", "year"),
    )  # fmt: skip


def test_a_step_tells_its_finding_its_own_sentence_or_the_view(every: pd.DataFrame):
    computed = step_finding(WrittenStep(finding="q01"), every, "en", "View")
    assert computed.formula == "1.90 − 1.599 = 0.301"
    assert step_finding(WrittenStep(says=Words("A {kq23-12d}", "甲")), every, "en", "View").observation_ids == ("kq23-12d",)
    assert step_finding(WrittenStep(), every, "en", "View").text == "View"
    assert step_finding(WrittenStep(finding="q99"), every, "en", "View").text == "View"


def test_the_caveat_of_a_finding_comes_before_the_note(every: pd.DataFrame):
    step = WrittenStep(finding="q01", note=Words.same("Mine."))
    told = step_finding(step, every, "en")
    assert step_note(step, told, every, "en") == (told.caveat, "Mine.")


def test_a_fault_is_said_with_its_step():
    assert fault_words(StoryFault(2, "drawing", StoryProblem.UNKNOWN_DRAWING, "pie"), "en") == (
        "Step 2: The drawing “pie” is unknown. The figures choose theirs."
    )
    assert fault_words(StoryFault(0, "title", StoryProblem.WRONG_FORM), "zh") == "“title”的形式不对，已略去。"


def test_a_story_without_a_title_says_so():
    assert titled(Words(), "en") == "A story without a title"
    assert titled(Words("", "甲"), "en") == "甲"
