"""What a middleware needs to change the headers of an answer on its way out."""

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send


def changing(send: Send, change: Callable[[MutableHeaders], None], statuses: range = range(100, 600)) -> Send:
    """Return what sends an answer after its headers were changed, if its status is one of these."""

    async def send_changed(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] in statuses:
            change(MutableHeaders(scope=message))
        await send(message)

    return send_changed
