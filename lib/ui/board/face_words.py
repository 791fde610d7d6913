"""The words of the board that stand on its buttons, tabs and fields."""

from lib.charts.colours import AREAS, CONTEXT
from lib.text.catalogue import Language, entries

_WORDS = (
    "board.all_regions",
    "board.announced",
    "board.filters",
    "board.clear",
    "board.first_year",
    "board.last_year",
    "board.no_option",
    "board.remove",
    "board.select_all",
    "board.type_to_search",
    "column.field",
    "column.value",
    "extra.title",
    "extra.events",
    "extra.events_note",
    "extra.panels",
    "explore.by_indicator",
    "explore.by_indicator_note",
    "explore.over_time",
    "explore.over_time_note",
    "explore.coverage",
    "explore.coverage_note",
    "explore.nothing_relax",
    "explore.nothing_single",
    "explore.nothing_text",
    "explore.nothing_words",
    "explore.nothing_title",
    "explore.quotes",
    "explore.quotes_note",
    "explore.relax",
    "filter.title",
    "filter.search",
    "filter.search_hint",
    "filter.regions",
    "filter.regions_help",
    "filter.inside",
    "filter.inside_help",
    "filter.themes",
    "filter.years",
    "filter.years_help",
    "filter.statuses",
    "filter.statuses_help",
    "filter.voices",
    "filter.voices_help",
    "filter.layers",
    "filter.layers_help",
    "filter.programmes",
    "filter.programmes_all",
    "filter.programmes_help",
    "filter.no_figures",
    "filter.reset",
    "filter.reset_help",
    "filter.unpick",
    "notice.not_in_view",
    "quote.more",
    "quote.panel",
    "tab.chart",
    "tab.source",
    "tab.table",
    "table.pick",
)


def face_words(language: Language) -> dict[str, str]:
    """Return the patterns by key, as `lib.ui.board.wording.words` does."""
    areas = (f"legend.{area}" for area in AREAS if area != CONTEXT)
    forms = {key: entries()[key].forms for key in (*_WORDS, *areas)}
    singular = {f"{key}.one": form["en_one"] for key, form in forms.items() if language == "en" and "en_one" in form}
    return {key: form[language] for key, form in forms.items()} | singular
