"""The code lists: regions, indicators, units and programmes."""

import pandas as pd

from lib.domain.schema import Table
from lib.domain.tables import INDICATORS, PROGRAMMES, REGIONS, UNITS
from lib.queries.store import Store


def regions(store: Store) -> pd.DataFrame:
    """Return every column told of the table `regions`, by place in the tree."""
    return _listed(store, REGIONS)


def indicators(store: Store) -> pd.DataFrame:
    """Return every column told of the table `indicators`, by place in the code list."""
    return _listed(store, INDICATORS)


def units(store: Store) -> pd.DataFrame:
    """Return every column told of the table `units`, by code."""
    return _listed(store, UNITS)


def programmes(store: Store) -> pd.DataFrame:
    """Return every column told of the table `programmes`, by id."""
    return _listed(store, PROGRAMMES)


def _listed(store: Store, table: Table) -> pd.DataFrame:
    return store.run(f"select {', '.join(table.told)} from {table.name} order by {', '.join((*table.order, *table.key))}")
