"""A reader without a browser: one WebSocket that speaks Streamlit's own messages, as its front end does."""

import asyncio
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

# A browser is patient; a measurement has to end.
PATIENCE = 30.0
_ENDED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
_STREAM = "/_stcore/stream"


class ReadingError(Exception):
    """The server did not do what was asked; says what it did instead."""


@dataclass(frozen=True)
class Element:
    """Something on the page that can be acted on: its id, and the fragment that it stands in, if in any."""

    id: str
    fragment: str = ""


@dataclass
class Reader:
    """One session: what its browser would keep of the page; `view` is what the server last told the board of Explore to show."""

    socket: ClientConnection
    address: str
    cookie: str
    page: str = ""
    query: str = ""
    view: dict[str, Any] = field(default_factory=dict)
    elements: dict[str, Element] = field(default_factory=dict)
    received: int = 0
    _script: str = ""
    _cached: set[str] = field(default_factory=set)

    @classmethod
    async def connect(cls, address: str, cookie: str = "") -> "Reader":
        """Open the socket of an app; a cookie that the handshake sets is kept, as it says which replica this is.

        *Raises* ReadingError when the server takes no connection.
        """
        headers = {"Cookie": cookie} if cookie else {}
        try:
            socket = await connect(
                address.replace("http", "ws", 1) + _STREAM,
                subprotocols=[Subprotocol("streamlit")],
                additional_headers=headers,
                max_size=None,
                compression=None,
                open_timeout=PATIENCE,
            )
        except (OSError, WebSocketException) as error:
            raise ReadingError(f"no connection ({type(error).__name__})") from error
        assert socket.response
        given = socket.response.headers.get("Set-Cookie", "").partition(";")[0]
        return cls(socket, address, given or cookie)

    async def open(self, page: str, query: str = "") -> float:
        """Open a page of the app at a view and return how many seconds its run took."""
        self.page, self._script, self.elements, self.view = page, "", {}, {}
        return await self._run(ClientState(query_string=query, page_name=page))

    async def act(self, name: str, value: Mapping[str, Any], query: str = "") -> float:
        """Change the widget of that name and return how many seconds the run that follows took."""
        element = self.elements[name]
        state = ClientState(query_string=query, page_script_hash=self._script, fragment_id=element.fragment)
        trigger = "json_trigger_value" in value
        state.widget_states.widgets.append(WidgetState(id=_trigger_of(element.id) if trigger else element.id, **value))
        return await self._run(state)

    async def close(self) -> None:
        """Go away, as a closed tab does."""
        await self.socket.close()

    async def _run(self, state: ClientState) -> float:
        self.query = state.query_string
        state.cached_message_hashes.extend(self._cached)
        state.context_info.timezone = "UTC"
        state.context_info.url = f"{self.address}/{self.page}"
        begun = time.perf_counter()
        try:
            async with asyncio.timeout(PATIENCE):
                await self.socket.send(BackMsg(rerun_script=state).SerializeToString())
                await self._take_until_ended()
        except (OSError, WebSocketException, TimeoutError) as error:
            raise ReadingError(f"no answer ({type(error).__name__})") from error
        return time.perf_counter() - begun

    async def _take_until_ended(self) -> None:
        async for sent in self.socket:
            self.received += len(sent)
            message = ForwardMsg()
            message.ParseFromString(sent)
            self._take(message)
            if message.WhichOneof("type") != "script_finished":
                continue
            if message.script_finished in _ENDED:
                return
            if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                raise ReadingError("the script does not compile")
        raise ReadingError("the server hung up")

    def _take(self, message: ForwardMsg) -> None:
        if message.metadata.cacheable:
            self._cached.add(message.hash)
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self._script = message.navigation.page_script_hash
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._keep(message.delta.new_element, message.delta.fragment_id)

    def _keep(self, element: Any, fragment: str) -> None:
        kind = element.WhichOneof("type")
        part = getattr(element, kind)
        if kind == "exception":
            raise ReadingError(f"the page failed ({part.type})")
        if name := getattr(part, "component_name", "") or getattr(part, "label", ""):
            self.elements[name] = Element(getattr(part, "id", ""), fragment)
        if kind == "bidi_component" and part.WhichOneof("data") == "json":
            self.view = json.loads(part.json).get("selection", self.view)


def _trigger_of(element: str) -> str:
    # Where a component's events go: beside its state, under a key that Streamlit keeps to itself.
    return f"$$STREAMLIT_INTERNAL_KEY_{element}__events"
