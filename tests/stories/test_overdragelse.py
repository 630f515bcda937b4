"""◇ The sixth story: two clusters become one council. Nothing is left open, nothing is lost, and what was awaited since 2020 comes.

Expected values are those of the two clusters' papers (003.3 for the condition), and of the rules for an end.
"""

from collections import Counter
from collections.abc import Iterator

import msgspec
import pytest

from domain.applications import Accepted, Submitted, Withdrawn
from domain.clusters import Dissolved
from domain.condition import Resolved
from domain.estate import IS_OPEN, is_open
from domain.fund import BalanceAsserted, HandedOver, TakenOver, YearClosed
from domain.fund.accounts import Leg
from domain.fund.state import WoundUp
from domain.handing_over import heir
from domain.kernel import Event
from domain.meeting.state import Standing
from domain.names import kind_of, scope_of
from domain.policy import COMMON_SCOPE, mask_of
from domain.referral import Closed
from domain.refusal import Refused
from projections.naming import Indexed
from stories import aarhus_2024_april, randers_2020_efteraar
from stories.aarhus_2024_april.names import FUND
from stories.overdragelse_2027 import STORY
from stories.overdragelse_2027.handed import AARHUS_THINGS, ENDED_BY_LAW, FOLLOWED, RANDERS_THINGS
from stories.overdragelse_2027.january import PARTIAL, SELF_HARM_OUT, VASCULAR
from stories.overdragelse_2027.names import (
    COMMITTEE_APPLIES,
    COUNCIL,
    RAAD,
    SAMSOE_APPLIES,
    VISITS_AGREED,
    at_council,
)
from stories.randers_2020_efteraar import names as randers
from stories.story import Step
from tests.given import Record
from tests.projections.test_naming import Rows
from tests.stories.playing import opened_for, play

OLD = ("aarhus", "randers")
NEW_YEAR = "2027-01-01T00:00:00+01:00"


def until(moment: str) -> tuple[Step, ...]:
    return tuple(step for step in STORY.steps if step.at < moment)


@pytest.fixture(scope="module")
def before() -> Record:
    """What the two clusters' papers left open."""
    return opened_for(STORY)


@pytest.fixture(scope="module")
def ended() -> Record:
    """The record at the end of the story. Tests only look at it."""
    record = opened_for(STORY)
    play(record, STORY.steps, STORY)
    return record


def things_open(record: Record, *scopes: str) -> Iterator[str]:
    for scope in scopes:
        for kind in IS_OPEN:
            yield from (each for each in record.ids(kind, scope) if is_open(each, record.see(each)))


def test_nothing_is_open_where_it_was(before: Record, ended: Record) -> None:
    assert len(list(things_open(before, *OLD))) > 60
    assert list(things_open(ended, *OLD)) == []
    for scope in OLD:
        assert isinstance(ended.see(f"{scope}/cluster/{scope}"), Dissolved)


def lost(record: Record, things: tuple[str, ...]) -> list[str]:
    """Of what was handed over, whatever is not open at the one successor it has, as it stood."""
    kept = Counter(heir(record.see, each) for each in things)
    return [
        each
        for each in things
        if heir(record.see, each) == each
        or scope_of(heir(record.see, each)) != RAAD
        or kept[heir(record.see, each)] != 1
    ]


def test_every_thing_goes_on_at_one_successor(ended: Record) -> None:
    assert lost(ended, (*AARHUS_THINGS, *RANDERS_THINGS)) == []
    handed = ended.see("aarhus/cluster/aarhus").handed + ended.see("randers/cluster/randers").handed
    assert handed == len(AARHUS_THINGS) + len(RANDERS_THINGS)
    taken_over = [stream for stream, event in ended.events if event.tag.endswith(".taken-over")]
    assert len(taken_over) == len(set(taken_over)) == handed


def test_a_thing_that_stayed_behind_would_be_found(before: Record) -> None:
    """The control: before the hand-over all of them are still where they were."""
    assert lost(before, RANDERS_THINGS) == list(RANDERS_THINGS)


def test_what_was_open_was_handed_over_or_ended_and_each_kind_is_accounted_for(before: Record, ended: Record) -> None:
    open_before = set(things_open(before, *OLD))
    handed = {each for each in open_before if heir(ended.see, each) != each}
    assert handed == {*AARHUS_THINGS, *RANDERS_THINGS}
    assert {kind_of(each) for each in open_before - handed} == {"action", "body"}


def test_an_answer_in_january_meets_what_was_awaited_since_2020(ended: Record) -> None:
    assert isinstance(ended.see(SELF_HARM_OUT), Closed)
    state = ended.see(PARTIAL)
    assert isinstance(state, Resolved)
    assert (state.met, state.former) == (True, (randers.PARTIAL,))
    decision = ended.see(randers.MEETING).decisions["2.1"]
    assert decision.standing is Standing.IN_EFFECT
    assert ended.see(heir(ended.see, randers.SELF_HARM_TRIAL)).holds == {}
    (promised,) = [event for stream, event in ended.events if event.tag == "referral.sent" and scope_of(stream) == RAAD]
    assert (promised.from_body, promised.to_body) == (COUNCIL, COUNCIL)  # type: ignore[attr-defined]


