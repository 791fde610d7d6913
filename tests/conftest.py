"""Settings of the whole suite: order of the tests and how much the property tests try."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

BROWSER_TESTS = Path(__file__).parent / "browser"

# How long one example takes depends on the machine, not on the code; an unattended run tries the same examples each time.
settings.register_profile("suite", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("suite")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the browser last: quick answers first, and Playwright's event loop stays out of the other tests."""
    items.sort(key=lambda item: item.path.is_relative_to(BROWSER_TESTS))
