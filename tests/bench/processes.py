"""What a server process has used: processor time and memory, as the kernel counts them."""

import os
import time
from pathlib import Path

_TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
_UTIME, _STIME = 11, 12  # Places after the name of the program, which may itself hold spaces.

_LOOK_SECONDS, _MOST_LOOKS, _IDLE_MS = 1.0, 60, 50


def cpu_ms(pid: int) -> float:
    """Return the processor time a process has used, in steps of the kernel's clock (10 ms on most systems)."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[_UTIME]) + int(fields[_STIME])) * 1000 / _TICKS_PER_SECOND


def resident_mb(pid: int) -> float:
    """Return the memory a process holds."""
    pages = int(Path(f"/proc/{pid}/statm").read_text("utf-8").split()[1])
    return pages * _PAGE_BYTES / 1e6


def wait_for_rest(pid: int) -> None:
    """Wait until a server has made what it makes ahead of its readers: until it uses next to nothing for a second, a minute at most."""
    for _ in range(_MOST_LOOKS):
        before = cpu_ms(pid)
        time.sleep(_LOOK_SECONDS)  # What is measured is the time that passes.
        if cpu_ms(pid) - before < _IDLE_MS:
            return
