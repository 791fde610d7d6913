"""The questions a reader may start with, each with the view that answers it."""

from collections.abc import Mapping

from lib.domain.vocabulary import Status, Theme
from lib.queries.selection import Selection

_ZHENGZHOU, _HANGZHOU, _KEQIAO, _ZHEJIANG, _SANMEN, _GONGYI = "410100", "330100", "330603", "330000", "331022", "410181"

STARTING_POINTS: Mapping[str, Selection] = {
    "q01": Selection(regions=(_ZHEJIANG, _KEQIAO), inside=False, themes=(Theme.INCOME_GAP,), years=(2022, 2022), search="urban ratio"),
    "q02": Selection(
        regions=(_ZHEJIANG, _KEQIAO), inside=False, themes=(Theme.INCOME_GAP,), years=(2022, 2022), search="rural disposable income"
    ),
    "q03": Selection(regions=(_ZHEJIANG,), programmes=("workshops",)),
    "q04": Selection(regions=(_ZHEJIANG,), themes=(Theme.INCOME_GAP,), search="village collective"),
    "q05": Selection(regions=(_HANGZHOU,), themes=(Theme.INCOME_GAP,), statuses=(Status.TARGET,)),
    "q06": Selection(regions=(_ZHEJIANG,), inside=False, search="private economy"),
    "q07": Selection(regions=(_ZHENGZHOU,), search="new energy vehicles"),
    "q08": Selection(regions=(_ZHENGZHOU,), themes=(Theme.INDUSTRY,), years=(2023, 2023), statuses=(Status.ACTUAL,)),
    "q09": Selection(regions=(_ZHENGZHOU, _HANGZHOU), themes=(Theme.PUBLIC_SERVICES,), statuses=(Status.ONGOING, Status.PLAN)),
    "q10": Selection(regions=(_SANMEN,)),
    "q11": Selection(regions=(_ZHEJIANG,), inside=False, themes=(Theme.PUBLIC_SERVICES,)),
    "q12": Selection(regions=(_GONGYI,)),
}
