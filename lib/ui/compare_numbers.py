"""The numbers made of two figures on the Compare page: each with its formula, and the way to both figures in it."""

from collections.abc import Iterable, Mapping
from typing import Any

from lib.domain.comparability import Verdict
from lib.domain.comparison_numbers import numbers
from lib.domain.derived import Derived, Operation, Outcome
from lib.text.catalogue import say
from lib.text.derivations import formula
from lib.text.numbers import UnitWords
from lib.ui import state
from lib.ui.component import component
from lib.ui.quote_cards import shown
from lib.ui.words import label_of, t

_COMPONENT = component("workings", '<div class="workings"></div>')


def workings(verdicts: Iterable[Verdict], rows: Mapping[str, Any], key: str) -> None:
    """List what follows from every two of the figures, or why nothing does; nothing is shown where no number may be made.

    Needs: the rows of the figures by their ids; a key of its own on the page.
    """
    made = [_number(outcome, rows) for verdict in verdicts for outcome in _told(verdict)]
    if made:
        data = {"label": t("compare_number.label"), "from": t("compare_number.from"), "numbers": made}
        _COMPONENT(key=key, data=data, on_picked_change=state.picked(key))


def _told(verdict: Verdict) -> list[Outcome]:
    """Leave out that a second or third number does not follow for the same reason as the first."""
    outcomes = numbers(verdict)
    return [outcome for outcome in outcomes if isinstance(outcome, Derived)] or list(outcomes[:1])


def _number(outcome: Outcome, rows: Mapping[str, Any]) -> dict[str, Any]:
    inputs = [rows[figure.observation_id] for figure in (outcome.first, outcome.second)]
    return {
        "what": t(f"compare_number.{_name(outcome)}"),
        "formula": _formula(outcome, inputs) if isinstance(outcome, Derived) else "",
        "obstacle": "" if isinstance(outcome, Derived) else t(f"obstacle.{outcome.obstacle}"),
        "inputs": [_input(row) for row in inputs],
    }


def _name(outcome: Outcome) -> str:
    is_of_points = outcome.operation is Operation.DIFFERENCE and outcome.first.unit == "percent"
    return "difference_points" if is_of_points else str(outcome.operation)


def _formula(derived: Derived, inputs: list[Any]) -> str:
    language, (first, second) = state.selection().language, (UnitWords.of(row._asdict()) for row in inputs)
    words = formula(derived, language, (first.decimals, second.decimals))
    unit = first.after(float(derived.value), language)
    is_amount = derived.operation is Operation.DIFFERENCE and first.unit != "percent" and unit
    return say(language, "number.with_unit", number=words, unit=unit) if is_amount else words


def _input(row: Any) -> dict[str, Any]:
    name = f"{label_of(row, 'region')}: {label_of(row, 'indicator')}: {shown(row, state.selection().language)}"
    return {"id": row.observation_id, "name": name, "selected": row.observation_id == state.selection().claim}
