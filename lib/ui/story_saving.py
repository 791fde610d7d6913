"""Takes a story along: as slides, or as a folder that opens without a network. Nothing is made before it is asked for."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.stories import WrittenStory
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.ui.saving import PPTX, figures_csv, slug
from lib.ui.story_slides import Packed, packed
from lib.ui.story_steps import Told
from lib.ui.words import t


def story_files(store: Store, story: WrittenStory, told: Sequence[Told], key: str, *, is_own: bool) -> None:
    """Offer the files of a story with at least one figure; both need a moment, in which their buttons say so."""
    if all(one.step.rows.empty for one in told):
        return
    pack = packed(store, story, told, is_own=is_own)
    name = f"{story_name(story)}-{slug(store.version)}-{pack.about.language}"
    for suffix, mime, make in (("pptx", PPTX, lambda: slides(pack)), ("zip", "application/zip", lambda: folder(pack, name))):
        st.download_button(
            t(f"slides.{suffix}"), make, f"{name}.{suffix}", mime, key=f"{suffix}_{key}", on_click="ignore", type="tertiary",
            icon=":material/download:", help=t(f"slides.{suffix}_help"),
        )  # fmt: skip


def story_name(story: WrittenStory) -> str:
    """Return the beginning of the names of a story's files: its id, else its title, else that it is the reader's own."""
    return slug(story.id or story.title.en, slug(say("en", "builder.title")))


def slides(pack: Packed) -> bytes:
    """Make the slides of a story."""
    # Here and not above: without the packages that make them the pages still open.
    from lib.export.deck import pptx

    return pptx(pack.deck())


def folder(pack: Packed, name: str) -> bytes:
    """Make the offline folder of a story, by that name."""
    from lib.export.bundle import bundle

    return bundle(pack.deck(), figures_csv(pack.rows, pack.about), name)
