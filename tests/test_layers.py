"""The layers of the house, read from the imports: who may know whom, and how long a module may be."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RANKS = {
    "domain": 0,
    "text": 1,
    "curation": 1,
    "queries": 1,
    "outlines": 1,
    "charts": 2,
    "export": 2,
    "ui": 3,
    "server": 3,
    "pages": 4,
    "app": 5,
    "serve": 5,
}
# What the order alone does not forbid.
NEVER = {
    "text": {"streamlit", "altair"},
    "curation": {"streamlit", "altair"},
    "queries": {"streamlit", "altair"},
    "outlines": {"streamlit", "altair"},
    "charts": {"streamlit", "lib.curation"},
    "export": {"streamlit", "lib.curation"},
    "ui": {"lib.curation"},
    "pages": {"lib.curation"},
    "app": {"lib.curation"},
}
ATTICS = {"utils", "util", "helpers", "helper", "misc", "common"}
MOST_LINES = {"lib": 249, "pages": 80, "app": 40, "serve": 40}


def module_name(path: Path) -> str:
    """Name a file as an import statement would."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def layer_of(module: str) -> str:
    """Name the layer of a module of ours, or nothing for any other."""
    parts = module.split(".")
    if parts[0] == "lib":
        return parts[1] if len(parts) > 1 else ""
    return parts[0] if parts[0] in ("pages", "app", "serve") else ""


