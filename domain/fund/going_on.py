"""What of a fund goes on in another (videreførelse): what is left, and the right to what comes back of what was paid."""

import msgspec

from domain.fund import accounts
from domain.fund.accounts import AllocationLeft, AnnouncedLeft, Leg, Legs
from domain.fund.state import Active, Allocation, Announced, balance, net_paid

# --- where it leaves ---


def going_on(state: Active) -> tuple[AllocationLeft, ...]:
    """The allocations of which something is left, or was paid and may come back, though they be closed."""
    return tuple(
        AllocationLeft(
            allocation=name,
            amount_oere=left,
            application=each.application,
            paid_oere=net_paid(state, name),
            closed=each.closed,
        )
        for name, each in sorted(state.allocations.items())
        if (left := balance(state, accounts.granted(name))) or net_paid(state, name)
    )


def rests(allocations: tuple[AllocationLeft, ...]) -> Legs:
    """What is left of each, on its account; of what is used up nothing is posted."""
    return tuple(
        Leg(account=accounts.granted(each.allocation), amount_oere=each.amount_oere)
        for each in allocations
        if each.amount_oere
    )


def gone_on(state: Active, handed: AllocationLeft) -> Allocation:
    """An allocation whose rest has gone on elsewhere, and with it the right to what comes back."""
    was = state.allocations[handed.allocation]
    used, elsewhere = was.amount_oere - handed.amount_oere, was.paid_elsewhere_oere - handed.paid_oere
    return msgspec.structs.replace(was, amount_oere=used, closed=True, paid_elsewhere_oere=elsewhere)


def quotations(before: Active, begun: Active) -> tuple[AnnouncedLeft, ...]:
    """The quotations of the other fund that this one has not under the same name."""
    return tuple(
        AnnouncedLeft(earmark=name, waits=tuple(sorted(each.waits)))
        for name, each in before.earmarks.items()
        if isinstance(each, Announced) and name not in begun.earmarks
    )


# --- where it comes ---


def goes_on(left: AllocationLeft) -> Allocation:
    """An allocation that another fund made, with what is left of it and what was paid."""
    return Allocation(
        amount_oere=left.amount_oere + left.paid_oere,
        application=left.application,
        closed=left.closed,
        paid_elsewhere_oere=left.paid_oere,
    )
