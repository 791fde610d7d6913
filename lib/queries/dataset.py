"""The dataset as a whole."""

from dataclasses import dataclass

from lib.queries.store import Store


@dataclass(frozen=True)
class Totals:
    """How much the dataset holds; `regions`, `indicators` and `programmes` count those that are used."""

    figures: int
    quotes: int
    key_sentences: int
    sources: int
    regions: int
    indicators: int
    programmes: int
    events: int
    dismissed: int


def totals(store: Store) -> Totals:
    """Count what the dataset holds."""
    row = store.run("""
        select
            (select count(*) from observations) as figures,
            (select count(*) from quotes) as quotes,
            (select count(*) from quotes q left join (select distinct quote_id from observations) f on f.quote_id = q.quote_id
                where f.quote_id is null) as key_sentences,
            (select count(*) from sources) as sources,
            (select count(distinct region_id) from observations) as regions,
            (select count(distinct indicator_id) from observations) as indicators,
            (select count(distinct programme_id) from quote_programmes) as programmes,
            (select count(*) from events) as events,
            (select coalesce(sum(n.count), 0) from dismissals n) as dismissed
    """).iloc[0]
    return Totals(**{name: int(row[name]) for name in Totals.__dataclass_fields__})
