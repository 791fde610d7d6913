"""What the build rejects, and in what words: file, thing, place, fault, rule, remedy."""

import pytest

from lib.domain.constraints import ManyOf, OneOf
from lib.domain.vocabulary import Caveat, Voice

TEA = "curated/sources/tea-times.toml"
VERBATIM_REMEDY = "Copy the whole sentence from the document again, with its curly quotes and no-break spaces."
RESIDUE = "Correct the words, or, if the documents or these entries changed, run: python -m lib.curation.prove --texts FOLDER"


def said(workshop, with_texts=False):
    return [str(problem) for problem in workshop.problems(with_texts)]


def at(workshop, subject, message, remedy, file=TEA, marker=""):
    """Give the text of a problem, addressed to the head of the section that has the id, or to the line that has the marker."""
    lines = (workshop.layout.data / file).read_text().split("\n")
    if file.endswith(".csv"):
        line = next(number for number, line in enumerate(lines, 1) if line.startswith(f"{subject},"))
    elif subject == "tea-times" and not marker:
        line = lines.index("[source]") + 1
    else:
        within = next(number for number, line in enumerate(lines) if (marker or f'id = "{subject}"') in line)
        line = max(number for number, line in enumerate(lines[:within], 1) if line.strip().startswith("["))
    return f"data/{file}, {subject}, line {line}: {message}\n    {remedy}"


def test_the_sound_dataset_is_accepted(workshop):
    assert said(workshop) == []
    assert said(workshop, with_texts=True) == []


NO_FINGERPRINT = "no sentence of this document has the fingerprint of this quote. [QuoteIsVerbatim]"


@pytest.mark.parametrize(
    ("old", "new", "subject", "message"),
    [
        ("farmers sold", "farmers bought", "tt22-01", NO_FINGERPRINT),
        ("farmers sold", "farmers never sold", "tt22-01", NO_FINGERPRINT),
        (
            "“Tea is life,”",
            '"Tea is life,”',
            "tt22-03",
            "it is not byte-exact: at character 1, after ``, the document has LEFT DOUBLE QUOTATION MARK (U+201C) "
            "where the quote has QUOTATION MARK (U+0022). [QuoteIsVerbatim]",
        ),
        (
            "\u00a0said",
            " said",
            "tt22-03",
            "it is not byte-exact: at character 15, after `ea is life,”`, the document has NO-BREAK SPACE (U+00A0) "
            "where the quote has SPACE (U+0020). [QuoteIsVerbatim]",
        ),
    ],
    ids=["one word swapped", "a negation added", "a curly quote straightened", "a no-break space lost"],
)
def test_a_quote_that_is_not_byte_exact(workshop, old, new, subject, message):
    workshop.edit(TEA, old, new)
    workshop.edit("curated/ids.csv", f"{subject},quote,", f"{subject},quote,tea-times ")
    found = [text for text in said(workshop) if "[QuoteIsVerbatim]" in text]
    assert found == [at(workshop, subject, message, VERBATIM_REMEDY)]


def test_with_the_documents_at_hand_the_nearest_sentence_is_shown(workshop):
    workshop.edit(TEA, "farmers sold", "farmers bought")
    nearest = "In 2022, farmers sold more than 1.36 trillion yuan ($188.6 billion) of tea, up 7.4 percent."
    message = (
        "it is not byte-exact: at character 18, after `22, farmers `, the document has `sold more th` where the quote has `bought more `. "
        f"The nearest sentence is: {nearest} [QuoteIsVerbatim]"
    )
    assert at(workshop, "tt22-01", message, VERBATIM_REMEDY) in said(workshop, with_texts=True)


def test_a_part_of_a_sentence_is_no_quote(workshop):
    workshop.edit(TEA, "; 20 shops closed.'''", "'''")
    whole = "Nearly a thousand shops opened in 2022, and one worker in five drinks tea; 20 shops closed."
    message = f"it is only a part of its sentence. The whole sentence is: {whole} [QuoteIsVerbatim]"
    assert at(workshop, "tt22-02", message, VERBATIM_REMEDY) in said(workshop, with_texts=True)


