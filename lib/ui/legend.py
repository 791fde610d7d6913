"""The key to shapes, signs and colours, shown once above the charts of a page."""

from lib.charts.key import Group, whole_key
from lib.ui import state
from lib.ui.appearance import mode
from lib.ui.component import component

_COMPONENT = component("legend", '<div class="legend"></div>', "key")


def legend(*, context: bool = False) -> None:
    """Show what each shape, sign and colour means, the grey of official figures where there are some."""
    _COMPONENT(key="legend", data={"groups": groups(context=context)})


def groups(*, context: bool) -> list[Group]:
    """Return the key in its groups, in the reader's language and colours."""
    return whole_key(state.selection().language, mode(), context=context)
