"""The ledger of ids: what each id ever published stands for, so that none is reused."""

import csv
import io
from collections.abc import Iterable

from lib.curation.book import LEDGER_COLUMNS, Book
from lib.curation.entries import Entry
from lib.domain.fingerprints import sha256_of

LEDGER_KINDS = ("source", "quote", "observation", "event", "indicator", "unit", "programme", "region", "citation", "figure")


def identity(entry: Entry) -> str:
    """Say in a few words what an id stands for; a different thing has different words."""
    match entry.kind:
        case "source":
            return f"{entry.text('prefix')} {entry.text('url')}"
        case "quote":
            return f"{entry.source_id} {sha256_of(entry.text('text'))[:16]}"
        case "citation":
            return sha256_of(entry.text("url"))[:16]
        case "figure":
            return f"{entry.text('indicator')} {entry.text('printed')}"
        case "observation":
            return f"{entry.text('printed')} {entry.number('occurrence') or 1:g}"
        case "event":
            return f"{entry.text('kind')} {entry.text('date')}"
        case "region":
            return entry.text("name_en")
        case "indicator":
            return " ".join(entry.text(key) for key in ("unit", "kind", "scope", "basis", "stock_flow"))
        case _:
            return entry.text("label_en") or entry.id


def updated(book: Book) -> list[dict[str, str]]:
    """Return the ledger's rows with new ids added and vanished ones retired; what is there is never changed otherwise."""
    present = {(entry.kind, entry.id): entry for entry in book.of(*LEDGER_KINDS)}
    rows = [{column: entry.text(column) for column in LEDGER_COLUMNS} for entry in book.ledger]
    known = {(row["kind"], row["id"]) for row in rows}
    for row in rows:
        row["retired"] = row["retired"] or ("" if (row["kind"], row["id"]) in present else "yes")
    new = [{"id": key[1], "kind": key[0], "identity": identity(entry), "retired": ""} for key, entry in present.items() if key not in known]
    return sorted(rows + new, key=lambda row: (row["kind"], row["id"]))


def ledger_csv(rows: Iterable[dict[str, str]]) -> str:
    """Write the ledger."""
    out = io.StringIO()
    writer = csv.DictWriter(out, LEDGER_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
