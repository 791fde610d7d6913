"""Where each figure stands in the list by indicator: its line, its place on its indicator's own scale, its heading."""

from collections.abc import Iterable, Sequence

import pandas as pd

from lib.charts.config import NARROWEST, SMALL_TEXT_SIZE, TEXT_SIZE, WIDE_FROM
from lib.charts.evidence import publisher_of
from lib.charts.records import records
from lib.domain.comparability import footing_of
from lib.domain.vocabulary import Kind, Qualifier, Status
from lib.text.catalogue import Language, say
from lib.text.measure import shorten, text_width, wrap

_STEMMED = {Kind.LEVEL, Kind.COUNT, Kind.SHARE, Kind.CHANGE, Kind.GROWTH}
_UNPLACED = {Kind.RANK}
_FOOTING = ("series_break", "caveats", "region_id", "region_level", "kind", "scope")
_WHOLE = 100.0
_GAP, _GAP_AFTER_ARROW = 11, 24
_POINTING_RIGHT = [Qualifier.OVER, Qualifier.AT_LEAST]
PLACE_START = 10
_LEAST_PLACE_ROOM = min(NARROWEST, 0.45 * WIDE_FROM) - PLACE_START - 4


def lay_out(marks: pd.DataFrame, rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Lay the marks out, one line each, with a line for the heading before the first of each indicator.

    Needs: the marks of `evidence` and their rows, `filled`, side by side.
    Returns: the marks with slot, heading_slot, heading, heading_wrapped, heading_width, place_words, place_short, place_width, zero,
    fraction, has_stem, label_gap, label_room.
    """
    indicators = rows["indicator_id"]
    is_first = indicators.ne(indicators.shift())
    slot = is_first.cumsum() + pd.RangeIndex(len(rows))
    headings = rows[f"indicator_{language}"].where(is_first, "")
    placed = marks.assign(slot=slot, heading_slot=slot - 1).join(_headings(headings)).join(_places(marks, rows, language))
    return placed.join(_scales(rows)).join(_labels(marks, indicators))


def _headings(headings: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "heading": headings,
            "heading_wrapped": [wrap(heading, NARROWEST, TEXT_SIZE, bold=True) for heading in headings],
            "heading_width": [text_width(heading, TEXT_SIZE, bold=True) for heading in headings],
        }
    )


def _places(marks: pd.DataFrame, rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    return plain_places(marks, rows, language).mask(read_alike(marks, rows), told_places(marks, rows, language))


def plain_places(marks: pd.DataFrame, rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Return the words of each place, cut to the narrowest room, and their width."""
    regions = zip(marks["place"], rows[f"region_{language}"], strict=True)
    return _worded(marks["place"], [_shorten_region(place, region) for place, region in regions])


def told_places(marks: pd.DataFrame, rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Return the same with the publisher, who tells two lines apart that would read alike."""
    plain, publishers = plain_places(marks, rows, language), [publisher_of(row, language) for row in records(rows)]

    def told(places: pd.Series) -> list[str]:
        return [say(language, "question_chart.joined", first=place, second=name) for place, name in zip(places, publishers, strict=True)]

    # The publisher gives way to period and status, which always stay.
    short = [shorten(words, _LEAST_PLACE_ROOM, SMALL_TEXT_SIZE) for words in told(plain["place_short"])]
    kept = [words if words.startswith(place) else place for words, place in zip(short, plain["place_short"], strict=True)]
    return _worded(told(plain["place_words"]), kept)


def read_alike(marks: pd.DataFrame, rows: pd.DataFrame) -> pd.Series:
    """Tell which lines have a twin: one thing in one place and period, from two documents."""
    return rows[["indicator_id", "region_id"]].assign(place=marks["place"]).duplicated(keep=False)


def _worded(places: Iterable[str], short: Sequence[str]) -> pd.DataFrame:
    words = list(places)
    widths = [text_width(place, SMALL_TEXT_SIZE) for place in words]
    return pd.DataFrame({"place_words": words, "place_short": short, "place_width": widths})


def _shorten_region(place: str, region: str) -> str:
    """Cut the region's name alone: the period and the status always stay."""
    beside = text_width(place.removeprefix(region), SMALL_TEXT_SIZE)
    return shorten(region, _LEAST_PLACE_ROOM - beside, SMALL_TEXT_SIZE) + place.removeprefix(region)


def _scales(rows: pd.DataFrame) -> pd.DataFrame:
    traits, by_indicator = traits_of(rows), rows.groupby("indicator_id")["value"]
    lowest, highest = by_indicator.transform("min").clip(upper=0.0), by_indicator.transform("max").clip(lower=0.0)
    highest = highest.mask(traits["is_part"], highest.clip(lower=_WHOLE))
    span = (highest - lowest).replace(0.0, 1.0)
    is_alone = by_indicator.transform("size") == 1
    # A share alone stands in its whole.
    is_placed = ~traits["is_unplaced"] & (traits["is_part"] | ~is_alone) & _shares_scale(rows, traits["footing"])
    return pd.DataFrame(
        {
            "zero": (-lowest / span).where(is_placed, 0.0),
            "fraction": ((rows["value"] - lowest) / span).where(is_placed, 0.0),
            "has_stem": is_placed & traits["is_stemmed"],
        }
    )


def _shares_scale(rows: pd.DataFrame, footing: pd.Series) -> pd.Series:
    """Tell under which headings all figures may share a scale: one place over time, or one time and state of many places, on one footing.

    Lengths of two scales would be read against each other all the same, so under a heading either all have a length or none.
    """
    indicators = rows["indicator_id"]
    spans = rows["year_end"] - rows["year_start"]
    is_series = (_kinds(rows["region_id"], indicators) == 1) & (_kinds(spans, indicators) == 1)
    moments = zip(rows["year_start"], rows["year_end"], rows["status"] == Status.ACTUAL, strict=True)
    shared = [ground if series else (ground, *moment) for ground, series, moment in zip(footing, is_series, moments, strict=True)]
    return _kinds(pd.Series(map(str, shared), index=rows.index, dtype=str), indicators) == 1


def _kinds(values: pd.Series, indicators: pd.Series) -> pd.Series:
    return values.groupby(indicators).transform("nunique")


def traits_of(rows: pd.DataFrame) -> pd.DataFrame:
    """Tell of each figure whether it is a part of a whole, has no place on a scale or stands on a stem, and the footing of its scale."""
    return pd.DataFrame(
        {
            "is_part": (rows["kind"] == Kind.SHARE) & (rows["unit"] == "percent"),
            "is_unplaced": rows["kind"].isin(_UNPLACED),
            "is_stemmed": rows["kind"].isin(_STEMMED),
            "footing": [footing_of(row) for row in records(rows[list(_FOOTING)])],
        }
    )


def _labels(marks: pd.DataFrame, indicators: pd.Series) -> pd.DataFrame:
    widths = pd.Series([label_width(words) for words in marks["label"]], index=marks.index, dtype=float)
    points_right = marks["qualifier"].isin(_POINTING_RIGHT)
    gap = points_right.map({True: _GAP_AFTER_ARROW, False: _GAP}).astype(float)
    return pd.DataFrame({"label_gap": gap, "label_room": (widths + gap).groupby(indicators).transform("max")})


def label_width(words: str) -> float:
    """Estimate the width of the words beside a mark, in pixels."""
    return text_width(words, SMALL_TEXT_SIZE, bold=True)
