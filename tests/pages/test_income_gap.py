"""The Income gap page: each question with the figures that answer it, a chart that fits them, and what may not be compared."""

import pytest

from lib.domain.case_areas import CASE_AREAS, KEQIAO
from lib.queries.observations import observations
from lib.queries.questions import QUESTIONS
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.text.findings import finding
from lib.ui.income_blocks import asked
from lib.ui.words import plain
from tests.pages.visits import address, charts, component_data, seen, visit

CHARTED = ("q01", "q02", "q03", "q04", "q05")


@pytest.fixture
def page():
    return visit("income_gap")


def drawn(reader, name: str):
    """Return the rows that the chart of a question was given."""
    (chart,) = [chart for chart in charts(reader) if chart.proto.id.endswith(f"-{name}_figures")]
    return chart.proto


def test_its_numbered_questions_are_those_with_a_chart(real_store: Store):
    assert [block.name for block in asked(real_store) if block.is_numbered] == list(CHARTED)


def test_a_question_of_the_overview_is_answered_with_the_figures_of_its_finding(real_store: Store):
    rows = observations(real_store, QUESTIONS["q01"].selection.replace(regions=(), themes=(), years=None, search=""))
    shown = {block.name: set(block.rows[block.rows.layer == "article"].observation_id) for block in asked(real_store)}
    for name in ("q01", "q02", "q04", "q05"):
        assert set(finding(name, rows, "en").observation_ids) == shown[name]
    assert set(finding("q03", rows, "en").observation_ids) <= shown["q03"] | shown["gains"]


def test_the_charts_hold_no_figure_that_may_not_stand_on_one_scale(real_store: Store):
    by_name = {block.name: block.rows for block in asked(real_store)}
    for name in ("q01", "q02"):
        assert by_name[name][["indicator_id", "unit", "year_start", "year_end", "status"]].drop_duplicates().shape[0] == 1
        reported = by_name[name][by_name[name].layer == "article"]
        assert set(reported.region_id) <= set(CASE_AREAS)
    for name in ("q03", "q04"):
        assert by_name[name][["indicator_id", "unit", "region_id"]].drop_duplicates().shape[0] == 1


def test_case_areas_without_a_figure_stay_visibly_blank(page, real_store: Store):
    for name in ("q01", "q02"):
        reported = {block.name: set(block.rows.region_id) for block in asked(real_store)}[name]
        silent = [area for area in CASE_AREAS if area not in reported]
        told = drawn(page, name).alt.split("Not reported in these articles: ")
        assert (len(told) == 2) == bool(silent)
        assert "Keqiao" not in told[1]


def test_each_chart_says_what_it_shows_to_those_who_do_not_see_it(page):
    assert [bool(drawn(page, name).alt) for name in CHARTED] == [True] * len(CHARTED)
    assert "more than 50,000 yuan" in drawn(page, "q02").alt


def test_a_filter_dims_what_it_leaves_out_and_says_so(real_store: Store):
    reader = visit("income_gap", {"region": KEQIAO})
    kept = set(observations(real_store, QUESTIONS["q01"].selection.replace(regions=(KEQIAO,), inside=True)).observation_id)
    assert kept
    (line,) = [text.value for text in reader.text if text.value.startswith("Your filters leave out")]
    assert "figures on this page" in line
    cards = component_data(reader, "villages_figures")["cards"]
    assert not any(card["dimmed"] for card in cards)
    assert all(card["dimmed"] for card in component_data(reader, "counties_figures")["cards"])


def test_a_chosen_figure_opens_its_sentence_beside_its_chart():
    reader = visit("income_gap", {"claim": "kq23-12d"})
    (card,) = component_data(reader, "q01_chosen")["cards"]
    assert [part["text"] for part in card["parts"] if part["role"] == "chosen"] == ["1.599"]


def test_in_chinese_every_chart_and_note_is_chinese(real_store: Store):
    reader = visit("income_gap", {"lang": "zh"})
    assert [header.value for header in reader.header] == [plain(say("zh", block.words)) for block in asked(real_store)]
    assert all("。" not in drawn(reader, name).alt and "，" in drawn(reader, name).alt for name in CHARTED)
    for block in asked(real_store):
        told = ["".join(text for text, _ in runs) for runs in component_data(reader, f"{block.name}_notes")["paragraphs"]]
        assert [say("zh", note) for note in block.notes] == told[len(told) - len(block.notes) - len(block.remarks) :][: len(block.notes)]


def test_official_figures_stand_grey_beside_the_articles_and_can_be_taken_away(real_store: Store):
    reader = visit("income_gap")
    shown = {one.name: one.rows for one in asked(real_store)}
    official = shown["q01"][shown["q01"].layer == "official"]
    assert {"330000", "410000"} <= set(official.region_id) and set(official.year_end) == {2022}
    assert {card["id"] for card in component_data(reader, "q01_pages")["cards"]} == set(official.citation_id)
    with_context = len(drawn(reader, "q01").data.data)
    reader.toggle(key="context").set_value(False).run()
    assert address(reader)["show"] == ["articles"]
    assert len(drawn(reader, "q01").data.data) < with_context
    assert not [text for text in seen(reader) if text == say("en", "official.label")]
    assert visit("income_gap", {"show": "articles"}).toggle(key="context").value is False
