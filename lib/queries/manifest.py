"""What `data/manifest.json` says the dataset is made of."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lib.domain.errors import DatasetError, Problem
from lib.domain.fields import DAY, IN_CALENDAR
from lib.domain.tables import CONTRACT_VERSION

FILE_NAME = "manifest.json"
REBUILD = "Restore the data from the repository (git checkout data), or build it again: python -m lib.curation.build"

_LONGEST_NAME = 1000


@dataclass(frozen=True)
class BuiltTable:
    """How many rows a table was built with, and the SHA-256 of its file."""

    rows: int
    sha256: str

    @classmethod
    def of(cls, content: Mapping[str, object]) -> "BuiltTable":
        """Read what the manifest says of one table; raises DatasetError when it has another form."""
        rows = content.get("rows")
        if not isinstance(rows, int):
            raise _fault("ManifestHasItsForm", "the key `rows` is missing or is no whole number.")
        return cls(rows, _text(content, "sha256"))


@dataclass(frozen=True)
class Manifest:
    """Version of the dataset and the SHA-256 of every file it was built from and into; `stories` is empty when there are none."""

    contract_version: str
    dataset_version: str
    released: str
    tables: Mapping[str, BuiltTable]
    stories: str
    fingerprints: Mapping[str, str]
    numbers: Mapping[str, str]
    curated: Mapping[str, str]

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """Read the manifest of a data folder.

        Raises DatasetError when the file is missing, is not such a manifest, or is of another contract.
        """
        manifest = cls._from_content(_content(folder / FILE_NAME))
        if manifest.contract_version != CONTRACT_VERSION:
            message = f"the manifest is of contract {manifest.contract_version}; this app reads contract {CONTRACT_VERSION}."
            raise _fault("ContractIsTheApps", message)
        return manifest

    @classmethod
    def of_release(cls, folder: Path) -> "Manifest":
        """Read the manifest of a release of any contract; the first ones told nothing of stories.

        Raises DatasetError when the file is missing or is not such a manifest.
        """
        return cls._from_content({"stories": "", **_content(folder / FILE_NAME)})

    @classmethod
    def _from_content(cls, content: Mapping[str, object]) -> "Manifest":
        return cls(
            contract_version=_text(content, "contract_version"),
            dataset_version=_text(content, "dataset_version"),
            released=_date(content, "released"),
            tables={name: BuiltTable.of(_object(entry)) for name, entry in _part(content, "tables").items()},
            stories=_text(content, "stories"),
            fingerprints={Path(file).name: digest for file, digest in _digests(content, "fingerprints").items()},
            numbers={file.removeprefix("data/"): digest for file, digest in _digests(content, "numbers").items()},
            curated={file.removeprefix("data/"): digest for file, digest in _digests(content, "curated").items()},
        )


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file, or nothing when it cannot be read or its name cannot be that of a file."""
    try:
        # To open a pipe is to wait for whoever writes into it.
        if not file.is_file():
            return ""
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""


def _content(file: Path) -> Mapping[str, object]:
    if file.exists() and not file.is_file():
        raise _fault("FileIsReadable", "it is no file.")
    try:
        return _object(json.loads(file.read_text("utf-8")))
    except FileNotFoundError:
        raise _fault("FileIsPresent", "the file is missing.") from None
    except OSError as error:
        raise _fault("FileIsReadable", f"the file cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise _fault("FileIsReadable", f"the file is no JSON: {error}.") from error


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _fault("ManifestHasItsForm", f"`{str(value)[:40]}` stands where an object is due.")
    return value


def _part(content: Mapping[str, object], key: str) -> Mapping[str, object]:
    if key not in content:
        raise _fault("ManifestHasItsForm", f"the key `{key}` is missing.")
    return _object(content[key])


def _digests(content: Mapping[str, object], key: str) -> dict[str, str]:
    digests = {file: str(digest) for file, digest in _part(content, key).items()}
    for file in digests:
        if not file.isprintable() or len(file) > _LONGEST_NAME or ".." in Path(file).parts or Path(file).is_absolute():
            shown = "".join(character if character.isprintable() else "?" for character in file[:40])
            raise _fault("ManifestHasItsForm", f"`{shown}` under `{key}` is no name of a file.")
    return digests


def _text(content: Mapping[str, object], key: str) -> str:
    value = content.get(key)
    if not isinstance(value, str):
        raise _fault("ManifestHasItsForm", f"the key `{key}` is missing or is no text.")
    return value


def _date(content: Mapping[str, object], key: str) -> str:
    value = _text(content, key)
    if not value or not DAY.holds(value) or not IN_CALENDAR.holds(value):
        raise _fault("ManifestHasItsForm", f"the key `{key}` is no date as YYYY-MM-DD.")
    return value


def _fault(rule: str, message: str) -> DatasetError:
    return DatasetError([Problem(f"data/{FILE_NAME}", "", "", rule, message, REBUILD)])
