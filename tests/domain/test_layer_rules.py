"""What a figure of each layer is proven by: each rule with what it accepts and what it rejects."""

import pytest

from lib.domain.layer_rules import LAYER_RULES, ArticleHasNoCitation, LayerRule, OfficialHasCitation, OfficialHasNoQuote, breaks_its_layer

ARTICLE = {"layer": "article", "quote_id": "tt22-01", "source_id": "tea-times", "citation_id": None, "vintage": None}
OFFICIAL = {"layer": "official", "quote_id": None, "source_id": None, "citation_id": "of001", "vintage": "final"}


@pytest.mark.parametrize("row", [ARTICLE, OFFICIAL])
def test_what_keeps_its_layer_is_accepted(row: dict[str, object]):
    assert [message for rule in LAYER_RULES for message in rule.complaints(row)] == []
    assert not breaks_its_layer(row)


@pytest.mark.parametrize(
    ("rule", "row", "message"),
    [
        (OfficialHasNoQuote(), OFFICIAL | {"quote_id": "q"}, "it is of the official layer, which is not proven, but it has the quote `q`."),
        (
            OfficialHasNoQuote(),
            OFFICIAL | {"source_id": "s"},
            "it is of the official layer, which is not proven, but it has the document `s`.",
        ),
        (OfficialHasCitation(), OFFICIAL | {"citation_id": ""}, "it is of the official layer, but it has no citation."),
        (OfficialHasCitation(), OFFICIAL | {"vintage": None}, "it is of the official layer, but it has no vintage."),
        (ArticleHasNoCitation(), ARTICLE | {"citation_id": "of001"}, "it is of the articles, but it has the citation `of001`."),
        (ArticleHasNoCitation(), ARTICLE | {"source_id": ""}, "it is of the articles, but it has no document."),
    ],
)
def test_what_breaks_its_layer_is_rejected(rule: LayerRule, row: dict[str, object], message: str):
    assert list(rule.complaints(row)) == [message]
    assert breaks_its_layer(row)
