"""The closed form of every curated section: which keys it has, of what type, and which column of which table each fills."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from lib.curation.entries import Entry
from lib.domain import tables
from lib.domain.constraints import References
from lib.domain.schema import Table

_WANTED = {
    str: ("a text", 'Write it in quotation marks: {0} = "…"'),
    int: ("a whole number", "Write digits without quotation marks: {0} = 12"),
    float: ("a number", "Write it without quotation marks: {0} = 7.4"),
    list: ("a list of texts", 'Write it in brackets: {0} = ["…"]'),
}
_TYPES = ((bool, "true or false"), (int, "a whole number"), (float, "a number"), (str, "a text"), (list, "a list"), (dict, "a table"))
# What is written under what, and the name of its form.
CHILDREN: dict[str, dict[str, str]] = {
    "quote": {"observation": "observation", "dismissed": "quote.dismissed"},
    "citation": {"figure": "figure"},
}
_HEADERS = {"source": "[source]", "dataset": "[dataset]", "observation": "[[quote.observation]]", "figure": "[[citation.figure]]"}
# Far above any count or sum of money, and small enough for every column.
_LARGEST = {int: 10**9, float: 1e18}


@dataclass(frozen=True)
class Form:
    """One section: its keys, in groups by type, those that must be there, and the columns whose name differs."""

    kind: str
    table: Table | None
    texts: tuple[str, ...]
    required: tuple[str, ...]
    lists: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    columns: dict[str, str] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys that the section may have."""
        return self.texts + self.lists + self.wholes + self.numbers

    @property
    def header(self) -> str:
        """Give the section as it is written in its file."""
        return _HEADERS.get(self.kind, f"[[{self.kind}]]")

    def column(self, key: str) -> str:
        """Name the column that the key fills; it has the key's name unless said otherwise."""
        return self.columns.get(key, key)

    def faults(self, entry: Entry) -> Iterator[tuple[str, str, str]]:
        """Give rule, message and remedy for every key that is unknown, missing or of the wrong type."""
        yield from (_unknown(key, self) for key in entry.fields if key not in self.keys)
        for key in self.required:
            if entry.fields.get(key) in (None, ""):
                yield "KeyIsPresent", f"the key `{key}` is missing or empty in this {self.header}.", f"Add `{key}`."
        groups = ((self.texts, str), (self.lists, list), (self.wholes, int), (self.numbers, float))
        for keys, wanted in groups:
            yield from (fault for key in keys if key in entry.fields for fault in _mistyped(key, entry.fields[key], wanted))

    def references(self) -> Iterator[tuple[str, str]]:
        """Give the keys that name a thing of another table, with that table."""
        for key in self.keys if self.table else ():
            constraints = self.table.field(self.column(key)).constraints if self.table and self.column(key) in self.table.columns else ()
            yield from ((key, rule.table) for rule in constraints if isinstance(rule, References))


def _unknown(key: str, form: Form) -> tuple[str, str, str]:
    child = FORMS.get(CHILDREN.get(form.kind, {}).get(key, ""))
    if child is not None:
        return "SectionHasItsForm", f"`{key}` is not written as {child.header}.", f"Write {child.header} before each, with its keys below."
    near = get_close_matches(key, form.keys, 1, 0.5)
    remedy = f"Write `{near[0]}`." if near else f"Use one of: {', '.join(sorted(form.keys))}."
    return "KeyIsKnown", f"the key `{key}` is unknown in a {form.header}.", remedy


def _mistyped(key: str, value: object, wanted: type) -> Iterator[tuple[str, str, str]]:
    if not _is(value, wanted):
        name, remedy = _WANTED[wanted]
        yield "KeyHasItsType", f"`{key}` is {_type_name(value)}, not {name}.", remedy.format(key)
    elif isinstance(value, int | float) and not abs(value) <= _LARGEST[wanted]:
        yield "KeyHasItsType", f"`{key}` is not a number up to {_LARGEST[wanted]:,.0f}.", f"Correct `{key}`."


def _type_name(value: object) -> str:
    if isinstance(value, list) and not all(isinstance(item, str) for item in value):
        return "a list of other things"
    return next((name for known, name in _TYPES if isinstance(value, known)), "a date or time")


def _is(value: object, wanted: type) -> bool:
    if wanted is list:
        return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)
    if isinstance(value, bool):
        return False
    return isinstance(value, int | float) if wanted is float else isinstance(value, wanted)


_LABELS = ("label_en", "label_zh")
_DEFINITIONS = ("definition_en", "definition_zh")
_NOTES = ("note", "note_zh")

