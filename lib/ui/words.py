"""Words on screen in the reader's language, and data made safe for Markdown labels."""

import re

from lib.text.catalogue import say
from lib.ui import state
from lib.ui.rows import label_in, text_in

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!$~|<>:&])")


def t(key: str, **values: object) -> str:
    """Say the words of that key in the reader's language."""
    return say(state.selection().language, key, **values)


def plain(text: str) -> str:
    """Escape text so that a Markdown label shows it exactly as printed."""
    return _MARKUP.sub(r"\\\1", text)


def in_language(row: object, name: str) -> str:
    """Return the column `name` of a row, or `name_zh` where the reader reads Chinese and there is one."""
    return text_in(state.selection().language, row, name)


def label_of(row: object, stem: str) -> str:
    """Return the column `stem_en` or `stem_zh` of a row, whichever the reader reads."""
    return label_in(state.selection().language, row, stem)
