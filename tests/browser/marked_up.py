"""A copy of the dataset in which one sentence holds every sign that some language reads as markup."""

import hashlib
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lib.domain import fingerprints

MARKUP = " $1$ `2` *3* _4_ [5](6) :red[7] <b>8</b> &amp; ~~9~~ :house: #10"


def dataset_with_markup(data: Path, copy: Path, figure: str) -> str:
    """Copy the dataset, add the signs to the sentence of a figure, make all proofs agree, and return the sentence."""
    shutil.copytree(data, copy, ignore=shutil.ignore_patterns("curated"))
    quote = _value(copy / "observations.parquet", "observation_id", figure, "quote_id")
    source, text = (_value(copy / "quotes.parquet", "quote_id", quote, name) for name in ("source_id", "text"))
    sentence = text + MARKUP
    _rewrite_quote(copy / "quotes.parquet", quote, sentence)
    _rewrite_fingerprint(copy / "fingerprints", source, text, sentence)
    _rewrite_manifest(copy, source)
    return sentence


def _value(file: Path, key: str, wanted: str, column: str) -> str:
    table = pq.read_table(file)
    return str(table[column][table[key].to_pylist().index(wanted)].as_py())


def _rewrite_quote(file: Path, quote: str, sentence: str) -> None:
    table = pq.read_table(file)
    row = table["quote_id"].to_pylist().index(quote)
    for column, value in (("text", sentence), ("sha256", fingerprints.sha256_of(sentence))):
        place = table.schema.get_field_index(column)
        values = table[column].to_pylist()
        values[row] = value
        table = table.set_column(place, table.schema.field(place), pa.array(values, table.schema.field(place).type))
    pq.write_table(table, file)


def _rewrite_fingerprint(folder: Path, source: str, text: str, sentence: str) -> None:
    prints, _ = fingerprints.read(folder, source)
    changed = {**prints.sentences, _place(prints, text): fingerprints.sha256_of(sentence)}
    fingerprints.file_of(folder, source).write_text(fingerprints.render(replace(prints, sentences=changed)), "utf-8")


def _place(prints: fingerprints.Fingerprints, text: str) -> int:
    place = prints.ordinal_of(text)
    assert place is not None
    return place


def _rewrite_manifest(folder: Path, source: str) -> None:
    file = folder / "manifest.json"
    content = json.loads(file.read_text("utf-8"))
    content["tables"]["quotes"]["sha256"] = _sha256(folder / "quotes.parquet")
    prints = fingerprints.file_of(folder / "fingerprints", source)
    content["fingerprints"][prints.name] = _sha256(prints)
    file.write_text(json.dumps(content), "utf-8")


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
