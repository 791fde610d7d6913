"""What a server serves: a verified copy that stays, and a newer one that takes over when it is sound."""

import gc
import json
import logging
import os
import tempfile
from pathlib import Path

import pytest

from lib.domain.errors import DatasetError
from lib.queries import served
from lib.queries.dataset_files import dataset_files
from lib.queries.engines import DOWN
from lib.queries.served import Edition, Served
from tests.queries.sample import write_manifest, write_sample


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = write_sample(tmp_path / "data")
    (data / "stories.json").write_text('{"stories": []}')
    write_manifest(data)
    return data


@pytest.fixture
def source(folder: Path) -> Served:
    source = Served(folder)
    assert source.look_at_once()
    return source


def renew(folder: Path, released: str = "2026-03-04") -> None:
    """Write the folder as a later build would."""
    write_manifest(folder, released=released)


def settle(source: Served) -> bool:
    """Look until the folder was seen twice alike."""
    return source.look() or source.look()


def test_nothing_is_served_before_the_first_look(folder: Path):
    with pytest.raises(DatasetError, match="the dataset is being opened"):
        Served(folder).edition()


def test_what_is_served_is_a_copy(source: Served, folder: Path):
    store = source.edition().store
    assert store.folder != folder
    (folder / "observations.parquet").write_bytes(b"overwritten in place")
    assert store.run("select count(*) as figures from observations")["figures"].iloc[0] > 0


def test_a_newer_dataset_takes_over_when_its_files_have_settled(source: Served, folder: Path):
    before = source.edition()
    renew(folder)
    assert not source.look(), "somebody may still be writing"
    assert source.look()
    assert source.edition().store.manifest.released == "2026-03-04"
    assert before.store.run("select 1 as one")["one"].tolist() == [1], "an old session goes on"


def test_an_unchanged_folder_is_not_opened_again(source: Served, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(served, "opened_aside", lambda folder: pytest.fail("opened again"))
    assert not settle(source)


@pytest.mark.parametrize("name", ["observations.parquet", "manifest.json", "fingerprints/release-2023-keqiao.txt", "stories.json"])
def test_a_broken_one_is_refused_and_the_old_one_stays(source: Served, folder: Path, name: str, caplog: pytest.LogCaptureFixture):
    before = source.edition()
    sound = (folder / name).read_bytes()
    (folder / name).write_bytes(sound[:-9])
    with caplog.at_level(logging.ERROR, "lib.queries.served"):
        assert not settle(source)
    assert source.edition() is before
    assert {problem.file for problem in source.refused} >= {f"data/{name}"}
    assert "A dataset was refused, version 1.2.3 stays" in caplog.text
    (folder / name).write_bytes(sound)
    assert settle(source)
    assert source.refused == ()


def test_a_refused_one_is_told_once(source: Served, folder: Path, caplog: pytest.LogCaptureFixture):
    (folder / "manifest.json").write_text("{")
    with caplog.at_level(logging.ERROR, "lib.queries.served"):
        for _ in range(5):
            source.look()
    assert caplog.text.count("A dataset was refused") == 1


def test_an_engine_that_was_down_at_the_start_is_asked_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def down(_: Path, *, may_stay: bool) -> Edition:
        raise DatasetError([DOWN])

    source = Served(folder)
    with monkeypatch.context() as patch:
        patch.setattr(served, "opened_aside", down)
        for _ in range(3):
            assert not source.look()
        with pytest.raises(DatasetError, match="EngineAnswers"):
            source.edition()
    assert caplog.text.count("A dataset was refused, nothing can be served") == 1
    assert source.look(), "no file changed"
    assert source.edition().is_sound and source.refused == ()


def test_a_doubtful_one_is_better_than_none(folder: Path):
    with (folder / "fingerprints" / "release-2023-keqiao.txt").open("a") as file:
        file.write("x")
    source = Served(folder)
    assert source.look_at_once()
    assert not source.edition().is_sound


def test_a_folder_that_cannot_be_read_says_why_until_it_can(tmp_path: Path):
    source = Served(tmp_path / "data")
    assert not source.look_at_once()
    with pytest.raises(DatasetError, match=r"data/manifest\.json: the file is missing"):
        source.edition()
    write_sample(tmp_path / "data")
    assert settle(source)
    assert source.refused == ()


def test_the_copy_goes_with_the_last_who_holds_its_store(source: Served, folder: Path):
    old = source.edition().store
    copy = old.folder
    renew(folder)
    assert settle(source)
    gc.collect()
    assert copy.exists()
    del old
    gc.collect()
    assert not copy.exists()


@pytest.mark.parametrize("name", ["quotes.parquet", "stories.json"])
def test_a_copy_that_lost_files_is_made_again(source: Served, name: str):
    lost = source.edition().store
    (lost.folder / name).unlink()
    assert settle(source)
    assert source.edition().store is not lost
    assert served.is_whole(source.edition().store)
    assert not served.is_whole(lost)


def test_a_refused_copy_goes_at_once(source: Served, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    room = tmp_path / "room"
    room.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(room))
    (folder / "units.parquet").write_bytes(b"no parquet")
    assert not settle(source)
    assert list(room.iterdir()) == []


def test_without_room_for_a_copy_the_folder_itself_is_served(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "nowhere"))
    source = Served(folder)
    assert source.look_at_once()
    assert source.edition().store.folder == folder
    assert "could not be copied" in caplog.text


