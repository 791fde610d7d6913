"""Start-up proves every quote and figure again, and names what does not hold."""

import math

import pytest

from lib.domain.fingerprints import fingerprint, render, sha256_of
from lib.domain.verification import verify

TEXT = "Last year tea worth more than 1.36 trillion yuan ($188.6 billion) was sold."
START = TEXT.index("1.36")
RESTORE = "Restore the data from the repository (git checkout data), or mend data/curated and run: python -m lib.curation.build"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "tea-times.txt").write_text(render(fingerprint("tea-times", TEXT, [TEXT])))
    return tmp_path


def quote(**changes):
    return {"quote_id": "tt22-01", "source_id": "tea-times", "text": TEXT, "sha256": sha256_of(changes.get("text", TEXT))} | changes


def observation(**changes):
    row: dict[str, object] = {"observation_id": "tt22-01a", "quote_id": "tt22-01", "source_id": "tea-times", "layer": "article"}
    row |= {"printed": "1.36 trillion yuan", "printed_start": START, "printed_end": START + 18, "value": 1.36e12, "unit": "CNY"}
    return row | {"bound_printed": "more than", "qualifier": "over", "usd_printed": "$188.6 billion"} | changes


def messages(proof):
    return [problem.message for problem in proof.problems]


def test_a_true_dataset_is_proven_and_counted(folder):
    proof = verify([quote()], [observation()], folder)
    assert proof.problems == ()
    assert (proof.quotes_total, proof.quotes_verified, proof.figures_total, proof.figures_verified) == (1, 1, 1, 1)
    assert proof.failed_quotes == proof.failed_observations == frozenset()


def test_one_flipped_byte_of_a_quote_fails_it_and_its_figures(folder):
    proof = verify([quote(text=TEXT.replace("sold", "solf"))], [observation()], folder)
    assert messages(proof) == ["no sentence of this document has the fingerprint of this quote."]
    assert (proof.problems[0].file, proof.problems[0].subject, proof.problems[0].remedy) == ("data/quotes.parquet", "tt22-01", RESTORE)
    assert (proof.quotes_verified, proof.figures_verified) == (0, 0)
    assert proof.failed_quotes == {"tt22-01"}
    assert proof.failed_observations == {"tt22-01a"}


def test_a_hash_that_is_not_the_quotes_fails_it(folder):
    proof = verify([quote(sha256="0" * 64)], [], folder)
    assert messages(proof) == [
        f"the hash kept beside the quote, 000000000000…, is not the hash of its text, {sha256_of(TEXT)[:12]}….",
    ]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"value": 1.37e12},
            "the value 1370000000000 is not the parse of the printed figure `1.36 trillion yuan`, which is 1360000000000.",
        ),
        ({"value": None}, "the value (none) is not the parse of the printed figure `1.36 trillion yuan`, which is 1360000000000."),
        ({"value": math.nan}, "the value nan is not the parse of the printed figure `1.36 trillion yuan`, which is 1360000000000."),
        ({"printed": "1.37 trillion yuan", "value": 1.37e12}, "the printed figure `1.37 trillion yuan` is not in its quote."),
        (
            {"printed_start": START - 1, "printed_end": START + 17},
            f"the quote holds ` 1.36 trillion yua` at characters {START - 1} to {START + 17}, not the printed figure `1.36 trillion yuan`.",
        ),
        (
            {"printed": "36 trillion yuan", "printed_start": START + 2, "value": 3.6e13},
            "the printed figure `36 trillion yuan` is only a part of a longer number or word in its quote.",
        ),
        ({"printed": "Last", "printed_start": 0, "printed_end": 4}, "the printed figure `Last` cannot be read: `last` is not a number."),
        (
            {"bound_printed": math.nan, "qualifier": "exact"},
            "the words `more than` stand at the figure `1.36 trillion yuan`, but `bound_printed` leaves them out.",
        ),
        ({"bound_printed": "nearly", "qualifier": "about"}, "the bound words `nearly` are not in the quote."),
        ({"qualifier": "under"}, "the bound words `more than` mean `over`, but the qualifier is `under`."),
        ({"bound_printed": "worth"}, "`worth` is not a bound word that this dataset knows."),
        ({"usd_printed": "$188.7 billion"}, "the dollars `$188.7 billion` are not in the quote."),
        ({"usd_printed": "was sold"}, "the dollars `was sold` cannot be read: `was` is not a number."),
        ({"quote_id": "tt22-02"}, "its quote `tt22-02` is not in the dataset."),
    ],
)
def test_one_changed_field_of_a_figure_is_named(folder, changes, message):
    proof = verify([quote()], [observation(**changes)], folder)
    assert message in messages(proof)
    assert proof.failed_observations == {"tt22-01a"}
    assert proof.figures_verified == 0
    assert proof.quotes_verified == 1


def test_a_bound_without_words_is_refused(folder):
    row = observation(printed="first", printed_start=0, printed_end=5, bound_printed="", qualifier="over", value=1, usd_printed="")
    proof = verify([quote()], [row], folder)
    assert "the qualifier is `over`, but no bound words are given and `first` alone is `exact`." in messages(proof)


def test_a_damaged_fingerprint_is_named_even_where_no_quote_needs_it(tmp_path):
    sentences = [TEXT, "Nobody quotes this."]
    text = render(fingerprint("tea-times", " ".join(sentences), sentences))
    (tmp_path / "tea-times.txt").write_text(text.replace("\n2 ", "\n3 "))
    proof = verify([quote()], [observation()], tmp_path)
    assert [(problem.file, problem.place) for problem in proof.problems] == [("data/fingerprints/tea-times.txt", "line 5")]
    assert proof.quotes_verified == 1


def test_a_missing_fingerprint_file_fails_all_quotes_of_its_document(tmp_path):
    proof = verify([quote()], [observation()], tmp_path)
    assert proof.quotes_verified == 0
    assert "the file is missing or cannot be read." in messages(proof)


def test_a_figure_with_a_quote_is_not_spared_the_proof_by_its_layer(folder):
    cited = {"layer": "official", "citation_id": "of001", "vintage": "final"}
    proof = verify([quote()], [observation(**cited, source_id="")], folder)
    assert messages(proof) == ["it is of the official layer, which is not proven, but it has the quote `tt22-01`."]
    assert (proof.problems[0].subject, proof.problems[0].place, proof.problems[0].rule) == ("tt22-01a", "layer", "OfficialHasNoQuote")
    assert (proof.figures_total, proof.figures_verified) == (1, 0)
    assert proof.failed_observations == {"tt22-01a"}


def test_the_official_layer_has_no_quote_to_prove(folder):
    official = observation(layer="official", quote_id=None, source_id=None, citation_id="of001", vintage="unknown")
    proof = verify([quote()], [official], folder)
    assert proof.figures_total == 0
    assert proof.problems == ()
