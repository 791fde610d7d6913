"""Stories: findings in an order, each over its figures and sentences; read, presented to a room, or made by the reader."""

from lib.ui import presenting, shell, story_state
from lib.ui.story_builder import builder
from lib.ui.story_faults import story_faults
from lib.ui.story_list import story_list
from lib.ui.story_view import show_story

store = shell.open_store()
asked = story_state.asked(store)
if asked.story and story_state.is_presenting():
    presenting.cover()
if asked.story:
    show_story(store, asked, asked.story)
else:
    shell.page_head(store, "stories.title", "stories.lead")
    story_faults(asked.faults, "story_faults")
    story_list(store, asked.unknown)
    builder(store)
