"""The engine in the browser says, counts, words and lays out exactly what the server does."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from lib.queries.observations import observations
from lib.queries.selection import Language, Selection
from lib.queries.store import Store
from lib.text.catalogue import LANGUAGES
from lib.text.highlight import Printed, bound_start
from lib.text.highlight import parts as cut
from lib.ui.board.payload import payload
from lib.ui.view_line import _FILTERS as RELAXED
from tests.browser.engine_cases import MODE, Case, difference, expected, named_cases, random_cases
from tests.browser.engine_page import EnginePage, parts_of
from tests.browser.visits import ROOT

# Puts two figures into a sentence of their own.
OVERLAPPING = """asked.cases.map(([spans, chosen]) => {
  const place = dataset.quotes.findIndex(quote => quote.figures.length > 1)
  const quote = dataset.quotes[place]
  quote.text = asked.text
  quote.figures = quote.figures.slice(0, 2)
  quote.figures.forEach((figure, number) => (dataset.figures[figure].span = spans[number]))
  const claim = chosen === null ? "" : dataset.figures[quote.figures[chosen]].id
  return engine.card(dataset, place, new Set(quote.figures), claim).parts
})"""
Payloads = dict[Language, dict[str, Any]]
AT_RANDOM = 40


@pytest.fixture(scope="module")
def store() -> Store:
    """Return a store over the dataset of the project."""
    return Store.open(ROOT / "data")


@pytest.fixture(scope="module")
def payloads(store: Store) -> Payloads:
    """Return what goes to the browser, by language."""
    return {language: payload(store, language, MODE) for language in LANGUAGES}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[EnginePage]:
    """Give one page with the engine as it is."""
    opened = EnginePage(browser)
    yield opened
    opened.close()


def first_difference(store: Store, page: EnginePage, sent: dict[str, Any], cases: list[Case]) -> str:
    """Say of the first view that differs what differs in it."""
    answers = page.answers(sent, cases)
    found = ((view, difference(expected(store, view, is_drawn), said)) for (view, is_drawn), said in zip(cases, answers, strict=True))
    return next((f"{what} in {view}" for view, what in found if what), "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_engines_say_the_same_of_every_view(store: Store, payloads: Payloads, page: EnginePage, language: Language):
    cases = [*named_cases(language), *random_cases(store, language, AT_RANDOM, seed=2026)]
    assert first_difference(store, page, payloads[language], cases) == ""


@pytest.mark.parametrize(
    ("module", "old", "new", "part"),
    [
        ("filtering.js", "row.first <= years[1]", "row.first < years[1]", "figures"),
        ("searching.js", '[",", "、"]', '["、"]', "figures"),
        ("facets.js", "failed.length > 1", "failed.length > 0", "facets"),
        ("indicator_layout.js", "is_part ? Math.max", "is_placed ? Math.max", "drawn"),
        ("time_layout.js", "const BREAK = 0.5", "const BREAK = 1", "drawn"),
        ("quoting.js", '["figure", "bound"]', '["figure", "figure"]', "cards"),
    ],
)
def test_a_fault_of_the_engine_would_be_seen(
    store: Store, payloads: Payloads, browser: Browser, module: str, old: str, new: str, part: str
):  # fmt: skip
    views = [
        Selection(search="37,600", years=(2015, 2022)),
        Selection(regions=("410100",), themes=("industry",), years=(2020, 2023), show=("events",)),
    ]
    faulty = EnginePage(browser, {module: (old, new)})
    try:
        assert first_difference(store, faulty, payloads["en"], [(view, True) for view in views]).startswith(f".{part}")
    finally:
        faulty.close()


def test_the_filters_that_can_be_let_go_are_the_servers(store: Store, payloads: Payloads, page: EnginePage):
    view = Selection(regions=("331022",), themes=("public_services",), search="shell jacket", claim="zz24-03a")
    wider = {part: view.filters().replace(**{part: empty}) for part, empty in RELAXED.items()}
    counts = {part: len(observations(store, one)) for part, one in wider.items()}
    offered = page.ask(payloads["en"], "engine.relaxations(dataset, asked)", parts_of(view))
    assert counts["themes"] > 0
    assert [(offer["part"], offer["count"]) for offer in offered] == [(part, count) for part, count in counts.items() if count]
    assert [offer["selection"] for offer in offered] == [parts_of(wider[offer["part"]]) | {"language": "en"} for offer in offered]


@pytest.mark.parametrize(
    ("parts", "is_default"),
    [({}, True), ({"claim": "zz24-03a", "source": "x", "show": ["events"], "language": "zh"}, True), ({"inside": False}, False)],
)
def test_what_does_not_filter_is_no_filter(payloads: Payloads, page: EnginePage, parts: dict[str, Any], is_default: bool):
    assert page.ask(payloads["en"], "engine.isDefault(asked)", parts) is is_default


def test_two_ways_of_asking_the_same_are_the_same(payloads: Payloads, page: EnginePage):
    one = {"regions": ["410100", "410100"], "years": [2023, 2020], "search": "  gdp\u200b growth "}
    other = {"regions": ["410100"], "years": [2020, 2023], "search": "gdp growth"}
    assert page.ask(payloads["en"], "engine.same(asked[0], asked[1])", [one, other]) is True
    assert page.ask(payloads["en"], "engine.same(asked[0], asked[1])", [one, {**other, "inside": False}]) is False


def test_figures_that_overlap_in_a_sentence_are_cut_as_the_server_does(payloads: Payloads, page: EnginePage):
    text = "0123456789"
    pairs = [
        ((0, 4, ""), (2, 6, "")),
        ((2, 6, ""), (0, 4, "67")),
        ((0, 4, "45"), (4, 6, "")),
        ((3, 3, ""), (0, 9, "")),
        ((5, 9, ""), (2, 3, "01")),
    ]
    cases = [(pair, chosen) for pair in pairs for chosen in (0, 1, None)]
    printed = [[Printed(*place, number == chosen) for number, place in enumerate(pair)] for pair, chosen in cases]
    spans = [[_span(text, figure) for figure in figures] for figures in printed]
    asked = {"text": text, "cases": [[span, chosen] for span, (_, chosen) in zip(spans, cases, strict=True)]}
    cut_here = [[{"text": part.text, "role": part.role} for part in cut(text, figures)] for figures in printed]
    assert page.ask(payloads["en"], OVERLAPPING, asked) == cut_here


def _span(text: str, figure: Printed) -> list[int]:
    start = bound_start(text, figure)
    return [figure.start, figure.end, *([start, start + len(figure.bound)] if start >= 0 else [])]


def test_the_chip_names_place_period_and_indicator(payloads: Payloads, page: EnginePage):
    said = page.ask(payloads["zh"], "engine.chip(dataset, dataset.place.get(asked))", "zz24-03a")
    assert said.startswith("郑州市, 2023年: ")
