"""The offline folder of a story, taken from the page and opened from the disk without a network."""

import zipfile
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.visits import View, visit


def test_a_story_is_taken_along_and_presented_from_the_disk(browser: Browser, app_address: str, tmp_path: Path):
    with visit(browser, app_address, View()) as reader:
        reader.open("/stories?story=district-and-province")
        with reader.page.expect_download() as waiting:
            reader.page.get_by_role("button", name="Offline copy (ZIP)").click()
        waiting.value.save_as(tmp_path / "story.zip")
        name = Path(waiting.value.suggested_filename).stem
    with zipfile.ZipFile(tmp_path / "story.zip") as archive:
        archive.extractall(tmp_path)
    context = browser.new_context(offline=True)
    page, said, asked = context.new_page(), [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / name / "index.html").as_uri())
    expect(page.locator("blockquote").first).to_contain_text("1.599")
    assert page.locator(".step > .body svg[role=img]").count() == 4
    assert page.locator(".foot").first.inner_text().count(f"{app_address}/stories?story=district-and-province") == 1
    page.keyboard.press("p")
    for key, place in (("ArrowRight", 2), ("PageDown", 3), ("ArrowLeft", 2), ("End", 5), ("ArrowRight", 5), ("Home", 1), (" ", 2)):
        page.keyboard.press(key)
        expect(page.locator(".place")).to_have_text(f"{place} / 5")
        assert page.locator(".step:visible").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".step:visible").count() == 5
    assert page.url.endswith("#step-2")
    assert said == []
    assert len(asked) == 1
    context.close()
