"""Targets: every promise with what is reported of it before and since, and the rule that gives its state."""

from lib.ui import shell, targets_blocks
from lib.ui.legend import legend

store = shell.open_store()
shell.page_head(store, "targets.title", "targets.lead")
targets_blocks.filters(store)
legend(context=True)
targets_blocks.tracker_blocks(store)
