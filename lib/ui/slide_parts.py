"""The parts of a slide, whatever it is made of: figures as cards, the sentences behind them, charts. They ask no reader's session."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from lib.charts.colours import area_of
from lib.charts.drawing import Drawing
from lib.charts.evidence import spoken
from lib.charts.key import key_of
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Layer
from lib.export.about import About
from lib.export.pictures import Picture, Plate
from lib.export.slides import Card, Sentence
from lib.text.catalogue import Language, say
from lib.text.dates import date, known_period
from lib.ui.number_cards import amount, doubt
from lib.ui.rows import each, label_in, text_in
from lib.ui.slide_axes import look_of

# More than one reads or shows in a room; the rest is in the CSV file.
MOST_FIGURES = 96
# Narrower than a picture for a page, so that its words are large on a slide; and as high as a slide has room.
BESIDE, TALLEST = 520, 235


def cards_of(tree: RegionTree, rows: pd.DataFrame, language: Language) -> list[Card]:
    """Put figures into words, a card each.

    Needs: rows as `lib.queries.observations.observations`.
    """
    return [_card(tree, row, language) for row in each(rows)]


def _card(tree: RegionTree, row: Any, language: Language) -> Card:
    number, unit = amount(row, language)
    when = known_period(row.year_start, row.year_end, row.period_basis, language)
    where, look = f"{label_in(language, row, 'region')} · {when}", look_of(area_of(tree, row.region_id, row.layer), row.status)
    what, said = label_in(language, row, "indicator"), say(language, f"status.{row.status}")
    if row.layer == Layer.OFFICIAL:
        # Grey alone would not say that no article has it.
        said = say(language, "question_chart.official_when", when=said)
    return Card(row.observation_id, number, unit, what, where, said, doubt(row, language), look)


def sentences_of(quotes: pd.DataFrame, rows: pd.DataFrame, language: Language) -> list[Sentence]:
    """Return the sentences in their order, each with those of the figures that stand in it, then the pages of official figures.

    Needs: sentences as `lib.queries.quotes.quotes`, figures as `lib.queries.observations.observations`.
    """
    quoted = [_sentence(quote, rows[rows["quote_id"] == quote.quote_id], language) for quote in each(quotes)]
    return [*quoted, *_pages(rows, language)]


def _sentence(quote: Any, rows: pd.DataFrame, language: Language) -> Sentence:
    return Sentence(quote.text, quote.source_language, _source(quote, language), quote.url, _figures(rows, language))


def _pages(rows: pd.DataFrame, language: Language) -> list[Sentence]:
    # An official figure has a page instead of a sentence.
    official = rows[rows["citation_id"] != ""]
    pages = [(row, official[official["citation_id"] == row.citation_id]) for row in each(official.drop_duplicates("citation_id"))]
    return [Sentence(row.source_title, "", _source(row, language), row.url, _figures(of_page, language)) for row, of_page in pages]


def _source(row: Any, language: Language) -> str:
    return f"{text_in(language, row, 'publisher')} · {date(row.published, language)}"


def _figures(rows: pd.DataFrame, language: Language) -> dict[str, str]:
    return {str(row["observation_id"]): spoken(row, language) for row in rows.to_dict("records")}


def cut(shown: int, count: int, language: Language) -> str:
    """Say that not all figures are among the cards; nothing where they are."""
    return say(language, "present.cut", shown=shown, count=count) if count > shown else ""


def pictured(headed: Sequence[tuple[str, Drawing]], about: About, name: str, *, width: int = BESIDE, columns: int = 1) -> Picture:
    """Draw charts for a slide, whose title and foot say the rest.

    Needs: drawings in light colours, each with its heading or none; a name of its own in the document.
    """
    plain = replace(about, title="", subtitle="", filters="", link="")
    drawings = [drawing for _, drawing in headed]
    plates = [Plate(drawing.standalone(width, "#FFFFFF"), drawing.alt, heading) for heading, drawing in headed]
    readings = list(dict.fromkeys(drawing.captions["reading"] for drawing in drawings if drawing.captions.get("reading")))
    return Picture(plates, plain, key_of(drawings, about.language, "light"), readings, columns, width, name, is_part=True)
