"""A dataset that is not what it should be: the page or the banner names file, id and remedy, and never a traceback."""

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from streamlit.testing.v1 import AppTest

from lib.text.catalogue import say
from tests.pages.visits import PAGE_NAMES, charts, component_data, elements, seen, visit

RESTORE = "Restore the data from the repository (git checkout data), or build it again: python -m lib.curation.build"
Break = Callable[[Path], object]


def rewrite(file: Path, column: str, change: Callable[[object], object], layer: str = "") -> dict[str, object]:
    """Change one column of the first row of a table, or the first of a layer, and return that row as it was."""
    table = pq.read_table(file)
    place = table.schema.get_field_index(column)
    values = table[column].to_pylist()
    row = table["layer"].to_pylist().index(layer) if layer else 0
    values[row] = change(values[row])
    pq.write_table(table.set_column(place, table.schema.field(column), pa.array(values, table.schema.field(column).type)), file)
    return table.slice(row, 1).to_pylist()[0]


def told(reader: AppTest) -> list[tuple[str, str, str]]:
    """List the problems on the page: where, what, what to do."""
    words = [element.value for element in elements(reader) if element.type in ("code", "text")]
    return [(where, *words[words.index(where) + 1 :][:2]) for where in (block.value for block in reader.code)]


@pytest.mark.parametrize(
    ("damage", "file", "message"),
    [
        (lambda data: (data / "quotes.parquet").unlink(), "data/quotes.parquet", "the file is missing."),
        (
            lambda data: (data / "units.parquet").write_bytes((data / "units.parquet").read_bytes()[:300]),
            "data/units.parquet",
            "the file is damaged or is no Parquet: ",
        ),
        (
            lambda data: pq.write_table(pa.table({"a": [1]}), data / "sources.parquet"),
            "data/sources.parquet",
            "the file is of no contract that it names; this app reads contract 1.",
        ),
        (lambda data: (data / "manifest.json").unlink(), "data/manifest.json", "the file is missing."),
        (lambda data: (data / "manifest.json").write_text("{"), "data/manifest.json", "the file is no JSON: "),
    ],
    ids=["missing", "truncated", "foreign", "no manifest", "broken manifest"],
)
@pytest.mark.parametrize("page", ["overview", "explore"])
def test_data_that_cannot_be_read_stop_the_page_with_a_remedy(page: str, damage: Break, file: str, message: str, copied_data: Path):
    damage(copied_data)
    reader = visit(page)
    assert not reader.exception
    assert [title.value for title in reader.title] == [say("en", "broken.title")]
    assert reader.code[0].value == file
    assert any(text.value.startswith(message) for text in reader.text)
    assert reader.text[-1].value == RESTORE
    assert charts(reader) == []


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_the_broken_page_speaks_chinese(page: str, copied_data: Path):
    (copied_data / "quotes.parquet").unlink()
    reader = visit(page, {"lang": "zh"})
    assert not reader.exception
    assert [title.value for title in reader.title] == [say("zh", "broken.title")]


def test_mended_data_are_shown_at_the_next_try(copied_data: Path):
    sound = (copied_data / "quotes.parquet").read_bytes()
    (copied_data / "quotes.parquet").unlink()
    reader = visit()
    (copied_data / "quotes.parquet").write_bytes(sound)
    reader.button[0].click().run()
    assert [title.value for title in reader.title] == [say("en", "overview.title")]


def test_a_folder_that_is_not_there_names_every_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATASET_DIR", str(tmp_path / "nowhere"))
    reader = visit()
    assert not reader.exception
    assert "data/manifest.json" in [block.value for block in reader.code]
    assert not any(str(tmp_path) in text for text in seen(reader))


def banner(reader: AppTest, count: int) -> None:
    """Hold that the page works and says on top how many checks failed."""
    assert not reader.exception
    assert [error.value for error in reader.error] == [say("en", "degraded.title", count=count)]
    assert len(charts(reader)) == 3


def test_stale_tables_are_said_with_the_command_that_mends_them(copied_data: Path):
    with (copied_data / "curated" / "units.toml").open("a") as file:
        file.write("# edited\n")
    reader = visit("explore")
    banner(reader, 1)
    message, remedy = "the file changed since the tables were built.", "Build the tables again: python -m lib.curation.build"
    assert told(reader) == [("data/curated/units.toml", message, remedy)]


