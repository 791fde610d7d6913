"""Turns official figures into what a card shows: the page they were read in, its tier, and all that is known of the chosen one."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from lib.text.catalogue import Language, say
from lib.text.dates import date, period
from lib.ui import state
from lib.ui.prose import with_meanings
from lib.ui.quote_cards import Card, Colour, Fact, figure_of, shown
from lib.ui.rows import each, label_in, text_in


def page_cards(figures: pd.DataFrame, chosen: str, colour: Colour) -> list[Card]:
    """Return one card a page, the one with the chosen figure first.

    Needs: figures as `lib.queries.observations.observations`, of which those of the articles are left out; a function from a figure's
    row to its colour.
    """
    language = state.selection().language
    made = [page_card(rows, chosen, colour, language) for rows in by_page(figures).values()]
    return sorted(made, key=lambda card: not card["selected"])


def by_page(figures: pd.DataFrame) -> dict[str, list[Any]]:
    """Return the rows of the official figures of each page, in the order of the pages' ids."""
    found: dict[str, list[Any]] = {}
    for row in each(figures):
        if row.citation_id:
            found.setdefault(row.citation_id, []).append(row)
    return dict(sorted(found.items()))


def page_card(rows: Sequence[Any], chosen: str, colour: Colour, language: Language) -> Card:
    """Return the card of one page with these of its figures.

    Needs: at least one row.
    """
    first, picked = rows[0], next((row for row in rows if row.observation_id == chosen), None)
    source = text_in(language, first, "publisher")
    return {
        "id": first.citation_id,
        "name": say(language, "official.card", source=source),
        "language": "",
        "source": f"{source} · {date(first.published, language)}",
        "verified": False,
        "verdict": say(language, "official.verdict", tier=say(language, f"tier.{first.tier}")),
        "page": {"title": first.source_title, "link": first.url},
        "parts": [],
        "notes": page_notes(picked, language),
        "figures": [figure_of(row, chosen, colour, language) for row in rows],
        "details": page_details(picked, language) if picked else [],
        "selected": picked is not None,
    }


def page_notes(row: Any, language: Language) -> list[str]:
    """Return what must be known of the official figure that is picked, if one is."""
    note = text_in(language, row, "note") if row else ""
    return [note] if note else []


def page_details(row: Any, language: Language) -> list[list[Fact]]:
    """Return all that is known of an official figure and of its page, as groups of facts (see `lib.ui.quote_cards.details_of`)."""

    def t(key: str) -> str:
        return say(language, key)

    definition = label_in(language, row, "definition")
    told: list[Fact] = [
        [t("official.given"), " ".join(part for part in (row.bound_printed, row.printed) if part)],
        [t("official.derivation"), row.derivation],
        [t("detail.normalised"), shown(row, language)],
        [t("detail.definition"), definition, "", with_meanings(definition, language)],
        [t("detail.region"), f"{label_in(language, row, 'region')} · {t(f'level.{row.region_level}')} · {row.region_id}"],
        [t("detail.period"), period(row.year_start, row.year_end, language)],
        [t("official.vintage"), t(f"vintage.{row.vintage}")],
        [t("official.break"), t(f"break.{row.series_break}") if row.series_break else ""],
        [t("detail.caveats"), "; ".join(t(f"caveat.{code}") for code in str(row.caveats or "").split(";") if code)],
    ]
    origin: list[Fact] = [
        [t("official.tier"), t(f"tier.{row.tier}.meaning")],
        [t("official.quoted"), text_in(language, row, "quoted")],
        [t("detail.published"), date(row.published, language)],
        [t("official.page"), row.source_title, row.url],
        [t("detail.claim"), row.observation_id],
    ]
    return [[fact for fact in told if fact[1]], [fact for fact in origin if fact[1]]]
