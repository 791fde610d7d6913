"""Which story the address asks for, and the reader's own story: kept in the session and in its link, nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from lib.domain.stories import LONGEST, MOST_STEPS, StoryFault, Words, WrittenStep, WrittenStory
from lib.queries.store import Store
from lib.queries.stories import shipped
from lib.queries.story_files import from_link, to_link
from lib.ui import state
from lib.ui.cache import answer

_OWN = "own_story"

Link = dict[str, list[str]]


@dataclass(frozen=True)
class Asked:
    """The story of the address: nothing, one by its id or one that is packed in the link; `unknown` is an id that there is not."""

    story: WrittenStory | None = None
    name: str = ""
    is_own: bool = False
    faults: tuple[StoryFault, ...] = ()
    unknown: str = ""


def asked(store: Store) -> Asked:
    """Read the address."""
    if packed := st.query_params.get("own", ""):
        story, faults = from_link(packed)
        return Asked(story if story.steps else None, packed, True, tuple(faults))
    name = st.query_params.get("story", "")
    found = next((story for story in answer(store, shipped) if story.id == name), None)
    return Asked(found, name, unknown="" if found else name)


def is_presenting() -> bool:
    """Tell whether the address asks for present mode."""
    return st.query_params.get("present") == "yes"


def link_of(story: WrittenStory, *, presents: bool = False) -> Link:
    """Return the parameters that open a story of a reader, in the session's language; none when it is too long for a link."""
    packed = to_link(story)
    return _link("own", packed, presents) if packed else {}


def link_of_shipped(story: WrittenStory, *, presents: bool = False) -> Link:
    """Return the parameters that open a story of the dataset, in the session's language."""
    return _link("story", story.id, presents)


def _link(name: str, value: str, presents: bool) -> Link:
    return {name: [value]} | ({"present": ["yes"]} if presents else {}) | state.selection().to_params()


def own() -> WrittenStory:
    """Return the reader's own story; without steps as long as there is none."""
    return st.session_state.get(_OWN, WrittenStory())


def keep(story: WrittenStory) -> None:
    """Make this the reader's own story."""
    st.session_state[_OWN] = story


def add(step: WrittenStep) -> bool:
    """Add a step to the reader's own story; tells whether there was room."""
    story = own()
    if len(story.steps) >= MOST_STEPS:
        return False
    keep(replace(story, steps=(*story.steps, step)))
    return True


def entitle(text: str) -> None:
    """Write the title of the reader's own story."""
    keep(replace(own(), title=_words("title", text)))


def introduce(text: str) -> None:
    """Write the introduction of the reader's own story."""
    keep(replace(own(), lead=_words("lead", text)))


def rename(place: int, text: str) -> None:
    """Write what one step says, in place of a computed finding."""
    step = own().steps[place]
    _put(place, replace(step, says=_words("says", text), finding="" if text else step.finding))


def annotate(place: int, text: str) -> None:
    """Write the note of one step."""
    _put(place, replace(own().steps[place], note=_words("note", text)))


def move(place: int, by: int) -> None:
    """Move one step up or down."""
    steps = list(own().steps)
    steps.insert(max(0, place + by), steps.pop(place))
    _order(steps)


def remove(place: int) -> None:
    """Take one step out."""
    steps = list(own().steps)
    del steps[place]
    _order(steps)


def _words(key: str, text: str) -> Words:
    return Words.same(text[: LONGEST[key]])


def _put(place: int, step: WrittenStep) -> None:
    steps = list(own().steps)
    steps[place] = step
    _order(steps)


def _order(steps: Sequence[WrittenStep]) -> None:
    keep(replace(own(), steps=tuple(steps)))
