"""The sections of a curated file: which may stand in it, which must, and how they are written."""

from collections.abc import Iterator, Mapping

from lib.curation.forms import FORMS
from lib.domain.errors import Problem

_ONCE = ("source", "dataset")


def section_problems(content: Mapping[str, object], sections: tuple[str, ...], shown: str) -> Iterator[Problem]:
    """Find the sections that are unknown, wrongly written, or missing: the first of those allowed must be there."""
    for name in content:
        if name not in sections:
            message = f"the section `{name}` is unknown in this file."
            yield Problem(shown, "", "", "KeyIsKnown", message, f"Use one of: {', '.join(sections)}.")
        elif not is_written_right(name, content[name]):
            header = FORMS[name].header
            yield Problem(shown, "", "", "SectionHasItsForm", f"`{name}` is not written as {header}.", _remedy(name))
    if sections[0] not in content:
        header = FORMS[sections[0]].header
        yield Problem(shown, "", "", "SectionIsPresent", f"the file has no {header}.", f"Add {header}, or restore it: git checkout {shown}")


def is_written_right(name: str, value: object) -> bool:
    """Tell whether a section is a table, or a list of tables where there may be several."""
    if name in _ONCE:
        return isinstance(value, dict)
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def _remedy(name: str) -> str:
    header = FORMS[name].header
    return f"Write {header} once, with its keys below." if name in _ONCE else f"Write {header} before each, with its keys below."
