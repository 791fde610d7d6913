"""What the Targets page shows: the promises in view with their assessments, and the rows of every figure in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from lib.domain.comparability import Gravity, judge
from lib.domain.comparand import Comparand
from lib.domain.promise_drift import Drift
from lib.domain.promise_states import Assessment, PromiseState
from lib.domain.promises import Promise, Report
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Layer
from lib.queries.conflicts import BOTH_LAYERS
from lib.queries.observations import figures_named
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.tracker import drifts, evidence_date, tracker
from lib.text.catalogue import Language, say
from lib.text.comparability import reasons, verdict_words
from lib.text.numbers import UnitWords
from lib.ui import context, state
from lib.ui.cache import answer
from lib.ui.rows import each


@dataclass(frozen=True)
class Tracked:
    """The promises in view, the targets among them that are stated more than once, and by which evidence they are judged.

    `figures` are the figures of all of them, as `lib.queries.observations.observations`; `as_of` is the date of the latest document.
    """

    assessments: tuple[Assessment, ...]
    drifts: tuple[Drift, ...]
    figures: pd.DataFrame
    rows: Mapping[str, Any]
    decimals: Mapping[str, int]
    layers: tuple[str, ...]
    as_of: str
    regions: RegionTree

    @property
    def ids(self) -> frozenset[str]:
        """Every figure on the page."""
        return frozenset(self.rows)

    @property
    def by_state(self) -> dict[PromiseState, list[Assessment]]:
        """The assessments of each state that occurs, in the order in which states are shown."""
        groups = {code: [one for one in self.assessments if one.state is code] for code in PromiseState}
        return {code: found for code, found in groups.items() if found}

    @property
    def drawn(self) -> list[Assessment]:
        """Those of which something was reported, before or since, in the order of their states."""
        return [one for found in self.by_state.values() for one in found if one.baseline or one.latest]

    def doubt(self, assessment: Assessment, language: Language) -> str:
        """Say why the figure that tells of a promise may not be reckoned against it; nothing where it may."""
        beside = assessment.judged or assessment.baseline
        if beside is None or beside.is_like:
            return ""
        promised, reached = (self.rows[_id(one)]._asdict() for one in (assessment.promise, beside))
        verdict = judge(Comparand.of(promised, self.regions), Comparand.of(reached, self.regions))
        grave = verdict.of_gravity(Gravity.CAVEAT)
        told = [words for aspect, words in reasons(verdict, promised, reached, language) if aspect in grave]
        return say(language, "targets.guarded", verdict=verdict_words(verdict, language), reasons=" ".join(told))

    def frame(self, ids: Iterable[str]) -> pd.DataFrame:
        """Return the rows of these figures."""
        return self.figures.iloc[sorted(self._places[name] for name in set(ids) if name in self._places)]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self.figures.observation_id)}


def evidence_layers() -> tuple[str, ...]:
    """Return the layers that promises are judged by: the articles, and official figures unless the reader has taken them away."""
    return BOTH_LAYERS.layers if context.is_shown() else (Layer.ARTICLE.value,)


def tracked(store: Store) -> Tracked:
    """Gather what the page shows in the reader's view."""
    return answer(store, tracked_in, state.view(), evidence_layers())


def tracked_in(store: Store, view: Selection, layers: tuple[str, ...]) -> Tracked:
    """Gather the same of a view, judged by the evidence of these layers; for `answer`."""
    assessments, stated = answer(store, tracker, view, layers), answer(store, drifts, view)
    ids = {name for one in assessments for name in figures_of(one)}
    ids |= {told.figure.observation_id for one in stated for told in one.statements}
    figures = answer(store, figures_named, tuple(sorted(ids))).astype(object)
    rows = {row.observation_id: row for row in each(figures)}
    decimals = {name: UnitWords.of(row._asdict()).decimals for name, row in rows.items()}
    return Tracked(assessments, stated, figures, rows, decimals, layers, answer(store, evidence_date, layers), store.regions)


def figures_of(assessment: Assessment) -> list[str]:
    """Name the figures of a promise: its own, the one before, the ones since."""
    told = (assessment.baseline, assessment.latest, assessment.judged)
    return [_id(assessment.promise), *dict.fromkeys(_id(report) for report in told if report)]


def _id(told: Promise | Report) -> str:
    return told.figure.observation_id
