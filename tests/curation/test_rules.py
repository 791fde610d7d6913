"""Rules that need more than one edited line: held against entries made for them. Every rule is rejected somewhere in these tests."""

from pathlib import Path

from lib.curation.accord_rules import EventFitsItsQuote
from lib.curation.book import Book
from lib.curation.checks import RULES, rule_name
from lib.curation.code_rules import ListHasNoSeparator
from lib.curation.entries import Entry
from lib.curation.id_rules import IdIsInLedger, IdIsUnique, SourceIdIsFileName
from lib.curation.number_rules import DismissalMeetsSomething, NumberListFitsQuotes, NumbersAreAccountedFor
from lib.curation.places import figure_of, place_of
from lib.curation.quote_rules import FiguresDoNotOverlap, LocatorIsPlace, PlaceIsClear, QuotesAreInOrder
from lib.curation.residue import Residue, anchor_of
from lib.curation.row_checks import problems_of_rows
from lib.curation.synonym_rules import SynonymIsOfOneGroup, SynonymsAreSeveral, SynonymsAreUsed
from lib.curation.tokens import Number
from lib.curation.voice_rules import SpeakerIsPrinted
from lib.domain.fingerprints import fingerprint
from lib.domain.rules import FigureStandsInQuote
from lib.domain.tables import TABLES

SENTENCES = ["It has 5 labs, 15 parks and 5 ponds.", "Then it rained."]
SOURCE = Entry("source", "data/curated/sources/tea.toml", 1, {"id": "tea", "prefix": "tt22"})


def quote(ordinal: int, text: str, parent: Entry = SOURCE, **fields: object) -> Entry:
    return Entry("quote", SOURCE.file, 10 * ordinal, {"id": f"tt22-0{ordinal}", "text": text} | fields, parent)


def figure(letter: str, parent: Entry, printed: str, **fields: object) -> Entry:
    return Entry("observation", SOURCE.file, 0, {"id": f"{parent.id}{letter}", "printed": printed} | fields, parent)


def book(*entries: Entry, **proofs: object) -> Book:
    prints = {"tea": fingerprint("tea", " ".join(SENTENCES), SENTENCES)}
    return Book((SOURCE, *entries), prints, **proofs)  # type: ignore[arg-type]  # each test gives the fields it needs


def messages(rule, held: Book) -> list[str]:
    return [finding.message for finding in rule.check(held)]


FIRST = quote(1, SENTENCES[0])
SECOND = quote(2, SENTENCES[1])


def test_quotes_stand_in_the_order_of_the_document():
    assert messages(QuotesAreInOrder(), book(FIRST, SECOND)) == []
    assert messages(QuotesAreInOrder(), book(SECOND, FIRST)) == ["the quote stands before or at `tt22-02` in the document."]
    assert messages(QuotesAreInOrder(), book(FIRST, quote(3, SENTENCES[0]))) == ["the quote stands before or at `tt22-01` in the document."]


def test_a_locator_leads_to_its_sentence():
    held = book(quote(2, SENTENCES[1], locator="paragraph 1, sentence 2"), texts={"tea": " ".join(SENTENCES)})
    assert messages(LocatorIsPlace(), held) == []
    held = book(quote(2, SENTENCES[1], locator="paragraph 2, sentence 1"), texts={"tea": " ".join(SENTENCES)})
    message = "the locator is `paragraph 2, sentence 1`, but the sentence stands in `paragraph 1, sentence 2`."
    assert messages(LocatorIsPlace(), held) == [message]


def test_a_figure_printed_twice_says_which_it_is():
    unclear, clear = figure("a", FIRST, "5"), figure("a", FIRST, "5", occurrence=3)
    assert messages(PlaceIsClear(), book(FIRST, unclear)) == ["the printed figure `5` stands more than once in its quote."]
    assert messages(PlaceIsClear(), book(FIRST, clear, figure("b", FIRST, "15"))) == []


def test_an_occurrence_counts_every_place_where_the_text_is_printed():
    assert [place_of(figure("a", FIRST, "5", occurrence=nth)) for nth in (1, 2, 3, 4)] == [(7, 8), (16, 17), (28, 29), (-1, -1)]
    complaints = FigureStandsInQuote().complaints
    assert list(complaints(figure_of(figure("a", FIRST, "5", occurrence=2)))) == [
        "the printed figure `5` is only a part of a longer number or word in its quote.",
    ]
    assert list(complaints(figure_of(figure("a", FIRST, "5", occurrence=4)))) == [
        "the printed figure `5` has no place in its quote, or not as many as its occurrence says.",
    ]


