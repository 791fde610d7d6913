"""The crowd tells the truth of what became of it, in the table and behind the proxy of `deploy/`."""

import asyncio
import os
import signal
from collections import Counter

from tests.bench.crowd import Crowd, Seen
from tests.bench.habits import HABITS
from tests.bench.load import HEAD, SETTINGS, Found, Load, table
from tests.bench.replicas import Site, site
from tests.browser.visits import ROOT

LOAD = Load("this app", 2, HABITS["filter"], 10)


def test_the_table_tells_what_was_held_and_what_failed():
    seen = Seen([0.1, 0.3], [0.01, 0.02, 0.03], [1.5], Counter({"act: no answer": 2}), lost_views=1)
    lines = table([Found(LOAD, seen, 30, (100, 101, 103, 102), 1.25)]).splitlines()
    cells = [cell.strip() for cell in lines[2].strip("|").split("|")]
    assert dict(zip(HEAD, cells, strict=True)) == {
        "app": "this app", "servers": "1", "sessions": "2", "acts": "3", "p50": "20 ms", "p95": "29 ms", "opening p95": "290 ms",
        "errors": "2", "CPU an act": "10.0 ms", "memory a session": "0.50 MB", "after they left": "+3 MB",
        "a second wave": "+1 MB", "load of the machine": "1.2",
    }  # fmt: skip
    assert lines[3:] == [
        "- this app: act: no answer (2)",
        "- this app: 1 came back, p95 1.5 s, 1 of them not to their view",
    ]


# Chance puts each on a replica: with so many, all on the same one is a matter of one run in eight thousand.
READERS = 14


def test_readers_stay_with_their_replica_and_come_back_to_their_view_when_it_dies():
    with site(ROOT, "serve.py", 2, SETTINGS) as running:
        seen = asyncio.run(_with_a_death(running))
    assert len(seen.replicas) == READERS, "each reader has a cookie of its own"
    assert 0 < len(seen.returns) < READERS, "some were on the replica that died, and some were not"
    assert seen.lost_views == 0
    assert seen.faults.total() == len(seen.returns), "nobody met any other fault"


async def _with_a_death(running: Site) -> Seen:
    crowd = Crowd(running.address, HABITS["filter"], READERS)
    await crowd.come()
    await crowd.act(2.2)
    assert not crowd.seen.faults
    os.kill(running.servers[0].pid, signal.SIGKILL)
    await crowd.act(4)
    await crowd.go()
    return crowd.seen
