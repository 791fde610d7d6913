"""The curated stories: those that come with the dataset are right, and a slip is named with its file, its step and its remedy."""

import json
import re
import shutil
from pathlib import Path

import pytest

from lib.curation.layout import DATA, Layout
from lib.curation.stories import stories_json
from lib.domain.stories import FILE_NAME

FIGURES = {"kq23-12d", "zj23-37a"}
GOOD = """
[story]
id = "small"
title = { en = "Small", zh = "小" }
lead = { en = "A lead.", zh = "引言。" }

[[step]]
says = { en = "It is {kq23-12d}.", zh = "是{kq23-12d}。" }
figures = ["kq23-12d"]
view = "region=330603"
note = { en = "No more.", zh = "仅此。" }
"""


def told(tmp_path: Path, text: str) -> list[str]:
    """Say what is wrong with a story, as the build prints it."""
    folder = tmp_path / "curated/stories"
    folder.mkdir(parents=True)
    (folder / "small.toml").write_text(text, "utf-8")
    return [str(problem) for problem in stories_json(Layout(tmp_path), FIGURES)[1]]


def test_a_right_story_is_written_for_the_app(tmp_path: Path):
    assert told(tmp_path, GOOD) == []
    content, _ = stories_json(Layout(tmp_path), FIGURES)
    (story,) = json.loads(content)["stories"]
    assert story["story"]["title"] == {"en": "Small", "zh": "小"}


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("[story]", "[story", "data/curated/stories/small.toml: the file is not TOML"),
        (
            'id = "small"',
            'id = "other"',
            "data/curated/stories/small.toml, other: the id `other` is not the name of the file. [StoryIsNamedByItsFile]",
        ),
        ('zh = "小"', 'zh = ""', "`title` is not there in both languages. [StorySpeaksBothLanguages]"),
        (
            "是{kq23-12d}",
            "是{zj23-37a}",
            "step 1, line 7: `says` speaks of other figures in the other language. [StorySpeaksBothLanguages]",
        ),
        ("It is {kq23-12d}", "It is {kq99-01a}", "`says` speaks of `kq99-01a`, which is no figure of the dataset. [StoryFigureIsKnown]"),
        ('["kq23-12d"]', '["kq23-99z"]', "step 1, line 7: there is no figure `kq23-99z` in the dataset. [StoryFigureIsKnown]"),
        ("No more.", "No more than 3.", "`note` has a number typed by hand: `o more than 3.`. [StoryTypesNoNumber]"),
        ('view = "region=330603"', 'finding = "q01"', "a step has either `finding` or `says`. [StepTellsOneFinding]"),
        ('view = "region=330603"', 'view = ""', "the step has no `view`. [StepHasAView]"),
        ("figures =", "colour =", "step 1, line 7: the key `colour` is unknown. [StoryHasItsForm]"),
    ],
)
def test_a_slip_is_named_with_its_place_and_its_remedy(tmp_path: Path, right: str, wrong: str, message: str):
    assert GOOD.count(right) == 1
    found = told(tmp_path, GOOD.replace(right, wrong))
    (problem,) = [one for one in found if message in one]
    assert problem.split("\n    ")[1]


def test_the_stories_of_the_dataset_are_built(tmp_path: Path):
    shutil.copytree(DATA / "curated/stories", tmp_path / "curated/stories")
    known = set(re.findall(r"[a-z]{2}\d\d-\d\d[a-z]|of\d{3}-\d\d", (DATA / "curated/ids.csv").read_text("utf-8")))
    content, problems = stories_json(Layout(tmp_path), known)
    assert problems == []
    assert content == (DATA / FILE_NAME).read_bytes()