def test_two_figures_do_not_share_a_print():
    one, other = figure("a", FIRST, "5 labs"), figure("b", FIRST, "5", occurrence=1)
    assert messages(FiguresDoNotOverlap(), book(FIRST, one, other)) == ["the printed figure `5` overlaps that of `tt22-01a`."]
    reasoned = figure("b", FIRST, "5", occurrence=1, overlap_reason="one figure for labs and for rooms")
    assert messages(FiguresDoNotOverlap(), book(FIRST, one, reasoned)) == []
    assert messages(FiguresDoNotOverlap(), book(FIRST, one, figure("b", FIRST, "5", occurrence=3))) == []


def test_a_list_item_holds_no_semicolon():
    assert messages(ListHasNoSeparator(), book(quote(1, SENTENCES[0], themes=["industry"]))) == []
    assert messages(ListHasNoSeparator(), book(quote(1, SENTENCES[0], themes=["industry;tea"]))) == ["`themes` holds `industry;tea`."]


def test_a_prefix_belongs_to_one_document():
    other = Entry("source", "data/curated/sources/coffee.toml", 1, {"id": "coffee", "prefix": "tt22"})
    assert messages(IdIsUnique(), book(other)) == ["the prefix `tt22` is also that of `tea`."]
    assert messages(IdIsUnique(), book(FIRST, SECOND)) == []


def test_a_document_file_is_named_after_it():
    other = Entry("source", "data/curated/sources/coffee.toml", 1, {"id": "cocoa"})
    assert messages(SourceIdIsFileName(), book(other)) == ["the id `cocoa` is not the name of the file."]


def test_an_id_that_disappears_must_be_retired():
    row = Entry("ledger", "data/curated/ids.csv", 2, {"id": "tt22-09", "kind": "quote", "identity": "", "retired": ""})
    assert "the quote `tt22-09` has disappeared but is not retired." in messages(IdIsInLedger(), book(ledger=(row,)))
    retired = Entry("ledger", "data/curated/ids.csv", 2, {**row.fields, "retired": "yes"})
    assert messages(IdIsInLedger(), book(ledger=(retired,))) == ["the source `tea` is not in the ledger of ids."]


def test_an_excluded_part_is_not_quoted():
    excluded = Entry("excluded", SOURCE.file, 5, {"starts": "Then", "until": "end", "reason": "banner"}, SOURCE)
    residue = Residue({1: (Number(7, 8, "5"),)}, {anchor_of(excluded): ((2, 2),)})
    assert messages(DismissalMeetsSomething(), book(excluded, FIRST, residues={"tea": residue})) == []
    held = book(excluded, SECOND, residues={"tea": residue})
    assert messages(DismissalMeetsSomething(), held) == ["the quote stands in an excluded part of its document."]


def test_an_event_has_a_quote_of_its_own_document():
    other = Entry("source", "data/curated/sources/coffee.toml", 1, {"id": "coffee", "prefix": "cc22"})
    event = Entry("event", other.file, 3, {"id": "cc22-e01", "date": "2022-05", "precision": "month", "quote": "tt22-01"}, other)
    assert messages(EventFitsItsQuote(), book(FIRST, other, event)) == ["its quote `tt22-01` is of another document."]
    half = Entry("event", SOURCE.file, 3, {"id": "tt22-e01", "date": "2022", "precision": "half_year", "quote": "tt22-01"}, SOURCE)
    assert messages(EventFitsItsQuote(), book(FIRST, half)) == []


def test_the_list_of_numbers_is_that_of_the_quotes():
    numbers = {1: (Number(7, 8, "5"), Number(15, 17, "15"), Number(28, 29, "5"))}
    assert messages(NumberListFitsQuotes(), book(FIRST, SECOND, residues={"tea": Residue(numbers)})) == []
    held = book(FIRST, residues={"tea": Residue({1: numbers[1][:2]})})
    message = "the list of numbers has `5` at 7, `15` at 15 for this sentence, but the quote has `5` at 7, `15` at 15, `5` at 28."
    assert messages(NumberListFitsQuotes(), held) == [message]
    message = "the list of numbers has none for this sentence, but the quote has `5` at 7, `15` at 15, `5` at 28."
    assert messages(NumberListFitsQuotes(), book(FIRST, residues={"tea": Residue()})) == [message]


