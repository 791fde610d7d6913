"""The rows that a proof has to look at, picked from a table that may hold millions of others."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lib.domain.layer_rules import breaks_its_layer, is_official

_LAYERED = ("layer", "quote_id", "source_id", "citation_id", "vintage")
_BETWEEN = "\x1f"


def all_rows(file: Path) -> Iterator[Mapping[str, object]]:
    """Return every row of a table."""
    with pq.ParquetFile(file) as parquet:
        for batch in parquet.iter_batches():
            yield from batch.to_pylist()


def claimed_rows(observations: Path) -> Iterator[Mapping[str, object]]:
    """Return the figures that a sentence has to prove, and the official ones that break a rule of the layers."""
    with pq.ParquetFile(observations) as parquet:
        for group in range(parquet.num_row_groups):
            claimed = _claimed(parquet.read_row_group(group, list(_LAYERED)))
            if pc.any(claimed).as_py():
                yield from parquet.read_row_group(group).filter(claimed).to_pylist()


def _claimed(rows: pa.Table) -> pa.Array:
    # Millions of rows have few combinations of these columns: each is looked at once.
    columns = (pc.fill_null(rows[name], "") for name in _LAYERED)
    encoded = pc.binary_join_element_wise(*columns, _BETWEEN).combine_chunks().dictionary_encode()
    combinations = (dict(zip(_LAYERED, text.split(_BETWEEN), strict=False)) for text in encoded.dictionary.to_pylist())
    return pa.array([not is_official(row) or breaks_its_layer(row) for row in combinations], pa.bool_()).take(encoded.indices)
