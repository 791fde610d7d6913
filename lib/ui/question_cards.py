"""The questions as cards: each with its finding and the link to the view that answers it."""

from lib.queries.observations import observations
from lib.queries.questions import QUESTIONS
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import Language
from lib.text.findings import Finding, finding
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.component import component
from lib.ui.finding_line import formula_of, parts_of
from lib.ui.opening import query_of
from lib.ui.words import t

_COMPONENT = component("questions", '<ul class="questions"></ul>', "going", "opening", "finding_parts")


def question_cards(store: Store) -> None:
    """Show every question with what the articles say on it; a click opens its figures on Explore."""
    data = {"cards": [_card(store, name) for name in QUESTIONS], "words": {"open": t("overview.open")}}
    _COMPONENT(key="questions", data=data)


def _card(store: Store, name: str) -> dict[str, object]:
    question = QUESTIONS[name]
    told = answer(store, finding_of, name, state.selection().language)
    figures = answer(store, observations, question.selection)
    return {
        "name": name,
        "theme": t(f"theme.{question.theme}"),
        "question": t(f"question.{name}"),
        "parts": parts_of(told),
        "is_reported": told.is_reported,
        "formula": formula_of(told),
        "amount": t("overview.amount", figures=len(figures), count=figures.quote_id.nunique()),
        "query_string": query_of(question.selection),
    }


def finding_of(store: Store, name: str, language: Language) -> Finding:
    """Find what the articles say on a question; for `answer`."""
    return finding(name, answer(store, observations, Selection()), language)
