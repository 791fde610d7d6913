"""Chinese numerals: digits with 万 and 亿, and numbers written in characters."""

import re
from decimal import Decimal

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
MAGNITUDES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
NUMERAL_CHARACTERS = frozenset({*DIGITS, *MAGNITUDES, "点", "半"})

_PLAIN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


def chinese_number(text: str) -> Decimal | None:
    """Read `3.56万`, `1.36万亿`, `三百二十一` or `七点四`; None where the text is no number."""
    mixed = re.fullmatch(rf"({_PLAIN})([十百千万亿]*)", text)
    if mixed:
        return Decimal(mixed[1].replace(",", "")) * _product(mixed[2])
    pieces = re.findall(rf"({_PLAIN})(亿|万)", text)
    if len(pieces) > 1 and [unit for _, unit in pieces] == ["亿", "万"] and "".join(a + b for a, b in pieces) == text:
        return sum((Decimal(number.replace(",", "")) * MAGNITUDES[unit] for number, unit in pieces), Decimal(0))
    return _written(text)


def _product(magnitudes: str) -> Decimal:
    product = Decimal(1)
    for magnitude in magnitudes:
        product *= MAGNITUDES[magnitude]
    return product


def _written(text: str) -> Decimal | None:
    pointed = re.fullmatch(r"([^点]+)点([零〇一二三四五六七八九]+)([十百千万亿]*)", text)
    if pointed:
        whole = _integer(pointed[1])
        decimals = "".join(str(DIGITS[char]) for char in pointed[2])
        return None if whole is None else Decimal(f"{whole}.{decimals}") * _product(pointed[3])
    value = _integer(text)
    return None if value is None else Decimal(value)


def _integer(text: str) -> int | None:
    for magnitude in "亿万":
        if magnitude in text:
            head, tail = text.rsplit(magnitude, 1)
            left, right = _integer(head), _integer(tail) if tail else 0
            return None if left is None or right is None else left * MAGNITUDES[magnitude] + right
    return _below_ten_thousand(text.removeprefix("零") or text)


def _below_ten_thousand(text: str) -> int | None:
    form = (
        r"(?:([一二两三四五六七八九])千)?零?(?:([一二两三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?零?([一二两三四五六七八九])?"
    )
    found = re.fullmatch(form, text)
    if text in ("零", "〇"):
        return 0
    if not text or found is None or text.endswith("零"):
        return None
    thousands, hundreds, tens, ten, ones = found.groups()
    sizes = ((thousands, 1000), (hundreds, 100), (tens or ("一" if ten else None), 10), (ones, 1))
    return sum(DIGITS[digit] * size for digit, size in sizes if digit)
