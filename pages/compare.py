"""Compare: two to four places side by side, any two figures before the guard, and what only looks alike."""

from lib.ui import compare_blocks, shell

store = shell.open_store()
shell.page_head(store, "compare.title", "compare.lead")
compare_blocks.compare(store)
