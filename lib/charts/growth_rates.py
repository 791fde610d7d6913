"""Growth rates of one place and period, as dots on one axis of percent, each with its definition."""

import pandas as pd

from lib.charts.colours import Mode
from lib.charts.drawing import Drawing
from lib.charts.question_marks import InView
from lib.charts.shared_scale import shared_scale
from lib.charts.track_layout import Reference
from lib.domain.regions import RegionTree
from lib.text.catalogue import Language, say


def growth_rates(
    rows: pd.DataFrame, tree: RegionTree, language: Language, mode: Mode, selected: str = "", in_view: InView = None
) -> Drawing:
    """Draw growth rates against no change, the highest first.

    Needs: what `lib.charts.shared_scale.shared_scale` needs; rates in percent.
    """
    no_change = Reference(0.0, say(language, "question_chart.no_change"))
    return shared_scale(rows, tree, language, mode, selected, in_view, reference=no_change, beside="definition")
