"""Who may do what: the roles, and how a person who signed in gets one."""

import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_lowercase, ascii_uppercase
from urllib.parse import urlsplit

LISTS = ("ROLE_ADMINS", "ROLE_CURATORS", "ROLE_VIEWERS")
_HOUR = 3600
_LIST, _AT = ",", "@"
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)


class Role(StrEnum):
    """What somebody may do, each with all that those before may."""

    VIEWER = "viewer"
    CURATOR = "curator"
    ADMIN = "admin"

    def may(self, needed: "Role") -> bool:
        """Tell whether this role includes another one."""
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(needed)


@dataclass(frozen=True)
class Access:
    """Whether people sign in, at which origin, and which of them get which role.

    What a list names with an `@` is an address that the provider verified, anything else a value of the claim, such as a group of the
    provider. An empty list of viewers lets in everybody whom the provider signs in.
    """

    signs_in: bool = False
    origin: str = ""
    hours: float = 12.0
    claim: str = "roles"
    admins: frozenset[str] = frozenset()
    curators: frozenset[str] = frozenset()
    viewers: frozenset[str] = frozenset()

    @classmethod
    def from_settings(cls, settings: Mapping[str, str]) -> "Access":
        """Read the environment: `OIDC_CLIENT_ID` turns sign-in on, `ROLE_…` say who is what.

        *Raises* ValueError for hours that are no number.
        """
        admins, curators, viewers = (listed(settings.get(name, "")) for name in LISTS)
        return cls(
            signs_in=bool(settings.get("OIDC_CLIENT_ID", "").strip()),
            origin=_origin(settings.get("OIDC_REDIRECT_URI", "")),
            hours=float(settings.get("SIGN_IN_HOURS", "").strip() or cls.hours),
            claim=settings.get("ROLE_CLAIM", "").strip() or cls.claim,
            admins=admins,
            curators=curators,
            viewers=viewers,
        )

    def knows(self, claims: Mapping[str, object]) -> bool:
        """Tell whether these are the claims of somebody who signed in, and not too long ago; 0 hours are no bound.

        *Needs* the claims of a token that was verified: `iat`, when the provider gave it, is among them.
        """
        given = claims.get("iat")
        is_fresh = not self.hours or (isinstance(given, int | float) and time.time() - given < self.hours * _HOUR)
        return bool(claims.get("is_logged_in")) and is_fresh

    def role_of(self, claims: Mapping[str, object]) -> Role | None:
        """Return the role of somebody with these claims; nothing for somebody who is not let in.

        *Needs* the claims of a token that was verified, or none for somebody who did not sign in.
        """
        if not self.signs_in:
            return Role.VIEWER
        if not self.knows(claims):
            return None
        names = self._names(claims)
        if names & self.admins:
            return Role.ADMIN
        if names & self.curators:
            return Role.CURATOR
        return Role.VIEWER if not self.viewers or names & self.viewers else None

    def _names(self, claims: Mapping[str, object]) -> frozenset[str]:
        # What looks like an address is one only where the provider says that it checked it: a group may be called anything.
        names = {value for value in map(_folded, _values(claims.get(self.claim))) if _AT not in value}
        if claims.get("email_verified") is True:
            names |= {value for value in [_folded(str(claims.get("email", "")))] if _AT in value}
        return frozenset(names - {""})


def _origin(address: str) -> str:
    parts = urlsplit(address.strip())
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def listed(text: str) -> frozenset[str]:
    """Return the names of a list in the settings."""
    return frozenset(_folded(name.strip()) for name in text.split(_LIST)) - {""}


def _values(given: object) -> Iterable[str]:
    """Return what a claim holds: a text, texts, or a mapping whose keys hold where something stands for them."""
    if isinstance(given, Mapping):
        given = [key for key, value in given.items() if value is True or (isinstance(value, Mapping | list) and value)]
    values = given if isinstance(given, Collection) and not isinstance(given, str) else [given]
    return (value for value in values if isinstance(value, str))


def _folded(name: str) -> str:
    # Letters outside ASCII that fold to one of it, such as the long s, would make somebody else of their bearer.
    return name.translate(_SMALL)
