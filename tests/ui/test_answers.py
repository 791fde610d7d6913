"""Answers that sessions share: asked once, also by many at the same time, kept in number, and their texts quick to read."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pandas as pd
import pytest

from lib.ui.answers import Answers, quick


def test_many_at_once_ask_only_once():
    answers, asked, together = Answers(most=2), list[str](), Barrier(4)

    def ask() -> str:
        asked.append("once")
        return "told"

    def session() -> object:
        together.wait(timeout=5)
        return answers.of("question", ask)

    with ThreadPoolExecutor(4) as sessions:
        told = [one.result() for one in [sessions.submit(session) for _ in range(4)]]
    assert (told, asked) == (["told"] * 4, ["once"])


def test_the_answer_asked_for_longest_ago_goes_first():
    answers, asked = Answers(most=2), list[str]()
    for question in ("a", "b", "a", "c", "a", "b"):
        answers.of(question, partial(asked.append, question))
    assert asked == ["a", "b", "c", "b"]


def test_nothing_is_an_answer_too_and_a_failure_is_none():
    answers = Answers(most=2)
    assert answers.of("empty", lambda: None) is None
    assert answers.of("empty", lambda: 1) is None
    with pytest.raises(ZeroDivisionError):
        answers.of("broken", lambda: 1 // 0)
    assert answers.of("broken", lambda: 1) == 1


def test_a_question_may_ask_another():
    answers = Answers(most=2)
    assert answers.of("outer", lambda: answers.of("inner", lambda: 1) + 1) == 2


def test_texts_of_a_frame_become_plain_objects_and_the_rest_stays():
    frame = pd.DataFrame({"text": ["a b", None, "a b"], "number": [1, 2, 3]}).astype({"text": "str"})
    told = quick(frame)
    assert told["text"].dtype == object
    assert told["text"].iloc[0] is told["text"].iloc[2]
    pd.testing.assert_frame_equal(told.astype({"text": "str"}), frame)
    assert quick("a b") == "a b"
