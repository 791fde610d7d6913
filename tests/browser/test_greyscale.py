"""Without any colour, status is still told apart: each has a shape and a filling of its own, in the charts and the signs beside them."""

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import ElementHandle, FloatRect, Page

from lib.charts.colours import AREAS
from lib.domain.vocabulary import Status
from tests.browser.conftest import OpenVisit
from tests.browser.explore_page import FIGURE_CHARTS, Explore, Seen, StartVisit
from tests.browser.visits import THEMES, Theme, View

SIDE = 16
# How far two grey pictures of marks must be apart, black against white being 1.
LEAST_APART = 0.06


def look(mark: Seen) -> tuple[str, float]:
    """Reduce a mark to its shape, whatever its size, and its filling, whatever its colour."""
    return re.sub(r"[^A-Za-z]", "", mark["shape"]), mark["fillOpacity"]


def faults(marks: Iterable[Seen]) -> list[str]:
    """Say which status has more than one look, and which two share one."""
    looks: dict[str, set[tuple[str, float]]] = defaultdict(set)
    for mark in marks:
        looks[mark["status"]].add(look(mark))
    mixed = [f"{status} is drawn in {len(seen)} ways" for status, seen in sorted(looks.items()) if len(seen) > 1]
    return mixed + [f"{one} looks like {other}" for one, other in combinations(sorted(looks), 2) if looks[one] & looks[other]]


def test_every_status_has_one_look_in_each_chart_of_figures(whole: Explore):
    for chart in FIGURE_CHARTS:
        marks = whole.marks(chart)
        assert {mark["status"] for mark in marks} == set(Status)
        assert faults(marks) == []


ROUND, DIAMOND = "M3,0A3,3,0,1,1,-3,0A3,3,0,1,1,3,0", "M0,-4L2,0L0,4L-2,0Z"


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ([("actual", ROUND, 1), ("actual", ROUND.replace("3", "5"), 1), ("ongoing", ROUND, 0.3), ("target", DIAMOND, 0)], []),
        ([("actual", ROUND, 1), ("ongoing", ROUND, 1)], ["actual looks like ongoing"]),
        ([("actual", ROUND, 1), ("actual", DIAMOND, 1)], ["actual is drawn in 2 ways"]),
    ],
)
def test_looks_that_only_colour_parts_are_named(marks: list[tuple[str, str, float]], said: list[str]):
    assert faults({"status": status, "shape": shape, "fillOpacity": filled} for status, shape, filled in marks) == said


def see_no_colour(page: Page) -> None:
    """Let the browser draw as one sees who sees no colours."""
    page.context.new_cdp_session(page).send("Emulation.setEmulatedVisionDeficiency", {"type": "achromatopsia"})


def picture(page: Page, node: ElementHandle | None) -> Image.Image:
    """Photograph a mark in grey: a square of the page around its centre."""
    assert node
    node.scroll_into_view_if_needed()
    left, top, width, height = node.evaluate(
        "node => { const { x, y, width, height } = node.getBoundingClientRect(); return [x, y, width, height] }"
    )
    square: FloatRect = {"x": left + (width - SIDE) / 2, "y": top + (height - SIDE) / 2, "width": SIDE, "height": SIDE}
    taken = Image.open(io.BytesIO(page.screenshot(clip=square))).convert("RGB")
    assert ImageChops.difference(taken, taken.convert("L").convert("RGB")).getbbox() is None, "The picture is not grey."
    return taken.convert("L").resize((SIDE, SIDE))


def apart(one: Image.Image, other: Image.Image) -> float:
    """Measure how far two pictures are apart."""
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0]) / 255


def alike(pictures: Mapping[str, Image.Image]) -> list[str]:
    """Name the pairs that cannot be told apart."""
    pairs = combinations(sorted(pictures), 2)
    return [f"{one} looks like {other}" for one, other in pairs if apart(pictures[one], pictures[other]) < LEAST_APART]


@pytest.mark.parametrize("theme", THEMES)
def test_marks_and_signs_are_told_apart_in_grey(start_visit: StartVisit, theme: Theme):
    explore = Explore(start_visit(View("explore", theme=theme))).open()
    see_no_colour(explore.page)
    marks = explore.marks("by_indicator")
    # Places differ in their grey too: only within one do shape and filling stand alone.
    area = max(AREAS, key=lambda code: len({mark["status"] for mark in marks if mark["area"] == code}))
    of_status = {mark["status"]: mark["id"] for mark in marks if mark["area"] == area}
    assert len(of_status) >= 3
    assert alike({status: picture(explore.page, explore.mark("by_indicator", figure)) for status, figure in of_status.items()}) == []
    signs = {status: explore.page.locator(f".shape.{status}").first.element_handle() for status in Status}
    assert alike({status: picture(explore.page, sign) for status, sign in signs.items()}) == []


def test_marks_that_only_colour_parts_are_seen_as_one(open_page: OpenVisit):
    page = open_page().page
    shapes = {"red": ("#b30000", ROUND), "teal": ("#006f6f", ROUND), "diamond": ("#b30000", DIAMOND)}
    drawn = (f'<path id="{name}" transform="translate(9,9) scale(2)" d="{shape}" fill="{ink}"/>' for name, (ink, shape) in shapes.items())
    page.set_content("".join(f'<svg width="20" height="20">{path}</svg>' for path in drawn))
    see_no_colour(page)
    assert alike({name: picture(page, page.locator(f"#{name}").element_handle()) for name in shapes}) == ["red looks like teal"]
