"""Opening the store: what stops it, what it only doubts, and in which words."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.domain.errors import DatasetError
from lib.domain.tables import OBSERVATIONS, QUOTES, TABLES
from lib.queries.store import Store
from tests.queries.sample import write_manifest, write_tables
from tests.queries.sample_rows import rows_of_sample

RESTORE = "\n    Restore the data from the repository (git checkout data), or build it again: python -m lib.curation.build"
FINGERPRINTS = "\n    Restore the file from the repository: git checkout data/fingerprints"
BUILD = "\n    Build the tables again: python -m lib.curation.build"


def refusal(data: Path) -> str:
    with pytest.raises(DatasetError) as caught:
        Store.open(data)
    return str(caught.value)


def doubts(data: Path) -> list[str]:
    return [str(problem) for problem in Store.open(data).problems]


def test_a_sound_dataset_opens_without_a_problem(data: Path) -> None:
    store = Store.open(data)
    assert store.problems == ()
    assert (store.version, store.contract, store.manifest.released) == ("1.2.3", "1", "2026-01-02")
    assert (store.verification.quotes_verified, store.verification.figures_verified) == (7, 6)


def test_a_folder_may_have_any_name(data: Path) -> None:
    odd = data.rename(data.with_name("it's [the] *data* ?"))
    assert len(Store.open(odd).run("select observation_id from observations")) == 7


def test_a_missing_file_is_named(data: Path) -> None:
    (data / "quotes.parquet").unlink()
    assert refusal(data) == "data/quotes.parquet: the file is missing. [FileIsPresent]" + RESTORE


def test_an_empty_folder_names_every_file(tmp_path: Path) -> None:
    text = refusal(tmp_path)
    assert text.count("the file is missing. [FileIsPresent]") == len(TABLES) + 1
    assert all(f"data/{table.file_name}: " in text for table in TABLES)


@pytest.mark.parametrize("content", [b"", b"not Parquet at all", b"PAR1PAR1"])
def test_what_is_no_parquet_is_said(data: Path, content: bytes) -> None:
    (data / "units.parquet").write_bytes(content)
    text = refusal(data)
    assert text.startswith("data/units.parquet: the file is damaged or is no Parquet: ")
    assert text.endswith(" [FileIsReadable]" + RESTORE)
    assert str(data) not in text


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
@pytest.mark.parametrize("name", ["units.parquet", "manifest.json"])
def test_what_is_no_file_is_said_and_not_waited_for(data: Path, name: str, make: Callable[[Path], None]) -> None:
    (data / name).unlink()
    make(data / name)
    assert f"data/{name}: it is no file. [FileIsReadable]" in refusal(data)


@pytest.mark.parametrize("kept", [4, 200, -1, -9])
def test_a_truncated_file_is_said(data: Path, kept: int) -> None:
    file = data / "observations.parquet"
    file.write_bytes(file.read_bytes()[:kept])
    assert refusal(data).startswith("data/observations.parquet: the file is damaged or is no Parquet: ")


def test_missing_columns_and_wrong_types_are_all_listed(data: Path) -> None:
    table = pq.read_table(data / "observations.parquet").drop_columns(["printed", "status"])
    year = table.schema.get_field_index("year_start")
    pq.write_table(table.set_column(year, "year_start", table["year_start"].cast(pa.int64())), data / "observations.parquet")
    assert refusal(data) == "\n".join(
        (
            "data/observations.parquet, column year_start: the column holds int64; the contract says int32. [ColumnHoldsItsType]" + RESTORE,
            "data/observations.parquet, column printed: the column is missing. [ColumnIsPresent]" + RESTORE,
            "data/observations.parquet, column status: the column is missing. [ColumnIsPresent]" + RESTORE,
        )
    )


def test_another_column_more_is_no_fault(data: Path) -> None:
    table = pq.read_table(data / "units.parquet")
    pq.write_table(table.append_column("extra", pa.array([1] * len(table))), data / "units.parquet")
    write_manifest(data)
    assert doubts(data) == []


@pytest.mark.parametrize(("contract", "found"), [("2", "contract 2"), ("", "no contract that it names")])
def test_a_table_of_another_contract_is_refused(data: Path, contract: str, found: str) -> None:
    write_tables(data, {"units": rows_of_sample()["units"]}, contract=contract)
    text = f"data/units.parquet: the file is of {found}; this app reads contract 1. [ContractIsTheApps]"
    assert refusal(data) == text + RESTORE


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("{", "the file is no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1). [FileIsReadable]"),
        ("[1]", "`[1]` stands where an object is due. [ManifestHasItsForm]"),
        ("{}", "the key `contract_version` is missing or is no text. [ManifestHasItsForm]"),
        (
            '{"contract_version": "1", "dataset_version": "1", "released": "2026-01-02", "tables": {"quotes": 3}}',
            "`3` stands where an object is due. [ManifestHasItsForm]",
        ),
        (
            '{"contract_version": "1", "dataset_version": "1", "released": "2026-01-02", "tables": {}}',
            "the key `stories` is missing or is no text. [ManifestHasItsForm]",
        ),
        (
            '{"contract_version": "1", "dataset_version": "1", "released": "2026-01-02", "tables": {}, "stories": ""}',
            "the key `fingerprints` is missing. [ManifestHasItsForm]",
        ),
        (
            '{"contract_version": "9", "dataset_version": "1", "released": "2026-01-02", "tables": {}, "fingerprints": {}, '
            '"stories": "", "numbers": {}, "curated": {}}',
            "the manifest is of contract 9; this app reads contract 1. [ContractIsTheApps]",
        ),
    ],
)
def test_an_unfit_manifest_is_refused(data: Path, content: str, text: str) -> None:
    (data / "manifest.json").write_text(content)
    assert refusal(data) == f"data/manifest.json: {text}" + RESTORE


def test_a_manifest_that_is_no_text_is_refused(data: Path) -> None:
    (data / "manifest.json").write_bytes(b"\xff\xfe")
    assert refusal(data).startswith("data/manifest.json: the file is no JSON: ")


def test_all_faults_of_all_files_are_listed_at_once(data: Path) -> None:
    (data / "manifest.json").unlink()
    (data / "quotes.parquet").unlink()
    (data / "units.parquet").write_bytes(b"")
    assert [line.split(":")[0] for line in refusal(data).splitlines()[::2]] == [
        "data/manifest.json",
        "data/quotes.parquet",
        "data/units.parquet",
    ]


def test_a_foreign_table_is_doubted(data: Path) -> None:
    units = rows_of_sample()["units"]
    units[0]["definition"] = "Another."
    write_tables(data, {"units": units})
    assert doubts(data) == ["data/units.parquet: the file is not the one that the manifest was written for. [FileIsAsBuilt]" + RESTORE]


def test_a_table_that_the_manifest_forgets_is_foreign(data: Path) -> None:
    tables = json.loads((data / "manifest.json").read_text())["tables"]
    del tables["units"]
    write_manifest(data, tables=tables)
    assert len(doubts(data)) == 1


def test_curated_files_that_changed_came_or_went_make_the_tables_stale(data: Path) -> None:
    (data / "curated" / "gone.toml").write_text("")
    write_manifest(data)
    (data / "curated" / "gone.toml").unlink()
    (data / "curated" / "indicators.toml").write_text("# edited\n")
    (data / "curated" / "sources").mkdir()
    (data / "curated" / "sources" / "new.toml").write_text("")
    assert doubts(data) == [
        "data/curated/gone.toml: the file is gone since the tables were built. [TablesAreCurrent]" + BUILD,
        "data/curated/indicators.toml: the file changed since the tables were built. [TablesAreCurrent]" + BUILD,
        "data/curated/sources/new.toml: the file is new since the tables were built. [TablesAreCurrent]" + BUILD,
    ]


def test_a_dataset_without_its_curated_files_is_not_stale(data: Path) -> None:
    (data / "curated" / "indicators.toml").unlink()
    (data / "curated").rmdir()
    assert doubts(data) == []


def test_a_fingerprint_file_that_is_not_the_built_one_is_doubted(data: Path) -> None:
    name = "release-2023-keqiao.txt"
    prints = json.loads((data / "manifest.json").read_text())["fingerprints"]
    write_manifest(data, fingerprints={**prints, name: "0" * 64, "unused.txt": "0" * 64})
    assert doubts(data) == [
        f"data/fingerprints/{name}: the file differs from the one the dataset was built with. [FingerprintIsAsBuilt]" + FINGERPRINTS,
        "data/fingerprints/unused.txt: the file is missing or cannot be read. [FingerprintIsAsBuilt]" + FINGERPRINTS,
    ]


@pytest.mark.parametrize("place", [0, 30, 150, -3])
def test_one_changed_character_of_a_fingerprint_is_told_once(data: Path, place: int) -> None:
    file = data / "fingerprints" / "release-2023-keqiao.txt"
    text = file.read_text()
    at = place % len(text)
    file.write_text(text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :])
    named = [problem.place for problem in Store.open(data).problems if problem.file == "data/fingerprints/release-2023-keqiao.txt"]
    assert named == [f"line {text[:at].count(chr(10)) + 1}"]


def test_a_changed_byte_of_a_quote_is_named_and_its_figures_fail(data: Path) -> None:
    quotes = rows_of_sample()["quotes"]
    quotes[0]["text"] = str(quotes[0]["text"]).replace("output", "outpus")
    write_tables(data, {"quotes": quotes})
    store = Store.open(data)
    assert [(problem.file, problem.subject) for problem in store.problems] == [
        ("data/quotes.parquet", ""),
        ("data/quotes.parquet", "hz21-01"),
    ]
    assert (store.verification.quotes_verified, store.verification.quotes_total) == (6, 7)
    assert store.verification.failed_observations == {"hz21-01a"}


def test_a_changed_digit_of_a_value_is_named(data: Path) -> None:
    observations = rows_of_sample()["observations"]
    observations[0]["value"] = 1.37e12
    write_tables(data, {"observations": observations})
    assert ("data/observations.parquet", "hz21-01a") in [(problem.file, problem.subject) for problem in Store.open(data).problems]


@pytest.mark.parametrize("table", [OBSERVATIONS, QUOTES])
def test_no_flipped_byte_of_a_table_goes_unnoticed(data: Path, table: object) -> None:
    file = data / table.file_name  # type: ignore[attr-defined]
    sound = file.read_bytes()
    for place in range(0, len(sound), 397):
        file.write_bytes(sound[:place] + bytes([sound[place] ^ 0xFF]) + sound[place + 1 :])
        try:
            problems = Store.open(data).problems
        except DatasetError as error:
            problems = error.problems
        assert any(problem.file in (f"data/{file.name}", "data") for problem in problems), place


def test_regions_that_are_no_tree_are_blamed_on_the_table(data: Path) -> None:
    regions = rows_of_sample()["regions"]
    regions[1]["parent_id"] = "330100"
    write_tables(data, {"regions": regions})
    assert refusal(data) == "\n".join(
        (
            "data/regions.parquet: the file is not the one that the manifest was written for. [FileIsAsBuilt]" + RESTORE,
            "data/regions.parquet, 330000: the region lies inside itself: 330000 in 330100 in 330000. [RegionIsNotInsideItself]" + RESTORE,
            "data/regions.parquet, 330100: the region lies inside itself: 330100 in 330000 in 330100. [RegionIsNotInsideItself]" + RESTORE,
        )
    )


def test_identity_changes_with_any_file_and_only_then(data: Path) -> None:
    identity = Store.open(data).identity
    assert Store.open(data).identity == identity
    file = data / "fingerprints" / "release-2023-keqiao.txt"
    file.write_text(file.read_text() + "x")
    changed = Store.open(data).identity
    assert changed != identity
    write_tables(data, {"events": []})
    assert Store.open(data).identity not in (identity, changed)
    before = Store.open(data).identity
    (data / "stories.json").write_text("{}")
    assert Store.open(data).identity != before


@pytest.mark.parametrize("content", ["{}", "{", "", b"\xff\xfe", None])
def test_stories_that_are_not_the_built_ones_are_doubted(data: Path, content: str | bytes | None) -> None:
    stories = data / "stories.json"
    stories.write_text('{"stories": []}')
    write_manifest(data)
    assert doubts(data) == []
    if content is None:
        stories.unlink()
    else:
        stories.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = "is missing or cannot be read." if content is None else "differs from the one the dataset was built with."
    assert doubts(data) == [f"data/stories.json: the file {found} [StoriesAreAsBuilt]" + RESTORE]


def test_stories_beside_a_manifest_of_none_are_doubted(data: Path) -> None:
    assert doubts(data) == []
    (data / "stories.json").write_text('{"stories": []}')
    assert [problem.rule for problem in Store.open(data).problems] == ["StoriesAreAsBuilt"]


@pytest.mark.parametrize("address", ["s3://bucket/dataset", "https://example.org/dataset"])
def test_an_address_is_no_folder(address: str) -> None:
    assert refusal(Path(address)) == (
        f"data: `{address}` is an address; the app opens and verifies a folder of its own machine. [DatasetIsAFolder]\n"
        "    Copy the dataset into a folder and name that in DATASET_DIR; an engine may read the address: docs/scale.md."
    )
