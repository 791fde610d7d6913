"""The tables that stand for charts: figures, coverage and where the figures come from."""

from typing import Any

import pandas as pd
import pytest

from lib.queries.coverage import coverage
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.ui import coverage_table, figure_table, source_panel
from lib.ui.chart_block import source_line
from tests.ui.conftest import Reader


class Drawn:
    """Takes the place of a component and keeps what it was given."""

    def __init__(self) -> None:
        """Start with nothing drawn."""
        self.data: dict[str, Any] = {}

    def __call__(self, key: str, data: dict[str, Any], **_: object) -> None:
        """Keep the data."""
        self.data = data

    @property
    def cells(self) -> list[list[str]]:
        """The words of the table, row by row."""
        return [row["cells"] for row in self.data["rows"]]


@pytest.fixture
def drawn(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """Return what the table component was given last."""
    component = Drawn()
    monkeypatch.setattr(figure_table, "_COMPONENT", component)
    return component


def rows_of(store: Store, **parts: object) -> pd.DataFrame:
    return observations(store, Selection().replace(**parts))


def test_the_table_has_a_row_for_each_figure_in_its_order(drawn: Drawn, reader: Reader, sample_store: Store):
    reader.chooses(claim="hz21-01a")
    rows = rows_of(sample_store)
    figure_table.figure_table(rows, "table", "Seven")
    assert [row["id"] for row in drawn.data["rows"]] == list(rows.observation_id)
    assert [row["id"] for row in drawn.data["rows"] if row["selected"]] == ["hz21-01a"]
    assert drawn.data["caption"] == "Seven"
    by_id = {row["id"]: row["cells"] for row in drawn.data["rows"]}
    assert by_id["hz21-01a"] == [
        "Gross domestic product", "> 1.36 trillion CNY", "Hangzhou", "2020", "Reported", "surpassed 1.36 trillion yuan", "The Daily",
    ]  # fmt: skip


def test_the_source_panel_has_every_fact(drawn: Drawn, sample_store: Store):
    source_panel.source_panel(rows_of(sample_store, regions=("330603",)), "source", "Source: The Daily.")
    assert drawn.data["caption"] == "Source: The Daily."
    assert drawn.cells == [
        ["Definitions", "Urban-rural income ratio: Invented for a test.\nSchools opened: Invented for a test."],
        ["Units", "ratio, schools"],
        ["Geography", "Keqiao District"],
        ["Reference period", "2021–2025"],
        ["Who says so", "Officials or documents: 1; The article itself: 1"],
        ["Producer", "The Daily: Keqiao reports"],
        ["Published; retrieved", "4 May 2023; not recorded"],
        ["Licence", "Short quotations belong to their publishers; the curated table is CC BY 4.0."],
    ]


def test_official_figures_have_no_voice_to_tell(drawn: Drawn, sample_store: Store):
    source_panel.source_panel(rows_of(sample_store, layers=("official",)), "source", "line")
    assert "Who says so" not in [name for name, _ in drawn.cells]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_source_panel_leaves_no_fact_empty(drawn: Drawn, reader: Reader, real_store: Store, language: str):
    reader.reads(language)
    rows = rows_of(real_store)
    for claim in rows.observation_id:
        source_panel.source_panel(rows[rows.observation_id == claim], "source", "line")
        assert all(name and text.strip(" :;,") for name, text in drawn.cells)


def test_a_long_list_says_how_many_are_left_out(drawn: Drawn, real_store: Store):
    rows = rows_of(real_store)
    source_panel.source_panel(rows, "source", "line")
    definitions = drawn.cells[0][1].splitlines()
    assert len(definitions) == 13
    assert definitions[-1].startswith(f"and {rows.indicator_id.nunique() - 12} more")


def test_no_figure_is_said_and_never_a_zero(drawn: Drawn, sample_store: Store):
    coverage_table.coverage_table(coverage(sample_store, Selection()), "coverage")
    assert drawn.cells == [
        ["Hangzhou", "not reported", "1", "not reported"],
        ["Yuhang District", "2", "not reported", "not reported"],
        ["Keqiao District", "1", "not reported", "1"],
        ["Zhengzhou", "not reported", "1", "not reported"],
    ]


def test_the_source_line_names_each_document_by_date(reader: Reader, sample_store: Store):
    line = source_line(rows_of(sample_store), "1.2.3")
    assert line.startswith(
        "Source: The Daily (3 February 2020); The Daily (1 June 2021); The Daily (4 May 2023). 5 of 5 quotes match their documents."
    )
    assert "Dataset 1.2.3;" in line
