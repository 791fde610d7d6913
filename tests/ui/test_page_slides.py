"""A page as slides: each chart or finding once, with its own filters, link and sentences; bounded, and said where it is."""

import io
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from pptx import Presentation

from lib.charts.comparison import comparison
from lib.charts.shared_scale import shared_scale
from lib.charts.track_layout import Reference, Silent
from lib.export.about import About
from lib.queries.observations import figures_named, observations
from lib.queries.quotes import quotes
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.ui import about_view, state, taking
from lib.ui.coverage_saving import coverage_saving
from lib.ui.explore_saving import CHARTS, explore_saving
from lib.ui.finding_saving import finding_saving
from lib.ui.page_slides import MOST_SLIDES, taken
from lib.ui.question_cards import finding_of
from lib.ui.saving import Saving, figures_csv
from lib.ui.slide_axes import axes_of, silence_of
from lib.ui.targets import figures_of, tracked
from lib.ui.targets_saving import state_saving, targets_saving
from tests.ui.conftest import Reader

VIEW = Selection(regions=("330603",), language="zh")
HOME = "https://example.org/app/"


@pytest.fixture(autouse=True)
def here(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open the first page of the app at an address."""
    monkeypatch.setattr(about_view, "st", SimpleNamespace(context=SimpleNamespace(url=HOME)))


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what takes the session away, as for the threads that make files."""

    def gone() -> None:
        monkeypatch.setattr(state, "st", None)

    return gone


def bare(store: Store, place: int) -> Saving:
    told = About(f"Chart {place}", "", f"Filters {place}", "", store.version, "2026-01-02", "2026-03-04", f"{HOME}?q={place}#x", "en")
    return Saving("chart", store, bytes, lambda: told)


def test_explore_gives_its_charts_and_each_sentence_once(real_store: Store, nowhere: Callable[[], None]):
    savings = [explore_saving(real_store, chart, lambda: VIEW, f"{HOME}explore") for chart in CHARTS]
    nowhere()
    made = taken(real_store, savings, "探索", "zh", f"{HOME}explore")
    figures, over_time, coverage = made.deck.slides
    ids = list(observations(real_store, VIEW)["observation_id"])
    assert [card.id for card in figures.cards] == ids == list(made.rows["observation_id"])
    assert sorted(one for sentence in figures.sentences for one in sentence.figures) == sorted(ids)
    assert [bool(slide.sentences) for slide in (over_time, coverage)] == [False, False]
    assert {slide.about.filters for slide in made.deck.slides} == {made.deck.about.filters}
    assert (made.deck.about.title, made.deck.about.link) == ("探索", f"{HOME}explore?region=330603&lang=zh")
    assert "柯桥区" in made.deck.about.filters and real_store.version == made.deck.about.version


def test_a_page_with_more_charts_than_slides_says_what_is_left_out(real_store: Store):
    made = taken(real_store, [bare(real_store, place) for place in range(MOST_SLIDES + 1)], "Page", "en", HOME)
    assert len(made.deck.slides) == MOST_SLIDES
    assert made.deck.about.subtitle.endswith(f"The first {MOST_SLIDES} of {MOST_SLIDES + 1} charts and findings; the rest is on the page.")
    assert made.deck.about.filters == "Each part says its own filters."
    assert made.deck.about.link == f"{HOME}?q=0"


def test_a_page_without_a_chart_says_so(real_store: Store):
    about = taken(real_store, [], "Page", "en", HOME).deck.about
    assert (about.subtitle, about.link) == ("The page showed no chart or finding in this view.", HOME)


def test_a_finding_stands_over_the_figures_it_was_computed_from(real_store: Store, reader: Reader):
    found = finding_of(real_store, "q01", "en")
    made = taken(real_store, [finding_saving(real_store, "q01", found), coverage_saving(real_store)], "Overview", "en", HOME)
    first = made.deck.slides[0]
    assert (first.finding, {card.id for card in first.cards}) == (found.text, set(found.observation_ids))
    assert first.chart and first.chart.axes and {mark.value for mark in first.chart.axes.marks} == {1.599, 1.9}
    assert first.about.link.startswith(f"{HOME}explore?region=")
    assert say("en", "question.q01") in first.notes and found.formula in first.notes
    assert made.deck.about.link == HOME, "the page's own, not that of the question"


def test_each_promise_has_a_slide_with_its_rule_and_none_is_left_out(real_store: Store, reader: Reader):
    shown = tracked(real_store)
    states = [state_saving(real_store, shown, found, str(code)) for code, found in shown.by_state.items()]
    made = taken(real_store, [targets_saving(real_store, shown, shown.drawn), *states], "Targets", "en", f"{HOME}targets")
    drawn, listed = made.deck.slides[: len(shown.drawn)], made.deck.slides[len(shown.drawn) :]
    for slide, one in zip(drawn, shown.drawn, strict=True):
        assert {card.id for card in slide.cards} == set(figures_of(one))
        assert slide.chart is not None and any("Rule: " in note for note in slide.notes)
    for slide, found in zip(listed, shown.by_state.values(), strict=True):
        assert [card.id for card in slide.cards] == list(dict.fromkeys(name for one in found for name in figures_of(one)))
        official = {card.id for card in slide.cards if "official, not in the articles" in card.said}
        assert official == {card.id for card in slide.cards if card.id.startswith("of")}
        told = [one for one in found if one.judged or one.baseline]
        assert sum("Rule: " in note for note in slide.notes) == len(told), "each with a reported figure says how its state was found"


def test_an_office_program_leaves_no_room_for_silence_so_the_slide_names_it(real_store: Store):
    rows = figures_named(real_store, ("kq23-12d", "zj23-37a"))
    silent = [Silent("Zhengzhou", "410100")]
    drawing = shared_scale(rows, real_store.regions, "en", "light", form="dots", reference=Reference(1.0, "parity"), silent=silent)
    axes = axes_of("dots", drawing, rows)
    assert axes and (len(axes.marks), axes.lowest) == (len(rows), 1.0)
    assert silence_of(drawing, "en") == ["Not reported in these articles: Zhengzhou"]


def test_levels_are_read_against_zero_not_parity(real_store: Store):
    rows = observations(real_store, Selection(search="rural disposable income", regions=("330603",), inside=False)).head(1)
    axes = axes_of("dots", comparison(rows, real_store.regions, "en", "light"), rows)
    assert axes and axes.lowest == 0.0


def test_one_chart_alone_is_a_slide_of_the_same_name(real_store: Store):
    made = Presentation(io.BytesIO(explore_saving(real_store, "over_time", lambda: VIEW, f"{HOME}explore").pptx()))
    title, chart = made.slides
    assert title.shapes.title.text == chart.shapes.title.text == say("zh", "explore.over_time")
    assert [shape._element.xpath(".//p:cNvPr")[0].get("descr")[:5] for shape in chart.shapes if shape.shape_type == 13] != [""]


def test_the_folder_of_a_page_holds_its_figures(real_store: Store):
    made = taken(real_store, [explore_saving(real_store, "by_indicator", lambda: VIEW, HOME)], "Page", "zh", HOME)
    assert taking._folder(made, "page-1.0.0-zh").startswith(b"PK")
    behind = quotes(real_store, VIEW)
    assert len(figures_csv(made.rows, made.deck.about).splitlines()) > len(behind[behind.figures > 0])
