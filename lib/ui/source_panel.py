"""The source panel of a chart: definitions, units, geography, period, producer, dates and licence of the rows shown."""

import pandas as pd

from lib.text.dates import date, period
from lib.ui import state
from lib.ui.figure_table import text_table
from lib.ui.rows import each
from lib.ui.words import in_language, label_of, t

_LISTED = 12


def source_panel(rows: pd.DataFrame, key: str, line: str) -> None:
    """Show where the figures of a chart come from.

    Needs: rows as `lib.queries.observations.observations`, not empty; a key of its own; the chart's source line as caption.
    """
    language = state.selection().language
    sources = list(each(rows.drop_duplicates("source_id").sort_values("published")))
    facts = {
        "definitions": _definitions(rows),
        "units": _units(rows),
        "geography": _listed([label_of(row, "region") for row in each(rows.drop_duplicates("region_id"))]),
        "period": period(int(rows.year_start.min()), int(rows.year_end.max()), language),
        "producer": "; ".join(f"{in_language(row, 'publisher')}: {in_language(row, 'source_title')}" for row in sources),
        "dates": "; ".join(
            f"{date(row.published, language)}; {date(row.retrieved, language) if row.retrieved else t('detail.not_recorded')}"
            for row in sources
        ),
        "licence": t("panel.licence_text"),
    }
    body = [(t(f"panel.{name}"), text) for name, text in facts.items()]
    text_table(["column.field", "column.value"], body, key, line, height=420)


def _definitions(rows: pd.DataFrame) -> str:
    named = each(rows.drop_duplicates("indicator_id"))
    return _listed([f"{label_of(row, 'indicator')}: {label_of(row, 'definition')}" for row in named], "\n")


def _units(rows: pd.DataFrame) -> str:
    return _listed([label_of(row, "unit") or t("panel.no_unit") for row in each(rows.drop_duplicates("unit"))])


def _listed(names: list[str], joint: str = ", ") -> str:
    rest = len(names) - _LISTED
    return joint.join(names[:_LISTED]) + (joint + t("panel.more", count=rest) if rest > 0 else "")
