"""The curated stories: read, held against what every story must be, and written for the app as `stories.json`."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from lib.curation.layout import Layout
from lib.curation.reading import read_toml
from lib.domain.errors import Problem
from lib.domain.stories import (
    PLACEHOLDER,
    STORY_ID,
    StoryFault,
    StoryProblem,
    Words,
    WrittenStep,
    WrittenStory,
    content_of,
    placeholders,
    read_story,
)

_FORM: Mapping[StoryProblem, tuple[str, str]] = {
    StoryProblem.MISSING: ("`{key}` is missing.", "Add `{key}`."),
    StoryProblem.UNKNOWN_KEY: ("the key `{given}` is unknown.", "Remove it, or write one of the keys that the other stories use."),
    StoryProblem.WRONG_FORM: (
        "`{key}` has not its form.",
        "Write it as the other stories do: texts in quotation marks, figures in brackets.",
    ),
    StoryProblem.TOO_LONG: ("`{key}` is longer than {given} characters.", "Shorten it: one finding fits one screen."),
    StoryProblem.TOO_MANY: ("`{key}` has {given} parts, which is too many.", "Part the story, or leave some out."),
    StoryProblem.UNKNOWN_DRAWING: ("the drawing `{given}` is unknown.", "Name one of `StoryDrawing` in lib/domain/stories.py."),
}
_NAME_ONE = "Name a figure of data/curated/sources or of data/curated/official."
_DIGIT = re.compile(r"\d")


def stories_json(layout: Layout, figures: Collection[str]) -> tuple[bytes, list[Problem]]:
    """Return the file of all stories and what is wrong with them.

    Needs: the ids of all figures of the dataset.
    """
    problems: list[Problem] = []
    stories = [_read(layout, path, figures, problems) for path in sorted((layout.curated / "stories").glob("[!.]*.toml"))]
    content = {"stories": [content_of(story) for story in stories]}
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode(), problems


def _read(layout: Layout, path: Path, figures: Collection[str], problems: list[Problem]) -> WrittenStory:
    shown, before = layout.shown(path), len(problems)
    content, lines = read_toml(path, shown, problems)
    if len(problems) > before:
        return WrittenStory()
    story, faults = read_story(content)
    places = lines.of_sections("step", len(story.steps))
    found = [*(_of_form(fault) for fault in faults), *_broken(story, path.stem, frozenset(figures))]
    problems.extend(_addressed(shown, story, places, *one) for one in found)
    return story


def _addressed(shown: str, story: WrittenStory, places: list[int], step: int, rule: str, message: str, remedy: str) -> Problem:
    where = f"step {step}, line {places[step - 1]}" if 0 < step <= len(places) else ""
    return Problem(shown, story.id[:40], where, rule, message, remedy)


_Found = tuple[int, str, str, str]


def _of_form(fault: StoryFault) -> _Found:
    message, remedy = _FORM[fault.problem]
    return fault.step, "StoryHasItsForm", message.format(key=fault.key, given=fault.given[:40]), remedy.format(key=fault.key)


def _broken(story: WrittenStory, stem: str, figures: frozenset[str]) -> Iterator[_Found]:
    if story.id != stem or not STORY_ID.fullmatch(story.id):
        yield (
            0,
            "StoryIsNamedByItsFile",
            f"the id `{story.id}` is not the name of the file.",
            f"Write id = `{stem}`.",
        )
    yield from _texts(0, {"title": story.title, "lead": story.lead}, figures)
    for place, step in enumerate(story.steps, 1):
        yield from _step(place, step, figures)


def _step(place: int, step: WrittenStep, figures: frozenset[str]) -> Iterator[_Found]:
    if bool(step.finding) == bool(step.says):
        yield (
            place,
            "StepTellsOneFinding",
            "a step has either `finding` or `says`.",
            "Keep one of the two: a computed finding or a sentence.",
        )
    if not step.view:
        yield place, "StepHasAView", "the step has no `view`.", "Add the part of a link behind the question mark that shows its figures."
    yield from _texts(place, ({"says": step.says} if step.says else {}) | {"note": step.note}, figures)
    for name in dict.fromkeys((*step.figures, *([step.quote] if step.quote else []))):
        if name not in figures:
            yield place, "StoryFigureIsKnown", f"there is no figure `{name}` in the dataset.", _NAME_ONE


def _texts(place: int, texts: Mapping[str, Words], figures: frozenset[str]) -> Iterator[_Found]:
    for key, words in texts.items():
        yield from _one_text(place, key, words)
        for name in dict.fromkeys((*placeholders(words.en), *placeholders(words.zh))):
            if name not in figures:
                yield (
                    place,
                    "StoryFigureIsKnown",
                    f"`{key}` speaks of `{name}`, which is no figure of the dataset.",
                    _NAME_ONE,
                )


def _one_text(place: int, key: str, words: Words) -> Iterator[_Found]:
    if not (words.en and words.zh) or words.en == words.zh:
        yield place, "StorySpeaksBothLanguages", f"`{key}` is not there in both languages.", f'Write {key} = {{ en = "…", zh = "…" }}.'
    if sorted(placeholders(words.en)) != sorted(placeholders(words.zh)):
        yield place, "StorySpeaksBothLanguages", f"`{key}` speaks of other figures in the other language.", "Name the same figures in both."
    for text in (words.en, words.zh):
        if typed := _DIGIT.search(PLACEHOLDER.sub("", text)):
            message = f"`{key}` has a number typed by hand: `{text[max(0, typed.start() - 12) : typed.end() + 12]}`."
            yield (
                place,
                "StoryTypesNoNumber",
                message,
                "Let a figure stand for it: {zz24-02b}, or {zz24-02b.year} for its year.",
            )
