"""The Public services page: promises with their delivery, and single cases told as such."""

from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.ui import public_service_blocks
from tests.pages.asked_pages import asked_on
from tests.pages.visits import charts, component_data, visit


def test_no_figure_of_the_theme_is_left_out(real_store: Store):
    shown = {figure for one in asked_on(public_service_blocks, real_store) for figure in one.rows.observation_id}
    assert shown == set(observations(real_store, Selection(themes=("public_services",))).observation_id)


def test_figures_without_a_common_scale_stand_on_no_axis():
    assert charts(visit("public_services")) == []


def test_every_promise_says_that_its_delivery_is_not_reported():
    groups = component_data(visit("public_services"), "q09_figures")["groups"]
    promises = [promise for group in groups for promise in group["promises"]]
    assert len(promises) == 12
    lines = [(fact["look"], line) for promise in promises for fact in promise["cells"] for line in fact["lines"]]
    assert {line["text"] for look, line in lines if look == "delivery"} == {say("en", "promise.not_reported")}
    assert {line["status"] for look, line in lines if look == "status"} == {"ongoing", "plan"}
