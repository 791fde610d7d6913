"""Takes the Targets page away: its promises with what is reported of them, drawn one below the other, or their figures."""

from collections.abc import Sequence

from lib.charts.bullet import bullet
from lib.domain.promise_states import Assessment
from lib.export import files
from lib.export.about import About
from lib.export.rows import download_rows
from lib.queries.store import Store
from lib.text.catalogue import Language, say
from lib.ui import state
from lib.ui.about_view import about, address_of
from lib.ui.saving import Headed, Saving, figures_csv
from lib.ui.targets import Tracked, figures_of
from lib.ui.targets_words import state_of, title_of, told
from lib.ui.view_line import view_sentence


def targets_saving(store: Store, shown: Tracked, drawn: Sequence[Assessment]) -> Saving:
    """Say how the drawn promises are taken away, each with its state, its number and its rule; on slides each stands by itself."""
    chosen, address = state.selection().replace(claim=""), address_of()
    language = chosen.language
    amount = say(language, "targets.drawn_of", count=len(drawn), total=len(shown.assessments))
    filters = f"{amount} {view_sentence(store, chosen, len(shown.assessments))}"

    def headed(one: Assessment) -> str:
        return say(language, "targets.drawn_head", title=title_of(one, shown, language), state=state_of(one, shown, language))

    def pictured(some: Sequence[Assessment]) -> list[Headed]:
        return [(headed(one), bullet(shown.frame(figures_of(one)), store.regions, language, "light")) for one in some]

    def saved(some: Sequence[Assessment], finding: str = "") -> Saving:
        rows = shown.frame(name for one in some for name in figures_of(one))

        def described() -> About:
            title, subtitle = say(language, "targets.drawn"), say(language, "targets.drawn_note")
            return about(store, chosen, title, rows, subtitle=subtitle, filters=filters, address=address)

        return Saving(
            name=say("en", "targets.drawn"),
            store=store,
            csv=lambda: files.csv(download_rows(rows, store.version)),
            about=described,
            drawings=lambda: [("", drawing) for _, drawing in pictured(some)] if finding else pictured(some),
            notes=tuple(" · ".join(told(one, shown, language)) if finding else _remark(one, shown, language) for one in some),
            title=say(language, "targets.drawn"),
            finding=finding,
            rows=lambda: rows,
            parts=None if finding else lambda: [saved([one], headed(one)) for one in drawn],
        )

    return saved(drawn)


def _remark(one: Assessment, shown: Tracked, language: Language) -> str:
    return " · ".join((title_of(one, shown, language), *told(one, shown, language)))


def state_saving(store: Store, shown: Tracked, found: Sequence[Assessment], title: str) -> Saving:
    """Say how the promises of one state are taken away, each before what is reported of it, with the rule of its state.

    Needs: the state with its number, in words.
    """
    chosen, address = state.selection().replace(claim=""), address_of()
    names = list(dict.fromkeys(name for one in found for name in figures_of(one)))
    rows = shown.frame(names).sort_values("observation_id", key=lambda ids: ids.map(names.index))
    meaning = say(chosen.language, f"promise_state.{found[0].state}.meaning")
    reported = [one for one in found if one.judged or one.baseline]
    notes = (meaning, *(_remark(one, shown, chosen.language) for one in reported))
    filters = view_sentence(store, chosen, len(shown.assessments))

    def described() -> About:
        return about(store, chosen, title, rows, subtitle=meaning, filters=filters, address=address, anchor=str(found[0].state))

    return Saving(f"promises {found[0].state}", store, lambda: figures_csv(rows, described()), described, rows=lambda: rows, notes=notes)
