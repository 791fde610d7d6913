"""The tracker: every promise with its evidence, whose layer is told, and targets stated more than once."""

from pathlib import Path

import pytest

from lib.domain.promise_states import Assessment, PromiseState
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.tracker import drifts, evidence_date, tracker
from tests.queries import sample_rows
from tests.queries.sample import write_sample

ARTICLES, BOTH = ("article",), ("article", "official")
RATIO = ("income_ratio", "330603", "1.6", 1.6, "under", "below")


def found(store: Store, layers: tuple[str, ...], selection: Selection | None = None) -> dict[str, Assessment]:
    return {one.promise.figure.observation_id: one for one in tracker(store, selection or Selection(), layers)}


def latest(one: Assessment) -> str:
    return one.latest.figure.observation_id if one.latest else ""


def add_sentence(monkeypatch: pytest.MonkeyPatch, quote: str, year: int, *more: str, region: str = "330603") -> None:
    """Add a sentence of the year to the sample with one figure of the income ratio: its status and layer, and perhaps its print."""
    status, layer, printed = (*more, "1.6")[:3]
    if layer == "article":
        text = f"The income ratio is below {printed} at last."
        monkeypatch.setitem(sample_rows.SENTENCES, quote, (text, "income_gap", region, "", f"s{quote[-1]}", year, year))
    figure = ("income_ratio", region, printed, float(printed), "under", "below", status, layer)
    monkeypatch.setitem(sample_rows._FIGURES, f"{quote}a" if layer == "article" else "of022-02", figure)


@pytest.mark.parametrize(
    ("quote", "year", "layer", "region", "told"),
    [
        ("kq23-04", 2026, "article", "330603", "kq23-04a"),
        ("kq23-04", 2024, "article", "330603", "kq23-04a"),  # not yet its year, but since the promise
        ("kq23-04", 2023, "article", "330603", ""),  # of the year in which it was promised: a baseline
        ("kq23-04", 2026, "article", "330100", ""),  # another place
    ],
)
def test_a_report_is_of_the_same_place_and_not_from_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quote: str, year: int, layer: str, region: str, told: str
):
    add_sentence(monkeypatch, quote, year, "actual", layer, region=region)
    assert latest(found(Store.open(write_sample(tmp_path / "data")), ARTICLES)["kq23-03a"]) == told


def test_without_a_report_nothing_is_said_of_delivery(sample_store: Store):
    promises = found(sample_store, ARTICLES)
    assert {name: one.state for name, one in promises.items()} == {
        "hz21-02b": PromiseState.NOT_REPORTED,
        "kq23-03a": PromiseState.NOT_YET_DUE,
    }
    assert evidence_date(sample_store) == "2023-05-04"


def test_the_selection_says_which_promises_are_tracked(sample_store: Store):
    assert set(found(sample_store, ARTICLES, Selection(themes=("income_gap",), regions=("330603",)))) == {"kq23-03a"}
    assert found(sample_store, ARTICLES, Selection(statuses=("actual",))) == {}
    assert set(found(sample_store, BOTH, Selection(layers=("official",)))) == {"hz21-02b", "kq23-03a"}


def test_in_the_articles_the_workshops_alone_are_reported_on_and_the_vehicles_have_a_baseline(real_store: Store):
    promises = found(real_store, ARTICLES)
    assert {name: latest(one) for name, one in promises.items() if one.latest} == {"zj23-33a": "zj23-34a"}
    assert [name for name, one in promises.items() if one.baseline] == ["zz24-14a"]
    assert promises["zj23-33a"].state is PromiseState.UNDER_WAY
    assert {one.state for name, one in promises.items() if name != "zj23-33a"} == {
        PromiseState.NOT_REPORTED,
        PromiseState.NOT_YET_DUE,
        PromiseState.NO_YEAR,
    }


@pytest.mark.parametrize("layers", [ARTICLES, BOTH])
def test_an_aim_without_a_year_is_never_told_to_be_due(real_store: Store, layers: tuple[str, ...]):
    open_ended = {name for name, one in found(real_store, layers).items() if one.state is PromiseState.NO_YEAR}
    assert open_ended == {"hz21-05a", "hz21-05b", "hz21-05c", "zz20-21a", "zz24-30a"}


def test_official_figures_tell_of_the_same_measure_alone(real_store: Store):
    promises = found(real_store, BOTH)
    official = {name: latest(one) for name, one in promises.items() if latest(one).startswith("of")}
    rows = real_store.run("select observation_id, indicator_id, region_id from observations order by observation_id")
    meaning = {row["observation_id"]: (row["indicator_id"], row["region_id"]) for row in rows.to_dict("records")}
    assert official
    assert all(meaning[name] == meaning[report] for name, report in official.items())
    output = promises["hz21-04a"]
    assert output.state is PromiseState.UNDER_WAY
    assert output.derived is not None
    assert float(output.derived.value) == pytest.approx(161129 / 180000 * 100)


def test_nothing_is_reckoned_where_the_definition_is_unclear(real_store: Store):
    productivity = found(real_store, BOTH)["hz21-04b"]
    assert productivity.latest is not None
    assert (productivity.latest.is_like, productivity.derived) == (False, None)


def test_official_outcomes_move_the_date_that_due_is_told_by(real_store: Store):
    assert evidence_date(real_store, ARTICLES) < evidence_date(real_store, BOTH)


def test_the_articles_state_no_target_twice(real_store: Store, sample_store: Store):
    assert drifts(real_store, Selection()) == drifts(sample_store, Selection()) == ()


def test_where_no_year_is_printed_no_target_is_stated_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    add_sentence(monkeypatch, "hz21-04", 2025, "target", "article", "1.7")
    monkeypatch.setattr("lib.queries.tracker.is_dated", lambda _: False)
    assert drifts(Store.open(write_sample(tmp_path / "data")), Selection()) == ()


def test_a_target_stated_again_is_found_with_its_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    add_sentence(monkeypatch, "hz21-04", 2025, "target", "article", "1.7")
    store = Store.open(write_sample(tmp_path / "data"))
    (drift,) = drifts(store, Selection(regions=("330603",)))
    assert [(one.figure.observation_id, one.published) for one in drift.statements] == [
        ("hz21-04a", "2021-06-01"),
        ("kq23-03a", "2023-05-04"),
    ]
    assert drifts(store, Selection(regions=("410100",))) == ()
