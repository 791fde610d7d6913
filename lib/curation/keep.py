"""Keep a release: `python -m lib.curation.keep` copies the tables as they are into `data/versions/`, so that links to them stay true.

Run it with every release, after the build. A release that is kept never changes: another state of the data needs another version.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from lib.curation.layout import DATA, Layout
from lib.curation.reporting import report
from lib.curation.writing import are_written
from lib.domain.errors import Problem
from lib.domain.tables import TABLES

KEEP = "python -m lib.curation.keep"
FOLDER = "versions"


def main(arguments: Sequence[str] | None = None) -> int:
    """Copy the release; returns the exit status."""
    parser = argparse.ArgumentParser(prog=KEEP, description="Keep the tables as they are under their version.")
    parser.add_argument("--data", type=Path, default=DATA, help="data folder")
    layout = Layout(parser.parse_args(arguments).data)
    version = str(json.loads((layout.data / "manifest.json").read_text("utf-8"))["dataset_version"])
    kept = layout.data / FOLDER / version
    files = {kept / path.relative_to(layout.data): path.read_bytes() for path in _released(layout)}
    changed = [path for path, content in files.items() if path.exists() and path.read_bytes() != content]
    if changed:
        print(report([_problem(layout, path, version) for path in changed]), file=sys.stderr)
        return 1
    if not are_written(layout, files, KEEP):
        return 1
    print(f"Kept version {version}: {len(files)} files in data/{FOLDER}/{version}.")
    return 0


def _released(layout: Layout) -> list[Path]:
    tables = [layout.data / table.file_name for table in TABLES]
    return [*tables, layout.data / "manifest.json", *sorted(layout.fingerprints.glob("*.txt"))]


def _problem(layout: Layout, path: Path, version: str) -> Problem:
    message = f"version {version} is kept already, with another content of this file."
    remedy = "Raise `version` in data/curated/dataset.toml, tell the release in changelog.toml, and build."
    return Problem(layout.shown(path), "", "", "ReleaseNeverChanges", message, remedy)


if __name__ == "__main__":
    sys.exit(main())
