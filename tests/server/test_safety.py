"""What keeps the hosted app safe: headers, hosts, limits, the gate and the settings."""

import base64
import hashlib
import json
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from itsdangerous import TimestampSigner
from starlette.requests import Request
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send
from streamlit.auth_util import set_cookie_with_chunks
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from lib.server import gate, rate
from lib.server.front import SCRIPT
from lib.server.metrics import Metrics
from lib.server.paths import HEALTH, METRICS, PREFIX, READY, below, kind_of
from lib.server.rate import Buckets, client_of
from lib.server.security import SafetyHeaders, host_names
from lib.server.settings import SettingError, Settings
from tests.server.site import PAGE, site

SECRET = "0123456789abcdef0123456789abcdef"
SIGN_IN = {
    "OIDC_METADATA_URL": "https://id.example/.well-known/openid-configuration",
    "OIDC_CLIENT_ID": "explorer",
    "OIDC_CLIENT_SECRET": "hush",
    "OIDC_REDIRECT_URI": "https://data.example/oauth2callback",
    "STREAMLIT_SERVER_COOKIE_SECRET": SECRET,
    "ROLE_ADMINS": "chiefs",
    "ROLE_CURATORS": "cora@example.org",
}


def policy(answer_header: str) -> dict[str, list[str]]:
    """Read a Content-Security-Policy."""
    return {name: sources for name, *sources in (part.split() for part in answer_header.split(";"))}


def sha256(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_a_page_may_run_its_own_scripts_and_reach_its_own_server_alone(client: TestClient):
    answer = client.get("/explore")
    told = policy(answer.headers["content-security-policy"])
    front = SCRIPT.decode().removeprefix("<script>").removesuffix("</script>\n")
    assert sha256("\nwindow.a = 1\n") in told["script-src"]
    assert sha256(front) in told["script-src"]
    assert "'unsafe-inline'" not in told["script-src"]
    assert (told["default-src"], told["connect-src"], told["base-uri"]) == (["'none'"], ["'self'"], ["'none'"])
    assert not any("//" in source or source == "*" for sources in told.values() for source in sources)
    assert "</script>" in PAGE


def test_every_answer_carries_the_headers(client: TestClient):
    for path in ("/", "/healthz", "/api/v1/regions.json", "/api/v1/nothing", "/app/static/x.js", "/media/1"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "frame-ancestors" in policy(headers["content-security-policy"])


@pytest.mark.parametrize(("environment", "told"), [({}, None), (SIGN_IN, "same-origin")])
def test_pages_keep_other_windows_away_where_people_sign_in(data: Path, environment: Mapping[str, str], told: str | None):
    with site(data, environment) as client:
        assert client.get("/").headers.get("cross-origin-opener-policy") == told


def test_who_may_frame_the_pages_is_a_setting(data: Path):
    with site(data, {"FRAME_ANCESTORS": "https://wiki.example https://*.school.example:8443"}) as client:
        told = policy(client.get("/").headers["content-security-policy"])
    assert told["frame-ancestors"] == ["https://wiki.example", "https://*.school.example:8443"]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("data.example", 200),
        ("DATA.example:8501", 200),
        ("data.example.", 200),
        ("a.lab.example", 200),
        ("a.b.lab.example", 200),
        ("[::1]:8501", 200),
        ("lab.example", 400),
        (".lab.example", 400),
        ("a b.lab.example", 400),
        ("evil.example/.lab.example", 400),
        ("evil.example#.lab.example", 400),
        ("evil.example", 400),
        ("", 400),
    ],
)
def test_only_hosts_on_the_list_are_served(data: Path, monkeypatch: pytest.MonkeyPatch, host: str, status: int):
    monkeypatch.setattr(
        "streamlit.get_option", lambda name: ["data.example", "*.lab.example", "::1"] if name == "server.allowedHosts" else ""
    )
    with site(data) as client:
        assert client.get("/", headers={"Host": host}).status_code == status
        assert client.get("/readyz", headers={"Host": "10.0.0.7:8501"}).status_code == 200
        rows = client.get("/api/v1/regions.json", headers={"Host": host})
        assert rows.headers["content-type"] == ("application/json" if status == 200 else "application/problem+json")


