"""From checked entries to the rows of the tables."""

from collections.abc import Callable, Iterator

from lib.curation.book import Book
from lib.curation.claims import Fate, accounts
from lib.curation.entries import Entry
from lib.curation.forms import FORMS
from lib.curation.period_rules import period_of
from lib.curation.places import place_of
from lib.curation.residue import Residue
from lib.curation.search_texts import with_search_texts
from lib.curation.synonyms import synonyms_of
from lib.domain.fingerprints import sha256_of
from lib.domain.regions import RegionTree
from lib.domain.schema import Table
from lib.domain.tables import TABLES
from lib.domain.vocabulary import Layer
from lib.domain.voices import grade_of

Row = dict[str, object]


def all_rows(book: Book) -> dict[str, list[Row]]:
    """Return the rows of every table, each sorted by the table's order."""
    rows = {table.name: _sorted(table, _BUILDERS[table.name](book)) for table in TABLES}
    return with_search_texts(rows, synonyms_of(book.of("synonym")))


def _sorted(table: Table, rows: Iterator[Row]) -> list[Row]:
    filled = [{column: row.get(column) for column in table.columns} for row in rows]
    return sorted(filled, key=lambda row: tuple((row[column] is not None, row[column]) for column in table.order))


def _given(entry: Entry) -> Row:
    form = FORMS[entry.kind]
    return {form.column(key): _cell(entry.fields.get(key)) for key in form.keys}


def _cell(value: object) -> object:
    joined = ";".join(map(str, value)) if isinstance(value, list) else value
    return None if joined == "" else joined


def _period(entry: Entry) -> Row:
    period = period_of(entry)
    return {"year_start": period.start, "year_end": period.end} if period else {}


def _observations(book: Book) -> Iterator[Row]:
    yield from _reported(book)
    yield from _official(book)


def _reported(book: Book) -> Iterator[Row]:
    indicators = book.ids("indicator")
    for entry in book.of("observation"):
        start, end = place_of(entry)
        indicator = indicators[entry.text("indicator")]
        yield (
            _given(entry)
            | _period(entry)
            | {
                "quote_id": entry.parent.id if entry.parent else None,
                "source_id": entry.source_id,
                "topic": indicator.text("topic"),
                "kind": indicator.text("kind"),
                "value": float(entry.number("value") or 0),
                "printed_start": start,
                "printed_end": end,
                "layer": str(Layer.ARTICLE),
            }
        )


def _official(book: Book) -> Iterator[Row]:
    indicators = book.ids("indicator")
    for entry in book.of("figure"):
        indicator = indicators[entry.text("indicator")]
        yield (
            _given(entry)
            | _period(entry)
            | {key: indicator.text(key) for key in ("theme", "topic", "kind")}
            | {
                "citation_id": entry.parent.id if entry.parent else None,
                "value": float(entry.number("value") or 0),
                "layer": str(Layer.OFFICIAL),
            }
        )


def _citations(book: Book) -> Iterator[Row]:
    yield from (_given(entry) for entry in book.of("citation"))


def _quotes(book: Book) -> Iterator[Row]:
    for source in book.of("source"):
        for ordinal, quote in enumerate(book.under(source, "quote"), 1):
            derived = {"source_id": source.id, "ordinal": ordinal, "sha256": sha256_of(quote.text("text"))}
            derived["grade"] = str(grade_of(quote.text("voice"), source.text("kind")))
            yield _given(quote) | _period(quote) | derived


def _sources(book: Book) -> Iterator[Row]:
    for source in book.of("source"):
        yield _given(source) | {"text_sha256": book.fingerprints[source.id].text_sha256}


def _regions(book: Book) -> Iterator[Row]:
    entries = book.ids("region")
    tree = RegionTree.from_rows({"region_id": entry.id, "parent_id": entry.text("parent_id")} for entry in entries.values())
    for ordinal, region in enumerate(tree.ids, 1):
        entry = entries[region]
        yield dict[str, object]((key, value or None) for key, value in entry.fields.items()) | {
            "name_zh_verified": entry.text("name_zh_verified") == "yes",
            "ordinal": ordinal,
            "depth": len(tree.path(region)) - 1,
            "lon": float(entry.text("lon")) if entry.text("lon") else None,
            "lat": float(entry.text("lat")) if entry.text("lat") else None,
            "aliases": entry.text("alias_in_article") or None,
        }


def _indicators(book: Book) -> Iterator[Row]:
    yield from (_given(entry) | {"ordinal": ordinal} for ordinal, entry in enumerate(book.of("indicator"), 1))


def _units(book: Book) -> Iterator[Row]:
    yield from (_given(entry) for entry in book.of("unit"))


def _programmes(book: Book) -> Iterator[Row]:
    yield from (_given(entry) for entry in book.of("programme"))


def _quote_programmes(book: Book) -> Iterator[Row]:
    for quote in book.of("quote"):
        for programme in quote.many("programmes"):
            yield {"quote_id": quote.id, "programme_id": programme}


def _events(book: Book) -> Iterator[Row]:
    for entry in book.of("event"):
        yield _given(entry) | {"source_id": entry.source_id, "year": int(entry.text("date")[:4])}


def _dismissals(book: Book) -> Iterator[Row]:
    for source in book.of("source"):
        found = list(accounts(book, source))
        residue, prints = book.residues.get(source.id, Residue()), book.fingerprints[source.id]
        counts: dict[int, int] = {}
        for account in found:
            if account.fate in (Fate.DISMISSED, Fate.EXCLUDED):
                counts[id(account.by)] = counts.get(id(account.by), 0) + 1
        for entry in (*book.under(source, "excluded"), *book.under(source, "dismissed")):
            printed = entry.text("starts") or entry.text("printed")
            yield _dismissal(source, entry, residue.sentences_of(entry)[0], printed, counts.get(id(entry), 0))
        for quote in book.under(source, "quote"):
            for entry in book.under(quote, "quote.dismissed"):
                ordinal = prints.ordinal_of(quote.text("text")) or 0
                row = _dismissal(source, entry, ordinal, entry.text("printed"), counts.get(id(entry), 0))
                yield row | {"quote_id": quote.id}


def _dismissal(source: Entry, entry: Entry, ordinal: int, printed: str, count: int) -> Row:
    told = {name: entry.text(name) or None for name in ("reason", "note", "note_zh")}
    return {"source_id": source.id, "sentence": ordinal, "printed": printed, "count": count} | told


_BUILDERS: dict[str, Callable[[Book], Iterator[Row]]] = {
    "observations": _observations,
    "quotes": _quotes,
    "sources": _sources,
    "citations": _citations,
    "regions": _regions,
    "indicators": _indicators,
    "units": _units,
    "programmes": _programmes,
    "quote_programmes": _quote_programmes,
    "events": _events,
    "dismissals": _dismissals,
}
