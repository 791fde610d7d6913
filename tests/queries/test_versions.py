"""Kept versions open as they were released, and what differs between two is what their files differ in."""

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.curation import keep
from lib.domain.errors import DatasetError
from lib.domain.tables import INDICATORS, OBSERVATIONS, TABLES
from lib.queries.changes import changes
from lib.queries.conflicts import BOTH_LAYERS
from lib.queries.manifest import digest_of
from lib.queries.observations import observations
from lib.queries.releases import changelog, differences
from lib.queries.store import Store
from lib.queries.versions import RESTORE, faults_of, kept_versions, open_kept, order_of, sound_versions

DATA = Path(__file__).parents[2] / "data"
KEPT = kept_versions(DATA)


@pytest.fixture(scope="module")
def current() -> Store:
    """Open the real dataset."""
    return Store.open(DATA)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a copy of the oldest kept version, to damage."""
    return Path(shutil.copytree(next(iter(KEPT.values())), tmp_path / "1.0.0"))


def test_every_release_of_the_changelog_but_the_newest_is_kept(current: Store):
    newest, *older = [release.version for release in changelog(current).releases]
    assert newest == current.version
    assert set(older) <= set(KEPT)


@pytest.mark.parametrize("version", list(KEPT))
def test_a_kept_version_opens_with_its_own_figures_and_every_quote_proven(current: Store, version: str):
    opened = open_kept(KEPT[version], current.folder)
    released = pd.read_parquet(KEPT[version] / "observations.parquet").set_index("observation_id")
    shown = observations(opened, BOTH_LAYERS).set_index("observation_id")
    assert (opened.version, opened.problems) == (version, ())
    assert (
        opened.verification.quotes_verified
        == opened.verification.quotes_total
        == pq.read_metadata(KEPT[version] / "quotes.parquet").num_rows
    )
    assert shown["value"].to_dict() == released["value"].to_dict()
    assert shown["printed"].to_dict() == released["printed"].to_dict()


def test_what_a_version_did_not_record_is_filled_from_today(current: Store):
    opened = open_kept(KEPT["1.0.0"], current.folder)
    assert "voice" not in pq.read_schema(KEPT["1.0.0"] / "quotes.parquet").names
    sql = "select quote_id, voice from quotes order by quote_id"
    assert opened.run(sql).equals(current.run(sql))


def test_versions_are_ordered_by_age():
    assert sorted(["1.10.0", "1.9.0", "1.2.11"], key=order_of) == ["1.2.11", "1.9.0", "1.10.0"]


def test_folders_that_are_no_versions_are_left_out(tmp_path: Path):
    for name in ("1.0.0", "1.0", "latest", "1.1.0"):
        (tmp_path / "versions" / name).mkdir(parents=True)
    for name in ("1.0.0", "1.0", "latest"):
        (tmp_path / "versions" / name / "manifest.json").write_text("{}")
    assert list(kept_versions(tmp_path)) == ["1.0.0"]


def test_a_kept_file_that_was_changed_is_refused(current: Store, copied: Path):
    (copied / "units.parquet").write_bytes(b"PAR1")
    with pytest.raises(DatasetError) as error:
        open_kept(copied, current.folder)
    told = [(problem.file, problem.rule, problem.remedy) for problem in error.value.problems]
    assert RESTORE == "Restore the folder from the repository: git checkout data/versions"
    assert told == [("data/versions/1.0.0/units.parquet", "FileIsAsReleased", RESTORE)]


def edit(kept: Path, **changes: object) -> None:
    """Change parts of a manifest; what is changed to nothing goes."""
    content = json.loads((kept / "manifest.json").read_text()) | changes
    (kept / "manifest.json").write_text(json.dumps({name: value for name, value in content.items() if value is not None}))


def without(kept: Path, part: str, name: str) -> dict[str, object]:
    """Return a part of a manifest without one of its entries."""
    content = json.loads((kept / "manifest.json").read_text())[part]
    return {key: value for key, value in content.items() if key != name}


FINGERPRINTS = "fingerprints/xinhua-2023-zhejiang.txt"
DAMAGES = {
    "no fingerprints": (
        lambda kept: shutil.rmtree(kept / "fingerprints"), FINGERPRINTS, "the file is missing or cannot be read.",
    ),
    "a fingerprint file of another text": (
        lambda kept: (kept / FINGERPRINTS).write_text("0\n"), FINGERPRINTS, "the file differs from the one the dataset was built with.",
    ),
    "no version": (
        lambda kept: edit(kept, dataset_version=None), "manifest.json", "the key `dataset_version` is missing or is no text.",
    ),
    "numbers for tables": (
        lambda kept: edit(kept, tables={"units": 3}), "manifest.json", "`3` stands where an object is due.",
    ),
    "no tables": (
        lambda kept: edit(kept, tables={}), "manifest.json", "the table `observations` is not named under `tables`.",
    ),
    "a table left out": (
        lambda kept: edit(kept, tables=without(kept, "tables", "units")), "manifest.json", "the table `units` is not named under `tables`.",
    ),
    "a table that is none": (
        lambda kept: edit(kept, tables={**without(kept, "tables", ""), "../x": {"rows": 1, "sha256": ""}}),
        "manifest.json", "`../x` under `tables` is no table of the dataset.",
    ),
    "a table that is not named": (
        lambda kept: (kept / "citations.parquet").write_bytes(b""), "manifest.json", "the table `citations` is not named under `tables`.",
    ),
    "another version": (
        lambda kept: edit(kept, dataset_version="1.1.0"),
        "manifest.json", "the manifest is of version 1.1.0, but the folder is named 1.0.0.",
    ),
    "an empty manifest": (
        lambda kept: (kept / "manifest.json").write_text(""),
        "manifest.json", "the file is no JSON: Expecting value: line 1 column 1 (char 0).",
    ),
    "a list for a manifest": (
        lambda kept: (kept / "manifest.json").write_text("[]"), "manifest.json", "`[]` stands where an object is due.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("damage", "file", "message"), DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_kept_version_is_refused_with_its_remedy(
    current: Store, copied: Path, damage: Callable[[Path], object], file: str, message: str
):
    assert faults_of(copied) == ()
    damage(copied)
    with pytest.raises(DatasetError) as error:
        open_kept(copied, current.folder)
    assert error.value.problems == faults_of(copied)
    told = [(problem.file, problem.message, problem.remedy) for problem in error.value.problems]
    assert (f"data/versions/1.0.0/{file}", message, RESTORE) in told


def test_a_kept_version_that_proves_none_of_its_quotes_is_refused(current: Store, copied: Path):
    edit(copied, fingerprints={})
    with pytest.raises(DatasetError) as error:
        open_kept(copied, current.folder)
    assert {problem.remedy for problem in error.value.problems} == {RESTORE}
    assert "data/versions/1.0.0/manifest.json" in {problem.file for problem in error.value.problems}
    assert "the manifest has no fingerprints of this document." in str(error.value)


@pytest.mark.parametrize("content", [b"PAR1", (KEPT["1.0.0"] / "events.parquet").read_bytes()], ids=["no table", "another table"])
def test_a_table_that_is_none_is_refused_even_under_its_own_digest(current: Store, copied: Path, content: bytes):
    (copied / "units.parquet").write_bytes(content)
    tables = without(copied, "tables", "units")
    edit(copied, tables={**tables, "units": {"rows": 1, "sha256": digest_of(copied / "units.parquet")}})
    with pytest.raises(DatasetError) as error:
        open_kept(copied, current.folder)
    (problem,) = error.value.problems
    assert (problem.file, problem.remedy) == ("data/versions/1.0.0/units.parquet", RESTORE)
    assert problem.message.startswith(("the file cannot be read as a table (Arrow", "the rows are not those of the table `units` ("))


def test_without_room_an_older_version_says_so(current: Store, copied: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(copied / "nowhere"))
    with pytest.raises(DatasetError, match="the version could not be copied for reading: No such file"):
        open_kept(copied, current.folder)


def test_a_sound_version_stands_beside_a_broken_one(tmp_path: Path):
    shutil.copytree(DATA / "versions", tmp_path / "versions")
    assert list(sound_versions(tmp_path)) == list(KEPT)
    shutil.rmtree(tmp_path / "versions" / "1.0.0" / "fingerprints")
    assert list(sound_versions(tmp_path)) == [version for version in KEPT if version != "1.0.0"]


def test_a_damaged_version_is_compared_with_nothing(current: Store, copied: Path):
    (copied / "observations.parquet").unlink()
    with pytest.raises(DatasetError, match="is missing or is not the one that was released"):
        differences(current, "observations", copied)


def altered(folder: Path, version: Path) -> Path:
    """Write the observations of a version with one row withdrawn, one changed and one added."""
    table = pq.read_table(version / "observations.parquet")
    rows = table.to_pylist()[1:]
    rows[0] = rows[0] | {"value": rows[0]["value"] + 1, "status": "plan"}
    rows.append(rows[1] | {"observation_id": "xx99-99z"})
    pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), folder / "observations.parquet")
    return folder


def test_changes_are_the_set_difference_of_the_files(tmp_path: Path):
    older, newer = KEPT["1.1.0"], altered(tmp_path, KEPT["1.1.0"])
    ids = [set(pq.read_table(folder / "observations.parquet")["observation_id"].to_pylist()) for folder in (older, newer)]
    first, second = pq.read_table(older / "observations.parquet")["observation_id"].to_pylist()[:2]
    found = changes(older, newer, OBSERVATIONS)
    assert set(found.added) == ids[1] - ids[0] == {"xx99-99z"}
    assert set(found.withdrawn) == ids[0] - ids[1] == {first}
    assert found.changed == {second: ("value", "status")}


def test_a_version_does_not_differ_from_itself():
    assert changes(KEPT["1.0.0"], KEPT["1.0.0"], OBSERVATIONS).is_nothing


def test_the_counts_told_of_the_newest_release_are_those_of_its_files(current: Store):
    ids = [set(pd.read_parquet(folder / "observations.parquet")["observation_id"]) for folder in (KEPT["1.1.0"], DATA)]
    found = differences(current, "observations", KEPT["1.1.0"])
    assert (set(found.added), set(found.withdrawn)) == (ids[1] - ids[0], ids[0] - ids[1])


def test_every_correction_is_of_a_row_that_changed(current: Store):
    for one in changelog(current).corrections:
        newer = KEPT.get(one.version)
        found = [changes(KEPT[one.since], newer or DATA, table).changed for table in (OBSERVATIONS, INDICATORS)]
        assert any(one.row in rows for rows in found)


def test_a_release_is_kept_whole_and_never_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for table in TABLES:
        shutil.copy(DATA / table.file_name, tmp_path)
    shutil.copy(DATA / "manifest.json", tmp_path)
    shutil.copytree(DATA / "fingerprints", tmp_path / "fingerprints")
    version = json.loads((tmp_path / "manifest.json").read_text())["dataset_version"]
    assert keep.main(["--data", str(tmp_path)]) == 0
    assert keep.main(["--data", str(tmp_path)]) == 0
    assert open_kept(tmp_path / "versions" / version, DATA).problems == ()
    (tmp_path / "units.parquet").write_bytes(b"other")
    assert keep.main(["--data", str(tmp_path)]) == 1
    assert f"version {version} is kept already, with another content of this file." in capsys.readouterr().err
