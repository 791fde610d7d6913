"""The form of a table declaration: fields with type, meaning, unit and constraints."""

from dataclasses import dataclass
from typing import Literal

from lib.domain.constraints import Constraint, Required

FieldType = Literal["string", "int32", "float64", "bool"]


@dataclass(frozen=True)
class Field:
    """One column: its Arrow type, what it means, what it may hold."""

    name: str
    type: FieldType
    description: str
    example: str
    constraints: tuple[Constraint, ...] = ()
    bad_example: str = ""
    sdmx: str = ""

    @property
    def is_required(self) -> bool:
        """Tell whether the column may not be empty."""
        return any(isinstance(constraint, Required) for constraint in self.constraints)


@dataclass(frozen=True)
class Table:
    """One Parquet file: its fields, its key and its row order."""

    name: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    order: tuple[str, ...]

    @property
    def file_name(self) -> str:
        """Name of the Parquet file inside `data/`."""
        return f"{self.name}.parquet"

    @property
    def columns(self) -> tuple[str, ...]:
        """Column names in their order."""
        return tuple(field.name for field in self.fields)

    @property
    def told(self) -> tuple[str, ...]:
        """Names of the columns that say something to a reader: all but the one a search looks in."""
        return tuple(name for name in self.columns if name != "search_text")

    def field(self, name: str) -> Field:
        """Return the field of that name; raises KeyError when there is none."""
        return {field.name: field for field in self.fields}[name]
