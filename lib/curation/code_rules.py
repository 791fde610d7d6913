"""Rules about codes: every one is known, and every value keeps the constraints of its column."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from lib.curation.book import Book
from lib.curation.entries import Entry
from lib.curation.forms import FORMS, Form
from lib.curation.rule import Finding, Rule
from lib.domain.constraints import ManyOf, OneOf, Required
from lib.domain.vocabulary import DismissalReason

_KINDS = {
    "regions": "region",
    "indicators": "indicator",
    "units": "unit",
    "programmes": "programme",
    "quotes": "quote",
    "sources": "source",
}
_FILES = {"region": "regions.csv", "indicator": "indicators.toml", "unit": "units.toml", "programme": "programmes.toml"}
_UNTIL = ("line", "end")


@dataclass(frozen=True)
class ReferenceIsKnown:
    """Every id of another thing exists."""

    sentence: str = "Every region, indicator, unit, programme and quote that is named exists."
    remedy: str = "Correct the id, or add what it names."

    def check(self, book: Book) -> Iterator[Finding]:
        """Look up every key that refers to another table; one that was not read whole may hold it."""
        known = {table: set(book.ids(kind)) for table, kind in _KINDS.items()}
        for form in FORMS.values():
            for key, table in form.references():
                if not book.has_all(_KINDS.get(table, table)):
                    continue
                yield from self._of(book.of(form.kind), key, table, known.get(table, set()))

    def _of(self, entries: list[Entry], key: str, table: str, known: set[str]) -> Iterator[Finding]:
        for entry in entries:
            for code in entry.many(key) or tuple(filter(None, [entry.text(key)])):
                if code not in known:
                    kind = _KINDS[table]
                    message = f"the {kind} `{code}` is unknown."
                    yield Finding(entry, message, _nearest(code, known, f"data/curated/{_FILES[kind]}" if kind in _FILES else ""))


def _nearest(code: str, known: set[str], file: str) -> str:
    near = get_close_matches(code, sorted(known), 1, 0.6)
    add = f"add it to {file}" if file else "add it"
    return f"Write `{near[0]}`, or {add}." if near else f"Correct it, or {add}."


@dataclass(frozen=True)
class ValueKeepsColumn:
    """Every value keeps the constraints declared for its column."""

    sentence: str = "Every value keeps the constraints of its column, as the tables below list them."
    remedy: str = "Correct the value."

    def check(self, book: Book) -> Iterator[Finding]:
        """Hold each given key against its column; keys that are missing are the form's business."""
        for form in FORMS.values():
            for entry in book.of(form.kind):
                yield from _broken(entry, form)
        for entry in book.of("excluded"):
            if entry.text("reason") not in set(DismissalReason):
                yield Finding(entry, f"`reason` is `{entry.text('reason')}`: {OneOf(DismissalReason).sentence}")
            if entry.text("until") not in _UNTIL:
                yield Finding(entry, f"`until` is `{entry.text('until')}`: One of `line`, `end`.")


def _broken(entry: Entry, form: Form) -> Iterator[Finding]:
    for key in form.keys:
        if form.table is None or key not in entry.fields or form.column(key) not in form.table.columns:
            continue
        value = entry.fields[key]
        joined = ";".join(value) if isinstance(value, list) else value
        for rule in form.table.field(form.column(key)).constraints:
            if not isinstance(rule, Required) and not rule.holds(joined):
                yield Finding(entry, f"`{key}` is `{joined}`: {rule.sentence}", _code_remedy(joined, rule))


def _code_remedy(value: object, rule: object) -> str:
    if not isinstance(rule, OneOf | ManyOf):
        return ""
    wrong = [code for code in str(value).split(";") if code not in set(rule.codes)]
    near = get_close_matches(wrong[0], [str(code) for code in rule.codes], 1, 0.6) if wrong else []
    return f"Write `{near[0]}`." if near else ""


@dataclass(frozen=True)
class ListHasNoSeparator:
    """List items are joined by semicolons in the tables, so none may hold one."""

    sentence: str = "No item of a list holds a semicolon, because lists are joined by semicolons in the tables."
    remedy: str = "Split the item, or write a comma."

    def check(self, book: Book) -> Iterator[Finding]:
        """Look into every list."""
        for form in FORMS.values():
            for entry in book.of(form.kind):
                for key in form.lists:
                    yield from (Finding(entry, f"`{key}` holds `{item}`.") for item in entry.many(key) if ";" in item)


@dataclass(frozen=True)
class NoteIsInBothLanguages:
    """A note reads in English and Chinese."""

    sentence: str = "A note is given in English and in Chinese, or not at all; so are labels and definitions."
    remedy: str = "Add the missing language."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare the pair wherever there may be one."""
        for entry in book.of("source", "quote", "observation", "citation", "figure"):
            if bool(entry.text("note")) != bool(entry.text("note_zh")):
                missing = "note_zh" if entry.text("note") else "note"
                yield Finding(entry, f"`{missing}` is missing beside its other language.", f"Add `{missing}`.")


RULES: tuple[Rule, ...] = (ReferenceIsKnown(), ValueKeepsColumn(), ListHasNoSeparator(), NoteIsInBothLanguages())
