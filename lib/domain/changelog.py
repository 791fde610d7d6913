"""The changelog of the dataset: what each release brought, and what was corrected, in the words of `curated/changelog.toml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

from lib.domain.errors import DatasetError, Problem

FILE = "data/curated/changelog.toml"
_MEND = "Give every release and correction all of its fields as text, in both languages, and every version as three numbers."
_VERSION = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}")
_ID = re.compile(r"[A-Za-z0-9_-]{1,80}")


@dataclass(frozen=True)
class Release:
    """One version of the dataset, with what it brought."""

    version: str
    released: str
    told_en: str
    told_zh: str


@dataclass(frozen=True)
class Correction:
    """Something that was wrong: of which row, since which version, what it was and is, who noticed, and which version mends it."""

    row: str
    on: str
    since: str
    version: str
    was_en: str
    was_zh: str
    now_en: str
    now_zh: str
    noticed_en: str
    noticed_zh: str


@dataclass(frozen=True)
class Changelog:
    """The releases, newest first, and the corrections."""

    releases: tuple[Release, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def corrections_after(self, version: str) -> tuple[Correction, ...]:
        """Return what a version still has wrong: the corrections that later releases made to it."""
        versions = [release.version for release in reversed(self.releases)]
        if version not in versions:
            return ()
        return tuple(one for one in self.corrections if versions.index(one.since) <= versions.index(version) < versions.index(one.version))


def read_changelog(text: str) -> Changelog:
    """Read the changelog.

    *Raises* DatasetError with every fault: no TOML, a field that is missing or empty, an unknown field, a version that is none or is not
    released, releases that do not go from the newest to the oldest, a date of no calendar.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DatasetError([_fault("", f"the file is no TOML: {error}.")]) from error
    releases, corrections = _tables(content, "release"), _tables(content, "correction")
    problems = [*_faults(releases, Release, "version"), *_faults(corrections, Correction, "row")]
    problems += [_fault(name, f"`{name}` is no part of a changelog.") for name in content if name not in ("release", "correction")]
    if not problems:
        problems = [*_order_faults([one["version"] for one in releases]), *_version_faults(releases, corrections)]
    if problems:
        raise DatasetError(problems)
    return Changelog(tuple(Release(**one) for one in releases), tuple(Correction(**one) for one in corrections))


def _tables(content: Mapping[str, object], name: str) -> list[dict[str, str]]:
    listed = content.get(name, [])
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def _faults(found: list[dict[str, str]], form: type[Release | Correction], subject: str) -> Iterator[Problem]:
    names = [field.name for field in fields(form)]
    for one in found:
        called = str(one.get(subject, ""))
        for name in names:
            if not isinstance(one.get(name), str) or not one[name].strip():
                yield _fault(called, f"`{name}` is missing or is no text.")
            elif not _is_in_form(name, one[name]):
                yield _fault(called, f"`{one[name][:40]}` is no {_FORMS[name]}.")
        yield from (_fault(called, f"`{name}` is no field of it.") for name in one if name not in names)


_FORMS = {"version": "version", "since": "version", "released": "date", "on": "date", "row": "id"}


def _is_in_form(name: str, value: str) -> bool:
    match _FORMS.get(name):
        case "version":
            return bool(_VERSION.fullmatch(value))
        case "id":
            return bool(_ID.fullmatch(value))
        case "date":
            return _is_date(value)
    return True


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _order_faults(versions: list[str]) -> Iterator[Problem]:
    ages = [tuple(int(part) for part in version.split(".")) for version in versions]
    for newer, older, version in zip(ages, ages[1:], versions[1:], strict=False):
        if newer <= older:
            yield _fault(version, "it does not stand below a newer release.")


def _version_faults(releases: list[dict[str, str]], corrections: list[dict[str, str]]) -> Iterator[Problem]:
    known = {one["version"] for one in releases}
    for one in corrections:
        yield from (_fault(one["row"], f"version {one[name]} was not released.") for name in ("since", "version") if one[name] not in known)


def _fault(subject: str, message: str) -> Problem:
    return Problem(FILE, subject, "", "ChangelogHasItsForm", message, _MEND)
