"""What the columns of the HTTP interface mean: the words of the contract, and those for what only a question adds."""

from lib.domain.tables import TABLES

# Where a download calls a column otherwise than the table it comes from.
_STORED_AS = {"quote": "text", "source_url": "url"}
_ADDED = {
    "indicator_en": "English label of the indicator.",
    "indicator_zh": "Chinese label of the indicator.",
    "region_en": "English name of the place.",
    "region_zh": "Chinese name of the place.",
    "source_title": "Title of the document, or of the page of an official figure, as printed.",
    "source_title_zh": "Title of the document in Chinese; a rendering unless the document prints one.",
    "source_language": "Language of the document.",
    "source_kind": "Who speaks in the document.",
    "source_warnings": "What to beware of in the document; codes joined by semicolons.",
    "figures": "How many figures there are: in the view, of a sentence; in the dataset, of a document.",
    "is_verified": "Whether the sentence is proved to stand in the document as it is quoted.",
    "quotes": "How many sentences are quoted from the document.",
    "key_sentences": "How many of them carry no figure.",
    "dismissed": "How many numbers of the document are no figures.",
    "dataset_version": "Version of the dataset that the row is from.",
    "contract_version": "Version of the contract that its tables keep.",
    "released": "Day of its release.",
}
_STORED = {field.name: field.description for table in reversed(TABLES) for field in table.fields}


def meaning(column: str) -> str:
    """Say what a column means; nothing when there are no words for it."""
    return _STORED.get(_STORED_AS.get(column, column)) or _ADDED.get(column, "")
