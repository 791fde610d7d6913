"""Every question of `lib.queries`, with something to ask it about: what one engine answers, each other has to answer alike."""

import json
from collections.abc import Callable

from lib.curation.layout import DATA
from lib.domain.stories import FILE_NAME, read_story
from lib.queries import codes, comparison, comparison_context, conflicts, sources, stories, tracker
from lib.queries.about import figures_about
from lib.queries.conditions import ALWAYS, Condition
from lib.queries.coverage import coverage, coverage_by_area
from lib.queries.dataset import totals
from lib.queries.events import events
from lib.queries.facets import facet_counts
from lib.queries.links import Known
from lib.queries.observations import figures_named, figures_shown, figures_where, observations
from lib.queries.official import official_context
from lib.queries.places import places
from lib.queries.quotes import quote_of, quotes
from lib.queries.search_texts import search_texts
from lib.queries.selection import Selection
from lib.queries.told_twice import told_twice
from lib.queries.windows import Span, narrowed

MARK = "zqx"
SELECTION = Selection(
    themes=(f"{MARK}theme",),
    years=(2021, 2022),
    layers=("article", f"{MARK}layer"),
    programmes=(f"{MARK}programme",),
    regions=("330100", "330110"),
    search=f"hangzhou {MARK}'word",
)
STORY = read_story(json.loads((DATA / FILE_NAME).read_text("utf-8"))["stories"][0])[0]
PAIR = ("kq23-12d", "zj23-37a")
BOTH = ("article", "official")

_OF_A_VIEW = (observations, figures_shown, quotes, coverage, events, facet_counts, places, comparison.comparison)
ASKED: tuple[tuple[Callable[..., object], tuple[object, ...]], ...] = (
    *((question, (SELECTION,)) for question in (*_OF_A_VIEW, tracker.tracker, tracker.drifts)),
    (tracker.tracker, (Selection(), BOTH)),
    (tracker.drifts, (Selection(),)),
    (tracker.evidence_date, (BOTH,)),
    (comparison.comparison, (Selection(layers=BOTH),)),
    (comparison.verdict_of, PAIR),
    (comparison.figures, (PAIR,)),
    (comparison_context.benchmarks, (("kq23-12d",), ("330603",))),
    (comparison_context.context_of, (("kq23-12d",), ("CN", "330000"), (2021, 2022))),
    (conflicts.conflicts, ()),
    (conflicts.repetitions, ()),
    (conflicts.broken_series, ()),
    (told_twice, ()),
    (official_context, ("gdp", ("CN", "330000"), (2021, 2022))),
    (figures_about, (("gdp", MARK), ("410100", MARK))),
    (figures_named, (PAIR,)),
    (figures_where, (Condition("o.unit = ?", ("percent",)), 20, 10)),
    (observations, (Selection(layers=BOTH), 20, 10_000)),
    (narrowed, (Span(ALWAYS, 10_000, 20),)),
    (quote_of, (MARK,)),
    (quote_of, ("zj23-37a",)),
    (sources.source_list, ()),
    (sources.citation_list, ()),
    (sources.dismissals, (MARK,)),
    (codes.regions, ()),
    (codes.indicators, ()),
    (codes.units, ()),
    (codes.programmes, ()),
    (coverage_by_area, (("330100", "330000"),)),
    (totals, ()),
    (search_texts, ()),
    (Known.of, ()),
    (stories.opened, (STORY,)),
    (stories.every_figure, (STORY,)),
)
# What takes a store and asks nothing by itself: files of the dataset, its tree, pieces of statements, and whoever opens every story.
ASKS_NOTHING = {
    "around",
    "changelog",
    "counted_figures",
    "differences",
    "events_in_view",
    "figure_filters",
    "figures_found",
    "figures_in_view",
    "found",
    "is_whole",
    "problems_of_stories",
    "sentences_in_view",
    "shipped",
}


def name_of(question: Callable[..., object]) -> str:
    """Name a question as its module does."""
    return f"{question.__module__.removeprefix('lib.queries.')}.{question.__qualname__}"
