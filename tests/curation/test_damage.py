"""A damaged file is one problem with its remedy: what would follow from the damage is not told, and nothing breaks off."""

import pytest

TEA = "curated/sources/tea-times.toml"
PROVE = "python -m lib.curation.prove --texts FOLDER"
MARK = b"\xef\xbb\xbf"


def said(workshop):
    return [str(problem) for problem in workshop.problems()]


def damage(workshop, name, change):
    path = workshop.layout.data / name
    path.write_bytes(change(path.read_bytes()))


def checkout(name):
    return f"git checkout data/{name}"


def of_list(name):
    return f"estore it: {checkout(name)}; or, with the documents at hand, run: {PROVE}"


UNREADABLE = {
    "an empty document": (
        TEA,
        lambda old: b"",
        "the file has no [source]. [SectionIsPresent]",
        f"Add [source], or restore it: {checkout(TEA)}",
    ),
    "a document of other sections": (
        TEA,
        lambda old: old.replace(b"[source]", b"[[source]]"),
        "`source` is not written as [source]. [SectionHasItsForm]",
        "Write [source] once, with its keys below.",
    ),
    "an open bracket": (
        "curated/units.toml",
        lambda old: b"[[unit" + old,
        "the file is not TOML: Expected ']]' at the end of an array declaration (at line 1, column 7). [FileIsReadable]",
        f"Correct the syntax, or restore it: {checkout('curated/units.toml')}",
    ),
    "carriage returns alone": (
        TEA,
        lambda old: old.strip().replace(b"\n", b"\r"),
        "the file is not TOML: Expected newline or end of document after a statement (at line 1, column 9). [FileIsReadable]",
        f"Correct the syntax, or restore it: {checkout(TEA)}",
    ),
    "a number of 5000 digits": (
        TEA,
        lambda old: old.replace(b"value = 300", b"value = 1" + b"0" * 5000),
        "the file is not TOML: Exceeds the limit (4300 digits) for integer string conversion: value has 5001 digits. [FileIsReadable]",
        f"Correct the syntax, or restore it: {checkout(TEA)}",
    ),
    "3000 brackets": (
        TEA,
        lambda old: old + b"x = " + b"[" * 3000 + b"]" * 3000,
        "the brackets of the file are nested too deeply. [FileIsReadable]",
        f"Correct the syntax, or restore it: {checkout(TEA)}",
    ),
    "a byte order mark in TOML": (
        TEA,
        lambda old: MARK + old,
        "the file starts with a byte order mark. [FileIsReadable]",
        f"Save the file without byte order mark, or restore it: {checkout(TEA)}",
    ),
    "a byte that is no UTF-8": (
        "curated/regions.csv",
        lambda old: b"\xff" + old,
        "the file is not UTF-8: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte. [FileIsReadable]",
        f"Save the file as UTF-8, or restore it: {checkout('curated/regions.csv')}",
    ),
    "an empty head of the dataset": (
        "curated/dataset.toml",
        lambda old: b"",
        "the file has no [dataset]. [SectionIsPresent]",
        f"Add [dataset], or restore it: {checkout('curated/dataset.toml')}",
    ),
    "two heads of the dataset": (
        "curated/dataset.toml",
        lambda old: old.replace(b"[dataset]", b"[[dataset]]"),
        "`dataset` is not written as [dataset]. [SectionHasItsForm]",
        "Write [dataset] once, with its keys below.",
    ),
    "empty regions": (
        "curated/regions.csv",
        lambda old: b"",
        "the file is empty. [FileIsReadable]",
        f"Restore it: {checkout('curated/regions.csv')}",
    ),
    "regions without rows": (
        "curated/regions.csv",
        lambda old: old.split(b"\n")[0],
        "the file has no rows. [FileIsReadable]",
        f"Restore it: {checkout('curated/regions.csv')}",
    ),
    "an empty ledger": (
        "curated/ids.csv",
        lambda old: b"",
        "the file is empty. [FileIsReadable]",
        f"Restore it: {checkout('curated/ids.csv')}",
    ),
    "a byte order mark in the ledger": (
        "curated/ids.csv",
        lambda old: MARK + old,
        "the file starts with a byte order mark. [FileIsReadable]",
        f"Save the file without byte order mark, or restore it: {checkout('curated/ids.csv')}",
    ),
    "an empty list of numbers": (
        "numbers/tea-times.csv",
        lambda old: b"",
        "the file is empty. [FileIsReadable]",
        f"R{of_list('numbers/tea-times.csv')}",
    ),
    "a byte order mark in a list of numbers": (
        "numbers/tea-times.csv",
        lambda old: MARK + old,
        "the file starts with a byte order mark. [FileIsReadable]",
        f"Save the file without byte order mark, or r{of_list('numbers/tea-times.csv')}",
    ),
}


