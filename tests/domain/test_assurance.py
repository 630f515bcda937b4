"""Assurance: what decides, binds, moves money or gives somebody a right asks for a sign-in at the level Betydelig."""

import pytest

from domain.assurance import Assurance, TooLow
from domain.initiative.owners import AssignOwner
from domain.kernel import Actor, Command, Who
from domain.meeting.apologies import GiveApology
from domain.meeting.call import Adjourn
from domain.policy import Denied, policy
from domain.streams import STREAMS
from tests.domain.world import CHAIR, KOLDING, MEETING, MEMBER, OUTSIDER, SECRETARY, TODAY, WORLD, opened
from tests.given import given

MONEY_AND_RIGHTS = frozenset({"fund", "application", "financing-key", "access", "redaction", "erasure"})
"""Kinds all of whose commands are such."""
BINDING = frozenset(
    {
        *("person.record-death", "cluster.name-contact", "cluster.decide-dissolution", "cluster.hand-over"),
        *("cluster.dissolve", "body.set-rules", "body.close", "membership.fill-seat", "membership.vacate-seat"),
        *("membership.take-chair", "membership.leave-chair", "membership.name-substitute", "membership.end-substitute"),
        *("mandate.set-path", "mandate.delegate", "mandate.end-delegation", "meeting.register-afterwards"),
        *("meeting.open", "meeting.adjourn", "meeting.adopt-agenda", "meeting.shut-doors", "meeting.open-doors"),
        *("meeting.shut-attachment", "meeting.open-attachment"),
        *("meeting.publish-extract", "meeting.reopen-item", "meeting.lift-recusal", "meeting.invite-guest"),
        *("meeting.admit-guest", "meeting.record-decision", "meeting.correct-decision", "minutes.approve"),
        *("minutes.publish", "referral.answer", "referral.decline", "condition.resolve", "proposal.budget"),
        *("initiative.confirm-order", "agreement.register", "agreement.widen", "agreement.narrow", "agreement.adjust"),
        *("agreement.adopt", "agreement.begin", "agreement.suspend", "agreement.propose-termination"),
        *("agreement.approve-termination", "agreement.end-by-law"),
    }
)
"""The commands of the other kinds."""
DECISIONS = ("meeting.decision-", "minutes.approved", "minutes.published", "agreement.adopted", "cluster.dissol")
"""How the stored names of events begin that decide or bind."""

DOORS = {
    f"{kind.name}.{command.verb}": command
    for kind in STREAMS
    for command in kind.commands
    if not {Who.REACTION, Who.TIMEKEEPER, Who.HOUSE, Who.INIT}.issuperset(command.who)
}


def test_these_commands_ask_for_a_sure_sign_in_and_no_others() -> None:
    wanted = BINDING | {name for name in DOORS if name.split(".")[0] in MONEY_AND_RIGHTS}
    assert {name for name, command in DOORS.items() if command.assurance is not Assurance.LOW} == wanted
    assert {command.assurance for command in DOORS.values()} == {Assurance.LOW, Assurance.SUBSTANTIAL}


def test_no_door_that_leads_to_a_decision_lacks_the_level() -> None:
    deciding = {
        name for name, command in DOORS.items() if any(event.tag.startswith(DECISIONS) for event in command.gives)
    }
    assert {"meeting.record-decision", "meeting.correct-decision", "minutes.approve"} <= deciding
    assert {name for name in deciding if DOORS[name].assurance is Assurance.LOW} == set()


@pytest.mark.parametrize(
    ("without", "with_a_right"),
    [
        (
            GiveApology(seat="kolding", person=MEMBER),
            GiveApology(seat="kolding", person=MEMBER, sends=OUTSIDER),
        ),
        (AssignOwner(owners=(KOLDING,)), AssignOwner(owners=(KOLDING,), leader=OUTSIDER)),
    ],
    ids=["an apology", "an owner"],
)
def test_what_gives_somebody_sight_by_the_way_asks_for_a_sure_sign_in_too(
    without: Command, with_a_right: Command
) -> None:
    loosely = Actor(SECRETARY, Assurance.LOW)
    loosely.assure(without)
    with pytest.raises(TooLow):
        loosely.assure(with_a_right)
    Actor(SECRETARY, Assurance.SUBSTANTIAL).assure(with_a_right)


@pytest.mark.parametrize("assurance", Assurance)
def test_who_signed_in_too_loosely_is_asked_to_sign_in_again_and_may_do_the_rest(assurance: Assurance) -> None:
    record = given(*WORLD, *opened())
    if assurance is Assurance.LOW:
        with pytest.raises(TooLow) as refused:
            record.give(CHAIR, MEETING, Adjourn(), assurance=assurance)
        assert refused.value.required is Assurance.SUBSTANTIAL
        assert record.give(MEMBER, MEETING, GiveApology(seat="kolding", person=MEMBER), assurance=assurance)
    else:
        assert record.give(CHAIR, MEETING, Adjourn(), assurance=assurance)


@pytest.mark.parametrize("assurance", Assurance)
def test_who_has_no_right_is_not_told_to_sign_in_again(assurance: Assurance) -> None:
    with pytest.raises(Denied):
        given(*WORLD, *opened()).give(OUTSIDER, MEETING, Adjourn(), assurance=assurance)


def test_who_signs_in_by_no_known_level_is_at_the_lowest() -> None:
    record = given(*WORLD, *opened())
    with pytest.raises(TooLow):
        policy(Adjourn(), MEETING, Actor(CHAIR), TODAY, record)


def test_levels_reach_those_below_them() -> None:
    low, substantial, high = Assurance
    assert [each.reaches(substantial) for each in (low, substantial, high)] == [False, True, True]
