"""What holds for every page of questions: each shows its figures, its finding and its notes, and leads to its view."""

from types import ModuleType

import pytest

from lib.queries.store import Store
from lib.text.catalogue import Language, say
from lib.ui import income_blocks, industry_blocks, public_service_blocks
from tests.pages.asked_pages import (
    asked_on,
    headings,
    leads_to_its_figures,
    says_what_must_be_known,
    shows_its_figures,
    tells_its_finding,
)
from tests.pages.visits import visit

PAGES = {"income_gap": income_blocks, "industry": industry_blocks, "public_services": public_service_blocks}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("page", PAGES)
def test_every_question_shows_its_figures_its_finding_and_its_notes(page: str, language: Language, real_store: Store):
    reader = visit(page, {"lang": language})
    assert not reader.exception
    asked = asked_on(PAGES[page], real_store)
    assert headings(reader) == [(say(language, one.words), one.name) for one in asked]
    for one in asked:
        shows_its_figures(reader, one)
        tells_its_finding(reader, one, real_store, language)
        says_what_must_be_known(reader, one, language)


@pytest.mark.parametrize("blocks", PAGES.values())
def test_every_link_to_explore_holds_the_figures_of_its_question(blocks: ModuleType, real_store: Store):
    for one in asked_on(blocks, real_store):
        leads_to_its_figures(one, real_store)
