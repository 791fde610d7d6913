"""Number cards: one to six figures shown large, each with what it counts, where, when and how far it can be trusted."""

from typing import Any

from lib.text.catalogue import Language, say
from lib.text.dates import known_period
from lib.text.numbers import UnitWords
from lib.ui import state
from lib.ui.appearance import colour_of
from lib.ui.component import component
from lib.ui.quote_cards import Colour
from lib.ui.quote_cards import shown as shown_figure
from lib.ui.rows import each
from lib.ui.shown import Shown
from lib.ui.words import label_of, t

_COMPONENT = component("numbers", '<div class="room"><div class="numbers" role="group"></div></div>')


def number_cards(shown: Shown) -> None:
    """Show each row as a card that can be picked, in their order and of equal height."""
    colour = colour_of(shown.store)
    made = [_card(row, shown, colour) for row in each(shown.rows)]
    data = {"label": t("number_cards.label", count=len(made)), "cards": made}
    _COMPONENT(key=shown.key, data=data, on_picked_change=state.picked(shown.key))


def _card(row: Any, shown: Shown, colour: Colour) -> dict[str, Any]:
    number, unit = amount(row)
    return {
        "id": row.observation_id,
        "number": number,
        "unit": unit,
        "what": label_of(row, "indicator"),
        "place": label_of(row, "region"),
        "period": known_period(row.year_start, row.year_end, row.period_basis, state.selection().language),
        "status": row.status,
        "said": t(f"status.{row.status}"),
        "doubt": doubt(row),
        "colour": colour(row),
        "selected": row.observation_id == shown.claim,
        "dimmed": shown.is_dimmed(row.observation_id),
    }


def amount(row: Any, language: Language | None = None) -> tuple[str, str]:
    """Part a figure into its number, bound and scale included, and its unit, so that each can be set in its own size.

    Needs: the language, where there is no reader to ask.
    """
    language = language or state.selection().language
    whole = shown_figure(row, language)
    unit = UnitWords.of(row._asdict()).after(row.value, language)
    is_worded = row.unit != "percent" and unit and whole.endswith(unit)
    return (whole.removesuffix(unit).rstrip(), unit) if is_worded else (whole, "")


def doubt(row: Any, language: Language | None = None) -> str:
    """Name the doubts about a figure, one after the other.

    Needs: the language, where there is no reader to ask.
    """
    language = language or state.selection().language
    return say(language, "list.comma").join(say(language, f"caveat.{code}") for code in str(row.caveats or "").split(";") if code)
