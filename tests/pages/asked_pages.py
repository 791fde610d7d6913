"""What the pages that answer questions have in common, read from their blocks."""

from types import ModuleType

from streamlit.testing.v1 import AppTest

from lib.domain.vocabulary import Layer
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import Language, say
from lib.text.findings import finding
from lib.ui.question_block import Asked
from tests.pages.visits import component_data, elements


def asked_on(page: ModuleType, store: Store) -> list[Asked]:
    """List the questions of a page."""
    asked: list[Asked] = page.asked(store)
    return asked


def shows_its_figures(reader: AppTest, one: Asked) -> None:
    """Table and drawing hold the rows of the question, and their sentences and pages stand beside them."""
    rows = list(one.rows.observation_id)
    assert rows, one.name
    assert [row["id"] for row in component_data(reader, f"{one.name}_table")["rows"]] == rows
    quotes = component_data(reader, f"{one.name}_quotes")["cards"]
    is_told = one.rows.layer == Layer.ARTICLE
    pages = component_data(reader, f"{one.name}_pages")["cards"] if not is_told.all() else []
    assert {card["id"] for card in quotes} == set(one.rows[is_told].quote_id)
    assert {card["id"] for card in pages} == set(one.rows[~is_told].citation_id)
    assert set(rows) <= {figure["id"] for card in (*quotes, *pages) for figure in card["figures"]}


def leads_to_its_figures(one: Asked, store: Store) -> None:
    """What the link to Explore opens holds every figure that the articles give for the question."""
    told = one.rows[one.rows.layer == Layer.ARTICLE]
    assert len(told)
    assert set(told.observation_id) <= set(observations(store, one.view).observation_id), one.name


def headings(reader: AppTest) -> list[tuple[str, str]]:
    """List the questions as headings, each with its anchor."""
    return [(heading.proto.body.replace("\\", ""), heading.proto.anchor) for heading in elements(reader, "header")]


def findings(reader: AppTest) -> str:
    """Return every text of the page in which a finding could stand, as a reader sees it."""
    return "\n".join(text.value.replace("\\", "").replace(":primary[**", "").replace("**]", "") for text in reader.markdown)


def tells_its_finding(reader: AppTest, one: Asked, store: Store, language: Language) -> None:
    """The computed sentence of a numbered question stands on the page."""
    if one.is_numbered:
        assert finding(one.name, observations(store, Selection()), language).text in findings(reader)


def says_what_must_be_known(reader: AppTest, one: Asked, language: Language) -> None:
    """The notes of a question stand beside it."""
    if one.notes:
        told = component_data(reader, f"{one.name}_notes")["paragraphs"]
        paragraphs = ["".join(words[0] for words in paragraph) for paragraph in told]
        notes = [say(language, note) for note in one.notes]
        assert [paragraph for paragraph in paragraphs if paragraph in notes] == notes
