"""What a page is told of whoever is signed in: name, seats, offices, meetings to follow."""

from msgspec import Struct

from projections.view import Named


class Role(Struct, frozen=True, kw_only=True):
    """A seat somebody holds today. `voice` and `chairs_for` as the record's words."""

    scope: str
    cluster: str | None = None
    """What the cluster is called."""
    body: Named
    seat: str
    voice: str
    chairs_for: str | None = None


class FormerMember(Struct, frozen=True, kw_only=True):
    """Somebody sat in a scope and sits there no longer: what stood on that day is shown, and nothing later."""

    scope: str
    until_on: str


class MeetingRef(Struct, frozen=True, kw_only=True):
    """A meeting somebody may follow. `starts_at`: RFC 3339, UTC."""

    topic: str
    name: str
    phase: str
    starts_at: str | None = None


class SessionRoles(Struct, frozen=True, kw_only=True):
    """What the record says of a person today. `name` is None where it is erased, or the person is not in the record."""

    name: str | None
    roles: tuple[Role, ...] = ()
    offices: tuple[str, ...] = ()
    meetings: tuple[MeetingRef, ...] = ()
    left: tuple[FormerMember, ...] = ()


class SignedInPerson(Struct, frozen=True):
    """Who is signed in."""

    id: str
    name: str | None


class SignedIn(Struct, frozen=True, kw_only=True):
    """Who is signed in, what they hold, and until when (`expires_at`: RFC 3339, UTC)."""

    person: SignedInPerson
    roles: tuple[Role, ...]
    offices: tuple[str, ...]
    assurance: str
    """How surely they signed in, by now, as the record's word."""
    meetings: tuple[MeetingRef, ...]
    left: tuple[FormerMember, ...]
    expires_at: str