@pytest.mark.parametrize(
    "given", ["data.example,lab.example", '["data.example"]', "https://data.example", "data.example:8501", "*.", "a b", ""]
)
def test_what_is_no_name_of_a_host_is_refused_before_anybody_asks(given: str):
    with pytest.raises(SettingError, match=r"STREAMLIT_SERVER_ALLOWED_HOSTS: .* is no name of a host; write names such as"):
        host_names(["data.example", given])


def test_names_and_addresses_are_hosts():
    names = ("*", "data.example", "*.lab.example", "127.0.0.1", "::1", "app_1")
    assert host_names([*names, " Data.Example."]) == (*names, "data.example")


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("http://evil.example/evidence/", "/evidence/"),
        ("http://evil.example/evidence/?x=1", "/evidence/?x=1"),
        ("http://evil.example//other.example/", "http://evil.example//other.example/"),
        ("http://evil.example/\\other.example/", "http://evil.example/\\other.example/"),
        ("https://id.example/authorize", "https://id.example/authorize"),
        ("/explore", "/explore"),
    ],
)
def test_a_redirect_within_the_app_names_no_host(place: str, told: str):
    async def leads(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 307, "headers": [(b"location", place.encode())]})
        await send({"type": "http.response.body"})

    answer = TestClient(SafetyHeaders(leads, "'self'", keeps_apart=False)).get(
        "/", headers={"Host": "evil.example"}, follow_redirects=False
    )
    assert answer.headers["location"] == told


def test_below_a_base_path_everything_is_below_it(data: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("streamlit.get_option", lambda name: "/evidence/" if name == "server.baseUrlPath" else [])
    with site(data) as client:
        assert client.get("/evidence/api/v1/regions.json").status_code == 200
        assert client.get("/evidence/api/v1").status_code == 404
        assert client.get("/evidence/readyz").json()["status"] == "ready"
        assert client.get("/api/v1/regions.json").headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    ("path", "base", "expected"),
    [("/a/b", "", "/a/b"), ("/x/a", "x", "/a"), ("/x", "x", "/"), ("/xa", "x", "/xa"), ("/y/a", "x", "/y/a")],
)
def test_the_path_below_the_base(path: str, base: str, expected: str):
    assert below(path, base) == expected


@given(st.text())
def test_any_path_is_of_one_of_few_kinds(path: str):
    kinds = {
        METRICS,
        "api",
        "published",
        "media",
        "session",
        "streamlit metrics",
        "agent",
        "upload",
        "streamlit",
        "sign-in",
        "front end",
        "page",
        "other",
    }
    # An address of ours is a kind by itself.
    assert kind_of(path) in kinds | {HEALTH, READY} or path.startswith(f"{PREFIX}/")


def test_a_bucket_empties_and_fills():
    now = [0.0]
    buckets = Buckets(rate=2, burst=3, clock=lambda: now[0])
    assert [buckets.take("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert buckets.take("b") == 0, "everybody has a bucket"
    now[0] = 0.5
    assert [buckets.take("a") for _ in range(2)] == [0, 0.5]
    now[0] = 1000
    assert [buckets.take("a") for _ in range(4)] == [0, 0, 0, 0.5]


def test_no_more_clients_are_remembered_than_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rate, "MOST_CLIENTS", 5)
    buckets = Buckets(rate=1, burst=1)
    for number in range(50):
        buckets.take(str(number))
    assert len(buckets) == 5


def test_who_asks_too_often_is_told_when_to_ask_again(data: Path):
    with site(data, {"API_RATE": "0.01", "API_BURST": "2"}) as client:
        first, second, third = (client.get("/api/v1/versions.json") for _ in range(3))
        page = client.get("/explore")
    assert (first.status_code, second.status_code, third.status_code, page.status_code) == (200, 200, 429, 200)
    seconds = third.headers["retry-after"]
    assert 50 < int(seconds) <= 100
    assert third.json()["detail"] == f"Too many requests. Ask again in {seconds} s."


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::9", "2001:db8:1:3::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", "testclient"),
        ("", ""),
    ],
)
def test_one_client_is_one_address_or_one_network_of_ipv6(address: str, client: str):
    assert client_of(address) == client


