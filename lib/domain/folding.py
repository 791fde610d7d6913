"""Text as a search sees it: one form for every way of writing the same words, in any script."""

import unicodedata

_QUOTE_MARKS = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"'}
_DASHES = dict.fromkeys("‐‒–—−", "-")
# A comma says nothing to a search: 37,600 and 37600 are one number.
_COMMAS = dict.fromkeys(",、", "")
_FOLDS = str.maketrans({**_QUOTE_MARKS, **_DASHES, **_COMMAS})


def fold(text: str) -> str:
    """Return text in small letters without accents, curly marks, long dashes and commas, single-spaced.

    It works letter by letter: what is copied from a text folds to a part of the folded text, and so is found in it.
    """
    letters = unicodedata.normalize("NFKD", text).lower().translate(_FOLDS)
    return " ".join("".join(letter for letter in letters if not unicodedata.category(letter).startswith("M")).split())
