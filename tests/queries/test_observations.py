"""The figures in view: filters, columns, order and proof."""

from pathlib import Path

import pytest

from lib.domain.tables import OBSERVATIONS
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from tests.queries.sample import write_tables
from tests.queries.sample_rows import rows_of_sample

ALL = ["kq23-03a", "hz21-02a", "hz21-02b", "hz21-01a", "zz20-01a", "kq23-01a"]


def ids(store: Store, **parts: object) -> list[str]:
    return observations(store, Selection().replace(**parts))["observation_id"].tolist()


def test_all_figures_come_in_reading_order(sample_store: Store) -> None:
    assert ids(sample_store) == ALL


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"regions": ("330000",)}, ["kq23-03a", "hz21-02a", "hz21-02b", "hz21-01a", "kq23-01a"]),
        ({"regions": ("330000",), "inside": False}, []),
        ({"regions": ("330100", "410100")}, ["hz21-02a", "hz21-02b", "hz21-01a", "zz20-01a"]),
        ({"regions": ("330100", "410100"), "inside": False}, ["hz21-01a", "zz20-01a"]),
        ({"regions": ("331000",)}, []),
        ({"inside": False}, ALL),
        ({"themes": ("income_gap", "public_services")}, ["kq23-03a", "hz21-02a", "hz21-02b", "kq23-01a"]),
        ({"years": (2022, 2022)}, ["kq23-01a"]),
        ({"years": (2023, 2025)}, ["kq23-03a", "kq23-01a"]),
        ({"years": (2019, 2020)}, ["hz21-01a", "zz20-01a"]),
        ({"years": (2024, 2024)}, []),
        ({"statuses": ("target", "ongoing")}, ["kq23-03a", "hz21-02b"]),
        ({"layers": ("official",)}, ["of001-01"]),
        ({"layers": ("article",)}, ALL),
        ({"layers": ("article", "official"), "themes": ("industry",)}, ["of001-01", "hz21-01a", "zz20-01a"]),
        ({"voices": ("official_statistic", "resident")}, ["hz21-01a", "zz20-01a"]),
        ({"voices": ("organisation",)}, []),
        (
            {"voices": ("article", "official_statistic", "official_statement", "organisation", "resident")},
            ALL,
        ),
        ({"programmes": ("workshops",)}, ["hz21-02a", "hz21-02b"]),
        ({"programmes": ("roads",)}, []),
        ({"themes": ("industry",), "years": (2020, 2022), "layers": ("article",)}, ["hz21-01a"]),
        ({"claim": "zz20-01a", "language": "zh"}, ALL),
    ],
)
def test_each_filter_keeps_what_it_names(sample_store: Store, parts: dict[str, object], expected: list[str]) -> None:
    assert ids(sample_store, **parts) == expected


def test_each_figure_has_its_meaning_place_sentence_and_source(sample_store: Store) -> None:
    rows = observations(sample_store, Selection(regions=("330100",), inside=False))
    assert rows.columns.tolist()[: len(OBSERVATIONS.told)] == list(OBSERVATIONS.told)
    row = rows.iloc[0]
    assert (row["indicator_en"], row["indicator_zh"], row["scope"], row["direction"]) == (
        "Gross domestic product",
        "地区生产总值",
        "economy",
        "none",
    )
    assert (row["region_en"], row["region_zh"], row["region_level"], row["region_ordinal"]) == ("Hangzhou", "杭州市", "prefecture", 3)
    assert (row["unit_en"], row["unit_zh"], row["unit_singular_en"]) == ("CNY", "CNY", "CNY")
    assert row["quote_text"][row["printed_start"] : row["printed_end"]] == row["printed"] == "1.36 trillion yuan"
    assert (row["quote_ordinal"], row["locator"], row["source_title"], row["source_title_zh"]) == (1, "s1", "Hangzhou moves on", "杭州前行")
    assert (row["published"], row["publisher"], row["source_kind"], row["source_warnings"]) == (
        "2021-06-01",
        "The Daily",
        "state_media",
        "official_publicity",
    )


def test_an_official_figure_has_no_sentence(sample_store: Store) -> None:
    row = observations(sample_store, Selection(layers=("official",))).iloc[0]
    assert (row["quote_id"], row["quote_text"], row["locator"]) == ("", "", "")


def test_an_empty_view_has_the_same_columns_and_types(sample_store: Store) -> None:
    full, empty = observations(sample_store, Selection()), observations(sample_store, Selection(themes=("none",)))
    assert len(empty) == 0
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()


def test_a_figure_whose_quote_or_value_fails_is_not_verified(data: Path) -> None:
    rows = rows_of_sample()
    rows["quotes"][1]["text"] = "In Yuhang 50% of the a_b villages run 41 workshops."
    rows["observations"][3]["value"] = 13.0
    write_tables(data, {"quotes": rows["quotes"], "observations": rows["observations"]})
    shown = observations(Store.open(data), Selection())
    assert sorted(shown.loc[~shown["is_verified"], "observation_id"]) == ["hz21-02a", "hz21-02b", "kq23-01a"]


def test_an_official_figure_has_its_page_in_the_place_of_the_document(sample_store: Store) -> None:
    row = observations(sample_store, Selection(layers=("official",))).iloc[0]
    assert (row["citation_id"], row["source_id"], row["quote_id"], row["quote_text"]) == ("of001", "", "", "")
    assert (row["source_title"], row["publisher_zh"], row["url"]) == ("Output of the province", "统计局", "https://example.org/bureau")
    assert (row["tier"], row["vintage"], row["published"], row["voice"]) == ("A", "final", "", "")
