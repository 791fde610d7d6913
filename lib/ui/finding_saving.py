"""Takes the finding of a question away: with the figures that it was computed from, drawn where they share an axis."""

from lib.charts.story_drawing import story_drawing
from lib.export.about import About
from lib.queries.observations import observations
from lib.queries.questions import QUESTIONS
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.text.findings import Finding
from lib.ui import state
from lib.ui.about_view import about, address_of
from lib.ui.cache import answer
from lib.ui.saving import Headed, Saving, figures_csv
from lib.ui.story_steps import drawn_as


def finding_saving(store: Store, name: str, found: Finding) -> Saving:
    """Say how the finding of a question is taken away; its link opens the view that answers the question."""
    chosen, address = state.in_session(QUESTIONS[name].selection), address_of("explore")
    language = chosen.language
    view = answer(store, observations, QUESTIONS[name].selection)
    rows = view[view["observation_id"].isin(found.observation_ids)] if found.observation_ids else view

    def described() -> About:
        filters = say(language, "about.finding", count=len(rows))
        return about(store, chosen, say(language, f"question.{name}"), rows, filters=filters, address=address)

    def drawn() -> list[Headed]:
        drawing = story_drawing(drawn_as(name), rows, store.regions, language, "light") if drawn_as(name) else None
        return [(drawing.captions.get("common", ""), drawing)] if drawing else []

    return Saving(
        name=say("en", f"question.{name}"),
        store=store,
        csv=lambda: figures_csv(rows, described()),
        about=described,
        drawings=drawn,
        notes=tuple(words for words in (say(language, f"question.{name}"), found.formula, found.caveat) if words),
        finding=found.text,
        rows=lambda: rows,
        drawing=drawn_as(name),
    )
