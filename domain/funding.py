"""Effects on what is applied for and on how parties share (ansøgninger, fordelingsnøgler). Effects, as those of `effects.py`."""

from typing import Generic

from msgspec import Struct

from domain.dates import Day
from domain.names import ApplicationId, KeyId
from domain.shares import Shares, Whole
from domain.text import T


class TurnDownApplication(
    Struct, Generic[T], frozen=True, kw_only=True, tag="turn-down-application", forbid_unknown_fields=True
):
    """Giv afslag på en ansøgning."""

    application: ApplicationId
    reason: T


class AgreeKey(Struct, Generic[T], frozen=True, kw_only=True, tag="agree-key", forbid_unknown_fields=True):
    """Aftal en fordelingsnøgle."""

    key: KeyId
    whole: Whole
    shares: Shares
    in_force_from_on: Day | None = None
    """Absent: the day of the decision."""
    terms: T | None = None


class EndKey(Struct, frozen=True, kw_only=True, tag="end-key", forbid_unknown_fields=True):
    """Lad en fordelingsnøgle ophøre."""

    key: KeyId
    ceases_on: Day
