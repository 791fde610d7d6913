"""The rows that a finding needs, looked up by what they measure, where and how far along they are."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lib.domain.case_areas import HANGZHOU, KEQIAO, ZHEJIANG, ZHENGZHOU
from lib.domain.comparability import Axis, judge
from lib.domain.comparand import Comparand
from lib.domain.derived import Bounded
from lib.domain.periods import Period
from lib.domain.promises import Promise, Report, is_dated
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Direction, Kind, Layer, Status, StockFlow
from lib.text.catalogue import Language, say
from lib.text.dates import known_period
from lib.text.finding_parts import as_figure, as_year
from lib.text.numbers import UnitWords, number, spoken_figure

SANMEN, GONGYI, ZHULIN, XIAYANG = "331022", "410181", "410181103", "330523105212"


@dataclass(frozen=True)
class Need:
    """A figure that a finding cannot do without; of several years the last is taken, or the first."""

    indicator: str
    region: str
    status: Status = Status.ACTUAL
    is_first: bool = False


NEEDS: Mapping[str, Need] = {
    "district_ratio": Need("urban_rural_income_ratio", KEQIAO),
    "province_ratio": Need("urban_rural_income_ratio", ZHEJIANG),
    "district_income": Need("rural_disposable_income_per_capita", KEQIAO),
    "province_income": Need("rural_disposable_income_per_capita", ZHEJIANG),
    "workshops_made": Need("workshops_built", ZHEJIANG),
    "workshops_planned": Need("workshops_built", ZHEJIANG, Status.PLAN),
    "workshop_workers": Need("workshop_low_income_workers", ZHEJIANG),
    "village_before": Need("village_collective_operating_income", XIAYANG, is_first=True),
    "village_after": Need("village_collective_operating_income", XIAYANG),
    "middle_share": Need("middle_group_household_share", HANGZHOU, Status.TARGET),
    "middle_floor": Need("middle_group_household_income_floor", HANGZHOU, Status.TARGET),
    "middle_ceiling": Need("middle_group_household_income_ceiling", HANGZHOU, Status.TARGET),
    "private_gdp": Need("private_economy_share_gdp", ZHEJIANG),
    "private_tax": Need("private_economy_share_tax", ZHEJIANG),
    "private_exports": Need("private_economy_share_exports", ZHEJIANG),
    "private_jobs": Need("private_economy_share_employment", ZHEJIANG),
    "private_firms": Need("private_economy_share_enterprises", ZHEJIANG),
    "vehicles_made": Need("nev_output", ZHENGZHOU),
    "vehicles_aimed": Need("nev_output", ZHENGZHOU, Status.TARGET),
    "jacket_value": Need("outdoor_jacket_output_value", SANMEN),
    "jacket_workers": Need("outdoor_jacket_workers", SANMEN),
    "jacket_locals": Need("outdoor_jacket_local_worker_share", SANMEN),
    "school_difference": Need("compulsory_school_difference_coefficient", ZHEJIANG),
    "sense_of_security": Need("public_sense_of_security", ZHEJIANG),
    "out_of_poverty": Need("persons_lifted_out_of_poverty", GONGYI),
    "town_income": Need("resident_income_per_capita", ZHULIN),
}


@dataclass(frozen=True)
class Row:
    """One observation with its words."""

    data: Mapping[str, Any]
    language: Language

    @property
    def id(self) -> str:
        """Id of the observation."""
        return str(self.data["observation_id"])

    @property
    def unit(self) -> UnitWords:
        """The words of the unit."""
        return UnitWords.of(self.data)

    @property
    def bounded(self) -> Bounded:
        """The figure for arithmetic."""
        return Bounded.of(self.id, self.data["value"], self.data["qualifier"], str(self.data["unit"]))

    def is_like(self, other: "Row") -> bool:
        """Tell whether the guard lets a number be made of the two."""
        return judge(self._comparand, other._comparand).axis is Axis.SHARED

    @property
    def _comparand(self) -> Comparand:
        # What its place lies in matters to ranks alone, of which no finding makes a number.
        row: dict[Hashable, Any] = dict(self.data.items())
        return Comparand.of(row, RegionTree.from_rows([{"region_id": row["region_id"], "parent_id": ""}]))

    @property
    def promised(self) -> Promise:
        """The figure as a promise, for one not yet reached."""
        kind, stock_flow, direction = (str(self.data[name]) for name in ("kind", "stock_flow", "direction"))
        published, codes = str(self.data["published"]), (Kind(kind), StockFlow(stock_flow), Direction(direction))
        return Promise(self.bounded, Period(*self.period), published, *codes, self.is_dated)

    @property
    def is_dated(self) -> bool:
        """Tell whether a year is printed for the figure."""
        return is_dated(str(self.data["caveats"]))

    @property
    def reported(self) -> Report:
        """The figure as a report of something reached."""
        return Report(self.bounded, Period(*self.period), Layer(self.data["layer"]), str(self.data["published"]))

    @property
    def figure(self) -> str:
        """The figure with its bound in words, marked as one."""
        return as_figure(spoken_figure(self.data["value"], self.data["qualifier"], self.unit, self.data["kind"], self.language))

    @property
    def number(self) -> str:
        """The figure with its bound and without its unit, where a figure beside it names the unit; marked as one."""
        digits = number(self.data["value"], self.language, self.unit.decimals)
        return as_figure(say(self.language, f"qualifier.{self.data['qualifier']}.phrase", figure=digits))

    @property
    def name(self) -> str:
        """The indicator's name, for use inside a sentence."""
        words = self.words("indicator")
        return words[:1].lower() + words[1:]

    @property
    def year(self) -> str:
        """The period, marked as a year; an inferred one says so."""
        return as_year(known_period(self.data["year_start"], self.data["year_end"], self.data["period_basis"], self.language))

    @property
    def last_year(self) -> str:
        """The last year of the period, marked as one."""
        return as_year(known_period(self.data["year_end"], self.data["year_end"], "stated", self.language))

    @property
    def period(self) -> tuple[int, int]:
        """First and last year."""
        return int(self.data["year_start"]), int(self.data["year_end"])

    @property
    def place(self) -> str:
        """The region's name."""
        return self.words("region")

    def words(self, stem: str) -> str:
        """Return the column `stem_en` or `stem_zh`, whichever the reader reads."""
        return str(self.data[f"{stem}_{self.language}"])


def article_rows(rows: pd.DataFrame, language: Language) -> list[Row]:
    """Take the rows that articles report, by their last year.

    Needs: rows as `lib.queries.observations.observations` returns them.
    """
    reported = rows[rows["layer"] == Layer.ARTICLE].sort_values(["year_end", "observation_id"], kind="stable")
    records = reported.astype(object).where(reported.notna(), "").to_dict("records")
    return [Row({str(name): value for name, value in record.items()}, language) for record in records]


def look_up(need: Need, rows: Iterable[Row]) -> Row | None:
    """Find the row of a need, or None."""
    fitting = [row for row in rows if (row.data["indicator_id"], row.data["region_id"], row.data["status"]) == _wanted(need)]
    return (fitting[0] if need.is_first else fitting[-1]) if fitting else None


def _wanted(need: Need) -> tuple[str, str, str]:
    return need.indicator, need.region, need.status.value
