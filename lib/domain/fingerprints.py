"""Fingerprints of a document: the SHA-256 of its text and of each sentence, in a file where every character is guarded."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lib.domain.errors import Problem

_REMEDY = "Restore the file from the repository (git checkout data/fingerprints), or, with the documents at hand, run: "
PROVE = "python -m lib.curation.prove --texts FOLDER"


@dataclass(frozen=True)
class Fingerprints:
    """What is known of a document without its text."""

    source_id: str
    text_sha256: str
    sentences: dict[int, str]
    lists: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def ordinals(self) -> dict[str, int]:
        """Give the place of each sentence, the first one where it is repeated, by its hash."""
        return {sha256: ordinal for ordinal, sha256 in sorted(self.sentences.items(), reverse=True)}

    def ordinal_of(self, sentence: str) -> int | None:
        """Return the place of a sentence in the document; None when no sentence has its hash."""
        return self.ordinals.get(sha256_of(sentence))


def sha256_of(text: str) -> str:
    """Hash a text in UTF-8; a lone surrogate, which UTF-8 cannot hold, hashes to something no sentence has."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def fingerprint(source_id: str, text: str, sentences: Sequence[str], lists: Mapping[str, str] | None = None) -> Fingerprints:
    """Take the fingerprints of a document and its sentences in their order, and of the lists (`numbers`, `anchors`) made from it."""
    hashes = {at: sha256_of(sentence) for at, sentence in enumerate(sentences, 1)}
    return Fingerprints(source_id, sha256_of(text), hashes, {name: sha256_of(content) for name, content in (lists or {}).items()})


def render(fingerprints: Fingerprints) -> str:
    """Write the file: source, count, hashes of the text and of its lists, then one line a sentence, each ending with its own check."""
    bodies = [f"source {fingerprints.source_id}", f"sentences {len(fingerprints.sentences)}", f"text {fingerprints.text_sha256}"]
    bodies += [f"{name} {sha256}" for name, sha256 in sorted(fingerprints.lists.items())]
    bodies += [f"{ordinal} {sha256}" for ordinal, sha256 in sorted(fingerprints.sentences.items())]
    lines = (f"{body} {_check(fingerprints.source_id, number, body)}\n" for number, body in enumerate(bodies, 1))
    return "".join(lines)


def file_of(folder: Path, source_id: str) -> Path:
    """Name the file that holds the fingerprints of a document."""
    return folder / f"{source_id}.txt"


def read(folder: Path, source_id: str) -> tuple[Fingerprints, tuple[Problem, ...]]:
    """Read a file, keep the lines that hold, and name each line that does not."""
    path = file_of(folder, source_id)
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except (OSError, ValueError):
        return Fingerprints(source_id, "", {}), (_problem(path, source_id, "", "the file is missing or cannot be read"),)
    lines = text.split("\n")
    sound = [_body(source_id, number, line) for number, line in enumerate(lines[:-1], 1)]
    problems = [
        _problem(path, source_id, f"line {at}", "the line does not match its own check") for at, body in enumerate(sound, 1) if body is None
    ]
    found = Fingerprints(source_id, _text_hash(sound), _sentences(sound), _lists(sound))
    if lines[-1] or not problems:
        problems += _shape_problems(path, source_id, sound, lines[-1])
    return found, tuple(problems)


def _check(source_id: str, number: int, body: str) -> str:
    return hashlib.sha256(f"{source_id}\n{number}\n{body}".encode()).hexdigest()[:8]


def _body(source_id: str, number: int, line: str) -> str | None:
    body, _, check = line.rpartition(" ")
    return body if body and check == _check(source_id, number, body) else None


def _text_hash(bodies: Sequence[str | None]) -> str:
    return next((body.removeprefix("text ") for body in bodies if body and body.startswith("text ")), "")


def _sentences(bodies: Sequence[str | None]) -> dict[int, str]:
    found = (re.fullmatch(r"([0-9]{1,9}) ([0-9a-f]{64})", body) for body in bodies if body)
    return {int(match[1]): match[2] for match in found if match}


def _lists(bodies: Sequence[str | None]) -> dict[str, str]:
    found = (re.fullmatch(r"(anchors|numbers) ([0-9a-f]{64})", body) for body in bodies if body)
    return {match[1]: match[2] for match in found if match}


def _shape_problems(path: Path, source_id: str, bodies: Sequence[str | None], tail: str) -> list[Problem]:
    if tail:
        return [_problem(path, source_id, f"line {len(bodies) + 1}", "the last line does not end with a line break")]
    count = len(_sentences(bodies))
    expected = [f"source {source_id}", f"sentences {count}"]
    if list(bodies[:2]) != expected or not _text_hash(bodies) or len(bodies) != count + 3 + len(_lists(bodies)):
        return [_problem(path, source_id, "", "lines are missing or added: the head and the number of sentences do not agree")]
    return []


def _problem(path: Path, source_id: str, place: str, message: str) -> Problem:
    return Problem(f"data/fingerprints/{path.name}", source_id, place, "FingerprintsAreSound", f"{message}.", f"{_REMEDY}{PROVE}")
