"""Who may do what: the roles, and how a person who signed in gets one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

_LIST = ","


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
    """Whether people sign in, and which of them get which role.

    A list names e-mail addresses and values of the claim, such as groups of the provider. An empty list of viewers lets in
    everybody whom the provider signs in.
    """

    signs_in: bool = False
    claim: str = "roles"
    admins: frozenset[str] = frozenset()
    curators: frozenset[str] = frozenset()
    viewers: frozenset[str] = frozenset()

    @classmethod
    def from_settings(cls, settings: Mapping[str, str]) -> "Access":
        """Read the environment: `OIDC_CLIENT_ID` turns sign-in on, `ROLE_…` say who is what."""
        return cls(
            signs_in=bool(settings.get("OIDC_CLIENT_ID", "").strip()),
            claim=settings.get("ROLE_CLAIM", "").strip() or cls.claim,
            admins=_listed(settings.get("ROLE_ADMINS", "")),
            curators=_listed(settings.get("ROLE_CURATORS", "")),
            viewers=_listed(settings.get("ROLE_VIEWERS", "")),
        )

    def role_of(self, claims: Mapping[str, object]) -> Role | None:
        """Return the role of somebody with these claims; nothing for somebody who is not let in.

        *Needs* the claims of a token that was verified, or none for somebody who did not sign in.
        """
        if not self.signs_in:
            return Role.VIEWER
        if not claims.get("is_logged_in"):
            return None
        names = self._names(claims)
        if names & self.admins:
            return Role.ADMIN
        if names & self.curators:
            return Role.CURATOR
        return Role.VIEWER if not self.viewers or names & self.viewers else None

    def _names(self, claims: Mapping[str, object]) -> frozenset[str]:
        given = claims.get(self.claim)
        values = given if isinstance(given, Collection) and not isinstance(given, str) else [given]
        names = {value.casefold() for value in values if isinstance(value, str)}
        # An address that the provider did not check could be anybody's.
        if claims.get("email_verified") is True:
            names.add(str(claims.get("email", "")).casefold())
        return frozenset(names - {""})


def _listed(text: str) -> frozenset[str]:
    return frozenset(name.strip().casefold() for name in text.split(_LIST)) - {""}
