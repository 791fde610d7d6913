"""The sentence of each question: which rows it needs and how it is filled."""

from collections.abc import Callable, Mapping, Sequence

from lib.domain.case_areas import HANGZHOU, ZHENGZHOU
from lib.domain.derived import Derived, Outcome, difference, share, times
from lib.domain.vocabulary import Kind, Status, Theme
from lib.text.catalogue import join_names
from lib.text.dates import period
from lib.text.finding_cases import Case
from lib.text.finding_parts import Finding, as_figure, as_year
from lib.text.finding_rows import GONGYI, SANMEN, ZHULIN, Need, Row, look_up
from lib.text.numbers import count

Sentence = Callable[[Case], Finding]
_MOST_DECIMALS = 4


def _ratios(case: Case) -> Finding:
    own, wider = case["district_ratio"], case["province_ratio"]
    if min(own.data["value"], wider.data["value"]) < 1:
        # Below parity a smaller ratio is no nearer to it.
        return case.apart((own, wider))
    return _beside(case, own, wider, from_wider=True)


def _incomes(case: Case) -> Finding:
    return _beside(case, case["district_income"], case["province_income"], from_wider=False)


def _beside(case: Case, own: Row, wider: Row, *, from_wider: bool) -> Finding:
    values = {"own": own.figure, "place": own.place, "wider": wider.number, "wider_place": wider.place, "year": own.year}
    if own.period != wider.period:
        return case.says("unlike", (own, wider), **values, wider_year=wider.year)
    if not own.is_like(wider):
        return case.apart((own, wider))
    first, second = (wider, own) if from_wider else (own, wider)
    outcome = difference(first.bounded, second.bounded)
    decimals = min(own.unit.decimals, wider.unit.decimals)
    return case.derives(outcome, decimals + _too_few(outcome, decimals), (own, wider), **values)


def _too_few(outcome: Outcome, decimals: int) -> int:
    """Count the decimals without which a small difference would be said to be none."""
    if not isinstance(outcome, Derived) or outcome.value == 0:
        return 0
    return next((more for more in range(_MOST_DECIMALS) if outcome.rounded(decimals + more).value != 0), _MOST_DECIMALS)


def _workshops(case: Case) -> Finding:
    made, planned, gain = case["workshops_made"], case["workshops_planned"], case["workshop_workers"]
    if not made.is_like(planned):
        return case.apart((made, planned, gain))
    return case.derives(
        share(made.bounded, planned.bounded), 0, (made, planned, gain),
        made=made.figure, year=made.year, planned=planned.number, due=planned.last_year, workers=gain.number,
    )  # fmt: skip


def _village(case: Case) -> Finding:
    before, after = case["village_before"], case["village_after"]
    if before.period[1] >= after.period[0] or not before.is_like(after):
        return case.apart((before, after))
    values = {"place": after.place, "before": before.figure, "start": before.year, "after": after.number, "year": after.year}
    return case.derives(times(after.bounded, before.bounded), 1, (before, after), **values)


def _middle(case: Case) -> Finding:
    aim, floor, ceiling = case["middle_share"], case["middle_floor"], case["middle_ceiling"]
    values = {"place": aim.place, "aim": aim.figure, "floor": floor.number, "ceiling": ceiling.figure, "due": aim.year}
    today = look_up(Need(aim.data["indicator_id"], aim.data["region_id"]), case.rows)
    if today is None:
        return case.says("aim" if aim.is_dated else "undated", (aim, floor, ceiling), **values)
    return case.says("both" if aim.is_dated else "undatedboth", (aim, floor, ceiling, today), **values, today=today.figure, year=today.year)


def _private(case: Case) -> Finding:
    rows = [case[name] for name in ("private_gdp", "private_tax", "private_exports", "private_jobs", "private_firms")]
    if not _are_of_one_period(rows):
        return case.apart(rows)
    gdp, tax, exports, jobs, firms = (row.figure for row in rows)
    return case.says("shares", rows, gdp=gdp, tax=tax, exports=exports, jobs=jobs, firms=firms, year=rows[0].year)


def _vehicles(case: Case) -> Finding:
    made, aimed = case["vehicles_made"], case["vehicles_aimed"]
    if made.period[1] >= aimed.period[0] or not made.is_like(aimed):
        return case.apart((made, aimed))
    values = {"made": made.figure, "year": made.year, "aimed": aimed.figure, "due": aimed.year}
    return case.derives(times(aimed.bounded, made.bounded), 1, (made, aimed), **values)


