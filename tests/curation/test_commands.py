"""The commands: what they write, that they write it again the same, and what they say when something is stale."""

import json

import pyarrow.parquet as pq
import pytest

from lib.curation import build, numbers, prove
from lib.curation.checks import CHAPTERS, RULES, rule_name
from lib.domain.tables import CONTRACT_VERSION, TABLES
from lib.domain.verification import verify

SUMMARY = (
    "Checked 4 quotes and 5 figures of 1 documents against {rules} rules; "
    "19 numbers: 9 claimed, 3 period, 3 dismissed, 4 excluded, 0 open. Official figures: 2 of 1 pages.\n"
)


@pytest.fixture
def built(workshop, capsys):
    assert workshop.run(build.main) == 0
    capsys.readouterr()
    return workshop


def test_the_build_says_how_much_it_checked(workshop, capsys):
    assert workshop.run(build.main) == 0
    assert capsys.readouterr().out == SUMMARY.format(rules=len(RULES)) + f"Wrote {len(TABLES) + 3} files.\n"


def test_two_builds_are_byte_identical(built):
    files = {path: path.read_bytes() for path in built.layout.data.rglob("*") if path.is_file()}
    for table in TABLES:
        (built.layout.data / table.file_name).unlink()
    assert built.run(build.main) == 0
    assert {path: path.read_bytes() for path in built.layout.data.rglob("*") if path.is_file()} == files


def test_a_fresh_build_is_up_to_date(built, capsys):
    assert built.run(build.main, "--check") == 0
    assert capsys.readouterr().out.endswith(f"{len(TABLES) + 3} files are up to date.\n")


@pytest.mark.parametrize("name", [*(table.file_name for table in TABLES), "manifest.json", "README.md"])
@pytest.mark.parametrize("damage", ["missing", "one byte"])
def test_a_stale_file_is_named_with_the_command_that_mends_it(built, capsys, name, damage):
    path = built.layout.data / name
    content = path.read_bytes()
    path.unlink()
    if damage == "one byte":
        path.write_bytes(content[:-9] + bytes([content[-9] ^ 1]) + content[-8:])
    assert built.run(build.main, "--check") == 1
    assert capsys.readouterr().err == f"data/{name} is stale.\nRun: python -m lib.curation.build\n"
    assert built.run(build.main) == 0
    assert path.read_bytes() == content


def test_an_edit_makes_the_tables_stale(built, capsys):
    built.edit("curated/programmes.toml", 'label_zh = "绿茶"', 'label_zh = "龙井"')
    assert built.run(build.main, "--check") == 1
    assert capsys.readouterr().err.splitlines() == [
        "data/manifest.json is stale.",
        "data/programmes.parquet is stale.",
        "data/quotes.parquet is stale.",
        "Run: python -m lib.curation.build",
    ]


def test_a_faulty_dataset_is_not_written(built, capsys):
    before = (built.layout.data / "observations.parquet").read_bytes()
    built.edit("curated/sources/tea-times.toml", "value = 300", "value = 301")
    assert built.run(build.main) == 1
    assert capsys.readouterr().err.endswith("\n1 problem.\n")
    assert (built.layout.data / "observations.parquet").read_bytes() == before


def test_the_tables_keep_the_contract(built):
    for table in TABLES:
        schema = pq.read_schema(built.layout.data / table.file_name)
        assert tuple(schema.names) == table.columns
        assert schema.metadata == {
            b"description": table.description.encode(),
            b"contract_version": CONTRACT_VERSION.encode(),
            b"dataset_version": b"1.0.0",
        }
        assert [field.metadata[b"description"].decode() for field in schema] == [field.description for field in table.fields]
        assert [field.nullable for field in schema] == [not field.is_required for field in table.fields]


def test_the_rows_are_what_was_curated(built):
    rows = {row["observation_id"]: row for row in pq.read_table(built.layout.data / "observations.parquet").to_pylist()}
    sales = rows["tt22-01a"]
    assert (sales["value"], sales["printed_start"], sales["printed_end"], sales["kind"], sales["topic"]) == (
        1.36e12,
        32,
        50,
        "level",
        "manufacturing",
    )
    assert rows["tt22-04a"]["year_start"] == 2025
    (excluded,) = [row for row in pq.read_table(built.layout.data / "dismissals.parquet").to_pylist() if row["reason"] == "other_articles"]
    assert (excluded["printed"], excluded["count"], excluded["sentence"]) == ("Ad: buy 2 get 1 free", 3, 7)
    assert pq.read_table(built.layout.data / "quote_programmes.parquet").to_pylist() == [
        {"quote_id": "tt22-01", "programme_id": "green_tea"}
    ]


def test_the_built_tables_verify(built):
    quotes, observations = (pq.read_table(built.layout.data / f"{name}.parquet").to_pylist() for name in ("quotes", "observations"))
    proof = verify(quotes, observations, built.layout.fingerprints)
    assert (proof.quotes_verified, proof.quotes_total, proof.figures_verified, proof.figures_total) == (4, 4, 5, 5)


