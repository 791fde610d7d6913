"""The store that the sessions share: opened once, and again when its files change."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lib.domain.errors import DatasetError
from lib.queries.store import Store
from lib.ui import cache
from tests.queries.sample import write_sample


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the invented dataset, which the app now shows."""
    folder = write_sample(tmp_path / "data")
    monkeypatch.setenv("DATASET_DIR", str(folder))
    return folder


def test_the_folder_is_the_projects_unless_the_environment_says_otherwise(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("DATASET_DIR", raising=False)
    assert cache.data_folder() == Path(__file__).resolve().parents[2] / "data"
    monkeypatch.setenv("DATASET_DIR", "")
    assert cache.data_folder() == Path(__file__).resolve().parents[2] / "data"
    monkeypatch.setenv("DATASET_DIR", "/elsewhere")
    assert cache.data_folder() == Path("/elsewhere")


def test_the_store_is_opened_once(data: Path):
    assert cache.store() is cache.store()


@pytest.mark.parametrize("name", ["units.parquet", "manifest.json", "fingerprints/release-2023-keqiao.txt", "curated/indicators.toml"])
def test_a_touched_file_opens_it_again(data: Path, name: str):
    first = cache.store()
    os.utime(data / name, ns=(1, 1))
    assert cache.store() is not first


def test_a_file_that_came_or_went_opens_it_again(data: Path):
    first = cache.store()
    (data / "curated" / "sources").mkdir()
    (data / "curated" / "sources" / "new.toml").write_text("")
    second = cache.store()
    assert second is not first
    assert [problem.file for problem in second.problems] == ["data/curated/sources/new.toml"]
    (data / "curated" / "sources" / "new.toml").unlink()
    assert cache.store().problems == ()


def test_a_broken_dataset_is_not_remembered(data: Path):
    sound = (data / "units.parquet").read_bytes()
    (data / "units.parquet").unlink()
    with pytest.raises(DatasetError, match=r"data/units\.parquet: the file is missing\."):
        cache.store()
    (data / "units.parquet").write_bytes(sound)
    assert cache.store().problems == ()


def test_a_question_is_asked_once_for_the_same_arguments(data: Path):
    asked: list[str] = []

    def question(store: Store, name: str) -> str:
        asked.append(name)
        return f"{store.version} {name}"

    opened = cache.store()
    assert [cache.answer(opened, question, name) for name in ("a", "b", "a")] == ["1.2.3 a", "1.2.3 b", "1.2.3 a"]
    assert asked == ["a", "b"]


def test_questions_of_one_name_in_two_modules_do_not_share_an_answer(data: Path):
    def named_alike(module: str) -> Callable[[Store], str]:
        def question(_: Store) -> str:
            return module

        question.__module__ = module
        return question

    opened = cache.store()
    assert [cache.answer(opened, named_alike(name)) for name in ("lib.a", "lib.b", "lib.a")] == ["lib.a", "lib.b", "lib.a"]


def test_another_dataset_is_asked_anew(data: Path):
    def question(store: Store) -> int:
        return len(store.problems)

    assert cache.answer(cache.store(), question) == 0
    with (data / "fingerprints" / "release-2023-keqiao.txt").open("a") as file:
        file.write("x")
    assert cache.answer(cache.store(), question) == 1


def test_what_a_link_may_ask_for_is_of_this_dataset(data: Path):
    assert cache.known(cache.store()).programmes == {"roads", "workshops"}


@pytest.mark.parametrize("name", [".~lock.json", ".#units.parquet", "curated/.#units.toml"])
def test_the_lock_file_of_an_editor_changes_nothing(data: Path, name: str):
    first = cache.store()
    (data / name).symlink_to("someone@somewhere.1234")
    assert cache.store() is first


def test_a_link_that_leads_nowhere_is_told_and_not_stumbled_over(data: Path):
    (data / "curated" / "broken.toml").symlink_to("nowhere")
    assert [problem.file for problem in cache.store().problems] == ["data/curated/broken.toml"]


def test_what_a_link_may_ask_is_asked_of_the_copy_that_is_there(data: Path, tmp_path: Path):
    lost, kept = (Store.open(shutil.copytree(data, tmp_path / name)) for name in ("lost", "kept"))
    figure = str(kept.run("select observation_id from observations order by observation_id")["observation_id"].iloc[0])
    assert lost.identity == kept.identity
    assert "no such figure" not in cache.known(lost).claims
    shutil.rmtree(lost.folder)
    assert figure in cache.known(kept).claims
