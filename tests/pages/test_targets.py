"""The Targets page: every promise once, with what is reported of it, its rule, and the sentence in one step."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.promise_states import PromiseState
from lib.queries.conflicts import BOTH_LAYERS
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.tracker import evidence_date, tracker
from lib.text.catalogue import say
from lib.text.dates import date
from lib.text.promise_words import rule
from tests.pages.visits import charts, component_data, elements, visit
from tests.queries import sample_rows
from tests.queries.sample import write_sample


def tables(reader: AppTest) -> dict[str, dict[str, Any]]:
    """Return what is shown of each promise, by its state and id."""
    shown = {}
    for state in PromiseState:
        if any(element.proto.id.endswith(f"-promises_{state}") for element in elements(reader, "bidi_component")):
            groups = component_data(reader, f"promises_{state}")["groups"]
            shown[state.value] = {promise["id"]: promise for group in groups for promise in group["promises"]}
    return shown


def lines(promise: dict[str, Any]) -> list[dict[str, Any]]:
    """List what is said of a promise, line by line."""
    return [line for cell in promise["cells"] for line in cell["lines"]]


def test_every_promise_stands_once_under_its_state_with_its_rule(real_store: Store):
    reader, assessed = visit("targets"), tracker(real_store, Selection(), BOTH_LAYERS.layers)
    promises = observations(real_store, Selection(statuses=("ongoing", "plan", "target")))
    shown = tables(reader)
    assert sorted(name for found in shown.values() for name in found) == sorted(promises.observation_id)
    as_of = evidence_date(real_store, BOTH_LAYERS.layers)
    for one in assessed:
        told = lines(shown[one.state.value][one.promise.figure.observation_id])
        labels = [line["label"] for line in told if line["label"]]
        is_silent = one.baseline is None and one.latest is None
        assert labels == [say("en", f"targets.{name}") for name in (["before_and_since"] if is_silent else ["before", "since"])]
        assert rule(one, as_of, "en") in [line["text"] for line in told if line["folds"]]
    assert any("“Due” is told by" in told.value and date(as_of, "en") in told.value for told in reader.caption)


def test_a_promise_without_a_year_shows_none():
    shown = tables(visit("targets"))
    dues = {name: promise["cells"][0]["lines"][0]["text"] for found in shown.values() for name, promise in found.items()}
    assert {name for name, due in dues.items() if due == "no year given"} == set(shown["no_year"])
    assert (dues["zz20-21a"], dues["zz24-08a"], dues["hz21-04a"]) == ("no year given", "2023–2025 (inferred)", "2025")


def test_silence_is_not_enough_evidence_and_never_a_failure(real_store: Store):
    reader = visit("targets", {"show": "articles"})
    silent = [one.state for one in tracker(real_store, Selection()) if one.latest is None]
    assert {say("en", f"promise_state.{state}", as_of="").split(":")[0] for state in silent} == {"Not enough evidence"}
    words = " ".join(line["text"] for found in tables(reader).values() for promise in found.values() for line in lines(promise))
    assert "off track" not in words


def test_what_is_reported_is_drawn_and_every_figure_can_be_picked():
    reader = visit("targets")
    told = [line for found in tables(reader).values() for promise in found.values() for line in lines(promise)]
    picks = {line["figure"]: line for line in told if line["figure"]}
    assert set(picks) == {"of047-02", "of047-04", "of067-01", "zj23-34a", "zz24-11c"}
    assert picks["of047-02"]["text"] == "161,129 yuan (2023, official)"
    assert "> 7,000 ÷ 10,000 ≥ 70%  [zj23-34a, zj23-33a]" in [line["text"] for line in told]
    assert len(charts(reader)) == len(picks)


def test_without_the_official_layer_the_articles_stand_alone():
    reader = visit("targets", {"show": "articles"})
    picks = {line["figure"] for found in tables(reader).values() for promise in found.values() for line in lines(promise)} - {""}
    assert picks == {"zj23-34a", "zz24-11c"}
    reader.toggle("context").set_value(True).run()
    assert "reached" in tables(reader)


def test_place_and_theme_filter_the_promises():
    reader = visit("targets", {"theme": "industry", "region": "330100"})
    assert {name for found in tables(reader).values() for name in found} == {"hz21-04a", "hz21-04b"}
    reader.multiselect("filter_regions").set_value([]).run()
    assert len({name for found in tables(reader).values() for name in found}) == 15


def test_a_view_without_promises_says_so():
    reader = visit("targets", {"status": "actual"})
    assert not reader.exception
    assert [info.value for info in reader.info] == [say("en", "targets.none")]
    assert charts(reader) == []


@pytest.mark.parametrize("claim", ["hz21-04a", "of047-02"])
def test_a_chosen_figure_opens_its_sentence_or_its_page(claim: str):
    reader = visit("targets", {"claim": claim})
    (card,) = component_data(reader, "targets_page" if claim.startswith("of") else "targets_chosen")["cards"]
    assert claim in [figure["id"] for figure in card["figures"] if figure["selected"]]
    assert reader.button("chip_targets")


def test_a_target_stated_again_is_listed_with_dates_and_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    sentence = ("The income ratio shall fall below 1.7 in 2025.", "income_gap", "330603", "", "s4", 2025, 2025)
    monkeypatch.setitem(sample_rows.SENTENCES, "hz21-04", sentence)
    monkeypatch.setitem(sample_rows._FIGURES, "hz21-04a", ("income_ratio", "330603", "1.7", 1.7, "exact", "", "target", "article"))
    monkeypatch.setenv("DATASET_DIR", str(write_sample(tmp_path / "data")))
    rows = component_data(visit("targets"), "drift_hz21-04a")["rows"]
    assert [(row["id"], row["cells"][:3]) for row in rows] == [
        ("hz21-04a", ["1 June 2021", "1.7 ratio", "first statement"]),
        ("kq23-03a", ["4 May 2023", "< 1.6 ratio", "< 1.6 − 1.7 ≤ −0.1"]),
    ]
