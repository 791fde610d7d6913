"""The Industry page: every question with its figures, its finding, and what may not be compared."""

from lib.domain.vocabulary import Layer
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.ui import industry_blocks
from tests.pages.asked_pages import asked_on, headings
from tests.pages.visits import charts, component_data, visit

COMPARABLE = {  # one chart: nothing but these may stand on it together
    "q06": {"zj23-25a", "zj23-25b", "zj23-25c", "zj23-25d", "zj23-25e"},
    "q08": {"zz24-02a", "zz24-03a", "zz24-04a", "zz24-04b", "zz24-11b"},
    "beside": {"zz24-02a", "of017-03", "of005-02", "zz24-03a", "of017-06", "zz24-04a", "of017-05"},
    "gdp": {"zz20-02a", "zz24-02b", "of057-01", "of058-01"},
    "q07": {"zz24-11c", "zz24-14a"},
    "per_person": {"hz21-04a", "of047-02"},
}


def test_only_what_may_be_compared_shares_a_scale(real_store: Store):
    drawn = {one.name: set(one.rows.observation_id) for one in asked_on(industry_blocks, real_store) if one.tab == "tab.chart"}
    assert drawn == COMPARABLE
    assert len(charts(visit("industry"))) == len(COMPARABLE)


def test_without_official_figures_the_articles_stand_alone(real_store: Store):
    reader = visit("industry", {"show": "articles"})
    assert len(charts(reader)) == len(COMPARABLE) - 2
    assert {row["id"] for row in component_data(reader, "gdp_table")["rows"]} == {"zz20-02a", "zz24-02b"}
    assert not {"beside", "per_person"} & {anchor for _, anchor in headings(reader)}


def test_every_plan_of_industry_is_on_the_list(real_store: Store):
    groups = component_data(visit("industry"), "plans_figures")["groups"]
    rows = observations(real_store, Selection(themes=("industry",)))
    assert {promise["id"] for group in groups for promise in group["promises"]} == set(rows[rows.status != "actual"].observation_id)


def test_a_figure_of_this_page_in_the_link_opens_its_sentence_in_its_block(real_store: Store):
    reader = visit("industry", {"claim": "zz24-23a"})
    (card,) = component_data(reader, "zone_chosen")["cards"]
    assert [part["text"] for part in card["parts"] if part["role"] == "chosen"] == ["90,000"]
    assert [one["id"] for one in component_data(reader, "zone_figures")["cards"] if one["selected"]] == ["zz24-23a"]
    assert reader.button("chip_zone")


def test_a_figure_of_another_page_in_the_link_is_named_and_can_be_let_go():
    reader = visit("industry", {"claim": "kq23-12d"})
    assert reader.button("chip_elsewhere").label.replace("\\", "") == "Keqiao District, 2022: Urban-rural income ratio"
    assert say("en", "question_block.elsewhere") in [text.value for text in reader.text]
    reader.button("chip_elsewhere").click().run()
    assert "claim" not in reader.query_params
    assert not [button for button in reader.button if button.key == "chip_elsewhere"]


def test_filters_of_explore_are_said_and_can_be_reset(real_store: Store):
    reader = visit("industry", {"region": "330603"})
    told = (one.rows[one.rows.layer == Layer.ARTICLE] for one in asked_on(industry_blocks, real_store))
    shown = {figure for rows in told for figure in rows.observation_id}
    kept = shown & set(observations(real_store, Selection(regions=("330603",))).observation_id)
    said = say("en", "question_block.filtered", count=len(shown - kept), total=len(shown))
    assert said in [text.value for text in reader.text]
    cards = component_data(reader, "giants_figures")["cards"]
    assert {card["id"]: card["dimmed"] for card in cards} == {"zz24-10a": True, "zz24-10b": True, "kq23-07a": False}
    reader.button("reset").click().run()
    assert said not in [text.value for text in reader.text]
    assert not any(card["dimmed"] for card in component_data(reader, "giants_figures")["cards"])


def test_without_its_figures_a_question_says_so_instead_of_a_chart(sample_data):
    reader = visit("industry")
    assert not reader.exception
    assert say("en", "question_block.nothing") in [text.value for text in reader.text]
    assert charts(reader) == []
