"""Narrows a window deep in a long view to the indicators whose figures lie in it: putting millions of figures in order fills the memory."""

from dataclasses import dataclass

import pandas as pd

from lib.queries.conditions import NEVER, Condition, all_of, among
from lib.queries.store import Store

# As many figures as these are found without putting all the others in order.
SHORT = 5_000
_INDICATORS = """
    select o.theme, o.topic, i.ordinal, count(*) as figures
    from observations o left join indicators i on i.indicator_id = o.indicator_id
    where {kept} group by o.theme, o.topic, i.ordinal order by o.theme, o.topic, i.ordinal
"""


@dataclass(frozen=True)
class Span:
    """Rows from `offset` on, at most `most`, of what keeps the condition over observations `o` and indicators `i`."""

    kept: Condition
    most: int
    offset: int = 0


def narrowed(store: Store, span: Span) -> Span:
    """Return a span of the same rows over fewer figures; one near the beginning stays as it is.

    Needs figures that are put in order by theme, topic and ordinal of the indicator first.
    """
    if span.offset + span.most <= SHORT:
        return span
    counted = store.run(_INDICATORS.format(kept=span.kept.sql), span.kept.parameters)
    ends = counted["figures"].cumsum()
    starts = ends - counted["figures"]
    within = counted[(ends > span.offset) & (starts < span.offset + span.most)]
    if within.empty:
        return Span(NEVER, span.most)
    if within["ordinal"].isna().any():
        return span
    return _of_indicators(span, counted, within, before=starts < starts[within.index[0]])


def _of_indicators(span: Span, counted: pd.DataFrame, within: pd.DataFrame, before: pd.Series) -> Span:
    named = within["ordinal"].unique()
    # An indicator may stand under several topics: what of it lies before the window is still before it.
    left_out = int(counted.loc[before & ~counted["ordinal"].isin(named), "figures"].sum())
    kept = all_of((span.kept, among("i.ordinal", [int(ordinal) for ordinal in named])))
    return Span(kept, span.most, span.offset - left_out)
