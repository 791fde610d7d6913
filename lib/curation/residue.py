"""What is kept of a document's numbers when its text is not at hand: where each stands, and which sentences the anchors mean.

`data/numbers/<source_id>.csv` lists every number token by sentence and place; it depends on the text alone.
`data/anchors/<source_id>.csv` says which sentences each `[[excluded]]` and `[[dismissed]]` entry speaks of, by a hash of its first words.
The fingerprints of the document hold the SHA-256 of both files.
"""

import csv
import hashlib
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lib.curation.entries import Entry
from lib.curation.layout import Layout
from lib.curation.sentences import Sentence
from lib.curation.tabular import read_csv
from lib.curation.tokens import Number, numbers_in
from lib.domain.errors import Problem
from lib.domain.fingerprints import PROVE, Fingerprints, sha256_of

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


def read_residue(layout: Layout, prints: Fingerprints, problems: list[Problem]) -> Residue | None:
    """Read both lists of a document and hold them against its fingerprints; None, with a problem added, where one does not hold."""
    before = len(problems)
    numbers: dict[int, list[Number]] = defaultdict(list)
    anchors: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in _rows(layout, layout.numbers, prints, _NUMBER_COLUMNS, problems):
        numbers[int(row["sentence"])].append(Number(int(row["start"]), int(row["end"]), row["printed"]))
    for row in _rows(layout, layout.anchors, prints, _ANCHOR_COLUMNS, problems):
        anchors[row["anchor"]].append((int(row["first"]), int(row["last"])))
    if len(problems) > before:
        return None
    return Residue({key: tuple(found) for key, found in numbers.items()}, {key: tuple(found) for key, found in anchors.items()})


def _rows(layout: Layout, folder: Path, prints: Fingerprints, columns: tuple[str, ...], problems: list[Problem]) -> list[dict[str, str]]:
    path = folder / f"{prints.source_id}.csv"
    shown = layout.shown(path)
    restore = f"Restore it: git checkout {shown}; or, with the documents at hand, run: {PROVE}"
    faults: list[Problem] = []
    rows = read_csv(path, shown, columns, faults, restore)
    whole = [column for column in columns if column not in ("printed", "anchor")]
    for line, row in rows:
        if not all(re.fullmatch("[0-9]{1,9}", row[column]) for column in whole):
            message = f"{', '.join(whole)} are not whole numbers."
            faults.append(Problem(shown, prints.source_id, f"line {line}", "ResidueIsSound", message, restore))
    if not faults and hashlib.sha256(path.read_bytes()).hexdigest() != prints.lists.get(folder.name):
        message = "the file is not the one that the fingerprints of its document vouch for."
        faults.append(Problem(shown, prints.source_id, "", "ResidueIsSound", message, restore))
    problems.extend(faults)
    return [] if faults else [row for _, row in rows]


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()
