"""Files are written all or none, and a folder that cannot be written is a problem with its remedy."""

import pytest

from lib.curation import build, prove, register

RULE = "the file cannot be written: Is a directory. [FileIsWritable]\n    Make its folder writable, with room on the disk, and run:"


def contents(workshop):
    return {path: path.read_bytes() for path in workshop.layout.data.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("command", "asked", "file", "advice"),
    [
        (build, False, "quotes.parquet", "python -m lib.curation.build"),
        (prove, True, "numbers/tea-times.csv", "python -m lib.curation.prove --texts FOLDER"),
        (register, False, "curated/ids.csv", "python -m lib.curation.register"),
    ],
)
def test_when_one_file_cannot_be_written_none_is(workshop, capsys, command, asked, file, advice):
    place = workshop.layout.data / file
    place.with_name(f".{place.name}.new").mkdir()
    before = contents(workshop)
    assert workshop.run(command.main, *(["--texts", str(workshop.texts)] if asked else [])) == 1
    assert capsys.readouterr().err == f"data/{file}: {RULE} {advice}\n1 problem.\n"
    assert contents(workshop) == before


def test_nothing_is_left_beside_the_files(workshop):
    assert workshop.run(build.main) == 0
    assert [path.name for path in workshop.layout.data.rglob("*.new")] == []
