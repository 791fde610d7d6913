"""The dataset as a whole."""

from dataclasses import dataclass

from lib.domain.vocabulary import Layer
from lib.queries.store import Store


@dataclass(frozen=True)
class Totals:
    """How much the articles hold, and how many `official` figures of how many pages stand around them.

    `regions`, `indicators` and `programmes` are those that the articles' figures use.
    """

    figures: int
    quotes: int
    key_sentences: int
    sources: int
    regions: int
    indicators: int
    programmes: int
    events: int
    dismissed: int
    official: int
    citations: int

    def figures_of(self, layers: tuple[str, ...]) -> int:
        """Count the figures of some layers."""
        return self.figures * (Layer.ARTICLE in layers) + self.official * (Layer.OFFICIAL in layers)


def totals(store: Store) -> Totals:
    """Count what the dataset holds."""
    row = store.run(
        """
        with article as (select quote_id, region_id, indicator_id from observations where layer = ?)
        select
            (select count(*) from article) as figures,
            (select count(*) from quotes) as quotes,
            (select count(*) from quotes q left join (select distinct quote_id from article) f on f.quote_id = q.quote_id
                where f.quote_id is null) as key_sentences,
            (select count(*) from sources) as sources,
            (select count(distinct region_id) from article) as regions,
            (select count(distinct indicator_id) from article) as indicators,
            (select count(distinct programme_id) from quote_programmes) as programmes,
            (select count(*) from events) as events,
            (select coalesce(sum(n.count), 0) from dismissals n) as dismissed,
            (select count(*) from observations where layer = ?) as official,
            (select count(*) from citations) as citations
        """,
        (Layer.ARTICLE.value, Layer.OFFICIAL.value),
    ).iloc[0]
    return Totals(**{name: int(row[name]) for name in Totals.__dataclass_fields__})
