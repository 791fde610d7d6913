"""Reading links: hostile ones give a selection and say what could not be honoured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.queries.links import Known, Reading, read_params
from lib.queries.notices import LinkProblem, Notice, shown
from lib.queries.region_names import RegionNames
from lib.queries.selection import Selection
from lib.queries.store import Store
from tests.queries.sample_rows import rows_of_sample

KNOWN = Known(
    names=RegionNames.from_rows(
        [
            *rows_of_sample()["regions"],
            {"region_id": "320500", "level": "prefecture", "name_en": "Suzhou", "name_zh": "苏州市", "aliases": ""},
            {"region_id": "341300", "level": "prefecture", "name_en": "Suzhou", "name_zh": "宿州市", "aliases": ""},
        ]
    ),
    programmes=frozenset({"roads", "workshops"}),
    claims=frozenset({"hz21-01a", "zz20-01a"}),
    sources=frozenset({"daily-2021-hangzhou"}),
    years=(2019, 2025),
    figures=frozenset({"hz21-01a", "zz20-01a", "zz20-02a"}),
)
REGIONS = ("CN", "330000", "330100", "330110", "410100")


def read(**params: list[str]) -> Reading:
    return read_params(params, KNOWN)


def told(reading: Reading) -> list[tuple[str, str, str]]:
    return [(notice.parameter, notice.given, notice.problem.value) for notice in reading.notices]


def subsets(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True).map(tuple)


SELECTIONS = st.builds(
    Selection,
    regions=subsets(REGIONS),
    inside=st.booleans(),
    themes=subsets(("income_gap", "industry", "public_services")),
    years=st.none() | st.tuples(st.integers(2019, 2025), st.integers(2019, 2025)),
    statuses=subsets(("actual", "ongoing", "plan", "target")),
    layers=subsets(("article", "official")),
    voices=subsets(("article", "official_statistic")),
    programmes=subsets(("roads", "workshops")),
    search=st.text(),
    claim=st.sampled_from(("", "hz21-01a")),
    pair=subsets(("hz21-01a", "zz20-01a", "zz20-02a")),
    show=subsets(("events", "panels", "unlike")),
    language=st.sampled_from(("en", "zh")),
)


@given(SELECTIONS)
def test_every_view_has_a_link_that_leads_back_to_it(selection: Selection) -> None:
    assert read_params(selection.to_params(), KNOWN) == Reading(selection)


PARAMETERS = (
    st.sampled_from(("region", "inside", "theme", "year", "status", "layer", "voice", "programme", "q", "claim", "pair", "show", "lang"))
    | st.text()
)
ANYTHING = st.text(st.characters(codec=None, categories=None)) | st.from_regex(r"[0-9]{0,12}[-/–]?[0-9]{0,12}")


@given(st.dictionaries(PARAMETERS, st.lists(ANYTHING) | ANYTHING))
def test_any_link_at_all_gives_a_selection_with_a_link(params: dict[str, list[str]]) -> None:
    reading = read_params(params, KNOWN)
    assert read_params(reading.selection.to_params(), KNOWN) == Reading(reading.selection)
    assert len(reading.notices) <= 20
    assert all(len(notice.given) <= 40 and len(notice.parameter) <= 40 for notice in reading.notices)
    assert all((notice.given + notice.parameter).isprintable() for notice in reading.notices)


@pytest.mark.parametrize(
    "written", ["330100", "hangzhou", "Hangzhou", "杭州", "杭州市", "HANGZHOU SHI", "hangzhoushi", "hangzhou city", " hangzhou "]
)
def test_a_region_may_be_named(written: str) -> None:
    assert read(region=[written]) == Reading(Selection(regions=("330100",)))


def test_two_names_of_one_region_are_one() -> None:
    assert read(region=["hangzhou", "杭州", "cn"]) == Reading(Selection(regions=("330100", "CN")))


def test_an_unknown_region_is_said_and_the_known_ones_stay() -> None:
    reading = read(region=["atlantis", "330100"])
    assert reading.selection == Selection(regions=("330100",))
    assert told(reading) == [("region", "atlantis", "unknown_value")]


def test_a_name_of_two_regions_is_ambiguous() -> None:
    assert told(read(region=["suzhou"])) == [("region", "suzhou", "ambiguous")]
    assert read(region=["宿州"]).selection.regions == ("341300",)


def test_ten_thousand_regions_are_told_in_twenty_notices() -> None:
    reading = read(region=[f"place{number}" for number in range(10_000)])
    assert reading.selection == Selection()
    assert len(reading.notices) == 20
    assert reading.notices[0] == Notice("region", "10000", LinkProblem.TOO_MANY)
    assert reading.further == 41


@pytest.mark.parametrize(
    ("name", "value", "given", "problem"),
    [
        ("theme", "\x00", "\\u0000", "unknown_value"),
        ("theme", "Industry", "Industry", "unknown_value"),
        ("status", "done", "done", "unknown_value"),
        ("layer", "all", "all", "unknown_value"),
        ("voice", "mayor", "mayor", "unknown_value"),
        ("programme", "x\u202ey", "x\\u202Ey", "unknown_value"),
        ("claim", "zz99-01a", "zz99-01a", "unknown_value"),
        ("lang", "fr", "fr", "unknown_value"),
        ("inside", "maybe", "maybe", "unknown_value"),
        ("year", "99999", "99999", "out_of_range"),
        ("year", "1990-2000", "1990-2000", "out_of_range"),
        ("year", "last", "last", "malformed"),
        ("year", "2021-", "2021-", "malformed"),
        ("year", "２０２１", "２０２１", "malformed"),
        ("theme", "x" * 201, "x" * 39 + "…", "too_long"),
        ("colour", "red", "", "unknown_parameter"),
        ("a\nb", "red", "", "unknown_parameter"),
    ],
)
def test_what_cannot_be_honoured_is_left_out_and_said(name: str, value: str, given: str, problem: str) -> None:
    reading = read(**{name: [value]})
    assert reading.selection == Selection()
    assert told(reading) == [(name.replace("\n", "\\u000A"), given, problem)]


@pytest.mark.parametrize(
    ("value", "years", "problems"),
    [
        ("2022", (2022, 2022), []),
        ("2021-2023", (2021, 2023), []),
        ("2021–2023", (2021, 2023), []),
        ("2021/2023", (2021, 2023), []),
        ("2023-2021", (2021, 2023), ["reversed"]),
        ("2000-2021", (2019, 2021), ["out_of_range"]),
        ("2024-2010", (2019, 2024), ["reversed", "out_of_range"]),
    ],
)
def test_years_are_put_in_order_and_within_bounds(value: str, years: tuple[int, int], problems: list[str]) -> None:
    reading = read(year=[value])
    assert reading.selection == Selection(years=years)
    assert told(reading) == [("year", value, problem) for problem in problems]


def test_a_single_parameter_given_twice_counts_once() -> None:
    reading = read(year=["2021", "2022"], lang=["zh", "zh"], q=["one", "two"])
    assert reading.selection == Selection(years=(2021, 2021), language="zh", search="one")
    assert told(reading) == [("year", "2022", "repeated"), ("q", "two", "repeated")]


def test_a_long_search_is_cut_and_said() -> None:
    reading = read(q=["gdp " * 50])
    assert reading.selection.search == ("gdp " * 25).strip()
    assert told(reading) == [("q", "gdp " * 9 + "gdp…", "too_long")]


def test_empty_values_ask_nothing() -> None:
    assert read(region=["", "  "], theme=[""], year=[""], q=[""], claim=[""], lang=[""]) == Reading(Selection())
    assert read(region=[], q=[]) == Reading(Selection())


@pytest.mark.parametrize("name", ["embed", "embed_options", "utm_source", "utm_campaign", "fbclid"])
def test_parameters_of_others_pass_without_a_word(name: str) -> None:
    assert read(**{name: ["true"]}) == Reading(Selection())


def test_a_page_may_have_parameters_of_its_own() -> None:
    assert read_params({"tab": ["table"]}, KNOWN, others={"tab"}) == Reading(Selection())


def test_a_pair_is_read_in_its_order_and_no_further() -> None:
    assert read(pair=["zz20-02a", "hz21-01a"]).selection.pair == ("zz20-02a", "hz21-01a")
    reading = read(pair=["zz20-02a", "hz21-01a", "zz20-01a"])
    assert reading.selection.pair == ("zz20-02a", "hz21-01a")
    assert told(reading) == [("pair", "3", "too_many")]


def test_a_pair_holds_figures_alone() -> None:
    assert told(read(pair=["hz21-e01", "hz21-01a"])) == [("pair", "hz21-e01", "unknown_value")]
    assert read(pair=["hz21-01a", "hz21-01a"]).selection.pair == ("hz21-01a",)


def test_known_is_what_the_dataset_has(sample_store: Store) -> None:
    known = Known.of(sample_store)
    assert known.years == (2019, 2025)
    assert sorted(known.programmes) == ["roads", "workshops"]
    assert all(claim in known.claims for claim in ("hz21-01a", "of001-01"))
    assert "target" in known.statuses
    assert "hz21-01a" in known.figures and "hz21-e01" not in known.figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [("plain 杭州", "plain 杭州"), ("a\tb", "a\\u0009b"), ("\ud800", "\\uD800"), ("\U000e0001", "\\U000E0001"), ("x" * 40, "x" * 40)],
)
def test_what_is_shown_of_a_link_is_visible(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_what_is_added_to_the_charts_is_read_from_the_link() -> None:
    assert read(show=["events", "panels"]) == Reading(Selection(show=("events", "panels")))
    reading = read(show=["events", "fireworks"])
    assert reading.selection == Selection(show=("events",))
    assert told(reading) == [("show", "fireworks", "unknown_value")]


def test_an_id_that_was_found_is_not_asked_for_again_and_an_unknown_one_is(sample_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    claims = Known.of(sample_store).claims
    asked: list[str] = []
    figure = str(sample_store.run("select min(observation_id) as id from observations").iloc[0, 0])
    run = Store.run

    def noting(store: Store, sql: str, parameters: tuple[str, ...]) -> object:
        asked.append(parameters[0])
        return run(store, sql, parameters)

    monkeypatch.setattr(Store, "run", noting)
    assert [figure in claims, figure in claims, "unheard" in claims, "unheard" in claims] == [True, True, False, False]
    assert asked == [figure, "unheard", "unheard"]
