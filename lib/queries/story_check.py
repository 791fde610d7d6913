"""Open every story of the built dataset as the app does: `python -m lib.queries.story_check [FOLDER]`."""

import sys
from collections.abc import Sequence
from pathlib import Path

from lib.domain.errors import Problem
from lib.domain.stories import StoryFault, StoryProblem, WrittenStory
from lib.queries.store import Store
from lib.queries.stories import opened, shipped

_DATA = Path(__file__).resolve().parents[2] / "data"
_SAID = {
    StoryProblem.UNKNOWN_FINDING: ("there is no computed finding `{given}`.", "Name one of `QUESTIONS` in lib/queries/questions.py."),
    StoryProblem.UNKNOWN_FIGURE: ("there is no figure `{given}`.", "Name a figure of the dataset, such as `zz24-02b`."),
    StoryProblem.VIEW_NOT_HONOURED: ("the view asks for `{given}`, which cannot be given.", "Open the view on Explore and copy its link."),
    StoryProblem.EMPTY_VIEW: ("the view shows no figure.", "Open the view on Explore and let go of a filter."),
    StoryProblem.FIGURE_OUTSIDE: ("the view does not show the figure `{given}`.", "Widen the view, or leave the figure out."),
}


def problems_of_stories(store: Store) -> list[Problem]:
    """Return every fault of every story, addressed to its curator."""
    return [_problem(story, fault) for story in shipped(store) for fault in opened(store, story).faults]


def _problem(story: WrittenStory, fault: StoryFault) -> Problem:
    message, remedy = _SAID[fault.problem]
    file = f"data/curated/stories/{story.id}.toml"
    return Problem(file, story.id, f"step {fault.step}", f"Story_{fault.problem}", message.format(given=fault.given), remedy)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check; returns the exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    store = Store.open(Path(given[0]) if given else _DATA)
    problems = problems_of_stories(store)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"Opened {len(shipped(store))} stories; {len(problems)} problems.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
