"""The figures in view, each with its meaning, its place, its sentence and its source."""

import pandas as pd

from lib.domain.tables import OBSERVATIONS
from lib.queries.conditions import Condition
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.views import figures_in_view

_MEANING = """
    i.label_en as indicator_en, i.label_zh as indicator_zh, i.definition_en, i.definition_zh,
    i.scope, i.basis, i.stock_flow, i.direction, i.ordinal as indicator_ordinal,
    r.name_en as region_en, r.name_zh as region_zh, r.level as region_level, r.ordinal as region_ordinal,
    u.label_en as unit_en, u.label_zh as unit_zh, u.singular_en as unit_singular_en
"""
_EVIDENCE = """
    q.text as quote_text, q.ordinal as quote_ordinal, q.locator, q.note as quote_note, q.note_zh as quote_note_zh,
    q.voice, q.speaker, q.speaker_zh, q.grade,
    s.title as source_title, s.title_zh as source_title_zh, s.publisher, s.publisher_zh, s.published, s.url, s.retrieved,
    s.kind as source_kind, s.warnings as source_warnings
"""
_FROM = """
    from observations o
    left join indicators i on i.indicator_id = o.indicator_id
    left join regions r on r.region_id = o.region_id
    left join units u on u.unit = o.unit
    left join quotes q on q.quote_id = o.quote_id
    left join sources s on s.source_id = o.source_id
"""
_SELECT = f"select {', '.join(f'o.{name}' for name in OBSERVATIONS.told)}, {_MEANING}, {_EVIDENCE} {_FROM}"
_ORDER = "order by o.theme, o.topic, i.ordinal, r.ordinal, o.year_start, o.year_end, o.observation_id"


def observations(store: Store, selection: Selection) -> pd.DataFrame:
    """Return the figures that the selection shows, one a row.

    *Returns* every column told of the table `observations`, then
    `indicator_en, indicator_zh, definition_en, definition_zh, scope, basis, stock_flow, direction, indicator_ordinal`,
    `region_en, region_zh, region_level, region_ordinal`, `unit_en, unit_zh, unit_singular_en`,
    `quote_text, quote_ordinal, locator, quote_note, quote_note_zh`, `voice, speaker, speaker_zh, grade` (who says so, and how strong),
    `source_title, source_title_zh, publisher, publisher_zh, published, url, retrieved, source_kind, source_warnings`
    and `is_verified` (the sentence is verbatim and the figure stands in it);
    ordered by theme, topic, place of the indicator in the code list, place of the region in the tree, years, id.
    `printed_start`, `printed_end` and `quote_ordinal` are null in the official layer. The chosen figure (`claim`) filters nothing.
    """
    return _figures(store, figures_in_view(store, selection))


def _figures(store: Store, condition: Condition) -> pd.DataFrame:
    rows = store.run(f"{_SELECT} where {condition.sql} {_ORDER}", condition.parameters)
    failed = rows["observation_id"].isin(store.verification.failed_observations) | rows["quote_id"].isin(store.verification.failed_quotes)
    return rows.assign(is_verified=~failed).astype(dict.fromkeys(("printed_start", "printed_end", "quote_ordinal"), "Int32"))
