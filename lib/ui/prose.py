"""Running text in which technical terms open their meaning, by pointer or keyboard."""

from collections.abc import Sequence
from typing import Literal

from lib.text.catalogue import Language
from lib.text.glossary import marked, meaning
from lib.ui import state
from lib.ui.component import component

_COMPONENT = component("prose", '<div class="prose"></div>', "terms")
Look = Literal["plain", "lead", "small"]


def prose(paragraphs: Sequence[str], key: str, look: Look = "plain") -> None:
    """Show paragraphs of plain text, their technical terms dotted; nothing in them is read as markup.

    Needs: a key of its own on the page.
    """
    language = state.selection().language
    _COMPONENT(key=key, data={"look": look, "paragraphs": [with_meanings(text, language) for text in paragraphs]})


def with_meanings(text: str, language: Language) -> list[list[str]]:
    """Return the runs of a text, each with the meaning of the term that it is, or with nothing."""
    return [[word.text, meaning(word.term, language) if word.term else ""] for word in marked(text, language)]
