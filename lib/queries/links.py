"""From a link to a selection: whatever the link says, a selection comes out, and what could not be honoured is said."""

import re
from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass, field

from lib.domain.vocabulary import Layer, Status, Theme, Voice
from lib.queries.notices import MOST_NOTICES, LinkProblem, Notice
from lib.queries.region_names import RegionNames
from lib.queries.selection import ALONE, EXTRAS, PAIR, SEARCH_LENGTH, UNLIKE, Language, Selection, clean_text
from lib.queries.store import Store

MOST_VALUES = 60
LONGEST_VALUE = 200

PARAMETERS = (
    "region",
    "inside",
    "theme",
    "year",
    "status",
    "layer",
    "voice",
    "programme",
    "q",
    "claim",
    "pair",
    "source",
    "show",
    "v",
    "lang",
)
_FOREIGN = re.compile(r"embed|embed_options|utm_\w{1,40}|fbclid|gclid")
_YEARS = re.compile(r"([0-9]{1,9})(?:[-–/]([0-9]{1,9}))?")

_YEARS_OF_DATASET = """
    select min(y.year_start) as first_year, max(y.year_end) as last_year
    from (select year_start, year_end from figure_cells union all select year_start, year_end from quotes) y
"""
_FIGURE = "select o.observation_id as id from observations o where o.observation_id = ? order by id"
_CLAIM = """
    select o.observation_id as id from observations o where o.observation_id = ?
    union all select e.event_id as id from events e where e.event_id = ? order by id
"""

Params = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Ids:
    """The ids of a dataset, asked for one by one since there may be millions; those that were found are remembered, so many at most."""

    _store: Store
    _sql: str
    _most: int = 10_000
    _found: set[str] = field(default_factory=set, compare=False, repr=False)

    def __contains__(self, given: object) -> bool:
        """Tell whether something has this id."""
        asked = str(given)
        if asked in self._found:
            return True
        is_found = len(self._store.run(self._sql, (asked,) * self._sql.count("?"))) > 0
        if is_found and len(self._found) < self._most:
            self._found.add(asked)
        return is_found


@dataclass(frozen=True)
class Known:
    """What a link may ask for: the codes, names, ids and years of one dataset."""

    names: RegionNames
    programmes: frozenset[str]
    claims: Container[str]
    sources: frozenset[str]
    years: tuple[int, int]
    themes: frozenset[str] = frozenset(Theme)
    statuses: frozenset[str] = frozenset(Status)
    layers: frozenset[str] = frozenset(Layer)
    voices: frozenset[str] = frozenset(Voice)
    versions: frozenset[str] = frozenset()
    figures: Container[str] = frozenset()

    @classmethod
    def of(cls, store: Store) -> "Known":
        """Return what may be asked of the store's dataset."""
        first, last = store.run(_YEARS_OF_DATASET).iloc[0]
        return cls(
            names=store.names,
            programmes=frozenset(store.run("select programme_id from programmes order by programme_id")["programme_id"]),
            claims=Ids(store, _CLAIM),
            sources=frozenset(store.run("select source_id from sources order by source_id")["source_id"]),
            years=(int(first), int(last)),
            versions=frozenset({store.version}),
            figures=Ids(store, _FIGURE),
        )


@dataclass(frozen=True)
class Reading:
    """A selection read from a link, with what to tell about the link; `further` counts the notices that are left out."""

    selection: Selection
    notices: tuple[Notice, ...] = ()
    further: int = 0


def read_params(params: Params, known: Known, others: Collection[str] = ()) -> Reading:
    """Read the parameters of a link; never raises.

    Needs each parameter with its values in their order; `others` are parameters that belong to the page itself.
    """
    reader = _Reader({name: [values] if isinstance(values, str) else values for name, values in params.items()}, known)
    reader.note_unknown_parameters(others)
    selection = Selection(
        regions=reader.regions(),
        inside=reader.inside(),
        themes=reader.codes("theme", known.themes),
        years=reader.years(),
        statuses=reader.codes("status", known.statuses),
        layers=reader.codes("layer", known.layers),
        voices=reader.codes("voice", known.voices),
        programmes=reader.codes("programme", known.programmes),
        search=reader.search(),
        claim=reader.one_of("claim", known.claims),
        source=reader.one_of("source", known.sources),
        pair=reader.pair(),
        show=reader.codes("show", (*EXTRAS, UNLIKE, ALONE)),
        version=reader.one_of("v", known.versions),
        language=reader.language(),
    )
    return Reading(selection, tuple(reader.notices[:MOST_NOTICES]), max(0, len(reader.notices) - MOST_NOTICES))