def test_without_room_for_a_newer_copy_the_old_one_stays_until_there_is(
    source: Served, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    before = source.edition()
    renew(folder)
    with monkeypatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(folder / "nowhere"))
        for _ in range(4):
            assert not source.look()
    assert source.edition() is before
    (problem,) = source.refused
    assert str(problem) == (
        "data: it could not be copied into the temporary folder of the machine: No such file or directory. [DatasetIsCopied]\n"
        "    Make room there, or name another folder in TMPDIR; it is tried again."
    )
    assert caplog.text.count("A dataset was refused, version 1.2.3 stays") == 1
    assert settle(source), "no file changed meanwhile"
    assert source.refused == ()


@pytest.mark.parametrize(
    "name", ["units.parquet", "manifest.json", "fingerprints/release-2023-keqiao.txt", "extra.fifo", "curated/extra.csv"]
)
def test_nobody_waits_for_a_pipe(source: Served, folder: Path, name: str):
    before, sound = source.edition(), (folder / name).read_bytes() if (folder / name).exists() else b""
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    assert not settle(source)
    assert source.edition() is before
    (folder / name).unlink()
    if sound:
        (folder / name).write_bytes(sound)
        assert settle(source)
    assert source.refused == ()


def test_a_name_that_is_no_text_is_told_in_letters(source: Served, folder: Path):
    (folder / os.fsdecode(b"curated/\xff.csv")).write_text("id")
    assert not settle(source)
    (problem,) = source.refused
    assert problem.file == r"data/curated/\udcff.csv"
    json.dumps(str(problem)).encode("utf-8")


def test_links_are_followed_wherever_they_lead(folder: Path, tmp_path: Path):
    state = folder / "..state"
    state.mkdir()
    for file in [*folder.glob("*.parquet"), folder / "manifest.json", folder / "stories.json"]:
        file.rename(state / file.name)
        file.symlink_to(Path("..state") / file.name)
    (folder / "fingerprints").rename(tmp_path / "prints")
    (folder / "fingerprints").symlink_to(Path("..") / "prints")
    (folder / "curated" / "loop").symlink_to(".")
    source = Served(folder)
    assert source.look_at_once()
    assert source.edition().is_sound
    renewed = (tmp_path / "prints" / "release-2023-keqiao.txt").read_text() + "x"
    (tmp_path / "prints" / "release-2023-keqiao.txt").write_text(renewed)
    assert not settle(source)
    assert "data/fingerprints/release-2023-keqiao.txt" in {problem.file for problem in source.refused}


def test_what_no_dataset_has_is_not_copied(source: Served, folder: Path):
    for name in ("notes.parquet", "core.1234", "curated/upload.part", "elsewhere/units.parquet"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("")
    assert not settle(source), "nothing of the dataset changed"
    renew(folder)
    assert settle(source)
    copied = {
        file.relative_to(source.edition().store.folder).as_posix() for file in source.edition().store.folder.rglob("*") if file.is_file()
    }
    assert copied == {file.as_posix() for file in dataset_files(folder)} | {".held"}
    assert not {"notes.parquet", "core.1234", "curated/upload.part", "elsewhere/units.parquet"} & copied


def test_a_server_that_ends_leaves_no_copy(source: Served):
    copy = source.edition().store.folder
    assert copy.exists()
    served.stop()
    assert not copy.exists()


def test_a_copy_that_was_deleted_says_whose_it_was(source: Served):
    store = source.edition().store
    (store.folder / "quotes.parquet").unlink()
    with pytest.raises(DatasetError, match=r"data/quotes\.parquet: the app's own copy of the file was deleted\. \[CopyIsWhole\]"):
        store.run("select quote_id from quotes")


def test_an_edition_knows_its_older_versions(source: Served, folder: Path):
    assert source.edition().known.versions == {"1.2.3"}
    kept = folder / "versions" / "1.0.0"
    write_sample(kept)
    write_manifest(kept, dataset_version="1.0.0")
    assert settle(source)
    edition = source.edition()
    assert edition.known.versions == {"1.0.0", "1.2.3"}
    assert edition.of_version("1.0.0").version == "1.0.0"
    assert edition.of_version("1.0.0") is edition.of_version("1.0.0")
    assert edition.of_version("") is edition.store


def test_one_process_serves_one_folder(folder: Path):
    assert served.served() is None
    source = served.serve(folder)
    assert served.served() is source
    served.stop()
    assert served.served() is None


def test_the_folder_is_the_projects_unless_the_environment_says_otherwise(monkeypatch: pytest.MonkeyPatch):
    home = Path(__file__).resolve().parents[2] / "data"
    for given, expected in (("", home), ("/elsewhere", Path("/elsewhere"))):
        monkeypatch.setenv("DATASET_DIR", given)
        assert served.data_folder() == expected
    monkeypatch.delenv("DATASET_DIR")
    assert served.data_folder() == home


def test_the_lock_file_of_an_editor_is_no_part_of_the_dataset(folder: Path):
    before = served.stamps_of(folder)
    (folder / ".~lock.json").symlink_to("someone@somewhere.1234")
    assert served.stamps_of(folder) == before
