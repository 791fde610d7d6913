"""Rules about who says so: a voice that names someone has a speaker, who is printed there."""

from collections.abc import Iterator
from dataclasses import dataclass

from lib.curation.book import Book
from lib.curation.entries import Entry
from lib.curation.rule import Finding, Rule
from lib.curation.sentences import Sentence, split
from lib.domain.folding import fold
from lib.domain.voices import LONGEST_SPEAKER, has_speaker


@dataclass(frozen=True)
class SpeakerFitsVoice:
    """A speaker is given exactly where the voice is someone's."""

    sentence: str = (
        f"A quote whose voice is not the article's own names the speaker in both languages, in at most {LONGEST_SPEAKER} characters; "
        "one in the article's own voice names nobody."
    )
    remedy: str = "Give `speaker` and `speaker_zh` as printed, or correct `voice`."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare voice and speaker of every quote."""
        for quote in book.of("quote"):
            for key in ("speaker", "speaker_zh"):
                yield from _misfits(quote, key)


def _misfits(quote: Entry, key: str) -> Iterator[Finding]:
    voice, speaker = quote.text("voice"), quote.text(key)
    if has_speaker(voice) and not speaker.strip():
        yield Finding(quote, f"the voice is `{voice}`, but `{key}` is missing.")
    elif speaker and not has_speaker(voice):
        yield Finding(quote, f"the voice is `{voice}`, but `{key}` is `{speaker[:LONGEST_SPEAKER]}`.")
    elif len(speaker) > LONGEST_SPEAKER:
        yield Finding(quote, f"`{key}` has {len(speaker)} characters.", "Shorten it to the name or the office.")


@dataclass(frozen=True)
class SpeakerIsPrinted:
    """A speaker is named by the article, at the sentence."""

    sentence: str = (
        "A speaker is printed in the quote, or before it in the same paragraph where the quote goes on with what that speaker says; "
        "the second is checked where the text is at hand."
    )
    remedy: str = "Copy the speaker from the document, or correct `voice`: where the article names nobody, it speaks itself."

    def check(self, book: Book) -> Iterator[Finding]:
        """Look for the speaker in the quote and before it."""
        sentences = {source: split(text) for source, text in book.texts.items()}
        for quote in book.of("quote"):
            speaker = quote.text("speaker")
            known = sentences.get(quote.source_id)
            said = [quote.text("text"), *_said_before(quote, known or ())]
            if known and not any(fold(speaker) in fold(sentence) for sentence in said):
                yield Finding(quote, f"the speaker `{speaker}` is not printed in the quote, nor before it in its paragraph.")


def _said_before(quote: Entry, sentences: tuple[Sentence, ...]) -> list[str]:
    here = next((sentence for sentence in sentences if sentence.text == quote.text("text")), None)
    if here is None:
        return []
    return [sentence.text for sentence in sentences if sentence.paragraph == here.paragraph and sentence.ordinal < here.ordinal]


RULES: tuple[Rule, ...] = (SpeakerFitsVoice(), SpeakerIsPrinted())
