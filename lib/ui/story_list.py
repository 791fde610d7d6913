"""The stories that come with the dataset, each with the way to read and to present it."""

import streamlit as st

from lib.domain.stories import WrittenStory
from lib.queries.notices import shown
from lib.queries.store import Store
from lib.queries.stories import shipped
from lib.text.story_words import titled
from lib.ui import state, story_state
from lib.ui.cache import answer
from lib.ui.view_link import view_link
from lib.ui.words import plain, t


def story_list(store: Store, unknown: str = "") -> None:
    """Show every story of the dataset by its title and lead; say it when the address asked for one that there is not."""
    if unknown:
        with st.container(border=True, key="story_unknown"):
            st.text(t("story.unknown", name=shown(unknown)))
    stories = answer(store, shipped)
    if not stories:
        st.text(t("story.none"))
    for story in stories:
        _entry(story)


def _entry(story: WrittenStory) -> None:
    language = state.selection().language
    with st.container(border=True, key=f"entry_{story.id}", gap="small"):
        st.subheader(plain(titled(story.title, language)), anchor=False)
        st.text(story.lead.within(language))
        with st.container(horizontal=True, vertical_alignment="center"):
            read, presented = story_state.link_of_shipped(story), story_state.link_of_shipped(story, presents=True)
            label = t("story.read", count=len(story.steps))
            view_link(f"read_{story.id}", label, read, "menu_book")
            view_link(f"present_{story.id}", t("story.present"), presented, "slideshow")
