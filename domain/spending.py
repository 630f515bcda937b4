"""Spending (forbrug): what a decision does to money that is held already. Effects, as those of `effects.py`.

No effect posts new money: a decision authorises, the registrar posts and cites it.
"""

from msgspec import Struct

from domain.money import Amount
from domain.names import FundId, LocalName


class ReduceEarmark(Struct, frozen=True, kw_only=True, tag="reduce-earmark", forbid_unknown_fields=True):
    """Nedsæt en øremærkning."""

    fund: FundId
    earmark: LocalName
    amount_oere: Amount


class ReleaseEarmark(Struct, frozen=True, kw_only=True, tag="release-earmark", forbid_unknown_fields=True):
    """Frafald en øremærkning."""

    fund: FundId
    earmark: LocalName
