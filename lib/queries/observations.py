"""The figures in view, each with its meaning, its place, its sentence and its source."""

import pandas as pd

from lib.domain.tables import OBSERVATIONS
from lib.queries.conditions import Condition, all_of, among
from lib.queries.counted_figures import counted_figures
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.views import figure_filters, figures_in_view
from lib.queries.windows import SHORT, Span, narrowed

_MEANING = """
    i.label_en as indicator_en, i.label_zh as indicator_zh, i.definition_en, i.definition_zh,
    i.scope, i.basis, i.stock_flow, i.direction, i.ordinal as indicator_ordinal,
    r.name_en as region_en, r.name_zh as region_zh, r.level as region_level, r.ordinal as region_ordinal,
    u.label_en as unit_en, u.label_zh as unit_zh, u.singular_en as unit_singular_en
"""
_EVIDENCE = """
    q.text as quote_text, q.ordinal as quote_ordinal, q.locator, q.note as quote_note, q.note_zh as quote_note_zh,
    q.voice, q.speaker, q.speaker_zh, q.grade,
    coalesce(s.title, c.title) as source_title, coalesce(s.title_zh, c.title) as source_title_zh,
    coalesce(s.publisher, c.publisher) as publisher, coalesce(s.publisher_zh, c.publisher_zh) as publisher_zh,
    coalesce(s.published, c.published) as published, coalesce(s.url, c.url) as url, s.retrieved,
    s.kind as source_kind, s.warnings as source_warnings, c.tier, c.quoted, c.quoted_zh
"""
# The rows of the window are chosen by their ids before anything else is read of them: sorting millions of whole rows would not fit the
# memory.
_WINDOW = """
    (
        select {columns} from observations o join (
            select o.observation_id from observations o
            left join indicators i on i.indicator_id = o.indicator_id left join regions r on r.region_id = o.region_id
            where {kept} {order} limit {most} offset {offset}
        ) chosen on chosen.observation_id = o.observation_id
    ) o
"""
_JOINED = """
    left join indicators i on i.indicator_id = o.indicator_id
    left join regions r on r.region_id = o.region_id
    left join units u on u.unit = o.unit
    left join quotes q on q.quote_id = o.quote_id
    left join sources s on s.source_id = o.source_id
    left join citations c on c.citation_id = o.citation_id
"""
_OWN = ", ".join(f"o.{name}" for name in OBSERVATIONS.told)
_ORDER = "order by o.theme, o.topic, i.ordinal, r.ordinal, o.year_start, o.year_end, o.observation_id"


MOST_ROWS = SHORT


def observations(store: Store, selection: Selection, offset: int = 0, most: int = MOST_ROWS) -> pd.DataFrame:
    """Return the figures that the selection shows, one a row: at most `most` of them, from one on.

    How many there are in all says `figures_shown`; more than a page can draw are never loaded.

    *Returns* every column told of the table `observations`, then
    `indicator_en, indicator_zh, definition_en, definition_zh, scope, basis, stock_flow, direction, indicator_ordinal`,
    `region_en, region_zh, region_level, region_ordinal`, `unit_en, unit_zh, unit_singular_en`,
    `quote_text, quote_ordinal, locator, quote_note, quote_note_zh`, `voice, speaker, speaker_zh, grade` (who says so, and how strong),
    `source_title, source_title_zh, publisher, publisher_zh, published, url, retrieved, source_kind, source_warnings`
    (of an official figure: title, publisher, date and address of its page), `tier, quoted, quoted_zh` of that page,
    and `is_verified` (the sentence is verbatim and the figure stands in it);
    ordered by theme, topic, place of the indicator in the code list, place of the region in the tree, years, id.
    `printed_start`, `printed_end` and `quote_ordinal` are null in the official layer. The chosen figure (`claim`) filters nothing.
    """
    kept = figures_in_view(store, selection)
    # What a search finds is picked first too, however little: otherwise every row would be joined before it is looked at.
    if offset == 0 and not selection.search and figures_shown(store, selection) <= most:
        return _figures(store, f"observations o {_JOINED} where {kept.sql}", kept)
    return figures_where(store, kept, most, offset)


def figures_shown(store: Store, selection: Selection) -> int:
    """Count the figures that the selection shows, however many that are."""
    counted, kept = counted_figures(store, selection), all_of(figure_filters(store, selection).values())
    sql = f"select coalesce(sum(o.figures), 0) as figures from {counted.sql} o where {kept.sql} order by figures"
    return int(store.run(sql, (*counted.parameters, *kept.parameters))["figures"].iloc[0])


def figures_named(store: Store, names: tuple[str, ...]) -> pd.DataFrame:
    """Return the figures with these ids, of either layer, as `observations` does."""
    named = among("o.observation_id", names)
    return _figures(store, f"observations o {_JOINED} where {named.sql}", named)


def figures_where(store: Store, kept: Condition, most: int = MOST_ROWS, offset: int = 0) -> pd.DataFrame:
    """Return the figures, of either layer, that keep a condition over observations `o`, as `observations` does: at most `most`."""
    span = narrowed(store, Span(kept, int(most), int(offset)))
    window = _WINDOW.format(columns=_OWN, kept=span.kept.sql, order=_ORDER, most=span.most, offset=span.offset)
    return _figures(store, f"{window} {_JOINED}", span.kept)


def _figures(store: Store, source: str, condition: Condition) -> pd.DataFrame:
    rows = store.run(f"select {_OWN}, {_MEANING}, {_EVIDENCE} from {source} {_ORDER}", condition.parameters)
    failed = rows["observation_id"].isin(store.verification.failed_observations) | rows["quote_id"].isin(store.verification.failed_quotes)
    return rows.assign(is_verified=~failed).astype(dict.fromkeys(("printed_start", "printed_end", "quote_ordinal"), "Int32"))
