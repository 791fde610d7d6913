"""From a figure as printed to its value in base units: 1.36 trillion yuan is 1.36e12, 7.4 percent is 7.4."""

import re
import unicodedata
from decimal import Decimal
from math import isfinite

from lib.domain.chinese_numerals import NUMERAL_CHARACTERS, chinese_number
from lib.domain.number_words import CARDINALS, FLOORS, FRACTIONS, MAGNITUDES, MULTIPLES, ORDINALS, SUPERLATIVES, cardinal
from lib.domain.unit_words import CHINESE_UNIT_WORDS, ENGLISH_UNIT_WORDS

_NUMBER = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?")
_CURRENCY = re.compile(r"^(us\s?\$|\$|usd\s|rmb\s?|cny\s|¥|€)\s*")
_QUOTE_MARKS = "\"'“”‘’«»「」『』"
_BARE_FRACTIONS = frozenset({*FRACTIONS, *(f"a {word}" for word in FRACTIONS), "一半", "半"})
_CHINESE_FLOORS = {"数十": 10, "数百": 100, "数千": 1000, "数万": 10**4, "数十万": 10**5, "数百万": 10**6, "数千万": 10**7, "数亿": 10**8}


class FigureError(ValueError):
    """A printed figure that cannot be read as one number."""


def parse_figure(printed: str, unit: str = "") -> float:
    """Return the value of a figure as printed, magnitudes resolved, units left as they are.

    Needs: the unit only where words alone leave it open: a bare `half` is 0.5, but 50 in percent.
    Raises: FigureError, saying which part could not be read.
    """
    text = _normalised(printed)
    if not text:
        raise FigureError("the figure is empty")
    value = _chinese(text) if re.search(r"[\u3400-\u9fff]", text) else _english(text)
    number = float(value * 100 if unit == "percent" and text in _BARE_FRACTIONS else value)
    if not isfinite(number):
        raise FigureError("the number is too large")
    return number


def is_floor(printed: str) -> bool:
    """Tell whether the printed words are a floor by themselves, such as `millions` or `tens of thousands`."""
    text = _normalised(printed)
    return text.split(" ")[0] in FLOORS or text.startswith("数")


def is_ceiling(printed: str) -> bool:
    """Tell whether the printed words are a ceiling on a rank by themselves, such as `top ten`."""
    text = _normalised(printed)
    return text.startswith(("top ", "前"))


def _normalised(printed: str) -> str:
    text = unicodedata.normalize("NFKC", printed).lower()
    text = "".join(" " if char in _QUOTE_MARKS else char for char in text)
    return " ".join(text.split())


def _english(text: str) -> Decimal:
    for reader in (_share_of_persons, _rank, _fraction, _floor):
        value = reader(text)
        if value is not None:
            return value
    return _plain(text)


def _share_of_persons(text: str) -> Decimal | None:
    found = re.fullmatch(r"([a-z\d,.-]+)(?: [a-z]+)? (?:in|out of|of every|in every) ([a-z\d,.-]+)", text)
    if found is None:
        return None
    part, whole = _bare(found[1]), _bare(found[2])
    if not 0 < part <= whole:
        raise FigureError(f"`{text}` is not a part of a whole")
    return part * 100 / whole


def _rank(text: str) -> Decimal | None:
    if text in SUPERLATIVES:
        return Decimal(1)
    if text in ORDINALS:
        return Decimal(ORDINALS[text])
    numbered = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", text)
    if numbered:
        return Decimal(numbered[1])
    return _bare(text[4:]) if text.startswith("top ") else None


def _fraction(text: str) -> Decimal | None:
    words = text.removeprefix("a ").split(" ")
    if words[0] not in FRACTIONS:
        return None
    _reject_unknown(words[1:])
    return FRACTIONS[words[0]]


def _floor(text: str) -> Decimal | None:
    words = text.split(" ")
    if words[0] not in FLOORS:
        return None
    value = Decimal(FLOORS[words.pop(0)])
    while len(words) > 1 and words[0] == "of" and words[1] in FLOORS:
        value *= FLOORS[words[1]]
        words = words[2:]
    _reject_unknown(words)
    return value


def _plain(text: str) -> Decimal:
    amount = _CURRENCY.sub("", text)
    sign = -1 if amount[:1] in ("-", "−") else 1
    words = amount.lstrip("-−").replace("%", " % ").replace("-", " ").split()
    if not words:
        raise FigureError(f"`{text}` holds no number")
    if words[0] in MULTIPLES and not words[1:]:
        return Decimal(MULTIPLES[words[0]])
    value, rest = _leading_number(words)
    _reject_unknown(rest)
    return sign * value


def _bare(text: str) -> Decimal:
    value, rest = _leading_number(text.replace("-", " ").split())
    if rest:
        raise FigureError(f"`{' '.join(rest)}` is not part of a number")
    return value


def _leading_number(words: list[str]) -> tuple[Decimal, list[str]]:
    if not words:
        raise FigureError("a number is missing")
    if words[0] in ("a", "an") and len(words) > 1 and words[1] in MAGNITUDES:
        words = ["one", *words[1:]]
    if words[0][0].isdigit():
        return _with_magnitudes(_digits(words[0]), words[1:])
    for length in range(len(words), 0, -1):
        value = cardinal(words[:length])
        if value is not None:
            return value, words[length:]
    raise FigureError(f"`{words[0]}` is not a number")


def _digits(word: str) -> Decimal:
    if _NUMBER.fullmatch(word) is None:
        raise FigureError(f"`{word}` can be read in more than one way")
    return Decimal(word.replace(",", ""))


def _with_magnitudes(value: Decimal, words: list[str]) -> tuple[Decimal, list[str]]:
    while words and words[0] in MAGNITUDES:
        value *= MAGNITUDES[words[0]]
        words = words[1:]
    return value, words


def _reject_unknown(words: list[str]) -> None:
    for word in words:
        if word[0].isdigit() or word in CARDINALS or word in MAGNITUDES or word in FLOORS:
            raise FigureError(f"`{word}` is a second number")
        if word not in ENGLISH_UNIT_WORDS:
            raise FigureError(f"`{word}` is not a number, a magnitude or a unit")


def _chinese(text: str) -> Decimal:
    text = _CURRENCY.sub("", text).replace(" ", "")
    if text in ("一半", "半"):
        return Decimal("0.5")
    for pattern, factor in ((r"百分之(.+)", 1), (r"第(.+)", 1), (r"前(.+)", 1), (r"(.+)成", 10)):
        found = re.fullmatch(pattern, text)
        if found:
            return _chinese_bare(_without_unit(found[1])) * factor
    bare = _without_unit(text)
    return Decimal(_CHINESE_FLOORS[bare]) if bare in _CHINESE_FLOORS else _chinese_bare(bare)


def _without_unit(text: str) -> str:
    return next((text.removesuffix(unit) for unit in CHINESE_UNIT_WORDS if text.endswith(unit) and text != unit), text)


def _chinese_bare(text: str) -> Decimal:
    value = chinese_number(text)
    if value is None:
        unread = "".join(char for char in text if not char.isdigit() and char not in NUMERAL_CHARACTERS) or text
        raise FigureError(f"`{unread}` is not a number, a magnitude or a unit")
    return value
