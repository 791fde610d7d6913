"""The Stories page: list, story, slides, a story of one's own; empty and hostile links."""

import json

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.domain.stories import Words, WrittenStep, WrittenStory
from lib.queries.story_files import to_file, to_link
from lib.text.catalogue import say
from lib.ui.story_saving import story_name
from tests.pages.visits import address, component_data, elements, seen, visit

HOSTILE = "<img src=x onerror=alert(1)> $x$ :red[y] [a](http://b.c) {kq99-01a}"


def own(*steps: WrittenStep, title: str = "Mine") -> dict[str, str]:
    """Return the link of a story of a reader."""
    return {"own": to_link(WrittenStory(title=Words.same(title), steps=steps))}


def slides(reader: AppTest) -> list[dict[str, object]]:
    """Return what the slides show."""
    found: list[dict[str, object]] = component_data(reader, "deck")["steps"]
    return found


def links(reader: AppTest) -> list[str]:
    """Return what the links to other views of this page say."""
    return [
        json.loads(found.proto.json)["label"] for found in elements(reader, "bidi_component") if "view_link" in found.proto.component_name
    ]


def test_every_story_is_listed_with_its_ways():
    reader = visit("stories")
    assert not reader.exception
    assert links(reader).count("Present") == 3
    assert "Read it: 6 steps" in links(reader)
    assert component_data(reader, "read_six-grassroots")["query_string"] == "story=six-grassroots"
    assert component_data(reader, "present_six-grassroots")["query_string"] == "story=six-grassroots&present=yes"


def test_a_story_is_told_step_by_step_in_chinese():
    reader = visit("stories", {"story": "district-and-province", "lang": "zh"})
    assert not reader.exception
    assert not reader.warning
    assert address(reader)["story"] == ["district-and-province"]
    first, *_ = slides(reader)
    assert len(slides(reader)) == 5
    assert str(first["label"]).startswith("第1步，共5步：文章报道2022年柯桥区为1.599")
    assert first["drawing"] is not None
    quote = first["quote"]
    assert isinstance(quote, dict)
    assert {part["role"] for part in quote["parts"]} >= {"chosen", "figure"}
    assert "数据集" in str(first["line"])


def test_a_step_says_how_many_of_the_figures_it_speaks_of_are_shown():
    reader = visit("stories", {"story": "city-promises"})
    assert [slide["cut"] for slide in slides(reader)] == ["6 of 12 figures are shown.", "", "", "", "2 of 3 figures are shown."]
    assert {"6 of 12 figures are shown.", "2 of 3 figures are shown."} <= {caption.value for caption in reader.caption}


def test_a_hostile_story_is_shown_as_text_and_says_what_it_could_not_be_given():
    step = WrittenStep(says=Words.same(HOSTILE), note=Words.same(HOSTILE), view="region=atlantis", figures=("kq23-12d", "nothing-01"))
    reader = visit("stories", own(step, title=HOSTILE))
    assert not reader.exception
    (slide,) = slides(reader)
    assert "".join(part["text"] for part in slide["parts"]) == HOSTILE  # type: ignore[attr-defined]
    assert any("region=atlantis" in text for text in seen(reader))
    assert any("There is no figure “nothing-01”" in text for text in seen(reader))
    assert not any(HOSTILE in block.value for block in reader.markdown)


@pytest.mark.parametrize("link", [{"own": "%%%"}, {"own": "x" * 7000}, {"own": "eJw"}])
def test_a_link_that_holds_no_story_says_so_and_the_page_works(link: dict[str, str]):
    reader = visit("stories", link)
    assert not reader.exception
    assert len(reader.warning) == 1
    assert "Present" in links(reader)


def test_a_story_that_there_is_not_is_named():
    reader = visit("stories", {"story": "*atlantis*", "step": "x", "present": "perhaps"})
    assert not reader.exception
    assert "There is no story “*atlantis*” here, or no longer." in [text.value for text in reader.text]


def test_a_view_without_figures_is_a_step_that_says_so():
    reader = visit("stories", own(WrittenStep(view="q=zeppelin")))
    assert not reader.exception
    assert "No figure fits this view: it is not reported in these articles." in [text.value for text in reader.text]


def test_a_view_of_a_question_tells_its_finding():
    reader = visit("stories", own(WrittenStep(view="region=330000&region=330603&inside=no&theme=income_gap&year=2022&q=urban+ratio")))
    assert "1.599" in str(slides(reader)[0]["label"]) or "0.30 closer" in str(slides(reader)[0]["label"])


def test_a_story_of_ones_own_is_taken_over_ordered_named_and_opened_from_a_file():
    reader = visit("stories", own(WrittenStep(figures=("kq23-12d",)), WrittenStep(figures=("zz24-02b",))))
    reader.button("take_over").click().run()
    reader.query_params.clear()
    reader.switch_page("pages/stories.py").run()
    reader.button("down_0").click().run()
    reader.text_input("own_says_0").set_value("First {zz24-02b}").run()
    reader.text_input("own_note_0").set_value("Only so much.").run()
    assert "First more than 1.36 trillion yuan" in [text.value for text in reader.text]
    reader.button("remove_1").click().run()
    assert not reader.exception
    assert [button.key for button in reader.button if str(button.key).startswith("remove_")] == ["remove_0"]
    written = to_file(WrittenStory(title=Words.same("File"), steps=(WrittenStep(figures=("kq23-12d",)),) * 2))
    reader.file_uploader("own_file").set_value(("story.json", written, "application/json")).run()
    assert not reader.exception
    assert reader.text_input("own_title").value == "File"
    reader.file_uploader("own_file").set_value(("story.json", b"{", "application/json")).run()
    assert len(reader.warning) == 1
    assert reader.text_input("own_title").value == "File"


@pytest.mark.parametrize("pages", [("data", "stories"), ("stories", "data")])
def test_a_story_and_the_data_page_open_one_after_the_other(pages: tuple[str, str]):
    st.cache_resource.clear()
    for page in pages:
        reader = visit(page, {"story": "six-grassroots"} if page == "stories" else None)
        assert not reader.exception
        assert "code" in [header.anchor for header in reader.header] if page == "data" else len(slides(reader)) == 6


def test_a_story_without_a_title_asks_for_one_and_its_file_is_named_all_the_same():
    reader = visit("stories", own(WrittenStep(figures=("kq23-12d",))))
    reader.button("take_over").click().run()
    reader.query_params.clear()
    reader.switch_page("pages/stories.py").run()
    assert reader.text_input("own_title").proto.placeholder == say("en", "builder.name_hint")
    names = [story_name(WrittenStory(title=Words.same(title))) for title in ("", "共同富裕", "Two ratios, one year")]
    assert names == ["my-story", "my-story", "two-ratios-one-year"]
