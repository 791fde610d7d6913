"""Joins the board's modules into one file, so that a browser asks once and not for each import in turn.

Each module becomes a function that is called once and returns what it exports. Only the forms that the modules use are known:
`import { a, b as c } from "./other.js"`, `export { a } from "./other.js"` and `export const a = …`, each at the start of a line.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w.]+)\.js"\n', re.MULTILINE)
_PASSED_ON = re.compile(r'^export \{([^}]*)\} from "\./([\w.]+)\.js"\n', re.MULTILINE)
_EXPORT = re.compile(r"^export const (\w+)", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


class BundlingError(Exception):
    """A module is written in a way that this joining does not know; says which and how to write it."""


def bundle(modules: Mapping[str, str], entries: Iterable[str]) -> str:
    """Join the modules that the entries need into one module that exports what each entry exports, under the entry's name.

    Needs: the text of each module by its name, without the suffix.
    Raises: BundlingError for an unknown form, an unknown module or modules that import each other.
    """
    ordered: dict[str, str] = {}
    for entry in entries:
        _add(entry, modules, ordered, ())
    exports = ", ".join(f"{_called(entry)} as {entry}" for entry in entries)
    return "\n".join((*ordered.values(), f"export {{ {exports} }}", ""))


def _add(name: str, modules: Mapping[str, str], ordered: dict[str, str], path: tuple[str, ...]) -> None:
    if name in ordered:
        return
    if name in path:
        raise BundlingError(f"{' imports '.join((*path, name))}: take what they share into a module of its own.")
    if name not in modules:
        raise BundlingError(f"{path[-1] if path else 'An entry'} imports {name}.js, which is not there.")
    text = modules[name]
    for needed in (found[2] for pattern in (_IMPORT, _PASSED_ON) for found in pattern.finditer(text)):
        _add(needed, modules, ordered, (*path, name))
    ordered[name] = _wrapped(name, text)


def _wrapped(name: str, text: str) -> str:
    passed_on = [given for found in _PASSED_ON.finditer(text) for given in _names(found[1])]
    text = _PASSED_ON.sub(_taken, _IMPORT.sub(_taken, text))
    exported = [*_EXPORT.findall(text), *passed_on]
    text = _EXPORT.sub(r"const \1", text)
    if unknown := _OTHER.search(text):
        raise BundlingError(f'{name}.js: `{unknown[0]}` is not known here; write `import {{ a }} from "./b.js"` or `export const a`.')
    return f"const {_called(name)} = (() => {{\n{text}return {{ {', '.join(exported)} }}\n}})()"


def _taken(found: re.Match[str]) -> str:
    taken = ", ".join(name.replace(" as ", ": ") for name in _names(found[1]))
    return f"const {{ {taken} }} = {_called(found[2])}\n"


def _names(listed: str) -> Iterator[str]:
    return (name.strip() for name in listed.split(",") if name.strip())


def _called(name: str) -> str:
    return f"module_{name}"
