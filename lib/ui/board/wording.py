"""The patterns of words that the browser fills in: sentence, alt texts and source lines."""

from lib.domain.vocabulary import Layer, Status, Theme, Voice
from lib.text.catalogue import Language, entries, inline_label, subject_of

_SUBJECTS = ("selection", "drawing", "drawing_alt", "list", "period", "panel")
_KEYS = (
    *("chart.source", "official.source", "official.pages", "coverage.caption", "coverage.not_reported"),
    *("column.region", "table.caption", "detail.not_recorded"),
)


def words(language: Language) -> dict[str, str]:
    """Return the patterns by key; the singular of a key stands under the key with `.one`."""
    found: dict[str, str] = {}
    for key, entry in entries().items():
        if key in _KEYS or key.split(".")[0] in _SUBJECTS:
            found[key] = entry.forms[language]
            if language == "en" and "en_one" in entry.forms:
                found[f"{key}.one"] = entry.forms["en_one"]
    return found | _inline(language)


def _inline(language: Language) -> dict[str, str]:
    """Word the codes for use inside a sentence."""
    codes = [code for vocabulary in (Theme, Status, Layer, Voice) for code in vocabulary]
    return {f"inline.{subject_of(type(code))}.{code.value}": inline_label(language, code) for code in codes}
