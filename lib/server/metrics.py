"""What the server counts, in the OpenMetrics text form."""

import hmac
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, PlatformCollector, ProcessCollector
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily
from prometheus_client.openmetrics.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response

from lib.queries.served import served
from lib.server.health import dataset_state
from lib.server.problems import problem

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5)


class Metrics:
    """The counters of one server; `token` guards them where one is set."""

    def __init__(self, token: str = ""):
        """Register everything that is counted."""
        self._token = token
        self._registry = CollectorRegistry()
        self._requests = Counter("http_requests", "Requests answered.", ("route", "method", "status"), registry=self._registry)
        self._seconds = Histogram(
            "http_request_seconds", "Time until a request was answered.", ("route",), buckets=_SECONDS, registry=self._registry
        )
        self.sessions = Gauge("sessions_connected", "Browsers that are connected.", registry=self._registry)
        self._registry.register(_Dataset())
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)

    def count(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one answered request; needs a route out of few."""
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def show(self, request: Request) -> Response:
        """Answer with all metrics, to whoever has the token where one is set."""
        if self._token and not self.admits(request):
            return problem(401, "Send the token of the metrics.", {"WWW-Authenticate": "Bearer"})
        body = generate_latest(self._registry)  # type: ignore[no-untyped-call]  # the package types the rest
        return Response(body, headers={"Cache-Control": "no-store", "Content-Type": CONTENT_TYPE_LATEST})

    def admits(self, request: Request) -> bool:
        """Tell whether a request carries the token."""
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        # Headers are read as Latin-1, whatever was written.
        is_token = hmac.compare_digest(given.strip(" ").encode("latin-1"), self._token.encode())
        return bool(self._token) and scheme.lower() == "bearer" and is_token


class _Dataset(Collector):
    """Tells what is served at the moment of being asked."""

    def collect(self) -> Iterator[InfoMetricFamily | GaugeMetricFamily]:
        """Give the version, the verified quotes and whether a newer dataset was refused."""
        state = dataset_state(served())
        named = {name: str(state.get(name, "")) for name in ("dataset_version", "identity")}
        yield InfoMetricFamily("dataset", "Dataset that is served.", named)
        for name in ("quotes_verified", "quotes_total"):
            yield GaugeMetricFamily(f"dataset_{name}", "Quotes of the dataset.", state.get(name, 0))
        yield GaugeMetricFamily("dataset_ready", "1 when every check of the dataset passed.", int(state["is_ready"]))
        yield GaugeMetricFamily("dataset_refused", "1 when a newer dataset was refused.", int(bool(state["refused"])))
