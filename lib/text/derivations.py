"""Derived numbers as a reader meets them: the formula, and the number that came of it."""

from decimal import Decimal

from lib.domain.derived import Bounded, Derived, Operation
from lib.domain.vocabulary import Qualifier
from lib.text.catalogue import Language, say
from lib.text.numbers import number, sign

_RELATIONS = {Qualifier.EXACT: "=", Qualifier.ABOUT: "≈", Qualifier.AT_LEAST: "≥", Qualifier.AT_MOST: "≤"}
_TURNED = {Qualifier.AT_LEAST: Qualifier.AT_MOST, Qualifier.AT_MOST: Qualifier.AT_LEAST}
_PERCENTAGES = {Operation.SHARE, Operation.GROWTH}
_MOST_DECIMALS = 3


def formula(derived: Derived, language: Language, decimals: tuple[int, int] = (0, 0)) -> str:
    """Write how the number was made: "1.90 − 1.599 = 0.301", "> 700,000 ÷ 316,000 ≥ 2.215".

    Needs: how many decimals the prints of the two figures show.
    """
    shown = derived.rounded(min(_MOST_DECIMALS, _decimals(derived.value)))
    is_cut = shown.value != derived.value and derived.qualifier == Qualifier.EXACT
    return say(
        language,
        f"derived.{derived.operation}",
        first=_operand(derived.first, language, decimals[0]),
        second=_enclosed(_operand(derived.second, language, decimals[1])),
        relation="≈" if is_cut else _RELATIONS[derived.qualifier],
        result=number(float(shown.value), language),
    )


def spoken(derived: Derived, language: Language, decimals: int) -> str:
    """Write the size of the number with its bound in words: "at least 2.2", "0.30", "at least 70%"."""
    shown = derived.rounded(decimals)
    # At most −5 is at least 5 below zero.
    qualifier = _TURNED.get(shown.qualifier, shown.qualifier) if shown.value < 0 else shown.qualifier
    size = number(abs(float(shown.value)), language, decimals)
    figure = say(language, "number.percent", number=size) if derived.operation in _PERCENTAGES else size
    return say(language, f"qualifier.{qualifier}.phrase", figure=figure)


def _operand(figure: Bounded, language: Language, decimals: int) -> str:
    return f"{sign(figure.qualifier)} {number(float(figure.value), language, decimals)}".strip()


def _enclosed(operand: str) -> str:
    # After an operator the sign of a bound would read as a second operator.
    return operand if operand[0].isdigit() else f"({operand})"


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
