"""Official figures: the one that stands for several pages, and the pairs of reports that disagree."""

from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from lib.queries import conflicts as asked
from lib.queries import told_twice as told_twice_module
from lib.queries.observations import observations
from lib.queries.official import around, official_context
from lib.queries.store import Store
from lib.queries.told_twice import told_twice

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="module")
def store() -> Store:
    """Return the real dataset."""
    return Store.open(DATA)


def figure(name: str, printed: str, value: float, **parts: Any) -> dict[str, Any]:
    """Make a row of `observations` of one indicator, place and year."""
    thing = {"indicator_id": "gdp", "region_id": "330000", "year_start": 2022, "year_end": 2022, "status": "actual", "qualifier": "exact"}
    page = {"layer": "official", "source_id": "", "citation_id": name[:5], "vintage": "unknown", "series_break": ""}
    return {"observation_id": name, "printed": printed, "value": value, "unit": "CNY"} | thing | page | parts


class Asked:
    """Stands for a store that holds some figures and no more."""

    def __init__(self, observations: pd.DataFrame) -> None:
        self._connection = duckdb.connect()
        self._connection.register("observations", observations)
        self._connection.execute(
            "create table figure_cells as select status, year_start, count(*) as figures from observations group by all"
        )

    def run(self, sql: str, parameters: tuple[object, ...] = ()) -> pd.DataFrame:
        return self._connection.execute(sql, parameters).df()


def paired(monkeypatch: pytest.MonkeyPatch, *rows: dict[str, Any]) -> list[list[Any]]:
    """Return the pairs that some figures make."""
    figures = pd.DataFrame(rows)
    monkeypatch.setattr(asked, "figures_named", lambda _store, names: figures[figures["observation_id"].isin(names)])
    return asked.conflicts(Asked(figures)).to_numpy().tolist()  # type: ignore[arg-type]


ONE = figure("of001-01", "8.5", 8.5)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (figure("of002-01", "8.7", 8.7), ["of001-01", "of002-01", "pages", True]),
        (figure("of002-01", "8.3", 8.3, vintage="final"), ["of002-01", "of001-01", "vintages", True]),
        (figure("of001-02", "8.7", 8.7), ["of001-01", "of001-02", "one_page", True]),
        (
            figure("zj23-01a", "9.5", 9.5, layer="article", source_id="zj", citation_id=""),
            ["of001-01", "zj23-01a", "article_and_official", True],
        ),
        (figure("of002-01", "8.52", 8.52), ["of001-01", "of002-01", "pages", False]),
    ],
)
def test_two_reports_of_one_thing_are_paired(monkeypatch: pytest.MonkeyPatch, other: dict[str, Any], expected: list[Any]):
    assert paired(monkeypatch, ONE, other) == [expected]


@pytest.mark.parametrize(
    "other",
    [
        figure("of002-01", "8.50", 8.5),
        figure("of002-01", "9", 9.0, series_break="old_household_survey"),
        figure("of002-01", "9", 9.0, year_end=2023),
        figure("of002-01", "9", 9.0, status="target"),
        figure("of002-01", "9", 9.0, region_id="330100"),
    ],
)
def test_what_is_the_same_or_another_thing_is_not_paired(monkeypatch: pytest.MonkeyPatch, other: dict[str, Any]):
    assert paired(monkeypatch, ONE, other) == []


@pytest.mark.parametrize("at_once", [1, 3, 100])
def test_figures_that_tell_one_thing_are_found_in_any_parts(monkeypatch: pytest.MonkeyPatch, at_once: int):
    monkeypatch.setattr(told_twice_module, "_FIGURES_AT_ONCE", at_once)
    years = {"b": 2020, "a": 2020, "c": 2021, "e": 2022, "d": 2022, "f": 2022}
    rows = [figure(name, "1", 1.0, year_start=year, year_end=year) for name, year in years.items()]
    store: Any = Asked(pd.DataFrame(rows))
    assert sorted(told_twice(store)) == ["a", "b", "d", "e", "f"]
    monkeypatch.setattr(told_twice_module, "MOST_FIGURES", 3)
    assert len(told_twice(store)) == 3


def test_the_pairs_of_the_dataset_are_of_one_thing_and_conflicts_come_first(store: Store):
    pairs = asked.conflicts(store)
    rows = observations(store, asked.BOTH_LAYERS).set_index("observation_id")
    thing = ["indicator_id", "region_id", "year_start", "year_end", "unit"]
    first, second = (rows.loc[pairs[name], thing].reset_index(drop=True) for name in ("first_id", "second_id"))
    assert first.equals(second)
    assert pairs["is_conflict"].is_monotonic_decreasing and pairs["is_conflict"].any() and not pairs["is_conflict"].all()
    assert len(asked.repetitions(store)) > 0


def test_breaks_in_series_are_official_figures(store: Store):
    rows = asked.broken_series(store)
    assert set(rows["layer"]) == {"official"}
    assert {"old_household_survey", "before_census"} == set(rows["series_break"])


def test_of_several_pages_the_nearest_is_taken_and_counted(store: Store):
    rows = official_context(store, "urban_disposable_income_per_capita", ("CN", "330000"), (2013, 2018))
    china = rows[(rows["region_id"] == "CN") & (rows["year_end"] == 2018)].iloc[0]
    assert (china["tier"], china["vintage"], china["pages"]) == ("A", "final", 3)
    assert not (rows["year_end"] == 2013).any()
    assert not rows.duplicated(["region_id", "year_end"]).any()


def test_around_the_areas_lie_their_provinces_and_the_nation(store: Store):
    assert around(store, ("330603", "410100")) == ("CN", "330000", "410000", "330600", "410100", "330603")
