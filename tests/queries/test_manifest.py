"""The manifest is held against the tables, the proofs and the sources that it speaks of."""

import hashlib
import json
from pathlib import Path

import pytest

from lib.domain.errors import DatasetError
from lib.domain.tables import TABLES
from lib.queries.manifest import digest_of
from lib.queries.store import Store
from tests.queries.sample import write_manifest

RESTORE = "\n    Restore the data from the repository (git checkout data), or build it again: python -m lib.curation.build"
NUMBERS = "\n    Restore the file from the repository: git checkout data/numbers data/anchors"
NO_FILE = "0" * 64


def doubts(data: Path) -> list[str]:
    return [str(problem) for problem in Store.open(data).problems]


def part(data: Path, name: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((data / "manifest.json").read_text())[name]
    return found


def test_another_version_than_that_of_the_tables_is_told_once(data: Path) -> None:
    write_manifest(data, dataset_version="9.9.9")
    listed = ", ".join(f"`{table.name}`" for table in TABLES)
    assert doubts(data) == [
        f"data/manifest.json: the manifest is of version 9.9.9, but {listed} of version 1.2.3. [ManifestIsOfTheTables]" + RESTORE
    ]


def test_another_number_of_rows_is_told(data: Path) -> None:
    sha256 = hashlib.sha256((data / "quotes.parquet").read_bytes()).hexdigest()
    write_manifest(data, tables={**part(data, "tables"), "quotes": {"rows": 5, "sha256": sha256}})
    assert doubts(data) == ["data/manifest.json: the manifest counts 5 rows of `quotes`; the table has 7. [ManifestCountsRows]" + RESTORE]


def test_every_document_must_have_its_fingerprints(data: Path) -> None:
    prints = part(data, "fingerprints")
    del prints["paper-2020-zhengzhou.txt"]
    write_manifest(data, fingerprints=prints)
    message = "the manifest has no fingerprints of this document. [SourceHasFingerprints]"
    assert doubts(data) == [f"data/manifest.json, paper-2020-zhengzhou: {message}" + RESTORE]


def test_number_lists_that_changed_or_went_are_told(data: Path) -> None:
    (data / "numbers").mkdir()
    (data / "numbers" / "paper.csv").write_text("1\n")
    write_manifest(data)
    assert doubts(data) == []
    write_manifest(data, numbers={"data/numbers/paper.csv": NO_FILE, "data/anchors/paper.csv": NO_FILE})
    differs, missing = "the file differs from the one the dataset was built with.", "the file is missing or cannot be read."
    assert doubts(data) == [
        f"data/numbers/paper.csv: {differs} [NumbersAreAsBuilt]" + NUMBERS,
        f"data/anchors/paper.csv: {missing} [NumbersAreAsBuilt]" + NUMBERS,
    ]


@pytest.mark.parametrize("name", ["fingerprints", "numbers", "curated"])
@pytest.mark.parametrize(
    ("file", "shown"), [("a\0b", "a?b"), ("a" * 5000, "a" * 40), ("/dev/zero", "/dev/zero"), ("data/../x", "data/../x")]
)
def test_a_name_that_no_file_can_have_is_refused(data: Path, name: str, file: str, shown: str) -> None:
    write_manifest(data, **{name: {file: NO_FILE}})
    with pytest.raises(DatasetError) as caught:
        Store.open(data)
    assert str(caught.value) == f"data/manifest.json: `{shown}` under `{name}` is no name of a file. [ManifestHasItsForm]" + RESTORE


@pytest.mark.parametrize("name", ["a\0b", "a" * 900])
def test_what_cannot_be_a_file_has_no_digest(tmp_path: Path, name: str) -> None:
    assert digest_of(tmp_path / name) == ""


def test_a_curated_name_too_long_for_the_disk_is_a_file_that_is_gone(data: Path) -> None:
    write_manifest(data, curated={**part(data, "curated"), f"data/curated/{'a' * 900}": NO_FILE})
    assert [problem.message for problem in Store.open(data).problems] == ["the file is gone since the tables were built."]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"released": "<b>"}, "the key `released` is no date as YYYY-MM-DD."),
        ({"released": "2026-02-30"}, "the key `released` is no date as YYYY-MM-DD."),
        ({"tables": {"quotes": {"sha256": NO_FILE}}}, "the key `rows` is missing or is no whole number."),
        ({"tables": {"quotes": {"rows": 7}}}, "the key `sha256` is missing or is no text."),
        ({"numbers": []}, "`[]` stands where an object is due."),
    ],
)
def test_a_manifest_of_another_form_is_refused(data: Path, changes: dict[str, object], message: str) -> None:
    write_manifest(data, **changes)
    with pytest.raises(DatasetError) as caught:
        Store.open(data)
    assert str(caught.value) == f"data/manifest.json: {message} [ManifestHasItsForm]" + RESTORE


@pytest.mark.parametrize("name", [".#indicators.toml", ".indicators.toml"])
def test_the_lock_and_swap_files_of_editors_are_no_curated_text(data: Path, name: str) -> None:
    (data / "curated" / name).symlink_to("someone@somewhere.1234")
    assert doubts(data) == []
