"""Every story of the dataset as slides: the same figures, in charts to edit where their axes can be drawn, and none elsewhere."""

from urllib.parse import parse_qs, urlsplit

import pytest

from lib.domain.stories import Words, WrittenStep, WrittenStory
from lib.export.slides import Slide
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.stories import shipped
from lib.ui import story_slides
from lib.ui.story_saving import folder, slides
from lib.ui.story_slides import packed
from lib.ui.story_steps import told_story
from tests.ui.conftest import Reader

ADDRESS = "https://example.org/app/stories"


@pytest.fixture(autouse=True)
def here(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open the app in Chinese at an address."""
    reader.reads("zh")
    monkeypatch.setattr(story_slides, "address_of", lambda _: ADDRESS)


def pack(store: Store, story: WrittenStory) -> story_slides.Packed:
    return packed(store, story, told_story(store, story)[1], is_own=not story.id)


def slides_of(store: Store, *steps: WrittenStep) -> list[Slide]:
    return list(pack(store, WrittenStory(steps=steps)).deck().slides)


def test_the_charts_of_every_story_have_the_values_of_their_figures(real_store: Store):
    values = observations(real_store, Selection()).set_index("observation_id")["value"]
    forms = []
    for story in shipped(real_store):
        for written, slide in zip(story.steps, pack(real_store, story).deck().slides, strict=True):
            assert [card.id for card in slide.cards] == list(written.figures)
            if slide.chart and slide.chart.axes:
                forms.append(slide.chart.axes.form)
                assert sorted(mark.value for mark in slide.chart.axes.marks) == sorted(values[list(written.figures)])
    assert {"dots", "bars", "line"} == set(forms)


def test_a_slide_says_how_many_of_the_figures_it_speaks_of_are_shown(real_store: Store):
    promised, *_ = next(story for story in shipped(real_store) if story.id == "city-promises").steps
    assert [slide.cut for slide in slides_of(real_store, promised, WrittenStep(figures=("kq23-12d",)))] == ["共12个数字，显示其中6个。", ""]


def test_each_slide_leads_back_to_its_step_and_names_what_it_shows(real_store: Store):
    story = next(story for story in shipped(real_store) if story.id == "district-and-province")
    made = pack(real_store, story).deck()
    links = [parse_qs(urlsplit(slide.about.link).query) for slide in made.slides]
    assert [link["step"] for link in links] == [["1"], ["2"], ["3"], ["4"], ["5"]]
    assert links[0] | {"step": []} == {"story": [story.id], "present": ["yes"], "lang": ["zh"], "step": []}
    assert made.about.title == "一个区显示了全省数字看不到的什么"
    assert "柯桥区" in made.slides[0].about.filters
    quote = made.slides[0].sentences[0]
    assert quote.language == "en"
    assert "kq23-12d" in quote.figures


def test_dots_start_at_parity_and_bars_at_zero(real_store: Store):
    story = next(story for story in shipped(real_store) if story.id == "district-and-province")
    first, second = (slide.chart.axes for slide in pack(real_store, story).deck().slides[:2] if slide.chart and slide.chart.axes)
    assert (first.form, first.lowest) == ("dots", 1.0)
    assert (second.form, second.lowest) == ("bars", 0.0)
    assert second.marks[0].words == ">5万元/年"


def test_unlike_figures_are_never_put_on_the_axes_of_an_office_program(real_store: Store):
    for drawing in ("dots", "bars", "change"):
        (slide,) = slides_of(real_store, WrittenStep(figures=("kq23-12d", "zz24-02b"), drawing=drawing))
        assert slide.chart is None
        assert len(slide.cards) == 2


def test_a_view_takes_all_its_figures_along(real_store: Store):
    count = len(observations(real_store, Selection(regions=("330000",))))
    (slide,) = slides_of(real_store, WrittenStep(view="region=330000"))
    assert len(slide.cards) == min(count, 96)
    assert slide.chart is not None
    assert slide.chart.is_tall
    assert slide.chart.axes is None


def test_a_step_alone_is_titled_by_what_it_finds_and_several_without_a_title_say_so(real_store: Store):
    step = WrittenStep(figures=("kq23-12d",), says=Words.same("Alone"))
    assert pack(real_store, WrittenStory(steps=(step,))).about.title == "Alone"
    assert pack(real_store, WrittenStory(steps=(step, step))).about.title == "未命名的故事"


def test_a_view_without_figures_says_so(real_store: Store):
    empty, _ = slides_of(real_store, WrittenStep(view="q=zeppelin"), WrittenStep(figures=("kq23-12d",)))
    assert (empty.cards, empty.cut) == ([], "没有数字符合这个视图：这些文章没有报道。")


def test_an_official_figure_names_its_page(real_store: Store):
    official = observations(real_store, Selection(layers=("official",))).iloc[0]
    (slide,) = slides_of(real_store, WrittenStep(figures=(official.observation_id,), says=Words.same("x")))
    (page,) = slide.sentences
    assert (page.text, page.url) == (official.source_title, official.url)
    assert official.observation_id in page.figures


def test_both_files_are_made_of_a_story(real_store: Store):
    story = next(story for story in shipped(real_store) if story.id == "six-grassroots")
    made = pack(real_store, story)
    assert slides(made).startswith(b"PK")
    assert folder(made, "six-grassroots").startswith(b"PK")
