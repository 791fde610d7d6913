"""The harness must see what it is there to see: each kind of fault is shown to it on a page made for that."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium, install
from tests.browser.serving import AppDidNotStartError, running_app
from tests.browser.visits import View, Visit, is_outside, visit

ADDRESS = "http://127.0.0.1:8501"


@pytest.fixture
def blank_visit(browser: Browser) -> Iterator[Visit]:
    with visit(browser, ADDRESS, View()) as opened:
        yield opened


def test_console_errors_are_seen(blank_visit: Visit):
    blank_visit.page.set_content("<script>console.error('the chart broke'); console.warn('only a warning')</script>")
    assert [error.split(" (")[0] for error in blank_visit.console_errors] == ["the chart broke"]


def test_a_missing_file_of_the_app_is_seen(blank_visit: Visit):
    blank_visit.page.route("**/*", lambda route: route.fulfill(status=404))
    blank_visit.page.set_content(f"<img src='{ADDRESS}/explore/chart.png'>")
    assert [error.split(" (")[-1] for error in blank_visit.console_errors] == [f"{ADDRESS}/explore/chart.png)"]


def test_uncaught_page_errors_are_seen(blank_visit: Visit):
    blank_visit.page.set_content("<script>throw new Error('no such field')</script>")
    assert any("no such field" in error for error in blank_visit.console_errors)


def test_outside_requests_are_seen(blank_visit: Visit):
    blank_visit.page.route("**/*", lambda route: route.abort())
    blank_visit.page.set_content("<img src='http://fonts.invalid/a.png'><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>")
    assert blank_visit.outside_requests == ["http://fonts.invalid/a.png"]


@pytest.mark.parametrize(
    ("url", "outside"),
    [
        (f"{ADDRESS}/static/a.js", False),
        ("ws://127.0.0.1:8501/_stcore/stream", False),
        ("data:image/gif;base64,R0lG", False),
        (f"blob:{ADDRESS}/7f", False),
        ("http://127.0.0.1:9999/a.js", True),
        ("https://fonts.invalid/a.css", True),
        ("wss://metrics.invalid/", True),
    ],
)
def test_outside_is_any_other_host_or_port(url: str, outside: bool):
    assert is_outside(url, ADDRESS) is outside


@pytest.mark.parametrize(
    ("view", "path"),
    [
        (View(), "/"),
        (View(language="zh"), "/?lang=zh"),
        (View("explore"), "/explore"),
        (View("explore", language="zh"), "/explore?lang=zh"),
    ],
)
def test_view_path(view: View, path: str):
    assert view.path == path


def test_an_app_that_cannot_start_is_reported_with_its_own_words(tmp_path: Path):
    with (
        pytest.raises(
            AppDidNotStartError,
            match=r"`streamlit run missing\.py` did not answer at http://127\.0\.0\.1:\d+\. It wrote:\n(.|\n)*missing\.py",
        ),
        running_app(tmp_path, "missing.py"),
    ):
        pass


def test_a_named_browser_that_does_not_start_is_reported(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CHROMIUM", "no-such-browser")
    with pytest.raises(chromium.BrowserMissingError) as raised:
        chromium.find_chromium()
    assert str(raised.value) == "CHROMIUM is set to 'no-such-browser', which does not start. Set it to a Chromium or Chrome, or unset it."


def test_a_browser_stub_that_fails_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "chromium").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "google-chrome").write_text("#!/bin/sh\necho Google Chrome\n")
    for program in tmp_path.iterdir():
        program.chmod(0o755)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chromium.find_chromium() == str(tmp_path / "google-chrome")


def test_only_what_is_missing_is_installed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(install, "find_chromium", lambda: "chromium")
    monkeypatch.setattr(install, "has_chinese_font", lambda: True)
    monkeypatch.setattr(install, "find_nginx", lambda: "nginx")
    assert install.wanted_packages() == []
    monkeypatch.setattr(install, "has_chinese_font", lambda: False)
    assert install.wanted_packages() == ["fonts-noto-cjk", "fontconfig"]
    monkeypatch.setattr(install, "find_chromium", lambda: None)
    monkeypatch.setattr(install, "has_playwright_chromium", lambda: False)
    monkeypatch.setattr(install, "find_nginx", lambda: None)
    assert install.wanted_packages() == ["chromium", "nginx-light", "fonts-noto-cjk", "fontconfig"]


def test_without_a_package_manager_playwright_brings_the_browser(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    installed: list[str] = []
    monkeypatch.setattr(install, "find_chromium", lambda: None)
    monkeypatch.setattr(install, "has_playwright_chromium", lambda: bool(installed))
    monkeypatch.setattr(install, "has_chinese_font", lambda: True)
    monkeypatch.setattr(install, "may_install_packages", lambda: False)
    monkeypatch.setattr(install, "install_playwright_chromium", lambda: installed.append("chromium"))
    assert install.main() == 0
    assert installed == ["chromium"]
    assert capsys.readouterr().out == "Browser for the tests: Chromium from Playwright\n"
