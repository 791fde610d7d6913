"""Writes a whole dataset as large as the country: `python -m tests.bench.generate --rows 1000000 --to build/scale-1m`.

Every county of China, 25 years and 150 indicators make 10.7 million figures of the official layer; the dataset of the app is
kept as it is and stands before them. The figures are invented and seeded: the same command writes the same bytes.
Open it with `DATASET_DIR=build/scale-1m`.
"""

import argparse
import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lib.curation.layout import DATA
from lib.curation.parquet import arrow_schema
from lib.domain.schema import Table
from lib.domain.tables import CITATIONS, INDICATORS, OBSERVATIONS, REGIONS, TABLES
from lib.domain.vocabulary import Layer
from tests.bench.nation import Row, in_tree, units

YEARS = np.arange(2000, 2025, dtype=np.int32)
MOST_INDICATORS = 150
ROW_GROUP = 122_880
VERSION, RELEASED, SEED = "1000.0.0", "2026-01-01", 20_260_101
_OWN_TABLES = (OBSERVATIONS, CITATIONS, REGIONS)
# The last of the numbers that a citation may have: the dataset's own begin at 1.
_CITATIONS_FROM = 1000 - len(YEARS)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SUFFIXES = [f"-{number:02d}{first}{second}" for number in range(100) for first in ("", *_LETTERS) for second in _LETTERS]
_COUNTIES_AT_ONCE = 64
_OF_THE_INDICATOR = ("indicator_id", "theme", "topic", "unit", "kind")
_CONSTANT = {"period_basis": "stated", "qualifier": "exact", "status": "actual", "layer": str(Layer.OFFICIAL), "vintage": "final"}

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Plan:
    """What to generate: which indicators, about which counties, and the share of their cells that has a figure."""

    indicators: list[Row]
    counties: list[str]
    share: float


def generate(folder: Path, rows: int | None, seed: int = SEED) -> int:
    """Write a dataset of about that many figures, or with every cell full, into a new folder; return how many it holds."""
    folder.mkdir(parents=True)
    shutil.copytree(DATA / "fingerprints", folder / "fingerprints")
    for table in TABLES:
        if table not in _OWN_TABLES:
            _write_small(folder, table, _real(table))
    plan = _plan(rows)
    _write_small(folder, REGIONS, _regions())
    _write_small(folder, CITATIONS, [*_real(CITATIONS), *_citations()])
    written = _write_figures(folder, plan, np.random.default_rng(seed))
    _write_manifest(folder)
    return written


def _plan(rows: int | None) -> Plan:
    indicators = sorted(_real(INDICATORS)[:MOST_INDICATORS], key=lambda row: (str(row["theme"]), str(row["indicator_id"])))
    counties = sorted(unit.code for unit in units() if unit.level == "county")
    cells = len(indicators) * len(counties) * len(YEARS)
    return Plan(indicators, counties, 1.0 if rows is None else min(1.0, rows / cells))


def _real(table: Table) -> list[Row]:
    return pq.read_table(DATA / table.file_name).to_pylist()


def _regions() -> list[Row]:
    known = {str(row["region_id"]): row for row in _real(REGIONS)}
    return in_tree([*known.values(), *(unit.row() for unit in units() if unit.code not in known)])


def _citations() -> list[Row]:
    return [
        {
            "citation_id": _citation(year), "title": f"Yearbook of {year}", "publisher": "Bureau of statistics", "publisher_zh": "统计局",
            "published": f"{year + 1}", "url": f"https://example.org/{year}", "language": "zh", "tier": "A",
        }
        for year in YEARS.tolist()
    ]  # fmt: skip


def _citation(year: int) -> str:
    return f"of{_CITATIONS_FROM + year - YEARS[0]:03d}"


def _write_small(folder: Path, table: Table, rows: list[Row]) -> None:
    pq.write_table(_content(table, rows), folder / table.file_name, compression="zstd")


def _content(table: Table, rows: list[Row]) -> pa.Table:
    filled = [{column: row.get(column) for column in table.columns} for row in rows]
    return pa.Table.from_pylist(filled, schema=arrow_schema(table, VERSION))


def _write_figures(folder: Path, plan: Plan, random: np.random.Generator) -> int:
    schema, written = arrow_schema(OBSERVATIONS, VERSION), 0
    # The dataset itself is a row group of its own: it is asked for most, and no other row need be read for it.
    first = _content(OBSERVATIONS, _real(OBSERVATIONS))
    with pq.ParquetWriter(folder / OBSERVATIONS.file_name, schema, compression="zstd") as file:
        for table in chain([first], _row_groups(_chunks(plan, schema, random))):
            file.write_table(table, row_group_size=ROW_GROUP)
            written += table.num_rows
    return written