@pytest.mark.parametrize(("language", "word"), [("", "Retry-After"), ("&lang=zh", "频率")])
def test_what_is_refused_as_a_whole_names_the_remedy_in_the_language_asked_for(data: Path, language: str, word: str):
    with site(data, {"API_RATE": "0.01", "API_BURST": "1"}) as client:
        long = client.get(f"/api/v1/regions.json?q={'x' * rate.LONGEST_QUERY}{language}")
        client.get("/api/v1/regions.json")
        often = client.get(f"/api/v1/regions.json?{language[1:]}")
    assert (long.status_code, often.status_code) == (414, 429)
    assert [answer.json()["errors"][0]["problem"] for answer in (long, often)] == ["query_too_long", "too_often"]
    assert word in often.json()["errors"][0]["remedy"]
    assert str(rate.LONGEST_QUERY) in long.json()["detail"].replace(",", "")


def signed_in(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, claims: Mapping[str, object] | None = None, secret: str = SECRET
) -> TestClient:
    """Give the client the cookie that Streamlit sets after a sign-in."""
    monkeypatch.setattr(gate, "get_cookie_secret", lambda: SECRET)
    content = json.dumps({"is_logged_in": True, "iat": time.time(), "origin": "https://data.example", **(claims or {})})
    client.cookies.set(USER_COOKIE_NAME, create_signed_value(secret, USER_COOKIE_NAME, content).decode())
    return client


GUARDED = (
    "/api/v1/regions.json",
    "/api/v1/openapi.json",
    "/app/static/0123/figures.json",
    "/media/1",
    "/metrics",
    "/_stcore/metrics",
    "/_stcore/agent/x",
)


def test_where_readers_sign_in_nothing_is_for_others(data: Path):
    with site(data, SIGN_IN) as client:
        assert [client.get(path).status_code for path in GUARDED] == [401] * len(GUARDED)
        assert [client.get(path).status_code for path in ("/", "/explore", "/static/x.js", "/_stcore/health", "/healthz")] == [200] * 5


@pytest.mark.parametrize(
    "path", ["/app/static/0123/figures.json%0A", "/metrics%0A", "/api/v1/regions.json%0A", "/media/%0A1", "/_stcore/metrics%0a"]
)
def test_a_line_break_in_the_address_leads_past_no_gate(data: Path, path: str):
    with site(data, SIGN_IN) as client:
        assert client.get(path).status_code == 401


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ({}, [200, 200, 200, 200, 403, 403, 403]),
        ({"email": "cora@example.org", "email_verified": True}, [200, 200, 200, 200, 403, 403, 403]),
        ({"roles": ["chiefs"]}, [200] * 7),
        ({"is_logged_in": False}, [401] * 7),
        ({"roles": ["chiefs"], "iat": time.time() - 13 * 3600}, [401] * 7),
    ],
)
def test_a_role_opens_what_it_should(data: Path, monkeypatch: pytest.MonkeyPatch, claims: dict[str, object], expected: list[int]):
    with site(data, SIGN_IN) as client:
        signed_in(client, monkeypatch, claims)
        assert [client.get(path).status_code for path in GUARDED] == expected


@pytest.mark.parametrize(("days", "status"), [(29, 200), (32, 401)])
def test_a_cookie_outlives_no_month_even_where_hours_are_not_bounded(data: Path, monkeypatch: pytest.MonkeyPatch, days: int, status: int):
    with site(data, {**SIGN_IN, "SIGN_IN_HOURS": "0"}) as client:
        with monkeypatch.context() as then:
            then.setattr(TimestampSigner, "get_timestamp", lambda signer: int(time.time()) - days * 86_400)
            signed_in(client, monkeypatch)
        assert client.get(GUARDED[0]).status_code == status


