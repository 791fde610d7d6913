"""Public services: what was promised and whether delivery was reported, how equal schools are, and single cases."""

from lib.ui import context, public_service_blocks, shell
from lib.ui.legend import legend
from lib.ui.question_block import questions

store = shell.open_store()
shell.page_head(store, "public_services.title", "public_services.lead")
context.toggle()
legend(context=True)
questions(store, public_service_blocks.asked(store))
