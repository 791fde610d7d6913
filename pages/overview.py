"""Overview: the questions with what the articles say on each, what the articles are, and where they are silent."""

from lib.ui import overview_blocks, region_map, shell
from lib.ui.reading_guide import reading_guide

store = shell.open_store()
shell.page_head(store, "overview.title", "overview.lead")
reading_guide()
overview_blocks.questions(store)
overview_blocks.limits()
region_map.block(store)
overview_blocks.covered(store)
overview_blocks.amounts(store)
