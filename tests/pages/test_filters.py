"""The filters of the Explore page, used as a reader uses them."""

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.vocabulary import Status, Theme, Voice
from lib.queries.facets import facet_counts
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import Language, say
from tests.pages.visits import address, charts, component_data, seen, visit


def shown(reader: AppTest) -> list[str]:
    """List the ids of the figures in the table beside a chart."""
    return [row["id"] for row in component_data(reader, "by_indicator_table")["rows"]]


def expected(store: Store, selection: Selection) -> list[str]:
    """List the ids of the figures that a selection shows."""
    return list(observations(store, selection).observation_id)


def test_a_region_with_and_without_what_lies_inside(real_store: Store):
    reader = visit("explore")
    reader.multiselect("filter_regions").set_value(["330000"]).run()
    assert address(reader) == {"region": ["330000"]}
    assert shown(reader) == expected(real_store, Selection(regions=("330000",)))
    reader.toggle("filter_inside").set_value(False).run()
    assert address(reader) == {"region": ["330000"], "inside": ["no"]}
    assert shown(reader) == expected(real_store, Selection(regions=("330000",), inside=False))
    reader.multiselect("filter_regions").set_value([]).run()
    assert len(shown(reader)) == len(expected(real_store, Selection()))


def test_themes_keep_their_counts_when_one_is_chosen(real_store: Store):
    reader = visit("explore")
    pills = reader.button_group("filter_themes")
    told = list(pills.options)
    assert told == [f"{say('en', f'theme.{theme}')} ({count})" for theme, count in facet_counts(real_store, Selection()).themes.items()]
    pills.set_value([Theme.INDUSTRY]).run()
    assert address(reader) == {"theme": ["industry"]}
    assert list(reader.button_group("filter_themes").options) == told
    assert shown(reader) == expected(real_store, Selection(themes=("industry",)))


@pytest.mark.parametrize("status", Status)
def test_unticking_a_status_hides_its_figures(status: Status, real_store: Store):
    reader = visit("explore")
    reader.checkbox(f"tick_status_{status}").uncheck().run()
    others = tuple(other for other in Status if other is not status)
    assert address(reader) == {"status": list(others)}
    assert shown(reader) == expected(real_store, Selection(statuses=others))
    reader.checkbox(f"tick_status_{status}").check().run()
    assert address(reader) == {}


def test_unticking_a_voice_hides_its_figures_and_leaves_the_layer_of_the_same_name(real_store: Store):
    reader = visit("explore")
    reader.checkbox("tick_voice_article").uncheck().run()
    others = tuple(voice for voice in Voice if voice is not Voice.ARTICLE)
    assert address(reader) == {"voice": list(others)}
    assert shown(reader) == expected(real_store, Selection(voices=others))
    assert reader.checkbox("tick_layer_article").value


def test_an_option_without_figures_is_off_and_says_why():
    reader = visit("explore", {"theme": "public_services", "region": "410100"})
    official = reader.checkbox("tick_layer_official")
    assert official.disabled
    assert official.help == say("en", "filter.no_figures")


def test_the_years_are_a_range(real_store: Store):
    reader = visit("explore")
    slider = reader.select_slider("filter_years")
    first, last = slider.value
    slider.set_range(2022, 2023).run()
    assert not reader.exception
    assert address(reader) == {"year": ["2022-2023"]}
    assert shown(reader) == expected(real_store, Selection(years=(2022, 2023)))
    reader.select_slider("filter_years").set_range(2022, 2022).run()
    assert address(reader) == {"year": ["2022"]}
    reader.select_slider("filter_years").set_range(first, last).run()
    assert address(reader) == {}


@pytest.mark.parametrize("asked", ["杭州", "Hangzhou", "hangzhou"])
def test_the_search_knows_a_place_by_all_its_names(asked: str, real_store: Store):
    reader = visit("explore")
    reader.text_input("filter_search").set_value(f"  {asked} ").run()
    assert address(reader) == {"q": [asked]}
    assert shown(reader) == expected(real_store, Selection(search="Hangzhou"))


def test_programmes_filter_by_name(real_store: Store):
    reader = visit("explore")
    reader.multiselect("filter_programmes").set_value(["workshops"]).run()
    assert address(reader) == {"programme": ["workshops"]}
    assert shown(reader) == expected(real_store, Selection(programmes=("workshops",)))


def test_reset_drops_the_filters_and_keeps_the_language():
    reader = visit("explore", {"region": "410100", "theme": "industry", "q": "output", "year": "2023", "lang": "zh"})
    assert not reader.button("reset").disabled
    reader.button("reset").click().run()
    assert address(reader) == {"lang": ["zh"]}
    assert reader.button("reset").disabled


def test_the_sentence_of_the_view_counts_what_the_table_holds(real_store: Store):
    reader = visit("explore", {"region": "330603", "status": "actual"})
    total = len(expected(real_store, Selection()))
    assert f"Showing {len(shown(reader))} of {total} figures: Keqiao District and within · reported." in [
        text.value for text in reader.text
    ]


EMPTY = {"region": ["410100"], "theme": ["public_services"], "year": ["2022"], "status": ["target"]}
NARROW = Selection(regions=("410100",), themes=("income_gap",), years=(2023, 2023))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_view_that_nothing_fits_says_so_and_draws_nothing(language: Language):
    reader = visit("explore", EMPTY | {"lang": [language]})
    assert not reader.exception
    assert charts(reader) == []
    assert say(language, "explore.nothing_title") in [heading.value for heading in reader.subheader]
    assert {say(language, "explore.nothing_text"), say(language, "explore.nothing_single")} <= set(seen(reader))
    reader.button("reset").click().run()
    assert len(charts(reader)) == 3


def test_letting_go_of_one_filter_shows_what_its_button_promised(real_store: Store):
    wider = {"regions": NARROW.replace(regions=()), "themes": NARROW.replace(themes=()), "years": NARROW.replace(years=None)}
    counts = {part: len(expected(real_store, selection)) for part, selection in wider.items()}
    promised = {f"relax_{part}": say("en", "explore.relax", part=say("en", f"filter.{part}"), count=n) for part, n in counts.items() if n}
    assert promised
    reader = visit("explore", NARROW.to_params())
    assert say("en", "explore.nothing_relax") in seen(reader)
    offered = {button.key: button.label.replace("\\", "") for button in reader.button if str(button.key).startswith("relax_")}
    assert offered == promised
    for part, count in counts.items():
        if count:
            relaxed = visit("explore", NARROW.to_params())
            relaxed.button(f"relax_{part}").click().run()
            assert shown(relaxed) == expected(real_store, wider[part])


def test_a_search_that_nothing_fits_can_be_let_go(real_store: Store):
    reader = visit("explore", {"q": "zeppelin", "lang": "zh"})
    assert charts(reader) == []
    reader.button("relax_search").click().run()
    assert address(reader) == {"lang": ["zh"]}
    assert shown(reader) == expected(real_store, Selection())
