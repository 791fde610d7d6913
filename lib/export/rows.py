"""The columns of every download, and text made safe for spreadsheets."""

import unicodedata

import pandas as pd

COLUMNS = (
    "observation_id", "indicator_id", "indicator_en", "indicator_zh", "region_id", "region_en", "region_zh", "theme", "topic",
    "period", "year_start", "year_end", "period_basis", "qualifier", "bound_printed", "printed", "value", "unit", "kind", "status", "layer",
    "usd_printed", "caveats", "note", "note_zh", "quote_id", "quote_text", "voice", "speaker", "speaker_zh", "grade",
    "locator", "source_id", "source_title", "publisher",
    "published", "url",
)  # fmt: skip
_RENAMED = {"quote_text": "quote", "url": "source_url"}
_FORMULA_STARTS = frozenset("=+-@＝＋－＠")
_CELL_BREAKS = ("\t", "\r", "\n")


def download_rows(rows: pd.DataFrame, version: str) -> pd.DataFrame:
    """Return the rows with the columns of a download, in their order, and the dataset version in each row.

    Needs: rows as `lib.queries.observations.observations` returns them.
    """
    return rows[list(COLUMNS)].rename(columns=_RENAMED).assign(dataset_version=version).reset_index(drop=True)


def neutral(value: object) -> object:
    """Return text that a spreadsheet cannot take for a formula; anything else as it is."""
    return f"'{value}" if isinstance(value, str) and _could_be_formula(value) else value


def _could_be_formula(text: str) -> bool:
    # Spreadsheets skip blanks, and some skip marks without width, before they look for a formula.
    first = next((character for character in text if unicodedata.category(character)[0] not in "CZ"), "")
    return text.startswith(_CELL_BREAKS) or first in _FORMULA_STARTS


def neutral_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with every text neutralised."""
    return rows.map(neutral)
