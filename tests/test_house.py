"""The promises of the repository itself: its commands, its pins, its words and what must not be in it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from lib.curation.sentences import split
from lib.domain import fingerprints

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
REQUIREMENT_FILES = ("requirements.txt", "requirements-spark.txt", "tests/requirements.txt")
CONFIG = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
TEXT_SUFFIXES = {".py", ".md", ".toml", ".txt", ".csv", ".json", ".js", ".css", ".html", ".cfg", ".yml", ""}
# The name a package is imported or called by, where that is not its own.
CALLED_AS = {
    "prometheus-client": "prometheus_client",
    "axe-playwright-python": "axe_playwright_python",
    "pandas-stubs": "mypy",
    "pylopdf-fonts-zh-cn": "pylopdf_fonts_zh_cn",
    "pyspark-client": "pyspark",
    "vl-convert-python": "vl_convert",
}

# A shorter one is a heading or a name that anybody may write.
SHORTEST_SENTENCE = 20

PIN = re.compile(r"(?P<name>[A-Za-z0-9_.-]+)==(?P<version>[0-9][\w.]*)(?:  # (?P<reason>[A-Z].+\.))?")
MACHINE_PATH = re.compile(r"(?<![\w.:/])/(?:home|root|Users|work|opt)/\w|\b[A-Z]:\\\\?Users")
REGISTRY_HOST = re.compile(r"(?:pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian)", re.IGNORECASE)


def repository_files() -> Iterator[Path]:
    """Walk our own text files, leaving out what is installed, built or cached."""
    for entry in sorted(ROOT.iterdir()):
        if entry.is_file() and entry.suffix in TEXT_SUFFIXES:
            yield entry
        elif entry.name == "static":
            yield entry / "README.md"
        elif entry.is_dir() and (entry.name in (".ci", ".streamlit") or not entry.name.startswith((".", "build", "_"))):
            yield from (path for path in sorted(entry.rglob("*")) if path.is_file() and path.suffix in TEXT_SUFFIXES)


def read(path: Path) -> str:
    """Read a text file of ours."""
    return path.read_text(encoding="utf-8")


def pins(file: str) -> list[re.Match[str]]:
    """Read the pinned lines of a requirements file; anything else but comments and includes is a fault."""
    lines = [line for line in read(ROOT / file).splitlines() if line and not line.startswith(("#", "-"))]
    found = [(line, PIN.fullmatch(line)) for line in lines]
    assert [line for line, match in found if match is None] == [], f"{file}: write NAME==VERSION  # Reason."
    return [match for _, match in found if match]


def versions(file: str) -> dict[str, str]:
    """Give the pinned version of each package in a file."""
    return {canonicalize_name(match["name"]): match["version"] for match in pins(file)}


def make_targets() -> set[str]:
    """Name the targets that `make help` shows."""
    return set(re.findall(r"^([a-z]+):.*##", MAKEFILE, re.MULTILINE))


@pytest.mark.parametrize("file", REQUIREMENT_FILES)
def test_every_direct_dependency_is_pinned_with_its_reason(file: str):
    assert [match["name"] for match in pins(file) if not match["reason"]] == []


@pytest.mark.parametrize("line", ["pandas>=3", "pandas", "pandas==3.*", "pandas==3.1.1 # why", "pandas==3.1.1  # because"])
def test_a_loose_pin_or_reason_is_rejected(line: str):
    assert PIN.fullmatch(line) is None


@pytest.mark.parametrize("file", REQUIREMENT_FILES)
def test_direct_pins_agree_with_the_constraints(file: str):
    assert versions(file).items() <= versions("constraints.txt").items(), "Run `make lock`."


def test_everything_the_dependencies_bring_along_is_pinned():
    direct = {name for file in REQUIREMENT_FILES for name in versions(file)}
    assert sorted(closure(direct) - versions("constraints.txt").keys()) == [], "Run `make lock`."


def closure(names: set[str]) -> set[str]:
    """Name every installed package that these need, themselves included."""
    found: set[str] = set()
    waiting = sorted(names)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            wanted = [Requirement(text) for text in requires(name) or []]
        except PackageNotFoundError:
            continue
        found.add(name)
        waiting += [canonicalize_name(need.name) for need in wanted if need.marker is None or need.marker.evaluate({"extra": ""})]
    return found


@pytest.mark.parametrize(
    ("file", "places"),
    [
        ("requirements.txt", ("lib", "pages", "app.py")),
        ("requirements-spark.txt", ("lib",)),
        ("tests/requirements.txt", ("tests", "Makefile")),
    ],
)
def test_every_direct_dependency_is_used(file: str, places: tuple[str, ...]):
    used = "\n".join(read(path) for path in repository_files() if path.relative_to(ROOT).parts[0] in places and path != Path(__file__))
    names = [CALLED_AS.get(name, name) for name in versions(file)]
    assert [name for name in names if not re.search(rf"\b{re.escape(name)}\b", used)] == []


def test_every_make_command_in_the_readme_exists_and_every_target_is_in_the_readme():
    assert set(re.findall(r"\bmake ([a-z]+)", "\n".join(code_of(README)))) == make_targets()


def test_every_python_command_in_the_readme_exists():
    modules = set(re.findall(r"python -m ((?:lib|tests)[.\w]+)", README))
    assert modules
    assert [name for name in sorted(modules) if not (ROOT / name.replace(".", "/")).with_suffix(".py").exists()] == []


def test_every_page_is_in_the_readme():
    table = README.partition("| Page |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| (\w[\w ]*) \|", table, re.MULTILINE)
    assert {row.lower().replace(" ", "_") for row in rows} == {path.stem for path in (ROOT / "pages").glob("*.py")}


def test_every_setting_is_in_the_readme():
    table = README.partition("| Variable |")[2].partition("\n\n")[0]
    asked = {name for path in (ROOT / "lib").rglob("*.py") for name in re.findall(r'environ(?:\.get\(|\[)"(\w+)"', read(path))}
    assert set(re.findall(r"^\| `(\w+)=", table, re.MULTILINE)) == asked


def test_every_path_in_the_readme_exists():
    paths = {word for code in code_of(README) for word in re.findall(r"^(?:lib|pages|data|tests|docs|\.ci|\.streamlit)/[\w./-]*$", code)}
    assert paths
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []


def test_the_first_screen_of_the_readme_is_a_sentence_a_picture_and_two_commands():
    first_screen = README.split("\n## ")[0]
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", first_screen)
    assert [(ROOT / picture).is_file() for picture in pictures] == [True]
    assert re.findall(r"^    (make \w+)", first_screen, re.MULTILINE) == ["make run", "make test"]


def code_of(markdown: str) -> list[str]:
    """Collect what stands as code: inline, fenced or indented."""
    return [*re.findall(r"`([^`\n]+)`", markdown), *re.findall(r"^    (\S.*)$", markdown, re.MULTILINE)]


@pytest.mark.parametrize("path", list(repository_files()), ids=lambda path: str(path.relative_to(ROOT)))
def test_file_names_no_machine_and_no_registry(path: Path):
    own_patterns = {MACHINE_PATH.pattern, REGISTRY_HOST.pattern} if path == Path(__file__) else set()
    text = read(path)
    for pattern in own_patterns:
        text = text.replace(pattern, "")
    lines = enumerate(text.splitlines(), 1)
    assert [f"line {number}: {line}" for number, line in lines if MACHINE_PATH.search(line) or REGISTRY_HOST.search(line)] == []


@pytest.mark.parametrize("line", [f"see /{name}/someone/notes.txt" for name in ("home", "Users", "root")])
def test_a_machine_path_is_seen(line: str):
    assert MACHINE_PATH.search(line)


@pytest.mark.parametrize("line", ["https://example.org/home/page", "lib/home/page", "data/work/file", "up/down"])
def test_an_address_is_no_machine_path(line: str):
    assert not MACHINE_PATH.search(line)


def test_no_page_writes_unchecked_html():
    name = "unsafe_" + "allow_html"
    assert [str(path.relative_to(ROOT)) for path in repository_files() if path.suffix == ".py" and name in read(path)] == []


def test_streamlit_sends_nothing_home_and_asks_nothing():
    assert CONFIG["browser"] == {"gatherUsageStats": False}
    assert CONFIG["server"]["showEmailPrompt"] is False
    assert CONFIG["client"]["showErrorLinks"] is False


def test_port_and_address_are_left_to_the_environment():
    assert CONFIG["server"].keys().isdisjoint({"address", "port", "baseUrlPath"})


def test_the_theme_loads_nothing_from_elsewhere():
    assert "://" not in "".join(str(value) for value in CONFIG["theme"].values())


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("ink", ["textColor", "linkColor", "codeTextColor", "dataframeHeaderTextColor", "primaryColor"])
def test_theme_text_is_readable(mode: str, ink: str):
    theme = CONFIG["theme"][mode]
    grounds = [theme["backgroundColor"], theme["secondaryBackgroundColor"], *theme["sidebar"].values()]
    assert [ground for ground in grounds if contrast(theme[ink], ground) < 4.5] == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_chart_colours_are_readable(mode: str):
    theme = CONFIG["theme"][mode]
    assert [colour for colour in theme["chartCategoricalColors"] if contrast(colour, theme["backgroundColor"]) < 4.5] == []


def test_contrast_is_the_one_of_the_guidelines():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def contrast(one: str, other: str) -> float:
    """Compute the contrast ratio of WCAG 2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Compute the relative luminance of a colour written as #RRGGBB."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels]
    return sum(share * channel for share, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def known_sentences() -> set[str]:
    """Collect the hashes of every sentence of every document."""
    folder = ROOT / "data/fingerprints"
    return {sha256 for file in folder.glob("*.txt") for sha256 in fingerprints.read(folder, file.stem)[0].sentences.values()}


def article_sentences(text: str, known: set[str]) -> list[str]:
    """Find the sentences of a text, or of the strings in it, that stand in a document."""
    runs = [*text.splitlines(), *re.findall(r'"([^"\n]{20,})"', text)]
    parts = {part.text for run in runs for part in split(run)}
    return sorted(part for part in parts if len(part) >= SHORTEST_SENTENCE and fingerprints.sha256_of(part) in known)


def quotes(table: Mapping[str, object]) -> list[str]:
    """Read the quoted sentences of a curated source."""
    found = table.get("quote", [])
    assert isinstance(found, list)
    return [quote["text"] for quote in found]


def test_no_file_outside_the_dataset_holds_a_passage_of_a_document():
    known = known_sentences()
    assert known
    elsewhere = [path for path in repository_files() if path.relative_to(ROOT).parts[0] != "data"]
    assert [str(path.relative_to(ROOT)) for path in elsewhere if len(article_sentences(read(path), known)) > 1] == []


def test_a_passage_of_a_document_would_be_seen():
    known = known_sentences()
    files = sorted((ROOT / "data/curated/sources").glob("*.toml"))
    passages = ["\n".join(quotes(tomllib.loads(read(path)))[:2]) for path in files]
    assert passages
    assert [path.stem for path, passage in zip(files, passages, strict=True) if len(article_sentences(passage, known)) < 2] == []
