"""The ledger of ids is written only by intent: never from a dataset that was not read whole, and no id is retired unasked."""

import pytest

from lib.curation import register

TEA = "curated/sources/tea-times.toml"
LEFT = "The ledger was left as it is.\n"
GONE = (
    "data/curated/ids.csv, tt22-04a, line 16: the observation `tt22-04a` has disappeared and would be retired. [IdIsInLedger]\n"
    "    Restore it; if it is meant to go, run: python -m lib.curation.register --retire\n"
    f"1 problem.\n{LEFT}"
)


def test_an_id_that_has_gone_is_named_and_not_retired(workshop, capsys):
    before = workshop.layout.ledger.read_bytes()
    workshop.edit(TEA, 'id = "tt22-04a"', 'id = "tt22-04b"')
    assert workshop.run(register.main) == 1
    assert capsys.readouterr().err == GONE
    assert workshop.layout.ledger.read_bytes() == before


def test_new_ids_are_registered_and_vanished_ones_retired_when_asked(workshop, capsys):
    workshop.edit(TEA, 'id = "tt22-04a"', 'id = "tt22-04b"')
    assert workshop.run(register.main, "--retire") == 0
    assert capsys.readouterr().out == "The ledger holds 29 ids, 1 of them new, 1 retired.\n"
    ledger = workshop.layout.ledger.read_text().splitlines()
    assert "tt22-04a,observation,300 1,yes" in ledger
    assert "tt22-04b,observation,300 1," in ledger
    assert workshop.problems() == []
    assert workshop.run(register.main) == 0


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        (TEA, b"\xef\xbb\xbf", "data/curated/sources/tea-times.toml: the file starts with a byte order mark. [FileIsReadable]"),
        (TEA, b"", "data/curated/sources/tea-times.toml: the file has no [source]. [SectionIsPresent]"),
        ("curated/regions.csv", b"", "data/curated/regions.csv: the file is empty. [FileIsReadable]"),
        ("curated/ids.csv", b"", "data/curated/ids.csv: the file is empty. [FileIsReadable]"),
        ("numbers/tea-times.csv", b"", "data/numbers/tea-times.csv: the file is empty. [FileIsReadable]"),
    ],
)
@pytest.mark.parametrize("asked", [(), ("--retire",), ("--new",)])
def test_a_dataset_that_was_not_read_whole_is_not_registered(workshop, capsys, name, content, problem, asked):
    before = workshop.layout.ledger.read_bytes()
    (workshop.layout.data / name).write_bytes(content)
    assert workshop.run(register.main, *asked) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"{problem}\n    ")
    assert told.endswith(f"\n1 problem.\n{LEFT}")
    assert workshop.layout.ledger.read_bytes() == (content if name == "curated/ids.csv" else before)


def test_a_ledger_that_has_gone_is_not_begun_again_unasked(workshop, capsys):
    workshop.layout.ledger.unlink()
    assert workshop.run(register.main) == 1
    assert capsys.readouterr().err == (
        "data/curated/ids.csv: the file cannot be read: No such file or directory. [FileIsReadable]\n"
        f"    Restore it: git checkout data/curated/ids.csv\n1 problem.\n{LEFT}"
    )
    assert not workshop.layout.ledger.exists()
    assert workshop.run(register.main, "--new") == 0
    assert capsys.readouterr().out == "The ledger holds 28 ids, 28 of them new, 0 retired.\n"
