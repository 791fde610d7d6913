"""Income gap: town against country, a district beside its province, what workshops and villages gained, and which middle is aimed at."""

from lib.ui import context, income_blocks, shell
from lib.ui.question_block import questions

store = shell.open_store()
shell.page_head(store, "income_gap.title", "income_gap.lead")
context.toggle()
questions(store, income_blocks.asked(store))
