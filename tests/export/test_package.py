"""The data package: every file is described, every column explained, the rows those of the dataset, the bytes the same each time."""

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from lib.domain.tables import TABLES
from lib.export.dataset_package import dataset_package
from lib.queries.releases import changelog
from lib.queries.store import Store

DATA = Path(__file__).parents[2] / "data"
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def store() -> Store:
    """Open the real dataset."""
    return Store.open(DATA)


@pytest.fixture(scope="module")
def files(store: Store) -> Files:
    """Return the files of the package, unzipped."""
    archive = zipfile.ZipFile(io.BytesIO(packed(store)))
    return {name.removeprefix("common-prosperity/"): archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def described(files: Files) -> Any:
    """Return what the package says of itself."""
    return json.loads(files["datapackage.json"])


def packed(store: Store) -> bytes:
    """Make the package."""
    return dataset_package(store, changelog(store), (DATA / "README.md").read_text("utf-8"))


def rows_of(content: bytes) -> list[dict[str, str]]:
    """Read a CSV of the package."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_it_holds_its_papers_and_one_csv_a_table(files: Files):
    papers = {"README.md", "datapackage.json", "DICTIONARY.md", "LICENCE.md", "CHANGELOG.md"}
    assert set(files) == papers | {f"data/{table.name}.csv" for table in TABLES}


def test_the_same_dataset_gives_the_same_bytes(store: Store):
    assert packed(store) == packed(store)


def test_every_resource_is_as_described(files: Files, described: Any):
    assert len(described["resources"]) == len(TABLES)
    for resource in described["resources"]:
        content = files[resource["path"]]
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        rows = rows_of(content)
        assert len(rows) == resource["rows"]
        assert list(rows[0]) == [field["name"] for field in resource["schema"]["fields"]]


def test_every_value_keeps_the_schema(files: Files, described: Any):
    tables = {resource["name"]: rows_of(files[resource["path"]]) for resource in described["resources"]}
    for resource in described["resources"]:
        schema, rows = resource["schema"], tables[resource["name"]]
        keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
        for key in schema.get("foreignKeys", []):
            known = {row[key["reference"]["fields"]] for row in tables[key["reference"]["resource"]]}
            assert {row[key["fields"]] for row in rows} - {""} <= known
        assert [fault for field in schema["fields"] for row in rows if (fault := broken(field, row[field["name"]]))] == []


def broken(field: Any, value: str) -> str:
    """Say how a value breaks the rules of its field; nothing when it keeps them."""
    rules = field.get("constraints", {})
    if value == "":
        return f"{field['name']} is empty" if rules.get("required") else ""
    if field["type"] in ("integer", "number"):
        number = int(value) if field["type"] == "integer" else float(value)
        return f"{field['name']}: {value}" if not rules.get("minimum", number) <= number <= rules.get("maximum", number) else ""
    return f"{field['name']}: {value}" if value not in rules.get("enum", [value]) else ""


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("", {"constraints": {"required": True}}),
        ("b", {"constraints": {"enum": ["a"]}}),
        ("9", {"type": "integer", "constraints": {"maximum": 8}}),
    ],
)
def test_a_broken_value_is_seen(value: str, field: Any):
    assert broken({"name": "x", "type": "string"} | field, value)


def test_every_column_is_in_the_dictionary(files: Files, described: Any):
    dictionary = files["DICTIONARY.md"].decode()
    for resource in described["resources"]:
        section = dictionary.split(f"### {resource['name']}\n")[1].split("\n### ")[0]
        assert [field["name"] for field in resource["schema"]["fields"] if f"| `{field['name']}` |" not in section] == []


def test_the_papers_name_version_citation_licence_and_changes(files: Files, described: Any, store: Store):
    readme = files["README.md"].decode()
    assert f"Version {store.version}, released {store.manifest.released}." in readme
    assert f"(Version {store.version}) [Data set]." in readme
    assert f": {store.version}[DS/OL]." in readme
    assert (described["version"], described["licenses"][0]["name"]) == (store.version, "CC-BY-4.0")
    assert "creativecommons.org/licenses/by/4.0" in files["LICENCE.md"].decode()
    assert f"## {store.version} ({store.manifest.released})" in files["CHANGELOG.md"].decode()


def test_quotes_are_as_printed(files: Files, store: Store):
    texts = store.run("select quote_id, text from quotes order by quote_id").set_index("quote_id")["text"].to_dict()
    assert {row["quote_id"]: row["text"] for row in rows_of(files["data/quotes.csv"])} == texts
