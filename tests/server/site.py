"""The hosted app around an app in memory, to ask over HTTP without a port."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from lib.server.hosted import Hosted
from lib.server.settings import Settings

PAGE = '<!DOCTYPE html><html lang="en"><head><script>\nwindow.a = 1\n</script></head><body></body></html>'


async def _stream(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(socket.headers["x-request-id"])
    await socket.receive()


def _page(request: Request) -> Response:
    return HTMLResponse(PAGE, headers={"Set-Cookie": "_streamlit_xsrf=1; Path=/"})


def _callback(request: Request) -> Response:
    answer = RedirectResponse("/", 302)
    answer.set_cookie("_streamlit_user", "a", httponly=True)
    answer.set_cookie("_streamlit_user_tokens", "b", secure=True)
    return answer


def _file(request: Request) -> Response:
    return PlainTextResponse("content", headers={"Access-Control-Allow-Origin": "*", "Cache-Control": "public"})


@contextmanager
def site(data: Path, given: Mapping[str, str] | None = None, address: str = "http://testserver") -> Iterator[TestClient]:
    """Serve a dataset with these settings, with pages and files as Streamlit has them."""
    hosted = Hosted.of(data, Settings.read({"DATASET_REFRESH_SECONDS": "0", **(given or {})}))
    streamlit = [
        WebSocketRoute("/_stcore/stream", _stream),
        Mount("/app/static", _file_app()),
        Mount("/media", _file_app()),
        Mount("/_stcore", _file_app()),
        Mount("/static", _file_app()),
        Route("/oauth2callback", _callback),
        Route("/{page:path}", _page),
    ]
    app = Starlette(routes=[*hosted.routes, *streamlit], middleware=list(hosted.middleware), lifespan=hosted.lifespan)
    with TestClient(app, base_url=address, raise_server_exceptions=False) as client:
        yield client


def _file_app() -> Starlette:
    return Starlette(routes=[Route("/{name:path}", _file)])
