"""What a quote card is given to show."""

from typing import Any

import pytest

from lib.queries.observations import observations
from lib.queries.quotes import quotes
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.ui.prose import with_meanings
from lib.ui.quote_cards import Card, cards
from lib.ui.rows import each
from tests.ui.conftest import Reader


def colour(row: Any) -> str:
    return f"#{row.region_id}"


def made(store: Store, chosen: str = "") -> list[Card]:
    return cards(quotes(store, Selection()), observations(store, Selection()), chosen, colour)


def card_of(found: list[Card], quote: str) -> Card:
    return next(card for card in found if card["id"] == quote)


def test_each_quote_has_a_card_in_the_order_of_the_documents(reader: Reader, sample_store: Store):
    found = made(sample_store)
    assert [card["id"] for card in found] == list(quotes(sample_store, Selection()).quote_id)
    assert not any(card["selected"] or card["details"] for card in found)


def test_the_parts_are_the_sentence_with_figure_and_bound_marked(reader: Reader, sample_store: Store):
    card = card_of(made(sample_store), "hz21-01")
    assert [(part["text"], part["role"]) for part in card["parts"]] == [
        ("Hangzhou’s output ", ""), ("surpassed", "bound"), (" ", ""), ("1.36 trillion yuan", "figure"), (" in 2020.", ""),
    ]  # fmt: skip


def test_the_card_of_the_chosen_figure_comes_first_and_tells_all(reader: Reader, sample_store: Store):
    card = made(sample_store, "kq23-03a")[0]
    assert (card["id"], card["selected"]) == ("kq23-03", True)
    assert [part["text"] for part in card["parts"] if part["role"].startswith("chosen")] == ["below", "1.6"]
    told, origin = card["details"]
    assert {fact[0]: fact[1] for fact in told} == {
        "As printed": "below … 1.6",
        "As a number": "< 1.6 ratio",
        "Definition": "Invented for a test.",
        "Region": "Keqiao District · County or district · 330603",
        "Refers to": "2025 (Year printed in the sentence)",
        "Status": "Target",
        "Who says so": "the district (Officials or documents)",
        "How strong": "Official claim, relayed. An official body or document speaks of its own work or plans; the article passes it on.",
    }
    assert origin == [
        ["Published", "4 May 2023"],
        ["Retrieved", "not recorded"],
        ["Place", "s3"],
        ["Document", "Keqiao reports", "https://example.org/"],
        ["Figure id", "kq23-03a"],
    ]


def test_a_sentence_that_names_nobody_is_the_articles_own(reader: Reader, sample_store: Store):
    told = {fact[0]: fact[1] for fact in made(sample_store, "kq23-01a")[0]["details"][0]}
    assert told["Who says so"] == "The article itself"
    assert told["How strong"].startswith("Claim without a named source. ")


def test_the_other_figures_of_the_sentence_are_offered_in_its_order(reader: Reader, sample_store: Store):
    card = card_of(made(sample_store), "hz21-02")
    assert [(figure["id"], figure["shown"], figure["status"], figure["colour"]) for figure in card["figures"]] == [
        ("hz21-02a", "50%", "actual", "#330110"),
        ("hz21-02b", "40 workshops", "ongoing", "#330110"),
    ]
    assert card["figures"][0]["place"] == "Yuhang District · 2021 · Reported"


def test_a_sentence_without_a_figure_is_one_part(reader: Reader, sample_store: Store):
    card = card_of(made(sample_store), "zz20-02")
    assert card["parts"] == [{"text": "Zhengzhou will open roads.", "role": ""}]
    assert card["figures"] == []


def test_labels_follow_the_reader_and_the_sentence_does_not(reader: Reader, sample_store: Store):
    english = card_of(made(sample_store), "kq23-01")
    reader.reads("zh")
    chinese = card_of(made(sample_store), "kq23-01")
    assert chinese["parts"] == english["parts"]
    assert (chinese["language"], chinese["source"], chinese["verdict"]) == ("en", "日报 · 2023年5月4日", "与原文一致")
    assert chinese["figures"][0]["what"] == "新建学校"


def test_a_quote_that_is_not_proved_says_so(reader: Reader, sample_store: Store):
    rows = quotes(sample_store, Selection()).assign(is_verified=False)
    found = cards(rows, observations(sample_store, Selection()), "", colour)
    assert {(card["verified"], card["verdict"]) for card in found} == {(False, "not verified")}


@pytest.mark.parametrize(("warnings", "notes"), [("machine_translation", 1), ("official_publicity;machine_translation", 1), ("", 0)])
def test_a_machine_translation_is_told_beside_the_chosen_figure(reader: Reader, sample_store: Store, warnings: str, notes: int):
    rows = quotes(sample_store, Selection()).assign(source_warnings=warnings)
    found = cards(rows, observations(sample_store, Selection()), "zz20-01a", colour)
    assert len(found[0]["notes"]) == notes
    assert all(card["notes"] == [] for card in found[1:])


def test_notes_are_told_once(reader: Reader, sample_store: Store):
    rows = quotes(sample_store, Selection()).assign(note="Mind the unit.")
    figures = observations(sample_store, Selection()).assign(note="Mind the unit.")
    assert cards(rows, figures, "zz20-01a", colour)[0]["notes"] == ["Mind the unit."]


def test_every_figure_of_the_dataset_is_marked_in_its_card(reader: Reader, real_store: Store):
    sentences, figures = quotes(real_store, Selection()), observations(real_store, Selection())
    for row in each(figures):
        (card,) = cards(sentences[sentences.quote_id == row.quote_id], figures, row.observation_id, colour)
        assert [part["text"] for part in card["parts"] if part["role"] == "chosen"] == [row.printed]


def test_technical_terms_of_a_definition_carry_their_meaning():
    runs = with_meanings("Disposable income per urban resident divided by that per rural resident.", "en")
    assert [text for text, meaning in runs if meaning] == ["Disposable income"]
    assert "".join(text for text, _ in runs) == "Disposable income per urban resident divided by that per rural resident."
