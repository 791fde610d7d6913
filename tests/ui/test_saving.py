"""A chart is taken away as it stands in its view; the page makes nothing of it beforehand."""

import io
import re
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lib.charts.colours import INKS, area_colours
from lib.export.about import About
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.ui import about_view
from lib.ui.about_view import about, address_of, link_to
from lib.ui.explore_saving import CHARTS, explore_saving
from lib.ui.paper import paper_colours
from lib.ui.picture_view import picture_of
from lib.ui.saving import Saving, counts_csv, slug
from tests.ui.conftest import Reader

VIEW = Selection(regions=("330603",), claim="kq23-12a", language="zh")
ADDRESS = "https://example.org/app/explore"


def never() -> bytes:
    raise AssertionError("made before it was asked for")


def saved(store: Store, chart: str, view: Selection = VIEW) -> Saving:
    return explore_saving(store, chart, lambda: view, ADDRESS)


def words_of(document: bytes) -> str:
    return "\n".join("".join(text.itertext()) for text in ElementTree.fromstring(document).iter("{http://www.w3.org/2000/svg}text"))


@given(st.text(max_size=120))
@example("../../etc/passwd")
@example("城乡收入比")
@example("")
def test_the_name_of_a_file_is_plain_ascii_whatever_it_is_made_of(text: str):
    assert re.fullmatch(r"[a-z0-9]([a-z0-9.-]{0,58}[a-z0-9])?", slug(text))


def test_a_file_is_named_by_what_it_shows_and_its_dataset(real_store: Store):
    saving = Saving("How wide is Keqiao’s gap?", real_store, never, lambda: pytest.fail())
    assert saving.file_name("png") == f"how-wide-is-keqiaos-gap-{real_store.version}.png"


@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_of_explore_says_its_view_and_leads_back_to_it(real_store: Store, chart: str):
    words = words_of(saved(real_store, chart).svg())
    shown, total = len(observations(real_store, VIEW)), len(observations(real_store, Selection()))
    filters = say("zh", "selection.some", shown=shown, total=total)
    for told in (say("zh", f"explore.{chart}"), filters, "柯桥区", f"数据集{real_store.version}", f"{ADDRESS}?region=330603&lang=zh"):
        assert told in words


def test_the_chosen_figure_is_neither_marked_nor_linked(real_store: Store):
    picture = picture_of(saved(real_store, "by_indicator"))
    assert not any(row.get("is_dimmed") for row in picture.plates[0].spec["data"]["values"])
    assert "claim" not in picture.about.link


def test_the_figures_of_a_chart_carry_dataset_view_and_link(real_store: Store):
    rows = pd.read_csv(io.BytesIO(saved(real_store, "by_indicator").csv()))
    assert list(rows.observation_id) == list(observations(real_store, VIEW).observation_id)
    assert set(rows.dataset_version) == {real_store.version}
    assert set(rows.view_link) == {f"{ADDRESS}?region=330603&lang=zh"}


def test_counts_carry_the_same():
    told = About("", "", "All.", "", "1.2.3", "2026-01-02", "2026-03-04", ADDRESS, "en")
    rows = pd.read_csv(io.BytesIO(counts_csv(pd.DataFrame({"figures": [3]}), told)))
    assert rows.to_dict("records") == [
        {"figures": 3, "dataset_version": "1.2.3", "view": "All.", "view_link": ADDRESS, "downloaded": "2026-03-04"}
    ]


def test_one_picture_for_each_area_has_a_heading_each(real_store: Store):
    picture = picture_of(saved(real_store, "over_time", Selection(show=("panels",))))
    assert [plate.heading for plate in picture.plates][:2] == [say("en", "legend.410100"), say("en", "legend.330100")]


def test_a_link_holds_view_and_place_and_is_nothing_without_an_address():
    assert link_to(VIEW.replace(claim=""), "https://example.org/x", "q01") == "https://example.org/x?region=330603&lang=zh#q01"
    assert link_to(Selection(), "https://example.org/x") == "https://example.org/x"
    assert link_to(VIEW, "") == ""


@pytest.mark.parametrize(
    ("here", "page", "asked", "address"),
    [
        ("https://example.org/app/industry", "industry", "", "https://example.org/app/industry"),
        ("https://example.org/app/industry", "industry", "explore", "https://example.org/app/explore"),
        ("https://example.org", "", "", "https://example.org/"),
        ("https://example.org/app/", "", "explore", "https://example.org/app/explore"),
        (None, "industry", "explore", ""),
    ],
)
def test_the_address_of_a_page_is_its_neighbours_with_another_name(here, page, asked, address, reader: Reader, monkeypatch):
    monkeypatch.setattr(about_view, "st", SimpleNamespace(context=SimpleNamespace(url=here)))
    reader.session_state["page_seen"] = page
    assert address_of(asked) == address


def test_a_view_without_figures_names_no_source(real_store: Store):
    nothing = observations(real_store, Selection()).head(0)
    assert about(real_store, Selection(), "Nothing", nothing, address="").sources == ""


def test_paper_turns_every_dark_colour_into_a_light_one():
    rules = paper_colours()
    for dark, light in zip(area_colours("dark"), area_colours("light"), strict=True):
        assert f'[fill="{dark}" i] {{ fill: {light}; }}' in rules and f'[stroke="{dark}" i] {{ stroke: {light}; }}' in rules
    assert INKS["light"].text in rules
    light_ones = {*area_colours("light"), INKS["light"].text, INKS["light"].muted, INKS["light"].background}
    assert not [colour for colour in light_ones if f'="{colour}" i' in rules], "a light drawing is printed as it is"


def test_paper_lays_open_what_scrolls_and_hides_the_chrome():
    style = (Path(about_view.__file__).with_name("frontend") / "print.css").read_text("utf-8")
    assert "@page { size: A4" in style
    for part in ("header", ".stSidebar", ".stButton", ".stDownloadButton", ".stPopover"):
        assert re.search(rf"{re.escape(part)}\b[^{{}}]*\{{ display: none", style)
