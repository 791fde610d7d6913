"""Who gets which role, and what it includes."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.access import Access, Role

SETTINGS = {"OIDC_CLIENT_ID": "explorer", "ROLE_ADMINS": "chiefs, Ada@example.org", "ROLE_CURATORS": "editors"}
IN: dict[str, object] = {"is_logged_in": True, "iat": time.time()}


def test_where_nobody_signs_in_everybody_reads():
    access = Access.from_settings({"ROLE_ADMINS": "chiefs"})
    assert access.role_of({}) is Role.VIEWER
    assert access.role_of({**IN, "roles": ["chiefs"]}) is Role.VIEWER


@pytest.mark.parametrize(
    ("claims", "role"),
    [
        ({}, None),
        ({"is_logged_in": False, "roles": ["chiefs"]}, None),
        (IN, Role.VIEWER),
        ({**IN, "roles": ["others", "CHIEFS"]}, Role.ADMIN),
        ({**IN, "roles": "editors"}, Role.CURATOR),
        ({**IN, "roles": ["editors", "chiefs"]}, Role.ADMIN),
        ({**IN, "roles": [None, 7, ["chiefs"]]}, Role.VIEWER),
        ({**IN, "roles": {"chiefs": True}}, Role.ADMIN),
        ({**IN, "roles": {"chiefs": {"a-school": "example.org"}}}, Role.ADMIN),
        ({**IN, "roles": {"chiefs": ["a-school"]}}, Role.ADMIN),
        ({**IN, "roles": {"chiefs": False}}, Role.VIEWER),
        ({**IN, "roles": {"chiefs": None, "editors": True}}, Role.CURATOR),
        ({**IN, "roles": {"chiefs": "false"}}, Role.VIEWER),
        ({**IN, "roles": {"chiefs": []}}, Role.VIEWER),
        ({**IN, "roles": {"chiefs": 1}}, Role.VIEWER),
        ({**IN, "roles": ["chiefſ", "CHIEFS\u200b", "\u212achiefs"]}, Role.VIEWER),
        ({**IN, "roles": ["ada@example.org"]}, Role.VIEWER),
        ({**IN, "email": "chiefs", "email_verified": True}, Role.VIEWER),
        ({**IN, "email": "ADA@example.ORG", "email_verified": True}, Role.ADMIN),
        ({**IN, "email": "ada@example.org", "email_verified": True}, Role.ADMIN),
        ({**IN, "email": "ada@example.org", "email_verified": "true"}, Role.VIEWER),
        ({**IN, "email": "ada@example.org", "email_verified": False}, Role.VIEWER),
        ({**IN, "email": "ada@example.org"}, Role.VIEWER),
        ({**IN, "email": "", "email_verified": True}, Role.VIEWER),
    ],
)
def test_a_role_comes_from_the_claim_or_a_verified_address(claims: dict[str, object], role: Role | None):
    assert Access.from_settings(SETTINGS).role_of(claims) is role


@pytest.mark.parametrize(
    ("hours", "age", "is_known"),
    [
        ("", 11.9, True),
        ("", 12.1, False),
        ("1", 0.9, True),
        ("1", 1.1, False),
        ("0.5", 0.6, False),
        ("0", 24 * 29, True),
        ("12", -0.1, True),
    ],
)
def test_a_sign_in_holds_for_hours(hours: str, age: float, is_known: bool):
    access = Access.from_settings({**SETTINGS, "SIGN_IN_HOURS": hours})
    claims = {**IN, "roles": ["chiefs"], "iat": time.time() - age * 3600}
    assert access.knows(claims) == is_known
    assert access.role_of(claims) == (Role.ADMIN if is_known else None)


@pytest.mark.parametrize("given", [None, "now", True, []])
def test_a_sign_in_of_no_known_hour_holds_not(given: object):
    assert Access.from_settings(SETTINGS).role_of({**IN, "iat": given}) is None


def test_a_list_of_viewers_keeps_others_out():
    access = Access.from_settings({**SETTINGS, "ROLE_VIEWERS": "class-3", "ROLE_CLAIM": "groups"})
    assert access.role_of({**IN, "groups": ["class-3"]}) is Role.VIEWER
    assert access.role_of({**IN, "groups": ["class-4"]}) is None
    assert access.role_of({**IN, "groups": ["chiefs"]}) is Role.ADMIN
    assert access.role_of({**IN, "roles": ["chiefs"]}) is None


@pytest.mark.parametrize("address", ["boſs@kites.org", "boss@\u212aites.org"])
def test_letters_that_only_look_alike_are_somebody_else(address: str):
    access = Access.from_settings({**SETTINGS, "ROLE_ADMINS": "Boss@Kites.org"})
    assert access.role_of({**IN, "email": "bosS@kites.org", "email_verified": True}) is Role.ADMIN
    assert access.role_of({**IN, "email": address, "email_verified": True}) is Role.VIEWER


def test_a_role_includes_those_before_it():
    assert [[one for one in Role if held.may(one)] for held in Role] == [
        [Role.VIEWER],
        [Role.VIEWER, Role.CURATOR],
        [Role.VIEWER, Role.CURATOR, Role.ADMIN],
    ]


@given(st.dictionaries(st.text(max_size=5), st.recursive(st.none() | st.booleans() | st.text(max_size=5), st.lists, max_leaves=4)))
def test_strange_claims_make_nobody_an_admin(claims: dict[str, object]):
    assert Access.from_settings(SETTINGS).role_of({**claims, **IN}) in (Role.VIEWER, None)
