"""The questions: each view holds every figure of its finding, has a link, and is recognised again."""

from pathlib import Path

import pytest

from lib.queries.links import Known, read_params
from lib.queries.observations import observations
from lib.queries.questions import QUESTIONS, question_of
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import entries
from lib.text.finding_sentences import SENTENCES
from lib.text.findings import finding


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.open(Path(__file__).resolve().parents[2] / "data")


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_shows_the_figures_that_answer_it(name: str, store: Store):
    told = finding(name, observations(store, Selection()), "en")
    shown = observations(store, QUESTIONS[name].selection)
    assert told.observation_ids
    assert set(told.observation_ids) <= set(shown.observation_id)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_survives_its_link(name: str, store: Store):
    reading = read_params(QUESTIONS[name].selection.to_params(), Known.of(store))
    assert reading.notices == ()
    assert reading.selection == QUESTIONS[name].selection


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_view_names_its_question_whatever_else_is_chosen(name: str):
    view = QUESTIONS[name].selection
    assert question_of(view.replace(claim="zz99-01a", language="zh", source="a-document")) == name
    assert question_of(view.replace(years=(2019, 2020))) == ""


def test_a_view_of_everything_is_no_question():
    assert question_of(Selection()) == ""


def test_every_question_has_words_and_a_finding_and_no_word_is_left_over():
    assert QUESTIONS.keys() == SENTENCES.keys()
    # The last question is about what is absent: no view of figures answers it.
    asked = {*QUESTIONS, "q13"}
    assert {f"question.{name}" for name in asked} == {key for key in entries() if key.startswith("question.")}
