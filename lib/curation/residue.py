"""What is kept of a document's numbers when its text is not at hand: where each stands, and which sentences the anchors mean.

`data/numbers/<source_id>.csv` lists every number token by sentence and place; it depends on the text alone.
`data/anchors/<source_id>.csv` says which sentences each `[[excluded]]` and `[[dismissed]]` entry speaks of, by a hash of its first words.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lib.curation.entries import Entry
from lib.curation.layout import Layout
from lib.curation.reading import read_csv
from lib.curation.sentences import Sentence
from lib.curation.tokens import Number, numbers_in
from lib.domain.errors import Problem
from lib.domain.fingerprints import PROVE, sha256_of

_NUMBER_COLUMNS = ("sentence", "start", "end", "printed")
_ANCHOR_COLUMNS = ("anchor", "first", "last")


@dataclass(frozen=True)
class Residue:
    """Number tokens by sentence, and sentence spans by anchor."""

    numbers: Mapping[int, tuple[Number, ...]] = field(default_factory=dict)
    anchors: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def sentences_of(self, entry: Entry) -> list[int]:
        """Return the sentences that an `[[excluded]]` or `[[dismissed]]` entry speaks of; none when its anchor was never resolved."""
        return [ordinal for first, last in self.anchors.get(anchor_of(entry), ()) for ordinal in range(first, last + 1)]


def anchor_of(entry: Entry) -> str:
    """Hash the words by which an entry finds its sentences."""
    words = "\n".join((entry.text("starts"), entry.text("until"))) if entry.kind == "excluded" else entry.text("sentence")
    return sha256_of(words)[:16]


def numbers_csv(sentences: Iterable[Sentence]) -> str:
    """Write the number list of a document."""
    rows = ((s.ordinal, number.start, number.end, number.printed) for s in sentences for number in numbers_in(s.text))
    return _csv(_NUMBER_COLUMNS, rows)


def anchors_csv(sentences: Sequence[Sentence], entries: Iterable[Entry]) -> str:
    """Write the resolved anchors of a document; an anchor that meets no sentence has no row."""
    rows = {(anchor_of(entry), *span) for entry in entries for span in _spans(sentences, entry)}
    return _csv(_ANCHOR_COLUMNS, sorted(rows, key=lambda row: (row[1], row[2], row[0])))


def _spans(sentences: Sequence[Sentence], entry: Entry) -> list[tuple[int, int]]:
    if entry.kind == "dismissed":
        return [(s.ordinal, s.ordinal) for s in sentences if s.text.startswith(entry.text("sentence"))]
    opening = [
        s for s in sentences if s.place == 1 and s.text.startswith(entry.text("starts")[: len(s.text)]) and _line(sentences, s, entry)
    ]
    if entry.text("until") == "end":
        return [(opening[0].ordinal, sentences[-1].ordinal)] if opening else []
    return [(s.ordinal, max(t.ordinal for t in sentences if t.paragraph == s.paragraph)) for s in opening]


def _line(sentences: Sequence[Sentence], first: Sentence, entry: Entry) -> bool:
    # The anchor may run over the end of the line's first sentence.
    line = " ".join(s.text for s in sentences if s.paragraph == first.paragraph)
    return line.startswith(entry.text("starts"))


def read_residue(layout: Layout, source_id: str, problems: list[Problem]) -> Residue:
    """Read both files of a document; empty, with a problem added, where one is missing or damaged."""
    numbers: dict[int, list[Number]] = defaultdict(list)
    anchors: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in _rows(layout, layout.numbers / f"{source_id}.csv", _NUMBER_COLUMNS, problems):
        numbers[int(row["sentence"])].append(Number(int(row["start"]), int(row["end"]), row["printed"]))
    for row in _rows(layout, layout.anchors / f"{source_id}.csv", _ANCHOR_COLUMNS, problems):
        anchors[row["anchor"]].append((int(row["first"]), int(row["last"])))
    return Residue({key: tuple(found) for key, found in numbers.items()}, {key: tuple(found) for key, found in anchors.items()})


def _rows(layout: Layout, path: Path, columns: tuple[str, ...], problems: list[Problem]) -> list[dict[str, str]]:
    faults: list[Problem] = []
    rows = read_csv(path, layout.shown(path), faults)
    whole = [column for column in columns if column not in ("printed", "anchor")]
    for line, row in rows:
        if tuple(row) != columns or not all(row[column].isdigit() for column in whole):
            message = f"the row does not have the columns {', '.join(columns)}."
            faults.append(Problem(layout.shown(path), path.stem, f"line {line}", "ResidueIsSound", message, f"Run: {PROVE}"))
    problems.extend(faults)
    return [] if faults else [row for _, row in rows]


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()
