"""What a reader needs to challenge a figure: the words of the report, which the browser fills in for the figure that is chosen."""

import os
import re

from lib.text.catalogue import Language, say

_WORDS = ("title", "note", "subject", "body", "copy", "copied", "mail")
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")


def challenge_words(language: Language, version: str) -> dict[str, str]:
    """Return the words of the report; it is addressed to `CHALLENGE_ADDRESS` of the environment, or to nobody.

    Braces in subject and body stand for: claim, what, place, shown, quote, source, version, link.
    """
    words = {name: say(language, f"challenge.{name}") for name in _WORDS}
    return words | {"address": _address(), "version": version}


def _address() -> str:
    given = os.environ.get("CHALLENGE_ADDRESS", "").strip()
    return given if _ADDRESS.fullmatch(given) else ""
