"""Photographs every page of the app for people to look at: `python -m tests.browser.shoot OUT_DIR [PAGE ...]`."""

import argparse
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import launch
from tests.browser.serving import running_app
from tests.browser.visits import HEIGHTS, LANGUAGES, ROOT, THEMES, View, page_names, visit

# Streamlit scrolls its main section, not the document: the window must be as tall as what it holds to be taken whole.
_HEIGHT = """() => {
  const main = document.querySelector('[data-testid="stMain"]');  // it has no role or name to find it by
  return Math.ceil(Math.max(main?.scrollHeight ?? 0, window.innerHeight));
}"""
TALLEST = 12_000


def all_views(pages: Iterable[str]) -> list[View]:
    """List each page in both widths, themes and languages."""
    return [View(page, width, theme, language) for page, width, theme, language in product(pages, HEIGHTS, THEMES, LANGUAGES)]


def shoot(views: Iterable[View], folder: Path, app_folder: Path = ROOT) -> None:
    """Save one picture a view, as tall as the page."""
    folder.mkdir(parents=True, exist_ok=True)
    with running_app(app_folder) as address, sync_playwright() as playwright, launch(playwright) as browser:
        for view in views:
            with visit(browser, address, view) as opened:
                opened.open(view.path)
                height = min(opened.page.evaluate(_HEIGHT), TALLEST)
                opened.page.set_viewport_size({"width": view.width, "height": height})
                opened.wait_until_ready()
                opened.page.screenshot(path=folder / f"{view}.png")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.shoot", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("pages", nargs="*", help="pages to take, all when none is named")
    arguments = parser.parse_args()
    views = all_views(arguments.pages or page_names())
    shoot(views, arguments.folder)
    print(f"{len(views)} pictures in {arguments.folder}")


if __name__ == "__main__":
    main()
