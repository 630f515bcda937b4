"""Appointments: parties are asked for names, a meeting appoints, and what stands open is told."""

import pytest

from domain.action import Assigned
from domain.appointing import Appoint, CallNominations, NameSubstitute, Vacate
from domain.body import BodyClosed, Level
from domain.effects import ByParty
from domain.kernel import Command
from domain.meeting.decision import DecisionRecorded, RecordDecision
from domain.membership import CallNominations as Call
from domain.membership import (
    Cause,
    ChairLeft,
    FillSeat,
    NominationsCalled,
    OpenSeat,
    SeatClosed,
    SeatFilled,
    SeatOpened,
    SeatVacated,
    SubstituteEnded,
    SubstituteNamed,
    TakeChair,
)
from domain.membership import NameSubstitute as NameSubstituteHere
from domain.outcomes import Appoints, authorises, ids_in, outcome_word
from domain.person import DeathRecorded, RecordDeath
from domain.seating import is_held, standing_in
from domain.seats import ByCluster, ByPatients, Voice
from domain.text import said
from tests.domain.world import (
    DISCUSSED,
    ELSEWHERE,
    ITEM,
    KOLDING,
    MEETING,
    MEMBER,
    NOWHERE,
    OUTSIDER,
    REGION,
    SECRETARY,
    STRATEGIC,
    STRATEGIC_SEATS,
    TODAY,
    WORLD,
    Fact,
    body,
    decision,
    discussing,
    taken,
)
from tests.given import given

VACATED: Fact = STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT)
VACATED_LATER: Fact = (
    STRATEGIC_SEATS,
    SeatVacated(seat="kolding", person=MEMBER, cause=Cause.TERM_ENDED, ceases_on="2026-01-01"),
)
WHAT = "Udpeg et medlem."


def call(*seats: str, parties: tuple[str, ...] = (KOLDING,)) -> Call:
    return Call(seats=seats, from_parties=parties, what=WHAT, answer_by="2024-04-01")


# --- nominations ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("vacant", [VACATED, VACATED_LATER], ids=["now", "to come"])
def test_each_party_that_is_asked_for_a_name_owes_it(vacant: Fact) -> None:
    record = given(*WORLD, vacant)
    version = record.versions[STRATEGIC_SEATS] + 1
    record.when(call("kolding", parties=(KOLDING, REGION)), to=STRATEGIC_SEATS, by=SECRETARY).then(
        NominationsCalled(seats=("kolding",), from_parties=(KOLDING, REGION), what=said(WHAT), answer_by="2024-04-01"),
        *(
            (
                f"lillebaelt/action/strategic-{version}-{number}",
                Assigned(what=said(WHAT), owed_by=(ByParty(party=party),), report_to=STRATEGIC, answer_by="2024-04-01"),
            )
            for number, party in ((1, KOLDING), (2, REGION))
        ),
    )


def test_the_words_of_a_nomination_are_said_in_one_place() -> None:
    record = given(*WORLD, VACATED)
    called, assigned = record.when(call("kolding"), to=STRATEGIC_SEATS).recorded
    assert assigned.event.what is called.event.what


def test_nobody_is_asked_for_a_name_when_every_seat_is_held() -> None:
    given(*WORLD).when(call("kolding"), to=STRATEGIC_SEATS).refused("membership.no-vacancy")
    follows = STRATEGIC_SEATS, SeatFilled(seat="kolding", person=OUTSIDER, from_on="2026-01-01")
    given(*WORLD, VACATED_LATER, follows).when(call("kolding"), to=STRATEGIC_SEATS).refused("membership.no-vacancy")


def test_a_name_is_asked_for_where_the_seat_is_the_partys() -> None:
    given(*WORLD, VACATED).when(call("kolding", parties=(REGION,)), to=STRATEGIC_SEATS).refused(
        "membership.not-entitled", seat="kolding", party=KOLDING
    )


def test_a_name_is_asked_for_a_seat_that_is_there() -> None:
    record = given(*WORLD, VACATED)
    record.when(call("none"), to=STRATEGIC_SEATS).refused("membership.seat-unknown", seat="none")
    record.happened(STRATEGIC_SEATS, SeatClosed(seat="kolding", ceases_on=TODAY))
    record.when(call("kolding"), to=STRATEGIC_SEATS).refused("membership.seat-gone", seat="kolding", ceases_on=TODAY)


# --- a meeting appoints -----------------------------------------------------------------------------------------------

