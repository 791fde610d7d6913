"""An engine over Spark Connect: Apache Spark, Sail or whatever else speaks it answers the same SQL, on this machine or on many others."""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from queue import Empty, LifoQueue
from threading import BoundedSemaphore, Lock
from time import monotonic
from typing import Any

import grpc
import pandas as pd
import pyarrow as pa
from pyspark.errors import AnalysisException, ParseException, PySparkException
from pyspark.sql.connect.client import DefaultChannelBuilder
from pyspark.sql.connect.client.retries import DefaultPolicy
from pyspark.sql.connect.session import SparkSession

from lib.queries.engine import AT_ONCE, EngineError

_ASKED_WRONGLY = (AnalysisException, ParseException)
# Connections are otherwise shared, and one that failed makes the next ones wait, also when the engine is back.
_OWN_CONNECTION = [("grpc.use_local_subchannel_pool", 1)]
_NOT_ANSWERED = (PySparkException, grpc.RpcError, OSError, ValueError)


# After an answer that never came nobody else waits as long for the next one: a page asks many questions.
_REST = 5.0


class SparkEngine:
    """A Spark Connect server over the Parquet files as it reaches them."""

    def __init__(self, address: str, files: Mapping[str, str], tables: Mapping[str, str], seconds: float):
        """Prepare to ask; nothing is sent yet.

        Needs the address as `sc://host:port`, for each view its file as the server knows it, for each further view the SQL that makes it
        of them, and how long one answer may take.
        """
        self._address, self._files, self._tables, self._seconds = address, files, tables, seconds
        self._turns = BoundedSemaphore(AT_ONCE)
        self._rests_until = 0.0
        self._idle: LifoQueue[SparkSession] = LifoQueue()
        self._making = Lock()
        self._made: dict[str, pa.Table] = {}

    def run(self, sql: str, parameters: Sequence[object]) -> pd.DataFrame:
        """Return the rows of one statement; safe to call from many threads.

        *Raises* EngineError when the engine does not answer, not even in a new session, or let the last one wait in vain a moment ago.
        """
        with self._turns:
            begun = monotonic()
            if begun < self._rests_until:
                raise EngineError
            try:
                rows = self._answer_of_known_session(sql, parameters)
                return (self._answer_of_new_session(sql, parameters) if rows is None else rows).to_pandas()
            except EngineError:
                self._rests_until = monotonic() + _REST if monotonic() - begun >= self._seconds else 0.0
                raise

    def _answer_of_known_session(self, sql: str, parameters: Sequence[object]) -> pa.Table | None:
        begun = monotonic()
        try:
            return self._answer(self._idle.get_nowait(), sql, parameters)
        except Empty:
            return None
        except _NOT_ANSWERED as error:
            if monotonic() - begun >= self._seconds:
                raise EngineError from error
            # An engine that was started again knows neither the session nor its views, and each says so in its own way:
            # what counts is what it says in a new session.
            return None

    def _answer_of_new_session(self, sql: str, parameters: Sequence[object]) -> pa.Table:
        try:
            return self._answer(self._new_session(), sql, parameters)
        except _ASKED_WRONGLY:
            raise
        except _NOT_ANSWERED as error:
            raise EngineError from error

    def _answer(self, session: SparkSession, sql: str, parameters: Sequence[object]) -> pa.Table:
        try:
            rows = session.sql(_named(sql), args={f"p{place}": value for place, value in enumerate(parameters)} or None).toArrow()
        except BaseException:
            session.client.close()
            raise
        self._idle.put(session)
        return rows

    def _new_session(self) -> SparkSession:
        builder = DefaultChannelBuilder(self._address, _OWN_CONNECTION)
        builder.add_interceptor(_Deadline(self._seconds))
        session = SparkSession(connection=builder)
        session.client.set_retry_policies([DefaultPolicy(max_retries=2, initial_backoff=100)])
        for view, file in self._files.items():
            session.read.parquet(file).createOrReplaceTempView(view)
        for view, sql in self._tables.items():
            session.createDataFrame(self._made_once(session, view, sql)).createOrReplaceTempView(view)
        return session

    def _made_once(self, session: SparkSession, view: str, sql: str) -> pa.Table:
        # A view of the SQL alone would be made anew for each question: minutes, over ten million figures.
        with self._making:
            if view not in self._made:
                self._made[view] = session.sql(sql).toArrow()
            return self._made[view]


def _named(sql: str) -> str:
    # By name: Spark 4.2 gave the values of a statement with more than ten `?` to the wrong ones.
    first, *others = sql.split("?")
    return first + "".join(f":p{place}{text}" for place, text in enumerate(others))


_Details = namedtuple("_Details", ("method", "timeout", "metadata", "credentials", "wait_for_ready", "compression"))


class _Deadline(grpc.UnaryUnaryClientInterceptor, grpc.UnaryStreamClientInterceptor):  # type: ignore[misc]
    # The client itself waits for ever.
    def __init__(self, seconds: float):
        self._seconds = seconds

    def intercept_unary_unary(self, continuation: Callable[..., Any], details: Any, request: Any) -> Any:
        return continuation(self._limited(details), request)

    def intercept_unary_stream(self, continuation: Callable[..., Any], details: Any, request: Any) -> Any:
        return continuation(self._limited(details), request)

    def _limited(self, details: Any) -> _Details:
        kept = (getattr(details, name, None) for name in _Details._fields if name not in ("method", "timeout"))
        return _Details(details.method, self._seconds, *kept)
