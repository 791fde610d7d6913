"""People sign in at a real OpenID provider: they come back to the view of their link, and see what their role opens."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from lib.text.catalogue import say
from tests.browser.serving import HOST, free_port, served
from tests.browser.visits import ROOT, View, Visit, visit

# The provider is built with what goes out of use.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

TIMEOUT_MS = 15_000
LINK = "/explore?region=330603&theme=income_gap&claim=kq23-12a"
CLOSED = ("/api/v1/regions.json", "/app/static/README.md", "/metrics")
PEOPLE = {"viewer": "class-3", "curator": "editors", "admin": "chiefs", "stranger": "elsewhere"}
Comes = Callable[[str, str], Visit]


def provider(port: int) -> AbstractContextManager[Any]:
    """Run an OpenID provider that knows these people and asks for no password."""
    from oidc_provider_mock import User, run_server_in_thread

    people = [
        User(sub=name, claims={"name": name.title(), "email": f"{name}@example.org", "roles": [group]}) for name, group in PEOPLE.items()
    ]
    return run_server_in_thread(port, user_claims=people)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Give the address of an app whose readers sign in."""
    own, other = free_port(), free_port()
    settings = {
        "OIDC_METADATA_URL": f"http://{HOST}:{other}/.well-known/openid-configuration",
        "OIDC_CLIENT_ID": "explorer",
        "OIDC_CLIENT_SECRET": "hush",
        "OIDC_REDIRECT_URI": f"http://{HOST}:{own}/oauth2callback",
        "STREAMLIT_SERVER_COOKIE_SECRET": "of the tests alone, and long enough",
        **{f"ROLE_{role}S": PEOPLE[role.lower()] for role in ("VIEWER", "CURATOR", "ADMIN")},
    }
    with provider(other), served(ROOT, settings=settings, port=own) as server:
        yield server.address


@pytest.fixture
def comes(browser: Browser, address: str) -> Iterator[Comes]:
    """Give a function that opens a link as a stranger, who finds the door and nothing amiss, and then signs in as somebody."""
    with ExitStack() as opened:

        def come(person: str, link: str) -> Visit:
            seen = opened.enter_context(visit(browser, address, View()))
            # The provider's page asks for its style elsewhere.
            seen.page.route(lambda url: HOST not in url, lambda route: route.fulfill(body=""))
            seen.page.goto(address + link)
            expect(door(seen.page)).to_be_visible(timeout=TIMEOUT_MS)
            expect(seen.page.get_by_role("dialog")).to_have_count(0)
            assert (seen.console_errors, statuses(seen)) == ([], [401, 401, 401])
            door(seen.page).click()
            seen.page.get_by_role("button", name=person, exact=True).click(timeout=TIMEOUT_MS)
            return seen

        yield come


def door(page: Page) -> Locator:
    return page.get_by_role("button", name=say("en", "sign_in.enter"), exact=True)


def heading(seen: Visit, key: str) -> Locator:
    return seen.page.get_by_role("heading", name=say("en", key), exact=True)


def statuses(seen: Visit) -> list[int]:
    """Ask for what is closed as the browser of that visit does."""
    return [seen.page.request.get(seen.address + path, max_redirects=0).status for path in CLOSED]


def test_a_link_leads_to_its_view_through_the_sign_in(comes: Comes):
    seen = comes("viewer", LINK)
    seen.page.wait_for_url(seen.address + LINK, timeout=TIMEOUT_MS)
    expect(heading(seen, "explore.title")).to_be_visible(timeout=TIMEOUT_MS)
    expect(seen.page.get_by_text(say("en", "sign_in.account", name="Viewer", role="viewer"))).to_be_visible(timeout=TIMEOUT_MS)
    expect(seen.page.get_by_role("button", name="Remove Keqiao District")).to_be_visible(timeout=TIMEOUT_MS)
    assert (seen.console_errors, statuses(seen)) == ([], [200, 200, 403])


def test_what_opens_with_the_sign_in_closes_with_the_way_out(comes: Comes):
    seen = comes("admin", "/checks")
    expect(heading(seen, "checks.title")).to_be_visible(timeout=TIMEOUT_MS)
    expect(seen.page.get_by_role("button", name=say("en", "checks.look"))).to_be_visible(timeout=TIMEOUT_MS)
    assert statuses(seen) == [200, 200, 200]
    seen.page.get_by_role("button", name=say("en", "sign_in.leave")).click(timeout=TIMEOUT_MS)
    seen.page.get_by_role("button", name="End session").click(timeout=TIMEOUT_MS)
    expect(door(seen.page)).to_be_visible(timeout=TIMEOUT_MS)
    assert statuses(seen) == [401, 401, 401]


def test_a_curator_sees_the_checks_and_looks_for_no_newer_dataset(comes: Comes):
    seen = comes("curator", "/checks")
    expect(heading(seen, "checks.numbers")).to_be_visible(timeout=TIMEOUT_MS)
    expect(seen.page.get_by_role("button", name=say("en", "checks.look"))).to_have_count(0)


def test_a_viewer_finds_no_checks(comes: Comes):
    seen = comes("viewer", "/checks")
    expect(seen.page.get_by_text("Page not found")).to_be_visible(timeout=TIMEOUT_MS)
    expect(heading(seen, "checks.title")).to_have_count(0)


def test_who_is_on_no_list_is_told_so_and_sees_nothing(comes: Comes):
    seen = comes("stranger", LINK)
    expect(seen.page.get_by_text(say("en", "sign_in.not_let_in", name="Stranger"))).to_be_visible(timeout=TIMEOUT_MS)
    assert statuses(seen) == [403, 403, 403]
