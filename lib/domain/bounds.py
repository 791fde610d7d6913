"""Words that make a figure a bound or an approximation, in English and Chinese."""

import re

from lib.domain.figures import is_ceiling, is_floor
from lib.domain.vocabulary import Qualifier

_WORDS: dict[tuple[Qualifier, ...], tuple[str, ...]] = {
    (Qualifier.OVER,): (
        *("more than", "over", "exceed", "exceeds", "exceeded", "exceeding", "surpass", "surpasses", "surpassed", "surpassing"),
        *("break", "breaks", "breaking", "broke", "above", "upwards of", "or more", "topping", "topped"),
        *("超过", "超", "突破", "逾", "余", "多"),
    ),
    (Qualifier.UNDER,): ("less than", "below", "under", "fewer than", "不足", "低于", "少于", "不到", "以下"),
    (Qualifier.ABOUT,): (
        *("about", "around", "nearly", "almost", "roughly", "approximately", "some", "close to"),
        *("约", "近", "大约", "将近", "左右", "上下", "接近"),
    ),
    (Qualifier.AT_LEAST,): ("at least", "no less than", "no fewer than", "not less than", "至少", "不少于", "不低于", "以上"),
    (Qualifier.AT_MOST,): ("within", "at most", "up to", "no more than", "not more than", "不超过", "至多", "不高于", "以内"),
    (Qualifier.AT_LEAST, Qualifier.AT_MOST): ("between", "介于"),
}
BOUND_WORDS: dict[str, tuple[Qualifier, ...]] = {word: meanings for meanings, words in _WORDS.items() for word in words}

# These also mean other things right before a number (`bring the total up to 14`, `some`), so they bind only where they are declared.
_NEVER_DEMANDED = frozenset({"up to", "some", "under", "above", "break", "breaks", "broke", "topped", "超", "近", "余", "多", "between"})
_AFTER = frozenset({"or more", "以上", "以下", "左右", "上下", "以内", "余", "多"})
_GAP = r"[\s\"'“”‘’$¥]*(?:the |a |an )?[\s\"'“”‘’$¥]*"


def meanings(bound_printed: str) -> tuple[Qualifier, ...]:
    """Return the qualifiers that the printed words can stand for; empty when they are no bound words."""
    return BOUND_WORDS.get(" ".join(bound_printed.lower().split()), ())


def own_bound(printed: str) -> Qualifier:
    """Return what the figure says without any bound words: `millions` is a floor, `top ten` a ceiling, others are exact."""
    if is_floor(printed):
        return Qualifier.AT_LEAST
    return Qualifier.AT_MOST if is_ceiling(printed) else Qualifier.EXACT


def undeclared_bound(sentence: str, start: int, end: int) -> str:
    """Return the bound words that touch the figure in its sentence; empty when there are none."""
    before, after = sentence[:start].lower(), sentence[end:].lower()
    for word in sorted(set(BOUND_WORDS) - _NEVER_DEMANDED - _AFTER, key=lambda word: (-len(word), word)):
        edge = r"\b" if word.isascii() else ""
        if re.search(rf"{edge}{re.escape(word)}{_GAP}$", before):
            return word
    return next((word for word in sorted(_AFTER - _NEVER_DEMANDED) if after.lstrip().startswith(word)), "")
