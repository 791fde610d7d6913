"""A reader without a browser: the session and the address bar that `lib.ui.state` works on."""

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.ui import state
from tests.queries.sample import write_sample


class Address(dict[str, list[str]]):
    """The parameters in the address bar, with as much of `st.query_params` as the app uses."""

    def get_all(self, name: str) -> list[str]:
        """Return every value of a parameter."""
        return list(self[name])

    def get(self, name: str, default: object = None) -> object:  # type: ignore[override]
        """Return the last value of a parameter, as Streamlit does."""
        return self[name][-1] if name in self else default

    def from_dict(self, params: Mapping[str, list[str]]) -> None:
        """Write the whole address."""
        self.clear()
        self.update(params)


class Reader:
    """One session in one tab."""

    def __init__(self) -> None:
        """Start without anything chosen."""
        self.session_state: dict[str, object] = {}
        self.query_params = Address()

    def reads(self, language: str) -> None:
        """Choose a language."""
        self.session_state["selection"] = Selection(language=language)  # type: ignore[arg-type]

    def chooses(self, **parts: object) -> None:
        """Choose a view, the language included."""
        self.session_state["selection"] = Selection().replace(**parts)

    def goes_to(self, **params: list[str]) -> None:
        """Put parameters into the address bar."""
        self.query_params.from_dict(params)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Return a new session that `lib.ui.state` takes for the one of Streamlit."""
    one = Reader()
    monkeypatch.setattr(state, "st", SimpleNamespace(session_state=one.session_state, query_params=one.query_params))
    return one


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Return a store over the invented dataset."""
    return Store.open(write_sample(tmp_path_factory.mktemp("sample") / "data"))


@pytest.fixture(scope="session")
def real_store() -> Store:
    """Return a store over the dataset of the project."""
    return Store.open(Path(__file__).resolve().parents[2] / "data")