def test_the_council_answers_a_question_that_came_to_aarhus(ended: Record) -> None:
    assert isinstance(ended.see(VASCULAR), Closed)


def test_agreements_stay_with_their_parties(before: Record, ended: Record) -> None:
    for agreement in FOLLOWED:
        assert ended.see(agreement).owner == COUNCIL
        assert ended.see(agreement).parties.keys() == before.see(agreement).parties.keys()
    assert ended.see(ENDED_BY_LAW).end.ceases_on == "2027-01-01"
    assert not any(stream.startswith(f"{RAAD}/agreement/") for stream, _ in ended.events)


def test_after_the_last_day_only_what_follows_of_itself_is_written_there(ended: Record) -> None:
    """A decision of 2020 takes effect, since what it waited for has come."""
    first = next(n for n, each in enumerate(ended.recorded) if each.event.tag == "cluster.dissolved")
    written: list[tuple[str, Event]] = [
        (each.stream, each.event)
        for each in ended.recorded[first + 1 :]
        if scope_of(each.stream) == "aarhus" or (scope_of(each.stream) == "randers" and each.recorded_at >= january())
    ]
    assert [(stream, event.tag) for stream, event in written] == [(randers.MEETING, "meeting.decision-took-effect")]


def january() -> int:
    record = opened_for(STORY)
    play(record, until(NEW_YEAR), STORY)
    return record.now + 1


def test_former_members_read_what_they_could_read(ended: Record) -> None:
    for story in (aarhus_2024_april.STORY, randers_2020_efteraar.STORY):
        for part in ("co-chair", "member"):
            person = story.cast[story.sign_ins[part]]
            assert mask_of(story.cluster, person, "2026-12-30", ended) is not None
            assert mask_of(story.cluster, person, "2027-06-01", ended) == mask_of(
                story.cluster, person, "2026-12-30", ended
            )


@pytest.mark.parametrize("story", [aarhus_2024_april.STORY, randers_2020_efteraar.STORY], ids=lambda story: story.name)
def test_a_step_of_a_ceased_cluster_is_refused_and_names_the_council(story: object, ended: Record) -> None:
    scope = story.cluster  # type: ignore[attr-defined]
    step = next(step for step in STORY.steps if step.to.startswith(f"{scope}/action/"))
    with pytest.raises(Refused) as refused:
        ended.give(STORY.cast[step.by], step.to, step.command, on="2027-02-01", rule="test")
    assert refused.value.code == "scope.ceased"
    assert str(refused.value.params["successor"]).startswith(f"{RAAD}/")


# --- money ------------------------------------------------------------------------------------------------------------

Facts = list[tuple[str, Event]]
AT_COUNCIL = at_council(FUND)
GRANTS_OERE, GRANTED_OERE, HELD_OERE = 951_454_200, 20_000_000, 15_000_000
"""Two grants of 4.757.271 kr. (002.24); ◇ 200.000 kr. to a committee, and 150.000 kr. that wait (domain-model 4.11)."""
FREE_OERE, REST_OERE, P9_REST_OERE = 881_454_200, 2_000_000, 12_000_000
"""◇ 9.514.542 kr. less the 500.000 kr. of Samsø and the 200.000 kr. are free; 20.000 kr. and 120.000 kr. of those not paid yet."""


def accounts(facts: Facts, fund: str) -> Counter[str]:
    """What stands on each account, from the postings alone."""
    found: Counter[str] = Counter()
    for stream, event in facts:
        for leg in getattr(event, "legs", ()) if stream == fund else ():
            found[leg.account] += leg.amount_oere
    return found


def wrong(facts: Facts) -> list[str]:
    """What is wrong with a hand-over of money: something left behind, lost on the way, or come from nowhere."""
    old, new = accounts(facts, FUND), accounts(facts, AT_COUNCIL)
    (handed,) = [event for stream, event in facts if stream == FUND and isinstance(event, HandedOver)]
    (taken,) = [event for stream, event in facts if stream == AT_COUNCIL and isinstance(event, TakenOver)]
    left = [
        f"{account} is {oere}"
        for account, oere in old.items()
        if account.startswith(("fri:", "betinget:", "bevilget:")) and oere
    ]
    unbalanced = [
        f"{stream} {event.tag} sums to {total}"
        for stream, event in facts
        if (total := sum(leg.amount_oere for leg in getattr(event, "legs", ())))
    ]
    given = -sum(leg.amount_oere for leg in handed.legs if not leg.account.startswith("part:"))
    came = sum(leg.amount_oere for leg in taken.legs if not leg.account.startswith("tilskud:"))
    return [
        *left,
        *unbalanced,
        *([] if given == came else [f"{given} was given and {came} came"]),
        *([] if handed.allocations == taken.allocations else ["the allocations are not the same"]),
        *(
            []
            if (handed.free_oere, sum(new.values()), sum(old.values())) == (taken.free_oere, 0, 0)
            else ["not the same sums"]
        ),
    ]


