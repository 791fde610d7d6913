"""CSV files as rows with their lines: read only in the form they must have, every fault named with what restores the file."""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from lib.domain.errors import Problem

Rows = list[tuple[int, dict[str, str]]]


def text_of(path: Path, shown: str, problems: list[Problem], restore: str = "") -> str | None:
    """Return the text of a curated file; None, with a problem added, when it is missing, marked or not UTF-8."""
    remedy = restore or f"Restore it: git checkout {shown}"
    instead = f"{remedy[0].lower()}{remedy[1:]}"
    try:
        content = path.read_bytes()
        if not content.startswith(codecs.BOM_UTF8):
            return content.decode("utf-8")
        message, remedy = "the file starts with a byte order mark", f"Save the file without byte order mark, or {instead}"
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
    except UnicodeDecodeError as error:
        message, remedy = f"the file is not UTF-8: {error}", f"Save the file as UTF-8, or {instead}"
    problems.append(Problem(shown, "", "", "FileIsReadable", f"{message}.", remedy))
    return None


def read_csv(path: Path, shown: str, columns: Sequence[str], problems: list[Problem], restore: str = "") -> Rows:
    """Return the rows of a CSV file with their lines.

    Needs: the columns in their order.
    Returns: nothing, with a problem added, when the file cannot be read or has another head; a row of another length is left out.
    """
    text = text_of(path, shown, problems, restore)
    if text is None:
        return []
    remedy = restore or f"Restore it: git checkout {shown}"
    if not text.strip():
        problems.append(Problem(shown, "", "", "FileIsReadable", "the file is empty.", remedy))
        return []
    try:
        found = list(_lines(text))
    except csv.Error as error:
        problems.append(Problem(shown, "", "", "FileIsReadable", f"the file is not CSV: {error}.", remedy))
        return []
    head, rows = (found[0][1], found[1:]) if found else ([], [])
    if tuple(head) != tuple(columns):
        message = f"the columns are {', '.join(head)}, not {', '.join(columns)}."
        problems.append(Problem(shown, "", "line 1", "RowHasItsColumns", message, remedy))
        return []
    return _rows(rows, shown, columns, problems)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""))
    yield from ((reader.line_num, cells) for cells in reader if cells)


def _rows(found: list[tuple[int, list[str]]], shown: str, columns: Sequence[str], problems: list[Problem]) -> Rows:
    for line, cells in found:
        if len(cells) != len(columns):
            message = f"the row has {len(cells)} cells, but the file has {len(columns)} columns."
            problems.append(
                Problem(shown, cells[0], f"line {line}", "RowHasItsColumns", message, "Give every column one cell, empty or not.")
            )
    return [(line, dict(zip(columns, cells, strict=True))) for line, cells in found if len(cells) == len(columns)]
