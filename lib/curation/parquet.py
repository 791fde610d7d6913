"""Tables as Parquet, byte for byte the same on every run: fixed options, sorted rows, no time stamps."""

import pyarrow as pa
import pyarrow.parquet as pq

from lib.curation.rows import Row
from lib.domain.schema import Field, Table
from lib.domain.tables import CONTRACT_VERSION

_TYPES = {"string": pa.string(), "int32": pa.int32(), "float64": pa.float64(), "bool": pa.bool_()}


def arrow_schema(table: Table, dataset_version: str) -> pa.Schema:
    """Return the Arrow schema of a table, with its words in the metadata."""
    metadata = {"description": table.description, "contract_version": CONTRACT_VERSION, "dataset_version": dataset_version}
    return pa.schema([_arrow_field(field) for field in table.fields], metadata=metadata)


def _arrow_field(field: Field) -> pa.Field:
    return pa.field(field.name, _TYPES[field.type], nullable=not field.is_required, metadata={"description": field.description})


def parquet_bytes(table: Table, rows: list[Row], dataset_version: str) -> bytes:
    """Write the rows of a table; they must be sorted already and have every column."""
    content = pa.Table.from_pylist(rows, schema=arrow_schema(table, dataset_version))
    sink = pa.BufferOutputStream()
    pq.write_table(
        content,
        sink,
        version="2.6",
        compression="zstd",
        compression_level=19,
        use_dictionary=True,
        write_statistics=True,
        data_page_version="1.0",
        row_group_size=1_000_000,
    )
    return sink.getvalue().to_pybytes()
