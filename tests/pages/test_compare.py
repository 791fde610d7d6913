"""The Compare page: no empty cell, no axis for what differs but under the watermark, and every number with its two figures."""

import re
from typing import Any

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import Language, say
from tests.pages.visits import address, charts, component_data, elements, visit

KEQIAO, ZHEJIANG, ZHENGZHOU, HANGZHOU = "330603", "330000", "410100", "330100"
NOT_REPORTED = "not reported in these articles"
UNLIKE = ["hz21-05a", "kq23-12b"]


def drawn(reader: AppTest, name: str) -> list[dict[str, Any]]:
    """Return the marks of the charts whose key holds the name."""
    found = [chart.proto for chart in charts(reader) if name in chart.proto.id]
    return [row for proto in found for row in pa.ipc.open_stream(proto.data.data).read_all().to_pylist()]


def told(reader: AppTest) -> set[str]:
    """Return every text, heading and caption on the page as a reader sees it."""
    kinds = (reader.text, reader.caption, reader.subheader, reader.info)
    return {one.value.replace("\\", "") for kind in kinds for one in kind}


def paragraphs(reader: AppTest, key: str) -> str:
    """Return the words of a block of prose."""
    return " ".join("".join(run for run, _ in paragraph) for paragraph in component_data(reader, key)["paragraphs"])


def rows_of(reader: AppTest, key: str) -> list[dict[str, Any]]:
    """Return the rows of a table of indicators."""
    return [row for group in component_data(reader, key)["groups"] for row in group["rows"]]


def test_three_places_have_three_cells_and_none_is_empty():
    reader = visit("compare", {"region": [ZHENGZHOU, KEQIAO, ZHEJIANG]})
    assert not reader.exception
    rows = [*rows_of(reader, "compare_table"), *rows_of(reader, "compare_alone")]
    assert {len(row["cells"]) for row in rows} == {3}
    assert all(cell["figures"] or cell["none"] == NOT_REPORTED for row in rows for cell in row["cells"])
    assert [column["name"] for column in component_data(reader, "compare_table")["columns"]] == [
        "Zhengzhou",
        "Keqiao District",
        "Zhejiang Province",
    ]
    assert (
        "Keqiao District lies inside Zhejiang Province: the two overlap, so they are never added up or ranked against each other."
        in told(reader)
    )


def test_what_can_be_compared_comes_first_and_is_drawn_with_its_numbers(real_store: Store):
    reader = visit("compare")
    groups = component_data(reader, "compare_table")["groups"]
    assert groups[0]["title"] == say("en", "compare_group.comparable")
    assert {row["observation_id"] for row in drawn(reader, "axis_rural")} == {"kq23-12b", "zj23-36a"}
    (difference, times) = component_data(reader, f"axis_rural_disposable_income_per_capita_{KEQIAO}_{ZHEJIANG}_articles_numbers")["numbers"]
    assert difference["formula"] == "> 50,000 − 37,600 ≥ 12,400 yuan a year"
    assert times["formula"] == "> 50,000 ÷ 37,600 ≥ 1.329"
    ids = [one["id"] for number in (difference, times) for one in number["inputs"]]
    sentences = real_store.run("select observation_id from observations where quote_id is not null")
    assert set(ids) == {"kq23-12b", "zj23-36a"} <= set(sentences["observation_id"])


