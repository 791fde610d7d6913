"""The cells of a coverage matrix: one for each row and theme, also where nothing is reported."""

import pandas as pd

from lib.charts.config import NARROWEST, SMALL_TEXT_SIZE
from lib.domain.vocabulary import Theme
from lib.text.catalogue import Language, label, say
from lib.text.measure import text_width, wrap

_NAME_ROOM = 0.36 * NARROWEST - 6
_THEME_ROOM = 0.64 * NARROWEST / len(Theme)


def lay_out(counts: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Fill the matrix: every row has a cell for every theme.

    Needs: row_id, row_name, theme, figures.
    Returns: row_id, theme, figures, slot, column, spoken, and on the first cell of each row and column its name and widths.
    """
    names = counts.drop_duplicates("row_id").set_index("row_id")["row_name"]
    figures = {(row, theme): int(n) for row, theme, n in zip(counts["row_id"], counts["theme"], counts["figures"], strict=True)}
    cells = [
        {"row_id": row, "theme": str(theme), "figures": figures.get((row, theme), 0), "slot": slot + 1, "column": column, "theme_slot": 0}
        | {"spoken": _spoken(names[row], theme, figures.get((row, theme), 0), language)}
        | _name(names[row] if column == 0 else "")
        | _theme_name(label(language, theme) if slot == 0 else "")
        for slot, row in enumerate(names.index)
        for column, theme in enumerate(Theme)
    ]
    return pd.DataFrame(cells, columns=list(_COLUMNS))


_COLUMNS = (
    *("row_id", "theme", "figures", "slot", "column", "theme_slot", "spoken"),
    *("name", "name_wrapped", "name_width", "theme_name", "theme_wrapped", "theme_width"),
)


def _spoken(row: str, theme: Theme, figures: int, language: Language) -> str:
    words = say(language, "drawing.figures", count=figures) if figures else say(language, "drawing.not_reported")
    return say(language, "drawing.coverage_cell", row=row, theme=label(language, theme), figures=words)


def _name(name: str) -> dict[str, object]:
    return {"name": name, "name_wrapped": wrap(name, _NAME_ROOM, SMALL_TEXT_SIZE), "name_width": text_width(name, SMALL_TEXT_SIZE)}


def _theme_name(name: str) -> dict[str, object]:
    return {
        "theme_name": name,
        "theme_wrapped": wrap(name, _THEME_ROOM, SMALL_TEXT_SIZE, bold=True),
        "theme_width": text_width(name, SMALL_TEXT_SIZE, bold=True),
    }
