"""The generated dataset is one that the app opens, and the same seed writes the same bytes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lib.curation.layout import DATA
from lib.domain.tables import OBSERVATIONS
from lib.queries.dataset import totals
from lib.queries.facets import facet_counts
from lib.queries.observations import figures_shown, observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.views import figures_in_view
from tests.bench import generate
from tests.bench.queries import questions

OFFICIAL = ("official",)


@pytest.fixture(scope="module")
def real_store() -> Store:
    return Store.open(DATA)


@pytest.fixture(scope="module", autouse=True)
def small_row_groups() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(generate, "ROW_GROUP", 100)
        yield


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("scale") / "data"
    generate.generate(folder, rows=3_000)
    return Store.open(folder)


def test_it_opens_without_a_problem_and_is_as_large_as_asked(store: Store, real_store: Store) -> None:
    assert store.problems == ()
    assert totals(store).official - totals(real_store).official == pytest.approx(3_000, rel=0.1)
    assert totals(store).figures == totals(real_store).figures


def test_its_figures_lie_in_counties_of_every_province(store: Store) -> None:
    counts = facet_counts(store, Selection(layers=OFFICIAL)).regions
    assert sum(counts[province].within > 0 for province in store.regions.children("CN")) >= 31
    assert figures_shown(store, Selection(layers=OFFICIAL)) == counts["CN"].within
    assert not observations(store, Selection(regions=("330000",), layers=OFFICIAL)).empty


@pytest.mark.parametrize("view", [Selection(), Selection(regions=("330000",), themes=("industry",), years=(2020, 2020), layers=OFFICIAL)])
def test_a_view_reads_few_of_the_row_groups(store: Store, view: Selection) -> None:
    kept = figures_in_view(store, view)
    plan = store.run(f"explain analyze select sum(o.value) from observations o where {kept.sql}", kept.parameters)
    read, groups = map(int, re.findall(r"Row Groups Scanned: (\d+) / (\d+)", plan["explain_value"].iloc[0])[0])
    assert 1 <= read < groups / 3


@pytest.mark.parametrize("is_real", [True, False])
def test_tables_are_compressed_and_their_codes_numbered(store: Store, is_real: bool) -> None:
    figures = pq.read_metadata((DATA if is_real else store.folder) / OBSERVATIONS.file_name)
    chunks = [figures.row_group(group).column(column) for group in range(figures.num_row_groups) for column in range(figures.num_columns)]
    assert all(chunk.compression == "ZSTD" and chunk.is_stats_set for chunk in chunks)
    assert all(chunk.has_dictionary_page for chunk in chunks if chunk.physical_type == "BYTE_ARRAY")


def test_figures_are_sorted_by_theme_and_place(store: Store, real_store: Store) -> None:
    rows = pq.read_table(store.folder / OBSERVATIONS.file_name, columns=["theme", "region_id", "layer"]).to_pylist()
    places = [(row["theme"], row["region_id"]) for row in rows if row["layer"] == "official"][totals(real_store).official :]
    assert len(places) > 2_000 and places == sorted(places)


def test_every_question_that_is_measured_has_an_answer(store: Store) -> None:
    for name, question in questions().items():
        assert question(store) is not None, name


def test_the_same_seed_writes_the_same_bytes(store: Store, tmp_path: Path) -> None:
    generate.generate(tmp_path / "again", rows=3_000)
    again = Store.open(tmp_path / "again")
    assert again.identity == store.identity