def test_nothing_is_ranked_or_summed():
    reader = visit("compare", {"region": [ZHEJIANG, HANGZHOU, KEQIAO]})
    words = " ".join(told(reader)).lower()
    assert "hangzhou lies inside zhejiang province" in words
    assert "total" not in words and not re.search(r"\brank (?:first|no\.|\d)", words)
    order = [row["observation_id"] for row in drawn(reader, "axis_urban_rural_income_ratio") if row["observation_id"]]
    assert order == ["zj23-37a", "kq23-12d"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_differs_is_drawn_only_on_demand_and_under_the_watermark(language: Language):
    reader = visit("compare", {"pair": UNLIKE, "lang": language})
    assert drawn(reader, "axis_pair") == []
    assert any(say(language, "verdict.apart") in heading for heading in told(reader))
    reader.toggle("pair_override").set_value(True).run()
    assert address(reader)["show"] == ["unlike"]
    marks = drawn(reader, "axis_pair")
    assert [row["watermark"] for row in marks] == [say(language, "comparison_chart.watermark"), ""]
    assert say(language, "aspect.scope") in marks[0]["warning"].replace("\n", " " if language == "en" else "")
    assert not [one for one in elements(reader, "bidi_component") if one.proto.id.endswith("_pair_numbers")]
    reader.toggle("pair_override").set_value(False).run()
    assert "show" not in address(reader) and drawn(reader, "axis_pair") == []


def test_the_guard_names_both_sides():
    words = paragraphs(visit("compare", {"pair": UNLIKE}), "pair_reasons")
    assert "One is per household, the other per person." in words
    assert "One is only aimed at, the other reported as reached." in words


def test_without_a_common_unit_no_override_is_offered():
    reader = visit("compare", {"pair": ["zj23-34d", "zj23-30b"], "show": "unlike"})
    assert drawn(reader, "axis_pair") == []
    assert say("en", "compare.no_axis") in told(reader)
    assert not [toggle for toggle in reader.toggle if toggle.key == "pair_override"]


def test_two_figures_that_may_be_compared_are_drawn_without_a_warning():
    reader = visit("compare", {"pair": ["kq23-12d", "zj23-37a"], "show": "unlike"})
    marks = drawn(reader, "axis_pair")
    assert {row["watermark"] for row in marks} == {row["warning"] for row in marks} == {""}
    assert {card["id"] for card in component_data(reader, "pair_quotes")["cards"]} == {"kq23-12", "zj23-37"}


def test_a_choice_of_two_figures_is_kept_in_the_link_and_drops_the_override():
    reader = visit("compare", {"pair": UNLIKE, "show": ["unlike", "events"]})
    reader.selectbox("pair_first").set_value("zj23-36a").run()
    assert address(reader) == {"pair": ["zj23-36a", "kq23-12b"], "show": ["events"]}
    reader.selectbox("pair_second").set_value(None).run()
    assert address(reader)["pair"] == ["zj23-36a"]
    assert not reader.exception


@pytest.mark.parametrize(
    "link",
    [
        {"pair": ["kq23-12d", "kq23-12d"], "show": "unlike"},
        {"pair": ["gone-01a", ":red[x]", "kq23-12d"], "region": "atlantis"},
        {"region": ["CN", ZHENGZHOU, HANGZHOU, KEQIAO, ZHEJIANG], "layer": "official", "q": "nothing at all"},
    ],
)
def test_a_hostile_link_gives_a_page(link: dict[str, Any]):
    reader = visit("compare", link)
    assert not reader.exception
    assert [title.value for title in reader.title] == [say("en", "compare.title")]


def test_filters_that_leave_nothing_say_so():
    reader = visit("compare", {"q": "zeppelin"})
    assert say("en", "compare.nothing") in told(reader)


def test_official_context_is_grey_beside_the_articles_and_gone_without_them():
    link = {"region": [ZHENGZHOU, HANGZHOU], "layer": ["article", "official"]}
    reader = visit("compare", link)
    marks = drawn(reader, "axis_gdp_growth_real")
    assert {row["area"] for row in marks if row["is_benchmark"]} == {"context"}
    assert {row["area"] for row in marks if not row["is_benchmark"]} == {"context", ZHENGZHOU}
    reader.toggle("compare_official").set_value(False).run()
    assert "layer" not in address(reader)
    assert drawn(reader, "axis_gdp_growth_real") == []
    assert say("en", "compare.none_comparable") in told(reader)


def test_paper_share_and_citation_name_the_places_that_the_page_chose_itself(real_store: Store):
    reader = visit("compare")
    compared = observations(real_store, Selection(regions=(KEQIAO, ZHEJIANG), inside=False))
    head = component_data(reader, "printed_head")
    assert head["lines"][0].startswith(f"Showing {len(compared)} of ")
    assert head["lines"][0].endswith(": Keqiao District and Zhejiang Province only.")
    completed = {"region": [KEQIAO, ZHEJIANG], "inside": ["no"]}
    assert [component_data(reader, key)["completion"] for key in ("printed_head", "share", "cite_view")] == [completed] * 3
    assert component_data(visit("explore"), "share")["completion"] == {}
