"""Rows of a frame as plain objects: each column is an attribute."""

from collections.abc import Iterator
from typing import Any

import pandas as pd


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """Give the rows in their order."""
    # Arrow strings are slow one by one: as plain objects they are read in a tenth of the time.
    return iter(frame.astype(object).itertuples(index=False))