def test_a_sign_in_whose_claims_fill_several_cookies_counts(data: Path, monkeypatch: pytest.MonkeyPatch):
    # Names that no compression makes small.
    groups = [hashlib.sha256(bytes([number])).hexdigest() for number in range(200)]
    claims = {"is_logged_in": True, "iat": time.time(), "origin": "https://data.example", "roles": groups}
    monkeypatch.setattr(gate, "get_cookie_secret", lambda: SECRET)
    with site(data, {**SIGN_IN, "ROLE_ADMINS": groups[-1]}) as client:

        def put(name: str, value: str) -> None:
            client.cookies.set(name, sign(name, value).decode())

        def sign(name: str, value: str) -> bytes:
            return create_signed_value(SECRET, name, value)

        set_cookie_with_chunks(put, sign, USER_COOKIE_NAME, claims, cookie_attr_size=100)
        assert len(client.cookies) > 2
        assert client.get("/metrics").status_code == 200
        del client.cookies[f"{USER_COOKIE_NAME}_1"]
        assert client.get("/metrics").status_code == 401


def test_who_signed_in_and_is_on_no_list_is_told_that_a_role_is_missing(data: Path, monkeypatch: pytest.MonkeyPatch):
    with site(data, {**SIGN_IN, "ROLE_VIEWERS": "class-3"}) as client:
        signed_in(client, monkeypatch, {"roles": ["class-4"]})
        assert [client.get(path).status_code for path in GUARDED] == [403] * len(GUARDED)


def test_a_forged_cookie_opens_nothing(data: Path, monkeypatch: pytest.MonkeyPatch):
    with site(data, SIGN_IN) as client:
        signed_in(client, monkeypatch, {"roles": ["chiefs"]}, secret="another secret of the same length")
        assert client.get(GUARDED[0]).status_code == 401


@pytest.mark.parametrize("origin", ["https://other.example", "http://data.example", "https://data.example:8443", "", None])
def test_a_cookie_that_another_app_gave_under_the_same_secret_opens_nothing(
    data: Path, monkeypatch: pytest.MonkeyPatch, origin: str | None
):
    with site(data, SIGN_IN) as client:
        signed_in(client, monkeypatch, {"roles": ["chiefs"], "origin": origin})
        assert [client.get(path).status_code for path in GUARDED] == [401] * len(GUARDED)


def test_a_scraper_needs_no_sign_in_but_its_token(data: Path):
    with site(data, {**SIGN_IN, "METRICS_TOKEN": "let-me-in"}) as client:
        headers = {"Authorization": "Bearer let-me-in"}
        assert client.get("/metrics", headers=headers).status_code == 200
        assert client.get(GUARDED[0], headers=headers).status_code == 401


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ("Bearer schlüssel", 200),
        ("bearer schlüssel", 200),
        ("BEARER   schlüssel ", 200),
        ("schlüssel", 401),
        ("Basic schlüssel", 401),
        ("Bearer", 401),
        ("Bearer schlussel", 401),
    ],
)
def test_a_token_comes_with_its_scheme(data: Path, given: str, status: int):
    with site(data, {"METRICS_TOKEN": "schlüssel"}) as client:
        assert client.get("/metrics", headers={b"Authorization": given.encode()}).status_code == status
    other = Request({"type": "http", "headers": [(b"authorization", given.encode("latin-1"))]})
    assert not Metrics("schlüssel").admits(other)


KEPT = ("private, no-cache", "private, no-cache", "private, no-cache", "no-store", "no-store", "private, no-cache", "private, no-cache")


