"""Register ids: `python -m lib.curation.register` adds new ids to the ledger and retires those that have gone."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lib.curation.book import load_book
from lib.curation.layout import DATA, Layout
from lib.curation.ledger import ledger_csv, updated


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the ledger; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m lib.curation.register", description="Add new ids to the ledger, retire vanished ones.")
    parser.add_argument("--data", type=Path, default=DATA, help="data folder")
    layout = Layout(parser.parse_args(arguments).data)
    book, _ = load_book(layout)
    rows = updated(book)
    layout.ledger.write_bytes(ledger_csv(rows).encode())
    retired = sum(bool(row["retired"]) for row in rows)
    print(f"The ledger holds {len(rows)} ids, {len(rows) - len(book.ledger)} of them new, {retired} retired.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
