"""Kept versions open as they were released, and what differs between two is what their files differ in."""

import json
import shutil
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.curation import keep
from lib.domain.errors import DatasetError
from lib.domain.tables import INDICATORS, OBSERVATIONS, TABLES
from lib.queries.changes import changes
from lib.queries.observations import observations
from lib.queries.releases import changelog, differences
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.versions import kept_versions, open_kept, order_of

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
    shown = observations(opened, Selection()).set_index("observation_id")
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
    remedy = "Restore the folder from the repository: git checkout data/versions"
    assert told == [("data/versions/1.0.0/units.parquet", "FileIsAsReleased", remedy)]


@pytest.mark.parametrize("content", ["", "[]", '{"tables": {}}', '{"tables": 3, "fingerprints": {}}'])
def test_a_kept_version_without_its_manifest_is_refused(current: Store, copied: Path, content: str):
    (copied / "manifest.json").write_text(content)
    with pytest.raises(DatasetError, match="is missing or is no manifest"):
        open_kept(copied, current.folder)


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