REJECTIONS = {
    "a printed figure not in its quote": (
        TEA,
        'printed = "7.4 percent"',
        'printed = "7.5 percent"',
        "tt22-01b",
        "the printed figure `7.5 percent` is not in its quote. [FigureStandsInQuote]",
        "Copy the figure from the quote, character by character, without the words that bound it.",
    ),
    "a part of a longer number": (
        TEA,
        'printed = "7.4 percent"\n    value = 7.4',
        'printed = "4 percent"\n    value = 4',
        "tt22-01b",
        "the printed figure `4 percent` is only a part of a longer number or word in its quote. [FigureStandsInQuote]",
        "Copy the figure from the quote, character by character, without the words that bound it.",
    ),
    "a trillion that is a billion": (
        TEA,
        "value = 1360000000000",
        "value = 1360000000",
        "tt22-01a",
        "the value 1360000000 is not the parse of the printed figure `1.36 trillion yuan`, which is 1360000000000. [ValueIsParse]",
        "Correct the value, or the printed figure; units are not converted.",
    ),
    "nearly a thousand as a hundred": (
        TEA,
        "value = 1000",
        "value = 100",
        "tt22-02a",
        "the value 100 is not the parse of the printed figure `a thousand`, which is 1000. [ValueIsParse]",
        "Correct the value, or the printed figure; units are not converted.",
    ),
    "one worker in five as five percent": (
        TEA,
        "value = 20\n",
        "value = 5\n",
        "tt22-02b",
        "the value 5 is not the parse of the printed figure `one worker in five`, which is 20. [ValueIsParse]",
        "Correct the value, or the printed figure; units are not converted.",
    ),
    "one digit of a percentage": (
        TEA,
        "value = 7.4",
        "value = 7.5",
        "tt22-01b",
        "the value 7.5 is not the parse of the printed figure `7.4 percent`, which is 7.4. [ValueIsParse]",
        "Correct the value, or the printed figure; units are not converted.",
    ),
    "bound words left out": (
        TEA,
        'bound_printed = "at least"\n    value = 300\n    unit = "hills"\n    qualifier = "at_least"',
        'value = 300\n    unit = "hills"\n    qualifier = "exact"',
        "tt22-04a",
        "the words `at least` stand at the figure `300`, but `bound_printed` leaves them out. [BoundIsPrinted]",
        "Give `bound_printed` as the quote prints it and the qualifier it means, or remove both.",
    ),
    "dollars that are not printed": (
        TEA,
        'usd_printed = "$188.6 billion"',
        'usd_printed = "$188.7 billion"',
        "tt22-01a",
        "the dollars `$188.7 billion` are not in the quote. [DollarsStandInQuote]",
        "Copy the dollars from the quote, with their sign and magnitude.",
    ),
    "an unknown key": (
        TEA,
        'qualifier = "over"',
        'qualifer = "over"',
        "tt22-01a",
        "the key `qualifer` is unknown in a [[quote.observation]]. [KeyIsKnown]",
        "Write `qualifier`.",
    ),
    "a key that is missing": (
        TEA,
        '    unit = "percent"\n',
        "",
        "tt22-01b",
        "the key `unit` is missing or empty in this [[quote.observation]]. [KeyIsPresent]",
        "Add `unit`.",
    ),
    "a value of the wrong type": (
        TEA,
        "value = 300",
        'value = "300"',
        "tt22-04a",
        "`value` is a text, not a number. [KeyHasItsType]",
        "Write it without quotation marks: value = 7.4",
    ),
    "an unknown code": (
        TEA,
        'status = "target"',
        'status = "targets"',
        "tt22-04a",
        "`status` is `targets`: One of `actual`, `ongoing`, `plan`, `target`. [ValueKeepsColumn]",
        "Write `target`.",
    ),
    "an unknown code in a list": (
        TEA,
        'caveats = ["rounded"]',
        'caveats = ["round"]',
        "tt22-01a",
        f"`caveats` is `round`: {ManyOf(Caveat).sentence} [ValueKeepsColumn]",
        "Write `rounded`.",
    ),
    "an unknown unit": (
        TEA,
        'unit = "shops"',
        'unit = "shop"',
        "tt22-02a",
        "the unit `shop` is unknown. [ReferenceIsKnown]",
        "Write `shops`, or add it to data/curated/units.toml.",
    ),
    "an unknown indicator": (
        TEA,
        'indicator = "green_hills"',
        'indicator = "valleys"',
        "tt22-04a",
        "the indicator `valleys` is unknown. [ReferenceIsKnown]",
        "Correct it, or add it to data/curated/indicators.toml.",
    ),
    "an unknown region": (
        TEA,
        'region = ["330000"]\nthemes = ["public_services"]',
        'region = ["3300000", "330000"]\nthemes = ["public_services"]',
        "tt22-04",
        "the region `3300000` is unknown. [ReferenceIsKnown]",
        "Write `330000`, or add it to data/curated/regions.csv.",
    ),
    "a period outside reason": (
        TEA,
        'period = "2025"\n    period_basis',
        'period = "2999"\n    period_basis',
        "tt22-04a",
        "the period 2999 is outside 1949 to 2060. [PeriodIsReadable]",
        "Correct the period.",
    ),
    "a period that is no period": (
        TEA,
        'period = "2025"\n    period_basis',
        'period = "next year"\n    period_basis',
        "tt22-04a",
        "`next year` is not a year (2023) or a span of years (2021/2025). [PeriodIsReadable]",
        "Correct the period.",
    ),
    "an actual figure of the future": (
        TEA,
        'status = "target"',
        'status = "actual"',
        "tt22-04a",
        "the period 2025 of this `actual` figure lies after 2022, when the document was published. [PeriodFitsStatus]",
        "Correct the period or the status.",
    ),
    "a plan that is over": (
        TEA,
        'period = "2025"\n    period_basis',
        'period = "2019"\n    period_basis',
        "tt22-04a",
        "the period 2019 of this `target` figure lies before 2022, when the document was published. [PeriodFitsStatus]",
        "Correct the period or the status.",
    ),
    "a figure outside its quote's period": (
        TEA,
        'period = "2022"\n    period_basis = "resolved"',
        'period = "2021"\n    period_basis = "resolved"',
        "tt22-02b",
        "the period 2021 does not lie in its quote's period 2022. [PeriodLiesInQuote]",
        "Widen the quote's period, or correct the observation's.",
    ),
    "a voice that nobody has": (
        TEA,
        'voice = "resident"',
        'voice = "residents"',
        "tt22-03",
        f"`voice` is `residents`: {OneOf(Voice).sentence} [ValueKeepsColumn]",
        "Write `resident`.",
    ),
    "a voice without a speaker": (
        TEA,
        'speaker = "Mr. Li"',
        'speaker = " "',
        "tt22-03",
        "the voice is `resident`, but `speaker` is missing. [SpeakerFitsVoice]",
        "Give `speaker` and `speaker_zh` as printed, or correct `voice`.",
    ),
    "a speaker where the article speaks": (
        TEA,
        'voice = "resident"',
        'voice = "article"',
        "tt22-03",
        "the voice is `article`, but `speaker` is `Mr. Li`. [SpeakerFitsVoice]",
        "Give `speaker` and `speaker_zh` as printed, or correct `voice`.",
    ),
    "a speaker that is a speech": (
        TEA,
        'speaker_zh = "李先生"',
        f'speaker_zh = "{"李" * 121}"',
        "tt22-03",
        "`speaker_zh` has 121 characters. [SpeakerFitsVoice]",
        "Shorten it to the name or the office.",
    ),
    "an id used twice": (
        TEA,
        'id = "tt22-02b"',
        'id = "tt22-02a"',
        "tt22-02a",
        "the id `tt22-02a` is used twice: first in data/curated/sources/tea-times.toml, line 87. [IdIsUnique]",
        "Give the later one the next free id.",
    ),
    "an id reused": (
        "curated/ids.csv",
        "tt22-04a,observation,300 1",
        "tt22-04a,observation,400 1",
        "tt22-04a",
        "the id `tt22-04a` stands for `400 1` in the ledger, but for `300 1` here. [IdIsNotReused]",
        "Give it a new id; if it was never published, correct its row in data/curated/ids.csv.",
    ),
    "a retired id": (
        "curated/ids.csv",
        "tt22-04a,observation,300 1,",
        "tt22-04a,observation,300 1,yes",
        "tt22-04a",
        "the id `tt22-04a` is retired. [IdIsNotReused]",
        "Give it a new id; if it was never published, correct its row in data/curated/ids.csv.",
    ),
    "an id that is not registered": (
        "curated/ids.csv",
        "tt22-04a,observation,300 1,\n",
        "",
        "tt22-04a",
        "the observation `tt22-04a` is not in the ledger of ids. [IdIsInLedger]",
        "Run: python -m lib.curation.register",
    ),
    "an id of another document": (
        TEA,
        'id = "tt22-04a"',
        'id = "zz99-04a"',
        "zz99-04a",
        "the id `zz99-04a` does not start with `tt22-04`. [IdNamesItsParent]",
        "Rename it, or move it to where it belongs.",
    ),
    "an indicator mixing units": (
        TEA,
        'unit = "hills"',
        'unit = "shops"',
        "tt22-04a",
        "the indicator `green_hills` has the unit `hills`, but this figure has `shops`. [IndicatorHasOneUnit]",
        "Correct it, or make another indicator: a different thing is a different indicator.",
    ),
    "yuan that are no money": (
        TEA,
        'unit = "CNY"',
        'unit = "shops"',
        "tt22-01a",
        "`1.36 trillion yuan` is printed in yuan, but its unit is `shops`. [UnitFitsPrint]",
        "Correct the unit or the printed figure.",
    ),
    "a theme its quote does not have": (
        TEA,
        'themes = ["public_services"]',
        'themes = ["industry"]',
        "tt22-04a",
        "the theme `public_services` is not among the themes of its quote. [QuoteCoversFigure]",
        "Add it to the quote, or correct the observation.",
    ),
    "an orphan programme": (
        TEA,
        'programmes = ["green_tea"]\n',
        "",
        "green_tea",
        "the programme `green_tea` is an orphan: no quote uses it. [NothingIsOrphan]",
        "Remove it, or use it.",
    ),
    "an orphan quote": (
        TEA,
        'note = "A claim without a figure."\nnote_zh = "无数字。"\n',
        "",
        "tt22-03",
        "the quote is an orphan: it has no figure, no event, no programme and no note. [NothingIsOrphan]",
        "Add a note, or remove it.",
    ),
    "a note in one language": (
        TEA,
        'note_zh = "无数字。"\n',
        "",
        "tt22-03",
        "`note_zh` is missing beside its other language. [NoteIsInBothLanguages]",
        "Add `note_zh`.",
    ),
    "a number passed over": (
        TEA,
        '    [[quote.dismissed]]\n    printed = "two dogs"\n    reason = "not_a_quantity"\n',
        "",
        "tt22-03",
        "the number `two` in quote `tt22-03`, characters 36 to 39, is open. [NumbersAreAccountedFor]",
        "Add an [[quote.observation]], a [[quote.dismissed]] or a [[dismissed]] for it.",
    ),
    "a number passed over outside the quotes": (
        TEA,
        'printed = "12"',
        'printed = "hills"',
        "tea-times",
        "the number `12` in sentence 2, characters 13 to 15, is open. [NumbersAreAccountedFor]",
        "Add an [[quote.observation]], a [[quote.dismissed]] or a [[dismissed]] for it.",
    ),
    "a dismissal of nothing": (
        TEA,
        'printed = "two dogs"',
        'printed = "three dogs"',
        "tt22-03",
        "the dismissed `three dogs` does not stand in the quote `tt22-03`. [DismissalMeetsSomething]",
        "Correct `printed`.",
    ),
    "an exclusion of nothing": (
        TEA,
        'starts = "Tea Times, page"',
        'starts = "Coffee Times"',
        "tea-times",
        "no sentence that starts with `Coffee Times` is known in this document. [DismissalMeetsSomething]",
        RESIDUE,
    ),
    "a precision the date does not have": (
        TEA,
        'precision = "year"',
        'precision = "day"',
        "tt22-e01",
        "the date `2025` does not have the precision `day`. [EventFitsItsQuote]",
        "Correct the date, the precision or the quote.",
    ),
    "a region of a narrower parent": (
        "curated/regions.csv",
        "330000,Zhejiang Province,浙江省,yes,province,CN",
        "330000,Zhejiang Province,浙江省,yes,province,330600",
        "330000",
        "its parent `330600` is a prefecture, which is not wider than a province. [RegionLiesInParent]",
        "Correct `parent_id` or `level`.",
    ),
    "a code that does not nest": (
        "curated/regions.csv",
        "330600,Shaoxing,绍兴市,yes,prefecture,330000",
        "410600,Shaoxing,绍兴市,yes,prefecture,330000",
        "410600",
        "the code `410600` does not start with that of its parent `330000`. [RegionCodeNests]",
        "Correct the code or the parent.",
    ),
    "a point outside China": (
        "curated/regions.csv",
        "120.6,29.7",
        "29.7,120.6",
        "330600",
        "the point `29.7, 120.6` is not a point in China. [PointIsInPlace]",
        "Correct `lon` and `lat` (degrees east and north, WGS 84).",
    ),
}


