"""The blocks that answer a question: number cards, promises, and which of them a choice draws again."""

from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from lib.queries.about import figures_about
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.ui import chart_block, number_cards, promise_list, question_evidence, quote_cards, state
from lib.ui.rows import each
from lib.ui.shown import Shown
from tests.ui.conftest import Reader


class Drawn:
    """Takes the place of a component and keeps what it was given."""

    def __init__(self) -> None:
        """Start with nothing drawn."""
        self.data: dict[str, Any] = {}

    def __call__(self, key: str, data: dict[str, Any], **_: object) -> None:
        """Keep the data."""
        self.data = data


@pytest.fixture
def drawn(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """Return what a component was given last, in the light."""
    component = Drawn()
    for module in (number_cards, promise_list):
        monkeypatch.setattr(module, "_COMPONENT", component)
        monkeypatch.setattr(module, "colour_of", lambda store: lambda row: f"colour of {row.region_id}")
    return component


def about(store: Store, *indicators: str) -> pd.DataFrame:
    return figures_about(store, indicators)


def one(store: Store, observation_id: str) -> Any:
    rows = observations(store, Selection())
    return next(each(rows[rows.observation_id == observation_id]))


def test_a_card_says_all_that_is_drawn_of_a_figure(drawn: Drawn, reader: Reader, real_store: Store):
    reader.chooses(claim="zz24-23a")
    number_cards.number_cards(Shown.now(real_store, about(real_store, "ftz_registered_companies", "little_giants_stock"), "zone"))
    assert drawn.data["cards"][0] == {
        "id": "zz24-23a",
        "number": "> 90,000",
        "unit": "enterprises",
        "what": "Companies registered in the free trade zone",
        "place": "Zhengzhou Area, China (Henan) Pilot Free Trade Zone",
        "period": "2023",
        "status": "actual",
        "said": "Reported",
        "doubt": "Threshold only",
        "colour": "colour of zone-henan-ftz-zhengzhou",
        "selected": True,
        "dimmed": False,
    }
    assert [card["selected"] for card in drawn.data["cards"]] == [True, False]
    assert drawn.data["label"] == "2 figures"


@pytest.mark.parametrize(
    ("observation_id", "language", "parted"),
    [
        ("zz24-08c", "en", ("> 290 billion", "yuan")),
        ("zz24-08c", "zh", (">2,900亿", "元")),
        ("zj23-56a", "en", ("99.28%", "")),
        ("zj23-56a", "zh", ("99.28%", "")),
        ("zj23-14b", "en", ("1st", "")),
        ("zj23-14a", "en", ("≤ 0.27", "")),
        ("hz21-06c", "en", ("≈ 1 million", "square metres")),
    ],
)
def test_a_figure_is_parted_before_its_unit(reader: Reader, real_store: Store, observation_id: str, language: str, parted: tuple[str, str]):
    reader.reads(language)
    assert number_cards.amount(one(real_store, observation_id)) == parted


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_figure_loses_a_letter_when_it_is_parted(reader: Reader, real_store: Store, language: str):
    reader.reads(language)
    for row in each(observations(real_store, Selection())):
        whole = quote_cards.shown(row, state.selection().language)
        assert "".join(number_cards.amount(row)).replace(" ", "") == whole.replace(" ", "")


def test_what_the_filters_leave_out_is_dimmed(drawn: Drawn, reader: Reader, real_store: Store):
    reader.chooses(regions=("330603",))
    number_cards.number_cards(Shown.now(real_store, about(real_store, "little_giants_stock", "little_giants_added"), "giants"))
    assert {card["id"]: card["dimmed"] for card in drawn.data["cards"]} == {"zz24-10b": True, "kq23-07a": False}


def test_a_promise_says_who_until_when_and_that_nothing_is_reported(drawn: Drawn, real_store: Store):
    promise_list.promise_list(Shown.now(real_store, about(real_store, "parking_spots_added", "community_health_centers_built"), "q09"))
    zhengzhou, hangzhou = drawn.data["groups"]
    assert zhengzhou["said"] == "in the article’s own words · People's Daily Online, 14 October 2020"
    assert (hangzhou["title"], hangzhou["said"]) == ("Hangzhou", "promised by the government · Shanghai Daily, 6 December 2021")
    (promise,) = hangzhou["promises"]
    assert (promise["number"], promise["unit"]) == ("55,000", "parking spots")
    due, status, delivery = (one["lines"][0] for one in promise["cells"])
    assert (due["text"], status["status"], status["text"]) == ("2021", "ongoing", "Under way")
    assert (delivery["text"], delivery["figure"], delivery["selected"]) == ("Not reported in these articles", "", False)


def test_a_promise_that_was_reported_on_leads_to_the_report(drawn: Drawn, reader: Reader, real_store: Store):
    rows = about(real_store, "workshops_built")
    reader.chooses(claim="zj23-34a")
    promise_list.promise_list(Shown.now(real_store, rows[rows.status == "plan"], "plans"))
    (promise,) = drawn.data["groups"][0]["promises"]
    (delivery,) = promise["cells"][-1]["lines"]
    assert (delivery["figure"], delivery["text"], delivery["selected"]) == ("zj23-34a", "> 7,000 workshops reported for 2023", True)
    assert not promise["selected"]


def test_the_evidence_holds_every_figure_of_its_sentences(reader: Reader, real_store: Store):
    behind = question_evidence.evidence_behind(real_store, "test_vehicles", about(real_store, "nev_output"))
    assert list(behind.rows.observation_id) == ["zz24-11c", "zz24-14a"]
    assert list(behind.quotes.quote_id) == ["zz24-11", "zz24-14"]
    assert behind.ids == {"zz24-11a", "zz24-11b", "zz24-11c", "zz24-14a", "zz24-14b"}
    assert behind.line.startswith("Source: China Daily")
    assert dict(behind.facts)["Reference period"] == "2023–2024"


def test_without_rows_there_is_no_evidence_and_no_fault(reader: Reader, real_store: Store):
    behind = question_evidence.evidence_behind(real_store, "test_nothing", about(real_store, "unheard_of"))
    assert (behind.ids, behind.line, behind.facts) == (frozenset(), "", ())
    assert behind.quotes.empty


@pytest.fixture
def reruns(reader: Reader, monkeypatch: pytest.MonkeyPatch, real_store: Store) -> list[list[str]]:
    """Return the parts of the page that were drawn again, choice by choice."""
    asked: list[list[str]] = []

    def draw(parts: list[str]) -> None:
        asked.append(parts)
        for part in parts:
            state.was_drawn(part)

    session = SimpleNamespace(session_state=reader.session_state, query_params=reader.query_params, rerun=draw)
    monkeypatch.setattr(state, "st", session)
    state.take_link(real_store, "industry")
    state.follow("one", frozenset({"a", "b"}))
    state.follow("two", frozenset({"b", "c"}))
    state.follow("three", frozenset({"d"}))
    return asked


def test_a_choice_draws_again_what_shows_it_and_what_showed_the_last(reruns: list[list[str]], reader: Reader):
    for figure in ("a", "d", "", "b"):
        state.pick(figure)
    assert reruns == [["one"], ["one", "three"], ["three"], ["one", "two"]]
    assert reader.query_params == {"claim": ["b"]}


def test_a_choice_that_no_part_shows_leaves_the_page_to_itself(reruns: list[list[str]]):
    state.pick("elsewhere")
    assert reruns == []


def test_another_page_is_followed_by_none_of_the_last(reruns: list[list[str]], real_store: Store):
    state.take_link(real_store, "explore")
    state.pick("a")
    assert reruns == []


@pytest.mark.parametrize(
    ("seen", "selected", "clicked"),
    [
        ([], ["a"], "a"),
        (["a"], ["a", "b"], "b"),
        (["a", "b"], ["b"], "a"),
        (["a"], ["a"], ""),
        ([], ["a", "b"], "b"),  # two clicks so quick that they arrive as one
        (["a"], ["b"], "b"),  # the chart was drawn anew and remembers nothing
    ],
)
def test_the_mark_that_changed_last_was_clicked(monkeypatch: pytest.MonkeyPatch, seen: list[str], selected: list[str], clicked: str):
    def marks(names: list[str]) -> list[dict[str, str]]:
        return [{"observation_id": name} for name in names]

    session: dict[str, Any] = {"chart": {"selection": {"pick": marks(seen)}}}
    monkeypatch.setattr(chart_block, "st", SimpleNamespace(session_state=session))
    chart_block.clicked("chart", "pick")
    session["chart"] = {"selection": {"pick": marks(selected)}}
    assert chart_block.clicked("chart", "pick").get("observation_id", "") == clicked