def _row_groups(chunks: Iterator[pa.Table]) -> Iterator[pa.Table]:
    waiting, count = [], 0
    for chunk in chunks:
        waiting.append(chunk)
        count += chunk.num_rows
        while count >= ROW_GROUP:
            whole = pa.concat_tables(waiting)
            yield whole.slice(0, ROW_GROUP)
            waiting, count = [whole.slice(ROW_GROUP)], count - ROW_GROUP
    if count:
        yield pa.concat_tables(waiting)


def _chunks(plan: Plan, schema: pa.Schema, random: np.random.Generator) -> Iterator[pa.Table]:
    # Sorted by theme, region, indicator and year: what a reader asks for lies together.
    for theme in sorted({str(row["theme"]) for row in plan.indicators}):
        places = np.array([at for at, row in enumerate(plan.indicators) if row["theme"] == theme])
        for start in range(0, len(plan.counties), _COUNTIES_AT_ONCE):
            yield _chunk(plan, schema, np.arange(start, min(start + _COUNTIES_AT_ONCE, len(plan.counties))), places, random)


def _chunk(plan: Plan, schema: pa.Schema, counties: Numbers, places: Numbers, random: np.random.Generator) -> pa.Table:
    cells = np.flatnonzero(random.random(len(counties) * len(places) * len(YEARS)) < plan.share)
    county, indicator, year = np.unravel_index(cells, (len(counties), len(places), len(YEARS)))
    county, indicator = counties[county], places[indicator]
    values = _values(indicator, YEARS[year], random)
    printed, years = pc.cast(pa.array(values), pa.string()), pa.array(YEARS[year])
    columns = {
        "observation_id": _ids(plan, county, indicator, year),
        "citation_id": _picked([_citation(each) for each in YEARS.tolist()], year),
        "region_id": _picked(plan.counties, county),
        **{name: _picked([str(row[name]) for row in plan.indicators], indicator) for name in _OF_THE_INDICATOR},
        "period": pc.cast(years, pa.string()), "year_start": years, "year_end": years,
        "printed": printed, "value": pa.array(values), "search_text": printed,
    }  # fmt: skip
    arrays = [columns[name] if name in columns else pa.repeat(_CONSTANT.get(name), len(cells)) for name in schema.names]
    return pa.Table.from_arrays([array.cast(kind) for array, kind in zip(arrays, schema.types, strict=True)], schema=schema)


def _ids(plan: Plan, county: Numbers, indicator: Numbers, year: Numbers) -> pa.Array:
    # A prefix for each province and year, then the place of county and indicator in the province.
    listed, provinces = np.unique([code[:2] for code in plan.counties], return_inverse=True)
    first = np.searchsorted(provinces, np.arange(len(listed)))
    suffixes = _picked(_SUFFIXES, (county - first[provinces[county]]) * len(plan.indicators) + indicator)
    prefixes = [_prefix(province, each) for province in range(len(listed)) for each in YEARS.tolist()]
    return pc.binary_join_element_wise(_picked(prefixes, provinces[county] * len(YEARS) + year), suffixes, "")


def _prefix(province: int, year: int) -> str:
    # From `xa00` on: the ids of the dataset itself begin with letters of their places.
    first, second = divmod(province, len(_LETTERS))
    return f"{'xy'[first]}{_LETTERS[second]}{year % 100:02d}"


def _picked(texts: Sequence[str], at: Numbers) -> pa.Array:
    return pa.array(texts).take(pa.array(at))


def _values(indicator: Numbers, years: npt.NDArray[np.int32], random: np.random.Generator) -> npt.NDArray[np.float64]:
    growth = 1.06 ** (years - YEARS[0]) * random.lognormal(0.0, 0.4, len(years))
    return np.round(10.0 ** (indicator % 5) * growth, 2)


def _write_manifest(folder: Path) -> None:
    content = json.loads((DATA / "manifest.json").read_text("utf-8"))
    tables = {
        table.name: {"rows": pq.read_metadata(folder / table.file_name).num_rows, "sha256": _sha256(folder / table.file_name)}
        for table in TABLES
    }
    content |= {"dataset_version": VERSION, "released": RELEASED, "tables": tables, "stories": "", "numbers": {}, "curated": {}}
    (folder / "manifest.json").write_text(json.dumps(content, indent=2) + "\n", "utf-8")


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def main() -> None:
    """Read the command line, write the dataset and say what it holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, help="about how many figures; every cell has one when this is left out")
    parser.add_argument("--to", type=Path, required=True, help="a folder that does not exist yet")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    print(f"{generate(asked.to, asked.rows, asked.seed):,} figures in {asked.to}")


if __name__ == "__main__":
    main()
