"""Which engine answers: DuckDB in the app itself, or the one that the environment names.

`DATASET_ENGINE` is the address of a Spark Connect server, as `sc://host:port`; `DATASET_ENGINE_FOLDER` the dataset as that server
reaches it, a folder or an address such as `s3://bucket/dataset` (without it, the folder of the app); `DATASET_ENGINE_SECONDS` how long
one answer may take.
"""

import os
import warnings
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

import pyarrow.parquet as pq

from lib.domain.errors import DatasetError, Problem
from lib.domain.tables import TABLES
from lib.queries import figure_cells
from lib.queries.engine import DuckDBEngine, Engine, EngineError

SECONDS = 60.0
DOWN = Problem(
    "engine", "", "", "EngineAnswers", "the engine that answers the questions does not answer, or cannot read the tables.",
    "Open the page again in a moment. Whoever runs the server: see that DATASET_ENGINE is up and reaches the dataset, or unset it.",
)  # fmt: skip
BUSY = Problem("server", "", "", "ServerHasRoom", "the server is busy and had no memory left for this question.", "Open the page again.")
# What passes by itself while the tables stay sound.
PASSING = (DOWN, BUSY)
_MADE = {figure_cells.NAME: figure_cells.counted("1 = 1")}
_SPEAKS = ("pyspark", "grpc")


def engine_over(folder: Path, environment: Mapping[str, str] = os.environ) -> Engine:
    """Return the engine that answers over the tables of a folder.

    *Raises* DatasetError when the engine that the environment names cannot be spoken to, or has other tables than the folder.
    """
    address = environment.get("DATASET_ENGINE", "")
    if not address:
        return DuckDBEngine(folder, {table.name: folder / table.file_name for table in TABLES}, _MADE)
    place = environment.get("DATASET_ENGINE_FOLDER", "").rstrip("/") or str(folder)
    engine = _remote()(address, {table.name: f"{place}/{table.file_name}" for table in TABLES}, _MADE, _seconds(environment))
    _refuse_other_tables(engine, folder)
    return engine


def _remote() -> Callable[[str, Mapping[str, str], Mapping[str, str], float], Engine]:
    if not all(find_spec(package) for package in _SPEAKS):
        message, remedy = "DATASET_ENGINE is set, but what speaks to the engine is not installed.", "pip install -r requirements-spark.txt"
        raise DatasetError([Problem("data", "", "", "EngineCanBeSpokenTo", message, f"Install it: {remedy}, or unset DATASET_ENGINE.")])
    # The client looks for a Spark of this machine when it is imported, and ends the whole process where it finds none.
    os.environ.setdefault("SPARK_HOME", "")
    # Packages that the app does without unless it is asked for; their warning is about conversions to pandas that are not used here.
    with warnings.catch_warnings(action="ignore", category=FutureWarning):
        from lib.queries.spark_engine import SparkEngine
    return SparkEngine


def _seconds(environment: Mapping[str, str]) -> float:
    given = environment.get("DATASET_ENGINE_SECONDS", "")
    try:
        seconds = float(given or SECONDS)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        message = f"DATASET_ENGINE_SECONDS is `{given[:40]}`, which is no number of seconds."
        raise DatasetError([Problem("data", "", "", "EngineHasATimeLimit", message, "Set it to a number, such as 60, or unset it.")])
    return seconds


def _refuse_other_tables(engine: Engine, folder: Path) -> None:
    counts = ", ".join(f"(select count(*) from {table.name}) as {table.name}" for table in TABLES)
    try:
        found = engine.run(f"select {counts}", ()).iloc[0]
    except EngineError as error:
        raise DatasetError([DOWN]) from error
    verified = {table.name: pq.read_metadata(folder / table.file_name).num_rows for table in TABLES}
    problems = [_other(name, int(found[name]), rows) for name, rows in verified.items() if int(found[name]) != rows]
    if problems:
        raise DatasetError(problems)


def _other(name: str, found: int, verified: int) -> Problem:
    message = f"the engine reads {found} rows of it; the verified table has {verified}."
    remedy = "Copy the verified dataset to the place that DATASET_ENGINE_FOLDER names, then open the page again."
    return Problem(f"data/{name}.parquet", "", "", "EngineReadsTheseTables", message, remedy)
