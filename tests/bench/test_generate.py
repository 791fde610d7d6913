"""The generated dataset is one that the app opens, and the same seed writes the same bytes."""

from pathlib import Path

import pytest

from lib.curation.layout import DATA
from lib.queries.dataset import totals
from lib.queries.facets import facet_counts
from lib.queries.observations import figures_shown, observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from tests.bench import generate
from tests.bench.queries import questions

OFFICIAL = ("official",)


@pytest.fixture(scope="module")
def real_store() -> Store:
    return Store.open(DATA)


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


def test_every_question_that_is_measured_has_an_answer(store: Store) -> None:
    for name, question in questions().items():
        assert question(store) is not None, name


def test_the_same_seed_writes_the_same_bytes(store: Store, tmp_path: Path) -> None:
    generate.generate(tmp_path / "again", rows=3_000)
    again = Store.open(tmp_path / "again")
    assert again.identity == store.identity
