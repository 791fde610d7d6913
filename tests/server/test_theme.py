"""The theme that every run tells the browser: the same as Streamlit reads it, and read once."""

from collections.abc import Iterator

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from lib.server import theme
from lib.server.theme import tell_theme_once

SECTIONS = ("theme", *(f"theme.{part.value}" for part in config.CustomThemeCategories))


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave Streamlit as it was."""
    monkeypatch.setattr(app_session, "_populate_theme_msg", app_session._populate_theme_msg)
    theme._KEPT.clear()
    yield
    theme._KEPT.clear()


@pytest.mark.parametrize("section", SECTIONS)
def test_each_part_is_told_as_streamlit_reads_it(section: str):
    read = CustomThemeConfig()
    theme._READ(read, section)
    tell_theme_once()
    for _ in range(2):
        told = CustomThemeConfig()
        app_session._populate_theme_msg(told, section)
    assert told == read


def test_a_part_without_settings_is_not_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(theme, "_READ", lambda msg, section: None)
    tell_theme_once()
    told = CustomThemeConfig()
    app_session._populate_theme_msg(told.light, "theme.light")
    assert not told.HasField("light")


def test_settings_that_are_read_again_are_told(monkeypatch: pytest.MonkeyPatch):
    colours = iter(("#111111", "#222222"))
    monkeypatch.setattr(theme, "_READ", lambda msg, section: setattr(msg, "primary_color", next(colours)))
    tell_theme_once()
    told = []
    for _ in range(2):
        app_session._populate_theme_msg(message := CustomThemeConfig())
        told.append(message.primary_color)
    config._on_config_parsed.send()
    app_session._populate_theme_msg(message := CustomThemeConfig())
    assert [*told, message.primary_color] == ["#111111", "#111111", "#222222"]
