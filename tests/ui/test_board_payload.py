"""What goes to the browser for the board."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from lib.charts.drawing import Spec
from lib.queries.conflicts import BOTH_LAYERS
from lib.queries.observations import observations
from lib.queries.quotes import quotes
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import LANGUAGES, Language
from lib.ui.board.compiling import compiled
from lib.ui.board.packing import Packed, Texts, packed
from lib.ui.board.payload import payload
from lib.ui.page_cards import by_page

FRONTEND = Path(__file__).resolve().parents[2] / "lib/ui/board/frontend"
# The modules that take their words from the payload alone.
ENGINE = ("wording", "describing", "coverage_layout", "indicator_layout", "time_layout", "sourcing", "quoting", "facets", "filtering")
Sent = dict[Language, dict[str, Any]]
MOST_BYTES = 680_000


@pytest.fixture(scope="module")
def sent(real_store: Store) -> Sent:
    """Return the payload in each language."""
    return {language: payload(real_store, language, "light") for language in LANGUAGES}


def unpacked(table: Packed, texts: list[str]) -> list[dict[str, Any]]:
    """Turn a packed table back into rows."""

    def read(value: Any) -> Any:
        return [read(inner) for inner in value] if isinstance(value, list) else texts[value]

    columns = {name: [read(value) for value in column] for name, column in table["words"].items()} | table["values"]
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def test_rows_come_out_as_they_went_in():
    rows = [
        {"id": "a", "codes": ["x", "y"], "facts": [[["Term", "a"]], []], "years": [2020, 2021], "value": 1.5, "is_part": True, "none": []},
        {"id": "b", "codes": [], "facts": [], "years": [], "value": -0.0, "is_part": False, "none": []},
    ]
    texts = Texts()
    table = packed(rows, texts)
    assert unpacked(table, texts.listed) == rows
    assert texts.listed == ["a", "b", "x", "y", "Term"]


def test_a_column_with_one_number_in_it_is_sent_as_it_is():
    texts = Texts()
    assert packed([{"mixed": "a"}, {"mixed": 1}], texts) == {"words": {}, "values": {"mixed": ["a", 1]}}
    assert texts.listed == []


def test_no_rows_are_no_columns():
    assert packed([], Texts()) == {"words": {}, "values": {}}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_json_and_stays_small(sent: Sent, language: Language):
    written = json.dumps(sent[language], ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    assert len(written.encode()) < MOST_BYTES
    assert len(set(sent[language]["texts"])) == len(sent[language]["texts"])


def test_it_holds_every_figure_and_sentence_in_the_order_of_the_server(real_store: Store, sent: Sent):
    tables = {name: unpacked(table, sent["en"]["texts"]) for name, table in sent["en"]["tables"].items()}
    assert [row["id"] for row in tables["figures"]] == list(observations(real_store, BOTH_LAYERS)["observation_id"])
    assert [row["id"] for row in tables["quotes"]] == [
        *quotes(real_store, Selection())["quote_id"],
        *by_page(observations(real_store, BOTH_LAYERS)),
    ]
    for figure, mark, claim in zip(tables["figures"], tables["marks"], tables["claims"], strict=True):
        assert figure["id"] == mark["observation_id"] == claim["id"]


def test_a_figure_is_found_in_its_sentence_in_the_units_of_the_browser(real_store: Store, sent: Sent):
    tables = {name: unpacked(table, sent["en"]["texts"]) for name, table in sent["en"]["tables"].items()}
    printed = dict(zip(*(observations(real_store, Selection())[name] for name in ("observation_id", "printed")), strict=True))
    for figure in tables["figures"]:
        if figure["layer"] == "official":
            assert figure["span"] == [0, 0]
            continue
        units = tables["quotes"][figure["quote"]]["text"].encode("utf-16-le")
        start, end = figure["span"][:2]
        assert units[2 * start : 2 * end].decode("utf-16-le") == printed[figure["id"]]


def test_the_sentences_are_the_same_in_every_language_and_the_words_are_not(sent: Sent):
    english, chinese = (unpacked(sent[language]["tables"]["quotes"], sent[language]["texts"]) for language in LANGUAGES)
    assert [row["text"] for row in english] == [row["text"] for row in chinese]
    assert sent["en"]["words"].keys() >= sent["zh"]["words"].keys()
    assert sent["en"]["words"]["selection.all"] != sent["zh"]["words"]["selection.all"]


def test_colours_follow_the_mode(real_store: Store, sent: Sent):
    dark = payload(real_store, "en", "dark")
    light, dark_colours = ({row["colour"] for row in unpacked(one["tables"]["regions"], one["texts"])} for one in (sent["en"], dark))
    assert light.isdisjoint(dark_colours)
    assert sent["en"]["specs"] != dark["specs"]


@pytest.mark.parametrize("name", ["by_indicator", "over_time", "coverage"])
def test_a_specification_is_vega_with_one_dataset_to_fill(sent: Sent, name: str):
    spec = sent["en"]["specs"][name]
    assert [data["name"] for data in spec["data"] if "source" not in data] == ["rows"]
    assert not {"pick", "cell"} & {signal["name"] for signal in spec["signals"]}
    assert not {"$schema", "usermeta"} & spec.keys()


def test_a_selection_is_left_out_and_other_parameters_are_kept():
    spec: Spec = {
        "mark": "point",
        "params": [{"name": "pick", "select": "point"}, {"name": "is_wide", "expr": "width > 600"}],
        "encoding": {"x": {"field": "slot", "type": "ordinal"}},
    }
    made = compiled(spec)
    assert [signal["name"] for signal in made["signals"] if signal["name"] in ("pick", "is_wide")] == ["is_wide"]
    assert [param["name"] for param in spec["params"]] == ["pick", "is_wide"]


def test_every_word_that_the_engine_asks_for_is_sent(sent: Sent):
    source = "\n".join((FRONTEND / f"{module}.js").read_text("utf-8") for module in ENGINE)
    asked = set(re.findall(r'"((?:selection|drawing|drawing_alt|list|period|panel|chart|coverage|column)\.\w+)"', source))
    assert len(asked) > 20
    assert sorted(asked - sent["zh"]["words"].keys()) == []
