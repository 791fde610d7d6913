"""Who says so, and how strong that makes a sentence as evidence."""

from lib.domain.vocabulary import Grade, SourceKind, Voice

LONGEST_SPEAKER = 120

_GRADES = {
    Voice.OFFICIAL_STATISTIC: Grade.STATISTIC,
    Voice.OFFICIAL_STATEMENT: Grade.OFFICIAL_RELAYED,
    Voice.ORGANISATION: Grade.INTERESTED,
    Voice.RESIDENT: Grade.SINGLE_CASE,
    Voice.ARTICLE: Grade.UNATTRIBUTED,
}


def has_speaker(voice: str) -> bool:
    """Tell whether such a sentence names someone; the article speaks in its own voice when nobody is named."""
    return voice in set(Voice) and voice != Voice.ARTICLE


def grade_of(voice: str, source_kind: str) -> Grade:
    """Return the evidence grade of a sentence.

    A government's own release that names nobody is that government speaking of itself: first-hand, and official.
    """
    if voice == Voice.ARTICLE and source_kind == SourceKind.GOVERNMENT_RELEASE:
        return Grade.OFFICIAL_FIRST_HAND
    return _GRADES[Voice(voice)]
