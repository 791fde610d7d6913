"""What a reader of an older version is told on every page: that it is one, what has changed since, and the way to today's."""

from collections.abc import Iterator

import streamlit as st

from lib.domain.tables import OBSERVATIONS
from lib.queries.changes import Changes
from lib.queries.observations import observations
from lib.queries.releases import changelog, differences
from lib.queries.store import Store
from lib.text.dates import date
from lib.ui import cache, state, versions
from lib.ui.words import label_of, plain, t


def version_banner(store: Store) -> None:
    """Say that the store is of an older version; nothing where it is the current one."""
    current = cache.store()
    if store.version == current.version:
        return
    since = cache.answer(current, differences, OBSERVATIONS.name, versions.kept()[store.version])
    with st.container(border=True, gap="xsmall", key="version_banner"):
        st.warning(plain(_told(store, current)), icon=":material/history:")
        for line in (_counted(since), *_of_chosen(store, current, since)):
            st.text(line)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(t("version.newest", version=plain(current.version)), key="newest", on_click=state.change, kwargs={"version": ""})
            st.page_link("pages/data.py", label=t("version.see_changes"), icon=":material/arrow_forward:")


def _told(store: Store, current: Store) -> str:
    language = state.selection().language
    return t(
        "version.older", version=store.version, released=date(store.manifest.released, language),
        newest=current.version, newest_released=date(current.manifest.released, language),
    )  # fmt: skip


def _counted(since: Changes) -> str:
    counts = {"added": len(since.added), "changed": len(since.changed), "withdrawn": len(since.withdrawn)}
    return t("version.since", **counts)


def _of_chosen(store: Store, current: Store, since: Changes) -> Iterator[str]:
    claim = state.selection().claim
    if claim in since.withdrawn:
        yield t("version.chosen_withdrawn")
    if claim in since.changed:
        yield t("version.chosen_changed", columns=", ".join(since.changed[claim]))
    rows = cache.answer(store, observations, state.everything())
    named = {claim, *rows.loc[rows.observation_id == claim, ["quote_id", "indicator_id"]].to_numpy().ravel()}
    for one in cache.answer(current, changelog).corrections_after(store.version):
        if one.row in named:
            on = date(one.on, state.selection().language)
            yield t("version.chosen_corrected", on=on, version=one.version, was=label_of(one, "was"), now=label_of(one, "now"))