@pytest.mark.parametrize("case", UNREADABLE.values(), ids=UNREADABLE)
def test_a_damaged_file_is_one_problem(workshop, case):
    name, change, message, remedy = case
    damage(workshop, name, change)
    assert said(workshop) == [f"data/{name}: {message}\n    {remedy}"]


@pytest.mark.parametrize("name", ["curated/ids.csv", "numbers/tea-times.csv", TEA])
def test_a_missing_file_is_one_problem_without_its_path_on_the_machine(workshop, name):
    path = workshop.layout.data / name
    path.unlink()
    path.mkdir()
    (problem,) = workshop.problems()
    assert (problem.file, problem.message) == (f"data/{name}", "the file cannot be read: Is a directory.")


NOT_VOUCHED = "tea-times: the file is not the one that the fingerprints of its document vouch for. [ResidueIsSound]"


@pytest.mark.parametrize("name", ["numbers/tea-times.csv", "anchors/tea-times.csv"])
def test_a_list_without_its_rows_is_not_believed(workshop, name):
    damage(workshop, name, lambda old: old.split(b"\n")[0] + b"\n")
    assert said(workshop) == [f"data/{name}, {NOT_VOUCHED}\n    R{of_list(name)}"]


@pytest.mark.parametrize("name", ["numbers/tea-times.csv", "anchors/tea-times.csv"])
def test_every_changed_byte_of_a_list_is_seen(workshop, name):
    path = workshop.layout.data / name
    sound = path.read_bytes()
    for at in range(0, len(sound), 7):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        assert {problem.file for problem in workshop.problems()} == {f"data/{name}"}, f"byte {at}"


@pytest.mark.parametrize("number", ["²", "1" * 5000, "-1", ""], ids=["superscript", "5000 digits", "negative", "empty"])
def test_a_place_in_a_list_is_a_whole_number(workshop, number):
    damage(workshop, "numbers/tea-times.csv", lambda old: old + f"{number},1,2,x\n".encode())
    message = "data/numbers/tea-times.csv, tea-times, line 21: sentence, start, end are not whole numbers. [ResidueIsSound]"
    assert said(workshop) == [f"{message}\n    R{of_list('numbers/tea-times.csv')}"]


def test_a_list_of_other_columns_is_refused(workshop):
    workshop.edit("numbers/tea-times.csv", "sentence,start", "place,start")
    message = "line 1: the columns are place, start, end, printed, not sentence, start, end, printed. [RowHasItsColumns]"
    assert said(workshop) == [f"data/numbers/tea-times.csv, {message}\n    R{of_list('numbers/tea-times.csv')}"]


@pytest.mark.parametrize(("cells", "count"), [(",x,y", 17), ("", 15)], ids=["two more", "sound"])
def test_a_row_of_regions_has_a_cell_for_each_column(workshop, cells, count):
    workshop.edit("curated/regions.csv", "GB/T 2260,330000,core,,,", f"GB/T 2260,330000,core,,,{cells}")
    message = f"330000, line 3: the row has {count} cells, but the file has 15 columns. [RowHasItsColumns]"
    wanted = [f"data/curated/regions.csv, {message}\n    Give every column one cell, empty or not."] if cells else []
    assert said(workshop) == wanted


def test_a_short_row_of_regions_is_named(workshop):
    damage(workshop, "curated/regions.csv", lambda old: old + b"999999,foo\n")
    message = "999999, line 5: the row has 2 cells, but the file has 15 columns. [RowHasItsColumns]"
    assert said(workshop) == [f"data/curated/regions.csv, {message}\n    Give every column one cell, empty or not."]


def test_a_damaged_fingerprint_is_the_only_problem(workshop):
    (workshop.layout.fingerprints / "tea-times.txt").unlink()
    assert [problem.message for problem in workshop.problems()] == ["the file is missing or cannot be read."]


def test_no_documents_at_all(workshop):
    (workshop.layout.data / TEA).unlink()
    remedy = "Restore them: git checkout data/curated/sources, or add a file for a document."
    assert said(workshop) == [f"data/curated/sources: no document is curated. [FileIsReadable]\n    {remedy}"]
