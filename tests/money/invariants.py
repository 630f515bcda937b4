"""What holds of a fund after every step, read from its events alone (trust.md §6): no rule of its own is asked.

Each breach has a name, so that a planted one can be told from another.
"""

from collections.abc import Callable, Sequence

from domain.fund.allocations import Allocated
from domain.fund.books import YearClosed
from domain.fund.earmarks import Earmarked
from domain.fund.opening import OpenedWith
from domain.fund.payments import Paid, Repaid
from domain.fund.registration import RegistrationMade, SecondPersonConfirmed
from domain.fund.releasing import EarmarkReleased
from domain.fund.resolving import EarmarkReduced
from domain.fund.reversing import Reversed
from domain.fund.winding import HandedOver, TakenOver
from domain.kernel import Recorded

OWN = ("fri:", "betinget:", "bevilget:")
Found = Callable[[Sequence[Recorded]], bool]


def broken(events: Sequence[Recorded]) -> set[str]:
    """The breaches in a fund's events."""
    return {name for name, found in BREACHES.items() if found(events)}


def legs_of(recorded: Recorded) -> list[tuple[str, int]]:
    return [(leg.account, leg.amount_oere) for leg in getattr(recorded.event, "legs", ())]


def balances_after(events: Sequence[Recorded]) -> dict[str, int]:
    held: dict[str, int] = {}
    for each in events:
        for account, oere in legs_of(each):
            held[account] = held.get(account, 0) + oere
    return held


def standing(events: Sequence[Recorded]) -> list[Recorded]:
    """Those that were not taken back."""
    taken_back = {each.event.reverses for each in events if isinstance(each.event, Reversed)}
    return [each for each in events if each.version not in taken_back]


def does_not_sum_to_zero(events: Sequence[Recorded]) -> bool:
    """A posting has two legs at least, and they come to nothing."""
    posted = [legs for each in events if (legs := legs_of(each))]
    return any(len(legs) < 2 or sum(oere for _, oere in legs) for legs in posted)


def goes_below_zero(events: Sequence[Recorded]) -> bool:
    """What is free, held or granted is never less than nothing, after any posting."""
    held: dict[str, int] = {}
    for each in events:
        for account, oere in legs_of(each):
            held[account] = held.get(account, 0) + oere
        if any(held[account] < 0 for account, _ in legs_of(each) if account.startswith(OWN)):
            return True
    return False


def resolves_twice(events: Sequence[Recorded]) -> bool:
    """An earmark is allocated or released, and once."""
    ends = [
        each.event.earmark
        for each in standing(events)
        if isinstance(each.event, Allocated | EarmarkReleased) and each.event.earmark is not None
    ]
    return len(ends) > len(set(ends))


def holds_what_nobody_awaits(events: Sequence[Recorded]) -> bool:
    """What is held is what was earmarked and not reduced, until the earmark ends; then nothing is."""
    left: dict[str, int] = {}
    for each in standing(events):
        match each.event:
            case Earmarked():
                left[each.event.earmark] = each.event.amount_oere
            case EarmarkReduced():
                left[each.event.earmark] = left.get(each.event.earmark, 0) - each.event.amount_oere
            case Allocated(earmark=str() as name) | EarmarkReleased(earmark=name):
                left[name] = 0
    held = {
        account.partition(":")[2]: oere
        for account, oere in balances_after(events).items()
        if account.startswith("betinget:")
    }
    return any(held.get(name, 0) != left.get(name, 0) for name in held.keys() | left.keys())


def pays_more_than_was_granted(events: Sequence[Recorded]) -> bool:
    """Of a grant, what went out and did not come back is at most the grant, and never less than nothing.

    What one fund paid and another takes over is told to the øre: of it nothing is out in the first any longer.
    """
    granted: dict[str, int] = {}
    out: dict[str, int] = {}
    for each in standing(events):
        match each.event:
            case Allocated() | OpenedWith():
                granted[each.event.allocation or ""] = each.event.amount_oere
            case Paid():
                out[each.event.allocation] = out.get(each.event.allocation, 0) + each.event.amount_oere
            case Repaid():
                out[each.event.allocation] = out.get(each.event.allocation, 0) - each.event.amount_oere
            case HandedOver():
                for left in each.event.allocations:
                    out[left.allocation] = out.get(left.allocation, 0) - left.paid_oere
                granted = {}
            case TakenOver():
                granted |= {left.allocation: left.amount_oere + left.paid_oere for left in each.event.allocations}
                out |= {left.allocation: left.paid_oere for left in each.event.allocations}
    return any(not 0 <= oere <= granted.get(name, 0) for name, oere in out.items() if oere)


def touches_a_closed_year(events: Sequence[Recorded]) -> bool:
    """Nothing is posted on a year's own accounts after it was closed."""
    closed: set[str] = set()
    for each in events:
        if closed & {account for account, _ in legs_of(each)}:
            return True
        if isinstance(each.event, YearClosed):
            closed |= {f"fri:{each.event.year}", f"tilskud:{each.event.year}"}
    return False


def does_not_mirror(events: Sequence[Recorded]) -> bool:
    """A reversal is the posting that it names, leg for leg, the other way; and each posting is taken back once."""
    posted = {each.version: legs_of(each) for each in events}
    back = [each for each in events if isinstance(each.event, Reversed)]
    unlike = any(
        legs_of(each) != [(account, -oere) for account, oere in posted.get(each.event.reverses, [])] for each in back
    )
    return unlike or len({each.event.reverses for each in back}) < len(back)


def confirms_ones_own(events: Sequence[Recorded]) -> bool:
    """Whoever registered does not confirm."""
    registered: dict[str, str] = {}
    for each in events:
        match each.event:
            case Earmarked():
                registered[each.event.earmark] = each.event.registered_by
            case RegistrationMade():
                registered[each.event.registration] = each.event.registered_by
            case SecondPersonConfirmed() if registered.get(each.event.of) == each.by.person:
                return True
    return False


def closes_with_another_balance(events: Sequence[Recorded]) -> bool:
    """Closing a year writes down every balance, as it then was."""
    for number, each in enumerate(events):
        if isinstance(each.event, YearClosed):
            told = {leg.account: leg.amount_oere for leg in each.event.balances if leg.amount_oere}
            held = {account: oere for account, oere in balances_after(events[:number]).items() if oere}
            if told != held:
                return True
    return False


BREACHES: dict[str, Found] = {
    found.__name__: found
    for found in (
        does_not_sum_to_zero,
        goes_below_zero,
        resolves_twice,
        holds_what_nobody_awaits,
        pays_more_than_was_granted,
        touches_a_closed_year,
        does_not_mirror,
        confirms_ones_own,
        closes_with_another_balance,
    )
}
