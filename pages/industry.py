"""Industry: private business, growth, plans and their outcome, firms, and what one industry did for a county."""

from lib.ui import context, industry_blocks, shell
from lib.ui.legend import legend
from lib.ui.question_block import questions

store = shell.open_store()
shell.page_head(store, "industry.title", "industry.lead")
context.toggle()
legend(context=True)
questions(store, industry_blocks.asked(store))
