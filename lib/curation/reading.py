"""From curated files to entries: TOML and CSV read with their lines, every fault of form listed."""

import csv
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from lib.curation.entries import Entry
from lib.curation.forms import FORMS
from lib.domain.errors import Problem

_ENCODING_REMEDY = "Save the file as UTF-8 with correct syntax."
_REGION_COLUMNS = """
region_id name_en name_zh name_zh_verified level parent_id lon lat coordinates code_scheme code_mca role sources alias_in_article note
"""
_REGION_KEYS = frozenset(_REGION_COLUMNS.split())


def read_toml(path: Path, shown: str, problems: list[Problem]) -> Mapping[str, object]:
    """Return the file's content; empty, with a problem added, when it is missing or no TOML."""
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        problems.append(Problem(shown, "", "", "FileIsReadable", f"the file cannot be read: {error.strerror}.", "Restore the file."))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(Problem(shown, "", "", "FileIsReadable", f"the file is not TOML in UTF-8: {error}.", _ENCODING_REMEDY))
    return {}


def entries_of(path: Path, shown: str, sections: tuple[str, ...], problems: list[Problem]) -> list[Entry]:
    """Return the entries of a file in its order, parents before children; faults of form are added to the problems.

    Needs: the names of the sections that this kind of file may have; the section `source` becomes the parent of all others.
    """
    content = read_toml(path, shown, problems)
    lines = _header_lines(path) if content else {}
    for name in content:
        if name not in sections:
            message = f"the section `{name}` is unknown in this file."
            problems.append(Problem(shown, "", "", "KeyIsKnown", message, f"Use one of: {', '.join(sections)}."))
    return [entry for entry in _walk(content, sections, shown, lines, None) if _keeps_form(entry, problems)]


def read_csv(path: Path, shown: str, problems: list[Problem]) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a CSV file with their lines; empty, with a problem added, when it cannot be read."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            return [(reader.line_num, {key: value or "" for key, value in row.items() if isinstance(key, str)}) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        problems.append(Problem(shown, "", "", "FileIsReadable", f"the file cannot be read: {error}.", "Restore the file."))
        return []


def read_regions(path: Path, shown: str, problems: list[Problem]) -> list[Entry]:
    """Return one entry for each region of the list, its id under `id`."""
    rows = read_csv(path, shown, problems)
    for key in sorted(_REGION_KEYS.symmetric_difference(rows[0][1]) if rows else ()):
        message = f"the column `{key}` is missing or unknown."
        problems.append(Problem(shown, "", "line 1", "KeyIsKnown", message, f"Use the columns: {', '.join(sorted(_REGION_KEYS))}."))
    return [Entry("region", shown, line, {**row, "id": row.get("region_id", "")}) for line, row in rows]


def _walk(
    content: Mapping[str, object], sections: tuple[str, ...], shown: str, lines: dict[str, list[int]], parent: Entry | None
) -> Iterator[Entry]:
    for name in sections:
        for fields in _tables(content.get(name)):
            entry = _entry(name, fields, shown, lines, parent)
            yield entry
            if name == "source":
                parent = entry
            if name == "quote":
                yield from (_entry("observation", each, shown, lines, entry) for each in _tables(fields.get("observation")))
                yield from (_entry("quote.dismissed", each, shown, lines, entry) for each in _tables(fields.get("dismissed")))


def _tables(value: object) -> list[Mapping[str, object]]:
    found = value if isinstance(value, list) else [value]
    return [each for each in found if isinstance(each, dict)]


def _entry(kind: str, fields: Mapping[str, object], shown: str, lines: dict[str, list[int]], parent: Entry | None) -> Entry:
    headers = lines.get("quote.observation" if kind == "observation" else kind, [])
    own = {key: value for key, value in fields.items() if not (kind == "quote" and key in ("observation", "dismissed"))}
    return Entry(kind, shown, headers.pop(0) if headers else 0, own, parent)


def _header_lines(path: Path) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        header = re.match(r"\s*\[{1,2}([a-z.]+)\]{1,2}\s*(#.*)?$", line)
        if header:
            found[header[1]].append(number)
    return found


def _keeps_form(entry: Entry, problems: list[Problem]) -> bool:
    faults = list(FORMS[entry.kind].faults(entry))
    problems.extend(entry.problem(*fault) for fault in faults)
    # A key of the wrong type would break every later check; a missing or unknown one would not.
    return not any(rule == "KeyHasItsType" for rule, _, _ in faults)
