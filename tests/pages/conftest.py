"""The pages run as a server runs them, over the real dataset or a copy to break."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import app_test

from lib.queries.store import Store
from tests.pages.visits import ROOT, ServedPages
from tests.queries.sample import write_sample


@pytest.fixture(autouse=True)
def served_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the test frame know the pages as a server does, and read the dataset of the project; no browser is there to draw the board."""
    monkeypatch.setattr(app_test, "PagesManager", ServedPages)
    monkeypatch.setenv("EXPLORE_BOARD", "server")
    monkeypatch.delenv("DATASET_DIR", raising=False)


@pytest.fixture(scope="session")
def real_store() -> Store:
    """Return a store over the real dataset."""
    return Store.open(ROOT / "data")


@pytest.fixture
def copied_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the real dataset, which the app now shows, for one test to break."""
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder)
    monkeypatch.setenv("DATASET_DIR", str(folder))
    return folder


@pytest.fixture
def sample_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the invented dataset, which the app now shows."""
    folder = write_sample(tmp_path / "data")
    monkeypatch.setenv("DATASET_DIR", str(folder))
    return folder
