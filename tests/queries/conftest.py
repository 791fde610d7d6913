"""A small invented dataset for the questions, read-only or to break."""

from pathlib import Path

import pytest

from lib.curation.layout import DATA
from lib.queries.store import Store
from tests.queries.sample import write_sample


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Return a store over the sample; it is shared, so nothing may touch its files."""
    return Store.open(write_sample(tmp_path_factory.mktemp("sample") / "data"))


@pytest.fixture(scope="session")
def real_store() -> Store:
    """Return a store over the dataset itself."""
    return Store.open(DATA)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with the sample, for one test to break."""
    return write_sample(tmp_path / "data")
