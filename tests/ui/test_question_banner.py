"""The banner: the question and its finding stand above exactly the view that answers it."""

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import pytest

from lib.queries.questions import QUESTIONS
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.ui import finding_line, question_banner
from tests.ui.conftest import Reader


@pytest.fixture
def told(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Return what the finding component was given, once for each banner."""
    shown: list[dict[str, Any]] = []
    monkeypatch.setattr(finding_line, "_COMPONENT", lambda data, **_: shown.append(data))
    page = SimpleNamespace(
        container=lambda **_: nullcontext(), page_link=lambda *_, **__: None, session_state=reader.session_state,
        button=lambda *_, on_click, **__: reader.session_state.update(dismiss=on_click),
    )  # fmt: skip
    monkeypatch.setattr(question_banner, "st", page)
    return shown


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_question_stands_above_its_view(told, language: str, reader: Reader, real_store: Store):
    reader.chooses(**{name: getattr(QUESTIONS["q07"].selection, name) for name in ("regions", "search")}, language=language)
    question_banner.banner(real_store)
    (shown,) = told
    assert shown["question"] == say("zh" if language == "zh" else "en", "question.q07")
    assert [part["text"] for part in shown["parts"] if part["role"] == "year"] == (
        ["2023", "2024"] if language == "en" else ["2023年", "2024年"]
    )
    assert shown["formula"] and shown["caveat"]
    assert [one["id"] for one in shown["inputs"]] == ["zz24-11c", "zz24-14a"]
    assert not any(one["selected"] for one in shown["inputs"])


def test_the_chosen_figure_is_marked_among_the_inputs(told, reader: Reader, real_store: Store):
    reader.chooses(regions=QUESTIONS["q07"].selection.regions, search="new energy vehicles", claim="zz24-14a")
    question_banner.banner(real_store)
    assert [one["id"] for one in told[0]["inputs"] if one["selected"]] == ["zz24-14a"]


def test_any_other_view_has_no_banner(told, reader: Reader, real_store: Store):
    reader.chooses(regions=("410100",), search="new energy", claim="zz24-14a")
    question_banner.banner(real_store)
    reader.chooses()
    question_banner.banner(real_store)
    assert told == []


def asks(reader: Reader, name: str) -> None:
    reader.chooses(**{part: getattr(QUESTIONS[name].selection, part) for part in ("regions", "inside", "themes", "years", "search")})


def test_a_question_stays_when_its_view_is_filtered_further_and_another_takes_its_place(told, reader: Reader, real_store: Store):
    asks(reader, "q07")
    question_banner.banner(real_store)
    reader.chooses(regions=("410100",))
    question_banner.banner(real_store)
    asks(reader, "q01")
    question_banner.banner(real_store)
    assert [shown["question"] for shown in told] == [say("en", f"question.{name}") for name in ("q07", "q07", "q01")]


def test_a_dismissed_question_is_gone_until_it_is_asked_again(told, reader: Reader, real_store: Store):
    asks(reader, "q07")
    question_banner.banner(real_store)
    reader.session_state["dismiss"]()  # type: ignore[operator]
    question_banner.banner(real_store)
    assert len(told) == 1
    reader.chooses()
    question_banner.banner(real_store)
    assert len(told) == 1
    asks(reader, "q07")
    question_banner.banner(real_store)
    assert len(told) == 2


def test_only_the_figures_of_the_question_are_its_own(told, reader: Reader, real_store: Store):
    assert not question_banner.shows(real_store, "zz24-14a")
    asks(reader, "q07")
    question_banner.banner(real_store)
    assert question_banner.shows(real_store, "zz24-14a")
    assert not question_banner.shows(real_store, "kq23-12d")