_SOURCE_TEXTS = (
    *("id", "prefix", "title", "title_zh", "publisher", "publisher_zh", "published", "retrieved", "url", "language", "kind"),
    *_NOTES,
)
_OBSERVATION_TEXTS = (
    *("id", "indicator", "region", "period", "period_basis", "printed", "bound_printed", "unit", "qualifier", "status", "theme"),
    *("usd_printed", "overlap_reason", *_NOTES),
)
_OBSERVATION_REQUIRED = ("id", "indicator", "region", "period", "period_basis", "printed", "value", "unit", "qualifier", "status", "theme")
_CITATION_TEXTS = ("id", "title", "publisher", "publisher_zh", "quoted", "quoted_zh", "published", "url", "language", "tier", *_NOTES)
_FIGURE_TEXTS = (
    *("id", "indicator", "region", "period", "period_basis", "printed", "bound_printed", "unit", "qualifier", "status"),
    *("vintage", "series_break", "derivation", *_NOTES),
)
_INDICATOR_TEXTS = ("id", *_LABELS, *_DEFINITIONS, "theme", "topic", "unit", "kind", "scope", "basis", "stock_flow", "direction")
_DATASET_TEXTS = (
    "version",
    "released",
    "title_en",
    "title_zh",
    "description_en",
    "description_zh",
    "licence",
    "licence_url",
    "quotes_licence",
)

FORMS = {
    form.kind: form
    for form in (
        Form("dataset", None, _DATASET_TEXTS, _DATASET_TEXTS),
        Form(
            "source",
            tables.SOURCES,
            _SOURCE_TEXTS,
            ("id", "prefix", "title", "title_zh", "publisher", "publisher_zh", "published", "url", "language", "kind"),
            lists=("authors", "warnings"),
            wholes=("reporting_year", "results_year"),
            columns={"id": "source_id"},
        ),
        Form("excluded", None, ("starts", "until", "reason", *_NOTES), ("starts", "until", "reason")),
        Form(
            "event",
            tables.EVENTS,
            ("id", "date", "precision", "kind", *_LABELS, "region", "quote"),
            ("id", "date", "precision", "kind", *_LABELS, "region", "quote"),
            columns={"id": "event_id", "region": "region_id", "quote": "quote_id"},
        ),
        Form(
            "quote",
            tables.QUOTES,
            ("id", "text", "locator", "period", "voice", "speaker", "speaker_zh", *_NOTES),
            ("id", "text", "locator", "period", "region", "themes", "voice"),
            lists=("region", "themes", "programmes"),
            columns={"id": "quote_id", "region": "regions"},
        ),
        Form(
            "observation",
            tables.OBSERVATIONS,
            _OBSERVATION_TEXTS,
            _OBSERVATION_REQUIRED,
            lists=("caveats",),
            wholes=("occurrence",),
            numbers=("value",),
            columns={"id": "observation_id", "indicator": "indicator_id", "region": "region_id"},
        ),
        Form(
            "citation",
            tables.CITATIONS,
            _CITATION_TEXTS,
            ("id", "title", "publisher", "publisher_zh", "url", "language", "tier"),
            columns={"id": "citation_id"},
        ),
        Form(
            "figure",
            tables.OBSERVATIONS,
            _FIGURE_TEXTS,
            ("id", "indicator", "region", "period", "period_basis", "printed", "value", "unit", "qualifier", "status", "vintage"),
            lists=("caveats",),
            numbers=("value",),
            columns={"id": "observation_id", "indicator": "indicator_id", "region": "region_id"},
        ),
        Form("quote.dismissed", tables.DISMISSALS, ("printed", "reason", *_NOTES), ("printed", "reason")),
        # Its `sentence` is the beginning of one; the column of that name holds its number.
        Form(
            "dismissed",
            tables.DISMISSALS,
            ("sentence", "printed", "reason", *_NOTES),
            ("sentence", "printed", "reason"),
            columns={"sentence": ""},
        ),
        Form("indicator", tables.INDICATORS, _INDICATOR_TEXTS, _INDICATOR_TEXTS, columns={"id": "indicator_id"}),
        Form(
            "unit",
            tables.UNITS,
            ("code", *_LABELS, "singular_en", "definition"),
            ("code", "definition"),
            columns={"code": "unit"},
        ),
        Form(
            "programme",
            tables.PROGRAMMES,
            ("id", *_LABELS, *_DEFINITIONS),
            ("id", *_LABELS, *_DEFINITIONS),
            lists=("aliases",),
            columns={"id": "programme_id"},
        ),
        Form("synonym", None, (), ("terms",), lists=("terms",)),
    )
}
