"""The documents: what each is, what was quoted from it, and which of its numbers are no observations."""

import pandas as pd

from lib.domain.tables import CITATIONS, DISMISSALS, SOURCES
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


def citation_list(store: Store) -> pd.DataFrame:
    """Return the pages that official figures were read in.

    *Returns* every column of the table `citations`, then `figures` (count), `first_year` and `last_year` of them; by tier, publisher, id.
    """
    columns = ", ".join(f"c.{name}" for name in CITATIONS.columns)
    return store.run(f"""
        select {columns}, coalesce(o.figures, 0) as figures, o.first_year, o.last_year
        from citations c
        left join (
            select citation_id, count(*) as figures, min(year_start) as first_year, max(year_end) as last_year
            from observations group by citation_id
        ) o on o.citation_id = c.citation_id
        order by c.tier, c.publisher, c.citation_id
    """).astype({"figures": "int64", "first_year": "int64", "last_year": "int64"})


def dismissals(store: Store, source_id: str) -> pd.DataFrame:
    """Return the numbers of one document that are no observations, and why.

    *Returns* every column of the table `dismissals`; by sentence, then the number as printed.
    """
    columns = ", ".join(f"d.{name}" for name in DISMISSALS.columns)
    return store.run(f"select {columns} from dismissals d where d.source_id = ? order by d.sentence, d.printed", (source_id,))