def test_the_manifest_counts_and_hashes(built):
    manifest = json.loads((built.layout.data / "manifest.json").read_text())
    assert list(manifest) == ["contract_version", "dataset_version", "released", "tables", "stories", "fingerprints", "numbers", "curated"]
    assert {name: table["rows"] for name, table in manifest["tables"].items()}["observations"] == 7
    assert list(manifest["fingerprints"]) == ["tea-times.txt"]
    assert "data/curated/sources/tea-times.toml" in manifest["curated"]


def test_the_dictionary_tells_what_changed(built):
    assert "## Changes" not in (built.layout.data / "README.md").read_text()
    release = '[[release]]\nversion = "1.0.0"\nreleased = "2022-12-31"\ntold_en = "More tea."\ntold_zh = "更多茶。"\n'
    (built.layout.curated / "changelog.toml").write_text(release, "utf-8")
    assert built.run(build.main) == 0
    assert (built.layout.data / "README.md").read_text().endswith("\n## Changes\n\n- 1.0.0 (2022-12-31): More tea.\n")


def test_a_changelog_of_another_release_is_refused(built, capsys):
    release = '[[release]]\nversion = "1.1.0"\nreleased = "2022-12-31"\ntold_en = "More tea."\ntold_zh = "更多茶。"\n'
    (built.layout.curated / "changelog.toml").write_text(release, "utf-8")
    assert built.run(build.main) == 1
    assert "the newest release is 1.1.0 of 2022-12-31; built is 1.0.0 of" in capsys.readouterr().err


def test_the_dictionary_tells_every_column_and_rule(built):
    text = (built.layout.data / "README.md").read_text()
    for table in TABLES:
        section = text.split(f"### {table.name}\n")[1].split("\n### ")[0]
        assert [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")] == list(table.columns)
    for _, rules in CHAPTERS:
        for rule in rules:
            assert f"- **{rule_name(rule)}**: {rule.sentence}" in text
            assert rule.sentence.endswith(".")
            assert rule.remedy
    assert "| OBS_VALUE | `observations.value` |" in text


def test_every_damaged_fingerprint_character_stops_the_build(built):
    path = built.layout.fingerprints / "tea-times.txt"
    lines = path.read_text().splitlines(keepends=True)
    for number, line in enumerate(lines, 1):
        changed = [*lines[: number - 1], ("x" if line[0] != "x" else "y") + line[1:], *lines[number:]]
        path.write_text("".join(changed))
        places = {(problem.file, problem.place) for problem in built.problems()}
        assert ("data/fingerprints/tea-times.txt", f"line {number}") in places


def test_the_proofs_are_compared_with_the_documents(workshop, capsys):
    assert workshop.run(prove.main, "--check", "--texts", str(workshop.texts)) == 0
    assert capsys.readouterr().out == "Read 1 documents with 8 sentences.\n3 files are proven.\n"
    (workshop.texts / "tea-times.txt").write_text("Tea costs 2 yuan.\n")
    assert workshop.run(prove.main, "--check", "--texts", str(workshop.texts)) == 1
    assert capsys.readouterr().err == (
        "data/fingerprints/tea-times.txt differs from what the document gives.\n"
        "data/numbers/tea-times.csv differs from what the document gives.\n"
        "data/anchors/tea-times.csv differs from what the document gives.\n"
        "Run: python -m lib.curation.prove --texts FOLDER\n"
    )


def test_proving_needs_the_documents(workshop, capsys, monkeypatch):
    monkeypatch.delenv("DATASET_TEXTS", raising=False)
    assert workshop.run(prove.main) == 1
    assert capsys.readouterr().err == "No folder of documents is given. Run: python -m lib.curation.prove --texts FOLDER\n"
    (workshop.texts / "tea-times.txt").unlink()
    monkeypatch.setenv("DATASET_TEXTS", str(workshop.texts))
    assert workshop.run(prove.main) == 1
    assert "Give the folder that holds this document as UTF-8 text, named after its id." in capsys.readouterr().err


def test_no_proof_holds_a_word_of_the_document(workshop):
    kept = "".join(
        path.read_text() for folder in ("fingerprints", "numbers", "anchors") for path in (workshop.layout.data / folder).iterdir()
    )
    assert not any(word in kept for word in ("hills", "boats", "drinks", "shops"))


def test_the_report_of_numbers_accounts_for_all(workshop, capsys):
    assert workshop.run(numbers.main) == 0
    assert capsys.readouterr().out.splitlines() == [
        "document     numbers    claimed     period  dismissed   excluded       open",
        "tea-times         19          9          3          3          4          0",
        "all               19          9          3          3          4          0",
    ]


def test_an_open_number_is_reported_by_its_place(workshop, capsys):
    workshop.edit("curated/sources/tea-times.toml", 'printed = "two dogs"', 'printed = "dogs"')
    assert workshop.run(numbers.main) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "open: tea-times, quote tt22-03, characters 36 to 39: two"
