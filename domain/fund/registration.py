"""Registration (registrering): one person registers, a second one who neither did so nor applied confirms (fire øjne)."""

from domain.fund.wishes import Wish
from domain.kernel import Event
from domain.names import LocalName, PersonId
from domain.text import Kept

# --- events ---


class RegistrationMade(Event, frozen=True, kw_only=True):
    """Somebody wants a posting made; nothing is posted until another confirms it."""

    tag = "fund.registration-made"
    da = "Registreret som {registration}, afventer bekræftelse: {wish}"
    en = "Registered as {registration}, awaits confirmation: {wish}"

    registration: LocalName
    wish: Wish[Kept]
    registered_by: PersonId
    """Compared by the rule of two people, so it stands here beside the envelope."""


class SecondPersonConfirmed(Event, frozen=True, kw_only=True):
    """A second person has confirmed an earmark or a registration."""

    tag = "fund.second-person-confirmed"
    da = "{of} er bekræftet af {by}."
    en = "{of} is confirmed by {by}."

    of: LocalName
