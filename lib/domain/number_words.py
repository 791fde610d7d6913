"""English number words: cardinals, magnitudes, ordinals and floors."""

from collections.abc import Sequence
from decimal import Decimal

_SMALL = "zero one two three four five six seven eight nine ten eleven twelve"
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"

CARDINALS = {word: value for value, word in enumerate(f"{_SMALL} {_TEENS}".split())} | {
    word: 10 * place for place, word in enumerate(_TENS.split(), 2)
}
MAGNITUDES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
FLOORS = {"tens": 10, "dozens": 12} | {f"{word}s": value for word, value in MAGNITUDES.items() if word != "dozen"}
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), 1)}
FRACTIONS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
MULTIPLES = {"twice": 2, "double": 2, "doubled": 2, "triple": 3, "tripled": 3}
SUPERLATIVES = frozenset({"largest", "lowest", "smallest", "highest", "leading"})
ALL_NUMBER_WORDS = frozenset({*CARDINALS, *MAGNITUDES, *FLOORS, *ORDINALS, *FRACTIONS, *MULTIPLES})


def cardinal(words: Sequence[str]) -> Decimal | None:
    """Read words such as `two hundred and five thousand`; None where they are no cardinal number."""
    if not words or words[0] == "and" or words[-1] == "and":
        return None
    total = group = Decimal(0)
    last: int | None = None
    for word in (word for word in words if word != "and"):
        if word in CARDINALS:
            if last is not None and not (last >= 20 and CARDINALS[word] < min(last, 10) and CARDINALS[word] > 0) and last < 100:
                return None
            group, last = group + CARDINALS[word], CARDINALS[word]
        elif word in MAGNITUDES and last is not None:
            total, group, last = _scaled(total, group, word)
        else:
            return None
    return total + group


def _scaled(total: Decimal, group: Decimal, word: str) -> tuple[Decimal, Decimal, int]:
    size = MAGNITUDES[word]
    if size < 1000:
        return total, group * size, size
    return total + group * size, Decimal(0), size
