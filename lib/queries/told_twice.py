"""The things that more than one figure tells: one indicator, place and period, found without loading the figures."""

from collections.abc import Iterator

from lib.domain.vocabulary import Status
from lib.queries.store import Store

MOST_FIGURES = 5_000
# What one statement groups of these fits the memory; a whole year is never split.
_FIGURES_AT_ONCE = 500_000
_YEARS = "select o.year_start, sum(o.figures) as figures from figure_cells o where o.status = ? group by o.year_start order by o.year_start"
_TOLD = f"""
    select o.observation_id from observations o
    join (
        select t.indicator_id, t.region_id, t.year_start, t.year_end from observations t
        where t.status = ? and t.year_start between ? and ?
        group by t.indicator_id, t.region_id, t.year_start, t.year_end having count(*) > 1
    ) g on g.indicator_id = o.indicator_id and g.region_id = o.region_id and g.year_start = o.year_start and g.year_end = o.year_end
    where o.status = ? and o.year_start between ? and ?
    order by o.observation_id limit {MOST_FIGURES}
"""


def told_twice(store: Store) -> tuple[str, ...]:
    """Return the ids of the reached figures whose indicator, place and period another one shares too; at most `MOST_FIGURES`."""
    found: list[str] = []
    for first, last in _runs_of_years(store):
        if len(found) < MOST_FIGURES:
            part = (Status.ACTUAL.value, first, last)
            found.extend(store.run(_TOLD, (*part, *part))["observation_id"])
    return tuple(found[:MOST_FIGURES])


def _runs_of_years(store: Store) -> Iterator[tuple[int, int]]:
    """Give the first and the last year of each run of years that is looked at together."""
    years = store.run(_YEARS, (Status.ACTUAL.value,))
    run: list[int] = []
    held = 0
    for year, figures in zip(years["year_start"], years["figures"], strict=True):
        if run and held + figures > _FIGURES_AT_ONCE:
            yield run[0], run[-1]
            run, held = [], 0
        run.append(int(year))
        held += int(figures)
    if run:
        yield run[0], run[-1]