def test_numbers_are_accounted_for_only_where_the_document_is_sound():
    residues = {"tea": Residue({2: (Number(0, 4, "nine"),)})}
    assert messages(NumbersAreAccountedFor(), book(FIRST, residues=residues)) == [
        "the number `nine` in sentence 2, characters 0 to 4, is open."
    ]
    assert messages(NumbersAreAccountedFor(), book(quote(1, "It rains."), residues=residues)) == []
    assert messages(NumbersAreAccountedFor(), book(FIRST)) == []
    assert messages(NumbersAreAccountedFor(), book(FIRST, residues=residues, damaged=frozenset({SOURCE.file}))) == []


def test_repeated_keys_and_empty_derived_columns_stop_the_build():
    rows: dict[str, list[dict[str, object]]] = {table.name: [] for table in TABLES}
    for quote_id, programme in (("tt22-01", "green_tea"), ("tt22-01", "green_tea"), ("tt22-02", None)):
        rows["quote_programmes"].append({"quote_id": quote_id, "programme_id": programme})
    assert [(problem.file, problem.subject, problem.place, problem.message) for problem in problems_of_rows(rows)] == [
        ("data/quote_programmes.parquet", "tt22-01, green_tea", "", "2 rows have this key."),
        ("data/quote_programmes.parquet", "tt22-02, None", "programme_id", "`programme_id` is `None`: Always present."),
    ]


def test_a_speaker_is_printed_at_the_sentence():
    text = "Mr. Li grows tea. He has 5 ponds.\nMs. Wu has none."
    texts = {"tea": text}

    def said(ordinal: int, words: str, speaker: str) -> Entry:
        return quote(ordinal, words, voice="resident", speaker=speaker, speaker_zh="李先生")

    own = said(1, "Mr. Li grows tea.", "mr. li")
    before = said(2, "He has 5 ponds.", "Mr. Li")
    assert messages(SpeakerIsPrinted(), book(own, before, texts=texts)) == []
    elsewhere = said(3, "Ms. Wu has none.", "Mr. Li")
    message = "the speaker `Mr. Li` is not printed in the quote, nor before it in its paragraph."
    assert messages(SpeakerIsPrinted(), book(elsewhere, texts=texts)) == [message]
    after = said(1, "Mr. Li grows tea.", "Ms. Wu")
    assert messages(SpeakerIsPrinted(), book(after, texts=texts)) == [message.replace("Mr. Li", "Ms. Wu")]
    assert messages(SpeakerIsPrinted(), book(elsewhere)) == []


def synonyms(line: int, *terms: str) -> Entry:
    return Entry("synonym", "data/curated/synonyms.toml", line, {"terms": list(terms)})


def test_synonyms_are_several():
    assert messages(SynonymsAreSeveral(), book(synonyms(2, "tea", "茶"))) == []
    message = "the group `{}` has an empty word, the same word twice, or only one."
    for terms in (("tea",), ("tea", "TEA"), ("tea", "茶", "Tea"), ("tea", " ")):
        assert messages(SynonymsAreSeveral(), book(synonyms(2, *terms))) == [message.format(", ".join(terms))]


def test_a_synonym_is_of_one_group():
    assert messages(SynonymIsOfOneGroup(), book(synonyms(2, "Tea", "茶"), synonyms(5, "coffee", "咖啡"))) == []
    held = book(synonyms(2, "Tea", "茶"), synonyms(5, "tea", "chai"))
    assert messages(SynonymIsOfOneGroup(), held) == ["`tea` stands in another group too: line 2."]


def test_synonyms_are_used():
    assert messages(SynonymsAreUsed(), book(FIRST, synonyms(2, "lab", "实验室"))) == []
    message = "no quote and no indicator holds a word of `coffee, 咖啡`."
    assert messages(SynonymsAreUsed(), book(FIRST, synonyms(2, "coffee", "咖啡"))) == [message]
    assert messages(SynonymsAreUsed(), book(FIRST, synonyms(2, "coffee", "咖啡"), damaged=frozenset({SOURCE.file}))) == []


def test_every_rule_is_rejected_in_a_test():
    told = "".join(path.read_text() for path in Path(__file__).parent.glob("test_*.py"))
    assert [rule_name(rule) for rule in RULES if f"[{rule_name(rule)}]" not in told and f"{rule_name(rule)}()" not in told] == []
