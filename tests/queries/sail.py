"""A Sail server of our own on the loopback: a process that can be killed and started again where it was."""

import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field

_SERVE = "import sys; from pysail.spark import SparkConnectServer as S; s = S('127.0.0.1', int(sys.argv[1])); s.start(background=False)"


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@dataclass
class Sail:
    """The server, at one port for its life."""

    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it is spoken to."""
        return f"sc://127.0.0.1:{self.port}"

    def start(self) -> "Sail":
        """Start the server and wait until it listens."""
        self.process = subprocess.Popen(
            [sys.executable, "-c", _SERVE, str(self.port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until = time.monotonic() + 60
        while socket.socket().connect_ex(("127.0.0.1", self.port)):
            assert time.monotonic() < until and self.process.poll() is None, "Sail did not start."
            time.sleep(0.05)  # Another program starts, and tells nobody when it is ready.
        return self

    def kill(self) -> None:
        """End the server as a crash would."""
        if self.process:
            self.process.kill()
            self.process.wait(30)
