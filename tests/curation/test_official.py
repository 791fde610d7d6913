"""Official figures: what becomes of them in the tables, and what each of their rules rejects."""

import pyarrow.parquet as pq
import pytest

from lib.curation import build

PAGE = "curated/official/bureaus.toml"


def test_an_official_figure_has_a_page_and_no_sentence(workshop):
    assert workshop.run(build.main) == 0
    rows = {row["observation_id"]: row for row in pq.read_table(workshop.layout.data / "observations.parquet").to_pylist()}
    sales, income = rows["of001-01"], rows["of001-02"]
    assert (sales["layer"], sales["citation_id"], sales["quote_id"], sales["source_id"]) == ("official", "of001", None, None)
    assert (sales["value"], sales["theme"], sales["kind"], sales["vintage"]) == (1.5005e12, "industry", "level", "preliminary")
    assert (income["series_break"], income["derivation"], income["caveats"]) == ("old_household_survey", "8000 - 83", "estimated")
    assert rows["tt22-01a"]["citation_id"] is None and rows["tt22-01a"]["vintage"] is None
    (page,) = pq.read_table(workshop.layout.data / "citations.parquet").to_pylist()
    assert (page["citation_id"], page["tier"], page["published"], page["quoted"]) == ("of001", "A", "2023-02", None)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("value = 7917", "value = 7918", "the value 7918 is not the parse of `7917 yuan`, which is 7917. [OfficialValueIsParse]"),
        (
            'printed = "7917 yuan"',
            'printed = "some yuan"',
            "the figure `some yuan` cannot be read: `some` is not a number. [OfficialValueIsParse]",
        ),
        ('qualifier = "about"', 'qualifier = "over"', "the bound words `about` do not go with the qualifier `over`. [OfficialBoundIsSaid]"),
        ('    bound_printed = "about"\n', "", "the bound words `` do not go with the qualifier `about`. [OfficialBoundIsSaid]"),
        ("8000 - 83", "8000 - 84", "`8000 - 84` is 7916, not what `7917 yuan` begins with. [OfficialFigureIsDerivedRight]"),
        (
            '    note = "Worked out."\n    note_zh = "推算。"\n',
            "",
            "it is worked out, but no note says from what. [OfficialFigureIsDerivedRight]",
        ),
        ('period = "2022"', 'period = "2024"', "the period 2024 lies after 2023, when the page was published. [OfficialFigureIsOfItsTime]"),
        ('period = "2022"', 'period = "last"', "the period `last` cannot be read. [OfficialFigureIsOfItsTime]"),
        (
            '    series_break = "old_household_survey"\n',
            "",
            "its period 2012 lies before 2013, but no break is marked. [OldSurveyIsMarked]",
        ),
        ('vintage = "final"', 'vintage = "new"', "`vintage` is `new`: One of `preliminary`, `final`, `unknown`. [ValueKeepsColumn]"),
        ('tier = "A"', 'tier = "C"', "`tier` is `C`: One of `A`, `B`. [ValueKeepsColumn]"),
        (
            'unit = "CNY"\n    qualifier = "exact"',
            'unit = "shops"\n    qualifier = "exact"',
            "the indicator `rural_income` has the unit `CNY`, but this figure has `shops`. [IndicatorHasOneUnit]",
        ),
        ('id = "of001-02"', 'id = "of002-02"', "the id `of002-02` does not start with `of001`. [IdNamesItsParent]"),
        ('    vintage = "final"\n', "", "the key `vintage` is missing or empty in this [[citation.figure]]. [KeyIsPresent]"),
        ("[[citation.figure]]", "[[citation.figures]]", "the key `figures` is unknown in a [[citation]]. [KeyIsKnown]"),
    ],
)
def test_a_fault_of_an_official_figure_is_told(workshop, old, new, message):
    workshop.edit(PAGE, old, new)
    told = [str(problem).split("\n")[0] for problem in workshop.problems()]
    assert any(text.startswith(f"data/{PAGE}, ") and text.endswith(f": {message}") for text in told), told


def test_a_page_is_cited_once_and_gives_a_figure_once(workshop):
    path = workshop.layout.data / PAGE
    text = path.read_text()
    path.write_text(text + text.replace("of001", "of002"))
    told = [problem.message for problem in workshop.problems() if problem.rule == "OfficialFigureIsOnce"]
    assert told == ["the page is also given as `of001`."]
    figure = text[text.index("    [[citation.figure]]") : text.index('    [[citation.figure]]\n    id = "of001-02"')]
    path.write_text(text + figure.replace("of001-01", "of001-03"))
    told = [str(problem) for problem in workshop.problems() if problem.rule == "OfficialFigureIsOnce"]
    assert len(told) == 1 and "the figure is also given as `of001-01`. [OfficialFigureIsOnce]" in told[0]
