"""Register ids: `python -m lib.curation.register [--retire | --new]` adds new ids to the ledger and retires those that are meant to go."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lib.curation.book import LEDGER, Book, load_book
from lib.curation.id_rules import REGISTER, RETIRE
from lib.curation.layout import DATA, Layout
from lib.curation.ledger import ledger_csv, updated
from lib.curation.reporting import report
from lib.curation.writing import are_written
from lib.domain.errors import Problem


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the ledger; returns the exit status."""
    parser = argparse.ArgumentParser(prog=REGISTER, description="Add new ids to the ledger, retire those that are meant to go.")
    parser.add_argument("--retire", action="store_true", help="retire the ids that have disappeared")
    parser.add_argument("--new", action="store_true", help="start the ledger of a new dataset, where there is none")
    parser.add_argument("--data", type=Path, default=DATA, help="data folder")
    options = parser.parse_args(arguments)
    layout = Layout(options.data)
    starts = options.new and not layout.ledger.exists()
    book, problems = load_book(layout)
    problems = [problem for problem in problems if not (starts and problem.file == LEDGER)]
    if not problems and not options.retire:
        problems = [*_vanished(book)]
    if problems:
        print(f"{report(problems)}\nThe ledger was left as it is.", file=sys.stderr)
        return 1
    return _write(layout, book)


def _vanished(book: Book) -> list[Problem]:
    known = {(row.text("kind"), row.id): row for row in book.ledger if not row.text("retired")}
    gone = [known[row["kind"], row["id"]] for row in updated(book) if row["retired"] and (row["kind"], row["id"]) in known]
    message = "the {} `{}` has disappeared and would be retired."
    return [row.problem("IdIsInLedger", message.format(row.text("kind"), row.id), RETIRE) for row in gone]


def _write(layout: Layout, book: Book) -> int:
    rows = updated(book)
    if not are_written(layout, {layout.ledger: ledger_csv(rows).encode()}, REGISTER):
        return 1
    retired = sum(bool(row["retired"]) for row in rows)
    print(f"The ledger holds {len(rows)} ids, {len(rows) - len(book.ledger)} of them new, {retired} retired.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
