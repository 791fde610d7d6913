"""When the map has outlines under it, and when it does with dots."""

import logging
from pathlib import Path

import pytest
import streamlit as st

from lib.outlines.tianditu import OutlinesError
from lib.ui import map_outlines, publish


@pytest.fixture(autouse=True)
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Publish into a folder of the test."""
    monkeypatch.setattr(publish, "STATIC", tmp_path)
    monkeypatch.delenv("MAP_OUTLINES", raising=False)
    monkeypatch.delenv("MAP_REVIEW_NO", raising=False)
    monkeypatch.setattr(st, "get_option", lambda name: name == "server.enableStaticServing")
    map_outlines._tell_once.cache_clear()
    return tmp_path


def test_the_outlines_are_written_once_and_found_again(served: Path, monkeypatch: pytest.MonkeyPatch):
    address = map_outlines.outlines_address("330000")
    file = served / address.removeprefix("app/static/")
    assert address.startswith("app/static/") and file.read_bytes().startswith(b'{"type":"Topology"')
    monkeypatch.setattr(map_outlines, "outlines", lambda province: pytest.fail("made a second time"))
    assert map_outlines.outlines_address("330000") == address


@pytest.mark.parametrize("setting", ["off", " OFF ", "no", "0"])
def test_the_setting_turns_outlines_off(served: Path, monkeypatch: pytest.MonkeyPatch, setting: str):
    monkeypatch.setenv("MAP_OUTLINES", setting)
    assert map_outlines.outlines_address("330000") == ""
    assert list(served.iterdir()) == []


def test_without_static_serving_there_are_no_outlines(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(st, "get_option", lambda name: False)
    assert map_outlines.outlines_address("330000") == ""


def test_a_missing_package_gives_dots_and_is_told_once(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    def broken(province: str) -> bytes:
        raise OutlinesError("The package is not installed.")

    monkeypatch.setattr(map_outlines, "outlines", broken)
    with caplog.at_level(logging.WARNING):
        assert [map_outlines.outlines_address("330000") for _ in range(3)] == [""] * 3
    assert [record.message for record in caplog.records] == ["The map shows dots instead of outlines. The package is not installed."]


def test_a_folder_that_cannot_be_written_gives_dots(served: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    (served / "file").write_text("in the way")
    monkeypatch.setattr(publish, "STATIC", served / "file")
    assert map_outlines.outlines_address("410000") == ""
    assert "outlines-410000.json could not be written" in caplog.text


def test_the_review_number_is_empty_unless_set(monkeypatch: pytest.MonkeyPatch):
    assert map_outlines.review_number() == ""
    monkeypatch.setenv("MAP_REVIEW_NO", " GS(2099)1号 ")
    assert map_outlines.review_number() == "GS(2099)1号"
