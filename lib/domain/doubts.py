"""Which of the known caveats make a figure doubtful, and not only in need of an explanation."""

from lib.domain.vocabulary import Caveat

_DOUBTS = frozenset({Caveat.MISPRINT, Caveat.ATTRIBUTION_DOUBT, Caveat.UNRESOLVED, Caveat.GROSS_OR_NET_UNCLEAR})


def is_doubtful(caveats: str) -> bool:
    """Tell whether what is printed may be wrong, may be about something else, or contradicts itself.

    Needs: codes of `Caveat`, joined by semicolons.
    """
    return not _DOUBTS.isdisjoint(caveats.split(";"))
