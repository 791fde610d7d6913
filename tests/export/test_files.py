"""Downloads open in a spreadsheet as they are, lose nothing, and never execute."""

import io

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from lib.export.about import About
from lib.export.files import BYTE_ORDER_MARK, csv, parquet, xlsx
from lib.export.rows import COLUMNS, download_rows, figure_link, neutral, with_origin

HOSTILE = ["=1+1", "+7.4 percent", "-5", "@cmd", "\tx", "\rx", "\nx", " =1", "\u00a0+1", "\u200b=1", "\ufeff@cmd", " \u2060\n-1"]
ABOUT = About(
    "Data", "", "Showing 1 figure.", "S", "1.2.3", "2026-01-01", "2026-01-02", "https://example.org/app/data?theme=industry", "en"
)
FULL_WIDTH = ["＝1+1", "＋1", "－1", "＠cmd", "\u3000＝1"]


def rows(**changed: object) -> pd.DataFrame:
    """Make one row of observations as the queries return it."""
    given = {"value": 1.36e12, "year_start": 2023, "year_end": 2023, "qualifier": "over", "region_zh": "杭州市"}
    return pd.DataFrame([dict.fromkeys(COLUMNS, "x") | given | changed])


def test_a_download_has_the_quote_its_source_and_the_version():
    kept = download_rows(rows(quote_text="Output rose.", url="https://example.org/a"), "1.2.3")
    told = kept[["quote", "source_url", "qualifier", "dataset_version"]].to_dict("records")
    assert [list(row.values()) for row in told] == [["Output rose.", "https://example.org/a", "over", "1.2.3"]]


def test_csv_begins_with_the_byte_order_mark_and_reads_back():
    written = csv(download_rows(rows(), "1"))
    assert written.startswith(BYTE_ORDER_MARK)
    back = pd.read_csv(io.BytesIO(written))
    assert (back.region_zh[0], back.value[0]) == ("杭州市", 1.36e12)


def test_an_excel_workbook_reads_back_with_chinese_and_its_version():
    book = openpyxl.load_workbook(io.BytesIO(xlsx(download_rows(rows(), "1.2.3"), {"Dataset": "version 1.2.3"})))
    header, first = list(book["figures"].values)[:2]
    cells = dict(zip(header, first, strict=True))
    assert (cells["region_zh"], cells["value"], cells["dataset_version"]) == ("杭州市", 1.36e12, "1.2.3")
    assert list(book["about"].values)[1] == ("Dataset", "version 1.2.3")


def test_every_row_says_where_it_comes_from():
    kept = with_origin(download_rows(rows(observation_id="zz24-03a"), "1.2.3"), ABOUT)
    back = pd.read_csv(io.BytesIO(csv(kept))).iloc[0]
    assert (back["dataset_version"], back["view"], back["view_link"]) == ("1.2.3", "Showing 1 figure.", ABOUT.link)
    assert (back["figure_link"], back["downloaded"]) == ("https://example.org/app/explore?claim=zz24-03a&v=1.2.3", "2026-01-02")


@pytest.mark.parametrize(
    ("page", "start"),
    [("https://example.org", "https://example.org/explore?"), ("https://example.org/a/", "https://example.org/a/explore?"), ("", "")],
)
def test_a_figure_has_its_page_beside_the_view(page: str, start: str):
    link = figure_link(About("T", "", "", "", "1", "2026-01-01", "2026-01-02", page, "en"), "a&b")
    assert link == (f"{start}claim=a%26b&v=1" if start else "")


def test_parquet_says_what_it_is_in_its_metadata():
    told = pq.read_schema(io.BytesIO(parquet(download_rows(rows(), "1.2.3"), ABOUT))).metadata
    said = {name: told[name.encode()].decode() for name in ("dataset_version", "filters", "link", "made")}
    assert said == {"dataset_version": "1.2.3", "filters": ABOUT.filters, "link": ABOUT.link, "made": ABOUT.made}


def test_parquet_keeps_text_as_it_is():
    kept = download_rows(rows(printed="=1+1"), "1")
    pd.testing.assert_frame_equal(pd.read_parquet(io.BytesIO(parquet(kept))), kept)


@pytest.mark.parametrize("found", [rows(note=""), rows().iloc[:0], rows(note=None)], ids=["a row", "no row", "nothing in a column"])
def test_parquet_has_the_same_columns_whichever_way_the_rows_came(found: pd.DataFrame):
    schemas = {
        str(pq.read_schema(io.BytesIO(parquet(download_rows(found.astype(dict.fromkeys(("note", "printed"), kind)), "1")))).types)
        for kind in ("str", "object")
    }
    assert len(schemas) == 1


@pytest.mark.parametrize("text", [*HOSTILE, *FULL_WIDTH])
def test_text_that_a_spreadsheet_would_execute_is_neutralised(text):
    assert neutral(text) == f"'{text}"
    book = openpyxl.load_workbook(io.BytesIO(xlsx(download_rows(rows(quote_text=text), "1"), {})))
    cells = dict(zip(*list(book["figures"].values)[:2], strict=True))
    cell = next(cell for cell in book["figures"][2] if cell.value == cells["quote"])
    assert cell.data_type != "f"
    assert cells["quote"].startswith("'")


@pytest.mark.parametrize("value", ["a = b", "7.4 percent", " 7.4 = 7.4", "约＝7", "−12 percent", " ", "", -5.0, None, 3])
def test_other_values_stay_as_they_are(value):
    assert neutral(value) == value


def test_an_empty_view_still_gives_files_with_headers():
    kept = download_rows(rows().iloc[:0], "1")
    assert csv(kept).decode("utf-8-sig").splitlines()[0].startswith("observation_id,")
    assert openpyxl.load_workbook(io.BytesIO(xlsx(kept, {})))["figures"].max_row == 1
