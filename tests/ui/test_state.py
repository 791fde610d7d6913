"""The selection and its link: visits, changes, navigation, Back and Forward."""

import pytest

from lib.queries.notices import LinkProblem
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.ui import state
from tests.ui.conftest import Reader


def test_without_a_link_nothing_is_chosen(reader: Reader, sample_store: Store):
    state.take_link(sample_store, "explore")
    assert state.selection() == Selection()
    assert state.notices() == ((), 0)
    assert reader.query_params == {}


def test_a_visit_takes_the_link(reader: Reader, sample_store: Store):
    reader.goes_to(region=["330100"], year=["2020-2021"], lang=["zh"])
    state.take_link(sample_store, "explore")
    assert state.selection() == Selection(regions=("330100",), years=(2020, 2021), language="zh")


def test_what_cannot_be_given_is_noted_and_the_address_stays(reader: Reader, sample_store: Store):
    reader.goes_to(region=["atlantis"])
    state.take_link(sample_store, "explore")
    told, further = state.notices()
    assert [(notice.parameter, notice.given, notice.problem) for notice in told] == [("region", "atlantis", LinkProblem.UNKNOWN_VALUE)]
    assert further == 0
    assert reader.query_params == {"region": ["atlantis"]}


def test_a_change_writes_the_link_and_the_next_run_leaves_it(reader: Reader, sample_store: Store):
    reader.goes_to(theme=["nonsense"])
    state.take_link(sample_store, "explore")
    state.change(themes=("industry",))
    assert reader.query_params == {"theme": ["industry"]}
    assert state.notices() == ((), 0)
    state.take_link(sample_store, "explore")
    assert state.selection().themes == ("industry",)


def test_the_navigation_keeps_the_selection_and_completes_the_address(reader: Reader, sample_store: Store):
    reader.goes_to(theme=["industry"])
    state.take_link(sample_store, "explore")
    reader.goes_to()
    state.take_link(sample_store, "data")
    assert state.selection().themes == ("industry",)
    assert reader.query_params == {"theme": ["industry"]}


def test_back_to_the_bare_address_of_a_page_changes_nothing(reader: Reader, sample_store: Store):
    reader.goes_to(theme=["industry"])
    state.take_link(sample_store, "explore")
    reader.goes_to()
    state.take_link(sample_store, "data")
    reader.goes_to()
    state.take_link(sample_store, "data")
    assert state.selection().themes == ("industry",)
    assert reader.query_params == {}


def test_back_to_the_start_of_a_page_undoes_the_first_change(reader: Reader, sample_store: Store):
    state.take_link(sample_store, "explore")
    state.change(themes=("industry",))
    state.take_link(sample_store, "explore")
    reader.goes_to()
    state.take_link(sample_store, "explore")
    assert state.selection() == Selection()


def test_back_undoes_exactly_one_change(reader: Reader, sample_store: Store):
    state.take_link(sample_store, "explore")
    state.change(themes=("industry",))
    before = dict(reader.query_params)
    state.change(statuses=("actual",))
    reader.goes_to(**before)
    state.take_link(sample_store, "explore")
    assert state.selection() == Selection(themes=("industry",))


def test_back_to_another_page_takes_its_link(reader: Reader, sample_store: Store):
    reader.goes_to(theme=["industry"])
    state.take_link(sample_store, "explore")
    reader.goes_to(theme=["income_gap"])
    state.take_link(sample_store, "overview")
    assert state.selection().themes == ("income_gap",)


def test_reset_keeps_the_document_and_the_language(reader: Reader):
    reader.chooses(themes=("industry",), claim="hz21-01a", source="daily-2021-hangzhou", language="zh")
    state.reset()
    assert state.selection() == Selection(source="daily-2021-hangzhou", language="zh")
    assert reader.query_params == {"source": ["daily-2021-hangzhou"], "lang": ["zh"]}


def test_picking_and_letting_go(reader: Reader):
    state.pick("hz21-01a")
    assert (state.selection().claim, reader.query_params) == ("hz21-01a", {"claim": ["hz21-01a"]})
    state.pick("")
    assert (state.selection().claim, reader.query_params) == ("", {})


def test_a_callback_forms_the_value_of_its_widget(reader: Reader):
    reader.session_state["filter_search"] = "  roads "
    state.callback("search", "filter_search", lambda value: value.strip())()
    assert state.selection().search == "roads"
    reader.session_state["inside"] = False
    state.callback("inside", "inside")()
    assert state.selection() == Selection(search="roads", inside=False)


def test_the_view_is_the_filters_alone(reader: Reader):
    reader.chooses(themes=("industry",), claim="hz21-01a", language="zh")
    assert state.view() == Selection(themes=("industry",))
    assert state.everything() == Selection()


@pytest.mark.parametrize(("asked", "language"), [(["zh"], "zh"), (["en"], "en"), (["xx"], "en"), ([], "en")])
def test_the_language_is_known_before_the_link_is_read(reader: Reader, asked: list[str], language: str):
    reader.goes_to(**({"lang": asked} if asked else {}))
    assert state.language_of_link() == language


def test_a_bare_address_keeps_the_language_of_the_session(reader: Reader):
    reader.reads("zh")
    assert state.language_of_link() == "zh"


def test_the_front_door_is_noted(reader: Reader):
    assert not state.is_entered()
    state.enter()
    assert state.is_entered()
