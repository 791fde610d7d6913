"""One dataset and one public site for the tests that only read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from lib.queries.store import Store
from tests.queries.sample import write_sample
from tests.server.site import site


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the invented dataset."""
    return write_sample(tmp_path_factory.mktemp("sample") / "data")


@pytest.fixture(scope="module")
def store(data: Path) -> Store:
    """Return a store over it, as a page has it."""
    return Store.open(data)


@pytest.fixture(scope="module")
def client(data: Path) -> Iterator[TestClient]:
    """Give a client of a public site."""
    with site(data, {"API_RATE": "0"}) as client:
        yield client
