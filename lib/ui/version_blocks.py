"""The releases of the dataset on the Data page: what each brought, which rows came, changed and went, and what was corrected."""

from collections.abc import Iterator
from pathlib import Path

import streamlit as st

from lib.domain.changelog import Release
from lib.domain.errors import DatasetError
from lib.domain.tables import EVENTS, INDICATORS, OBSERVATIONS, QUOTES
from lib.queries.changes import Changes
from lib.queries.releases import changelog, differences
from lib.queries.store import Store
from lib.queries.versions import faults_of
from lib.text.dates import date
from lib.ui import cache, state, versions
from lib.ui.figure_table import text_table
from lib.ui.prose import prose
from lib.ui.view_link import view_link
from lib.ui.words import label_of, plain, t

_COMPARED = (OBSERVATIONS, QUOTES, INDICATORS, EVENTS)
_COLUMNS = ("column.table", "column.change", "column.count", "column.ids")

Compared = dict[str, Changes]


def releases() -> None:
    """Show every release, newest first, each with the exact rows it changed and the way to open it; then the corrections."""
    current = cache.store()
    listed = cache.answer(current, changelog).releases
    if not listed:
        return
    st.header(t("version.title"), anchor="versions")
    st.caption(plain(t("version.note")))
    folders = {**versions.kept(), current.version: current.folder}
    for release, before in zip(listed, [*listed[1:], None], strict=True):
        _release(current, release, _compared(current, folders, release, before))
    _corrections(current)


def _compared(current: Store, folders: dict[str, Path], release: Release, before: Release | None) -> Compared:
    if before is None or not {release.version, before.version} <= set(folders):
        return {}
    older, newer = folders[before.version], folders[release.version]
    try:
        return {table.name: cache.answer(current, differences, table.name, older, newer) for table in _COMPARED}
    except DatasetError:
        # Which of the two is damaged stands at its own release; the others are told all the same.
        return {}


def _release(current: Store, release: Release, compared: Compared) -> None:
    is_current = release.version == current.version
    with st.container(border=True, gap="xsmall", key=f"release_{release.version}"):
        title = t("version.release", version=release.version, released=date(release.released, state.selection().language))
        st.markdown(f"**{plain(title)}**" + (f" · {plain(t('version.current'))}" if is_current else ""))
        prose([label_of(release, "told").replace("`", "")], f"told_{release.version}")
        if compared:
            _rows_changed(release.version, compared)
        if not is_current and release.version in versions.kept():
            _way_to(release.version, versions.kept()[release.version])


def _way_to(version: str, folder: Path) -> None:
    if broken := faults_of(folder):
        st.text(t("version.broken", file=broken[0].file, message=broken[0].message, remedy=broken[0].remedy))
        return
    address = state.selection().replace(version=version).to_params()
    view_link(f"open_{version}", t("version.open", version=version), address, "history")


def _rows_changed(version: str, compared: Compared) -> None:
    figures = compared[OBSERVATIONS.name]
    counts = {"added": len(figures.added), "changed": len(figures.changed), "withdrawn": len(figures.withdrawn)}
    st.text(t("version.counts", **counts))
    rows = [line for name, found in compared.items() for line in _lines(name, found)]
    if rows:
        with st.expander(t("version.ids")):
            text_table(_COLUMNS, rows, f"ids_{version}", t("version.ids_caption", version=version), height=320)


def _lines(table: str, found: Changes) -> Iterator[tuple[str, str, str, str]]:
    changed = tuple(f"{key} ({', '.join(columns)})" for key, columns in found.changed.items())
    for kind, ids in (("added", found.added), ("changed", changed), ("withdrawn", found.withdrawn)):
        if ids:
            yield table, t(f"version.{kind}"), str(len(ids)), ", ".join(ids)


def _corrections(current: Store) -> None:
    st.subheader(t("version.corrections"), anchor="corrections")
    corrections = cache.answer(current, changelog).corrections
    if not corrections:
        st.text(t("version.no_corrections"))
        return
    language = state.selection().language
    columns = [f"column.{name}" for name in ("row", "was_wrong", "is_now", "wrong_since", "corrected", "noticed")]
    rows = [
        (
            one.row, label_of(one, "was"), label_of(one, "now"), one.since,
            t("version.corrected_in", version=one.version, on=date(one.on, language)), label_of(one, "noticed"),
        )
        for one in corrections
    ]  # fmt: skip
    text_table(columns, rows, "corrections", t("version.corrections"))
