"""After the sign-in the page opens that was asked for before it, and no other place ever."""

import re
from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from lib.domain.access import Access
from lib.server.return_link import COOKIE, ReturnLink, _read

SIGN_IN = {"OIDC_CLIENT_ID": "explorer"}
HOST = "https://data.example.org"


def browser(base: str = "", given: dict[str, str] | None = None, status: int = 302) -> TestClient:
    """Return a browser before an app that answers as Streamlit does: each page alike, and the callback with the way to the first page."""

    def callback(_: Request) -> Response:
        return RedirectResponse(f"{base}/", status) if status == 302 else Response(status_code=status)

    def page(_: Request) -> Response:
        return HTMLResponse("page")

    routes = [Route(f"{base}/oauth2callback", callback), Route("/{path:path}", page)]
    access = Access.from_settings(SIGN_IN if given is None else given)
    app = Starlette(routes=routes, middleware=[Middleware(ReturnLink, access=access, base=base.strip("/"))])
    return TestClient(app, base_url=HOST, follow_redirects=False)


def arrives(client: TestClient, base: str = "") -> str:
    """Return where the callback leads, as a browser reads it."""
    answer = client.get(f"{base}/oauth2callback?code=1&state=2")
    assert answer.next_request is not None
    return str(answer.next_request.url)


@pytest.mark.parametrize("link", ["/explore?region=330100&lang=zh", "/targets", "/?theme=industry&q=%E6%9D%AD%E5%B7%9E%20a"])
@pytest.mark.parametrize("base", ["", "/evidence"])
def test_the_link_opens_after_the_sign_in_and_only_once(link: str, base: str):
    client = browser(base)
    client.get(base + link)
    assert arrives(client, base) == HOST + base + link
    assert arrives(client, base) == f"{HOST}{base}/"


def test_the_last_page_asked_for_counts_and_the_first_page_is_one():
    client = browser()
    client.get("/explore?region=330100")
    client.get("/")
    assert arrives(client) == f"{HOST}/"


@pytest.mark.parametrize("path", ["/api/v1/regions.json", "/static/x.js", "/_stcore/health", f"/explore?q={'a' * 3000}", "/expl%C3%B6re"])
def test_what_is_no_page_or_too_long_is_not_noted(path: str):
    client = browser()
    client.get(path)
    assert arrives(client) == f"{HOST}/"


@pytest.mark.parametrize("base", ["", "/evidence"])
def test_the_cookie_is_kept_from_scripts_other_sites_and_other_apps_of_the_host(base: str):
    told = browser(base).get(f"{base}/explore?region=330100").headers["set-cookie"]
    assert told.partition("; ")[2] == f"Path={base or '/'}; Max-Age=600; HttpOnly; SameSite=Lax"


@pytest.mark.parametrize("status", [200, 400, 500])
def test_a_sign_in_that_fails_leads_nowhere(status: int):
    client = browser(status=status)
    client.get("/explore?region=330100")
    answer = client.get("/oauth2callback?code=1&state=2")
    assert (answer.status_code, "location" in answer.headers, "set-cookie" in answer.headers) == (status, False, False)


def test_where_nobody_signs_in_nothing_is_noted():
    assert "set-cookie" not in browser(given={}).get("/explore?region=330100").headers


@pytest.mark.parametrize(
    "planted",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\evil.example",
        "javascript:1",
        "a/../b",
        "metrics",
        "healthz?x=1",
        "readyz",
        "oauth2callback",
        "oauth2callback?error=x",
        "auth/logout",
        "x\r\nSet-Cookie: a=b",
        "?a\n",
    ],
)
def test_a_planted_cookie_leads_nowhere_else(planted: str):
    client = browser()
    client.cookies.set(COOKIE, urlsafe_b64encode(planted.encode()).decode(), domain="data.example.org")
    assert arrives(client) == f"{HOST}/"


@given(st.one_of(st.text(), st.binary().map(lambda held: urlsafe_b64encode(held).decode())))
def test_whatever_a_cookie_holds_the_place_is_in_the_app(value: str):
    assert re.fullmatch(r"[\w-]*(\?[!-~]*)?", _read(value), re.ASCII)
