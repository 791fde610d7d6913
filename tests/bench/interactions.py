"""Measures the app beside the naive page, in turns, in one browser: `python -m tests.bench.interactions`.

Prints one table (and what it means), the same for every run: clicks on filters and marks, visits, starts, bytes, processor time and memory.
A run takes about a quarter of an hour on two cores; `--clicks 6 --visits 2` is enough to see that it works.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, sync_playwright

from tests.bench.clicking import Desk, Repaint, desk
from tests.bench.processes import wait_for_rest
from tests.bench.subjects import PICK_PAGES, Explore, Naive, ServerPath, Subject
from tests.bench.summary import Line, table
from tests.bench.tracing import KINDS, where_time_goes
from tests.bench.visiting import FirstAndSecond, memory_per_session, visit_twice
from tests.browser.chromium import launch
from tests.browser.serving import Served

CLICKS, VISITS, STARTS, SESSIONS, TRACED = 56, 10, 3, 8, 8
APP, NAIVE, SERVER_PATH = Explore(), Naive(), ServerPath()
COMPARED: tuple[Subject, ...] = (APP, NAIVE)
SERVER_PATH_EVERY = 5
CLICKED: tuple[Subject, ...] = (APP, NAIVE, SERVER_PATH)


@dataclass
class Findings:
    """Everything measured of one subject."""

    filters: list[Repaint] = field(default_factory=list)
    marks: list[Repaint] = field(default_factory=list)
    picks: list[Repaint] = field(default_factory=list)
    visits: list[FirstAndSecond] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    missed: int = 0
    spent: dict[str, float] = field(default_factory=dict)

    def add(self, kind: str, repaint: Repaint | None) -> None:
        """Keep what a click led to; one without an effect is counted, and told in the table."""
        if repaint is None:
            self.missed += 1
        else:
            getattr(self, kind).append(repaint)


def _turns(name: str) -> int:
    # The server path is no rival of the naive page, so that a few clicks tell enough of it.
    return SERVER_PATH_EVERY if name == SERVER_PATH.name else 1


Values = Callable[[Findings], list[float]]


def measure(browser: Browser, clicks: int, visits: int) -> dict[str, Findings]:
    """Measure all in turns."""
    found = {subject.name: Findings() for subject in (*CLICKED, *PICK_PAGES)}
    starts = min(STARTS, visits)
    for number in range(starts):
        for subject in COMPARED:
            _start(browser, subject, found[subject.name], is_last=number + 1 == starts)
        _say(f"start {number + 1} of {starts}")
    with ExitStack() as servers:
        running = [(subject, servers.enter_context(subject.serve())) for subject in CLICKED]
        for _, server in running:
            wait_for_rest(server.pid)
        _visit(browser, running[: len(COMPARED)], found, visits)
        _click(browser, running, found, clicks)
        _pick(browser, [*((page, running[0][1]) for page in PICK_PAGES), running[1]], found, clicks)
    return found


def _start(browser: Browser, subject: Subject, found: Findings, is_last: bool) -> None:
    began = time.perf_counter()
    with subject.serve() as server, desk(browser, subject, server) as opened:
        answering = time.perf_counter() - began
        found.starts.append(answering * 1000 + opened.open().last)
        if is_last:
            wait_for_rest(server.pid)
            found.memory.append(memory_per_session(browser, subject, server, SESSIONS))


def _visit(browser: Browser, running: list[tuple[Subject, Served]], found: dict[str, Findings], visits: int) -> None:
    for number in range(visits):
        for subject, server in running:
            found[subject.name].visits.append(visit_twice(browser, subject, server))
        _say(f"visit {number + 1} of {visits}")


def _click(browser: Browser, running: list[tuple[Subject, Served]], found: dict[str, Findings], clicks: int) -> None:
    with _desks(browser, running) as desks:
        for number in range(clicks):
            for name, opened in desks.items():
                if number % _turns(name) == 0:
                    found[name].add("filters", opened.click(opened.filters))
            _say(f"filter {number + 1} of {clicks}")
        for subject in COMPARED:
            found[subject.name].spent = where_time_goes(desks[subject.name], min(TRACED, clicks))
    with _desks(browser, running) as desks:
        for number in range(clicks):
            for name, opened in desks.items():
                if number % _turns(name) == 0:
                    found[name].add("marks", opened.click(opened.marks))
            _say(f"mark {number + 1} of {clicks}")


def _pick(browser: Browser, running: list[tuple[Subject, Served]], found: dict[str, Findings], clicks: int) -> None:
    with _desks(browser, running) as desks:
        for number in range(clicks):
            for name, opened in desks.items():
                found[name].add("picks", opened.click(opened.marks))
            _say(f"pick {number + 1} of {clicks}")


@contextmanager
def _desks(browser: Browser, running: list[tuple[Subject, Served]]) -> Iterator[dict[str, Desk]]:
    """Open a window on each, in turn."""
    with ExitStack() as windows:
        desks = {subject.name: windows.enter_context(desk(browser, subject, server)) for subject, server in running}
        for opened in desks.values():
            opened.open()
        yield desks


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def lines(found: dict[str, Findings]) -> list[Line]:
    """Turn what was found into the lines of the table."""
    app, naive, server_path = (found[subject.name] for subject in CLICKED)
    filters, marks, picks = ([click.last for click in clicks] for clicks in (naive.filters, naive.marks, naive.picks))

    def both(what: str, unit: str, values: Values, target: str = "") -> Line:
        return Line(what, unit, values(app), values(naive), target)

    return [
        both("filter click to last repaint", "ms", lambda one: [click.last for click in one.filters], "0.10 / 0.12"),
        both("mark click to last repaint", "ms", lambda one: [click.last for click in one.marks], "0.10 / 0.12"),
        both("filter click until all of the page stands", "ms", lambda one: [click.anywhere for click in one.filters]),
        both("mark click until all of the page stands", "ms", lambda one: [click.anywhere for click in one.marks]),
        both("mark click until the quotes follow", "ms", lambda one: [click.parts["quotes"] for click in one.marks]),
        Line("filter click, Explore on the server path", "ms", [click.last for click in server_path.filters], filters),
        Line("mark click, Explore on the server path", "ms", [click.last for click in server_path.marks], marks),
        *(
            Line(f"pick of a figure on {page.path}", "ms", [click.last for click in found[page.name].picks], picks, "0.45")
            for page in PICK_PAGES
        ),
        both("warm load", "ms", lambda one: [visit.warm.last for visit in one.visits], "0.40"),
        both("first visit, empty cache", "ms", lambda one: [visit.first.last for visit in one.visits], "0.60"),
        both("start of the server and first visit", "ms", lambda one: one.starts),
        both("first visit, received", "kB", lambda one: [visit.first_bytes / 1000 for visit in one.visits]),
        both("first visit, answers and messages", "", lambda one: [visit.first_requests for visit in one.visits]),
        both("warm load, received", "kB", lambda one: [visit.warm_bytes / 1000 for visit in one.visits]),
        both("clicks without an effect", "", lambda one: [one.missed]),
        both("server CPU a filter click, mean", "ms", lambda one: [_mean_cpu(one.filters)], "10 ms"),
        both("server CPU a mark click, mean", "ms", lambda one: [_mean_cpu(one.marks)], "10 ms"),
        both("server CPU a warm load, mean", "ms", lambda one: [_mean_cpu([visit.warm for visit in one.visits])]),
        both("server memory a session", "MB", lambda one: one.memory),
        *(Line(f"of a filter click: {kind}, mean", "ms", [app.spent[kind]], [naive.spent[kind]]) for kind in KINDS),
    ]


def _mean_cpu(clicks: list[Repaint]) -> float:
    """Average, because the kernel counts processor time in steps that are longer than a quick click."""
    return sum(click.server_cpu for click in clicks) / len(clicks)


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.interactions", description=__doc__)
    parser.add_argument("--clicks", type=int, default=CLICKS, help="clicks of each kind (%(default)s)")
    parser.add_argument("--visits", type=int, default=VISITS, help="visits of each kind (%(default)s)")
    arguments = parser.parse_args()
    with sync_playwright() as playwright, launch(playwright) as browser:
        print(table(lines(measure(browser, arguments.clicks, arguments.visits))))


if __name__ == "__main__":
    main()
