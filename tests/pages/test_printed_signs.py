"""Signs that Markdown or HTML would read reach the reader as printed."""

from pathlib import Path

import pytest

from tests.pages.visits import component_data, seen, visit
from tests.queries import sample_rows
from tests.queries.sample import write_sample

HOSTILE = "Pay $5 to *a_b* [x](y) `z` :red[w] <b>v</b> &amp; $6 # ~u~ :material/home: 1,234 \\n."


@pytest.fixture
def hostile_quote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Show an invented dataset whose sentences are full of signs."""
    _text, *rest = sample_rows.SENTENCES["zz20-01"]
    monkeypatch.setitem(sample_rows.SENTENCES, "zz20-01", (HOSTILE.replace("1,234", "3,000"), *rest))
    monkeypatch.setitem(sample_rows.SENTENCES, "zz20-02", (HOSTILE, *sample_rows.SENTENCES["zz20-02"][1:]))
    monkeypatch.setenv("DATASET_DIR", str(write_sample(tmp_path / "data")))


def sentences(cards: list[dict[str, object]]) -> dict[object, str]:
    """Put the parts of each card's sentence together again."""
    return {card["id"]: "".join(part["text"] for part in card["parts"]) for card in cards}  # type: ignore[attr-defined]


def test_a_quote_reaches_its_card_as_printed(hostile_quote: None):
    shown = sentences(component_data(visit("explore"), "quotes")["cards"])
    assert shown["zz20-01"] == HOSTILE.replace("1,234", "3,000")
    assert shown["zz20-02"] == HOSTILE


def test_its_figure_is_marked_in_it(hostile_quote: None):
    (card,) = component_data(visit("explore", {"claim": "zz20-01a"}), "chosen_quote")["cards"]
    assert [part for part in card["parts"] if part["role"]] == [{"text": "3,000", "role": "chosen"}]


def test_it_reaches_the_sources_page_and_the_table_as_printed(hostile_quote: None):
    data = component_data(visit("sources", {"source": "paper-2020-zhengzhou"}), "quotes_paper-2020-zhengzhou")
    assert sentences(data["cards"])["zz20-02"] == HOSTILE
    grid = visit("data").dataframe[0].value
    assert list(grid.quote[grid.observation_id == "zz20-01a"]) == [HOSTILE.replace("1,234", "3,000")]


def test_no_quote_passes_through_markdown(hostile_quote: None):
    assert [text for text in seen(visit("explore")) if "<b>v</b>" in text] == []


def test_the_scripts_write_text_and_never_markup():
    folder = Path(__file__).resolve().parents[2] / "lib" / "ui" / "frontend"
    forbidden = ("innerHTML", "outerHTML =", "insertAdjacentHTML", "document.write", "eval(")
    assert [(file.name, sign) for file in folder.glob("*.js") for sign in forbidden if sign in file.read_text("utf-8")] == []
