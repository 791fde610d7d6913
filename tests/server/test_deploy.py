"""The files for a server say what they should, and the page on running it says what is there."""

import re
import subprocess
from pathlib import Path

from lib.server.api_query import MOST_ROWS
from lib.server.api_tables import OFFERS
from lib.server.rate import LONGEST_QUERY
from lib.server.settings import Settings
from tests.browser.install import find_nginx

ROOT = Path(__file__).resolve().parents[2]
OPERATIONS = (ROOT / "docs/operations.md").read_text("utf-8")
CONTAINER = (ROOT / "deploy/Containerfile").read_text("utf-8")
NGINX = (ROOT / "deploy/nginx.conf").read_text("utf-8")


def table(head: str) -> list[list[str]]:
    """Read the rows of a table of the page by its head."""
    rows = OPERATIONS.partition(f"| {head}")[2].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_every_setting_of_the_server_is_on_the_page():
    source = "".join((ROOT / path).read_text("utf-8") for path in ("lib/server/settings.py", "lib/domain/access.py"))
    asked = set(re.findall(r'"([A-Z][A-Z_]{5,})"', source)) - {"STREAMLIT_SERVER_COOKIE_SECRET"}
    assert {row[0].strip("`") for row in table("Variable | Default")} == asked


def test_the_defaults_on_the_page_are_the_ones_of_the_code():
    told = {row[0].strip("`"): row[1].strip("`") for row in table("Variable | Default") if row[1]}
    assert Settings.read({name: value for name, value in told.items() if not name.startswith(("OIDC_", "ROLE_"))}) == Settings()
    assert Settings().access.claim == told["ROLE_CLAIM"]


def test_every_table_and_bound_of_the_interface_is_on_the_page():
    assert [offer.name for offer in OFFERS if f"/{offer.name}`" not in OPERATIONS] == []
    assert f"{MOST_ROWS:,} at most" in OPERATIONS
    assert f"more than {LONGEST_QUERY:,} bytes" in OPERATIONS


def test_every_file_of_the_page_exists():
    files = re.findall(r"`(deploy/[\w.@-]+)`", OPERATIONS)
    assert sorted(Path(file).name for file in files) == sorted(
        path.name for path in (ROOT / "deploy").iterdir() if path.suffix != ".dockerignore"
    )


def test_images_are_pinned_and_nothing_runs_as_root():
    compose = (ROOT / "deploy/compose.yaml").read_text("utf-8")
    images = [*re.findall(r"^FROM (\S+)", CONTAINER, re.MULTILINE), *re.findall(r"image: (\S+:\S+)", compose)]
    assert len(images) == 2
    assert all(re.search(r":\d+\.\d+\.\d+-", image) for image in images)
    assert re.findall(r"^USER (\d+):", CONTAINER, re.MULTILINE) == ["10001"]
    assert "readyz" in CONTAINER
    copied = set(re.findall(r"^COPY (.+) \S+$", CONTAINER, re.MULTILINE))
    assert {name for names in copied for name in names.split() if not (ROOT / name).exists()} == set()


def test_nginx_accepts_its_configuration(tmp_path: Path):
    (tmp_path / "nginx.conf").write_text(NGINX)
    (tmp_path / "replicas.conf").write_text("server 127.0.0.1:8501;\n")
    tried = subprocess.run([find_nginx() or "nginx", "-t", "-c", str(tmp_path / "nginx.conf")], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr


def test_the_proxy_writes_no_link_into_its_log():
    assert re.findall(r"^(?:error|access)_log (.+);", NGINX.replace("    ", ""), re.MULTILINE) == ["stderr crit", "off"]
