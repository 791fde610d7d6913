"""Entries that do not keep their form: named by line, left out with what stands under them, and nothing said of what follows."""

import pytest

from lib.curation.lines import Lines

TEA = "curated/sources/tea-times.toml"
FILE = "data/curated/sources/tea-times.toml"


def said(workshop):
    return [str(problem) for problem in workshop.problems()]


LARGE = "1" + "0" * 400
FAULTS = {
    "an id that leads elsewhere": (
        'id = "tea-times"',
        'id = "../../tea"',
        "../../tea, line 2: the id `../../tea` cannot name a file: Lower-case letters, digits and hyphens, at most 80. [KeyHasItsForm]",
        "Correct the id.",
    ),
    "an id with a NUL": (
        'id = "tea-times"',
        'id = "tea\\u0000x"',
        "tea\0x, line 2: the id `tea\0x` cannot name a file: Lower-case letters, digits and hyphens, at most 80. [KeyHasItsForm]",
        "Correct the id.",
    ),
    "an id that is missing": (
        'id = "tea-times"\n',
        "",
        "line 2: the key `id` is missing or empty in this [source]. [KeyIsPresent]",
        "Add `id`.",
    ),
    "a text in brackets": (
        "text = '''By 2025, at least 300 hills will be green.'''",
        "text = ['x']",
        "tt22-04, line 135: `text` is a list, not a text. [KeyHasItsType]",
        'Write it in quotation marks: text = "…"',
    ),
    "a list in quotation marks": (
        'themes = ["public_services"]',
        'themes = "public_services"',
        "tt22-04, line 135: `themes` is a text, not a list of texts. [KeyHasItsType]",
        'Write it in brackets: themes = ["…"]',
    ),
    "a value beyond all numbers": (
        "value = 300",
        f"value = {LARGE}",
        "tt22-04a, line 144: `value` is not a number up to 1,000,000,000,000,000,000. [KeyHasItsType]",
        "Correct `value`.",
    ),
    "a value that is not finite": (
        "value = 300",
        "value = nan",
        "tt22-04a, line 144: `value` is not a number up to 1,000,000,000,000,000,000. [KeyHasItsType]",
        "Correct `value`.",
    ),
    "an occurrence beyond all numbers": (
        "value = 300",
        f"value = 300\n    occurrence = {LARGE}",
        "tt22-04a, line 144: `occurrence` is not a number up to 1,000,000,000. [KeyHasItsType]",
        "Correct `occurrence`.",
    ),
    "observations that are a number": (
        'speaker_zh = "李先生"\nperiod = "2022"\nnote',
        'speaker_zh = "李先生"\nobservation = 5\nperiod = "2022"\nnote',
        "tt22-03, line 118: `observation` is not written as [[quote.observation]]. [SectionHasItsForm]",
        "Write [[quote.observation]] before each, with its keys below.",
    ),
    "a dismissal written inline": (
        '    [[quote.dismissed]]\n    printed = "two dogs"\n    reason = "not_a_quantity"\n',
        '    dismissed = [{printed = "two dogs", reasons = "not_a_quantity"}]\n',
        "tt22-03, line 131: the key `reasons` is unknown in a [[quote.dismissed]]. [KeyIsKnown]",
        "Write `reason`.",
    ),
    "a header with spaces": (
        '[[quote]]\nid = "tt22-04"\n',
        '[[ quote ]]\nid = "tt22-04"\nlocators = "here"\n',
        "tt22-04, line 135: the key `locators` is unknown in a [[quote]]. [KeyIsKnown]",
        "Write `locator`.",
    ),
}


@pytest.mark.parametrize("case", FAULTS.values(), ids=FAULTS)
def test_a_fault_of_form_is_told_once_with_its_line(workshop, case):
    old, new, message, remedy = case
    workshop.edit(TEA, old, new)
    assert f"{FILE}, {message}\n    {remedy}" in said(workshop)
    assert {problem.rule for problem in workshop.problems()} <= {message.rpartition("[")[2].rstrip("]"), "KeyIsPresent"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('published = "2022-12-01"', 'published = "2022-13-45"', "tea-times, line 2: `published` is `2022-13-45`: A date of the calendar."),
        ('published = "2022-12-01"', 'published = "²022-12-01"', "tea-times, line 2: `published` is `²022-12-01`: A date as YYYY-MM-DD."),
        ('retrieved = ""', 'retrieved = "2023-02-31"', "tea-times, line 2: `retrieved` is `2023-02-31`: A date of the calendar."),
        ('date = "2025"', 'date = "2025-99"', "tt22-e01, line 29: `date` is `2025-99`: A date of the calendar."),
        ('date = "2025"', 'date = "2023-02-31"', "tt22-e01, line 29: `date` is `2023-02-31`: A date of the calendar."),
    ],
)
def test_a_date_is_of_the_calendar(workshop, old, new, message):
    workshop.edit(TEA, old, new)
    assert f"{FILE}, {message} [ValueKeepsColumn]\n    Correct the value." in said(workshop)


@pytest.mark.parametrize(("level", "wrong", "subject"), [("province", "provinse", "330000, line 3"), ("nation", "natio", "CN, line 2")])
def test_an_unknown_level_of_a_region_is_named(workshop, level, wrong, subject):
    workshop.edit("curated/regions.csv", f"yes,{level},", f"yes,{wrong},")
    remedy = "Use one of: nation, province, prefecture, county, town, village, zone, site, group."
    message = f"data/curated/regions.csv, {subject}: the level `{wrong}` is unknown. [RegionLiesInParent]\n    {remedy}"
    assert message in said(workshop)


@pytest.mark.parametrize(("printed", "why"), [("top -", "a number is missing"), ("- in -", "a number is missing")])
def test_a_figure_without_a_number_is_named(workshop, printed, why):
    workshop.edit(TEA, 'printed = "7.4 percent"', f'printed = "{printed}"')
    message = f"{FILE}, tt22-01b, line 65: the printed figure `{printed}` cannot be read: {why}. [ValueIsParse]"
    assert f"{message}\n    Correct the value, or the printed figure; units are not converted." in said(workshop)


def test_a_slip_in_a_quote_is_told_alone_and_first(workshop):
    workshop.edit(TEA, "who has two dogs", "who had two dogs")
    assert [problem.rule for problem in workshop.problems()] == ["QuoteIsVerbatim"]
    workshop.edit("curated/programmes.toml", 'aliases = ["Tea"]', 'aliases = ["Tea;Cha"]')
    assert [problem.rule for problem in workshop.problems()] == ["QuoteIsVerbatim", "ListHasNoSeparator"]
    workshop.edit("curated/units.toml", "[[unit]]", "[[unit")
    assert [problem.rule for problem in workshop.problems()] == ["FileIsReadable", "QuoteIsVerbatim", "ListHasNoSeparator"]


def test_sections_are_found_by_header_or_key():
    lines = Lines.of('[source]\n[[ quote ]]\ndismissed = [{}, {}]\n["quote"]\n  [[ quote . dismissed ]] # why\nx = "[[quote]]"')
    assert lines.of_sections("quote", 2) == [2, 4]
    assert lines.of_sections("quote.dismissed", 2, 2, 4) == [3, 3]
    assert lines.of_sections("quote.dismissed", 1, 4) == [5]
    assert lines.of_sections("event", 1) == [0]
    assert lines.of_sections("quote.observation", 1, 4) == [4]