def test_an_application_is_granted_in_the_ordinary_way_and_another_is_held() -> None:
    record = opened_for(STORY)
    play(record, until("2026-11-01"), STORY)
    assert {account: oere for account, oere in accounts(record.events, FUND).items() if oere} == {
        "tilskud:2022": -GRANTS_OERE // 2,
        "tilskud:2023": -GRANTS_OERE // 2,
        "fri:2023": 866_454_200,
        "betinget:e7": HELD_OERE,
        "bevilget:samsoe": 50_000_000,
        "bevilget:p9": P9_REST_OERE,
        "udbetalt:p9": 8_000_000,
    }
    (allocated,) = [event for stream, event in record.events if event.tag == "fund.allocated"]
    assert (allocated.allocation, allocated.amount_oere) == ("p9", GRANTED_OERE)  # type: ignore[attr-defined]
    assert isinstance(record.see(COMMITTEE_APPLIES), Accepted)
    assert isinstance(record.see(SAMSOE_APPLIES), Submitted)


def test_what_was_held_is_free_again_when_the_agreement_does_not_come(ended: Record) -> None:
    told = [event.tag for stream, event in ended.events if stream in (VISITS_AGREED, SAMSOE_APPLIES)]
    assert told[-3:] == ["condition.opened", "condition.failed", "application.withdrawn"]
    (released,) = [event for stream, event in ended.events if event.tag == "fund.earmark-released"]
    assert released.legs == (  # type: ignore[attr-defined]
        Leg(account="betinget:e7", amount_oere=-HELD_OERE),
        Leg(account="fri:2023", amount_oere=HELD_OERE),
    )
    assert isinstance(ended.see(SAMSOE_APPLIES), Withdrawn)


def test_the_money_goes_on_to_the_oere_and_every_old_balance_is_zero(ended: Record) -> None:
    assert wrong(ended.events) == []
    assert isinstance(ended.see(FUND), WoundUp)
    total = FREE_OERE + REST_OERE + P9_REST_OERE
    assert accounts(ended.events, FUND)[f"part:{RAAD}"] == total
    assert {account: oere for account, oere in accounts(ended.events, AT_COUNCIL).items() if oere} == {
        "tilskud:2027": -total,
        "fri:2027": FREE_OERE,
        "bevilget:samsoe": REST_OERE,
        "bevilget:p9": P9_REST_OERE,
    }
    closed = [event.year for stream, event in ended.events if stream == FUND and isinstance(event, YearClosed)]
    assert closed == [2022, 2023, 2026]
    (asserted,) = [event for _, event in ended.events if isinstance(event, BalanceAsserted)]
    assert asserted.difference_oere == 0


def planted(facts: Facts, of: type[Event], **changes: object) -> Facts:
    """The same, with one event that is not as it was."""
    return [
        (
            stream,
            msgspec.structs.replace(event, **changes) if stream in (FUND, AT_COUNCIL) and type(event) is of else event,
        )
        for stream, event in facts
    ]


def test_a_wrong_hand_over_would_be_found(ended: Record) -> None:
    """Planted: an øre lost on the way, an allocation forgotten, and money that stays behind."""
    facts = ended.events
    total = FREE_OERE + REST_OERE + P9_REST_OERE
    lost_on_the_way = (
        Leg(account="tilskud:2027", amount_oere=1 - total),
        Leg(account="fri:2027", amount_oere=FREE_OERE - 1),
        Leg(account="bevilget:p9", amount_oere=P9_REST_OERE),
        Leg(account="bevilget:samsoe", amount_oere=REST_OERE),
    )
    assert wrong(planted(facts, TakenOver, legs=lost_on_the_way)) == [f"{total} was given and {total - 1} came"]
    assert wrong(planted(facts, TakenOver, allocations=())) == ["the allocations are not the same"]
    left_behind = (
        Leg(account="fri:2026", amount_oere=-FREE_OERE),
        Leg(account=f"part:{RAAD}", amount_oere=FREE_OERE),
    )
    assert wrong(planted(facts, HandedOver, legs=left_behind)) == [
        f"bevilget:samsoe is {REST_OERE}",
        f"bevilget:p9 is {P9_REST_OERE}",
        f"{FREE_OERE} was given and {total} came",
    ]


def test_whom_the_index_names_is_everyone_who_sees_anything(ended: Record) -> None:
    """What is seen by looking where a person is named is what is seen by looking everywhere."""
    indexed = Indexed(ended, Rows(ended))
    some = 0
    for person in ended.ids("person"):
        for scope in ("aarhus", "randers", COMMON_SCOPE):
            for day in ("2024-06-01", "2026-12-30", "2027-06-01"):
                everywhere = mask_of(scope, person, day, ended)
                assert mask_of(scope, person, day, indexed) == everywhere, (person, scope, day)
                some += everywhere is not None
    assert some > 50, "the control: many see something"
