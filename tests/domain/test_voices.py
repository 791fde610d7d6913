"""Who says so, and the grade that follows."""

import pytest

from lib.domain.vocabulary import Grade, SourceKind, Voice
from lib.domain.voices import grade_of, has_speaker


@pytest.mark.parametrize(
    ("voice", "kind", "grade"),
    [
        ("official_statistic", "state_media", Grade.STATISTIC),
        ("official_statement", "state_media", Grade.OFFICIAL_RELAYED),
        ("official_statement", "government_release", Grade.OFFICIAL_RELAYED),
        ("organisation", "state_media", Grade.INTERESTED),
        ("resident", "state_media", Grade.SINGLE_CASE),
        ("article", "state_media", Grade.UNATTRIBUTED),
        ("article", "government_release", Grade.OFFICIAL_FIRST_HAND),
    ],
)
def test_the_grade_follows_from_voice_and_document(voice: str, kind: str, grade: Grade) -> None:
    assert grade_of(voice, kind) is grade


def test_every_voice_has_a_grade_in_every_kind_of_document() -> None:
    assert {grade_of(voice, kind) for voice in Voice for kind in SourceKind} == set(Grade)


def test_only_the_article_has_no_speaker() -> None:
    assert [voice for voice in Voice if not has_speaker(voice)] == [Voice.ARTICLE]
    assert not has_speaker("nobody known")
