"""From curated files to entries: TOML and CSV read with their lines, every fault of form listed."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from lib.curation.entries import Entry
from lib.curation.forms import CHILDREN, FORMS
from lib.curation.lines import Lines
from lib.curation.sections import is_written_right, section_problems
from lib.curation.tabular import read_csv, text_of
from lib.domain.errors import Problem
from lib.domain.fields import SOURCE_ID

_REGION_COLUMNS = (
    *("region_id", "name_en", "name_zh", "name_zh_verified", "level", "parent_id", "lon", "lat", "coordinates"),
    *("code_scheme", "code_mca", "role", "sources", "alias_in_article", "note"),
)


def read_toml(path: Path, shown: str, problems: list[Problem]) -> tuple[Mapping[str, object], Lines]:
    """Return the file's content and lines; both empty, with a problem added, when it is missing or no TOML."""
    text = text_of(path, shown, problems)
    try:
        return tomllib.loads(text or ""), Lines.of(text or "")
    except RecursionError:
        message = "the brackets of the file are nested too deeply"
    except ValueError as error:
        # Python's own words on a number that is too long go on to speak of its interpreter.
        message = f"the file is not TOML: {str(error).partition(';')[0]}"
    problems.append(Problem(shown, "", "", "FileIsReadable", f"{message}.", f"Correct the syntax, or restore it: git checkout {shown}"))
    return {}, Lines.of("")


def entries_of(path: Path, shown: str, sections: tuple[str, ...], problems: list[Problem]) -> list[Entry]:
    """Return the entries of a file in its order, parents before children; faults of form are added to the problems.

    Needs: the names of the sections that this kind of file may have, the one it must have first; `source` becomes the parent of all others.
    Returns: only entries that can be held against the rules; what is written under one that cannot is left out with it.
    """
    before = len(problems)
    content, lines = read_toml(path, shown, problems)
    if len(problems) > before:
        return []
    problems.extend(section_problems(content, sections, shown))
    kept: list[Entry] = []
    dropped: set[int] = set()
    for entry in _walk(content, sections, shown, lines):
        if _keeps_form(entry, problems) and id(entry.parent) not in dropped:
            kept.append(entry)
        else:
            dropped.add(id(entry))
    return kept


def read_regions(path: Path, shown: str, problems: list[Problem]) -> list[Entry]:
    """Return one entry for each region of the list, its id under `id`."""
    before = len(problems)
    rows = read_csv(path, shown, _REGION_COLUMNS, problems)
    if not rows and len(problems) == before:
        problems.append(Problem(shown, "", "", "FileIsReadable", "the file has no rows.", f"Restore it: git checkout {shown}"))
    return [Entry("region", shown, line, {**row, "id": row["region_id"]}) for line, row in rows]


def _walk(content: Mapping[str, object], sections: tuple[str, ...], shown: str, lines: Lines) -> Iterator[Entry]:
    parent: Entry | None = None
    for name in sections:
        tables = _tables(content[name]) if name in content and is_written_right(name, content[name]) else []
        places = lines.of_sections(name, len(tables))
        for fields, line, end in zip(tables, places, [*places[1:], None][: len(places)], strict=True):
            entry = Entry(name, shown, line, _own(name, fields), parent)
            yield entry
            if name == "source":
                parent = entry
            if name in CHILDREN:
                yield from _children(entry, fields, lines, end)


def _own(name: str, fields: Mapping[str, object]) -> Mapping[str, object]:
    # Children in another form than theirs stay with their parent, whose form rejects them.
    children = CHILDREN.get(name, {})
    return {key: value for key, value in fields.items() if key not in children or not is_written_right(key, value)}


def _children(parent: Entry, fields: Mapping[str, object], lines: Lines, end: int | None) -> Iterator[Entry]:
    for key, kind in CHILDREN[parent.kind].items():
        tables = _tables(fields[key]) if key in fields and is_written_right(key, fields[key]) else []
        places = lines.of_sections(f"{parent.kind}.{key}", len(tables), parent.line, end)
        yield from (Entry(kind, parent.file, line, each, parent) for each, line in zip(tables, places, strict=True))


def _tables(value: object) -> list[Mapping[str, object]]:
    found = value if isinstance(value, list) else [value]
    return [each for each in found if isinstance(each, dict)]


def _keeps_form(entry: Entry, problems: list[Problem]) -> bool:
    faults = list(FORMS[entry.kind].faults(entry))
    if entry.kind == "source" and not SOURCE_ID.holds(entry.id):
        # The id names files: nothing else may become a path.
        faults.append(("KeyHasItsForm", f"the id `{entry.id[:48]}` cannot name a file: {SOURCE_ID.sentence}", "Correct the id."))
    problems.extend(entry.problem(*fault) for fault in faults)
    return all(rule == "KeyIsKnown" for rule, _, _ in faults)
