"""Prove the documents: `python -m lib.curation.prove --texts FOLDER [--check]` writes or compares what is kept of them."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lib.curation.book import LEDGER, Book, load_curated, read_texts, texts_folder
from lib.curation.entries import Entry
from lib.curation.layout import DATA, Layout
from lib.curation.reporting import report
from lib.curation.residue import anchors_csv, numbers_csv
from lib.curation.sentences import split
from lib.curation.writing import are_written
from lib.domain.errors import Problem
from lib.domain.fingerprints import PROVE, fingerprint, render


def proofs(layout: Layout, book: Book) -> dict[Path, str]:
    """Return the content of every proof file of the documents that are at hand."""
    return {path: text for source in book.of("source") if source.id in book.texts for path, text in _of(layout, book, source).items()}


def _of(layout: Layout, book: Book, source: Entry) -> dict[Path, str]:
    text = book.texts[source.id]
    sentences = split(text)
    anchored = (*book.under(source, "excluded"), *book.under(source, "dismissed"))
    lists = {"numbers": numbers_csv(sentences), "anchors": anchors_csv(sentences, anchored)}
    prints = fingerprint(source.id, text, [sentence.text for sentence in sentences], lists)
    return {
        layout.fingerprints / f"{source.id}.txt": render(prints),
        layout.numbers / f"{source.id}.csv": lists["numbers"],
        layout.anchors / f"{source.id}.csv": lists["anchors"],
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or compare the proofs; returns the exit status."""
    parser = argparse.ArgumentParser(prog=PROVE, description="Take or check the fingerprints of the documents.")
    parser.add_argument("--texts", help="folder of the documents (or DATASET_TEXTS)")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file differs")
    parser.add_argument("--data", type=Path, default=DATA, help="data folder")
    options = parser.parse_args(arguments)
    folder = texts_folder(options.texts)
    if folder is None:
        print(f"No folder of documents is given. Run: {PROVE}", file=sys.stderr)
        return 1
    layout = Layout(options.data)
    book, problems = _book(layout, folder)
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    found = proofs(layout, book)
    sentences = sum(len(split(text)) for text in book.texts.values())
    print(f"Read {len(book.texts)} documents with {sentences} sentences.")
    return _compare(layout, found) if options.check else _write(layout, found)


def _book(layout: Layout, folder: Path) -> tuple[Book, list[Problem]]:
    # Missing or stale proofs are what this command mends; a document that was not read whole would be proven in part only.
    book, problems = load_curated(layout)
    problems = [problem for problem in problems if problem.file != LEDGER]
    texts = read_texts(folder, [source.id for source in book.of("source")], problems)
    return replace(book, texts=texts), problems


def _compare(layout: Layout, found: dict[Path, str]) -> int:
    stale = [path for path, text in found.items() if not path.is_file() or path.read_bytes() != text.encode()]
    for path in stale:
        print(f"{layout.shown(path)} differs from what the document gives.", file=sys.stderr)
    if stale:
        print(f"Run: {PROVE}", file=sys.stderr)
    else:
        print(f"{len(found)} files are proven.")
    return 1 if stale else 0


def _write(layout: Layout, found: dict[Path, str]) -> int:
    if not are_written(layout, {path: text.encode() for path, text in found.items()}, PROVE):
        return 1
    print(f"Wrote {len(found)} files.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
