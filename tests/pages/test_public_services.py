"""The Public services page: promises with their delivery, and single cases told as such."""

from lib.domain.promise_states import PromiseState
from lib.queries.conflicts import BOTH_LAYERS
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.tracker import tracker
from lib.text.catalogue import say
from lib.ui import public_service_blocks
from tests.pages.asked_pages import asked_on
from tests.pages.visits import charts, component_data, visit


def test_no_figure_of_the_theme_is_left_out(real_store: Store):
    shown = {figure for one in asked_on(public_service_blocks, real_store) for figure in one.rows.observation_id}
    assert shown - {"of067-01"} == set(observations(real_store, Selection(themes=("public_services",))).observation_id)


def test_without_official_figures_no_line_leads_to_their_pages():
    groups = component_data(visit("public_services", {"show": "articles"}), "q09_figures")["groups"]
    lines = [line for group in groups for promise in group["promises"] for fact in promise["cells"] for line in fact["lines"]]
    assert {line["page"] for line in lines} == {""}


def test_only_a_promise_and_what_an_official_page_reports_of_it_share_an_axis(real_store: Store):
    drawn = {one.name: set(one.rows.observation_id) for one in asked_on(public_service_blocks, real_store) if one.tab == "tab.chart"}
    assert drawn == {"delivered": {"hz21-06b", "of067-01"}}
    assert len(charts(visit("public_services"))) == 1
    assert charts(visit("public_services", {"show": "articles"})) == []


def test_every_promise_says_that_its_delivery_is_not_reported_and_where_an_official_page_tells_it(real_store: Store):
    groups = component_data(visit("public_services"), "q09_figures")["groups"]
    promises = [promise for group in groups for promise in group["promises"]]
    assert len(promises) == 12
    lines = [(fact["look"], line) for promise in promises for fact in promise["cells"] for line in fact["lines"]]
    delivery = {promise["id"]: [line["text"] for line in promise["cells"][-1]["lines"]] for promise in promises}
    official = {name for name, told in delivery.items() if told == [say("en", "promise.not_reported"), say("en", "promise.official")]}
    assert all(told == [say("en", "promise.not_reported")] for name, told in delivery.items() if name not in official)
    judged = tracker(real_store, Selection(), BOTH_LAYERS.layers)
    assert official == {one.promise.figure.observation_id for one in judged if one.state is PromiseState.REACHED} & set(delivery)
    assert official
    assert {line["page"] for _, line in lines} == {"", "targets"}
    assert {line["status"] for look, line in lines if look == "status"} == {"ongoing", "plan"}
