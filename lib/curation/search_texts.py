"""What a search looks in: for each row its words folded once, with synonyms and pinyin, so that every engine only has to look."""

from collections.abc import Iterable, Mapping, Sequence

from lib.curation.pinyin import joined, syllables
from lib.curation.synonyms import Synonyms
from lib.domain.folding import fold

Row = dict[str, object]
Rows = Mapping[str, Sequence[Row]]

_NAMED = ("label_en", "label_zh", "aliases")
_WORDS: Mapping[str, tuple[str, ...]] = {
    "observations": ("printed",),
    "indicators": ("indicator_id", "label_en", "label_zh", "definition_en", "definition_zh"),
    "regions": ("name_en", "name_zh", "aliases"),
    "quotes": ("text", "speaker", "speaker_zh"),
    "events": ("label_en", "label_zh"),
}
_SPELLED: Mapping[str, tuple[str, ...]] = {"indicators": ("label_zh",), "regions": ("name_zh",), "events": ("label_zh",)}


def with_search_texts(rows: Rows, synonyms: Sequence[Synonyms]) -> dict[str, list[Row]]:
    """Return the rows of every table with `search_text` filled in, and `pinyin` for regions."""
    programmes = {str(row["programme_id"]): _programme(row) for row in rows["programmes"]}
    filled = {name: list(table) for name, table in rows.items()}
    for name in _WORDS:
        filled[name] = [row | {"search_text": _search_text(name, row, synonyms, programmes)} for row in rows[name]]
    filled["regions"] = [row | {"pinyin": syllables(_said(row, ("name_zh",))) or None} for row in filled["regions"]]
    return filled


def _search_text(table: str, row: Row, synonyms: Iterable[Synonyms], programmes: Mapping[str, str]) -> str:
    said = _said(row, _WORDS[table])
    tags = [programmes[code] for code in str(row.get("programmes") or "").split(";") if code]
    own = fold(" ".join((said, *joined(_said(row, _SPELLED.get(table, ()))), *tags)))
    others = [group.words for group in synonyms if group.stand_in(fold(said))]
    return " ".join((own, *(fold(words) for words in others)))


def _programme(row: Row) -> str:
    return " ".join((_said(row, _NAMED), *joined(_said(row, ("label_zh",)))))


def _said(row: Row, columns: Iterable[str]) -> str:
    return " ".join(str(row[column]) for column in columns if row.get(column))
