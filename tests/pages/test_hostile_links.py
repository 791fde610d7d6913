"""Links that ask for what there is not: a notice names it, and the page works."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from lib.text.catalogue import say
from tests.pages.visits import PAGE_NAMES, Link, address, charts, visit

LEAD = say("en", "notice.lead")


def notices(reader: AppTest) -> list[str]:
    """List the notices about the link as they read on screen: plain text under one warning."""
    box = reader.get_by_key("link_notice")
    assert [warning.value for warning in box.warning] == [LEAD]
    return [line.value for line in box.text]


@pytest.mark.parametrize(
    ("link", "notice"),
    [
        ({"year": "99999"}, "year “99999” lies outside the years of this dataset. It was left out or cut to fit."),
        ({"year": "soon"}, "year “soon” cannot be read. It was left out."),
        ({"year": "2024-2020"}, "year “2024-2020” runs backwards. It was turned round."),
        ({"region": "atlantis"}, "region “atlantis” is not in this dataset, or no longer is. It was left out."),
        ({"theme": "\x00"}, "theme “\\u0000” is not in this dataset, or no longer is. It was left out."),
        ({"theme": "<b>"}, "theme “<b>” is not in this dataset, or no longer is. It was left out."),
        ({"region": "$x$"}, "region “$x$” is not in this dataset, or no longer is. It was left out."),
        ({"status": ":red[x]"}, "status “:red[x]” is not in this dataset, or no longer is. It was left out."),
        ({"programme": "[a](http://b.c)"}, "programme “[a](http://b.c)” is not in this dataset, or no longer is. It was left out."),
        ({"claim": "gone-01a"}, "claim “gone-01a” is not in this dataset, or no longer is. It was left out."),
        ({"source": "*x*"}, "source “*x*” is not in this dataset, or no longer is. It was left out."),
        ({"lang": "tlh"}, "lang “tlh” is not in this dataset, or no longer is. It was left out."),
        ({"lang": ["zz", "zh"]}, "lang was given more than once. Only the first was taken, not “zh”."),
        ({"region": "x" * 5000}, f"region: “{'x' * 39}…” is too long. It was left out or shortened."),
        ({"colour": "red"}, "“colour” is not a setting of this app. It was left out."),
        ({":red[x]": "1"}, "“:red[x]” is not a setting of this app. It was left out."),
    ],
)
def test_a_notice_names_what_the_link_asked_for(link: Link, notice: str):
    reader = visit("explore", link)
    assert not reader.exception
    assert notice in notices(reader)
    assert len(charts(reader)) == 3


def test_no_sign_of_a_link_is_left_to_markdown():
    asked = "*a*_b_`c`<b>:red[x]$y$ :material/home: ->"
    reader = visit("explore", {"region": asked[:40]})
    assert notices(reader) == [f"region “{asked[:40]}” is not in this dataset, or no longer is. It was left out."]


def test_nine_hundred_regions_are_too_many():
    reader = visit("explore", {"region": [f"place{number}" for number in range(900)]})
    assert not reader.exception
    told = notices(reader)
    assert told[0] == "region: 900 values are too many. Only the first were taken."
    assert told[-1] == "And 41 more."
    assert len(charts(reader)) == 3


def test_ten_thousand_regions_leave_a_working_page():
    reader = visit("explore", {"region": [f"place{number}" for number in range(10_000)]})
    assert not reader.exception
    assert len(charts(reader)) == 3


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_every_page_says_what_the_link_could_not_be_given(page: str):
    reader = visit(page, {"region": ["atlantis", "410100"], "year": "99999"})
    assert not reader.exception
    assert [line.split("”")[0] for line in notices(reader)] == ["region “atlantis", "year “99999"]


def test_what_the_link_says_rightly_is_taken_and_its_address_stays():
    link = {"region": ["410100", "atlantis"], "theme": ["industry"]}
    reader = visit("explore", link)
    assert address(reader) == link
    assert reader.multiselect("filter_regions").value == ["410100"]
    assert reader.button_group("filter_themes").value == ["industry"]


def test_the_notice_goes_with_the_next_change():
    reader = visit("explore", {"region": "atlantis"})
    reader.checkbox("tick_status_plan").uncheck().run()
    assert not reader.warning
    assert address(reader) == {"status": ["actual", "ongoing", "target"]}


def test_a_search_is_shown_as_it_was_typed():
    reader = visit("explore", {"q": "<b>$x$ :red[y] *z*"})
    assert not reader.exception
    assert any("with “<b>$x$ :red[y] *z*”" in text.value for text in reader.text)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(["region", "inside", "theme", "year", "status", "layer", "programme", "q", "claim", "source", "lang", "x"]),
        st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), min_size=1, max_size=3),
    )
)
def test_whatever_a_link_says_the_page_works(link: dict[str, list[str]]):
    reader = visit("sources", link)
    assert not reader.exception
    assert len(reader.title) == 1


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_a_view_without_any_figure_breaks_no_page(page: str):
    reader = visit(page, {"q": "zeppelin"})
    assert not reader.exception
    assert not reader.error