OUTSIDE, OUTSIDE_SEATS = "lillebaelt/body/priorities", "lillebaelt/membership/priorities"
"""An outside committee of which only the cluster's two seats are known."""
HEALTH_CHIEF, CARE_CHIEF, VOLUNTEER = MEMBER, SECRETARY, OUTSIDER
CLUSTER = "lillebaelt/cluster/lillebaelt"
PRIORITIES: tuple[Fact, ...] = (
    body(OUTSIDE, "Prioriteringsudvalg", Level.EXTERNAL),
    *(
        (OUTSIDE_SEATS, SeatOpened(body=OUTSIDE, seat=seat, right=ByCluster(cluster=CLUSTER), voice=Voice.VOTE))
        for seat in ("plads-1", "plads-2")
    ),
    (OUTSIDE_SEATS, SeatFilled(seat="plads-1", person=HEALTH_CHIEF)),
    (OUTSIDE_SEATS, SeatFilled(seat="plads-2", person=CARE_CHIEF)),
)
OUTCOME = Appoints(filled=("plads-1",), open=("plads-2",))


def decide(*effects: object, outcome: object = OUTCOME) -> RecordDecision:
    return RecordDecision(item=ITEM, decision="4.1", outcome=outcome, text="Udpeget.", at_once=effects)  # type: ignore[arg-type]


def test_two_wish_to_leave_one_comes_and_one_stands_in() -> None:
    """003.5: one member, one substitute, one seat open; for which seat the substitute stands is not stated, so for both."""
    record = given(*WORLD, *PRIORITIES, *discussing())
    answer = record.when(
        decide(
            Vacate(membership=OUTSIDE_SEATS, seat="plads-1", cause=Cause.LEFT),
            Vacate(membership=OUTSIDE_SEATS, seat="plads-2", cause=Cause.LEFT),
            Appoint(membership=OUTSIDE_SEATS, seat="plads-1", person=VOLUNTEER),
            NameSubstitute(membership=OUTSIDE_SEATS, person=HEALTH_CHIEF, stands_for=("plads-1", "plads-2")),
        ),
        to=MEETING,
    )
    by = taken("4.1")
    assert isinstance(answer.recorded[0].event, DecisionRecorded)
    assert [(each.stream, each.event) for each in answer.recorded[1:]] == [
        (
            OUTSIDE_SEATS,
            SeatVacated(seat="plads-1", person=HEALTH_CHIEF, cause=Cause.LEFT, decision=by, noted_on=TODAY),
        ),
        (OUTSIDE_SEATS, SeatVacated(seat="plads-2", person=CARE_CHIEF, cause=Cause.LEFT, decision=by, noted_on=TODAY)),
        (OUTSIDE_SEATS, SeatFilled(seat="plads-1", person=VOLUNTEER, decision=by)),
        (OUTSIDE_SEATS, SubstituteNamed(person=HEALTH_CHIEF, stands_for=("plads-1", "plads-2"), decision=by)),
    ]
    seats = record.see(OUTSIDE_SEATS)
    assert [is_held(seats.seats[seat], TODAY) for seat in ("plads-1", "plads-2")] == [True, False]
    assert standing_in(seats, "plads-1", HEALTH_CHIEF, TODAY) == (VOLUNTEER,)
    assert standing_in(seats, "plads-2", HEALTH_CHIEF, TODAY) == ()


def test_a_meeting_asks_parties_for_names() -> None:
    record = given(*WORLD, VACATED, *discussing())
    effect = CallNominations(membership=STRATEGIC_SEATS, seats=("kolding",), from_parties=(KOLDING,), what=WHAT)
    record.when(decide(effect), to=MEETING)
    ((stream, assigned),) = [each for each in record.events if isinstance(each[1], Assigned)]
    assert stream.startswith("lillebaelt/action/strategic-")
    assert assigned == Assigned(
        what=said(WHAT), owed_by=(ByParty(party=KOLDING),), report_to=STRATEGIC, decision=taken("4.1")
    )


def test_an_appointment_that_a_rule_refuses_is_not_decided() -> None:
    record = given(*WORLD, *discussing())
    effect = Appoint(membership=STRATEGIC_SEATS, seat="kolding", person=OUTSIDER)
    record.when(decide(effect), to=MEETING).refused("membership.seat-taken", seat="kolding", person=MEMBER)


THEIR_SEATS = "aarhus/membership/directors"
THEIRS: Fact = (
    THEIR_SEATS,
    SeatOpened(body=ELSEWHERE, seat="plads", right=ByCluster(cluster=CLUSTER), voice=Voice.VOTE),
)


@pytest.mark.parametrize(
    "effect",
    [
        Appoint(membership=STRATEGIC_SEATS, seat="kolding", person=OUTSIDER),
        NameSubstitute(membership=STRATEGIC_SEATS, person=OUTSIDER, stands_for=("kolding",)),
    ],
    ids=lambda effect: type(effect).__name__,
)
def test_nobody_is_appointed_by_what_was_only_discussed(effect: object) -> None:
    record = given(*WORLD, VACATED, *discussing())
    record.when(decide(effect, outcome=DISCUSSED), to=MEETING).refused("decision.not-affirmative")


