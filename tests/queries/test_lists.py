"""Documents, code lists, events and the counts of the whole."""

from pathlib import Path

import pytest

from lib.domain.tables import DISMISSALS, INDICATORS, PROGRAMMES, REGIONS, SOURCES, UNITS
from lib.queries import codes
from lib.queries.dataset import Totals, totals
from lib.queries.events import events
from lib.queries.selection import Selection
from lib.queries.sources import dismissals, source_list
from lib.queries.store import Store
from tests.queries.sample import write_tables


def test_documents_by_date_with_their_counts(sample_store: Store) -> None:
    rows = source_list(sample_store)
    assert rows.columns.tolist() == [*SOURCES.columns, "quotes", "key_sentences", "figures", "dismissed"]
    counts = rows.set_index("source_id")[["quotes", "key_sentences", "figures", "dismissed"]]
    assert counts.index.tolist() == ["paper-2020-zhengzhou", "daily-2021-hangzhou", "release-2023-keqiao"]
    assert counts.to_numpy().tolist() == [[2, 1, 1, 0], [2, 0, 3, 5], [3, 1, 2, 0]]


def test_dismissed_numbers_of_a_document(sample_store: Store) -> None:
    rows = dismissals(sample_store, "daily-2021-hangzhou")
    assert rows.columns.tolist() == list(DISMISSALS.columns)
    assert list(zip(rows["printed"], rows["reason"], rows["count"], strict=True)) == [("2020", "date", 1), ("tail", "furniture", 4)]


def test_an_unknown_document_has_nothing(sample_store: Store) -> None:
    assert dismissals(sample_store, "nowhere").empty


def test_code_lists_have_every_column_in_their_order(sample_store: Store) -> None:
    assert codes.regions(sample_store).columns.tolist() == list(REGIONS.told)
    assert codes.regions(sample_store)["region_id"].tolist()[:3] == ["CN", "330000", "330100"]
    assert codes.indicators(sample_store).columns.tolist() == list(INDICATORS.told)
    assert codes.indicators(sample_store)["indicator_id"].tolist()[:2] == ["gdp", "buses"]
    assert codes.units(sample_store).columns.tolist() == list(UNITS.columns)
    assert codes.programmes(sample_store).columns.tolist() == list(PROGRAMMES.columns)
    assert codes.programmes(sample_store)["programme_id"].tolist() == ["roads", "workshops"]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, ["hz21-e01", "kq23-e01"]),
        ({"regions": ("330600",)}, ["kq23-e01"]),
        ({"regions": ("330600",), "inside": False}, []),
        ({"themes": ("industry",)}, ["hz21-e01"]),
        ({"years": (2021, 2025)}, ["kq23-e01"]),
        ({"programmes": ("workshops",)}, []),
        ({"search": "杭州 opens"}, ["hz21-e01"]),
        ({"statuses": ("plan",), "layers": ("official",)}, ["hz21-e01", "kq23-e01"]),
        ({"voices": ("official_statistic", "article")}, ["hz21-e01"]),
    ],
)
def test_events_follow_the_filters(sample_store: Store, parts: dict[str, object], expected: list[str]) -> None:
    assert events(sample_store, Selection().replace(**parts))["event_id"].tolist() == expected


def test_an_event_has_its_sentence(sample_store: Store) -> None:
    row = events(sample_store, Selection()).iloc[1]
    assert (row["date"], row["region_en"], row["quote_text"]) == (
        "2025",
        "Keqiao District",
        "The income ratio is to fall below 1.6 in 2025.",
    )
    assert row["is_verified"]


def test_totals_count_the_whole(sample_store: Store) -> None:
    assert totals(sample_store) == Totals(
        figures=6,
        quotes=7,
        key_sentences=2,
        sources=3,
        regions=4,
        indicators=6,
        programmes=1,
        events=2,
        dismissed=5,
        official=1,
        citations=1,
    )
    assert [totals(sample_store).figures_of(layers) for layers in (("article",), ("official",), ("article", "official"))] == [6, 1, 7]


def test_totals_of_tables_that_may_be_empty_are_nothing(data: Path) -> None:
    write_tables(data, {"events": [], "dismissals": [], "quote_programmes": []})
    found = totals(Store.open(data))
    assert (found.programmes, found.events, found.dismissed) == (0, 0, 0)
