"""The tracker: every promise in view with what was there before, what is reported since, and its state."""

from collections.abc import Hashable, Mapping
from typing import Any

from lib.domain.comparability import Axis, judge
from lib.domain.comparand import Comparand
from lib.domain.derived import Bounded
from lib.domain.periods import Period
from lib.domain.promise_drift import Drift, Statement, drift_of
from lib.domain.promise_states import Assessment, assess
from lib.domain.promises import Promise, Report, is_dated
from lib.domain.vocabulary import Direction, Kind, Layer, Status, StockFlow
from lib.queries.conditions import Condition, all_of, among
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.views import figures_in_view

_OWN = (
    *("observation_id", "indicator_id", "region_id", "value", "unit", "kind", "qualifier", "year_start", "year_end"),
    *("status", "layer", "source_id", "citation_id", "vintage", "series_break", "caveats"),
)
MOST_PROMISES = 2_000
_MEANING = "i.scope, i.basis, i.stock_flow, i.direction, r.level as region_level, coalesce(s.published, c.published) as published"


def _select(alias: str, more: str = "") -> str:
    """Return the columns of the figures of an alias, and what they mean."""
    return f"select {more}{', '.join(f'{alias}.{name}' for name in _OWN)}, {_MEANING}"


def _joined(alias: str) -> str:
    """Join what the figures of an alias mean, and who published them."""
    return f"""
        left join indicators i on i.indicator_id = {alias}.indicator_id
        left join regions r on r.region_id = {alias}.region_id
        left join sources s on s.source_id = {alias}.source_id
        left join citations c on c.citation_id = {alias}.citation_id
    """


Row = Mapping[Hashable, Any]


def tracker(store: Store, selection: Selection, layers: tuple[str, ...] = (Layer.ARTICLE.value,)) -> tuple[Assessment, ...]:
    """Assess the promises of the articles that the selection shows, at most `MOST_PROMISES`, by the figures of these layers.

    The layer in the selection filters no promise: promises stand in the articles alone.
    A figure counts when it is of the same indicator and place; where the guard lets the two show no more than scale, it proves nothing.
    *Returns* the assessments by the ids of their promises.
    """
    as_of, reports = evidence_date(store, layers), _reports(store, selection, layers)
    return tuple(_assessed(store, row, reports.get(row["observation_id"], []), as_of) for row in _promises(store, selection))


def _assessed(store: Store, row: Row, reports: list[Row], as_of: str) -> Assessment:
    published, codes = row["published"], (Kind(row["kind"]), StockFlow(row["stock_flow"]), Direction(row["direction"]))
    guarded = [(report, judge(Comparand.of(row, store.regions), Comparand.of(report, store.regions)).axis) for report in reports]
    told = [_report(report, is_like=axis is Axis.SHARED) for report, axis in guarded if axis is not Axis.APART]
    promise = Promise(_bounded(row), _period(row), published, *codes, is_dated(row["caveats"] or ""))
    return assess(promise, told, as_of)


def _report(row: Row, *, is_like: bool) -> Report:
    return Report(_bounded(row), _period(row), Layer(row["layer"]), row["published"], is_like)


def evidence_date(store: Store, layers: tuple[str, ...] = (Layer.ARTICLE.value,)) -> str:
    """Return the ISO date of the latest document of these layers, against which it is told whether a promise was due."""
    tables = {Layer.ARTICLE.value: "sources", Layer.OFFICIAL.value: "citations"}
    dates = [store.run(f"select max(published) as latest from {tables[layer]}").latest.iloc[0] for layer in layers]
    return max((str(date or "") for date in dates), default="")


def drifts(store: Store, selection: Selection) -> tuple[Drift, ...]:
    """Find every target of the articles that is stated in more than one sentence, at least one of them in view.

    Where no year is printed there is no telling whether two sentences state one target.
    *Returns* them by indicator, place and target year.
    """
    view = _promised(store, selection)
    rows = store.run(
        f"""
        select distinct t.indicator_id, t.region_id, t.year_end, t.observation_id, t.value, t.qualifier, t.unit, t.caveats, t.quote_id,
            s.published
        from {_window(view)} o
        join observations t on t.indicator_id = o.indicator_id and t.region_id = o.region_id and t.year_end = o.year_end
        left join sources s on s.source_id = t.source_id
        where t.status <> ? and t.layer = ?
        order by t.indicator_id, t.region_id, t.year_end, t.observation_id
        """,
        (*view.parameters, Status.ACTUAL.value, Layer.ARTICLE.value),
    )
    groups: dict[tuple[str, str, int], list[Statement]] = {}
    dated = [row for row in rows.to_dict("records") if is_dated(row["caveats"] or "")]
    for row in dated:
        told = Statement(_bounded(row), row["quote_id"], row["published"])
        groups.setdefault((row["indicator_id"], row["region_id"], int(row["year_end"])), []).append(told)
    return tuple(drift for statements in groups.values() if (drift := drift_of(statements)))


def _promised(store: Store, selection: Selection) -> Condition:
    """Hold for the promises in view, over observations `o`."""
    own = Condition("(o.status <> ? and o.layer = ?)", (Status.ACTUAL.value, Layer.ARTICLE.value))
    return all_of((figures_in_view(store, selection.replace(layers=())), own))


def _window(promised: Condition) -> str:
    """Return the promises that are loaded, as a table."""
    own = ", ".join(f"o.{name}" for name in _OWN)
    return f"(select {own} from observations o where {promised.sql} order by o.observation_id limit {MOST_PROMISES})"


def _promises(store: Store, selection: Selection) -> list[dict[Hashable, Any]]:
    view = _promised(store, selection)
    sql = f"{_select('o')} from {_window(view)} o {_joined('o')} order by o.observation_id"
    return store.run(sql, view.parameters).to_dict("records")


def _reports(store: Store, selection: Selection, layers: tuple[str, ...]) -> dict[str, list[Row]]:
    """Map each promise in view to the figures reached of its indicator and place."""
    view, kept = _promised(store, selection), among("a.layer", layers)
    rows = store.run(
        f"""
        {_select("a", "o.observation_id as promise_id, ")}
        from {_window(view)} o
        join observations a on a.indicator_id = o.indicator_id and a.region_id = o.region_id
        {_joined("a")}
        where {kept.sql} and a.status = ?
        order by o.observation_id, a.observation_id
        """,
        (*view.parameters, *kept.parameters, Status.ACTUAL.value),
    )
    told: dict[str, list[Row]] = {}
    for row in rows.to_dict("records"):
        told.setdefault(row["promise_id"], []).append(row)
    return told


def _bounded(row: Row) -> Bounded:
    return Bounded.of(row["observation_id"], row["value"], row["qualifier"], row["unit"])


def _period(row: Row) -> Period:
    return Period(int(row["year_start"]), int(row["year_end"]))
