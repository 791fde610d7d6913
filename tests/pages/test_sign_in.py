"""The door of an app whose readers sign in, and the page that a role opens."""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.access import Access
from lib.queries import served
from lib.text.catalogue import say
from lib.ui import person, shell
from lib.ui.navigation import STAFF, Entry
from tests.pages import visits
from tests.queries.sample import write_manifest

SETTINGS = {"OIDC_CLIENT_ID": "explorer", "ROLE_ADMINS": "chiefs", "ROLE_CURATORS": "editors", "ROLE_VIEWERS": "class-3"}
Visit = Callable[[Mapping[str, object], str], AppTest]


@pytest.fixture
def visit(monkeypatch: pytest.MonkeyPatch) -> Visit:
    """Give a function that opens a page as somebody with these claims."""
    monkeypatch.setattr(person, "access", lambda: Access.from_settings(SETTINGS))

    def visit(claims: Mapping[str, object], page: str = "overview") -> AppTest:
        monkeypatch.setattr(person, "claims", lambda: claims)
        return visits.visit(page)

    return visit


def somebody(*roles: str) -> dict[str, object]:
    return {"is_logged_in": True, "iat": time.time(), "name": "*Ada* :red[x]", "roles": list(roles)}


def test_a_stranger_stands_before_the_door(visit: Visit):
    app = visit({}, "overview")
    assert [title.value for title in app.title] == [say("en", "app.title")]
    assert [button.label for button in app.button] == [say("en", "sign_in.enter")]
    assert not app.exception


def test_somebody_who_signed_in_long_ago_stands_before_the_door(visit: Visit):
    app = visit({**somebody("chiefs"), "iat": time.time() - 13 * 3600}, "overview")
    assert [button.label for button in app.button] == [say("en", "sign_in.enter")]


def test_somebody_who_is_not_on_the_list_is_told_so(visit: Visit):
    app = visit(somebody("class-4"), "overview")
    assert [text.value for text in app.text] == [say("en", "sign_in.not_let_in", name="*Ada* :red[x]")]
    assert [button.label for button in app.button] == [say("en", "sign_in.leave")]


@pytest.mark.parametrize("group", ["class-3", "class-4"])
def test_a_name_turns_no_words_around_it(visit: Visit, group: str):
    marks = "\u202e\u2066\u200f\u061c"
    app = visit({**somebody(group), "name": f"Ada{marks} שרה"}, "overview")
    told = [element.value for element in (*app.text, *app.caption) if "Ada" in element.value]
    assert len(told) == 1
    assert "Ada שרה" in told[0]


def test_a_viewer_reads_and_finds_no_checks(visit: Visit):
    app = visit(somebody("class-3"), "overview")
    assert any("(viewer)" in caption.value and "\\*Ada\\*" in caption.value for caption in app.caption)
    assert say("en", "checks.title") not in [title.value for title in visit(somebody("class-3"), "checks").title]


def test_a_curator_sees_what_is_wrong(visit: Visit, copied_data: Path):
    with next((copied_data / "fingerprints").glob("*.txt")).open("a") as file:
        file.write("x")
    app = visit(somebody("editors"), "checks")
    assert not app.exception
    assert say("en", "checks.problems", count=1)[-12:] in app.error[-1].value
    assert say("en", "checks.numbers") in [header.value for header in app.header]


@pytest.mark.parametrize(
    ("claims", "names_checks"), [({}, True), (somebody("class-4"), True), (somebody("class-3"), False), (somebody("editors"), True)]
)
def test_whoever_may_still_sign_in_finds_every_page_at_its_address(
    monkeypatch: pytest.MonkeyPatch, claims: Mapping[str, object], names_checks: bool
):
    monkeypatch.setattr(person, "access", lambda: Access.from_settings(SETTINGS))
    monkeypatch.setattr(person, "claims", lambda: claims)
    given: list[Sequence[Entry]] = []
    monkeypatch.setattr(shell, "pages", lambda language, more: given.append(more))
    shell.pages_of_reader()
    assert given == [STAFF if names_checks else ()]


def test_a_stranger_who_asks_for_the_checks_stands_before_the_door(visit: Visit):
    app = visit({}, "checks")
    assert [title.value for title in app.title] == [say("en", "app.title")]
    assert not app.exception


def test_the_door_asks_for_no_file(visit: Visit, monkeypatch: pytest.MonkeyPatch):
    pictures: list[object] = []
    monkeypatch.setattr("streamlit.set_page_config", lambda **told: pictures.append(told["page_icon"]))
    visit({}, "overview")
    assert len(pictures) > 0
    assert all(str(picture).startswith("data:image/png;base64,") for picture in pictures)


def test_a_curator_does_not_look_for_a_newer_dataset(visit: Visit, sample_data: Path):
    source = served.serve(sample_data)
    try:
        source.look_at_once()
        app = visit(somebody("editors"), "checks")
        assert say("en", "checks.title") in [title.value for title in app.title]
        assert say("en", "checks.look") not in [button.label for button in app.button]
    finally:
        served.stop()


def test_an_admin_looks_for_a_newer_dataset(visit: Visit, sample_data: Path):
    source = served.serve(sample_data)
    try:
        source.look_at_once()
        app = visit(somebody("chiefs"), "checks")
        write_manifest(sample_data, dataset_version="1.2.4")
        look = next(button for button in app.button if button.label == say("en", "checks.look"))
        app = look.click().run()
        assert not app.exception
        assert say("en", "checks.unchanged") in [info.value for info in app.info]
        assert any("1.2.3" in text.value for text in app.text), "the tables still say that they are of version 1.2.3"
    finally:
        served.stop()


def test_a_session_keeps_the_dataset_that_it_began_with(visit: Visit, sample_data: Path):
    source = served.serve(sample_data)
    try:
        source.look_at_once()
        old = visit(somebody("class-3"), "data")
        write_manifest(sample_data, released="2031-05-06")
        assert source.look_at_once()
        assert any("2026-01-02" in caption.value for caption in old.run().caption)
        assert any("2031-05-06" in caption.value for caption in visit(somebody("class-3"), "data").caption)
    finally:
        served.stop()
