"""SDMX-CSV keeps the form of the standard, and every code in it."""

import csv
import io
import re
from pathlib import Path

import pandas as pd
import pytest

from lib.domain.vocabulary import Layer
from lib.export.about import About
from lib.export.sdmx import DIMENSIONS, CodeError, sdmx_csv
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store

ABOUT = About("T", "", "All figures.", "S", "1.2.3", "2026-01-01", "2026-01-02", "https://example.org/app/data?v=1.2.3", "en")
FREQUENCIES = {"A", "A2", "A3", "A4", "A5", "A10", "A20", "A30", "_O"}


@pytest.fixture(scope="module")
def figures() -> pd.DataFrame:
    """Return the figures of both layers of the real dataset."""
    return observations(Store.open(Path(__file__).parents[2] / "data"), Selection(layers=tuple(Layer)))


def read(content: bytes) -> list[dict[str, str]]:
    """Read the rows back with other code than wrote them."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_the_first_columns_are_those_of_the_standard(figures: pd.DataFrame):
    header = sdmx_csv(figures, ABOUT).split(b"\r\n")[0].decode().split(",")
    assert header[:3] == ["STRUCTURE[;]", "STRUCTURE_ID", "ACTION"]
    assert tuple(header[3:8]) == DIMENSIONS
    assert header[8:10] == ["OBS_VALUE", "UNIT_MEASURE"]
    assert len(set(header)) == len(header)


def test_every_row_names_the_dataflow_and_has_a_key_of_its_own(figures: pd.DataFrame):
    rows = read(sdmx_csv(figures, ABOUT))
    assert len(rows) == len(figures)
    assert {(row["STRUCTURE[;]"], row["STRUCTURE_ID"], row["ACTION"]) for row in rows} == {
        ("dataflow", "CPE:COMMON_PROSPERITY(1.2.3)", "I")
    }
    assert len({tuple(row[name] for name in DIMENSIONS) for row in rows}) == len(rows)


def test_codes_and_periods_are_of_their_lists(figures: pd.DataFrame):
    rows = read(sdmx_csv(figures, ABOUT))
    assert {row["FREQ"] for row in rows} <= FREQUENCIES
    assert {row["OBS_STATUS"] for row in rows} == {"A", "F"}
    assert all((row["OBS_STATUS"] == "A") == (row["POLICY_STATUS"] == "actual") for row in rows)
    assert all(re.fullmatch(r"\d{4}(-01-01/P\d+Y)?", row["TIME_PERIOD"]) for row in rows)
    assert all(re.fullmatch(r"[A-Za-z0-9_@$-]+", row[name]) for row in rows for name in ("REF_AREA", "INDICATOR", "UNIT_MEASURE"))


def test_values_and_quotes_are_those_of_the_dataset(figures: pd.DataFrame):
    rows = {row["OBSERVATION_ID"]: row for row in read(sdmx_csv(figures, ABOUT))}
    for figure in figures.itertuples():
        row = rows[str(figure.observation_id)]
        assert float(row["OBS_VALUE"]) == figure.value
        assert "e" not in row["OBS_VALUE"].lower()
        assert len(row["OBS_VALUE"].partition(".")[2]) == int(row["DECIMALS"])
        assert (row["BOUND"], row["QUOTE"].removeprefix("'")) == (figure.qualifier, figure.quote_text)
        assert row["FIGURE_LINK"] == f"https://example.org/app/explore?claim={figure.observation_id}&v=1.2.3"


def test_a_span_of_years_is_a_range_from_its_first_day(figures: pd.DataFrame):
    span = figures.iloc[:1].assign(year_start=2021, year_end=2025)
    odd = figures.iloc[:1].assign(year_start=2019, year_end=2025)
    assert [(row["FREQ"], row["TIME_PERIOD"]) for row in read(sdmx_csv(span, ABOUT))] == [("A5", "2021-01-01/P5Y")]
    assert [(row["FREQ"], row["TIME_PERIOD"]) for row in read(sdmx_csv(odd, ABOUT))] == [("_O", "2019-01-01/P7Y")]


def test_a_code_that_the_standard_does_not_allow_is_refused(figures: pd.DataFrame):
    with pytest.raises(CodeError, match=r"^`north, west` in region_id is no code of SDMX: letters, digits"):
        sdmx_csv(figures.iloc[:1].assign(region_id="north, west"), ABOUT)


def test_text_that_would_execute_is_neutralised(figures: pd.DataFrame):
    assert read(sdmx_csv(figures.iloc[:1].assign(printed="=1+1"), ABOUT))[0]["PRINTED"] == "'=1+1"


def test_an_empty_view_still_has_the_header(figures: pd.DataFrame):
    assert sdmx_csv(figures.iloc[:0], ABOUT).startswith(b"STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ,")
