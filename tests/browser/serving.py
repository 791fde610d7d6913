"""Runs the real app on a free port of this computer, for as long as a test session needs it."""

import os
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"
POLLS = 300
SECONDS_BETWEEN_POLLS = 0.2


class AppDidNotStartError(Exception):
    """The server ended, or did not answer in time; carries what it wrote."""


@dataclass(frozen=True)
class Served:
    """A server that runs: its address, which ends in the base path if there is one, and its process."""

    address: str
    pid: int


@contextmanager
def running_app(folder: Path, script: str = "serve.py", base: str = "") -> Iterator[str]:
    """Serve the app in `folder` and give its address; it ends with the block."""
    with served(folder, script, base) as server:
        yield server.address


@contextmanager
def served(
    folder: Path, script: str = "serve.py", base: str = "", settings: Mapping[str, str] | None = None, port: int = 0
) -> Iterator[Served]:
    """Serve the app in `folder` until the end of the block, with these variables in its environment; on a free port, if none is given."""
    port = port or free_port()
    address = f"http://{HOST}:{port}{base}"
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        server = subprocess.Popen(
            _command(script, port, base),
            cwd=folder,
            env={**_environment(folder), **(settings or {})},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        try:
            if not _becomes_healthy(server, address):
                log.seek(0)
                raise AppDidNotStartError(f"`streamlit run {script}` did not answer at {address}. It wrote:\n{log.read()}")
            yield Served(address, server.pid)
        finally:
            _end(server)


def free_port() -> int:
    """Ask the system for a port that nothing uses."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _command(script: str, port: int, base: str) -> list[str]:
    flags = [f"--server.address={HOST}", f"--server.port={port}", "--server.headless=true", f"--server.baseUrlPath={base}"]
    return [sys.executable, "-m", "streamlit", "run", script, *flags]


def _environment(folder: Path) -> dict[str, str]:
    """Keep a developer's own STREAMLIT_ settings out of the tests."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    return {**own, "PYTHONPATH": str(folder)}


def _becomes_healthy(server: subprocess.Popen[bytes], address: str) -> bool:
    for _ in range(POLLS):
        if _answers(address):
            return True
        try:
            server.wait(timeout=SECONDS_BETWEEN_POLLS)
        except subprocess.TimeoutExpired:
            continue
        return False
    return False


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
