"""What a step of a story says: its own sentence with the figures put in, or a computed finding."""

import pandas as pd

from lib.domain.stories import PLACEHOLDER, StoryFault, Words, WrittenStep, placeholders
from lib.text.catalogue import Language, say
from lib.text.dates import known_period
from lib.text.finding_parts import Finding, Part
from lib.text.findings import finding
from lib.text.numbers import UnitWords, number, spoken_figure


def step_finding(step: WrittenStep, every: pd.DataFrame, language: Language, otherwise: str = "") -> Finding:
    """Say what a step finds; `otherwise` where it says nothing itself, or names a finding that there is not.

    Needs: every row of `lib.queries.observations.observations`.
    """
    if step.finding:
        try:
            return finding(step.finding, every, language)
        except KeyError:
            return Finding((Part(otherwise),))
    spoken = step.says.within(language) or otherwise
    return Finding(filled(spoken, every, language), observation_ids=tuple(dict.fromkeys(placeholders(spoken))))


def step_note(step: WrittenStep, told: Finding, every: pd.DataFrame, language: Language) -> tuple[str, ...]:
    """Return what must be known with a step: the caveat of its finding, then its own note."""
    note = "".join(part.text for part in filled(step.note.within(language), every, language))
    return tuple(words for words in (told.caveat, note) if words)


def filled(text: str, every: pd.DataFrame, language: Language) -> tuple[Part, ...]:
    """Put the figures of the dataset where `{zz24-02b}` stands, their years for `{zz24-02b.year}`; what names no figure stays as it is."""
    parts, end = [], 0
    rows = _rows(text, every)
    for found in PLACEHOLDER.finditer(text):
        if row := rows.get(found[1]):
            parts += [Part(text[end : found.start()]), _part(row, found[2], language)]
            end = found.end()
    return tuple(part for part in (*parts, Part(text[end:])) if part.text)


def fault_words(fault: StoryFault, language: Language) -> str:
    """Say what is wrong with a story, and how to mend it."""
    told = say(language, f"story_problem.{fault.problem}", part=fault.key, given=fault.given[:60])
    return say(language, "story_problem.step", step=fault.step, problem=told) if fault.step else told


def titled(words: Words, language: Language) -> str:
    """Return a title in the reader's language, or that there is none."""
    return words.within(language) or words.en or words.zh or say(language, "story.untitled")


def _rows(text: str, every: pd.DataFrame) -> dict[str, dict[str, object]]:
    wanted = every[every["observation_id"].isin(list(placeholders(text)))].astype(object)
    return {str(row["observation_id"]): {str(name): value for name, value in row.items()} for row in wanted.to_dict("records")}


def _part(row: dict[str, object], style: str | None, language: Language) -> Part:
    if style == "year":
        return Part(known_period(int(str(row["year_start"])), int(str(row["year_end"])), str(row["period_basis"]), language), "year")
    value, unit, qualifier = float(str(row["value"])), UnitWords.of(row), str(row["qualifier"])
    if style == "bare":
        return Part(say(language, f"qualifier.{qualifier}.phrase", figure=number(value, language, unit.decimals)), "figure")
    return Part(spoken_figure(value, qualifier, unit, str(row["kind"]), language), "figure")
