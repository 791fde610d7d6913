"""Measures every question over datasets of several sizes: `python -m tests.bench.queries data build/scale-1m build/scale-10m`.

Prints one table: of each question the median and the 95th percentile when it is asked alone and when many threads ask all of them at
once, each as soon as it has an answer, and the memory that it took besides what the process held already. Before it: how long each dataset
took to open and to verify, the most memory, and how many questions a second were answered. Each dataset has a process of its own.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from lib.queries.codes import regions
from lib.queries.comparison import comparison
from lib.queries.conflicts import broken_series, conflicts
from lib.queries.coverage import coverage, coverage_by_area
from lib.queries.dataset import totals
from lib.queries.facets import facet_counts
from lib.queries.links import Known
from lib.queries.observations import figures_shown, observations
from lib.queries.official import around, official_context
from lib.queries.quotes import quotes
from lib.queries.selection import Selection
from lib.queries.sources import citation_list, source_list
from lib.queries.store import Store
from lib.queries.stories import opened
from lib.queries.tracker import tracker
from tests.bench.summary import percentile
from tests.queries.asked import STORY

Question = Callable[[Store], object]
OFFICIAL = ("official",)
BOTH = ("article", "official")
COUNTIES = ("330603", "331022", "410181", "110101")
VIEWS: Mapping[str, Selection] = {
    "the articles": Selection(),
    "one county": Selection(regions=("330603",), layers=OFFICIAL),
    "a province": Selection(regions=("330000",), layers=OFFICIAL),
    "a province, theme and year": Selection(regions=("330000",), themes=("industry",), years=(2020, 2020), layers=OFFICIAL),
    "the nation": Selection(regions=("CN",), layers=OFFICIAL),
    "a search": Selection(search="rural income", layers=OFFICIAL),
    "a search without a hit": Selection(search="qzxqzx", layers=OFFICIAL),
}
OF_A_VIEW: Mapping[str, Callable[[Store, Selection], object]] = {
    "figures": observations, "count": figures_shown, "filter options": facet_counts, "coverage": coverage, "quotes": quotes,
}  # fmt: skip
OTHERS: Mapping[str, Question] = {
    "what a link may ask": lambda store: Known.of(store),
    "id of a figure": lambda store: "xa00-00a" in Known.of(store).claims,
    "totals": totals,
    "documents": source_list,
    "places": regions,
    "pages of official figures": citation_list,
    "coverage of two provinces": lambda store: coverage_by_area(store, ("330000", "410000")),
    "compare two places": lambda store: comparison(store, Selection()),
    "compare four counties": lambda store: comparison(store, Selection(regions=COUNTIES, layers=BOTH)),
    "official figures beside one": lambda store: official_context(store, "gdp", around(store, ("330603",)), (2021, 2022)),
    "promises": lambda store: tracker(store, Selection(), BOTH),
    "conflicts": conflicts,
    "breaks in series": broken_series,
    "a story": lambda store: opened(store, STORY),
}


@dataclass(frozen=True)
class Measured:
    """What was seen of one dataset: seconds and megabytes by question; `rate` is questions a second while many ask."""

    name: str
    figures: int
    opened: float
    memory_open: int
    memory_asked: int
    load: float
    rate: float
    alone: Mapping[str, list[float]]
    together: Mapping[str, list[float]]
    memory: Mapping[str, int]

    def __str__(self) -> str:
        """Say what is no question."""
        return (
            f"- `{self.name}`: {self.figures:,} figures; opened and verified in {self.opened:.1f} s with at most {self.memory_open} MB; "
            f"asked with at most {self.memory_asked} MB; {self.rate:.1f} questions a second from many threads; "
            f"load of the machine at the end {self.load:.1f}."
        )

    def cells(self, question: str) -> tuple[str, str, str]:
        """Return of one question the milliseconds alone and among many, median and 95th percentile, and its megabytes."""
        alone, together = (
            " / ".join(f"{percentile(times[question], share) * 1000:,.0f}" for share in (0.5, 0.95))
            for times in (self.alone, self.together)
        )
        return alone, together, f"{self.memory[question]:,}"


def questions() -> dict[str, Question]:
    """Name every question of every view, and those that have none."""
    viewed = {
        f"{what}: {name}": lambda store, ask=ask, view=view: ask(store, view)
        for name, view in VIEWS.items()
        for what, ask in OF_A_VIEW.items()
    }
    return {**viewed, **OTHERS}


def timed(question: Question, store: Store) -> float:
    """Return how many seconds one answer takes."""
    begun = time.perf_counter()
    question(store)
    return time.perf_counter() - begun


def measure(folder: Path, turns: int, threads: int) -> Measured:
    """Ask every question alone, then all of them from many threads at once, shuffled the same way each time."""
    begun = time.perf_counter()
    store = Store.open(folder)
    seconds_to_open, memory_open = time.perf_counter() - begun, _most_memory()
    asked, counts = questions(), totals(store)
    memory = {name: _memory_of(question, store) for name, question in asked.items()}
    alone = {name: [timed(question, store) for _ in range(turns)] for name, question in asked.items()}
    crowd = [name for name in asked for _ in range(turns)]
    random.Random(1).shuffle(crowd)
    begun = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        seconds = list(pool.map(lambda name: timed(asked[name], store), crowd))
    rate = len(crowd) / (time.perf_counter() - begun)
    together = {name: [time for at, time in zip(crowd, seconds, strict=True) if at == name] for name in asked}
    figures = counts.figures + counts.official
    load = os.getloadavg()[0]
    return Measured(folder.name, figures, seconds_to_open, memory_open, _most_memory(), load, rate, alone, together, memory)


def table(found: Sequence[Measured], threads: int) -> str:
    """Write the measurements of several datasets side by side."""
    heads = [f"{one.figures:,} figures: alone | {threads} threads | MB" for one in found]
    lines = [f"| p50 / p95 in milliseconds | {' | '.join(heads)} |", "| --- |" + " ---: |" * 3 * len(found)]
    lines += [f"| {name} | {' | '.join(cell for one in found for cell in one.cells(name))} |" for name in questions()]
    return "\n".join(lines)


def _most_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _memory_of(question: Question, store: Store) -> int:
    """Return the megabytes by which the process grew at most while it answered, where the system tells."""
    try:
        Path("/proc/self/clear_refs").write_text("5")  # The high-water mark begins anew.
        before = _memory_line("VmRSS")
        question(store)
        return max(0, _memory_line("VmHWM") - before) // 1024
    except OSError:
        return 0


def _memory_line(name: str) -> int:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


def _measured_apart(folder: Path, turns: int, threads: int) -> Measured:
    # A process of its own, so that its memory is its own too.
    command = [sys.executable, "-m", "tests.bench.queries", str(folder), "--turns", str(turns), "--threads", str(threads), "--json"]
    return Measured(**json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout))


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="folders of datasets, such as `data`")
    parser.add_argument("--turns", type=int, default=7, help="how often each question is asked alone, and again among the others")
    parser.add_argument("--threads", type=int, default=50, help="how many threads ask at once")
    parser.add_argument("--json", action="store_true", help="measure the first folder in this process and print everything that was seen")
    asked = parser.parse_args()
    if asked.json:
        print(json.dumps(asdict(measure(asked.folders[0], asked.turns, asked.threads))))
        return
    found = [_measured_apart(folder, asked.turns, asked.threads) for folder in asked.folders]
    print("\n".join(map(str, found)), table(found, asked.threads), sep="\n\n")


if __name__ == "__main__":
    main()
