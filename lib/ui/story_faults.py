"""What of a story could not be taken as it is written."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.stories import StoryFault
from lib.text.story_words import fault_words
from lib.ui import state
from lib.ui.words import t

_LISTED = 20


def story_faults(found: Sequence[StoryFault], key: str) -> None:
    """List the faults as plain text; nothing when there is none."""
    if found:
        with st.container(border=True, gap="xsmall", key=key):
            st.warning(t("story.faults", count=len(found)), icon=":material/link_off:")
            for fault in found[:_LISTED]:
                st.text(fault_words(fault, state.selection().language))
