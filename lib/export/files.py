"""CSV, Excel and Parquet of download rows, as bytes."""

import io
from collections.abc import Mapping

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from lib.export.about import About
from lib.export.rows import neutral_rows

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE = {
    "quote": 80, "note": 40, "note_zh": 40, "indicator_en": 36, "indicator_zh": 28, "source_title": 40, "source_url": 40, "figure_link": 40,
}  # fmt: skip


def csv(rows: pd.DataFrame) -> bytes:
    """Return CSV in UTF-8 with a byte order mark, so that Excel reads the Chinese."""
    return BYTE_ORDER_MARK + neutral_rows(rows).to_csv(index=False, lineterminator="\r\n").encode("utf-8")


def parquet(rows: pd.DataFrame, about: About | None = None) -> bytes:
    """Return the rows as Parquet, text as it is stored; what is told about them stands in the metadata of the file."""
    table = pa.Table.from_pandas(rows, preserve_index=False)
    told = about.fields() if about else {}
    sink = pa.BufferOutputStream()
    pq.write_table(table.replace_schema_metadata({**(table.schema.metadata or {}), **told}), sink, compression="zstd")
    return sink.getvalue().to_pybytes()


def xlsx(rows: pd.DataFrame, about: Mapping[str, str]) -> bytes:
    """Return an Excel workbook: the figures on one sheet, what they are on another; text never becomes a formula or a link."""
    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with pd.ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        neutral_rows(rows).to_excel(writer, sheet_name="figures", index=False, freeze_panes=(1, 1))
        for place, column in enumerate(rows.columns):
            writer.sheets["figures"].set_column(place, place, _WIDE.get(str(column), 16))
        writer.sheets["figures"].autofilter(0, 0, len(rows), len(rows.columns) - 1)
        neutral_rows(pd.DataFrame(about.items(), columns=["field", "value"])).to_excel(writer, sheet_name="about", index=False)
        writer.sheets["about"].set_column(0, 0, 20)
        writer.sheets["about"].set_column(1, 1, 110, writer.book.add_format({"text_wrap": True}))
    return buffer.getvalue()
