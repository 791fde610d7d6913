"""Written stories: what is read of them, what is refused and why, and that nothing is lost on the way out and in again."""

import json
from dataclasses import astuple
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.stories import (
    LONGEST,
    MOST_FIGURES,
    MOST_STEPS,
    StoryDrawing,
    StoryFault,
    StoryProblem,
    Words,
    WrittenStep,
    WrittenStory,
    content_of,
    placeholders,
    read_story,
)

HALF = "x\ud800"
STEP: dict[str, Any] = {"says": {"en": "One", "zh": "一"}, "view": "region=330000", "figures": ["zj23-37a"], "drawing": "dots"}


def story(**step: Any) -> dict[str, Any]:
    """Write a story of one step, with some of its keys changed."""
    return {"story": {"id": "a", "title": "T"}, "step": [STEP | step]}


def faults(content: Any) -> list[StoryFault]:
    """Read a story for what is wrong with it."""
    return read_story(content)[1]


def test_a_story_is_read_as_it_is_written():
    read, found = read_story(story(note="N"))
    assert found == []
    step = WrittenStep(says=Words("One", "一"), note=Words.same("N"), view="region=330000", figures=("zj23-37a",), drawing="dots")
    assert read == WrittenStory("a", Words.same("T"), Words(), (step,))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ({}, StoryFault(0, "story", StoryProblem.MISSING)),
        ({"story": 1}, StoryFault(0, "story", StoryProblem.WRONG_FORM)),
        ({"story": {}}, StoryFault(0, "step", StoryProblem.MISSING)),
        ({"story": {}, "step": {"a": 1}}, StoryFault(0, "step", StoryProblem.WRONG_FORM)),
        ({"story": {}, "step": [1]}, StoryFault(1, "step", StoryProblem.WRONG_FORM)),
        ({"story": {}, "step": [STEP], "x": 1}, StoryFault(0, "x", StoryProblem.UNKNOWN_KEY, "x")),
        (story(colour="red"), StoryFault(1, "colour", StoryProblem.UNKNOWN_KEY, "colour")),
        (story(says=7), StoryFault(1, "says", StoryProblem.WRONG_FORM)),
        (story(says={"fr": "Un"}), StoryFault(1, "fr", StoryProblem.UNKNOWN_KEY, "fr")),
        (story(note="n" * 801), StoryFault(1, "note", StoryProblem.TOO_LONG, "800")),
        (story(figures="zj23-37a"), StoryFault(1, "figures", StoryProblem.WRONG_FORM)),
        (story(figures=["zj23-37a"] * 41), StoryFault(1, "figures", StoryProblem.TOO_MANY, "41")),
        (story(drawing="pie"), StoryFault(1, "drawing", StoryProblem.UNKNOWN_DRAWING, "pie")),
        ({"story": {"title": HALF}}, StoryFault(0, "title", StoryProblem.WRONG_FORM)),
        ({"story": {"title": {"zh": HALF}}}, StoryFault(0, "title", StoryProblem.WRONG_FORM)),
        ({HALF: 1}, StoryFault(0, "x?", StoryProblem.WRONG_FORM, "x?")),
        ({"story": {HALF: 1}}, StoryFault(0, "x?", StoryProblem.WRONG_FORM, "x?")),
        (story(**{HALF: 1}), StoryFault(1, "x?", StoryProblem.WRONG_FORM, "x?")),
        (story(note={HALF: "N"}), StoryFault(1, "x?", StoryProblem.WRONG_FORM, "x?")),
        (story(view=HALF), StoryFault(1, "view", StoryProblem.WRONG_FORM)),
        (story(drawing=HALF), StoryFault(1, "drawing", StoryProblem.WRONG_FORM)),
        (story(figures=[HALF]), StoryFault(1, "figures", StoryProblem.WRONG_FORM)),
        ({"story": {}, "step": [STEP] * 31}, StoryFault(0, "step", StoryProblem.TOO_MANY, "31")),
    ],
)
def test_what_is_wrong_is_named_with_its_step_and_key(content: Any, fault: StoryFault):
    assert fault in faults(content)


def test_only_the_first_steps_of_too_many_are_taken():
    assert len(read_story({"story": {}, "step": [STEP] * 100})[0].steps) == MOST_STEPS


def test_a_sign_of_two_surrogates_is_a_sign():
    assert faults(story(note="\U0001f375")) == []


TEXTS = st.text(max_size=40)
WORDS = st.builds(Words, TEXTS, TEXTS)
IDS = st.lists(st.text("abz0-", min_size=1, max_size=9), unique=True, max_size=MOST_FIGURES).map(tuple)
STEPS = st.builds(
    WrittenStep, finding=TEXTS, says=WORDS, note=WORDS, view=TEXTS, figures=IDS,
    drawing=st.sampled_from(["", *StoryDrawing]), quote=st.text(max_size=LONGEST["quote"]),
)  # fmt: skip
STORIES = st.builds(WrittenStory, id=TEXTS, title=WORDS, lead=WORDS, steps=st.lists(STEPS, min_size=1, max_size=4).map(tuple))


@given(STORIES)
def test_what_is_written_reads_back_the_same(written: WrittenStory):
    assert read_story(content_of(written)) == (written, [])


ANY_CHARACTER = st.characters(exclude_categories=())
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(ANY_CHARACTER, max_size=9),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["story", "step", "says", "en", "figures", "view", HALF]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["story", "step", HALF]), JSON))
def test_whatever_is_given_a_story_comes_out_that_can_be_written(content: dict[str, Any]):
    read, found = read_story(content)
    assert isinstance(read, WrittenStory)
    json.dumps([content_of(read), [astuple(fault) for fault in found]], ensure_ascii=False).encode()


def test_the_figures_a_sentence_speaks_of():
    assert list(placeholders("From {zz24-02b} in {zz24-02b.year} to {of001-02.bare}; {x} {zz24-02b.colour} stay.")) == [
        "zz24-02b",
        "zz24-02b",
        "of001-02",
    ]
