"""Stories over the dataset: every one that comes with it opens whole, and what a step asks in vain is said."""

import json
import shutil
import zlib
from base64 import urlsafe_b64encode
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.errors import DatasetError
from lib.domain.stories import FILE_NAME, StoryFault, StoryProblem, Words, WrittenStep, WrittenStory
from lib.queries.store import Store
from lib.queries.stories import Story, opened, shipped
from lib.queries.story_check import main, problems_of_stories
from lib.queries.story_files import LARGEST_FILE, LONGEST_LINK, from_file, from_link, to_file, to_link
from tests.domain.test_stories import STORIES

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="module")
def store() -> Store:
    """Return a store over the real dataset."""
    return Store.open(DATA)


def one(store: Store, **step: object) -> Story:
    """Open a story of one step."""
    return opened(store, WrittenStory(steps=(WrittenStep(**step),)))  # type: ignore[arg-type]


def test_every_story_of_the_dataset_opens_whole(store: Store):
    stories = [opened(store, story) for story in shipped(store)]
    assert [story.written.id for story in stories] == ["city-promises", "district-and-province", "six-grassroots"]
    assert [(story.written.id, fault) for story in stories for fault in story.faults] == []
    for story in stories:
        for step in story.steps:
            assert list(step.rows.observation_id) == list(step.written.figures)
            assert set(step.quotes.quote_id) == set(step.rows.quote_id)
            assert step.quotes.quote_id[0] == step.written.quote.rstrip("abcdefgh")


@pytest.mark.parametrize(
    ("step", "fault"),
    [
        ({"view": "region=atlantis"}, StoryFault(1, "view", StoryProblem.VIEW_NOT_HONOURED, "region=atlantis")),
        ({"view": "region=330603&year=1999"}, StoryFault(1, "view", StoryProblem.VIEW_NOT_HONOURED, "year=1999")),
        ({"view": "q=zeppelin"}, StoryFault(1, "view", StoryProblem.EMPTY_VIEW)),
        ({"figures": ("kq99-01a",)}, StoryFault(1, "figures", StoryProblem.UNKNOWN_FIGURE, "kq99-01a")),
        ({"says": Words.same("{kq99-01a}")}, StoryFault(1, "figures", StoryProblem.UNKNOWN_FIGURE, "kq99-01a")),
        ({"view": "region=410100", "figures": ("kq23-12d",)}, StoryFault(1, "figures", StoryProblem.FIGURE_OUTSIDE, "kq23-12d")),
        ({"finding": "q99"}, StoryFault(1, "finding", StoryProblem.UNKNOWN_FINDING, "q99")),
    ],
)
def test_what_a_step_asks_in_vain_is_said(store: Store, step: dict[str, object], fault: StoryFault):
    assert fault in one(store, **step).faults


def test_a_step_without_figures_shows_its_view_and_a_chosen_figure_alone(store: Store):
    assert len(one(store, view="region=330603&inside=no").steps[0].rows) > 1
    assert list(one(store, view="region=330603&claim=kq23-12d").steps[0].rows.observation_id) == ["kq23-12d"]


