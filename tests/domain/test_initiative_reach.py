"""Reach: initiatives become narrower or wider, are fitted to their place, and spread."""

import pytest

from domain.awaited import Stage
from domain.claims import DateNotStated
from domain.initiative import (
    Adapt,
    Adapted,
    Evaluated,
    Narrow,
    Narrowed,
    Spread,
    SpreadTo,
    Widen,
    Widened,
)
from domain.initiatives import Aspect
from domain.outcomes import PlainOutcome
from domain.referral import Sent
from domain.text import said
from domain.way import Way
from tests.domain.planned import (
    CHIEFS,
    DIRECTORS,
    RECORD,
    TEN,
    UNDERWAY,
    by,
    decided,
    listed,
    ordered,
    owned,
    remarked,
)
from tests.domain.world import ELSEWHERE, KOLDING, POLITICAL, REGION
from tests.given import given

ORDERED = (*RECORD, ordered(), owned())
QUESTION = "lillebaelt/referral/2024-02-01-strategic-10-op"
EVALUATED = (TEN, Evaluated(stage=Stage.MIDWAY, text=said("Godt."), when=DateNotStated()))


def narrow(body: str) -> Narrow:
    return Narrow(aspect=Aspect.TARGET_GROUP, before="De 2 % mest komplekse", after="De ældste 2 %", decision=by(body))


def narrowed(body: str) -> Narrowed:
    return Narrowed(
        aspect=Aspect.TARGET_GROUP,
        before=said("De 2 % mest komplekse"),
        after=said("De ældste 2 %"),
        by_body=body,
        decision=by(body),
    )


def widen(body: str) -> Widen:
    return Widen(aspect=Aspect.TARGET_GROUP, before="De ældste 2 %", after="De ældste 5 %", decision=by(body))


def test_whoever_ordered_it_is_asked_when_another_body_narrows_it() -> None:
    given(*ORDERED).when(narrow(DIRECTORS), to=TEN).then(
        narrowed(DIRECTORS),
        (
            QUESTION,
            Sent(
                from_body=DIRECTORS,
                to_body=POLITICAL,
                question=said("De ældste 2 %"),
                direction=Way.UP,
                arises_from=by(DIRECTORS),
            ),
        ),
    )


def test_while_a_remark_is_open_the_promised_item_carries_what_was_narrowed() -> None:
    """001.14."""
    given(*ORDERED, remarked()).when(narrow(DIRECTORS), to=TEN).then(narrowed(DIRECTORS))


def test_whoever_ordered_it_narrows_it_without_asking_itself() -> None:
    given(*ORDERED).when(narrow(POLITICAL), to=TEN).then(narrowed(POLITICAL))


def test_what_nobody_ordered_is_narrowed_without_a_question() -> None:
    given(*RECORD, listed()).when(narrow(CHIEFS), to=TEN).then(narrowed(CHIEFS))


def test_two_things_that_one_meeting_narrows_are_one_question() -> None:
    place = Narrow(aspect=Aspect.PLACE, before="Hele klyngen", after="Kolding", decision=by(DIRECTORS))
    record = given(*ORDERED).when(narrow(DIRECTORS), to=TEN).record
    answer = record.when(place, to=TEN)
    assert [each.event.tag for each in answer.recorded] == ["initiative.narrowed"]


def test_only_whoever_ordered_it_widens_it() -> None:
    """001.14: narrowing is the directors', widening is not."""
    record = given(*ORDERED)
    record.when(widen(DIRECTORS), to=TEN).refused("initiative.orderer-only", body=POLITICAL)
    record.when(widen(POLITICAL), to=TEN).then(
        Widened(
            aspect=Aspect.TARGET_GROUP,
            before=said("De ældste 2 %"),
            after=said("De ældste 5 %"),
            by_body=POLITICAL,
            decision=by(POLITICAL),
        )
    )
    assert given(*RECORD, listed()).when(widen(CHIEFS), to=TEN).recorded


@pytest.mark.parametrize("command", [Narrow, Widen])
def test_neither_is_done_by_having_supported_it_or_in_another_cluster(command: type[Narrow | Widen]) -> None:
    supported = decided(POLITICAL, PlainOutcome.SUPPORTED, "2024-02-10")
    record = given(*ORDERED, *supported)
    for decision, code in ((by(POLITICAL, "2024-02-10"), "decision.not-affirmative"), (by(ELSEWHERE), "scope.other")):
        changed = command(aspect=Aspect.PLACE, before="Alle", after="Kolding", decision=decision)
        record.when(changed, to=TEN).refused(code)


# --- fitted and spread ------------------------------------------------------------------------------------------------

SPREAD = SpreadTo(to_parties=(REGION,), decision=by(DIRECTORS), from_on="2024-09-01")


def test_what_was_evaluated_is_spread() -> None:
    given(*RECORD, *UNDERWAY, EVALUATED).when(SPREAD, to=TEN).then(
        Spread(to_parties=(REGION,), decision=by(DIRECTORS), from_on="2024-09-01")
    )
    assert given(*RECORD, listed(), EVALUATED).when(SPREAD, to=TEN).recorded


def test_what_was_not_evaluated_is_not_spread() -> None:
    given(*RECORD, *UNDERWAY).when(SPREAD, to=TEN).refused("initiative.no-evaluation")


def test_what_has_not_begun_is_neither_spread_nor_fitted() -> None:
    adapt = Adapt(text="Lokalt.", core=(), decision=by(DIRECTORS))
    given(*ORDERED, EVALUATED).when(SPREAD, to=TEN).refused("initiative.not-underway")
    given(*ORDERED).when(adapt, to=TEN).refused("initiative.not-underway")
    given(*RECORD, *UNDERWAY).when(adapt, to=TEN).then(Adapted(text=said("Lokalt."), core=(), decision=by(DIRECTORS)))


def test_it_is_spread_to_registered_parties() -> None:
    nowhere = SpreadTo(to_parties=("dk/party/none", KOLDING), decision=by(DIRECTORS))
    given(*RECORD, *UNDERWAY, EVALUATED).when(nowhere, to=TEN).refused("id.unknown")
