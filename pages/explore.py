"""Explore: filter the figures, see them in linked charts, read the sentence behind each."""

from lib.ui import question_banner, shell
from lib.ui.board.board import board
from lib.ui.explore_board import explore

store = shell.open_store()
shell.page_head(store, "explore.title", "explore.lead")
question_banner.banner(store)
if not board(store):
    explore(store)
