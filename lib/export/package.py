"""The whole dataset as one zip: a Frictionless data package with tables, dictionary, licence, citation and changelog.

The same dataset gives the same bytes: files in a fixed order, dated by the release, nothing of the day or the reader in them.
*Source*: Frictionless Data, Data Package and Table Schema v1.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from lib.domain.constraints import Between, Matches, OneOf, References, Required
from lib.domain.schema import Field, FieldType, Table
from lib.domain.tables import TABLES
from lib.export.archive import zipped
from lib.export.rows import neutral_rows

NAME = "common-prosperity"
_TYPES: Mapping[FieldType, str] = {"string": "string", "int32": "integer", "float64": "number", "bool": "boolean"}
_LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}

Descriptor = dict[str, object]


@dataclass(frozen=True)
class Told:
    """What the package says of the dataset in words: title, description, licence, citations, how to read it."""

    title: str
    description: str
    version: str
    released: str
    readme: str
    licence: str
    changelog: str
    dictionary: str


def package(told: Told, tables: Iterable[tuple[Table, pd.DataFrame]]) -> bytes:
    """Return the zip.

    Needs: each table with its rows in their order, under the columns that say something to a reader.
    """
    resources = [(table, _csv(table, rows), len(rows)) for table, rows in tables]
    files = {
        "README.md": told.readme.encode(),
        "datapackage.json": _json(_descriptor(told, resources)),
        "DICTIONARY.md": told.dictionary.encode(),
        "LICENCE.md": told.licence.encode(),
        "CHANGELOG.md": told.changelog.encode(),
        **{_path(table): content for table, content, _ in resources},
    }
    return zipped({f"{NAME}/{name}": content for name, content in files.items()}, told.released)


def _csv(table: Table, rows: pd.DataFrame) -> bytes:
    whole = [field.name for field in table.fields if field.type == "int32" and field.name in rows]
    return neutral_rows(rows.astype(dict.fromkeys(whole, "Int64"))).to_csv(index=False, lineterminator="\n").encode()


def _path(table: Table) -> str:
    return f"data/{table.name}.csv"


def _json(content: Descriptor) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _descriptor(told: Told, resources: Iterable[tuple[Table, bytes, int]]) -> Descriptor:
    return {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": told.title,
        "description": told.description,
        "version": told.version,
        "created": f"{told.released}T00:00:00Z",
        "licenses": [_LICENCE],
        "resources": [_resource(*one) for one in resources],
    }


def _resource(table: Table, content: bytes, count: int) -> Descriptor:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": _path(table),
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rows": count,
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": table_schema(table),
    }


def table_schema(table: Table) -> Descriptor:
    """Return the Table Schema of a table, over the columns that say something to a reader."""
    fields = [table.field(name) for name in table.told]
    keys = [
        _foreign_key(field.name, rule) for field in fields for rule in field.constraints if isinstance(rule, References) and not rule.many
    ]
    return {
        "fields": [_field(field) for field in fields],
        "primaryKey": list(table.key),
        "missingValues": [""],
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(field: Field) -> Descriptor:
    constraints = _constraints(field)
    sdmx = {"sdmx": field.sdmx} if field.sdmx else {}
    told: Descriptor = {"name": field.name, "type": _TYPES[field.type], "description": field.description, "example": field.example, **sdmx}
    return told | ({"constraints": constraints} if constraints else {})


def _constraints(field: Field) -> Descriptor:
    found: Descriptor = {}
    for rule in field.constraints:
        match rule:
            case Required():
                found["required"] = True
            case OneOf():
                found["enum"] = [str(code) for code in rule.codes]
            case Matches():
                found["pattern"] = rule.pattern
            case Between():
                found |= {"minimum": _bound(field, rule.lowest), "maximum": _bound(field, rule.highest)}
    return found


def _bound(field: Field, bound: float) -> float:
    return int(bound) if field.type == "int32" else bound


def _foreign_key(name: str, rule: References) -> Descriptor:
    key = {table.name: table.key[0] for table in TABLES}[rule.table]
    return {"fields": name, "reference": {"resource": rule.table, "fields": key}}
