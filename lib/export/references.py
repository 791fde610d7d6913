"""References to a document, a figure, a view and the dataset: APA 7, GB/T 7714-2015, BibTeX and CSL-JSON.

Written here and not by a citation processor: the one for Python (citeproc-py) puts dots and blanks into Chinese names, writes the author of
a dataset in capitals and needs some 100 MB of styles. Who wants another style takes the CSL-JSON to a processor.
Names stand as the document prints them: which part is the family name is not recorded, so none is abbreviated or put first.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
# What TeX takes for a command; BibTeX itself only counts braces.
TEX_ESCAPES: Mapping[str, str] = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_NO_ADDRESS = re.compile(r"[\s{}\\\"<>]")


class Kind(StrEnum):
    """What is cited; GB/T 7714 and CSL have a code for each."""

    DATASET = "dataset"
    NEWS = "news"
    PAGE = "page"


_GBT_CODES = {Kind.DATASET: "DS/OL", Kind.NEWS: "N/OL", Kind.PAGE: "EB/OL"}
_CSL_TYPES = {Kind.DATASET: "dataset", Kind.NEWS: "article-newspaper", Kind.PAGE: "webpage"}


@dataclass(frozen=True)
class Day:
    """A day in the forms that references write it in."""

    iso: str
    words: str
    parts: tuple[str, str, str]

    @classmethod
    def of(cls, iso: str) -> "Day":
        """Read a day written as YYYY-MM-DD; raises ValueError when it is none."""
        day = date.fromisoformat(iso)
        return cls(iso, f"{_MONTHS[day.month - 1]} {day.day}, {day.year}", (str(day.year), str(day.month), str(day.day)))


@dataclass(frozen=True)
class Reference:
    """What is cited.

    `key` names it in a bibliography, `container` is what it is a part of, `note` is kept in files but not printed; what is not known is
    left out.
    """

    key: str
    kind: Kind
    title: str
    authors: tuple[str, ...]
    issued: Day | None
    accessed: Day | None = None
    url: str = ""
    publisher: str = ""
    container: str = ""
    version: str = ""
    language: str = ""
    note: str = ""


def apa(reference: Reference) -> str:
    """Write a reference in the style of the American Psychological Association, seventh edition."""
    title = _line(reference.title)
    if reference.kind is Kind.DATASET:
        title += (f" (Version {_line(reference.version)})" if reference.version else "") + " [Data set]"
    named = (_apa_authors(reference), f"({_apa_issued(reference)})", title, _contained(reference), _apa_publisher(reference))
    parts = (*map(_ended, named), _apa_retrieved(reference))
    return " ".join(part for part in parts if part)


def gbt(reference: Reference) -> str:
    """Write a reference by GB/T 7714-2015, an electronic resource on line."""
    version = f": {_line(reference.version)}" if reference.version else ""
    contained = f"//{_line(reference.container)}" if reference.container else ""
    title = f"{_line(reference.title)}{version}[{_GBT_CODES[reference.kind]}]{contained}"
    issued = reference.issued.iso if reference.issued else ""
    if reference.kind is Kind.NEWS:
        dated = ", ".join(part for part in (_line(reference.publisher), issued) if part)
    else:
        dated = f"({issued})" if issued else ""
    others = ", 等" if reference.language.startswith("zh") else ", et al"
    authors = ", ".join(map(_line, reference.authors[:3])) + (others if len(reference.authors) > 3 else "")
    # A newspaper stands at its own place; of other resources the publisher answers where nobody is named.
    named = authors or ("" if reference.kind is Kind.NEWS else _line(reference.publisher))
    accessed = f"[{reference.accessed.iso}]" if reference.accessed else ""
    return " ".join(part for part in map(_ended, (named, title, dated + accessed, address(reference.url))) if part)


def bibtex(reference: Reference) -> str:
    """Write an entry for BibTeX, readable by BibLaTeX as well."""
    authors = reference.authors or ((reference.publisher,) if reference.publisher else ())
    fields = {
        "author": " and ".join(f"{{{tex(name)}}}" for name in authors),
        "title": f"{{{tex(reference.title)}}}",
        "booktitle": tex(reference.container),
        "howpublished": tex(reference.publisher),
        "version": tex(reference.version),
        "year": reference.issued.parts[0] if reference.issued else "",
        "date": reference.issued.iso if reference.issued else "",
        "url": address(reference.url),
        "urldate": reference.accessed.iso if reference.accessed else "",
        "language": tex(reference.language),
        "note": tex(reference.note),
    }
    written = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{reference.key},\n{written}\n}}"


def csl_json(reference: Reference) -> str:
    """Write an item of CSL-JSON, which citation managers import and every citation style renders."""
    item: dict[str, object] = {
        "id": reference.key,
        "type": _CSL_TYPES[reference.kind],
        "title": _line(reference.title),
        "author": [{"literal": _line(name)} for name in reference.authors],
        "container-title": _line(reference.container) or (_line(reference.publisher) if reference.kind is Kind.NEWS else ""),
        "publisher": _line(reference.publisher),
        "version": _line(reference.version),
        "issued": {"date-parts": [list(reference.issued.parts)]} if reference.issued else "",
        "accessed": {"date-parts": [list(reference.accessed.parts)]} if reference.accessed else "",
        "URL": address(reference.url),
        "language": _line(reference.language),
        "note": _line(reference.note),
    }
    return json.dumps({name: value for name, value in item.items() if value}, ensure_ascii=False, indent=2)


STYLES: Mapping[str, Callable[[Reference], str]] = {"apa": apa, "gbt": gbt, "bibtex": bibtex, "csl": csl_json}


def tex(text: str) -> str:
    """Return text that TeX prints as it stands."""
    return "".join(TEX_ESCAPES.get(character, character) for character in _line(text))


def address(url: str) -> str:
    """Return an address on one line, with what would end a field or an entry percent-encoded."""
    return _NO_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url.strip())


def _line(text: str) -> str:
    return " ".join(text.split())


def _ended(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!", "。", "？", "！")) else f"{text}."


def _apa_authors(reference: Reference) -> str:
    names = [_line(name) for name in reference.authors] or [_line(reference.publisher)]
    return f"{', '.join(names[:-1])}{',' if len(names) > 2 else ''} & {names[-1]}" if len(names) > 1 else names[0]


def _apa_publisher(reference: Reference) -> str:
    # Who is author and publisher in one is named once.
    return _line(reference.publisher) if reference.authors and reference.publisher not in reference.authors else ""


def _apa_retrieved(reference: Reference) -> str:
    day = f"Retrieved {reference.accessed.words}, from " if reference.accessed and reference.url else ""
    return day + address(reference.url)


def _apa_issued(reference: Reference) -> str:
    if reference.issued is None:
        return "n.d."
    if reference.kind is Kind.DATASET:
        return reference.issued.parts[0]
    month_and_day, _, year = reference.issued.words.partition(", ")
    return f"{year}, {month_and_day}"


def _contained(reference: Reference) -> str:
    return f"In {_line(reference.container)}" if reference.container else ""
