"""Servers for a load: one process, or several behind nginx with the configuration of `deploy/`."""

import re
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.processes import cpu_ms, resident_mb
from tests.browser.install import find_nginx
from tests.browser.serving import HOST, Served, free_port, served
from tests.browser.visits import ROOT

DEPLOY = ROOT / "deploy"
POLLS, BETWEEN_POLLS = 100, 0.1


@dataclass(frozen=True)
class Site:
    """What readers are sent to: an address, and the servers behind it."""

    address: str
    servers: Sequence[Served]

    @property
    def cpu(self) -> float:
        """Milliseconds of processor time that the servers have used."""
        return sum(cpu_ms(server.pid) for server in self.servers)

    @property
    def memory(self) -> float:
        """Megabytes that the servers hold."""
        return sum(resident_mb(server.pid) for server in self.servers)


@contextmanager
def site(folder: Path, script: str, replicas: int, settings: Mapping[str, str]) -> Iterator[Site]:
    """Run so many servers of an app until the end of the block; more than one stand behind nginx."""
    with ExitStack() as running:
        servers = [running.enter_context(served(folder, script, settings=settings)) for _ in range(replicas)]
        address = servers[0].address if replicas == 1 else running.enter_context(balanced([server.address for server in servers]))
        yield Site(address, servers)


@contextmanager
def balanced(addresses: Sequence[str]) -> Iterator[str]:
    """Run nginx as `deploy/nginx.conf` has it in front of these addresses, on a free port, and give its address."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        # Started by root, its workers are somebody else, and write here what they keep.
        Path(folder).chmod(0o755)
        configuration = _configured(Path(folder), port, addresses)
        command = [find_nginx() or "nginx", "-c", str(configuration), "-g", "daemon off;"]
        proxy = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait_for(port)
            yield f"http://{HOST}:{port}"
        finally:
            proxy.terminate()
            proxy.wait()


def _configured(folder: Path, port: int, addresses: Sequence[str]) -> Path:
    """Write the configuration with another port, other replicas and temporary files of its own; everything else stays."""
    text = (DEPLOY / "nginx.conf").read_text("utf-8")
    text = re.sub(r"listen \d+;", f"listen {HOST}:{port};", text).replace("/tmp/nginx", f"{folder}/nginx")
    options = re.findall(r"^server \S+ (.*)$", (DEPLOY / "replicas.conf").read_text("utf-8"), re.MULTILINE)[0]
    (folder / "replicas.conf").write_text("".join(f"server {address.removeprefix('http://')} {options}\n" for address in addresses))
    (folder / "nginx.conf").write_text(text)
    return folder / "nginx.conf"


def _wait_for(port: int) -> None:
    import socket

    for _ in range(POLLS):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(BETWEEN_POLLS)  # Another program starts, and tells nobody when it is ready.
    raise TimeoutError("nginx does not answer")
