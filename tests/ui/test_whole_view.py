"""The view as the page completes it: Compare names the places that it puts side by side, other pages nothing."""

import pytest

from lib.domain.case_areas import KEQIAO, ZHEJIANG
from lib.queries.store import Store
from lib.ui import state
from lib.ui.view_line import view_sentence
from lib.ui.whole_view import completion, whole_view
from tests.ui.conftest import Reader

HANGZHOU = "330100"


def test_compare_names_the_places_it_chose_itself_and_the_selection_stays(reader: Reader, sample_store: Store):
    state.take_link(sample_store, "compare")
    assert completion() == {"region": [KEQIAO, ZHEJIANG], "inside": ["no"]}
    assert state.selection().regions == ()


@pytest.mark.parametrize(("regions", "added"), [((HANGZHOU,), [HANGZHOU, ZHEJIANG]), ((HANGZHOU, KEQIAO), None)])
def test_what_the_reader_chose_is_completed_not_replaced(reader: Reader, regions: tuple[str, ...], added: list[str] | None):
    reader.chooses(regions=regions, inside=False, themes=("industry",))
    reader.session_state["page_seen"] = "compare"
    assert completion() == ({"region": added} if added else {})
    assert whole_view().themes == ("industry",)


def test_other_pages_show_what_is_selected(reader: Reader, sample_store: Store):
    state.take_link(sample_store, "explore")
    assert (completion(), whole_view()) == ({}, state.selection())


def test_the_sentence_of_the_view_names_the_places(reader: Reader, real_store: Store):
    state.take_link(real_store, "compare")
    assert view_sentence(real_store, whole_view(), 47).endswith(": Keqiao District and Zhejiang Province only.")
