"""Invented figures for the charts of one question, and those charts over them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pandas as pd

from lib.charts.bullet import bullet
from lib.charts.drawing import Drawing
from lib.charts.growth_rates import growth_rates
from lib.charts.income_band import income_band
from lib.charts.shared_scale import shared_scale
from lib.charts.start_to_end import start_to_end
from lib.charts.track_layout import Reference
from lib.charts.two_reports import two_reports
from tests.charts.conftest import a_figure

Builder = Callable[..., Drawing]
FLOOR = {"qualifier": "over", "bound_printed": "more than"}
CEILING = {"qualifier": "under", "bound_printed": "less than"}
DEFINED = {"definition_en": "What it is, in one sentence.", "definition_zh": "一句话说明。"}


def figures(*made: dict[str, Any]) -> pd.DataFrame:
    """Put figures side by side, each with a definition."""
    return pd.DataFrame([DEFINED | figure for figure in made])


INCOMES = figures(
    a_figure("ab23-01a", "rural_income", "330000", 2022, 37_600.0), a_figure("ab23-02a", "rural_income", "330603", 2022, 50_000.0, **FLOOR)
)
RATIOS = figures(a_figure("ab23-03a", "income_ratio", "330000", 2022, 1.9), a_figure("ab23-03b", "income_ratio", "330603", 2022, 1.599))
RATES = figures(
    a_figure("ab23-05a", "gdp_growth", "410100", 2023, 7.4),
    a_figure("ab23-05b", "vehicles", "410100", 2023, 61.7, unit="percent", unit_en="percent", unit_zh="%", kind="growth"),
)
VEHICLES = figures(
    a_figure("ab23-07b", "vehicles", "410100", 2024, 700_000.0, status="target", **FLOOR),
    a_figure("ab23-07a", "vehicles", "410100", 2023, 316_000.0),
)
FAMILIES = figures(
    a_figure("ab23-08a", "rural_income", "330100", 2025, 200_000.0, status="target"),
    a_figure("ab23-08b", "rural_income", "330100", 2025, 600_000.0, status="target"),
    a_figure("ab23-08c", "middle_share", "330100", 2025, 50.0, status="target"),
)
REPORTS = figures(
    a_figure("ab23-01a", "rural_income", "330000", 2022, 37_600.0, printed="37,600"),
    a_figure("of001-01", "rural_income", "330000", 2022, 37_565.0, printed="37565 yuan", layer="official"),
)
PARITY = Reference(1.0, "1 = parity")

CHARTS: Mapping[str, tuple[Builder, pd.DataFrame]] = {
    "dots_on_one_scale": (partial(shared_scale, reference=PARITY), RATIOS),
    "bars_on_one_scale": (partial(shared_scale, form="bars", beside="definition"), INCOMES),
    "growth_rates": (growth_rates, RATES),
    "start_to_end": (start_to_end, VEHICLES),
    "bullet": (bullet, VEHICLES),
    "income_band": (income_band, FAMILIES),
    "two_reports": (two_reports, REPORTS),
}
