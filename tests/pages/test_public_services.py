"""The Public services page: promises with their delivery, and single cases told as such."""

import pytest

from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import Language, say
from lib.ui import public_service_blocks
from tests.pages.asked_pages import (
    asked_on,
    headings,
    leads_to_its_figures,
    says_what_must_be_known,
    shows_its_figures,
    tells_its_finding,
)
from tests.pages.visits import charts, component_data, visit


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_question_shows_its_figures_its_finding_and_its_notes(language: Language, real_store: Store):
    reader = visit("public_services", {"lang": language})
    assert not reader.exception
    asked = asked_on(public_service_blocks, real_store)
    assert headings(reader) == [(say(language, one.words), one.name) for one in asked]
    for one in asked:
        shows_its_figures(reader, one)
        tells_its_finding(reader, one, real_store, language)
        says_what_must_be_known(reader, one, language)


def test_every_link_to_explore_holds_the_figures_of_its_question(real_store: Store):
    for one in asked_on(public_service_blocks, real_store):
        leads_to_its_figures(one, real_store)


def test_no_figure_of_the_theme_is_left_out(real_store: Store):
    shown = {figure for one in asked_on(public_service_blocks, real_store) for figure in one.rows.observation_id}
    assert shown == set(observations(real_store, Selection(themes=("public_services",))).observation_id)


def test_figures_without_a_common_scale_stand_on_no_axis():
    assert charts(visit("public_services")) == []


def test_every_promise_says_that_its_delivery_is_not_reported():
    groups = component_data(visit("public_services"), "q09_figures")["groups"]
    promises = [promise for group in groups for promise in group["promises"]]
    assert len(promises) == 12
    assert {promise["delivery"]["said"] for promise in promises} == {say("en", "promise.not_reported")}
    assert {promise["status"] for promise in promises} == {"ongoing", "plan"}
