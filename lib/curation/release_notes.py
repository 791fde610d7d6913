"""Reads the changelog beside the dataset it tells of: its newest release is the one that is built."""

from lib.curation.entries import Entry
from lib.curation.layout import Layout
from lib.domain.changelog import FILE, Changelog, read_changelog
from lib.domain.errors import DatasetError, Problem

_REMEDY = "Tell the release at the top of the changelog, with the version and the date of data/curated/dataset.toml."


def release_notes(layout: Layout, dataset: Entry) -> tuple[Changelog, list[Problem]]:
    """Return the changelog, an empty one where there is no file, and what is wrong with it."""
    path = layout.curated / "changelog.toml"
    try:
        changelog = read_changelog(path.read_text("utf-8")) if path.exists() else Changelog()
    except (DatasetError, OSError, UnicodeDecodeError) as error:
        return Changelog(), list(error.problems) if isinstance(error, DatasetError) else [_problem("", "the file cannot be read.")]
    built = (dataset.text("version"), dataset.text("released"))
    if changelog.releases and (changelog.releases[0].version, changelog.releases[0].released) != built:
        told = changelog.releases[0]
        return changelog, [
            _problem(told.version, f"the newest release is {told.version} of {told.released}; built is {' of '.join(built)}.")
        ]
    return changelog, []


def _problem(subject: str, message: str) -> Problem:
    return Problem(FILE, subject, "", "ChangelogTellsTheRelease", message, _REMEDY)
