"""Income gap: town against country, a district beside its province, what workshops and villages gained, and which middle is aimed at."""

from lib.ui import context, income_blocks, shell
from lib.ui.legend import legend
from lib.ui.question_block import questions

store = shell.open_store()
shell.page_head(store, "income_gap.title", "income_gap.lead")
context.toggle()
legend(context=True)
questions(store, income_blocks.asked(store))
