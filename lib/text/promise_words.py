"""What is said of a promise: the rule that gave its state, the number that places it, and how that number was made."""

from collections.abc import Mapping

from lib.domain.promise_states import Assessment, PromiseState
from lib.text.catalogue import Language, say
from lib.text.dates import date, period
from lib.text.derivations import formula, spoken

STATE_MARKS = {
    PromiseState.REACHED: "✓",
    PromiseState.UNDER_WAY: "◐",
    PromiseState.SHORT: "▽",
    PromiseState.UNSETTLED: "?",
    PromiseState.NOT_REPORTED: "?",
    PromiseState.NOT_YET_DUE: "…",
    PromiseState.NO_YEAR: "?",
}
_MOST_DECIMALS = 1


def rule(assessment: Assessment, as_of: str, language: Language) -> str:
    """Say by which rule the promise has its state, with the years and the date that the rule compares."""
    told = assessment.judged
    year = period(told.period.start, told.period.end, language) if told else ""
    due = period(assessment.promise.due, assessment.promise.due, language)
    is_open = assessment.state is PromiseState.REACHED and not assessment.promise.is_dated
    key = "promise_rule.reached_no_year" if is_open else f"promise_rule.{assessment.state}"
    return say(language, key, due=due, year=year, as_of=date(as_of, language))


def result(assessment: Assessment, language: Language) -> str:
    """Say the number that places the promise, bound included; nothing where no number follows."""
    derived = assessment.derived
    if derived is None:
        return ""
    size = spoken(derived, language, 0 if derived.value == derived.value.to_integral_value() else _MOST_DECIMALS)
    return say(language, f"promise_result.{derived.operation}", result=size)


def workings(assessment: Assessment, decimals: Mapping[str, int], language: Language) -> str:
    """Write the formula of that number with the ids of the figures in it; nothing where there is none.

    Needs: how many decimals the prints show, by the id of the figure.
    """
    derived = assessment.derived
    if derived is None:
        return ""
    ids = (derived.first.observation_id, derived.second.observation_id)
    written = formula(derived, language, (decimals[ids[0]], decimals[ids[1]]))
    return say(language, "promise_result.workings", formula=written, first=ids[0], second=ids[1])
