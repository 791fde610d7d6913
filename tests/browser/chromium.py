"""Finds the Chromium that the browser tests drive, and starts it without any traffic of its own."""

import os
import shutil
import subprocess

from playwright.sync_api import Browser, Playwright

SYSTEM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LAUNCH_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


class BrowserMissingError(Exception):
    """No browser could be found where one was promised."""


def is_runnable(path: str) -> bool:
    """Tell whether the program starts; Ubuntu's chromium-browser may be a stub that only asks for a snap."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def find_chromium() -> str | None:
    """Return the path of CHROMIUM from the environment, else of the system's Chromium or Chrome, else None."""
    named = os.environ.get("CHROMIUM", "")
    if named:
        return _named_chromium(named)
    on_path = (shutil.which(name) for name in SYSTEM_NAMES)
    return next((path for path in on_path if path and is_runnable(path)), None)


def _named_chromium(named: str) -> str:
    path = shutil.which(named)
    if path and is_runnable(path):
        return path
    raise BrowserMissingError(f"CHROMIUM is set to {named!r}, which does not start. Set it to a Chromium or Chrome, or unset it.")


def launch(playwright: Playwright) -> Browser:
    """Start the system's Chromium, or Playwright's own when the system has none."""
    return playwright.chromium.launch(executable_path=find_chromium(), args=list(LAUNCH_FLAGS))