def test_a_view_of_endless_parameters_is_no_view(store: Store):
    assert StoryProblem.VIEW_NOT_HONOURED in {fault.problem for fault in one(store, view="&".join(["a=1"] * 300)).faults}


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Return a store over a copy of the dataset, whose stories a test may replace."""
    folder = tmp_path_factory.mktemp("other") / "data"
    return Store.open(shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("curated", FILE_NAME)))


def test_stories_that_are_gone_are_told(other: Store):
    assert [str(problem).split(": ")[0] for problem in other.problems] == ["data/stories.json"]
    with pytest.raises(DatasetError, match=r"data/stories.json: the stories cannot be read \(FileNotFoundError\)"):
        shipped(other)


def test_a_dataset_may_be_built_without_stories(sample_store: Store):
    assert sample_store.problems == ()
    assert shipped(sample_store) == ()


@pytest.mark.parametrize("content", ["{", "[]", '{"stories": 7}', '{"stories": [7]}'])
def test_stories_that_cannot_be_read_are_told(other: Store, content: str):
    (other.folder / FILE_NAME).write_text(content, "utf-8")
    with pytest.raises(DatasetError, match="the stories cannot be read"):
        shipped(other)


def test_the_check_names_the_story_the_step_and_the_remedy(other: Store, capsys: pytest.CaptureFixture[str]):
    story = {"story": {"id": "lost", "title": "T"}, "step": [{"says": "A", "view": "q=zeppelin"}]}
    (other.folder / FILE_NAME).write_text(json.dumps({"stories": [story]}), "utf-8")
    (problem,) = problems_of_stories(other)
    assert str(problem) == (
        "data/curated/stories/lost.toml, lost, step 1: the view shows no figure. [Story_empty_view]\n"
        "    Open the view on Explore and let go of a filter."
    )
    assert main([str(other.folder)]) == 1
    assert "Opened 1 stories; 1 problems." in capsys.readouterr().out


@given(STORIES)
def test_a_story_survives_its_file_and_its_link(story: WrittenStory):
    assert from_file(to_file(story)) == (story, [])
    if packed := to_link(story):
        assert from_link(packed) == (story, [])
        assert len(packed) <= LONGEST_LINK


@given(st.text(max_size=80) | st.binary(max_size=80).map(lambda data: urlsafe_b64encode(data).decode()))
def test_whatever_a_link_holds_a_story_comes_out(packed: str):
    story, faults = from_link(packed)
    assert story.steps or faults


@given(st.binary(max_size=120))
def test_whatever_a_file_holds_a_story_comes_out(content: bytes):
    story, faults = from_file(content)
    assert story.steps or faults


@pytest.mark.parametrize(
    ("packed", "problem"),
    [
        ("x" * (LONGEST_LINK + 1), StoryProblem.TOO_LARGE),
        ("no zlib", StoryProblem.UNREADABLE),
        (urlsafe_b64encode(zlib.compress(b'"' + b"a" * 2_000_000 + b'"', 9)).decode().rstrip("="), StoryProblem.UNREADABLE),
        (urlsafe_b64encode(zlib.compress(b"[1]")).decode().rstrip("="), StoryProblem.UNREADABLE),
        (urlsafe_b64encode(zlib.compress(b'{"story":{}}')[:-3]).decode().rstrip("="), StoryProblem.UNREADABLE),
    ],
)
def test_a_link_that_is_no_story_is_refused(packed: str, problem: StoryProblem):
    assert from_link(packed)[1][0].problem == problem


@pytest.mark.parametrize("written", ['{"story": {"title": "\\ud800"}, "step": [{}]}', '{"story": {"\\udfff": 1}, "step": [{}]}'])
def test_half_a_sign_is_told_and_not_taken(written: str):
    packed = urlsafe_b64encode(zlib.compress(written.encode())).decode().rstrip("=")
    for story, faults in (from_file(written.encode()), from_link(packed)):
        assert [fault.problem for fault in faults] == [StoryProblem.WRONG_FORM]
        assert from_file(to_file(story)) == (story, [])


def test_a_file_that_is_too_large_is_not_read():
    assert from_file(b" " * (LARGEST_FILE + 1))[1] == [StoryFault(0, "", StoryProblem.TOO_LARGE, "200000")]


def test_a_toml_file_is_a_story_too():
    story, faults = from_file(b'[story]\ntitle = "T"\n[[step]]\nsays = "S"\n')
    assert (story.title.en, story.steps[0].says.en, faults) == ("T", "S", [])


def test_a_story_too_long_for_a_link_has_none():
    noise = Random(1)
    notes = ("".join(noise.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=700)) for _ in range(20))
    assert to_link(WrittenStory(steps=tuple(WrittenStep(note=Words.same(note)) for note in notes))) == ""
