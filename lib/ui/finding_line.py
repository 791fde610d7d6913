"""A finding on the page: the sentence in large type, its caveat, its formula, and its inputs to choose from."""

from lib.queries.observations import observations
from lib.queries.store import Store
from lib.text.findings import Finding
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.component import component
from lib.ui.rows import each
from lib.ui.words import label_of, t

_COMPONENT = component("finding", '<div class="told-finding"></div>', "finding_parts")


def finding_line(store: Store, told: Finding, key: str, question: str = "") -> None:
    """Show a finding, under its question when one is given.

    Needs: a key of its own on the page.
    """
    data = {
        "question": question,
        "parts": parts_of(told),
        "caveat": told.caveat,
        "formula": told.formula,
        "inputs": _inputs(store, told),
        "words": {"inputs": t("finding_line.inputs")},
    }
    _COMPONENT(key=key, data=data, on_picked_change=state.picked(key))


def parts_of(told: Finding) -> list[dict[str, str]]:
    """Return the parts of a finding as a component draws them."""
    return [{"text": part.text, "role": part.role} for part in told.parts]


def formula_of(told: Finding) -> str:
    """Write the formula of a finding with the ids of its inputs; empty when it has none."""
    return t("finding_line.formula", formula=told.formula, ids=", ".join(told.formula_ids)) if told.formula else ""


def _inputs(store: Store, told: Finding) -> list[dict[str, object]]:
    every = answer(store, observations, state.everything())
    rows = {row.observation_id: row for row in each(every[every.observation_id.isin(told.observation_ids)])}
    chosen = state.selection().claim
    return [
        {"id": name, "selected": name == chosen, "spoken": t("finding_line.input", id=name, indicator=label_of(row, "indicator"))}
        for name in told.observation_ids
        if (row := rows.get(name)) is not None
    ]
