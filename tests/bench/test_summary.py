import pytest

from tests.bench.summary import HEAD, Line, percentile, table


def test_a_percentile_lies_between_its_neighbours():
    assert percentile([10, 20, 30, 40, 50], 0.5) == 30
    assert percentile(list(range(101)), 0.95) == 95
    assert percentile([7], 0.95) == 7


def test_the_table_has_a_line_for_each_measure_with_its_ratios():
    text = table([Line("click", "ms", [40, 50, 60], [400, 500, 600], "0.10"), Line("memory", "MB", [0.5], [0.0])])
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in text.splitlines()]
    assert rows[0] == list(HEAD)
    assert rows[2] == ["click", "3", "50 ms", "59 ms", "500 ms", "590 ms", "0.10", "0.10", "0.10"]
    assert rows[3] == ["memory", "1", "0.50 MB", "0.50 MB", "0.00 MB", "0.00 MB", "", "", ""]


@pytest.mark.parametrize(("value", "written"), [(0.054, "0.05 ms"), (9.87, "9.9 ms"), (1234.4, "1,234 ms")])
def test_a_number_is_written_as_exactly_as_it_is_known(value: float, written: str):
    assert f"| {written} |" in table([Line("click", "ms", [value], [value])])
