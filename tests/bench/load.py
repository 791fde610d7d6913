"""Measures the server under many readers at once: `python -m tests.bench.load --sessions 300 --seconds 40`.

Each reader is a WebSocket that speaks Streamlit's own messages and acts every two seconds, whether or not the server keeps up. The naive
page is served beside, with as many readers as it bears. Prints one table; `--replicas 2` puts two servers behind nginx, `--kill` ends one.
"""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.crowd import PACE, Crowd, Seen
from tests.bench.habits import HABITS, NAIVE, Habit
from tests.bench.processes import wait_for_rest
from tests.bench.replicas import Site, site
from tests.bench.subjects import NAIVE_FOLDER
from tests.bench.summary import percentile
from tests.browser.visits import ROOT

# Short, so that what is given back after a session can be seen at once.
SECONDS_KEPT = 5
# As many rows of logs as there are acts would be measured too.
SETTINGS = {
    "ACCESS_LOG": "off",
    "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(SECONDS_KEPT),
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
}


@dataclass(frozen=True)
class Load:
    """What is asked of one app: how many readers of which habit, for how long, on how many servers, and whether one of these is ended."""

    name: str
    sessions: int
    habit: Habit
    seconds: float
    replicas: int = 1
    kill: bool = False


@dataclass(frozen=True)
class Found:
    """What was seen: by the crowd, and of the servers; megabytes before, while all were there, after they left, and in a second wave."""

    load: Load
    seen: Seen
    cpu: float
    memory: Sequence[float]
    machine: float

    def cells(self) -> list[str]:
        """Write it as one line of the table."""
        before, full, after, again = self.memory
        acts, openings = self.seen.acts or [0.0], self.seen.openings or [0.0]
        return [
            self.load.name,
            str(self.load.replicas),
            str(self.load.sessions),
            str(len(self.seen.acts)),
            *(f"{percentile(acts, share) * 1000:,.0f} ms" for share in (0.5, 0.95)),
            f"{percentile(openings, 0.95) * 1000:,.0f} ms",
            str(sum(self.seen.faults.values())),
            f"{self.cpu / max(1, len(self.seen.acts)):,.1f} ms",
            *(
                # Of a server that was ended there is no memory to compare.
                ("", "", "")
                if self.load.kill
                else (
                    f"{(full - before) / max(1, self.load.sessions):.2f} MB",
                    f"{after - before:+,.0f} MB",
                    f"{again - full:+,.0f} MB",
                )
            ),
            f"{self.machine:.1f}",
        ]


HEAD = (
    "app", "servers", "sessions", "acts", "p50", "p95", "opening p95", "errors", "CPU an act",
    "memory a session", "after they left", "a second wave", "load of the machine",
)  # fmt: skip


def measure(load: Load) -> Found:
    """Run the servers of one load and let its crowd come, act, go and come again."""
    folder, script = (NAIVE_FOLDER, "app.py") if load.habit is NAIVE else (ROOT, "serve.py")
    with site(folder, script, load.replicas, SETTINGS) as running:
        for server in running.servers:
            wait_for_rest(server.pid)
        return asyncio.run(_run(load, running))


async def _run(load: Load, running: Site) -> Found:
    # One visit before anything is counted: what all sessions share belongs to none.
    await _wave(Crowd(running.address, load.habit, 4 * load.replicas), 2 * PACE)
    before = running.memory
    crowd = Crowd(running.address, load.habit, load.sessions)
    await crowd.come()
    cpu = running.cpu
    ending = asyncio.create_task(_end_one(running, load.seconds / 3)) if load.kill else None
    await crowd.act(load.seconds)
    used, full, machine = running.cpu - cpu, running.memory, os.getloadavg()[0]
    if ending:
        await ending
    await crowd.go()
    await asyncio.sleep(2 * SECONDS_KEPT)
    await _wave(Crowd(running.address, load.habit, 1), 0)
    after = running.memory
    again = await _wave(Crowd(running.address, load.habit, load.sessions), 2 * PACE, running)
    return Found(load, crowd.seen, used, (before, full, after, again), machine)


async def _wave(crowd: Crowd, seconds: float, running: Site | None = None) -> float:
    await crowd.come()
    await crowd.act(seconds)
    memory = running.memory if running else 0.0
    await crowd.go()
    return memory


async def _end_one(running: Site, wait: float) -> None:
    await asyncio.sleep(wait)
    os.kill(running.servers[0].pid, signal.SIGKILL)


def table(found: Sequence[Found]) -> str:
    """Write one line a load, then what failed and who had to come back."""
    rows = [list(HEAD), ["---"] + ["---:"] * (len(HEAD) - 1), *(one.cells() for one in found)]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    for one in found:
        lines += [f"- {one.load.name}: {fault} ({count})" for fault, count in one.seen.faults.most_common()]
        if back := one.seen.returns:
            told = f"{len(back)} came back, p95 {percentile(back, 0.95):.1f} s, {one.seen.lost_views} of them not to their view"
            lines.append(f"- {one.load.name}: {told}")
    return "\n".join(lines)


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.load", description=__doc__)
    parser.add_argument("--sessions", type=int, default=300, help="readers of the app (%(default)s)")
    parser.add_argument("--naive", type=int, default=10, help="readers of the naive page (%(default)s); 0 leaves it out")
    parser.add_argument("--seconds", type=float, default=40, help="how long they act (%(default)s)")
    parser.add_argument("--replicas", type=int, default=1, help="servers of the app (%(default)s)")
    parser.add_argument("--habit", choices=HABITS, default="filter", help="what they do (%(default)s)")
    parser.add_argument("--kill", action="store_true", help="end the first server after a third of the time")
    asked = parser.parse_args()
    loads = [Load("this app", asked.sessions, HABITS[asked.habit], asked.seconds, asked.replicas, asked.kill)]
    if asked.naive:
        loads.append(Load("naive", asked.naive, NAIVE, asked.seconds))
    found = []
    for load in loads:
        print(f"{load.name}: {load.sessions} sessions, {load.habit.says}", file=sys.stderr, flush=True)
        found.append(measure(load))
    print(table(found))


if __name__ == "__main__":
    main()
