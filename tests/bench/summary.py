"""Many timings in few words: percentiles, ratios and one table."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One line of the table: what was measured, in which unit, for the app and for the baseline."""

    what: str
    unit: str
    app: Sequence[float]
    naive: Sequence[float]
    target: str = ""


HEAD = ("measured", "n", "this app p50", "p95", "naive p50", "p95", "ratio p50", "ratio p95", "target")


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which this share of the values lies, between neighbours in proportion."""
    if len(values) == 1:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[round(share * 100) - 1]


def table(lines: Sequence[Line]) -> str:
    """Write the lines as one Markdown table."""
    rows = [HEAD, tuple("---" if place == 0 else "---:" for place in range(len(HEAD))), *(_cells(line) for line in lines)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _cells(line: Line) -> tuple[str, ...]:
    app, naive = ([percentile(values, share) for share in (0.5, 0.95)] for values in (line.app, line.naive))
    ratios = [f"{ours / theirs:.2f}" if theirs else "" for ours, theirs in zip(app, naive, strict=True)]
    figures = [_written(value, line.unit) for value in (*app, *naive)]
    return line.what, str(len(line.app)), *figures, *ratios, line.target


def _written(value: float, unit: str) -> str:
    digits = 0 if abs(value) >= 10 else 1 if abs(value) >= 1 else 2
    return f"{value:,.{digits}f} {unit}".strip()
