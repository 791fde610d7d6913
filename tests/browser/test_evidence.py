"""Evidence: each mark leads to its sentence, and no mark, table or download says more than the sentence does."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from lib.domain.figures import parse_figure
from lib.domain.vocabulary import Qualifier, Status, Theme
from lib.queries.coverage import coverage
from lib.queries.links import Known, read_params
from lib.queries.quotes import quote_of
from lib.queries.selection import Selection
from lib.queries.sources import source_list
from lib.text.highlight import Printed, parts
from lib.text.numbers import sign
from lib.ui.cache import data_folder
from lib.ui.rows import each
from tests.browser.explore_page import (
    CHARTS,
    FIGURE_CHARTS,
    NUMBER_COLUMN,
    Explore,
    StartVisit,
    figures,
    figures_by_id,
    first_of,
    ids,
    store,
)
from tests.browser.marked_up import MARKUP, dataset_with_markup
from tests.browser.serving import running_app
from tests.browser.visits import ROOT, View, visit

ZHENGZHOU, HANGZHOU, KEQIAO, ZHEJIANG = "410100", "330100", "330603", "330000"
SIGNS = {code: sign(code) for code in Qualifier if sign(code)}


@pytest.mark.parametrize("chart", CHARTS)
def test_the_source_tab_has_eight_filled_fields_and_is_reached_by_keyboard(explore: Explore, chart: str):
    explore.open(f"?region={HANGZHOU}")
    explore.tab(chart, "Chart").focus()
    for _ in range(2):
        explore.page.keyboard.press("ArrowRight")
    source = explore.tab(chart, "Source")
    expect(source).to_be_focused()
    explore.page.keyboard.press("Enter")
    expect(source).to_have_attribute("aria-selected", "true")
    rows = explore.source(chart).locator("tbody tr")
    expect(rows.first).to_be_visible()
    fields = dict(row.locator("th, td").all_text_contents() for row in rows.all())
    assert set(fields) == {
        "Definitions",
        "Units",
        "Geography",
        "Reference period",
        "Producer",
        "Who says so",
        "Published; retrieved",
        "Licence",
    }
    assert all(text.strip() for text in fields.values())


def test_every_mark_with_data_has_the_id_of_a_figure(whole: Explore):
    for chart in FIGURE_CHARTS:
        assert whole.drawn(chart) == set(figures().observation_id)


def test_every_figure_stands_marked_in_its_sentence_with_the_value_it_says(start_visit: StartVisit):
    opened = Explore(start_visit(View("sources")))
    rows = figures_by_id()
    found: set[str] = set()
    for source in source_list(store()).source_id:
        opened.visit.open(f"/sources?source={source}")
        # The pages of official figures, which have no sentence, stand below the documents.
        for button in (one for one in opened.buttons() if one["id"] in rows):
            row = rows[button["id"]]
            assert row.printed in button["marked"], button
            assert parse_figure(row.printed) == pytest.approx(row.value), button
            found.add(button["id"])
    assert found == set(rows)


def sample() -> list[str]:
    """Name a figure of each document, each status and each kind of bound."""
    kinds = ("source_id", "status", "qualifier")
    return sorted({str(figure) for kind in kinds for figure in figures().drop_duplicates(kind).observation_id})


def test_the_link_of_every_figure_leads_to_one_sentence_with_the_figure_marked():
    known = Known.of(store())
    for row in each(figures()):
        reading = read_params({"claim": [row.observation_id]}, known)
        assert (reading.selection.claim, reading.notices) == (row.observation_id, ())
        (quote,) = each(quote_of(store(), row.observation_id))
        marked = [
            part.text
            for part in parts(quote.text, [Printed(row.printed_start, row.printed_end, row.bound_printed, True)])
            if part.role == "chosen"
        ]
        assert marked == [row.printed]


def test_the_link_of_a_figure_shows_its_sentence_with_the_figure_marked(explore: Explore):
    rows = figures_by_id()
    explore.open(f"?region={HANGZHOU}")
    for figure in sample():
        explore.open(f"?region={HANGZHOU}&claim={figure}")
        row = rows[figure]
        expect(explore.chosen.locator("blockquote")).to_have_text(row.quote_text, use_inner_text=False)
        expect(explore.chosen.locator("mark.chosen")).to_have_text(row.printed)
        if row.bound_printed:
            expect(explore.chosen.locator("mark.chosen-bound")).to_have_text(row.bound_printed)
        expect(explore.chosen.locator(".facts").last).to_contain_text(figure)
        out_of_view = explore.page.get_by_text("The chosen figure is outside the filters")
        expect(out_of_view).to_have_count(0 if row.region_id in store().regions.within(HANGZHOU) else 1)


def test_a_machine_translation_is_called_one_beside_the_quote(explore: Explore):
    warning = "The document is a machine translation: the sentence stands as printed and is not citable as the original."
    translated = figures()[figures().source_warnings.str.contains("machine_translation")]
    assert set(translated.source_id) == {"xinhua-2023-zhejiang"}
    explore.open(f"?claim={translated.observation_id.iloc[0]}")
    expect(explore.chosen.get_by_text(warning)).to_be_visible()
    expect(explore.chosen.locator("blockquote")).to_have_attribute("lang", "en")
    explore.open(f"?claim={first_of(region_id=KEQIAO, source_id='keqiao-release-2023-keqiao')}")
    expect(explore.chosen.locator("blockquote")).to_be_visible()
    expect(explore.chosen.get_by_text(warning)).to_have_count(0)
    explore.visit.open("/sources?source=xinhua-2023-zhejiang")
    expect(explore.page.get_by_role("alert")).to_contain_text("achine translation")


def test_silence_is_not_drawn_as_zero(whole: Explore):
    cells = whole.marks("coverage")
    counts = coverage(store(), Selection())
    empty = [cell for cell in cells if cell["figures"] == 0]
    assert len(cells) == counts.region_id.nunique() * len(Theme)
    assert len(empty) == len(cells) - len(counts) > 0
    assert all(cell["label"].endswith(": not reported") for cell in empty)
    words = whole.frame("coverage").locator("svg g.mark-text text").all_text_contents()
    assert words.count("not reported") == len(empty)
    assert "0" not in words
    assert "0" not in [text for row in whole.table("coverage").locator("td").all() for text in row.all_text_contents()]


def test_each_status_has_a_look_of_its_own_without_colour(whole: Explore):
    for chart in FIGURE_CHARTS:
        looks: dict[str, set[tuple[str, float]]] = {}
        for mark in whole.marks(chart):
            looks.setdefault(mark["status"], set()).add((mark["shape"], mark["fillOpacity"]))
        assert set(looks) == set(Status)
        assert all(len(look) == 1 for look in looks.values()), chart
        assert len(set.union(*looks.values())) == len(looks), chart


def test_no_line_joins_one_figure_to_another(whole: Explore):
    for chart in CHARTS:
        kinds = whole.frame(chart).locator("svg g.role-mark").evaluate_all("groups => groups.map(group => group.classList[0])")
        assert kinds
        assert set(kinds) <= {"mark-text", "mark-rect", "mark-symbol", "mark-rule"}, chart
    rules = (
        whole.frame("by_indicator")
        .locator("svg g.mark-rule line")
        .evaluate_all("lines => lines.map(line => [line.__data__.datum.observation_id, Number(line.getAttribute('y2') ?? 0)])")
    )
    assert rules
    assert all(figure and drop == 0 for figure, drop in rules)  # level, from zero to its own mark


def bounded() -> dict[str, str]:
    """Name each figure that is a bound, with its sign; a rank is bounded in words: "top 10"."""
    rows = figures()[figures().qualifier.isin(SIGNS)]
    return {row.observation_id: "top " if (row.kind, row.qualifier) == ("rank", "at_most") else SIGNS[row.qualifier] for row in each(rows)}


def test_a_bound_is_never_printed_bare(whole: Explore):
    signs = bounded()
    assert {">", "≥", "≈"} <= set(signs.values())
    tables = {row["id"]: row["cells"][NUMBER_COLUMN] for row in whole.rows("by_indicator")}
    quotes = {button["id"]: button["shown"] for button in whole.buttons()}
    for shown in (whole.labels("by_indicator"), tables, quotes):
        for figure in signs.keys() & shown.keys():
            assert shown[figure].startswith(signs[figure])
    assert signs.keys() <= tables.keys()
    assert signs.keys() & quotes.keys()
    arrows = whole.frame("by_indicator").locator("svg g.mark-symbol path:not([aria-label])")
    pointed = set(arrows.evaluate_all("paths => paths.filter(path => path.__data__).map(path => path.__data__.datum.observation_id)"))
    assert pointed == set(figures()[figures().qualifier.isin(["over", "at_least", "under", "at_most"])].observation_id)


@pytest.mark.parametrize(
    ("qualifier", "words"), [("over", "more than "), ("at_least", "at least "), ("about", "about "), ("under", "less than ")]
)
def test_the_tip_of_a_bound_says_the_bound(whole: Explore, qualifier: str, words: str):
    figure = first_of(qualifier=qualifier)
    whole.mark("by_indicator", figure).hover(force=True)
    row = figures_by_id()[figure]
    tip = whole.page.locator(".tip:popover-open")
    expect(tip).to_contain_text(f"As a number{words}")
    expect(tip).to_contain_text(f"“{row.printed}”" + (f" ({row.bound_printed})" if row.bound_printed else ""))


def test_the_csv_of_the_view_has_the_bounds_the_quotes_and_the_rows_of_the_table(explore: Explore):
    explore.visit.open(f"/data?region={KEQIAO}")
    with explore.page.expect_download() as download:
        explore.page.get_by_role("button", name=re.compile("CSV \\(")).click()
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert {line["observation_id"] for line in lines} == ids(Selection(regions=(KEQIAO,)))
    rows = figures_by_id()
    for line in lines:
        row = rows[line["observation_id"]]
        assert (line["qualifier"], line["bound_printed"], line["quote"]) == (row.qualifier, row.bound_printed, row.quote_text)
        assert line["source_url"] == row.url
        assert line["dataset_version"] == store().version


def test_signs_in_a_quote_are_shown_as_printed(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    figure = first_of(region_id=KEQIAO)
    sentence = dataset_with_markup(data_folder(), tmp_path / "data", figure)
    monkeypatch.setenv("DATASET_DIR", str(tmp_path / "data"))
    with running_app(ROOT) as address, visit(browser, address, View("explore")) as opened:
        explore = Explore(opened).open(f"?claim={figure}")
        expect(explore.page.get_by_text("checks of the dataset failed")).to_have_count(0)
        quote = explore.chosen.locator("blockquote")
        assert quote.inner_text() == sentence
        assert sentence.endswith(MARKUP)
        assert quote.locator("xpath=.//*[not(self::mark)]").count() == 0
        expect(explore.chosen.locator(".verified")).to_have_count(1)
        opened.open(f"/explore?q={MARKUP.split()[-1]}")
        assert {row["id"] for row in explore.rows("by_indicator")} >= {figure}
        assert opened.console_errors == []
