"""Joining modules: each once, in the order of need, with what it takes and gives; anything unknown is refused by name."""

import pytest

from lib.ui.board.board import modules
from lib.ui.board.bundling import BundlingError, bundle

BASE = "export const one = 1\n"


def test_a_module_stands_before_what_needs_it_and_once():
    made = bundle({"b": 'import { one as first } from "./a.js"\nexport const two = first + 1\n', "a": BASE}, ["b", "a"])
    assert made == (
        "const module_a = (() => {\nconst one = 1\nreturn { one }\n})()\n"
        "const module_b = (() => {\nconst { one: first } = module_a\nconst two = first + 1\nreturn { two }\n})()\n"
        "export { module_b as b, module_a as a }\n"
    )


def test_what_is_passed_on_is_given_too():
    made = bundle({"b": 'export { one } from "./a.js"\n', "a": BASE}, ["b"])
    assert "const { one } = module_a\nreturn { one }" in made


@pytest.mark.parametrize(
    ("modules", "message"),
    [
        ({"b": 'import one from "./a.js"\n', "a": BASE}, 'b.js: `import one from "./a.js"` is not known here; write '),
        ({"b": "export default 1\n"}, "b.js: `export default 1` is not known here; write "),
        ({"b": 'import { one } from "./c.js"\n'}, "b imports c.js, which is not there."),
        (
            {"b": 'import { x } from "./a.js"\nexport const y = 1\n', "a": 'import { y } from "./b.js"\nexport const x = 1\n'},
            "b imports a imports b: take what they share into a module of its own.",
        ),
    ],
)
def test_what_is_not_known_is_refused_by_name(modules, message):
    with pytest.raises(BundlingError) as error:
        bundle(modules, ["b"])
    assert str(error.value).startswith(message)


def test_every_module_of_the_board_is_needed():
    made = bundle(modules(), ["board", "filters", "follower"])
    assert [name for name in modules() if f"const module_{name} = " not in made] == []
