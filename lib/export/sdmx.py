"""SDMX-CSV 2.0: figures in the exchange format of statistical offices, for programs.

*Source*: SDMX-CSV field guide 2.0 (SDMX 3.0); code lists CL_FREQ 2.1 and CL_OBS_STATUS 2.2. Two documents may report one thing of one
place and year, so the id of the figure is a dimension: no two rows have the same key. What a plan or a target is has no code of its own
in CL_OBS_STATUS: `F` says that it is not yet observed, and the attribute POLICY_STATUS says which of them it is.
"""

import re
from decimal import Decimal

import pandas as pd

from lib.domain.vocabulary import Status
from lib.export.about import About
from lib.export.rows import figure_link, neutral_rows

MEDIA_TYPE = "application/vnd.sdmx.data+csv; version=2.0.0"
STRUCTURE = "CPE:COMMON_PROSPERITY"
DIMENSIONS = ("FREQ", "REF_AREA", "INDICATOR", "OBSERVATION_ID", "TIME_PERIOD")
_CODE = re.compile(r"[A-Za-z0-9_@$-]+")
_SPANS = frozenset((2, 3, 4, 5, 10, 20, 30))
_SEPARATOR = ";"
_ATTRIBUTES = {
    "BOUND": "qualifier", "PRINTED": "printed", "BOUND_PRINTED": "bound_printed", "PERIOD_BASIS": "period_basis", "LAYER": "layer",
    "QUOTE": "quote_text", "SOURCE_TITLE": "source_title", "PUBLISHER": "publisher", "SOURCE_URL": "url",
}  # fmt: skip


class CodeError(ValueError):
    """A code that SDMX does not allow; says which and where."""


def sdmx_csv(rows: pd.DataFrame, about: About) -> bytes:
    """Return the figures as SDMX-CSV 2.0, in UTF-8 without a byte order mark, lines ended as RFC 4180 says.

    Needs: rows as `lib.queries.observations.observations`, and what is told of the view.
    Raises: CodeError for a place, indicator or unit whose code SDMX does not allow.
    """
    written = pd.DataFrame(
        {
            f"STRUCTURE[{_SEPARATOR}]": "dataflow",
            "STRUCTURE_ID": f"{STRUCTURE}({about.version})",
            "ACTION": "I",
            "FREQ": [_frequency(span) for span in rows["year_end"] - rows["year_start"] + 1],
            "REF_AREA": _codes(rows["region_id"]),
            "INDICATOR": _codes(rows["indicator_id"]),
            "OBSERVATION_ID": _codes(rows["observation_id"]),
            "TIME_PERIOD": [_period(start, end) for start, end in zip(rows["year_start"], rows["year_end"], strict=True)],
            "OBS_VALUE": [_number(value) for value in rows["value"]],
            "UNIT_MEASURE": _codes(rows["unit"]),
            "UNIT_MULT": 0,
            "DECIMALS": [_decimals(value) for value in rows["value"]],
            "OBS_STATUS": ["A" if status == Status.ACTUAL else "F" for status in rows["status"]],
            "POLICY_STATUS": list(rows["status"]),
            "CONF_STATUS": "F",
            **{name: list(rows[column]) for name, column in _ATTRIBUTES.items()},
            "CAVEATS[]": list(rows["caveats"]),
            # Columns of our own, which the format allows: the way back.
            "FIGURE_LINK": [figure_link(about, claim) for claim in rows["observation_id"]],
            "VIEW": about.filters,
            "MADE": about.made,
        },
        index=rows.index,
    )
    return neutral_rows(written).to_csv(index=False, lineterminator="\r\n").encode("utf-8")


def _codes(codes: pd.Series) -> list[str]:
    for code in codes.unique():
        if not _CODE.fullmatch(str(code)):
            raise CodeError(f"`{code}` in {codes.name} is no code of SDMX: letters, digits, `_`, `@`, `$` and `-` are.")
    return [str(code) for code in codes]


def _frequency(span: int) -> str:
    if span == 1:
        return "A"
    return f"A{span}" if span in _SPANS else "_O"


def _period(start: int, end: int) -> str:
    return str(start) if start == end else f"{start}-01-01/P{end - start + 1}Y"


def _number(value: float) -> str:
    return format(Decimal(repr(float(value))).normalize(), "f")


def _decimals(value: float) -> int:
    return len(_number(value).partition(".")[2])
