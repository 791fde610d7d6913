"""All that the board carries to the browser: every row of the dataset once, in the reader's language and colours."""

from typing import Any

from lib.charts.colours import AREAS, Mode
from lib.queries.store import Store
from lib.text.catalogue import Language
from lib.ui.board.code_rows import code_lists
from lib.ui.board.compiling import compiled
from lib.ui.board.packing import Texts, packed
from lib.ui.board.tables import Board, tables
from lib.ui.board.wording import words
from lib.ui.challenge import challenge_words
from lib.ui.cite import figure_words
from lib.ui.figure_table import FIGURE_COLUMNS, heads_of


def payload(store: Store, language: Language, mode: Mode) -> dict[str, Any]:
    """Return what the board needs of the dataset, ready for JSON; `engine.js` says what becomes of it."""
    board = Board.of(store, language, mode)
    texts = Texts()
    rows = {name: packed(table, texts) for name, table in tables(board).items()}
    return {
        "identity": store.identity,
        "version": store.version,
        "language": language,
        "mode": mode,
        "years": [int(board.figures["year_start"].min()), int(board.figures["year_end"].max())],
        "codes": code_lists(store, language),
        "areas": list(AREAS),
        "columns": heads_of(FIGURE_COLUMNS, language),
        "tables": rows,
        "texts": texts.listed,
        "specs": {name: compiled(drawing.spec) for name, drawing in board.drawings.items()},
        "captions": {name: drawing.captions for name, drawing in board.drawings.items()},
        "challenge": challenge_words(language, store.version),
        "cite": figure_words(language, store),
        "words": words(language),
    }
