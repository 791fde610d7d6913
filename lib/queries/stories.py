"""Stories over the dataset: each step with the figures and sentences that it shows, and what of it could not be honoured."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs

import pandas as pd

from lib.domain.errors import DatasetError, Problem
from lib.domain.stories import FILE_NAME, StoryFault, StoryProblem, WrittenStep, WrittenStory, placeholders, read_story
from lib.queries.links import Known, Reading, read_params
from lib.queries.manifest import REBUILD
from lib.queries.observations import figures_named, observations
from lib.queries.questions import QUESTIONS
from lib.queries.quotes import quotes
from lib.queries.selection import Selection
from lib.queries.store import Store

_MOST_PARAMETERS = 100


@dataclass(frozen=True, eq=False)
class Step:
    """One step of a story, ready to show.

    `selection` is its view; `rows` are the figures to show, as `lib.queries.observations.observations`, in the order named, or those of
    the view; `quotes` the sentences behind them, as `lib.queries.quotes.quotes`, the one to show first.
    """

    written: WrittenStep
    selection: Selection
    rows: pd.DataFrame
    quotes: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Story:
    """A story as it is written, its steps, and every fault that shows only beside the dataset."""

    written: WrittenStory
    steps: tuple[Step, ...]
    faults: tuple[StoryFault, ...]


def shipped(store: Store) -> tuple[WrittenStory, ...]:
    """Return the stories that come with the dataset, in the order of their files; none when it was built without.

    *Raises* DatasetError when the file is missing or cannot be read.
    """
    if not store.manifest.stories:
        return ()
    try:
        content = json.loads((store.folder / FILE_NAME).read_text("utf-8"))
        return tuple(read_story(one)[0] for one in content["stories"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = f"the stories cannot be read ({type(error).__name__})."
        raise DatasetError([Problem(f"data/{FILE_NAME}", "", "", "FileIsReadable", message, REBUILD)]) from error


def opened(store: Store, written: WrittenStory) -> Story:
    """Look up what each step of a story shows."""
    sentences, known = quotes(store, Selection()), Known.of(store)
    faults: list[StoryFault] = []
    steps = []
    for place, step in enumerate(written.steps, 1):
        reading = _read_view(step.view, known)
        shown = observations(store, reading.selection)
        chosen = _in_order(store, names) if (names := _named(step, reading.selection, known)) else shown
        steps.append(Step(step, reading.selection, chosen, _sentences(step, chosen, sentences)))
        faults += _faults(place, step, reading, shown, known)
    return Story(written, tuple(steps), tuple(faults))


def _read_view(view: str, known: Known) -> Reading:
    try:
        return read_params(parse_qs(view, max_num_fields=_MOST_PARAMETERS), known)
    except ValueError:
        return read_params({"view": [view]}, known)


def every_figure(store: Store, written: WrittenStory) -> pd.DataFrame:
    """Return every figure of the articles, and the official ones that a story speaks of."""
    articles = observations(store, Selection())
    spoken = (text for step in written.steps for words in (step.says, step.note) for text in (words.en, words.zh))
    names = {*(name for text in spoken for name in placeholders(text)), *(name for step in written.steps for name in step.figures)}
    others = tuple(sorted(names.difference(articles["observation_id"])))
    return pd.concat([articles, figures_named(store, others)], ignore_index=True) if others else articles


def _named(step: WrittenStep, selection: Selection, known: Known) -> tuple[str, ...]:
    return step.figures or ((selection.claim,) if selection.claim and selection.claim in known.figures else ())


def _in_order(store: Store, names: tuple[str, ...]) -> pd.DataFrame:
    place = {name: index for index, name in enumerate(names)}
    return figures_named(store, names).sort_values("observation_id", key=lambda ids: ids.map(place), kind="stable").reset_index(drop=True)


def _sentences(step: WrittenStep, rows: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    behind = list(dict.fromkeys(rows["quote_id"]))
    first = rows.loc[rows["observation_id"] == step.quote, "quote_id"].tolist()
    place = {name: index for index, name in enumerate(dict.fromkeys([*first, *behind]))}
    found = sentences[sentences["quote_id"].isin(behind)]
    return found.sort_values("quote_id", key=lambda ids: ids.map(place), kind="stable").reset_index(drop=True)


def _faults(place: int, step: WrittenStep, reading: Reading, shown: pd.DataFrame, known: Known) -> Iterator[StoryFault]:
    if step.finding and step.finding not in QUESTIONS:
        yield StoryFault(place, "finding", StoryProblem.UNKNOWN_FINDING, step.finding)
    for notice in reading.notices:
        yield StoryFault(place, "view", StoryProblem.VIEW_NOT_HONOURED, f"{notice.parameter}={notice.given}")
    if shown.empty:
        yield StoryFault(place, "view", StoryProblem.EMPTY_VIEW)
    in_view = frozenset(shown["observation_id"])
    for name in dict.fromkeys(
        (*step.figures, *([step.quote] if step.quote else []), *placeholders(step.says.en), *placeholders(step.says.zh))
    ):
        if name not in known.claims:
            yield StoryFault(place, "figures", StoryProblem.UNKNOWN_FIGURE, name)
        elif name in step.figures and name not in in_view:
            yield StoryFault(place, "figures", StoryProblem.FIGURE_OUTSIDE, name)


def _given(name: str) -> tuple[str, ...]:
    return (name,) if name else ()
