"""The report of numbers: `python -m lib.curation.numbers` says what became of every number of every document."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from lib.curation.book import Book, load_book
from lib.curation.claims import Account, Fate, accounts
from lib.curation.layout import DATA, Layout
from lib.curation.reporting import report


def table(book: Book) -> Iterator[str]:
    """Give one line for each document, a total, then every open number."""
    found = {source.id: list(accounts(book, source)) for source in book.of("source")}
    width = max((len(source_id) for source_id in found), default=0)
    yield "  ".join(["document".ljust(width), "numbers".rjust(9), *(fate.rjust(9) for fate in Fate)])
    for source_id, of_source in found.items():
        yield _line(source_id, of_source, width)
    everything = [account for of_source in found.values() for account in of_source]
    yield _line("all", everything, width)
    yield from (_open(account) for account in everything if account.fate is Fate.OPEN)


def _line(name: str, found: Sequence[Account], width: int) -> str:
    counts = Counter(account.fate for account in found)
    return "  ".join([name.ljust(width), str(len(found)).rjust(9), *(str(counts[fate]).rjust(9) for fate in Fate)])


def _open(account: Account) -> str:
    where = f"quote {account.quote.id}" if account.quote else f"sentence {account.sentence}"
    return f"open: {account.source_id}, {where}, characters {account.number.start} to {account.number.end}: {account.number.printed}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report; the exit status is 1 when a number is open or nothing could be read."""
    parser = argparse.ArgumentParser(prog="python -m lib.curation.numbers", description="Account for every number of the documents.")
    parser.add_argument("--data", type=Path, default=DATA, help="data folder")
    book, problems = load_book(Layout(parser.parse_args(arguments).data))
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    lines = list(table(book))
    print("\n".join(lines))
    return 1 if any(line.startswith("open: ") for line in lines) or not book.of("source") else 0


if __name__ == "__main__":
    sys.exit(main())