@pytest.mark.parametrize(("path", "kept"), list(zip(GUARDED, KEPT, strict=True)))
def test_what_signed_in_readers_get_is_for_no_other_page_and_no_later_reader(
    data: Path, monkeypatch: pytest.MonkeyPatch, path: str, kept: str
):
    with site(data, SIGN_IN) as client:
        answer = signed_in(client, monkeypatch, {"roles": ["chiefs"]}).get(path, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 200
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["cache-control"] == kept


def test_what_holds_no_data_and_what_is_public_is_told_as_streamlit_tells_it(data: Path, client: TestClient):
    assert client.get("/app/static/x.js").headers["cache-control"] == "public"
    assert client.get("/media/1").headers["access-control-allow-origin"] == "*"
    with site(data, SIGN_IN) as closed:
        assert closed.get("/static/x.js").headers["cache-control"] == "public"


def test_the_defaults_need_no_setting():
    assert Settings.read({}) == Settings()


def test_the_sign_in_is_told_to_streamlit_as_it_wants_it():
    secrets = Settings.read({**SIGN_IN, "OIDC_PROMPT": "login"}).secrets
    assert secrets
    assert secrets["auth"]["cookie_secret"] == SECRET
    assert secrets["auth"]["client_kwargs"] == {"scope": "openid email profile", "prompt": "login"}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"API_RATE": "many"}, r"API_RATE: `many` is no number from 0 up; leave it out for 10\."),
        ({"API_RATE": "-1"}, r"API_RATE: `-1` is no number"),
        ({"API_BURST": "inf"}, r"API_BURST: `inf` is no number"),
        ({"DATASET_REFRESH_SECONDS": "nan"}, r"DATASET_REFRESH_SECONDS: `nan` is no number"),
        ({"SIGN_IN_HOURS": "a day"}, r"SIGN_IN_HOURS: `a day` is no number from 0 up; leave it out for 12\."),
        ({"SIGN_IN_HOURS": "nan"}, r"SIGN_IN_HOURS: `nan` is no number"),
        ({"ACCESS_LOG": "xml"}, r"ACCESS_LOG: `xml` is not known; use one of: off, json\."),
        ({"FRAME_ANCESTORS": "*"}, r"FRAME_ANCESTORS: `\*` is no origin"),
        ({"FRAME_ANCESTORS": "https://a.example; script-src *"}, r"FRAME_ANCESTORS: `https://a.example;` is no origin"),
        ({**SIGN_IN, "OIDC_CLIENT_SECRET": ""}, r"OIDC_CLIENT_SECRET: it is missing, though other settings of the sign-in are given"),
        ({**SIGN_IN, "OIDC_CLIENT_ID": " "}, r"OIDC_CLIENT_ID: it is missing"),
        ({"ROLE_VIEWERS": "class-3"}, r"ROLE_VIEWERS: nobody signs in, so it does nothing; give all of OIDC_METADATA_URL, "),
        ({"ROLE_ADMINS": "chiefs", "STREAMLIT_SERVER_COOKIE_SECRET": SECRET}, r"ROLE_ADMINS: nobody signs in"),
        ({"ROLE_CLAIM": "groups"}, r"ROLE_CLAIM: nobody signs in"),
        ({"OIDC_SCOPE": "openid"}, r"OIDC_SCOPE: nobody signs in"),
        ({"API_BURST": "0"}, r"API_BURST: `0` is no whole number from 1 up; leave it out for 60\."),
        ({"API_BURST": "1.5"}, r"API_BURST: `1\.5` is no whole number"),
        ({"FRAME_ANCESTORS": "'none' https://a.example"}, r"FRAME_ANCESTORS: `'none'` stands beside others; write it alone"),
        (
            {**SIGN_IN, "ROLE_VIEWERS": " , "},
            r"ROLE_VIEWERS: ` , ` names nobody; leave it out, or name addresses and values of the claim\.",
        ),
        ({**SIGN_IN, "STREAMLIT_SERVER_COOKIE_SECRET": "short"}, r"STREAMLIT_SERVER_COOKIE_SECRET: it is too short"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(given: dict[str, str], message: str):
    with pytest.raises(SettingError, match=message):
        Settings.read(given)