def test_nobody_takes_a_chair_by_what_was_only_discussed() -> None:
    given(*WORLD, (STRATEGIC_SEATS, ChairLeft(seat="region")), *discussing(), decision("3.1", DISCUSSED)).when(
        TakeChair(seat="kolding", side="kommuner", decision=taken("3.1")), to=STRATEGIC_SEATS
    ).refused("decision.not-affirmative")


def test_somebody_leaves_by_a_decision_that_says_no_more_than_that_it_was_heard() -> None:
    """003.5: that two want to leave is information."""
    vacate = Vacate(membership=STRATEGIC_SEATS, seat="kolding", cause=Cause.LEFT)
    record = given(*WORLD, *discussing())
    record.give(SECRETARY, MEETING, decide(vacate, outcome=DISCUSSED))
    assert not is_held(record.see(STRATEGIC_SEATS).seats["kolding"], TODAY)


@pytest.mark.parametrize(
    "effect",
    [
        Appoint(membership=THEIR_SEATS, seat="plads", person=OUTSIDER),
        Vacate(membership=THEIR_SEATS, seat="plads", cause=Cause.LEFT),
        NameSubstitute(membership=THEIR_SEATS, person=OUTSIDER, stands_for=("plads",)),
        CallNominations(membership=THEIR_SEATS, seats=("plads",), from_parties=(KOLDING,), what=WHAT),
    ],
    ids=lambda effect: type(effect).__name__,
)
def test_a_meeting_appoints_in_its_own_cluster_only(effect: object) -> None:
    record = given(*WORLD, THEIRS, *discussing())
    record.when(decide(effect), to=MEETING).refused("scope.other", id=MEETING, scope="aarhus")


def test_a_nomination_cites_a_decision_that_was_taken() -> None:
    wish: Command = Call(seats=("kolding",), from_parties=(KOLDING,), what=WHAT, decision=taken("1", NOWHERE))
    given(*WORLD, VACATED).when(wish, to=STRATEGIC_SEATS).refused("decision.unknown")


def test_who_is_appointed_is_a_yes_that_names_no_id() -> None:
    assert authorises(OUTCOME)
    assert ids_in(OUTCOME) == ()
    assert outcome_word(OUTCOME).da == "udpeger"


# --- death ------------------------------------------------------------------------------------------------------------


def test_whoever_has_died_stands_in_no_longer() -> None:
    named = STRATEGIC_SEATS, SubstituteNamed(person=OUTSIDER, stands_for=("kolding",))
    record = given(*WORLD, named, *discussing(), decision())
    record.when(RecordDeath(), to=OUTSIDER, by=SECRETARY).then(
        DeathRecorded(detail=None, seats=(), stood_in=(STRATEGIC_SEATS,)),
        (STRATEGIC_SEATS, SubstituteEnded(person=OUTSIDER, ceases_on=TODAY)),
    )


def test_a_substitute_who_is_one_no_longer_is_not_named_by_a_death() -> None:
    over = STRATEGIC_SEATS, SubstituteNamed(person=OUTSIDER, stands_for=("kolding",), ceases_on=TODAY)
    given(*WORLD, over).when(RecordDeath(), to=OUTSIDER).then(DeathRecorded(detail=None, seats=()))


# --- a body that is no more -------------------------------------------------------------------------------------------

CLOSED: Fact = STRATEGIC, BodyClosed(ceases_on=TODAY)


@pytest.mark.parametrize(
    "command",
    [
        OpenSeat(body=STRATEGIC, seat="ny", right=ByPatients(), voice=Voice.VOTE),
        FillSeat(seat="kolding", person=OUTSIDER),
        TakeChair(seat="sekretariat", side="region"),
        NameSubstituteHere(person=OUTSIDER, stands_for=("kolding",)),
        call("kolding"),
    ],
    ids=lambda each: each.verb,
)
def test_nobody_is_appointed_to_a_body_that_is_no_more(command: Command) -> None:
    given(*WORLD, VACATED, CLOSED).when(command, to=STRATEGIC_SEATS).refused("body.already-closed", day=TODAY)


def test_who_sat_on_a_body_while_it_was_there_is_registered_afterwards() -> None:
    before = FillSeat(seat="kolding", person=OUTSIDER, from_on="2020-01-01", ceases_on="2022-01-01")
    assert given(*WORLD, VACATED, CLOSED).when(before, to=STRATEGIC_SEATS).recorded
