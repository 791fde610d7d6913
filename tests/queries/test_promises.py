"""Promises and what is reported of them afterwards."""

import pytest

from lib.queries.about import figures_about
from lib.queries.promises import deliveries
from lib.queries.store import Store
from tests.queries import sample_rows
from tests.queries.sample import write_sample


def pairs(store: Store) -> list[tuple[str, str]]:
    rows = deliveries(store)
    return list(zip(rows.promise_id, rows.report_id, strict=True))


def test_a_promise_without_a_report_has_no_row(sample_store: Store):
    assert pairs(sample_store) == []


@pytest.mark.parametrize(
    ("quote", "layer", "region", "reported"),
    [
        ("kq23-04", "article", "330603", [("kq23-03a", "kq23-04a")]),
        ("kq23-02", "article", "330603", []),  # reached before the promise: a baseline
        ("kq23-04", "article", "330100", []),  # another place
        ("kq23-04", "official", "330603", []),  # no article says so
    ],
)
def test_a_report_is_of_the_same_place_and_not_from_before(
    tmp_path, monkeypatch: pytest.MonkeyPatch, quote: str, layer: str, region: str, reported: list[tuple[str, str]]
):
    sentence = ("The income ratio is below 1.6 at last.", "income_gap", region, "", "s4", 2026, 2026)
    monkeypatch.setitem(sample_rows.SENTENCES, "kq23-04", sentence)
    monkeypatch.setitem(sample_rows.SENTENCES, "kq23-02", (sentence[0], "income_gap", region, "", "s2", 2023, 2023))
    figure = ("income_ratio", region, "1.6", 1.6, "under", "below", "actual", layer)
    monkeypatch.setitem(sample_rows._FIGURES, f"{'of22-02' if layer == 'official' else quote}a", figure)
    assert pairs(Store.open(write_sample(tmp_path / "data"))) == reported


def test_only_the_workshops_have_their_outcome_in_the_articles(real_store: Store):
    assert [promise for promise, _ in pairs(real_store)] == ["zj23-33a"]


def test_figures_about_something_come_in_the_order_asked(real_store: Store):
    rows = figures_about(real_store, ("nev_output", "gdp"), ("410100",))
    assert list(rows.indicator_id) == ["nev_output", "nev_output", "gdp", "gdp"]
    assert set(rows.region_id) == {"410100"}


def test_figures_about_something_may_be_of_every_place(real_store: Store):
    assert set(figures_about(real_store, ("urban_rural_income_ratio",)).region_id) == {"330000", "330603"}
    assert figures_about(real_store, ("unheard_of",)).empty
