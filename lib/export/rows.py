"""The columns of every download, and text made safe for spreadsheets."""

import unicodedata
from urllib.parse import urlencode, urljoin

import pandas as pd

from lib.export.about import About

COLUMNS = (
    "observation_id", "indicator_id", "indicator_en", "indicator_zh", "region_id", "region_en", "region_zh", "theme", "topic",
    "period", "year_start", "year_end", "period_basis", "qualifier", "bound_printed", "printed", "value", "unit", "kind", "status", "layer",
    "usd_printed", "vintage", "series_break", "derivation", "caveats", "note", "note_zh",
    "quote_id", "quote_text", "voice", "speaker", "speaker_zh", "grade", "locator",
    "source_id", "citation_id", "tier", "source_title", "publisher", "published", "url",
)  # fmt: skip
_NUMBERS = frozenset({"value", "year_start", "year_end"})
_RENAMED = {"quote_text": "quote", "url": "source_url"}
_FORMULA_STARTS = frozenset("=+-@＝＋－＠")
_CELL_BREAKS = ("\t", "\r", "\n")


def download_rows(rows: pd.DataFrame, version: str) -> pd.DataFrame:
    """Return the rows with the columns of a download, in their order, and the dataset version in each row.

    Needs: rows as `lib.queries.observations.observations` returns them.
    """
    kept = rows[list(COLUMNS)].rename(columns=_RENAMED).assign(dataset_version=version).reset_index(drop=True)
    # Text is written as text, also where a column holds none, whichever way the rows came.
    return kept.astype({name: "str" for name in kept.columns if name not in _NUMBERS})


def with_origin(rows: pd.DataFrame, about: About) -> pd.DataFrame:
    """Return download rows that say in each row where they come from: the view, its link, the day, and a link to the figure itself.

    A CSV file has no other place for it: lines above the header break every reader, and a second file is soon lost.
    """
    origin = {"view": about.filters, "view_link": about.link, "downloaded": about.made}
    return rows.assign(figure_link=[figure_link(about, str(claim)) for claim in rows["observation_id"]], **origin)


def figure_link(about: About, claim: str) -> str:
    """Return the address that opens a figure in the version of the dataset it was taken from; nothing without an address of the view."""
    if not about.link:
        return ""
    # Pages stand side by side: the page of the figure is the neighbour of the one that the view is on.
    return urljoin(about.link, f"explore?{urlencode({'claim': claim, 'v': about.version})}")


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
