"""Conflicts: where two reports of one thing disagree, where they only round it differently, and where a series breaks."""

from lib.ui import conflict_blocks, shell
from lib.ui.legend import legend

store = shell.open_store()
shell.page_head(store, "conflicts.title", "conflicts.lead")
conflict_blocks.counted(store)
legend(context=True)
conflict_blocks.disagreements(store)
conflict_blocks.roundings(store)
conflict_blocks.agreements(store)
conflict_blocks.breaks(store)
