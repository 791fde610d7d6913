"""Reads what a request of the HTTP interface asks for: the parameters of the links, and a window of rows. Nothing is guessed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from lib.queries.links import PARAMETERS, Known, Params, read_params
from lib.queries.notices import LinkProblem, Notice, shown
from lib.queries.selection import ALONE, EXTRAS, UNLIKE, Selection, clean_text
from lib.server.api_tables import Window
from lib.text.catalogue import Language, say

MOST_ROWS = 10_000
_WINDOW = ("limit", "offset")
_ALWAYS = ("v", "lang")
LARGEST_OFFSET = 2**40


@dataclass(frozen=True)
class Query:
    """What is asked for: a selection, and a window of its rows."""

    selection: Selection
    window: Window

    def to_params(self) -> dict[str, list[str]]:
        """Return the parameters that ask the same, in a fixed order."""
        window = {"limit": [str(self.window.limit)], "offset": [str(self.window.offset)]}
        version = {"v": [self.selection.version]} if self.selection.version else {}
        return {**self.selection.filters().to_params(), **version, **window}

    def of_version(self, version: str) -> "Query":
        """Return the same query, kept to a version."""
        return Query(self.selection.replace(version=version), self.window)

    def before(self, total: int) -> "Query | None":
        """Return the query for the rows before these, of so many; none where there are none."""
        end = min(self.window.offset, total)
        start = max(0, end - self.window.limit)
        return Query(self.selection, Window(end - start, start)) if end else None

    def after(self, total: int) -> "Query | None":
        """Return the query for the rows after these, of so many; none where there are none."""
        start = self.window.offset + self.window.limit
        return Query(self.selection, Window(self.window.limit, start)) if start < total else None


@dataclass(frozen=True)
class Refusal:
    """One reason why a request is not answered: the parameter, what it holds, what is wrong and how to mend it."""

    parameter: str
    given: str
    problem: str
    detail: str
    remedy: str


class QueryError(Exception):
    """A request asks for what cannot be given; carries every reason."""

    def __init__(self, refusals: Sequence[Refusal]):
        """Needs at least one reason."""
        self.refusals = tuple(refusals)
        super().__init__(" ".join(f"{refusal.detail} {refusal.remedy}" for refusal in refusals))


def read_query(params: Params, known: Known, *, is_filtered: bool) -> Query:
    """Read the parameters of a request.

    *Raises* QueryError for every value that a page would leave out or alter: a program must not take other rows for those it asked for.
    """
    reading = read_params(params, known, others=_WINDOW)
    language = reading.selection.language
    refusals = [_of_notice(notice, known, language) for notice in reading.notices]
    noted = {refusal.parameter for refusal in refusals}
    blanks = {name: given for name, given in _blanks(params).items() if name not in noted and (is_filtered or name in _ALWAYS)}
    refusals += [_empty(name, given, language) for name, given in blanks.items()]
    if not is_filtered:
        refusals += [_no_filter(name, language) for name in params if name not in (*_WINDOW, *_ALWAYS)]
    limit, wrong_limit = _number(params, "limit", (1, MOST_ROWS), MOST_ROWS, language)
    offset, wrong_offset = _number(params, "offset", (0, LARGEST_OFFSET), 0, language)
    refusals += [*wrong_limit, *wrong_offset]
    if refusals:
        raise QueryError(refusals)
    return Query(reading.selection, Window(limit, offset))


def refuse_parameters(params: Params, known: Known) -> None:
    """Refuse every parameter but the language, for an address that takes no other.

    *Raises* QueryError naming each.
    """
    reading = read_params(params, known)
    language = reading.selection.language
    notices = [notice for notice in reading.notices if notice.parameter == "lang" or notice.problem == LinkProblem.UNKNOWN_PARAMETER]
    notices += [Notice.about(name, "", LinkProblem.UNKNOWN_PARAMETER) for name in params if name in PARAMETERS and name != "lang"]
    if notices:
        raise QueryError([_of_notice(notice, known, language) for notice in notices])


def _number(params: Params, name: str, bounds: tuple[int, int], default: int, language: Language) -> tuple[int, list[Refusal]]:
    values = params.get(name, ())
    text = values[0] if len(values) == 1 else ",".join(values)
    if not values:
        return default, []
    if text.isascii() and text.isdigit() and len(text) <= 15 and bounds[0] <= int(text) <= bounds[1]:
        return int(text), []
    notice = Notice.about(name, text, LinkProblem.MALFORMED)
    remedy = say(language, "api_remedy.number", least=bounds[0], most=bounds[1])
    return default, [_refusal(notice, remedy, language)]


def _blanks(params: Params) -> dict[str, str]:
    return {name: value for name, values in params.items() if name in PARAMETERS for value in values if not clean_text(value)}


def _empty(name: str, given: str, language: Language) -> Refusal:
    # A page takes a blank for no filter; a program whose variable is empty would take all rows for those it meant.
    return Refusal(name, shown(given), "empty", say(language, "api.empty", parameter=name), say(language, "api_remedy.empty"))


def _no_filter(name: str, language: Language) -> Refusal:
    return _refusal(Notice.about(name, "", LinkProblem.UNKNOWN_PARAMETER), say(language, "api_remedy.no_filter"), language)


def _of_notice(notice: Notice, known: Known, language: Language) -> Refusal:
    return _refusal(notice, _remedy(notice, known, language), language)


def _refusal(notice: Notice, remedy: str, language: Language) -> Refusal:
    detail = say(language, f"api.{notice.problem}", parameter=notice.parameter, given=notice.given)
    return Refusal(notice.parameter, notice.given, notice.problem, detail, remedy)


def _remedy(notice: Notice, known: Known, language: Language) -> str:
    if notice.problem == LinkProblem.UNKNOWN_PARAMETER:
        return say(language, "api_remedy.parameter")
    if notice.parameter == "year":
        return say(language, "api_remedy.year", first=known.years[0], last=known.years[1])
    if notice.problem in (LinkProblem.TOO_MANY, LinkProblem.TOO_LONG, LinkProblem.REPEATED):
        return say(language, "api_remedy.fewer")
    if codes := allowed(known).get(notice.parameter):
        return say(language, "api_remedy.one_of", codes=", ".join(sorted(codes)))
    table = {"region": "regions", "source": "sources"}.get(notice.parameter, "observations")
    return say(language, "api_remedy.listed", table=f"{table}.json")


def allowed(known: Known) -> Mapping[str, Collection[str]]:
    """Return the values of each parameter that knows only a few."""
    return {
        "theme": known.themes,
        "status": known.statuses,
        "layer": known.layers,
        "voice": known.voices,
        "programme": known.programmes,
        "show": (*EXTRAS, UNLIKE, ALONE),
        "v": known.versions,
        "inside": ("yes", "no"),
        "lang": ("en", "zh"),
    }
