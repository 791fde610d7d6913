"""The figures about something."""

from lib.queries.about import figures_about
from lib.queries.store import Store


def test_figures_about_something_come_in_the_order_asked(real_store: Store):
    rows = figures_about(real_store, ("nev_output", "gdp"), ("410100",))
    assert list(rows.indicator_id) == ["nev_output", "nev_output", "gdp", "gdp"]
    assert set(rows.region_id) == {"410100"}


def test_figures_about_something_may_be_of_every_place(real_store: Store):
    assert set(figures_about(real_store, ("urban_rural_income_ratio",)).region_id) == {"330000", "330603"}
    assert figures_about(real_store, ("unheard_of",)).empty
