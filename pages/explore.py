"""Explore: filter the figures, see them in linked charts, read the sentence behind each."""

from lib.queries.observations import observations
from lib.ui import shell, state
from lib.ui.cache import answer
from lib.ui.controls import filters
from lib.ui.explore_board import board
from lib.ui.view_line import nothing_found, view_line

store = shell.open_store()
filters(store)
shell.page_head(store, "explore.title", "explore.lead")
rows = answer(store, observations, state.view())
view_line(store, len(rows))
if rows.empty:
    nothing_found(store)
else:
    board(store, rows)
