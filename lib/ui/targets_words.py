"""The words of one promise on the Targets page: what it is of, its state, and how that state was found."""

from lib.domain.promise_states import Assessment
from lib.text.catalogue import Language, say
from lib.text.dates import date
from lib.text.promise_words import STATE_MARKS, result, rule, workings
from lib.ui.rows import label_in
from lib.ui.targets import Tracked


def title_of(assessment: Assessment, shown: Tracked, language: Language) -> str:
    """Name a promise by what is measured and where."""
    row = shown.rows[assessment.promise.figure.observation_id]
    return say(language, "targets.drawn_title", indicator=label_in(language, row, "indicator"), place=label_in(language, row, "region"))


def state_of(assessment: Assessment, shown: Tracked, language: Language) -> str:
    """Name the state of a promise, its mark before it."""
    return f"{STATE_MARKS[assessment.state]} {state_name(assessment, shown, language)}"


def state_name(assessment: Assessment, shown: Tracked, language: Language) -> str:
    """Name the state of a promise, with the day it is told by where that decides whether it was due."""
    return say(language, f"promise_state.{assessment.state}", as_of=date(shown.as_of, language))


def told(assessment: Assessment, shown: Tracked, language: Language) -> list[str]:
    """Say the number that places a promise, how it was made, what keeps it from being made, and the rule of its state."""
    number = (result(assessment, language), workings(assessment, shown.decimals, language))
    return [words for words in (*number, shown.doubt(assessment, language), rule(assessment, shown.as_of, language)) if words]
