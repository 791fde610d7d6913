"""The documents: what each is, what was quoted from it, and which of its numbers are no observations."""

import pandas as pd

from lib.domain.tables import DISMISSALS, SOURCES
from lib.queries.store import Store


def source_list(store: Store) -> pd.DataFrame:
    """Return the documents.

    *Returns* every column of the table `sources`, then `quotes`, `key_sentences` (those without a figure), `figures` and `dismissed`
    (counts); by date of publication, then id.
    """
    columns = ", ".join(f"s.{name}" for name in SOURCES.columns)
    return store.run(f"""
        select {columns}, coalesce(q.quotes, 0) as quotes, coalesce(q.key_sentences, 0) as key_sentences,
            coalesce(o.figures, 0) as figures, coalesce(d.dismissed, 0) as dismissed
        from sources s
        left join (
            select q.source_id, count(*) as quotes, sum(case when f.quote_id is null then 1 else 0 end) as key_sentences
            from quotes q left join (select distinct quote_id from observations) f on f.quote_id = q.quote_id
            group by q.source_id
        ) q on q.source_id = s.source_id
        left join (select source_id, count(*) as figures from observations group by source_id) o on o.source_id = s.source_id
        left join (select source_id, sum(n.count) as dismissed from dismissals n group by source_id) d on d.source_id = s.source_id
        order by s.published, s.source_id
    """).astype({"quotes": "int64", "key_sentences": "int64", "figures": "int64", "dismissed": "int64"})


def source_quotes(store: Store, source_id: str) -> pd.DataFrame:
    """Return the sentences of one document in their order, one row for each figure and one for a sentence without a figure.

    *Returns* `quote_id, ordinal, text, locator, themes, regions, programmes, quote_note, quote_note_zh`, then
    `observation_id` (empty without a figure), `indicator_id, indicator_en, indicator_zh, region_id, region_en, region_zh, period, printed,
    bound_printed, printed_start, printed_end, value, unit, unit_en, unit_zh, unit_singular_en, kind, qualifier, status, caveats, note,
    note_zh` and `is_verified`; by place of the sentence, then of the figure in it.
    """
    rows = store.run(
        """
        select q.quote_id, q.ordinal, q.text, q.locator, q.themes, q.regions, q.programmes,
            q.note as quote_note, q.note_zh as quote_note_zh,
            o.observation_id, o.indicator_id, i.label_en as indicator_en, i.label_zh as indicator_zh,
            o.region_id, r.name_en as region_en, r.name_zh as region_zh, o.period,
            o.printed, o.bound_printed, o.printed_start, o.printed_end,
            o.value, o.unit, u.label_en as unit_en, u.label_zh as unit_zh, u.singular_en as unit_singular_en,
            o.kind, o.qualifier, o.status, o.caveats, o.note, o.note_zh
        from quotes q
        left join observations o on o.quote_id = q.quote_id
        left join indicators i on i.indicator_id = o.indicator_id
        left join regions r on r.region_id = o.region_id
        left join units u on u.unit = o.unit
        where q.source_id = ?
        order by q.ordinal, o.printed_start, o.observation_id
        """,
        (source_id,),
    )
    failed = store.verification.failed_observations
    rows = rows.assign(is_verified=~(rows["observation_id"].isin(failed) | rows["quote_id"].isin(store.verification.failed_quotes)))
    return rows.astype({"printed_start": "Int32", "printed_end": "Int32"})


def dismissals(store: Store, source_id: str) -> pd.DataFrame:
    """Return the numbers of one document that are no observations, and why.

    *Returns* every column of the table `dismissals`; by sentence, then the number as printed.
    """
    columns = ", ".join(f"d.{name}" for name in DISMISSALS.columns)
    return store.run(f"select {columns} from dismissals d where d.source_id = ? order by d.sentence, d.printed", (source_id,))
