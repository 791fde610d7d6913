"""Fingerprints prove a sentence without its text, and no character of their file can change unseen."""

import pytest

from lib.domain.errors import Problem
from lib.domain.fingerprints import fingerprint, read, render, sha256_of

SENTENCES = ["Tea sells for 30 yuan.", "Of 12 hills, nine grow tea.", "Tea sells for 30 yuan."]
REMEDY = (
    "Restore the file from the repository (git checkout data/fingerprints), or, with the documents at hand, run: "
    "python -m lib.curation.prove --texts FOLDER"
)


@pytest.fixture
def folder(tmp_path):
    text = render(fingerprint("tea-times", " ".join(SENTENCES), SENTENCES))
    (tmp_path / "tea-times.txt").write_bytes(text.encode())
    return tmp_path


def problem(place: str, message: str) -> Problem:
    return Problem("data/fingerprints/tea-times.txt", "tea-times", place, "FingerprintsAreSound", message, REMEDY)


def test_a_sound_file_gives_back_what_was_taken(folder):
    found, problems = read(folder, "tea-times")
    assert problems == ()
    assert found == fingerprint("tea-times", " ".join(SENTENCES), SENTENCES)
    assert found.ordinal_of("Of 12 hills, nine grow tea.") == 2
    assert found.ordinal_of(SENTENCES[0]) == 1, "a repeated sentence has its first place"


@pytest.fixture
def guarding(tmp_path):
    lists = {"numbers": "sentence,start,end,printed\n", "anchors": "anchor,first,last\n"}
    text = render(fingerprint("tea-times", " ".join(SENTENCES), SENTENCES, lists))
    (tmp_path / "tea-times.txt").write_bytes(text.encode())
    return tmp_path


def test_the_lists_of_a_document_are_hashed(guarding):
    found, problems = read(guarding, "tea-times")
    assert problems == ()
    assert found.lists == {"numbers": sha256_of("sentence,start,end,printed\n"), "anchors": sha256_of("anchor,first,last\n")}


def test_every_flipped_character_of_the_lines_of_lists_is_named(guarding):
    path = guarding / "tea-times.txt"
    sound = path.read_bytes()
    lines = sound.split(b"\n")
    assert [line.split(b" ")[0] for line in lines[3:5]] == [b"anchors", b"numbers"]
    start = len(b"\n".join(lines[:3])) + 1
    for at in range(start, start + len(lines[3]) + len(lines[4]) + 1):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        line = 4 if at <= start + len(lines[3]) else 5
        assert f"line {line}" in {found.place for found in read(guarding, "tea-times")[1]}, f"byte {at}"


@pytest.mark.parametrize("dropped", [3, 4])
def test_a_dropped_line_of_a_list_is_seen(guarding, dropped):
    path = guarding / "tea-times.txt"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(lines[:dropped] + lines[dropped + 1 :]))
    assert f"line {dropped + 1}" in {found.place for found in read(guarding, "tea-times")[1]}


def test_one_changed_word_has_no_place(folder):
    found, _ = read(folder, "tea-times")
    assert found.ordinal_of("Of 12 hills, eight grow tea.") is None
    assert found.ordinal_of("\ud800") is None


def test_every_single_flipped_character_is_named_by_its_line(folder):
    path = folder / "tea-times.txt"
    sound = path.read_bytes()
    for at in range(len(sound)):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        _, problems = read(folder, "tea-times")
        line = sound[:at].count(b"\n") + 1
        assert f"line {line}" in {found.place for found in problems}, f"byte {at}"


def test_a_flipped_line_is_the_only_one_lost(folder):
    path = folder / "tea-times.txt"
    lines = path.read_text().split("\n")
    lines[4] = lines[4].replace("2 ", "2 0", 1)
    path.write_text("\n".join(lines))
    found, problems = read(folder, "tea-times")
    assert problems == (problem("line 5", "the line does not match its own check."),)
    assert found.sentences == {1: sha256_of(SENTENCES[0]), 3: sha256_of(SENTENCES[2])}


def test_a_dropped_line_is_seen(folder):
    path = folder / "tea-times.txt"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:-1]))
    message = "lines are missing or added: the head and the number of sentences do not agree."
    assert read(folder, "tea-times")[1] == (problem("", message),)


def test_a_missing_end_of_line_is_seen(folder):
    path = folder / "tea-times.txt"
    path.write_text(path.read_text() + "x")
    assert read(folder, "tea-times")[1] == (problem("line 7", "the last line does not end with a line break."),)


def test_a_missing_file_is_one_problem(tmp_path):
    assert read(tmp_path, "tea-times")[1] == (problem("", "the file is missing or cannot be read."),)


@pytest.mark.parametrize("source_id", ["a\0b", "a" * 5000])
def test_an_id_that_no_file_can_be_named_after_is_one_problem(tmp_path, source_id):
    found, problems = read(tmp_path, source_id)
    assert found.sentences == {}
    assert [problem.message for problem in problems] == ["the file is missing or cannot be read."]


def test_a_file_of_another_document_is_refused(folder):
    (folder / "coffee.txt").write_bytes((folder / "tea-times.txt").read_bytes())
    assert len(read(folder, "coffee")[1]) == 6
