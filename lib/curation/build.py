"""Build the dataset: `python -m lib.curation.build [--check] [--texts FOLDER]`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lib.curation.book import Book, load_book, texts_folder
from lib.curation.checks import RULES, in_order, problems_of
from lib.curation.claims import Fate, accounts
from lib.curation.dictionary import dictionary
from lib.curation.layout import DATA, Layout
from lib.curation.manifest import manifest_json
from lib.curation.parquet import parquet_bytes
from lib.curation.release_notes import release_notes
from lib.curation.reporting import report
from lib.curation.row_checks import problems_of_rows
from lib.curation.rows import all_rows
from lib.curation.stories import stories_json
from lib.curation.writing import are_written
from lib.domain.errors import DatasetError
from lib.domain.stories import FILE_NAME as STORIES
from lib.domain.tables import TABLES
from lib.domain.verification import verify

BUILD = "python -m lib.curation.build"


def build(layout: Layout, texts: Path | None = None) -> tuple[dict[str, bytes], Book]:
    """Check everything curated and return the content of every file to write, by its name under `data/`.

    Raises: DatasetError with all problems, unreadable files and changed quotes first.
    """
    book, problems = load_book(layout, texts)
    problems = in_order([*problems, *problems_of(book)])
    if problems:
        raise DatasetError(problems)
    rows = all_rows(book)
    proof = verify(rows["quotes"], rows["observations"], layout.fingerprints)
    stories, slips = stories_json(layout, {str(row["observation_id"]) for row in rows["observations"]})
    changelog, faults = release_notes(layout, book.dataset)
    problems = [*problems_of_rows(rows), *proof.problems, *slips, *faults]
    if problems:
        raise DatasetError(problems)
    tables = {table.name: parquet_bytes(table, rows[table.name], book.dataset.text("version")) for table in TABLES}
    counts = {name: len(found) for name, found in rows.items()}
    files = {f"{name}.parquet": content for name, content in tables.items()}
    files["manifest.json"] = manifest_json(layout, book.dataset, tables, counts, stories).encode()
    files[STORIES] = stories
    files["README.md"] = dictionary(book.dataset, changelog).encode()
    return files, book


def stale_files(layout: Layout, files: dict[str, bytes]) -> list[str]:
    """Return the names of the files on disk that are missing or differ from what the build writes."""
    return [name for name, content in sorted(files.items()) if not _is_same(layout.data / name, content)]


def _is_same(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def summary(book: Book) -> str:
    """Say how much was checked, so that an empty run is never taken for a clean one."""
    fates = [account.fate for source in book.of("source") for account in accounts(book, source)]
    numbers = ", ".join(f"{fates.count(fate)} {fate}" for fate in Fate)
    return (
        f"Checked {len(book.of('quote'))} quotes and {len(book.of('observation'))} figures of {len(book.of('source'))} documents "
        f"against {len(RULES)} rules; {len(fates)} numbers: {numbers}. "
        f"Official figures: {len(book.of('figure'))} of {len(book.of('citation'))} pages."
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Build or check; returns the exit status."""
    parser = argparse.ArgumentParser(prog=BUILD, description="Check the curated text and write the tables.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file is stale")
    parser.add_argument("--texts", help="folder of the documents, to prove more (or DATASET_TEXTS)")
    parser.add_argument("--data", type=Path, default=DATA, help="data folder")
    options = parser.parse_args(arguments)
    layout = Layout(options.data)
    try:
        files, book = build(layout, texts_folder(options.texts))
    except DatasetError as error:
        print(report(error.problems), file=sys.stderr)
        return 1
    print(summary(book))
    return _check(layout, files) if options.check else _write(layout, files)


def _check(layout: Layout, files: dict[str, bytes]) -> int:
    stale = stale_files(layout, files)
    for name in stale:
        print(f"data/{name} is stale.", file=sys.stderr)
    if stale:
        print(f"Run: {BUILD}", file=sys.stderr)
    else:
        print(f"{len(files)} files are up to date.")
    return 1 if stale else 0


def _write(layout: Layout, files: dict[str, bytes]) -> int:
    if not are_written(layout, {layout.data / name: content for name, content in files.items()}, BUILD):
        return 1
    print(f"Wrote {len(files)} files.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
