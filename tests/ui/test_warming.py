"""What a first visit needs is there before it comes, and what cannot be made ahead keeps nobody from coming."""

import logging
import shutil
from pathlib import Path

import pytest

from lib.queries.store import Store
from lib.ui import presenting, publish, warming
from tests.queries.sample import write_sample


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Publish into a folder of the test, and freeze nothing in the process of the tests."""
    monkeypatch.setattr(publish, "STATIC", tmp_path / "static")
    monkeypatch.setattr(warming, "_freeze", lambda: None)
    monkeypatch.delenv("EXPLORE_BOARD", raising=False)
    return Store.open(write_sample(tmp_path / "data"))


def published(name: str) -> list[Path]:
    """Find the published files of that name."""
    return list(publish.STATIC.glob(f"*/{name}"))


def test_the_board_is_made_for_every_language_and_both_palettes(store: Store):
    warming.warm(store)
    assert len(published("figures.json")) == 4
    assert len(published("vega.js")) == len(published("parts.js")) == 1


def test_where_the_server_draws_explore_no_board_is_made(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EXPLORE_BOARD", "server")
    warming.warm(store)
    assert published("figures.json") == published("vega.js") == []


def test_the_charts_of_the_stories_are_made_ahead_and_only_once(real_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(publish, "STATIC", tmp_path / "static")
    presenting._published_text.clear()
    presenting.make_ahead(real_store, "en", "light")
    assert published("slide.json")
    shutil.rmtree(publish.STATIC)
    presenting.make_ahead(real_store, "en", "light")
    assert published("slide.json") == []


def test_what_fails_is_logged_and_the_rest_is_made(store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    def fail() -> None:
        raise RuntimeError("no modules")

    monkeypatch.setattr(warming, "_modules", fail)
    monkeypatch.setenv("MAP_OUTLINES", "off")
    with caplog.at_level(logging.INFO, "lib.ui.warming"):
        warming.warm(store)
    assert [record.levelname for record in caplog.records] == ["ERROR", "INFO"]
    assert caplog.records[0].message == "What a first visit needs could not be made ahead; the visit will make it."
    assert len(published("figures.json")) == 4