def _grown(case: Case) -> Finding:
    rates = [row for row in case.rows if _is(row, Status.ACTUAL, region=ZHENGZHOU) and row.data["kind"] == Kind.GROWTH]
    latest = [row for row in rates if row.data["year_end"] == max(row.data["year_end"] for row in rates)]
    ordered = sorted(latest, key=lambda row: row.data["value"])
    if not ordered:
        return case.says("none", ())
    low, high = ordered[0], ordered[-1]
    values = {"low": low.figure, "low_name": low.name, "high": high.figure, "high_name": high.name, "year": high.year}
    return case.says("rates", ordered, count=len(ordered), rates=as_figure(count(len(ordered), case.language)), **values)


def _promised(case: Case) -> Finding:
    made = [row for row in case.rows if row.data["theme"] == Theme.PUBLIC_SERVICES and _is_promise(row)]
    if not made:
        return case.says("none", ())
    years = as_year(period(min(row.data["year_start"] for row in made), max(row.data["year_end"] for row in made), case.language))
    kept = [row for row in made if any(_delivers(other, row) for other in case.rows)]
    counts = {name: as_figure(count(len(rows), case.language)) for name, rows in (("made", made), ("kept", kept))}
    places = join_names(case.language, list(dict.fromkeys(row.place for row in made)))
    return case.says("kept" if kept else "unkept", made, **counts, years=years, places=places)


def _are_of_one_period(rows: Sequence[Row]) -> bool:
    return len({row.period for row in rows}) == 1


def _is(row: Row, *statuses: Status, region: str) -> bool:
    return row.data["status"] in statuses and row.data["region_id"] == region


def _is_promise(row: Row) -> bool:
    return any(_is(row, Status.ONGOING, Status.PLAN, Status.TARGET, region=city) for city in (ZHENGZHOU, HANGZHOU))


def _delivers(row: Row, promise: Row) -> bool:
    same = row.data["indicator_id"] == promise.data["indicator_id"] and row.data["region_id"] == promise.data["region_id"]
    return same and row.data["status"] == Status.ACTUAL and promise.promised.is_told_by(row.reported)


def _niche(case: Case) -> Finding:
    value, workers, local = case["jacket_value"], case["jacket_workers"], case["jacket_locals"]
    if not _are_of_one_period((workers, local)):
        return case.apart((value, workers, local))
    told = {
        "place": value.place,
        "value": value.figure,
        "year": value.year,
        "workers": workers.figure,
        "local": local.figure,
        "then": workers.year,
    }
    whole = look_up(Need("gdp", SANMEN), case.rows)
    return case.says("alone" if whole is None else "beside", (value, workers, local), **told)


def _equal(case: Case) -> Finding:
    schools, safety = case["school_difference"], case["sense_of_security"]
    told = {"schools": schools.figure, "schools_year": schools.year, "safety": safety.figure, "safety_year": safety.year}
    return case.says("measures", (schools, safety), **told)


def _poverty(case: Case) -> Finding:
    out, income = case["out_of_poverty"], case["town_income"]
    if not _are_of_one_period((out, income)):
        return case.apart((out, income))
    last = max(row.period[1] for row in case.rows if any(_is(row, Status.ACTUAL, region=place) for place in (GONGYI, ZHULIN)))
    told = {"place": out.place, "town": income.place, "persons": out.figure, "income": income.number, "year": out.year}
    return case.says("since", (out, income), **told, last=as_year(period(last, last, case.language)))


SENTENCES: Mapping[str, tuple[Sequence[str], Sentence]] = {
    "q01": (("district_ratio", "province_ratio"), _ratios),
    "q02": (("district_income", "province_income"), _incomes),
    "q03": (("workshops_made", "workshops_planned", "workshop_workers"), _workshops),
    "q04": (("village_before", "village_after"), _village),
    "q05": (("middle_share", "middle_floor", "middle_ceiling"), _middle),
    "q06": (("private_gdp", "private_tax", "private_exports", "private_jobs", "private_firms"), _private),
    "q07": (("vehicles_made", "vehicles_aimed"), _vehicles),
    "q08": ((), _grown),
    "q09": ((), _promised),
    "q10": (("jacket_value", "jacket_workers", "jacket_locals"), _niche),
    "q11": (("school_difference", "sense_of_security"), _equal),
    "q12": (("out_of_poverty", "town_income"), _poverty),
}
