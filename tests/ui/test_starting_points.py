"""The questions to start with: each view holds the figures that answer it."""

import pytest

from lib.queries.links import Known, read_params
from lib.queries.observations import observations
from lib.queries.store import Store
from lib.text.catalogue import entries
from lib.ui.starting_points import STARTING_POINTS

# For each question: region, indicator, period and status of figures that its view must hold.
ANSWERS = {
    "q01": [("330000", "urban_rural_income_ratio", "2022", "actual"), ("330603", "urban_rural_income_ratio", "2022", "actual")],
    "q02": [
        ("330603", "rural_disposable_income_per_capita", "2022", "actual"),
        ("330000", "rural_disposable_income_per_capita", "2022", "actual"),
    ],
    "q03": [("330000", "workshops_built", "2023", "actual"), ("330000", "workshops_built", "2022/2025", "plan")],
    "q04": [
        ("330603", "village_collective_operating_income", "2022", "actual"),
        ("330523105212", "village_collective_operating_income", "2019", "actual"),
        ("330523105212", "village_collective_operating_income", "2022", "actual"),
    ],
    "q05": [("330100", "middle_group_household_share", "2025", "target")],
    "q06": [
        ("330000", f"private_economy_share_{part}", "2022", "actual") for part in ("gdp", "tax", "exports", "employment", "enterprises")
    ],
    "q07": [("410100", "nev_output", "2023", "actual"), ("410100", "nev_output", "2024", "target")],
    "q08": [("410100", "gdp_growth_real", "2023", "actual"), ("410100", "retail_sales_growth", "2023", "actual")],
    "q09": [("410100", "community_health_centers_built", "2020", "plan"), ("330100", "parking_spots_added", "2021", "ongoing")],
    "q10": [("331022", "outdoor_jacket_output_value", "2022", "actual"), ("331022", "outdoor_jacket_workers", "2023", "actual")],
    "q11": [
        ("330000", "compulsory_school_difference_coefficient", "2023", "actual"),
        ("330000", "public_sense_of_security", "2022", "actual"),
    ],
    "q12": [("410181", "persons_lifted_out_of_poverty", "2019", "actual"), ("410181103", "resident_income_per_capita", "2019", "actual")],
}


@pytest.mark.parametrize("name", STARTING_POINTS)
def test_a_question_shows_the_figures_that_answer_it(name: str, real_store: Store):
    rows = observations(real_store, STARTING_POINTS[name])
    held = set(zip(rows.region_id, rows.indicator_id, rows.period, rows.status, strict=True))
    assert [answer for answer in ANSWERS[name] if answer not in held] == []


@pytest.mark.parametrize("name", STARTING_POINTS)
def test_a_question_survives_its_link(name: str, real_store: Store):
    reading = read_params(STARTING_POINTS[name].to_params(), Known.of(real_store))
    assert reading.notices == ()
    assert reading.selection == STARTING_POINTS[name]


def test_every_question_has_words_and_every_word_a_question():
    assert {f"question.{name}" for name in STARTING_POINTS} == {key for key in entries() if key.startswith("question.")}
