"""Slides are read back: charts with the same numbers, an East Asian typeface, source and link on each, quotes in the notes."""

import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from lib.export.deck import pptx
from lib.export.number_formats import number_format
from lib.export.slides import Chart, Deck, Sentence, Slide, printable
from tests.export.conftest import BARS, HOSTILE, LINE, LINK, about, cards, picture

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def slides(deck: Deck) -> list[Any]:
    return list(Presentation(io.BytesIO(pptx(deck))).slides)


def charts(slide: Any) -> list[Any]:
    return [shape for shape in slide.shapes if shape.has_chart]


def words(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def described(shape: Any) -> str:
    found: str = shape._element.xpath(".//p:cNvPr")[0].get("descr", "")
    return found


def test_there_is_a_title_a_slide_for_each_step_and_more_where_the_cards_need_them(slides):
    assert [slide.shapes.title.text for slide in slides[1:4]] == ["第一步", "第二步", "第三步"]
    assert len(slides) == 1 + 3 + 2
    assert "4 / 4\n第2张，共2张" in words(slides[5]).replace("\v", "\n")


def test_every_slide_says_dataset_source_filters_and_link(slides):
    for slide in slides:
        assert all(told in words(slide) for told in ("数据集1.2.3", "Source: Daily.", "All 2 figures.", "2026年3月4日", LINK))
    links = [run.hyperlink.address for shape in slides[1].shapes if shape.name == "Source" for run in shape.text_frame.paragraphs[3].runs]
    assert links == [f"{LINK}&step=1"]


@pytest.mark.parametrize(("place", "axes"), [(1, BARS), (2, LINE)])
def test_a_native_chart_has_the_numbers_the_names_and_what_it_shows(slides, place, axes):
    (shape,) = charts(slides[place])
    (plot,) = shape.chart.plots
    order = -1 if axes.form == "bars" else 1
    assert list(plot.series[0].values) == [mark.value for mark in axes.marks][::order]
    names = [mark.name.replace("=", "'=") for mark in axes.marks][::order]
    assert list(plot.categories) == names, "a name is never a formula of the workbook inside"
    assert described(shape).startswith("Alt of")
    assert shape.chart.value_axis.minimum_scale == 0


def test_labels_print_what_the_article_does(slides):
    points = charts(slides[1])[0].chart.plots[0].series[0].points
    assert _format(points[0]).startswith('#,##0" yuan"'), "a format, so that the label follows the number"
    assert points[1].data_label.text_frame.text == ">5万元", "no format scales to 万"


def _format(point: Any) -> str:
    found: str = point.data_label._dLbl.xpath("c:numFmt/@formatCode")[0]
    return found


def test_what_is_promised_is_hollow(slides):
    points = charts(slides[1])[0].chart.plots[0].series[0].points
    assert [str(points[place].format.fill.fore_color.rgb) for place in (0, 1)] == ["FFFFFF", "1D4ED8"]
    assert [str(points[place].format.line.color.rgb) for place in (0, 1)] == ["1D4ED8", "1D4ED8"]


def test_the_inside_of_a_promised_mark_lies_over_it_on_the_same_cells(slides):
    reported, inside = charts(slides[2])[0].chart.plots[0].series
    assert list(inside.values) == list(reported.values)
    assert inside._element.xpath("./c:val//c:f/text()") == reported._element.xpath("./c:val//c:f/text()")
    (hollow,) = inside._element.xpath("./c:dPt")
    assert (hollow.xpath("./c:idx/@val"), hollow.xpath("./c:marker//a:srgbClr/@val")) == (["1"], ["FFFFFF"])
    assert inside._element.xpath("./c:marker/c:symbol/@val") == ["none"], "what is solid has no inside"
    assert len(charts(slides[1])[0].chart.plots[0].series) == 1, "bars are filled as they are told"


def test_a_chart_that_no_program_draws_is_a_picture_that_says_what_it_shows(slides):
    (shape,) = [shape for shape in slides[3].shapes if shape.shape_type == 13]
    assert described(shape) == "Alt of c."


def test_a_tall_chart_gives_way_to_cards(slides):
    for slide in slides[4:]:
        assert not charts(slide)
        assert not [shape for shape in slide.shapes if shape.shape_type == 13]
    assert sum(shape.name.startswith("Figure ") for slide in slides[4:] for shape in slide.shapes) == 8


def test_quotes_with_their_figures_stand_in_the_notes_of_the_slide_that_shows_them(slides):
    notes = [slide.notes_slide.notes_text_frame.text for slide in slides[1:]]
    assert printable(HOSTILE) in notes[0]
    assert "– zz24-00a: 郑州市：0" in notes[0]
    assert "Second." not in notes[3]
    assert "Second." in notes[4]
    assert "注意" in notes[0]


def test_every_word_is_in_an_east_asian_typeface_and_says_its_language(slides):
    for slide in slides:
        for part in (slide, *([slide.notes_slide] if slide.has_notes_slide else [])):
            for run in part._element.iter(f"{_DRAWING}rPr"):
                assert run.find(f"{_DRAWING}ea").get("typeface") == "Microsoft YaHei"
                assert run.get("lang") in {"zh-CN", "en-US"}
    quoted = next(shape for shape in slides[1].shapes if shape.name == "Sentence")
    assert quoted.text_frame.paragraphs[0].runs[0]._r.rPr.get("lang") == "en-US"


def test_everything_lies_on_the_slide(slides):
    for slide in slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= 12192000
            assert shape.top + shape.height <= 6858000


def test_no_words_are_too_small_to_read_in_a_room(slides):
    sizes: dict[str, set[float]] = {}
    for slide in slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                told = [run.font.size.pt for paragraph in shape.text_frame.paragraphs for run in paragraph.runs if run.text.strip()]
                sizes.setdefault(shape.name.split()[0], set()).update(told)
    assert min(sizes.pop("Source")) >= 10
    assert min(sizes.pop("Figure")) >= 12
    assert min(size for found in sizes.values() for size in found) >= 11


def dealt_out(shown: Slide) -> list[Any]:
    made = Presentation(io.BytesIO(pptx(Deck(about("Story"), [shown]))))
    return list(made.slides)[1:]


@pytest.mark.parametrize(
    ("what", "slides_of"),
    [("Short", [6]), ("A long name of a figure that needs a second line " * 4, [3, 3]), ("Endless " * 60, [2, 2, 2])],
)
def test_cards_go_on_the_next_slide_before_they_become_small(what: str, slides_of: list[int]):
    long = [replace(card, what=what) for card in cards(6)]
    quote = Sentence("Quote.", "en", "Daily", "", {card.id: "said" for card in long})
    made = dealt_out(Slide("Finding", about("Step"), long, [quote]))
    assert [sum(shape.name.startswith("Figure ") for shape in slide.shapes) for slide in made] == slides_of


def test_notes_without_room_beside_the_figures_stand_on_a_slide_of_their_own():
    quote, notes = Sentence("Quote.", "en", "Daily", "", {}), [f"Note {place}. {'Many words. ' * 40}" for place in range(6)]
    made = dealt_out(Slide("Finding", about("Step"), cards(1), [quote], notes))
    assert len(made) > 1
    told = "\n".join(words(slide) for slide in made)
    assert [told.count(f"Note {place}.") for place in range(6)] == [1] * 6


def test_a_picture_too_wide_to_be_read_gives_way_to_cards():
    wide = Chart(replace(picture("e"), width=1400))
    quote = Sentence("Quote.", "en", "Daily", "", {"zz24-00a": "said"})
    (slide,) = dealt_out(Slide("Finding", about("Step"), cards(1), [quote], chart=wide))
    assert [shape.name for shape in slide.shapes if shape.name.startswith(("Figure", "Chart"))] == ["Figure zz24-00a"]


def test_the_same_story_gives_the_same_bytes_of_one_day(deck: Deck):
    made = pptx(deck)
    assert made == pptx(deck)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2026, 3, 4)}
        inside = next(archive.read(name) for name in archive.namelist() if name.endswith(".xlsx"))
    with zipfile.ZipFile(io.BytesIO(inside)) as workbook:
        assert b"2026-03-04T00:00:00Z" in workbook.read("docProps/core.xml")


@pytest.mark.parametrize(
    ("value", "words", "expected"),
    [
        (1.9, "1.90", '#,##0.00;"−"#,##0.00'),
        (7.4, "+7.4%", '"+"#,##0.0"%";"−"#,##0.0"%"'),
        (-2.0, "−2%", '#,##0"%";"−"#,##0"%"'),
        (50000.0, "> 50,000 yuan", '"> "#,##0" yuan";"> −"#,##0" yuan"'),
        (1.36e12, "> 1.36 trillion yuan", ""),
        (1.2, '1.2 "x"', ""),
        (3.0, "top 4", ""),
    ],
)
def test_a_format_prints_the_words_or_there_is_none(value: float, words: str, expected: str):
    assert number_format(value, words) == expected


@given(st.decimals(-(10**9), 10**9, places=3), st.sampled_from(["", "> ", "≈"]), st.sampled_from(["", "%", " 辆"]))
def test_a_format_gives_back_the_words(number, before, after):
    words = f"{before}{'−' if number < 0 else ''}{abs(number):,.3f}{after}"
    above, _, below = number_format(float(number), words).partition(";")
    format_ = below if number < 0 else above
    assert format_.replace('"', "").replace("#,##0.000", f"{abs(number):,.3f}") == words
