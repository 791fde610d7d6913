"""The questions a reader may start with, each with the view that holds every figure of its answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from lib.domain.case_areas import HANGZHOU, KEQIAO, ZHEJIANG, ZHENGZHOU
from lib.domain.vocabulary import Status, Theme
from lib.queries.selection import Selection

_SANMEN, _GONGYI = "331022", "410181"


@dataclass(frozen=True)
class Question:
    """One question: the theme whose page answers it, and the view of the evidence."""

    theme: Theme
    selection: Selection


def _asked(theme: Theme, **view: object) -> Question:
    return Question(theme, Selection().replace(**view))


QUESTIONS: Mapping[str, Question] = {
    "q01": _asked(
        Theme.INCOME_GAP,
        regions=(ZHEJIANG, KEQIAO), inside=False, themes=(Theme.INCOME_GAP,), years=(2022, 2022), search="urban ratio",
    ),
    "q02": _asked(
        Theme.INCOME_GAP,
        regions=(ZHEJIANG, KEQIAO), inside=False, themes=(Theme.INCOME_GAP,), years=(2022, 2022), search="rural disposable income",
    ),
    "q03": _asked(Theme.INCOME_GAP, regions=(ZHEJIANG,), programmes=("workshops",)),
    "q04": _asked(Theme.INCOME_GAP, regions=(ZHEJIANG,), themes=(Theme.INCOME_GAP,), search="village collective"),
    "q05": _asked(Theme.INCOME_GAP, regions=(HANGZHOU,), themes=(Theme.INCOME_GAP,), statuses=(Status.TARGET,)),
    "q06": _asked(Theme.INDUSTRY, regions=(ZHEJIANG,), inside=False, search="private economy"),
    "q07": _asked(Theme.INDUSTRY, regions=(ZHENGZHOU,), search="new energy vehicles"),
    "q08": _asked(Theme.INDUSTRY, regions=(ZHENGZHOU,), themes=(Theme.INDUSTRY,), years=(2023, 2023), statuses=(Status.ACTUAL,)),
    "q09": _asked(
        Theme.PUBLIC_SERVICES,
        regions=(ZHENGZHOU, HANGZHOU), themes=(Theme.PUBLIC_SERVICES,), statuses=(Status.ONGOING, Status.PLAN),
    ),
    "q10": _asked(Theme.INDUSTRY, regions=(_SANMEN,)),
    "q11": _asked(Theme.PUBLIC_SERVICES, regions=(ZHEJIANG,), inside=False, themes=(Theme.PUBLIC_SERVICES,)),
    "q12": _asked(Theme.INDUSTRY, regions=(_GONGYI,)),
}  # fmt: skip


def question_of(selection: Selection) -> str:
    """Name the question whose view this is; empty when it is none's."""
    asked = selection.filters()
    return next((name for name, question in QUESTIONS.items() if question.selection == asked), "")
