"""A question with the rows that answer it, and how its sentence is filled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lib.domain.derived import Derived, Operation, Outcome
from lib.domain.vocabulary import Qualifier
from lib.text.catalogue import Language, entries, join_names, say
from lib.text.derivations import formula, spoken
from lib.text.finding_parts import Finding, as_figure, sentence
from lib.text.finding_rows import Row


@dataclass(frozen=True)
class Case:
    """A question, the reader's language, all rows of the articles, and those that the sentence needs."""

    name: str
    language: Language
    rows: Sequence[Row]
    found: Mapping[str, Row]

    def __getitem__(self, need: str) -> Row:
        """Return the row of a need."""
        return self.found[need]

    def says(self, form: str, inputs: Sequence[Row], **values: object) -> Finding:
        """Fill a form of the question's sentence; the inputs are the figures in it."""
        parts = sentence(self.language, f"finding.{self.name}_{form}", **values)
        return Finding(parts, observation_ids=tuple(dict.fromkeys(row.id for row in inputs)), caveat=self._caveat())

    def apart(self, rows: Sequence[Row]) -> Finding:
        """Tell figures that may not share one sentence, such as those of different years, each with its own place and year."""
        values = ({"name": row.name, "figure": row.figure, "place": row.place, "year": row.year} for row in rows)
        told = [say(self.language, "finding.apart_one", **one) for one in values]
        parts = sentence(self.language, "finding.apart", figures=join_names(self.language, told))
        return Finding(parts, observation_ids=tuple(dict.fromkeys(row.id for row in rows)), caveat=self._caveat())

    def derives(self, outcome: Outcome, decimals: int, inputs: Sequence[Row], **values: object) -> Finding:
        """Fill the form that fits the outcome: with its number where one follows, else without and with the reason."""
        if not isinstance(outcome, Derived):
            told = self.says("open", inputs, **values)
            return replace(told, caveat=say(self.language, f"obstacle.{outcome.obstacle}"))
        result = as_figure(spoken(outcome, self.language, decimals))
        told = self.says(_form(outcome), inputs, result=result, **values)
        units = [row.unit.decimals for row in self._operands(outcome)]
        return replace(
            told,
            formula=formula(outcome, self.language, (units[0], units[1])),
            formula_ids=(outcome.first.observation_id, outcome.second.observation_id),
        )

    def _operands(self, outcome: Derived) -> list[Row]:
        by_id = {row.id: row for row in self.found.values()}
        return [by_id[outcome.first.observation_id], by_id[outcome.second.observation_id]]

    def _caveat(self) -> str:
        key = f"finding_caveat.{self.name}"
        return say(self.language, key) if key in entries() else ""


def _form(outcome: Derived) -> str:
    if outcome.operation != Operation.DIFFERENCE:
        return "derived"
    if outcome.value > 0 and outcome.qualifier != Qualifier.AT_MOST:
        return "more"
    if outcome.value < 0 and outcome.qualifier != Qualifier.AT_LEAST:
        return "less"
    return "level" if outcome.value == 0 and outcome.qualifier == Qualifier.EXACT else "open"
