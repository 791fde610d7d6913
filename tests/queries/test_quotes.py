"""The sentences behind the view, with and without a figure."""

from pathlib import Path

import pytest

from lib.queries.links import Known
from lib.queries.quotes import quote_of, quotes
from lib.queries.selection import Selection
from lib.queries.store import Store
from tests.queries.sample import write_tables
from tests.queries.sample_rows import rows_of_sample


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, ["zz20-01", "zz20-02", "hz21-01", "hz21-02", "kq23-01", "kq23-02", "kq23-03"]),
        ({"statuses": ("actual",)}, ["zz20-01", "hz21-01", "hz21-02", "kq23-01"]),
        ({"layers": ("official",)}, []),
        ({"voices": ("resident", "official_statement")}, ["zz20-01", "kq23-03"]),
        ({"voices": ("article",)}, ["zz20-02", "hz21-02", "kq23-01", "kq23-02"]),
        ({"layers": ("article",), "regions": ("410100",)}, ["zz20-01", "zz20-02"]),
        ({"regions": ("330600",)}, ["kq23-01", "kq23-02", "kq23-03"]),
        ({"regions": ("330600",), "inside": False}, []),
        ({"themes": ("public_services",)}, ["zz20-02", "kq23-01"]),
        ({"years": (2020, 2020)}, ["zz20-02", "hz21-01"]),
        ({"programmes": ("workshops",)}, ["hz21-02", "kq23-02"]),
        ({"search": "杭州"}, ["hz21-01", "hz21-02", "kq23-02"]),
        ({"search": "example"}, ["kq23-02"]),
        ({"search": "gongfang keqiao"}, ["kq23-02"]),
        ({"search": "henan"}, ["zz20-01", "zz20-02"]),
    ],
)
def test_sentences_follow_the_filters(sample_store: Store, parts: dict[str, object], expected: list[str]) -> None:
    assert quotes(sample_store, Selection().replace(**parts))["quote_id"].tolist() == expected


def test_each_sentence_counts_its_figures_in_view(sample_store: Store) -> None:
    rows = quotes(sample_store, Selection(themes=("income_gap",)))
    assert dict(zip(rows["quote_id"], rows["figures"], strict=True)) == {"hz21-02": 2, "kq23-02": 0, "kq23-03": 1}
    assert rows["source_title"].tolist() == ["Hangzhou moves on", "Keqiao reports", "Keqiao reports"]


def test_the_sentence_of_a_figure(sample_store: Store) -> None:
    rows = quote_of(sample_store, "kq23-03a")
    assert rows["text"].tolist() == ["The income ratio is to fall below 1.6 in 2025."]
    assert rows["is_verified"].tolist() == [True]


def test_the_sentence_of_an_event(sample_store: Store) -> None:
    event = sample_store.run("select event_id, quote_id from events order by event_id").iloc[0]
    assert quote_of(sample_store, event["event_id"])["quote_id"].tolist() == [event["quote_id"]]
    assert event["event_id"] in Known.of(sample_store).claims


@pytest.mark.parametrize("observation", ["of001-01", "zz99-01a", ""])
def test_no_sentence_without_one(sample_store: Store, observation: str) -> None:
    assert quote_of(sample_store, observation).empty


def test_a_sentence_that_fails_is_not_verified(data: Path) -> None:
    altered = rows_of_sample()["quotes"]
    next(row for row in altered if row["quote_id"] == "kq23-02")["text"] = "Keqiao's workshops follow Hangzhou’s example."
    write_tables(data, {"quotes": altered})
    rows = quotes(Store.open(data), Selection())
    assert rows.loc[~rows["is_verified"], "quote_id"].tolist() == ["kq23-02"]
