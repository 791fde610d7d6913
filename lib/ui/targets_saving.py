"""Takes the Targets page away: its promises with what is reported of them, drawn one below the other, or their figures."""

from lib.charts.bullet import bullet
from lib.domain.promise_states import Assessment
from lib.export import files
from lib.export.about import About
from lib.export.rows import download_rows
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.ui import state
from lib.ui.about_view import about, address_of
from lib.ui.saving import Headed, Saving
from lib.ui.targets import Tracked, figures_of
from lib.ui.targets_words import state_of, title_of, told
from lib.ui.view_line import view_sentence


def targets_saving(store: Store, shown: Tracked, drawn: list[Assessment]) -> Saving:
    """Say how the drawn promises are taken away, each with its state, its number and its rule."""
    chosen, address = state.selection().replace(claim=""), address_of()
    language = chosen.language
    rows = shown.frame(name for one in drawn for name in figures_of(one))
    amount = say(language, "targets.drawn_of", count=len(drawn), total=len(shown.assessments))
    filters = f"{amount} {view_sentence(store, chosen, len(shown.assessments))}"

    def described() -> About:
        title, subtitle = say(language, "targets.drawn"), say(language, "targets.drawn_note")
        return about(store, chosen, title, rows, subtitle=subtitle, filters=filters, address=address)

    def pictured() -> list[Headed]:
        return [(headed(one), bullet(shown.frame(figures_of(one)), store.regions, language, "light")) for one in drawn]

    def headed(one: Assessment) -> str:
        return say(language, "targets.drawn_head", title=title_of(one, shown, language), state=state_of(one, shown, language))

    return Saving(
        name=say("en", "targets.drawn"),
        version=store.version,
        csv=lambda: files.csv(download_rows(rows, store.version)),
        about=described,
        drawings=pictured,
        notes=tuple(" · ".join((title_of(one, shown, language), *told(one, shown, language))) for one in drawn),
    )
