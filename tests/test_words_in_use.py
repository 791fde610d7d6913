"""Every key that the code asks for has words, and every word is asked for somewhere."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from lib.domain import vocabulary
from lib.queries.notices import LinkProblem
from lib.text.catalogue import entries

ROOT = Path(__file__).resolve().parents[1]
# A name of a file is no key.
KEY = re.compile(r"(?!.*\.(?:css|js|json)$)[a-z_]+(\.\w+)+")
# Words that are looked up by a code of a vocabulary, and not by a key that stands in the code.
CODED = {re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() for name in vars(vocabulary)} | {"month"}


def sources() -> list[Path]:
    """List the modules that say words."""
    return [
        *(ROOT / "pages").glob("*.py"),
        ROOT / "app.py",
        *(path for path in (ROOT / "lib").rglob("*.py") if "curation" not in path.parts),
    ]


def keys_in(source: str) -> Iterator[str]:
    """Give each key in the code as a pattern: `{…}` stands for a word that the code puts there."""
    tree = ast.parse(source)
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside and KEY.fullmatch(node.value):
            yield re.escape(node.value)
        elif isinstance(node, ast.JoinedStr):
            yield "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"(\w+)" for part in node.values)


@cache
def patterns() -> frozenset[str]:
    """Collect the patterns that begin with a subject of the catalogue."""
    subjects = {key.split(".")[0] for key in entries()}
    found = (pattern for path in sources() for pattern in keys_in(path.read_text("utf-8")))
    return frozenset(pattern for pattern in found if pattern.split("\\.")[0] in subjects and "\\." in pattern)


@cache
def words_put_in() -> frozenset[str]:
    """Collect the texts that stand alone in the code: what can be put into a pattern."""
    trees = [ast.parse(path.read_text("utf-8")) for path in sources()]
    return frozenset(
        node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def is_asked_for(key: str) -> bool:
    """Tell whether the code can ask for the key."""
    found = (re.fullmatch(pattern, key) for pattern in patterns())
    return any(match and all(word in words_put_in() or word.isdecimal() for word in match.groups()) for match in found)


def test_every_key_in_the_code_has_words():
    assert [pattern for pattern in sorted(patterns()) if not any(re.fullmatch(pattern, key) for key in entries())] == []


@pytest.mark.parametrize("key", [key for key in sorted(entries()) if key.split(".")[0] not in CODED])
def test_every_word_is_asked_for(key: str):
    assert is_asked_for(key)


def test_every_problem_of_a_link_has_words_and_no_word_is_left_over():
    others = {"lead", "further", "not_in_view"}
    assert {key for key in entries() if key.startswith("notice.")} == {f"notice.{name}" for name in [*LinkProblem, *others]}


def test_a_key_is_found_in_the_code():
    source = 't("nav.explore"); t(f"column.{name}"); t(f"nav.{name}_help"); "no key. at all"; import_of("lib.ui")'
    assert list(keys_in(source)) == [r"nav\.explore", r"column\.(\w+)", r"nav\.(\w+)_help", r"lib\.ui"]


def test_a_word_that_nothing_puts_in_is_not_asked_for():
    assert is_asked_for("overview.questions")
    assert not is_asked_for("overview.zeppelins")
