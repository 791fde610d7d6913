"""Chinese words in Latin letters, without tones, as a reader without a Chinese keyboard types them."""

import re

from pypinyin import lazy_pinyin

_CHINESE = re.compile(r"[\u3400-\u9fff]+")


def syllables(text: str) -> str:
    """Return the Chinese parts of a text as syllables with spaces between: 柯桥区 is `ke qiao qu`; ü is written v."""
    return " ".join(" ".join(lazy_pinyin(part)) for part in _CHINESE.findall(text))


def joined(text: str) -> tuple[str, ...]:
    """Return each Chinese part of a text as one word; one with ü in both of its usual spellings, v and u."""
    words = ["".join(lazy_pinyin(part)) for part in _CHINESE.findall(text)]
    # No syllable of pinyin has a v of its own.
    return tuple(dict.fromkeys(spelling for word in words for spelling in (word, word.replace("v", "u"))))
