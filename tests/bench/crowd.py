"""Many readers at once, each acting at an even pace, whether or not the server keeps up."""

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.bench.habits import Habit
from tests.bench.reading import Reader, ReadingError

OPENING_AT_ONCE = 4
PACE = 2.0
# How long a reader whose replica went looks for another one.
RETURNS, BETWEEN_RETURNS = 20, 0.5


@dataclass
class Seen:
    """What became of a crowd: seconds of each opening and each act, what failed, and who had to come back."""

    openings: list[float] = field(default_factory=list)
    acts: list[float] = field(default_factory=list)
    returns: list[float] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    replicas: Counter[str] = field(default_factory=Counter)
    lost_views: int = 0


@dataclass
class Crowd:
    """So many readers of an app: all come, then all act for a while, then all go."""

    address: str
    habit: Habit
    sessions: int
    seen: Seen = field(default_factory=Seen)
    readers: list[Reader] = field(default_factory=list)
    views: dict[str, Any] = field(default_factory=dict)

    async def come(self) -> None:
        """Open every session, a few at a time; before, note what each link shows, to know it again."""
        first = await Reader.connect(self.address)
        for query in self.habit.views:
            await first.open(self.habit.page, query)
            self.views[query] = first.view
        await first.close()
        turns = asyncio.Semaphore(OPENING_AT_ONCE)
        await asyncio.gather(*(self._come(turns) for _ in range(self.sessions)))

    async def act(self, seconds: float, seed: int = 1) -> None:
        """Let each reader act at its pace for so long; the first acts are spread over one beat."""
        chance = random.Random(seed)
        end = time.perf_counter() + seconds
        await asyncio.gather(*(self._keep_acting(place, chance.uniform(0, PACE), end) for place in range(len(self.readers))))

    async def go(self) -> None:
        """Close every session."""
        await asyncio.gather(*(reader.close() for reader in self.readers))

    async def _come(self, turns: asyncio.Semaphore) -> None:
        async with turns:
            try:
                begun = time.perf_counter()
                reader = await Reader.connect(self.address)
                await reader.open(self.habit.page)
            except ReadingError as error:
                self.seen.faults[f"opening: {error}"] += 1
                return
            self.seen.openings.append(time.perf_counter() - begun)
            self.seen.replicas[reader.cookie] += 1
            self.readers.append(reader)

    async def _keep_acting(self, place: int, wait: float, end: float) -> None:
        due, turn = time.perf_counter() + wait, place
        while due < end:
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            turn += 1
            try:
                await self.habit.act(self.readers[place], turn)
                # From when it was due: a server that holds up one act also holds up those that wait behind it.
                self.seen.acts.append(time.perf_counter() - due)
            except ReadingError as error:
                self.seen.faults[f"act: {error}"] += 1
                await self._come_back(place)
            due = max(due + PACE, time.perf_counter() - PACE)

    async def _come_back(self, place: int) -> None:
        """Connect again as a browser does, with the same cookie, and ask for the same page by its link."""
        begun, gone = time.perf_counter(), self.readers[place]
        for _ in range(RETURNS):
            try:
                reader = await Reader.connect(self.address, gone.cookie)
                await reader.open(gone.page, gone.query)
            except ReadingError:
                await asyncio.sleep(BETWEEN_RETURNS)
                continue
            self.readers[place] = reader
            self.seen.returns.append(time.perf_counter() - begun)
            self.seen.lost_views += reader.view != self.views.get(gone.query, {})
            return
        self.seen.faults["never came back"] += 1
