"""The catalogue of words: what the product says, looked up by key and language."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
WORDS_FOLDER = Path(__file__).parent / "words"
_FORMS = frozenset({"en", "zh", "en_one"})


@dataclass(frozen=True)
class Entry:
    """One thing to say: its file and its form in each language (`en_one` is the English singular)."""

    file: str
    forms: Mapping[str, str]

    def form(self, language: Language, values: Mapping[str, object]) -> str:
        """Choose the form for the language, the singular when `count` is 1."""
        if language == "en" and values.get("count") == 1 and "en_one" in self.forms:
            return self.forms["en_one"]
        return self.forms[language]


def read_words(folder: Path) -> dict[str, Entry]:
    """Read every `*.toml` of the folder into one mapping from key to entry.

    Raises: ValueError when a key stands in two files.
    """
    entries: dict[str, Entry] = {}
    for path in sorted(folder.glob("*.toml")):
        for key, forms in _flatten(tomllib.loads(path.read_text(encoding="utf-8"))):
            if key in entries:
                raise ValueError(f"[{key}] stands in {entries[key].file} and in {path.name}: keep one of the two")
            entries[key] = Entry(path.name, forms)
    return entries


def _flatten(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    forms = {name: str(text) for name, text in table.items() if name in _FORMS and isinstance(text, str)}
    if forms:
        yield prefix, forms
    for name, inner in table.items():
        if isinstance(inner, Mapping):
            yield from _flatten(inner, f"{prefix}.{name}" if prefix else name)


@cache
def entries() -> Mapping[str, Entry]:
    """Return the whole catalogue, read once."""
    return read_words(WORDS_FOLDER)


def say(language: Language, key: str, **values: object) -> str:
    """Say what the key stands for, with the named fields filled in.

    Raises: KeyError naming the key, and the file to add it to, when there are no words for it.
    """
    entry = entries().get(key)
    if entry is None:
        raise KeyError(f"no words for {key!r}: add [{key}] with en and zh to lib/text/words/{_file_for(key)}")
    return entry.form(language, values).format(**values)


def _file_for(key: str) -> str:
    subject = key.split(".")[0]
    files = [entry.file for known, entry in entries().items() if known.split(".")[0] == subject]
    return files[0] if files else f"{subject}.toml"


def subject_of(vocabulary: type[StrEnum]) -> str:
    """Name the part of the catalogue that words a vocabulary: `PeriodBasis` is worded under `period_basis`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", vocabulary.__name__).lower()


def label(language: Language, code: StrEnum) -> str:
    """Label one code of a vocabulary."""
    return say(language, f"{subject_of(type(code))}.{code.value}")


def labels(language: Language, vocabulary: type[StrEnum]) -> dict[str, str]:
    """Label every code of a vocabulary, in its order."""
    return {code.value: label(language, code) for code in vocabulary}


def inline_label(language: Language, code: StrEnum) -> str:
    """Label a code for use inside a sentence: without the capital letter."""
    words = label(language, code)
    return words[:1].lower() + words[1:]


def meanings(language: Language, vocabulary: type[StrEnum]) -> dict[str, str]:
    """Explain, in one sentence each, those codes of a vocabulary that need it."""
    keys = {code.value: f"{subject_of(vocabulary)}.{code.value}.meaning" for code in vocabulary}
    return {code: say(language, key) for code, key in keys.items() if key in entries()}


def join_names(language: Language, names: list[str]) -> str:
    """Join names as a list in prose: "A, B and C", "A、B和C"."""
    if len(names) < 2:
        return "".join(names)
    comma = say(language, "list.comma")
    return say(language, "list.last", first=comma.join(names[:-1]), last=names[-1])
