"""Why a quote is not verbatim: which character was changed, or where it leaves the nearest true sentence."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from lib.domain.fingerprints import Fingerprints

# What keyboards and editors turn typographic characters into.
_FLATTENED = {
    "'": "’‘",
    '"': "“”",
    " ": "\u00a0",
    "-": "—–",
    ".": "…",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "\u00a0": " ",
    "—": "-",
    "–": "-",
}
_CONTEXT = 12


def diagnose(quote: str, prints: Fingerprints, sentences: Sequence[str] = ()) -> str:
    """Say where a quote diverges; without the document's sentences, only a changed quote mark, dash or space can be told."""
    if sentences:
        return _against_nearest(quote, max(sentences, key=lambda sentence: SequenceMatcher(None, quote, sentence).ratio()))
    for repaired in _repairs(quote):
        if prints.ordinal_of(repaired) is not None:
            return f"it is not byte-exact: {divergence(quote, repaired)}."
    return "no sentence of this document has the fingerprint of this quote."


def divergence(quote: str, sentence: str) -> str:
    """Name the first character at which a quote leaves a sentence."""
    at = next((at for at, (ours, theirs) in enumerate(zip_longest(quote, sentence)) if ours != theirs), len(sentence))
    after = quote[max(at - _CONTEXT, 0) : at]
    return f"at character {at + 1}, after `{after}`, the document has {_name(sentence, at)} where the quote has {_name(quote, at)}"


def _against_nearest(quote: str, nearest: str) -> str:
    if quote in nearest:
        return f"it is only a part of its sentence. The whole sentence is: {nearest}"
    return f"it is not byte-exact: {divergence(quote, nearest)}. The nearest sentence is: {nearest}"


def _name(text: str, at: int) -> str:
    if at >= len(text):
        return "its end"
    char = text[at]
    if char.isascii() and char.isalnum():
        return f"`{text[at : at + _CONTEXT]}`"
    return f"{unicodedata.name(char, 'an unnamed character')} (U+{ord(char):04X})"


def _repairs(quote: str) -> Iterator[str]:
    for at, char in enumerate(quote):
        yield from (quote[:at] + other + quote[at + 1 :] for other in _FLATTENED.get(char, ""))
        yield from (quote[:at] + char + other + quote[at:].removeprefix(char) for other in " \u00a0" if char == " ")
    yield from _wholesale(quote)


def _wholesale(quote: str) -> Iterable[str]:
    paired = "".join(_opening_or_closing(quote, at) for at in range(len(quote)))
    return (
        paired,
        quote.replace("'", "’"),
        quote.replace("\u00a0", " "),
        quote.replace(" ", "\u00a0"),
        quote.strip(),
        " ".join(quote.split()),
    )


def _opening_or_closing(quote: str, at: int) -> str:
    opens = at == 0 or quote[at - 1].isspace()
    return {'"': "“" if opens else "”", "'": "‘" if opens else "’"}.get(quote[at], quote[at])
