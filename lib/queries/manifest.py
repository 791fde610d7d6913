"""What `data/manifest.json` says the dataset is made of."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lib.domain.errors import DatasetError, Problem
from lib.domain.tables import CONTRACT_VERSION

FILE_NAME = "manifest.json"
REBUILD = "Restore the data from the repository (git checkout data), or build it again: python -m lib.curation.build"


@dataclass(frozen=True)
class Manifest:
    """Version of the dataset and the SHA-256 of every file it was built from and into."""

    contract_version: str
    dataset_version: str
    released: str
    tables: Mapping[str, str]
    fingerprints: Mapping[str, str]
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
    def _from_content(cls, content: Mapping[str, object]) -> "Manifest":
        return cls(
            contract_version=_text(content, "contract_version"),
            dataset_version=_text(content, "dataset_version"),
            released=_text(content, "released"),
            tables={name: _text(_object(entry), "sha256") for name, entry in _part(content, "tables").items()},
            fingerprints={Path(file).name: str(digest) for file, digest in _part(content, "fingerprints").items()},
            curated={file.removeprefix("data/"): str(digest) for file, digest in _part(content, "curated").items()},
        )


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file, or nothing when it cannot be read."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _content(file: Path) -> Mapping[str, object]:
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


def _text(content: Mapping[str, object], key: str) -> str:
    value = content.get(key)
    if not isinstance(value, str):
        raise _fault("ManifestHasItsForm", f"the key `{key}` is missing or is no text.")
    return value


def _fault(rule: str, message: str) -> DatasetError:
    return DatasetError([Problem(f"data/{FILE_NAME}", "", "", rule, message, REBUILD)])