@pytest.mark.parametrize("case", REJECTIONS.values(), ids=REJECTIONS)
def test_a_fault_is_named_with_file_id_place_and_remedy(workshop, case):
    edited, old, new, subject, message, remedy = case
    workshop.edit(edited, old, new)
    file = "curated/programmes.toml" if subject == "green_tea" else TEA if edited == "curated/ids.csv" else edited
    marker = new if "[DismissalMeetsSomething]" in message else ""
    found = said(workshop)
    if "used twice" in message:
        # The second use is the faulty one; the helper would find the first.
        assert [text.split(": ", 1)[1] for text in found if "used twice" in text] == [f"{message}\n    {remedy}"]
    else:
        assert at(workshop, subject, message, remedy, file, marker) in found


def test_a_stated_year_is_printed(workshop):
    workshop.edit(TEA, 'period = "2025"\n\n', 'period = "2024/2026"\n\n')
    workshop.edit(TEA, 'period = "2025"\n    period_basis', 'period = "2024/2026"\n    period_basis')
    message = "the period 2024/2026 is `stated`, but the quote prints no such year. [StatedPeriodIsPrinted]"
    assert at(workshop, "tt22-04a", message, "Write `resolved` or `inferred`, or correct the period.") in said(workshop)


def test_all_faults_of_a_run_are_listed_in_order(workshop):
    workshop.edit(TEA, "value = 300", "value = 301")
    workshop.edit(TEA, "value = 7.4", "value = 7.5")
    workshop.edit("curated/units.toml", 'code = "hills"', 'code = "hill"')
    problems = workshop.problems()
    wrong = [problem.subject for problem in problems if problem.rule == "ValueIsParse"]
    assert wrong == ["tt22-01b", "tt22-04a"]
    assert {"NothingIsOrphan", "ReferenceIsKnown", "IdIsInLedger"} <= {problem.rule for problem in problems}
    assert [problem.file for problem in problems] == sorted(problem.file for problem in problems)


def test_an_unknown_section_is_named(workshop):
    workshop.edit(TEA, "[[dismissed]]", "[[dismised]]")
    message = "data/curated/sources/tea-times.toml: the section `dismised` is unknown in this file. [KeyIsKnown]"
    assert f"{message}\n    Use one of: source, excluded, event, quote, dismissed." in said(workshop)
