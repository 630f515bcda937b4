"""Claims (udsagn): what a paper says, as said, with its precision (domain-model §5.3).

A claim is a quotation and never a posting: `fund` commands take whole øre, so a claim cannot reach one by type.
"""

from typing import Generic

from msgspec import Struct

from domain.counts import Count
from domain.dates import Day, Days
from domain.money import Oere
from domain.text import T
from domain.words import Word


class Exact(Struct, Generic[T], frozen=True, kw_only=True, tag="exact", forbid_unknown_fields=True):
    """An amount to the øre."""

    oere: Oere
    words: T


class Stated(Struct, Generic[T], frozen=True, kw_only=True, tag="stated", forbid_unknown_fields=True):
    """An amount in the words' own unit, `4,7 mio.`: papers both round and cut, so it covers a span."""

    oere: Oere
    unit_oere: Oere
    """The last place the words give; 10,000,000 øre for `4,7 mio.`"""
    words: T


class About(Struct, Generic[T], frozen=True, kw_only=True, tag="about", forbid_unknown_fields=True):
    """An approximate amount, `cirka 4,7 mio.`"""

    oere: Oere
    unit_oere: Oere
    words: T


class AtMost(Struct, Generic[T], frozen=True, kw_only=True, tag="at-most", forbid_unknown_fields=True):
    """A ceiling, `op til ca. 0,5 mio. kr.`"""

    oere: Oere
    unit_oere: Oere
    about: bool
    words: T


AmountSaid = Exact[T] | Stated[T] | About[T] | AtMost[T]


class ExactCount(Struct, Generic[T], frozen=True, kw_only=True, tag="count", forbid_unknown_fields=True):
    """A number of things, `i alt 8 forslag`."""

    count: Count
    words: T


class Span(Word):
    """What kind of imprecise date the words name."""

    MONTH = "month", "måned"
    EARLY = "early", "primo"
    MIDDLE = "middle", "medio"
    LATE = "late", "ultimo"
    QUARTER = "quarter", "kvartal"
    SEASON = "season", "årstid"
    YEAR = "year", "år"
    DAYS = "days", "et spænd af dage"


class OnDay(Struct, Generic[T], frozen=True, kw_only=True, tag="on-day", forbid_unknown_fields=True):
    """A day."""

    day: Day
    words: T | None = None
    inferred: T | None = None
    """Why it reads so, where the paper does not say it outright."""


class Within(Struct, Generic[T], frozen=True, kw_only=True, tag="within", forbid_unknown_fields=True):
    """Some day from `earliest` to `latest`, both included."""

    earliest: Day
    latest: Day
    span: Span
    words: T
    inferred: T | None = None


class DateNotStated(Struct, frozen=True, tag="not-stated", forbid_unknown_fields=True):
    """The paper gives no date."""


DateSaid = OnDay[T] | Within[T] | DateNotStated

Claim = Exact[T] | Stated[T] | About[T] | AtMost[T] | ExactCount[T] | OnDay[T] | Within[T]


def span_of(said: "DateSaid[T]") -> Days | None:
    """The first and last day a date can be; None where none is stated."""
    match said:
        case OnDay():
            return said.day, said.day
        case Within():
            return said.earliest, said.latest
        case _:
            return None
