"""Problems as the commands print them."""

from collections.abc import Sequence

from lib.domain.errors import Problem


def report(problems: Sequence[Problem]) -> str:
    """List every problem, and how many there are."""
    return "\n".join([*(str(problem) for problem in problems), f"{len(problems)} problem{'s' if len(problems) != 1 else ''}."])
