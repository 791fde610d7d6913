"""Findings: each sentence follows its rows, keeps their bounds, and says what is missing."""

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from lib.domain.case_areas import CASE_AREAS
from lib.queries.coverage import coverage_by_area
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.finding_rows import NEEDS
from lib.text.finding_sentences import SENTENCES
from lib.text.findings import absence, finding

DIGITS = re.compile(r"\d[\d,.]*\d|\d")


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.open(Path(__file__).resolve().parents[2] / "data")


@pytest.fixture(scope="module")
def rows(store: Store) -> pd.DataFrame:
    return observations(store, Selection())


def without(rows: pd.DataFrame, indicator: str, status: str = "") -> pd.DataFrame:
    return rows[(rows.indicator_id != indicator) | ((rows.status != status) if status else False)]


def changed(rows: pd.DataFrame, indicator: str, region: str, **values: Any) -> pd.DataFrame:
    copy = rows.copy()
    place = (copy.indicator_id == indicator) & (copy.region_id == region)
    assert place.any()
    for name, value in values.items():
        copy.loc[place, name] = value
    return copy


@pytest.mark.parametrize(
    ("name", "said", "formula"),
    [
        ("q01", ["1.599 for Keqiao", "1.90 for Zhejiang", "(2022)", "0.30 closer to parity"], "1.90 − 1.599 = 0.301"),
        ("q02", ["more than 50,000 yuan", "37,600", "(2022)", "at least 12,400 more"], "> 50,000 − 37,600 ≥ 12,400"),
        ("q03", ["more than 7,000 workshops", "10,000 planned", "at least 70%"], "> 7,000 ÷ 10,000 ≥ 70%"),
        ("q04", ["less than 150,000 yuan", "(inferred)", "1.75 million", "at least 11.6 times"], "1.75 million ÷ (< 150,000) ≥ 11.666"),
        ("q05", ["aims at 50%", "200,000 to 600,000 yuan", "gives no year", "not reported"], ""),
        ("q06", ["67% of GDP", "71.7%", "82.6%", "87.5%", "92.5%", "2022 (inferred)"], ""),
        ("q07", ["316,000 vehicles made in 2023", "more than 700,000", "2024", "at least 2.2 times"], "> 700,000 ÷ 316,000 ≥ 2.215"),
        ("q08", ["growth rates", "2023", "+6.8%", "+61.7%"], ""),
        ("q09", ["12 figures for plans and works under way", "2020–2021", "none"], ""),
        ("q10", ["6.5 billion yuan in 2022", "30,000 persons", "90%", "not reported"], ""),
        ("q11", ["at most 0.27 (2023)", "a public sense of security of 99.28%", "(2022)"], ""),
        ("q12", ["21,579 persons in all", "by the end of 2019", "that year, more than 40,000 yuan a head", "nothing after 2020"], ""),
    ],
)
def test_a_finding_says_its_figures_with_their_bounds_and_years(name: str, said: list[str], formula: str, rows: pd.DataFrame):
    told = finding(name, rows, "en")
    assert [words for words in said if words not in told.text] == []
    assert told.formula == formula
    assert bool(formula) == bool(told.formula_ids)
    assert set(told.formula_ids) <= set(told.observation_ids)
    assert told.is_reported
    assert len(told.text.split()) <= 30


@pytest.mark.parametrize("name", SENTENCES)
def test_every_finding_is_told_in_chinese_with_the_same_inputs(name: str, rows: pd.DataFrame):
    told, english = finding(name, rows, "zh"), finding(name, rows, "en")
    assert told.observation_ids == english.observation_ids
    assert re.findall(r"[A-Za-z]{2,}", told.text + told.caveat) == []
    assert bool(told.caveat) == bool(english.caveat)


