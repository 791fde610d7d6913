"""What a reader takes away from a browser: references in the clipboard, tables, and code that runs as it is shown."""

import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
from playwright.sync_api import Page, expect

from lib.export.files import BYTE_ORDER_MARK
from tests.browser.conftest import OpenVisit
from tests.browser.visits import ROOT, View

FIGURES = pd.read_parquet(ROOT / "data/observations.parquet")
ARTICLES = FIGURES[FIGURES["layer"] == "article"]
VERSION = r"\d+\.\d+\.\d+"


def test_the_data_page_gives_references_files_and_code(open_page: OpenVisit, tmp_path: Path):
    opened = open_page(View("data"), "/data?theme=industry")
    page = opened.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=opened.address)

    cited = copied(page, "Cite the dataset", "GB/T 7714-2015")
    assert re.fullmatch(
        r"[^\[\]]+\. [^\[\]]+: [\d.]+\[DS/OL\]\. \(\d{4}-\d\d-\d\d\)\[\d{4}-\d\d-\d\d\]\. http://\S+/data\?v=[\d.]+\.", cited
    )
    view = copied(page, "Cite this view", "APA 7")
    assert re.search(rf"\. Retrieved \w+ \d+, \d{{4}}, from http://\S+/data\?theme=industry&v={VERSION}$", view)

    csv = downloaded(page, "CSV (UTF-8, opens in Excel)", tmp_path)
    rows = pd.read_csv(csv)
    assert csv.read_bytes().startswith(BYTE_ORDER_MARK)
    assert set(rows["observation_id"]) == set(ARTICLES.loc[ARTICLES["theme"] == "industry", "observation_id"])
    link = str(rows["view_link"].iloc[0])
    assert link.startswith(f"{opened.address}/data?theme=industry&v=")
    sheet = dict(openpyxl.load_workbook(downloaded(page, "Excel workbook", tmp_path))["about"].values)
    assert (sheet["link"], sheet["dataset_version"]) == (link, rows["dataset_version"].iloc[0])

    for tab in ("pandas", "DuckDB"):
        page.get_by_role("tab", name=tab).click()
        snippet = page.get_by_role("tabpanel").filter(has_text="import pandas").locator("code").filter(visible=True).inner_text()
        ran = subprocess.run([sys.executable, "-c", snippet], capture_output=True, text=True, timeout=60, check=False)
        assert (ran.returncode, f"{len(FIGURES)} figures" in ran.stdout) == (0, True), ran.stderr
    assert opened.console_errors == []


def test_a_figure_is_cited_with_its_sentence_and_document(open_page: OpenVisit):
    claim = ARTICLES.iloc[0]
    opened = open_page(View("explore"), f"/explore?claim={claim['observation_id']}")
    page = opened.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=opened.address)
    quote = pd.read_parquet(ROOT / "data/quotes.parquet").set_index("quote_id").loc[claim["quote_id"], "text"]
    cited = copied(page, "Cite this figure", "APA 7")
    assert cited.startswith(f"“{quote}”\n\n")
    assert re.search(rf"/explore\?claim={claim['observation_id']}&v={VERSION}$", cited)
    entries = copied(page, "Cite this figure", "BibTeX")
    assert entries.count("@misc{") == 2
    assert re.search(rf"url = {{{opened.address}/explore\?claim={claim['observation_id']}&v={VERSION}}}", entries)
    assert opened.console_errors == []


def copied(page: Page, title: str, style: str) -> str:
    """Open a box of references, choose a style, copy, and read the clipboard."""
    box = page.locator("details").filter(has_text=title).first
    if box.get_attribute("open") is None:
        box.get_by_text(title, exact=True).click()
    box.get_by_role("combobox", name="Style").select_option(label=style)
    box.get_by_role("button", name="Copy").click()
    expect(box.get_by_role("button", name="Copied")).to_be_visible()
    text = str(page.evaluate("navigator.clipboard.readText()"))
    assert text == box.get_by_role("textbox").input_value()
    return text


def downloaded(page: Page, name: str, folder: Path) -> Path:
    """Press a download button and keep the file."""
    with page.expect_download() as waited:
        page.get_by_role("button", name=name).click()
    path = folder / waited.value.suggested_filename
    waited.value.save_as(path)
    return path
