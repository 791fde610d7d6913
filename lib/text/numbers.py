"""Numbers as a reader meets them: scaled, signed, with their unit, and without losing a digit."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lib.domain.doubts import is_doubtful
from lib.domain.vocabulary import Kind, Qualifier
from lib.text.catalogue import Language, say

_SIGNS = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "≈",
    Qualifier.OVER: ">",
    Qualifier.UNDER: "<",
    Qualifier.AT_LEAST: "≥",
    Qualifier.AT_MOST: "≤",
}
_SCALES: dict[Language, tuple[tuple[str, int], ...]] = {
    "en": (("trillion", 12), ("billion", 9), ("million", 6)),
    "zh": (("trillion", 12), ("billion", 8), ("million", 4)),
}
_MOST_DECIMALS: dict[Language, int] = {"en": 3, "zh": 4}
_PRINTED_DECIMALS = re.compile(r"\d\.(\d+)(?!.*(?:illion|[万亿]))")
_SIGNED_KINDS = {Kind.GROWTH, Kind.CHANGE}
DOUBT = "†"


@dataclass(frozen=True)
class UnitWords:
    """What follows a number, as the table of units has it, how many decimals its print shows, and the scale it is written in, if set."""

    unit: str
    label_en: str
    label_zh: str
    singular_en: str
    decimals: int = 0
    scale: str = ""

    @classmethod
    def of(cls, row: Mapping[str, object]) -> "UnitWords":
        """Take the words from a row of observations."""
        unit, label_en, label_zh, singular_en = (str(row[name] or "") for name in ("unit", "unit_en", "unit_zh", "unit_singular_en"))
        printed = _PRINTED_DECIMALS.search(str(row.get("printed") or ""))
        return cls(unit, label_en, label_zh, singular_en, len(printed[1]) if printed else 0)

    def after(self, value: float, language: Language) -> str:
        """Choose the word that follows this number."""
        if language == "zh":
            return self.label_zh
        return self.singular_en if value == 1 and self.singular_en else self.label_en


def sign(qualifier: str) -> str:
    """Give the sign that stands before a bound: ">" for more than, "≈" for about, nothing for a plain figure."""
    return _SIGNS[Qualifier(qualifier)]


def number(value: float, language: Language, decimals: int = 0, scale: str = "") -> str:
    """Write a bare number, scaled to trillion, billion, million or 万亿, 亿, 万 when that needs few decimals, or to the scale named.

    An unscaled number keeps the decimals of its print: 1.90 stays 1.90.
    """
    exact = Decimal(repr(float(value))).normalize()
    if exact and (name := scale or _scale(exact, language)):
        return say(language, f"number.{name}", number=_grouped(exact.scaleb(-dict(_SCALES[language])[name]).normalize()))
    return _grouped(exact, decimals)


def common_scale(values: Iterable[float], language: Language) -> str:
    """Name the scale in which all of these numbers stand side by side, none below one; nothing where one is written without."""
    exact = [Decimal(repr(float(value))).normalize() for value in values]
    is_scaled = all(_scale(one, language) for one in exact)
    return next((name for name, power in _SCALES[language] if is_scaled and all(abs(one.scaleb(-power)) >= 1 for one in exact)), "")


def _scale(exact: Decimal, language: Language) -> str:
    for name, power in _SCALES[language]:
        scaled = exact.scaleb(-power).normalize()
        if abs(scaled) >= 1 and _decimals(scaled) <= _MOST_DECIMALS[language]:
            return name
    return ""


def _decimals(exact: Decimal) -> int:
    exponent = exact.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _grouped(exact: Decimal, decimals: int = 0) -> str:
    return f"{exact:,.{max(decimals, _decimals(exact))}f}".replace("-", "−")


def unbounded_figure(value: float, unit: UnitWords, kind: str, language: Language) -> str:
    """Write the figure without its bound: "1.36 trillion yuan", "+7.4%", "1st", "8.5万元"."""
    if kind == Kind.RANK:
        return say(language, "number.rank", number=_ordinal(int(value)) if language == "en" else int(value))
    digits = ("+" if kind in _SIGNED_KINDS and value > 0 else "") + number(value, language, unit.decimals, unit.scale)
    if unit.unit == "percent":
        return say(language, "number.percent", number=digits)
    following = unit.after(value, language)
    return say(language, "number.with_unit", number=digits, unit=following) if following else digits


def _ordinal(place: int) -> str:
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place:,}{ending}"


def figure(value: float, qualifier: str, unit: UnitWords, kind: str, language: Language) -> str:
    """Write the figure with the sign of its bound: "> 1.36 trillion yuan", "≈ 50", "top 10", ">5万元"."""
    if kind == Kind.RANK and qualifier == Qualifier.AT_MOST:
        return say(language, "number.top", number=f"{int(value):,}")
    plain = unbounded_figure(value, unit, kind, language)
    return plain if qualifier == Qualifier.EXACT else say(language, "number.signed", sign=sign(qualifier), figure=plain)


def with_doubt(words: str, caveats: str) -> str:
    """Put the sign of doubt behind a figure that is doubtful."""
    return f"{words} {DOUBT}" if is_doubtful(caveats) else words


def spoken_figure(value: float, qualifier: str, unit: UnitWords, kind: str, language: Language) -> str:
    """Write the figure with its bound in words: "more than 1.36 trillion yuan", "超过5万元"."""
    if kind == Kind.RANK and qualifier == Qualifier.AT_MOST:
        return figure(value, qualifier, unit, kind, language)
    return say(language, f"qualifier.{qualifier}.phrase", figure=unbounded_figure(value, unit, kind, language))


def count(n: int, language: Language) -> str:
    """Write a whole number for reading, with separators and without scaling."""
    return f"{n:,}"
