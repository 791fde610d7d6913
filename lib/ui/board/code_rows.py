"""What the browser needs of the code lists: the options of the filters, the places, the documents, the matrix of places and themes."""

from collections.abc import Callable
from enum import StrEnum

import pandas as pd

from lib.domain.vocabulary import Layer, Status, Theme, Voice
from lib.queries.codes import programmes, regions
from lib.queries.region_names import RegionNames
from lib.queries.store import Store
from lib.text.catalogue import Language, labels, meanings, say
from lib.text.dates import date
from lib.ui.board.numbering import Numbers, Places
from lib.ui.board.packing import Row
from lib.ui.rows import each, label_in, text_in
from lib.ui.source_panel import by_date

_VOCABULARIES: dict[str, type[StrEnum]] = {"themes": Theme, "statuses": Status, "layers": Layer, "voices": Voice}
# Stands in no name: a name is looked up by its words alone.
_BETWEEN = "|"
_NAME = ("name", "name_wrapped", "name_width")
_THEME = ("theme", "theme_name", "theme_wrapped", "theme_width")


def code_lists(store: Store, language: Language) -> dict[str, list[Row]]:
    """Return the options of each filter but regions and years, as code, label and, where it has one, meaning."""
    named: list[Row] = [
        {"code": row.programme_id, "label": label_in(language, row, "label"), "meaning": label_in(language, row, "definition")}
        for row in each(programmes(store))
    ]
    return {name: _options(vocabulary, language) for name, vocabulary in _VOCABULARIES.items()} | {"programmes": named}


def _options(vocabulary: type[StrEnum], language: Language) -> list[Row]:
    told = meanings(language, vocabulary)
    return [{"code": code, "label": label, "meaning": told.get(code, "")} for code, label in labels(language, vocabulary).items()]


def region_rows(store: Store, numbers: Numbers, colour: Callable[[str], str], language: Language) -> list[Row]:
    """Return one row a region, in the order of the tree.

    Needs: a function from a region's id to its colour.
    """
    by_id = {row.region_id: row for row in each(regions(store))}
    other: Language = "en" if language == "zh" else "zh"
    return [
        {
            "id": row.region_id,
            "depth": int(row.depth),
            "ordinal": int(row.ordinal),
            "name": label_in(language, row, "name"),
            "other": label_in(other, row, "name"),
            "colour": colour(row.region_id),
            "spellings": list(store.names.spellings(row.region_id)),
            "within": [numbers.regions[inner] for inner in store.regions.within(row.region_id)],
        }
        for row in (by_id[region] for region in store.regions.ids)
    ]


def name_rows(names: RegionNames, places: Places) -> list[Row]:
    """Return for each region, or for those that share a name, every form of it that a search knows."""
    forms: dict[tuple[str, ...], list[str]] = {}
    for form, called in names.index.items():
        forms.setdefault(called, []).append(form)
    return [{"regions": [places[region] for region in called], "forms": _BETWEEN.join(listed)} for called, listed in forms.items()]


def source_rows(rows: pd.DataFrame, language: Language) -> list[Row]:
    """Return one row a document or page that has figures, by date.

    Needs: figures as `lib.queries.observations.observations`.
    """
    return [
        {
            "publisher": text_in(language, row, "publisher"),
            "title": text_in(language, row, "source_title"),
            "published": date(row.published, language),
            "retrieved": date(row.retrieved, language) if row.retrieved else say(language, "detail.not_recorded"),
            "is_page": not row.source_id,
        }
        for row in each(by_date(rows))
    ]


def coverage_columns(cells: pd.DataFrame) -> list[Row]:
    """Return the themes above the matrix, with their measures.

    Needs: the rows of the chart of regions by theme, over all figures.
    """
    return _records(cells.loc[cells["theme_name"] != "", list(_THEME)])


def coverage_names(cells: pd.DataFrame) -> list[Row]:
    """Return the regions beside the matrix, with their measures.

    Needs: as `coverage_columns`.
    """
    return _records(cells.loc[cells["name"] != "", ["region_id", *_NAME]])


def _records(frame: pd.DataFrame) -> list[Row]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]
