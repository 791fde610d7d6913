"""What the Compare page draws: no line and no picture without the warning where the guard has one."""

from itertools import combinations

import pytest

from lib.domain.comparability import Axis, judge
from lib.domain.comparand import Comparand
from lib.queries.comparison import figures, verdict_of
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.ui.compare_charts import OnAxis, saving
from tests.ui.conftest import Reader

WATERMARK = "not like-for-like"


def on_axis(store: Store, *pair: str) -> OnAxis:
    return OnAxis("pair", "Two figures", figures(store, pair), (verdict_of(store, *pair),))


def test_the_warning_stands_in_the_file_of_a_chart_drawn_against_the_guard(reader: Reader, real_store: Store):
    saved = saving(real_store, on_axis(real_store, "hz21-05a", "kq23-12b"))
    assert saved.drawings
    ((_, drawing),) = saved.drawings()
    assert drawing.rows["watermark"].tolist() == [WATERMARK, ""]
    assert drawing.standalone(600)["description"].startswith("Not like-for-like. They differ in: what is measured")
    assert WATERMARK in saved.about().subtitle.lower()
    figures_beside = [line for line in saved.csv().decode("utf-8-sig").splitlines() if line.startswith(("hz21-05a", "kq23-12b"))]
    assert [WATERMARK in line.lower() for line in figures_beside] == [True, True]


def test_what_shares_an_axis_carries_no_warning(reader: Reader, real_store: Store):
    saved = saving(real_store, on_axis(real_store, "kq23-12d", "zj23-37a"))
    assert saved.drawings
    ((_, drawing),) = saved.drawings()
    assert set(drawing.rows["watermark"]) == set(drawing.rows["warning"]) == {""}
    assert saved.about().subtitle == ""
    assert WATERMARK not in saved.csv().decode("utf-8-sig").lower()


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (("zz24-11c", "zz24-14a"), True),
        (("zz20-02a", "zz24-02b"), False),  # two documents
        (("zj23-37a", "of039-01"), False),  # behind a break
        (("kq23-12d", "zj23-37a"), False),  # two places
    ],
)
def test_a_line_joins_only_one_series_of_one_release(real_store: Store, pair: tuple[str, str], expected: bool):
    assert on_axis(real_store, *pair).is_series is expected


def test_no_two_figures_of_the_dataset_are_drawn_apart_without_the_watermark(real_store: Store):
    rows = observations(real_store, Selection()).astype(object).to_dict("records")
    judged = [Comparand.of(row, real_store.regions) for row in rows]
    frame = figures(real_store, ("kq23-12d", "zj23-37a"))
    for first, second in combinations(judged, 2):
        verdict = judge(first, second)
        drawn = OnAxis("pair", "", frame, (verdict,))
        assert bool(drawn.warned("en").watermark) == (verdict.axis is Axis.APART)
        assert not (drawn.is_series and verdict.axis is not Axis.SHARED)