@pytest.mark.parametrize("name", SENTENCES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_figures_and_years_are_set_apart(name: str, language, rows: pd.DataFrame):
    told = finding(name, rows, language)
    # The aim of q05 has no year in its sentence.
    assert {part.role for part in told.parts} == ({"", "figure"} if name == "q05" else {"", "figure", "year"})
    plain = "".join(part.text for part in told.parts if not part.role)
    assert DIGITS.findall(plain) == []
    assert not set("\ue000\ue001\ue002") & set(told.text)


@pytest.mark.parametrize(("name", "need"), [(name, need) for name, (needs, _) in SENTENCES.items() for need in needs])
def test_a_missing_row_is_said_to_be_not_reported(name: str, need: str, rows: pd.DataFrame):
    told = finding(name, without(rows, NEEDS[need].indicator, NEEDS[need].status.value), "en")
    assert told.text.startswith("Not reported in these articles: ")
    assert not told.is_reported
    assert told.formula == ""


def test_an_empty_dataset_reports_nothing(rows: pd.DataFrame):
    told = {name: finding(name, rows[:0], "en") for name in SENTENCES}
    assert [name for name, one in told.items() if not one.text.startswith("Not reported in these articles: ")] == []
    assert all(one.observation_ids == () for one in told.values())


def test_the_sentence_follows_the_rows(rows: pd.DataFrame):
    wider = finding("q01", changed(rows, "urban_rural_income_ratio", "330603", value=2.1, printed="2.10"), "en")
    assert "0.20 further from parity" in wider.text
    level = finding("q01", changed(rows, "urban_rural_income_ratio", "330603", value=1.9, printed="1.90"), "en")
    assert level.text.endswith("level.")
    less = finding("q02", changed(rows, "rural_disposable_income_per_capita", "330603", value=30_000.0, qualifier="under"), "en")
    assert "at least 7,600 less" in less.text
    today = rows[rows.indicator_id == "middle_group_household_share"].assign(
        observation_id="zz99-01a", status="actual", value=41.0, year_start=2021, year_end=2021
    )
    assert "gives no year for it; 41% is reported for 2021" in finding("q05", pd.concat([rows, today]), "en").text
    dated = changed(rows, "middle_group_household_share", "330100", caveats="", period_basis="stated")
    assert "by 2025; today’s share is not reported" in finding("q05", dated, "en").text
    assert "by 2025; 41% is reported for 2021" in finding("q05", pd.concat([dated, today]), "en").text


@pytest.mark.parametrize(
    ("name", "indicator", "region"),
    [
        ("q01", "urban_rural_income_ratio", "330603"),
        ("q02", "rural_disposable_income_per_capita", "330603"),
        ("q03", "workshops_built", "330000"),
        ("q04", "village_collective_operating_income", "330523105212"),
        ("q07", "nev_output", "410100"),
    ],
)
def test_no_number_is_made_of_what_the_guard_keeps_apart(name: str, indicator: str, region: str, rows: pd.DataFrame):
    first = rows[(rows.indicator_id == indicator) & (rows.region_id == region)].observation_id.iloc[0]
    doubtful = rows.assign(caveats=rows.caveats.mask(rows.observation_id == first, "definition_unclear"))
    told = finding(name, doubtful, "en")
    assert (told.formula, told.formula_ids, told.is_reported) == ("", (), True)
    assert first in told.observation_ids


def test_a_bound_that_leaves_the_question_open_gives_no_number_but_the_reason(rows: pd.DataFrame):
    told = finding("q07", changed(rows, "nev_output", "410100", qualifier="over"), "en")
    assert "times" not in told.text
    assert told.formula == ""
    assert told.caveat == "The bounds of the two figures pull apart, so no number follows from them."
    unsure = finding("q02", changed(rows, "rural_disposable_income_per_capita", "330603", qualifier="under"), "en")
    assert "no difference follows" in unsure.text


def test_different_years_are_not_compared(rows: pd.DataFrame):
    told = finding("q01", changed(rows, "urban_rural_income_ratio", "330603", year_start=2021, year_end=2021), "en")
    assert told.text == "1.599 for Keqiao District (2021) and 1.90 for Zhejiang Province (2022): not reported for the same year."
    assert told.formula == ""


def test_a_delivered_promise_is_counted(rows: pd.DataFrame):
    delivered = rows[rows.indicator_id == "parking_spots_added"].assign(observation_id="zz99-01a", status="actual")
    assert "a result is reported in these articles for 1 of them" in finding("q09", pd.concat([rows, delivered]), "en").text
    earlier = delivered.assign(year_start=2019, year_end=2019)
    assert "a result is reported in these articles for none of them" in finding("q09", pd.concat([rows, earlier]), "en").text


def test_an_official_figure_is_no_finding_of_the_articles(rows: pd.DataFrame):
    official = rows.assign(layer="official")
    assert finding("q06", official, "en").text.startswith("Not reported in these articles: ")


def test_there_is_no_finding_on_another_question(rows: pd.DataFrame):
    with pytest.raises(KeyError, match="q99"):
        finding("q99", rows, "en")


def test_absence_counts_the_empty_cells_and_names_where_nothing_was_reached(store: Store):
    cells = coverage_by_area(store, CASE_AREAS)
    told = absence(cells, "en")
    assert told.text.startswith(f"{(cells.figures == 0).sum()} of {len(cells)} cells are empty.")
    assert "Hangzhou (income gap and industry)" in told.text
    assert "Keqiao" not in told.text
    assert absence(cells.assign(actual=1), "en").text == f"{(cells.figures == 0).sum()} of {len(cells)} cells are empty."
    assert "杭州市（收入差距和产业）" in absence(cells, "zh").text


@pytest.mark.parametrize(
    ("name", "indicator", "region"),
    [
        ("q06", "private_economy_share_tax", "330000"),
        ("q10", "outdoor_jacket_workers", "331022"),
        ("q12", "resident_income_per_capita", "410181103"),
    ],
)
def test_figures_of_different_years_do_not_share_a_year(name: str, indicator: str, region: str, rows: pd.DataFrame):
    told = finding(name, changed(rows, indicator, region, year_start=2010, year_end=2010, period_basis="stated"), "en")
    assert re.search(r"\(\*?\*?2010\b|\(2010\)", told.text) and told.text.startswith("The articles report ")
    assert told.text.count("(") >= 2


@pytest.mark.parametrize(
    ("name", "indicator", "region"), [("q04", "village_collective_operating_income", "330523105212"), ("q07", "nev_output", "410100")]
)
def test_no_multiple_is_made_of_figures_out_of_order(name: str, indicator: str, region: str, rows: pd.DataFrame):
    told = finding(name, changed(rows, indicator, region, year_start=2021, year_end=2021), "en")
    assert "times" not in told.text and not told.formula


def test_below_parity_no_distance_is_told(rows: pd.DataFrame):
    told = finding("q01", changed(rows, "urban_rural_income_ratio", "330603", value=0.5), "en")
    assert "closer" not in told.text and not told.formula


def test_a_small_difference_is_not_said_to_be_none(rows: pd.DataFrame):
    told = finding("q01", changed(rows, "urban_rural_income_ratio", "330603", value=1.8999), "en")
    assert "0.0001 closer to parity" in told.text