def test_a_flipped_byte_of_a_quote_is_named_and_its_figures_are_not_verified(copied_data: Path):
    row = rewrite(copied_data / "quotes.parquet", "text", lambda text: "X" + str(text)[1:])
    reader = visit("explore")
    assert not reader.exception
    assert f"data/quotes.parquet · {row['quote_id']} · text" in [block.value for block in reader.code]
    cards = {card["id"]: card for card in component_data(reader, "quotes")["cards"]}
    assert (cards[str(row["quote_id"])]["verified"], cards[str(row["quote_id"])]["verdict"]) == (False, "not verified")
    total = len(cards)
    counted = [caption.value for caption in reader.caption if f"{total - 1} of {total} quotes verified" in caption.value]
    assert len(counted) == 1


def test_a_changed_digit_of_a_value_is_named(copied_data: Path):
    row = rewrite(copied_data / "observations.parquet", "value", lambda value: float(str(value)) + 1, "article")
    reader = visit("explore")
    assert not reader.exception
    places = [block.value for block in reader.code]
    assert f"data/observations.parquet · {row['observation_id']} · printed" in places
    assert reader.error[0].value == say("en", "degraded.title", count=len(places))
    assert any("git checkout data" in text.value for text in reader.text)


def test_a_changed_character_of_a_fingerprint_is_named(copied_data: Path):
    file = sorted((copied_data / "fingerprints").glob("*.txt"))[0]
    lines = file.read_text().splitlines(keepends=True)
    lines[5] = ("0" if lines[5][9] != "0" else "1").join((lines[5][:9], lines[5][10:]))
    file.write_text("".join(lines))
    reader = visit("explore")
    assert not reader.exception
    assert f"data/fingerprints/{file.name} · {file.stem} · line 6" in [block.value for block in reader.code]
    assert any("git checkout data/fingerprints" in text.value for text in reader.text)


def test_a_fingerprint_file_that_is_gone_is_named(copied_data: Path):
    file = sorted((copied_data / "fingerprints").glob("*.txt"))[0]
    file.unlink()
    reader = visit("sources")
    assert not reader.exception
    assert any(block.value.startswith(f"data/fingerprints/{file.name}") for block in reader.code)


def test_stories_of_another_build_are_doubted_and_garbage_stops_only_their_page(copied_data: Path):
    (copied_data / "stories.json").write_text("{")
    reader = visit("explore")
    banner(reader, 1)
    assert told(reader) == [("data/stories.json", "the file differs from the one the dataset was built with.", RESTORE)]
    reader = visit("stories")
    assert not reader.exception
    assert [title.value for title in reader.title] == [say("en", "broken.title")]


def test_a_table_of_another_build_is_doubted(copied_data: Path):
    manifest = json.loads((copied_data / "manifest.json").read_text())
    manifest["tables"]["units"]["sha256"] = "0" * 64
    (copied_data / "manifest.json").write_text(json.dumps(manifest))
    reader = visit("explore")
    banner(reader, 1)
    assert told(reader) == [("data/units.parquet", "the file is not the one that the manifest was written for.", RESTORE)]


def test_a_sound_copy_has_no_banner(copied_data: Path):
    reader = visit("explore")
    assert not reader.error
    assert elements(reader, "expander") == []


def test_a_damaged_older_version_is_said_in_its_place_and_hides_nothing_else(copied_data: Path):
    remedy = "Restore the folder from the repository: git checkout data/versions"
    (copied_data / "versions" / "1.0.0" / "observations.parquet").write_bytes(b"PAR1")
    asked = visit("explore", {"v": "1.0.0"})
    assert not asked.exception
    assert [title.value for title in asked.title] == [say("en", "broken.title")]
    file, message = "data/versions/1.0.0/observations.parquet", "the file is missing or is not the one that was released."
    assert told(asked) == [(file, message, remedy)]
    listed = visit("data")
    assert not listed.exception
    said = say("en", "version.broken", file=file, message=message, remedy=remedy)
    assert said in [text.value for text in listed.text]
    assert said not in [text.value for text in visit("explore", {"v": "1.1.0"}).text]
