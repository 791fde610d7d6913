"""The number format by which an office program prints a value as the articles do, also after somebody has edited it."""

import re

_NUMBER = re.compile(r"(?P<before>[^\d−]*)(?P<minus>−?)(?P<digits>[\d,]+(?:\.(?P<decimals>\d+))?)(?P<after>[^\d]*)")


def number_format(value: float, words: str) -> str:
    """Return a format that prints the value as these words; nothing where none can, as with scaled numbers.

    *Source*: ECMA-376 part 1, 18.8.31, number formats.
    """
    found = _NUMBER.fullmatch(words)
    if not found or '"' in words or "\\" in words:
        return ""
    decimals = len(found["decimals"] or "")
    if f"{abs(value):,.{decimals}f}" != found["digits"] or (value < 0) != bool(found["minus"]):
        return ""
    digits = "#,##0" + (f".{'0' * decimals}" if decimals else "")
    before, after = found["before"], _quoted(found["after"])
    below = before.replace("+", "")
    return f"{_quoted(before)}{digits}{after};{_quoted(f'{below}−')}{digits}{after}"


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""
