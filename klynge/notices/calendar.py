"""The calendar entry of an invitation: iCalendar (RFC 5545), sent as RFC 5546 says. It names no other person."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from icalendar import Calendar, Event, vCalAddress
from msgspec import Struct

from domain.dates import COPENHAGEN, Moment

PRODUCT = "-//Klynge//Klynge//DA"


class Gathering(Struct, frozen=True, kw_only=True):
    """A meeting as it stands in a calendar."""

    stream: str
    revision: int
    """Another, and higher, whenever something changed: the position that it was changed at."""
    body: str
    starts_at: Moment
    ends_at: Moment
    place: str | None
    url: str
    organizer: str
    reader: str
    """Whom the entry is for, alone: an invitation that names nobody is none to many calendars (RFC 5546 §3.2.2)."""
    cancelled: bool
    made_at: int
    """Seconds since 1970 UTC."""


def entry(gathering: Gathering) -> tuple[bytes, str]:
    """The object and its method. The same meeting keeps its UID, so that what is moved moves and what is called off goes."""
    method = "CANCEL" if gathering.cancelled else "REQUEST"
    event = Event()
    event.add("uid", f"{gathering.stream}@{urlsplit(gathering.url).hostname}")
    event.add("sequence", gathering.revision)
    event.add("dtstamp", datetime.fromtimestamp(gathering.made_at, UTC))
    event.add("dtstart", datetime.fromisoformat(gathering.starts_at).astimezone(COPENHAGEN))
    event.add("dtend", datetime.fromisoformat(gathering.ends_at).astimezone(COPENHAGEN))
    event.add("summary", f"Møde: {gathering.body}")
    event.add("url", gathering.url)
    event.add("organizer", vCalAddress(f"mailto:{gathering.organizer}"))
    asked = vCalAddress(f"mailto:{gathering.reader}")
    asked.params["PARTSTAT"], asked.params["RSVP"] = "NEEDS-ACTION", "FALSE"
    event.add("attendee", asked)
    event.add("status", "CANCELLED" if gathering.cancelled else "CONFIRMED")
    if gathering.place is not None:
        event.add("location", gathering.place)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical(), method
