"""Overview: how much the documents report, questions to start with, what is covered and what is silence."""

from lib.ui import overview_blocks, shell

store = shell.open_store()
shell.page_head(store, "overview.title", "overview.lead")
overview_blocks.amounts(store)
overview_blocks.questions(store)
overview_blocks.limits()
overview_blocks.covered(store)
