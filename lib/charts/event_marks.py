"""Dated events as marks on a chart over time: what happened or is due, where, when, and who says so."""

import pandas as pd

from lib.charts.colours import area_of
from lib.charts.evidence import Row, publisher_of
from lib.charts.records import records
from lib.charts.time_layout import EVENTS
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import EventKind, Layer
from lib.text.catalogue import Language, label, say
from lib.text.dates import date


def event_marks(events: pd.DataFrame, tree: RegionTree, language: Language) -> pd.DataFrame:
    """Turn events into marks of the lane of events, in the order given.

    Needs: the columns of `lib.queries.events.events`.
    Returns: observation_id (the event's id), lane, year, area, status, spoken and the tip_* words.
    """
    return pd.DataFrame([_mark(row, tree, language) for row in records(events)], columns=list(_COLUMNS))


_COLUMNS = (
    *("observation_id", "lane", "year", "area", "status", "spoken"),
    *("tip_indicator", "tip_region", "tip_period", "tip_status", "tip_source"),
)


def _mark(row: Row, tree: RegionTree, language: Language) -> dict[str, object]:
    what, where, when = row[f"label_{language}"], row[f"region_{language}"], date(row["date"], language)
    kind = label(language, EventKind(row["kind"]))
    source = say(language, "drawing.source_words", publisher=publisher_of(row, language), published=date(row["published"], language))
    return {
        "observation_id": row["event_id"],
        "lane": EVENTS,
        "year": int(row["year"]),
        "area": area_of(tree, row["region_id"], Layer.ARTICLE),
        "status": EVENTS,
        "spoken": say(language, "drawing.spoken_event", what=what, region=where, date=when, kind=kind),
        "tip_indicator": what,
        "tip_region": where,
        "tip_period": when,
        "tip_status": kind,
        "tip_source": source,
    }