@dataclass
class _Reader:
    params: Params
    known: Known
    notices: list[Notice] = field(default_factory=list)

    def note(self, parameter: str, given: str, problem: LinkProblem) -> None:
        self.notices.append(Notice.about(parameter, given, problem))

    def note_unknown_parameters(self, others: Collection[str]) -> None:
        for name in self.params:
            if name not in PARAMETERS and name not in others and not _FOREIGN.fullmatch(name):
                self.note(name, "", LinkProblem.UNKNOWN_PARAMETER)

    def values(self, name: str, longest: int = LONGEST_VALUE) -> list[str]:
        given = list(dict.fromkeys(value for value in self.params.get(name, ()) if value.strip(" ")))
        if len(given) > MOST_VALUES:
            self.note(name, str(len(given)), LinkProblem.TOO_MANY)
        kept = given[:MOST_VALUES]
        for value in kept:
            if len(value) > longest:
                self.note(name, value, LinkProblem.TOO_LONG)
        return [value for value in kept if len(value) <= longest]

    def single(self, name: str) -> str:
        first, *rest = self.values(name) or [""]
        if rest:
            self.note(name, rest[0], LinkProblem.REPEATED)
        return first

    def codes(self, name: str, known: Container[str]) -> tuple[str, ...]:
        values = self.values(name)
        for value in values:
            if value not in known:
                self.note(name, value, LinkProblem.UNKNOWN_VALUE)
        return tuple(value for value in values if value in known)

    def one_of(self, name: str, known: Container[str]) -> str:
        value = self.single(name)
        if not value or value in known:
            return value
        self.note(name, value, LinkProblem.UNKNOWN_VALUE)
        return ""

    def pair(self) -> tuple[str, ...]:
        figures = self.codes("pair", self.known.figures)
        if len(figures) > PAIR:
            self.note("pair", str(len(figures)), LinkProblem.TOO_MANY)
        return figures[:PAIR]

    def regions(self) -> tuple[str, ...]:
        found = []
        for value in self.values("region"):
            matches = self.known.names.region_of(value)
            if len(matches) == 1:
                found.append(matches[0])
            else:
                self.note("region", value, LinkProblem.AMBIGUOUS if matches else LinkProblem.UNKNOWN_VALUE)
        return tuple(found)

    def inside(self) -> bool:
        return self.one_of("inside", ("yes", "no")) != "no"

    def language(self) -> Language:
        return "zh" if self.one_of("lang", ("en", "zh")) == "zh" else "en"

    def search(self) -> str:
        given = self.params.get("q", ())
        if len(given) > 1:
            self.note("q", given[1], LinkProblem.REPEATED)
        # Only the start can matter; the rest of an endless value is not worth reading.
        text = given[0][: SEARCH_LENGTH * 10] if given else ""
        if len(clean_text(text)) > SEARCH_LENGTH:
            self.note("q", text, LinkProblem.TOO_LONG)
        return text

    def years(self) -> tuple[int, int] | None:
        given = self.single("year")
        match = _YEARS.fullmatch(given.strip(" "))
        if not match:
            if given:
                self.note("year", given, LinkProblem.MALFORMED)
            return None
        start, end = int(match[1]), int(match[2] or match[1])
        if start > end:
            self.note("year", given, LinkProblem.REVERSED)
        return self._years_within(given, min(start, end), max(start, end))

    def _years_within(self, given: str, start: int, end: int) -> tuple[int, int] | None:
        first, last = self.known.years
        if first <= start and end <= last:
            return start, end
        self.note("year", given, LinkProblem.OUT_OF_RANGE)
        return None if start > last or end < first else (max(start, first), min(end, last))
