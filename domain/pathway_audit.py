"""Pathway audit (audit på borgerforløb): what was learnt of citizens' courses, which are counted and never described."""

from msgspec import Struct

from domain.claims import DateSaid
from domain.kernel import Event, Unknown
from domain.names import BodyId
from domain.text import Kept

# --- events ---


class Planned(Event, frozen=True, kw_only=True):
    """An audit of courses is planned."""

    tag = "pathway-audit.planned"
    rank = 4
    da = "{by_body} har planlagt en audit om {subject}[ ({expected})]."
    en = "{by_body} has planned an audit on {subject}[ ({expected})]."

    subject: Kept
    by_body: BodyId
    expected: DateSaid[Kept] | None = None


class Held(Event, frozen=True, kw_only=True):
    """The audit was held; so many courses were looked at."""

    tag = "pathway-audit.held"
    rank = 4
    da = "Audit holdt {when}[, {place}]: {courses} forløb."
    en = "Audit held {when}[, {place}]: {courses} courses."

    when: DateSaid[Kept]
    courses: int
    place: Kept | None = None


class Learnt(Event, frozen=True, kw_only=True):
    """Something was learnt, perhaps for somebody."""

    tag = "pathway-audit.learned"
    rank = 4
    da = "Læring[ til {to_body}]: {point}"
    en = "Learnt[, for {to_body}]: {point}"

    point: Kept
    to_body: BodyId | None = None


class FollowedUp(Event, frozen=True, kw_only=True):
    """What came of it."""

    tag = "pathway-audit.followed-up"
    rank = 4
    da = "Opfølgning: {text}"
    en = "Follow-up: {text}"

    text: Kept


Events = Planned | Held | Learnt | FollowedUp

# --- state ---


class Audit(Struct, frozen=True, kw_only=True):
    """An audit that is planned; held once."""

    held: bool = False


State = Unknown | Audit
