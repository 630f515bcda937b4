"""Claims (udsagn): what a paper says, as said, with its precision (domain-model §5.3).

A claim is a quotation and never a posting: `fund` commands take whole øre, so a claim cannot reach one by type.
"""

from typing import Generic

from msgspec import Struct

from domain.counts import BasisPoints, Count
from domain.dates import FIRST_DAY, LAST_DAY, Day, Days
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
"""What an earmark can be said to be."""


class NoAmount(Struct, Generic[T], frozen=True, kw_only=True, tag="no-amount", forbid_unknown_fields=True):
    """Money without a figure, `der søges om midler`."""

    words: T


class ExactCount(Struct, Generic[T], frozen=True, kw_only=True, tag="count", forbid_unknown_fields=True):
    """A number of things, `i alt 8 forslag`."""

    count: Count
    words: T


class AboutCount(Struct, Generic[T], frozen=True, kw_only=True, tag="about-count", forbid_unknown_fields=True):
    """An approximate number of things, `omkring 150 borgere`."""

    count: Count
    unit: Count
    """The last place the words give; 10 for `omkring 150`."""
    words: T


class CountBetween(Struct, Generic[T], frozen=True, kw_only=True, tag="count-between", forbid_unknown_fields=True):
    """A number of things from one to another, both included, `tre til fire`."""

    low: Count
    high: Count
    words: T


class PercentSaid(Struct, Generic[T], frozen=True, kw_only=True, tag="percent", forbid_unknown_fields=True):
    """A share of something named, `49 % af de aktive`."""

    bp: BasisPoints
    of: T
    words: T


class AlmostAll(Struct, Generic[T], frozen=True, kw_only=True, tag="almost-all", forbid_unknown_fields=True):
    """Nearly all of them, `næsten alle`."""

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
    BEFORE_SUMMER = "before-summer", "før sommerferien"
    AFTER_SUMMER = "after-summer", "efter sommerferien"
    SCHOOL_YEAR = "school-year", "skoleår"
    BETWEEN_MEETINGS = "between-meetings", "mellem to møder"


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


class From(Struct, Generic[T], frozen=True, kw_only=True, tag="from", forbid_unknown_fields=True):
    """Some day from this one on, `fra 1. marts`."""

    earliest: Day
    words: T
    inferred: T | None = None


class By(Struct, Generic[T], frozen=True, kw_only=True, tag="by", forbid_unknown_fields=True):
    """Some day until this one, `senest den 1. oktober`."""

    latest: Day
    words: T
    inferred: T | None = None


class DateNotStated(Struct, frozen=True, tag="not-stated", forbid_unknown_fields=True):
    """The paper gives no date."""


DateSaid = OnDay[T] | Within[T] | DateNotStated | From[T] | By[T]


class NameSaid(Struct, Generic[T], frozen=True, kw_only=True, tag="name", forbid_unknown_fields=True):
    """What something is called here; elsewhere it may be called otherwise."""

    words: T


class TextSaid(Struct, Generic[T], frozen=True, kw_only=True, tag="text", forbid_unknown_fields=True):
    """Anything said that is neither amount, number, date nor name."""

    words: T


Claim = (
    Exact[T]
    | Stated[T]
    | About[T]
    | AtMost[T]
    | ExactCount[T]
    | OnDay[T]
    | Within[T]
    | NoAmount[T]
    | AboutCount[T]
    | CountBetween[T]
    | PercentSaid[T]
    | AlmostAll[T]
    | From[T]
    | By[T]
    | NameSaid[T]
    | TextSaid[T]
)


def span_of(said: "DateSaid[T]") -> Days | None:
    """The first and last day a date can be; None where none is stated."""
    match said:
        case OnDay():
            return said.day, said.day
        case Within():
            return said.earliest, said.latest
        case From():
            return said.earliest, LAST_DAY
        case By():
            return FIRST_DAY, said.latest
        case DateNotStated():
            return None
