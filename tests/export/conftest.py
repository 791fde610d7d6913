"""A story to take along, with one step of every kind and texts that nobody should trust."""

import pytest

from lib.export.about import About
from lib.export.pictures import Picture, Plate
from lib.export.slides import Axes, Card, Chart, Deck, Look, Mark, Sentence, Slide

HOSTILE = '<script>alert(1)</script> =1+1 $x$ "quoted" \x00\ud800 & </style>'
LINK = "https://example.org/app/stories?story=x&present=yes"
LOOK, HOLLOW = Look("#1D4ED8", "circle", 1.0), Look("#1D4ED8", "diamond", 0.0)
SPEC = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "data": {"values": [{"x": 1}]},
    "mark": {"type": "text", "text": "杭州"},
    "height": 40,
}
KEY = [{"label": "Shape", "entries": [{"shape": "actual", "symbol": "circle", "solid": 1.0, "words": "已报道"}]}]


def about(title: str, step: int = 0) -> About:
    """Describe the story, or a step of it."""
    link = f"{LINK}&step={step}" if step else LINK
    return About(title, "A lead.", "All 2 figures.", "Source: Daily.", "1.2.3", "2026-01-02", "2026-03-04", link, "zh")


def picture(name: str) -> Picture:
    """Draw one word."""
    return Picture([Plate(SPEC, f"Alt of {name}.")], about(""), KEY, width=520, name=name, is_part=True)


def cards(count: int) -> list[Card]:
    """Make as many cards."""
    return [Card(f"zz24-0{place}a", f"> {place}", "辆", HOSTILE, "郑州市 · 2024年", "已报道", "", LOOK) for place in range(count)]


BARS = Axes("bars", "=cmd", [Mark("=柯桥区", 50000.0, ">5万元", LOOK), Mark("浙江省", 37600.0, "37,600 yuan", HOLLOW)], 0.0)
LINE = Axes("line", "郑州市", [Mark("2023", 316000.0, "31.6万辆", LOOK, "promised"), Mark("2024", 700000.0, "> 700,000 辆", HOLLOW)], 0.0)


@pytest.fixture(scope="session")
def deck() -> Deck:
    """Return the story."""
    quote = Sentence(HOSTILE, "en", "日报 · 2024", "https://example.org/a", {"zz24-00a": "郑州市：0"})
    foreign = Sentence("Second.", "en", "日报", "javascript:alert(1)", {"zz24-07a": "郑州市：7"})
    slides = [
        Slide("第一步", about("第一步", 1), cards(2), [quote], ["注意"], "", Chart(picture("a"), BARS)),
        Slide("第二步", about("第二步", 2), cards(2), [quote], chart=Chart(picture("b"), LINE)),
        Slide("第三步", about("第三步", 3), cards(1), chart=Chart(picture("c"))),
        Slide(HOSTILE * 4, about(HOSTILE, 4), cards(8), [quote, foreign], chart=Chart(picture("d"), is_tall=True)),
    ]
    return Deck(about(f"故事 {HOSTILE}"), slides)
