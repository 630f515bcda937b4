"""Shares (andele): one amount split by whole weights, to the øre, by largest remainder (største brøks metode)."""

from typing import Annotated

from msgspec import Meta, Struct

from domain.names import PartyId

SHARES_MAX = 60
WEIGHT_MAX = 1_000_000_000

Weight = Annotated[int, Meta(ge=1, le=WEIGHT_MAX, title="Weight")]
"""What a party bears, out of a stated whole."""


Whole = Annotated[int, Meta(ge=1, le=SHARES_MAX * WEIGHT_MAX, title="Whole")]
"""What the weights come to together: stated, so that a slip of the pen is seen."""


class Share(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One party's part of the whole."""

    party: PartyId
    weight: Weight


Shares = Annotated[tuple[Share, ...], Meta(min_length=1, max_length=SHARES_MAX)]
"""In the order the parties stand in the agreement: who stands first takes the odd øre of a tie."""


def split(total_oere: int, shares: tuple[Share, ...]) -> tuple[tuple[PartyId, int], ...]:
    """What each party bears of an amount, in the order they stand. The parts are the amount, to the øre.

    Everyone gets the whole øre of their quota; those left over go one each to the largest fractions, and to whoever stands first
    where fractions are alike. A negative amount mirrors the positive one.
    """
    sign = -1 if total_oere < 0 else 1
    whole = sum(share.weight for share in shares)
    quotas = [divmod(abs(total_oere) * share.weight, whole) for share in shares]
    left = abs(total_oere) - sum(floor for floor, _ in quotas)
    first = sorted(range(len(shares)), key=lambda each: -quotas[each][1])[:left]
    return tuple(
        (share.party, sign * (floor + (each in first)))
        for each, (share, (floor, _)) in enumerate(zip(shares, quotas, strict=True))
    )
