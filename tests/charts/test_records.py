"""Rows as dictionaries: what pandas itself would give."""

import pandas as pd

from lib.charts.records import records


def test_rows_are_what_pandas_gives():
    frame = pd.DataFrame({"text": ["a", ""], "count": [1, 2], "share": [0.5, float("inf")], "is_told": [True, False]})
    assert records(frame) == frame.to_dict("records")
    assert [type(value) for value in records(frame)[0].values()] == [str, int, float, bool]


def test_no_rows_are_an_empty_list():
    assert records(pd.DataFrame(columns=["a"])) == []