def imported_modules(source: str, module: str) -> set[str]:
    """Collect every module that the source imports, wherever the statement stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update(_from_import(node, module))
    return found


def _from_import(node: ast.ImportFrom, module: str) -> set[str]:
    package = module.split(".")[: -node.level] if node.level else []
    origin = ".".join([*package, *([node.module] if node.module else [])])
    # `from lib import queries` names a layer only in its second half.
    return {f"{origin}.{alias.name}" for alias in node.names} if origin in ("lib", "") else {origin}


def layer_faults(module: str, source: str) -> list[str]:
    """Say every import of the module that its layer may not make."""
    layer = layer_of(module)
    return [
        f"{module} ({layer}) imports {imported}: {reason}"
        for imported in sorted(imported_modules(source, module))
        if (reason := _why_not(layer, imported))
    ]


def _why_not(layer: str, imported: str) -> str:
    forbidden = {name for name in NEVER.get(layer, set()) if imported == name or imported.startswith(f"{name}.")}
    if forbidden:
        return f"{layer} never imports {forbidden.pop()}."
    other = layer_of(imported)
    if other in RANKS and other != layer and RANKS[other] >= RANKS[layer]:
        return f"{layer} lies below or beside {other} and does not know it."
    return ""


def form_faults(path: Path, source: str) -> list[str]:
    """Say what is wrong with the name, place or length of a module."""
    module = module_name(path)
    faults = [f"{path}: `{part}` says nothing of its subject." for part in path.with_suffix("").parts if part in ATTICS]
    if module != "lib" and layer_of(module) not in RANKS:
        faults.append(f"{path}: `{layer_of(module)}` is no layer of the house.")
    lines, most = len(source.splitlines()), MOST_LINES[path.with_suffix("").parts[0]]
    if lines > most:
        faults.append(f"{path}: {lines} lines, {most} at most. Split it by subject.")
    if path.name == "__init__.py" and not ast.get_docstring(ast.parse(source)):
        faults.append(f"{path}: the package does not say what it holds.")
    return faults


def house_files() -> list[Path]:
    """List our Python files, from the root of the repository."""
    found = [*(ROOT / "lib").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py", ROOT / "serve.py"]
    return sorted(path.relative_to(ROOT) for path in found)


@pytest.mark.parametrize("path", house_files(), ids=str)
def test_module_keeps_to_its_layer_and_its_size(path: Path):
    source = (ROOT / path).read_text(encoding="utf-8")
    assert layer_faults(module_name(path), source) + form_faults(path, source) == []


@pytest.mark.parametrize("folder", sorted({path.parent for path in house_files() if path.parts[0] == "lib"}), ids=str)
def test_every_folder_of_lib_is_a_package(folder: Path):
    assert (ROOT / folder / "__init__.py").exists()


def test_every_layer_is_seen():
    assert {layer_of(module_name(path)) for path in house_files()} >= RANKS.keys()


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("lib.domain.periods", "import re\nfrom lib.domain.errors import Problem"),
        ("lib.queries.store", "import duckdb\nfrom lib.domain import tables"),
        ("lib.charts.marks", "import altair as alt\nfrom lib.queries.store import Store\nfrom lib.text import words"),
        ("lib.ui.state", "import streamlit as st\nfrom lib.charts import marks"),
        ("lib.curation.build", "from . import reading\nfrom .reading import read"),
        ("pages.explore", "import streamlit as st\nfrom lib.ui import state\nfrom lib.queries import store"),
        ("app", "import streamlit as st\nfrom lib.ui.pages import navigation"),
    ],
)
def test_allowed_imports_are_accepted(module: str, source: str):
    assert layer_faults(module, source) == []


@pytest.mark.parametrize(
    ("module", "source", "fault"),
    [
        (
            "lib.domain.rules",
            "from lib.text.words import say",
            "lib.domain.rules (domain) imports lib.text.words: domain lies below or beside text and does not know it.",
        ),
        (
            "lib.queries.store",
            "def ask():\n    from lib.text import words",
            "lib.queries.store (queries) imports lib.text: queries lies below or beside text and does not know it.",
        ),
        (
            "lib.queries.store",
            "import streamlit.runtime",
            "lib.queries.store (queries) imports streamlit.runtime: queries never imports streamlit.",
        ),
        (
            "lib.text.words",
            "import altair as alt",
            "lib.text.words (text) imports altair: text never imports altair.",
        ),
        (
            "lib.charts.marks",
            "from streamlit import cache_data",
            "lib.charts.marks (charts) imports streamlit: charts never imports streamlit.",
        ),
        (
            "lib.charts.marks",
            "from lib import ui",
            "lib.charts.marks (charts) imports lib.ui: charts lies below or beside ui and does not know it.",
        ),
        (
            "lib.charts.marks",
            "from ..export import png",
            "lib.charts.marks (charts) imports lib.export: charts lies below or beside export and does not know it.",
        ),
        (
            "lib.ui.state",
            "from lib.curation import build",
            "lib.ui.state (ui) imports lib.curation: ui never imports lib.curation.",
        ),
        (
            "lib.server.health",
            "import pages.explore",
            "lib.server.health (server) imports pages.explore: server lies below or beside pages and does not know it.",
        ),
        (
            "pages.data",
            "import lib.curation.build",
            "pages.data (pages) imports lib.curation.build: pages never imports lib.curation.",
        ),
    ],
)
def test_forbidden_imports_are_named(module: str, source: str, fault: str):
    assert layer_faults(module, source) == [fault]


@pytest.mark.parametrize(
    ("path", "source", "faults"),
    [
        ("lib/domain/periods.py", "x = 1\n" * 249, []),
        ("lib/domain/periods.py", "x = 1\n" * 250, ["lib/domain/periods.py: 250 lines, 249 at most. Split it by subject."]),
        ("pages/explore.py", "x = 1\n" * 80, []),
        ("pages/explore.py", "x = 1\n" * 81, ["pages/explore.py: 81 lines, 80 at most. Split it by subject."]),
        ("lib/charts/utils.py", "", ["lib/charts/utils.py: `utils` says nothing of its subject."]),
        ("lib/tools/paint.py", "", ["lib/tools/paint.py: `tools` is no layer of the house."]),
        ("lib/charts/__init__.py", '"""Frames to charts."""\n', []),
        ("lib/charts/__init__.py", "", ["lib/charts/__init__.py: the package does not say what it holds."]),
    ],
)
def test_form_of_a_module(path: str, source: str, faults: list[str]):
    assert form_faults(Path(path), source) == faults
