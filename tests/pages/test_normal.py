"""Each page as most readers meet it: by address, by navigation, in either language."""

import re
from urllib.parse import parse_qs

import pytest

from lib.domain.tables import TABLES
from lib.domain.vocabulary import Layer
from lib.queries.links import Known, read_params
from lib.queries.observations import observations
from lib.queries.questions import QUESTIONS
from lib.queries.quotes import quotes
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import Language, say
from lib.text.findings import finding
from tests.pages.visits import PAGE_NAMES, address, charts, component_data, go, seen, visit

WORD = re.compile(r"[A-Za-z]{3,}")
# Names of file formats, standards and shapes, and what the Methods page quotes from the documents.
ALLOWED = {
    "English",
    "CSV",
    "UTF",
    "Excel",
    "Parquet",
    "SDMX",
    "SHA",
    "GDP",
    "trillion",
    "percent",
    "acre",
    "zip",
    "parquet",
    "pandas",
    "DuckDB",
    "SVG",
    "PNG",
    "Ctrl",
    "APA",
    "BibTeX",
    "CSL",
    "JSON",
    "XLSX",
    "PPTX",
    "ZIP",
    "HTML",
    "TOML",
    "circle",
    "square",
    "diamond",
    "elsewhere",
}
# Words in Chinese quotation marks are quoted too; then what the browser fills in, addresses, places in the page, colours, hashes,
# and the names of tables and columns.
QUOTED = (
    r"“[^”]*”|\{\w+\}|\]\(#\w+\)|:primary\[|:material/\w+:|\bown=\S+|https?://\S+|\b[0-9a-f]{64}\b|(?<![A-Za-z_])(?:"
    + "|".join(sorted({name for table in TABLES for name in (table.name, *table.columns)}, key=len, reverse=True))
    + r")(?:\.parquet)?(?![A-Za-z_])"
)
CODE = r"`[a-z_]+`"
CHARTS = {"overview": 2, "compare": 4, "conflicts": 7, "explore": 3, "income_gap": 6, "industry": 6, "public_services": 1, "targets": 5}
DATA = (
    "select indicator_id from indicators",
    "select title from citations", "select publisher_zh from citations", "select url from citations",
    "select text from quotes", "select locator from quotes", "select observation_id from observations", "select source_id from sources",
    "select printed from observations", "select bound_printed from observations", "select usd_printed from observations",
    "select region_id from regions", "select name_en from regions", "select printed from dismissals", "select note from dismissals",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("page", PAGE_NAMES)
def test_a_page_opens_with_its_title_and_its_foot(page: str, language: Language, real_store: Store):
    reader = visit(page, {"lang": language} if language == "zh" else {})
    assert not reader.exception
    assert [title.value for title in reader.title] == [say(language, f"{page}.title")]
    proved = real_store.verification
    foot = f"{proved.quotes_verified} of {proved.quotes_total} quotes" if language == "en" else f"{proved.quotes_total}条引文中"
    assert any(foot in caption.value for caption in reader.caption)
    assert not reader.warning or page == "sources"
    assert not reader.error


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_in_chinese_no_english_is_left_but_data_and_proper_names(page: str, real_store: Store):
    data = {str(value) for sql in DATA for value in real_store.run(sql).iloc[:, 0] if WORD.search(str(value))}
    printed = re.compile("|".join((QUOTED, CODE, *(re.escape(text) for text in sorted(data, key=len, reverse=True)))))
    reader = visit(page, {"lang": "zh", "claim": str(real_store.run("select min(observation_id) from observations").iloc[0, 0])})
    left = {text: set(WORD.findall(printed.sub("", text.replace("\\", "")))) - ALLOWED for text in seen(reader)}
    assert [text for text, words in left.items() if words] == []


def test_explore_shows_three_charts_over_the_same_rows(real_store: Store):
    reader = visit("explore")
    figures = set(observations(real_store, Selection()).observation_id)
    assert len(charts(reader)) == 3
    for table in ("by_indicator_table", "over_time_table"):
        assert {row["id"] for row in component_data(reader, table)["rows"]} == figures
    cards = component_data(reader, "quotes")["cards"]
    sentences = quotes(real_store, Selection())
    assert [card["id"] for card in cards] == [*sentences[sentences.figures > 0].quote_id, *sentences[sentences.figures == 0].quote_id]
    assert {figure["id"] for card in cards for figure in card["figures"]} == figures


def test_every_quote_reaches_its_card_as_printed(real_store: Store):
    texts = dict(zip(*(real_store.run("select quote_id, text from quotes")[name] for name in ("quote_id", "text")), strict=True))
    shown = {card["id"]: "".join(part["text"] for part in card["parts"]) for card in component_data(visit("explore"), "quotes")["cards"]}
    assert shown == texts


def test_every_chart_has_words_for_those_who_do_not_see_it():
    drawn = {page: charts(visit(page)) for page in PAGE_NAMES}
    assert {page: len(found) for page, found in drawn.items() if found} == CHARTS
    assert [page for page, found in drawn.items() for chart in found if not chart.proto.alt] == []


def test_a_claim_in_the_link_opens_its_sentence_first(real_store: Store):
    row = observations(real_store, Selection()).iloc[-1]
    reader = visit("explore", {"claim": row.observation_id})
    (card,) = component_data(reader, "chosen_quote")["cards"]
    assert card["id"] == row.quote_id
    assert [part["text"] for part in card["parts"] if part["role"] == "chosen"] == [row.printed]
    assert row.quote_id not in [other["id"] for other in component_data(reader, "quotes")["cards"]]
    assert reader.button("chip_chosen")
    assert [line["selected"] for line in component_data(reader, "over_time_table")["rows"]].count(True) == 1


def test_a_claim_outside_the_filters_is_shown_all_the_same(real_store: Store):
    row = observations(real_store, Selection(regions=("410100",))).iloc[0]
    reader = visit("explore", {"claim": row.observation_id, "region": "330603"})
    assert [card["id"] for card in component_data(reader, "chosen_quote")["cards"]] == [row.quote_id]
    assert [info.value.replace("\\", "") for info in reader.info] == [say("en", "notice.not_in_view")]


def test_the_selection_survives_the_navigation_and_the_address_follows():
    link = {"theme": ["industry"], "year": ["2022-2023"], "lang": ["zh"]}
    reader = visit("explore", link)
    for page in ("methods", "data", "overview", "explore"):
        go(reader, page)
        assert address(reader) == link
        assert [title.value for title in reader.title] == [say("zh", f"{page}.title")]


def test_back_undoes_one_change():
    reader = visit("explore")
    reader.multiselect("filter_regions").set_value(["410100"]).run()
    before = address(reader)
    reader.checkbox("tick_status_plan").uncheck().run()
    assert address(reader) != before
    go(reader, "explore", before)
    assert address(reader) == before
    assert reader.checkbox("tick_status_plan").value
    assert reader.multiselect("filter_regions").value == ["410100"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_question_shows_its_finding_and_how_much_it_leads_to(language: Language, real_store: Store):
    cards = component_data(visit("overview", {"lang": language}), "questions")["cards"]
    assert [card["name"] for card in cards] == list(QUESTIONS)
    every = observations(real_store, Selection())
    for card, question in zip(cards, QUESTIONS.values(), strict=True):
        told = finding(card["name"], every, language)
        shown = observations(real_store, question.selection)
        assert "".join(part["text"] for part in card["parts"]) == told.text
        assert card["amount"] == say(language, "overview.amount", figures=len(shown), count=shown.quote_id.nunique())
        assert read_params(parse_qs(card["query_string"]), Known.of(real_store)).selection == question.selection.replace(language=language)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_leads_to_the_view_that_it_counts(name: str, real_store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EXPLORE_BOARD", "server")
    view = QUESTIONS[name].selection
    reader = visit("explore", view.to_params())
    assert not reader.warning
    assert len(component_data(reader, "over_time_table")["rows"]) == len(observations(real_store, view))


@pytest.mark.parametrize("document", ["china-daily-2024-zhengzhou", "keqiao-release-2023-keqiao", "xinhua-2023-zhejiang"])
def test_a_document_opens_from_its_link_with_its_sentences_in_order(document: str, real_store: Store):
    reader = visit("sources", {"source": document})
    rows = real_store.run("select quote_id from quotes where source_id = ? order by ordinal", (document,))
    assert [card["id"] for card in component_data(reader, f"quotes_{document}")["cards"]] == list(rows.quote_id)
    left_out = real_store.run("select reason from dismissals where source_id = ?", (document,))
    assert len(component_data(reader, "dismissed")["rows"]) == len(left_out)


def test_choosing_another_document_changes_the_link():
    reader = visit("sources")
    reader.selectbox("source").set_value("xinhua-2023-zhejiang").run()
    assert address(reader) == {"source": ["xinhua-2023-zhejiang"]}


def test_the_data_page_shows_the_view_or_everything(real_store: Store):
    reader = visit("data", {"region": "410100"})
    grid = {"view": Selection(regions=("410100",)), "articles": Selection(), "all": Selection(layers=tuple(Layer))}
    for scope, selection in grid.items():
        reader.button_group("data_scope").set_value(scope).run()
        shown = reader.dataframe[0].value
        assert list(shown.observation_id) == list(observations(real_store, selection).observation_id)
        assert list(shown.quote) == list(observations(real_store, selection).quote_text)


def test_the_language_switch_is_kept_in_the_link():
    reader = visit("explore", {"theme": "industry"})
    reader.button_group("language").set_value("zh").run()
    assert address(reader) == {"theme": ["industry"], "lang": ["zh"]}
    assert [title.value for title in reader.title] == [say("zh", "explore.title")]
    reader.button_group("language").set_value("en").run()
    assert address(reader) == {"theme": ["industry"]}
