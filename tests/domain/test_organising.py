"""What a decision organises: bodies set up with their seats, tasks, ends, and who decides from then on. In one transaction.

The two cases are items 6 and 7 of Randers in autumn 2020 (003.7, 003.8).
"""

import msgspec
import pytest

from domain.bodies import Level
from domain.body import BodyClosed, Established, SeatPlan, TaskGiven
from domain.decided import Taken
from domain.delegation import Delegated, DelegationEnded
from domain.kernel import UNKNOWN
from domain.mandate import PathSet, Step, Subject, decides, mandate_of
from domain.meeting.decision import DecisionRecorded, RecordDecision
from domain.meeting.standing import NoteConditionMet
from domain.membership import SeatOpened
from domain.organising import CloseBody, Delegate, EndDelegation, EstablishBody, GiveTask, SetPath
from domain.outcomes import ApprovedConditionally, Delegates, EstablishesBody, Outcome, authorises, outcome_word
from domain.party import PartyKind
from domain.seats import SEATS_MAX, ByParty, ByRole, Voice
from domain.text import Kept, Text, said
from tests.domain.waiting import NOT_APPROVED
from tests.domain.world import (
    COORDINATING,
    DECIDED,
    DISCUSSED,
    ELSEWHERE,
    ITEM,
    JOINT_FUNDS,
    MEETING,
    POLITICAL,
    STRATEGIC,
    STRATEGIC_SEATS,
    TODAY,
    WHO_DECIDES,
    WORLD,
    body,
    decision,
    discussing,
    party,
    taken,
)
from tests.given import Record, given

TOWNS = ("randers", "norddjurs", "favrskov", "syddjurs")
HOSPITAL = "dk/party/regionshospitalet"
PARTIES = (
    *(party(f"dk/party/{town}", town.capitalize(), PartyKind.MUNICIPALITY) for town in TOWNS),
    party(HOSPITAL, "Regionshospitalet", PartyKind.HOSPITAL),
)
STEERING = "randers/body/klyngestyregruppe"
AUTUMN = "randers/meeting/2020-09-klyngestyregruppe"
RANDERS = (*WORLD, *PARTIES, body(STEERING, "Klyngestyregruppen", Level.STRATEGIC), *discussing(AUTUMN, STEERING))


def decided(outcome: Outcome[Text] = DECIDED, *at_once: object, **more: object) -> RecordDecision:
    return msgspec.structs.replace(
        RecordDecision(item=ITEM, decision="6.1", outcome=outcome, text="Besluttet."), at_once=at_once, **more
    )


def seat(name: str, of: str) -> SeatPlan[Text]:
    return SeatPlan(seat=name, right=ByParty(party=of), voice=Voice.VOTE)


# --- 003.7: the economy group -----------------------------------------------------------------------------------------

GROUP, GROUP_SEATS = "randers/body/oekonomigruppe", "randers/membership/oekonomigruppe"
ONE_EACH = (*(seat(town, f"dk/party/{town}") for town in TOWNS), seat("hospital", HOSPITAL))
SET_UP: EstablishBody[Text] = EstablishBody(
    body=GROUP,
    name="Økonomigruppen",
    level=Level.GROUP,
    membership=GROUP_SEATS,
    seats=ONE_EACH,
    task="At gøre status for finansieringen.",
)
SETS_UP = EstablishesBody(body=GROUP)


def test_a_decision_sets_up_a_group_with_one_seat_for_each_municipality_and_the_hospital() -> None:
    answer = given(*RANDERS).when(decided(SETS_UP, SET_UP), to=AUTUMN)
    by_decision = Taken(meeting=AUTUMN, decision="6.1")
    seats: tuple[SeatPlan[Kept], ...] = ONE_EACH  # type: ignore[assignment]
    kept: EstablishBody[Kept] = EstablishBody(
        body=GROUP,
        name=said("Økonomigruppen"),
        level=Level.GROUP,
        membership=GROUP_SEATS,
        seats=seats,
        task=said("At gøre status for finansieringen."),
    )
    answer.then(
        DecisionRecorded(
            item=ITEM,
            number="3",
            decision="6.1",
            outcome=SETS_UP,
            text=said("Besluttet."),
            at_once=(kept,),
            decided_on=TODAY,
        ),
        (
            GROUP,
            Established(
                name=said("Økonomigruppen"),
                level=Level.GROUP,
                membership=GROUP_SEATS,
                chairs=0,
                seats=seats,
                parent=STEERING,
                task=said("At gøre status for finansieringen."),
                from_on=TODAY,
                source=by_decision,
            ),
        ),
        *(
            (GROUP_SEATS, SeatOpened(body=GROUP, seat=plan.seat, right=plan.right, voice=Voice.VOTE))  # type: ignore[arg-type]
            for plan in ONE_EACH
        ),
    )


def test_a_group_is_set_up_with_all_its_seats_or_not_at_all() -> None:
    twice = msgspec.structs.replace(SET_UP, seats=(*ONE_EACH, ONE_EACH[0]))
    record = given(*RANDERS)
    record.when(decided(SETS_UP, twice), to=AUTUMN).refused("body.seat-twice")
    assert record.see(AUTUMN).decisions == {}
    assert record.see(GROUP) == UNKNOWN


def test_the_words_of_a_seat_stand_where_the_decision_said_them() -> None:
    by_role: SeatPlan[Text] = SeatPlan(seat="formand", right=ByRole(words="formanden"), voice=Voice.VOTE)
    record = given(*RANDERS)
    answer = record.when(decided(SETS_UP, msgspec.structs.replace(SET_UP, seats=(by_role,))), to=AUTUMN)
    recorded, established, opened = (each.event for each in answer.recorded)
    where = recorded.at_once[0].seats[0].right.words
    assert established.seats[0].right.words == where
    assert opened.right.words == where
    assert record.texts[where] == "formanden"


def test_a_body_that_a_decision_names_exists_or_is_set_up_by_it() -> None:
    given(*RANDERS).when(decided(SETS_UP), to=AUTUMN).refused("id.unknown", id=GROUP)


def test_a_group_is_not_set_up_by_what_was_only_discussed() -> None:
    given(*RANDERS).when(decided(DISCUSSED, SET_UP), to=AUTUMN).refused("decision.not-affirmative")


def test_a_group_is_set_up_when_what_the_decision_waits_for_has_come() -> None:
    condition = "randers/condition/c1"
    seats: tuple[SeatPlan[Kept], ...] = ONE_EACH  # type: ignore[assignment]
    kept: EstablishBody[Kept] = EstablishBody(
        body=GROUP, name=said("Økonomigruppen"), level=Level.GROUP, membership=GROUP_SEATS, seats=seats
    )
    waits = decision("6.1", ApprovedConditionally(), meeting=AUTUMN, waits_for=(condition,), when_met=(kept,))
    answer = given(*RANDERS, waits).when(NoteConditionMet(decision="6.1", condition=condition), to=AUTUMN)
    assert [each.event.tag for each in answer.recorded] == [
        "meeting.decision-took-effect",
        "body.established",
        *["membership.seat-opened"] * 5,
    ]


def test_nobody_sets_up_a_body_in_another_cluster() -> None:
    theirs = msgspec.structs.replace(SET_UP, body="aarhus/body/ny", membership="aarhus/membership/ny", seats=())
    given(*RANDERS).when(decided(DECIDED, theirs), to=AUTUMN).refused("scope.other")


# --- 003.8: the small group decides when the crisis meetings are held -------------------------------------------------

SMALL, SMALL_SEATS = "randers/body/lille-gruppe", "randers/membership/lille-gruppe"
CRISIS = mandate_of(Subject.CRISIS_MEETINGS, "randers")
CALENDAR = Step(step="kalender", body=STEERING, binding=True)
LEAVES_IT = decided(
    Delegates(to_body=SMALL, step="kalender"),
    EstablishBody[Text](
        body=SMALL,
        name="Den lille gruppe",
        level=Level.GROUP,
        membership=SMALL_SEATS,
        seats=tuple(seat(town, f"dk/party/{town}") for town in TOWNS),
    ),
    SetPath[Text](mandate=CRISIS, subject="krisemøder", steps=(CALENDAR,)),
    Delegate[Text](mandate=CRISIS, step="kalender", to_body=SMALL, terms="Rytmen følger behovet."),
)


def test_a_small_group_is_left_to_decide_when_the_meetings_are_held() -> None:
    record = given(*RANDERS)
    answer = record.when(LEAVES_IT, to=AUTUMN)
    by_decision = Taken(meeting=AUTUMN, decision="6.1")
    assert [(each.stream, each.event.tag) for each in answer.recorded] == [
        (AUTUMN, "meeting.decision-recorded"),
        (SMALL, "body.established"),
        *[(SMALL_SEATS, "membership.seat-opened")] * 4,
        (CRISIS, "mandate.path-set"),
        (CRISIS, "mandate.delegated"),
    ]
    path_set, delegated = (record.opened(each.event) for each in answer.recorded[-2:])
    assert path_set == PathSet(subject="krisemøder", steps=(CALENDAR,), source=by_decision, from_on=TODAY)
    assert delegated == Delegated(
        step="kalender",
        from_body=STEERING,
        to_body=SMALL,
        source=by_decision,
        terms=said("Rytmen følger behovet."),
        from_on=TODAY,
    )
    assert decides(record.see, "randers", Subject.CRISIS_MEETINGS, "kalender", TODAY) == SMALL


def test_to_leave_something_to_others_and_to_set_up_a_body_is_to_say_yes() -> None:
    for outcome, word in ((Delegates(to_body=SMALL, step="kalender"), "overlader"), (SETS_UP, "nedsætter")):
        assert authorises(outcome)
        assert outcome_word(outcome).da == word
    assert not authorises(NOT_APPROVED)


# --- the other effects ------------------------------------------------------------------------------------------------

LILLEBAELT = (*WORLD, WHO_DECIDES, *discussing(of=POLITICAL))


def followed(record: Record, *at_once: object) -> list[tuple[str, object]]:
    """What follows from a decision of the political level."""
    answer = record.when(decided(DECIDED, *at_once), to=MEETING)
    assert answer.said_no is None, answer.said_no
    return [(each.stream, record.opened(each.event)) for each in answer.recorded[1:]]


SOURCE = taken("6.1")


def test_a_decision_gives_a_body_a_task_and_closes_another() -> None:
    events = followed(
        given(*LILLEBAELT),
        GiveTask[Text](body=COORDINATING, task="At regne efter."),
        CloseBody(body=STRATEGIC, ceases_on="2027-01-01", successor=POLITICAL),
    )
    assert events[:2] == [
        (COORDINATING, TaskGiven(task=said("At regne efter."), decision=SOURCE)),
        (STRATEGIC, BodyClosed(ceases_on="2027-01-01", successor=POLITICAL, decision=SOURCE)),
    ]
    assert {stream for stream, _ in events[2:]} == {STRATEGIC_SEATS}


def test_a_decision_takes_back_what_was_left_to_a_body() -> None:
    record = given(*LILLEBAELT)
    followed(record, Delegate[Text](mandate=JOINT_FUNDS, step="vælge", to_body=STRATEGIC))
    back = decided(DECIDED, EndDelegation(mandate=JOINT_FUNDS, step="vælge", to_body=STRATEGIC, ceases_on="2024-06-01"))
    (_, ended) = record.when(msgspec.structs.replace(back, decision="6.2"), to=MEETING).recorded
    assert record.opened(ended.event) == DelegationEnded(
        step="vælge", to_body=STRATEGIC, ceases_on="2024-06-01", source=taken("6.2")
    )


@pytest.mark.parametrize(
    "effect",
    [
        SetPath[Text](
            mandate=JOINT_FUNDS, subject="klyngemidler", steps=(Step(step="vælge", body=STRATEGIC, binding=True),)
        ),
        Delegate[Text](mandate=JOINT_FUNDS, step="vælge", to_body=COORDINATING),
    ],
    ids=lambda effect: type(effect).__name__,
)
def test_the_body_that_decides_must_be_the_one_whose_matter_it_is(effect: object) -> None:
    record = given(*WORLD, WHO_DECIDES, *discussing(of=STRATEGIC))
    record.when(decided(DECIDED, effect), to=MEETING).refused("mandate.not-yours", body=POLITICAL)
    assert followed(given(*LILLEBAELT), effect)


def test_a_decision_reaches_into_no_other_cluster() -> None:
    given(*LILLEBAELT).when(decided(DECIDED, GiveTask[Text](body=ELSEWHERE, task="Regn.")), to=MEETING).refused(
        "scope.other"
    )


def test_a_body_has_so_many_seats_when_a_decision_sets_it_up() -> None:
    many = tuple(seat(f"plads-{number}", HOSPITAL) for number in range(SEATS_MAX + 1))
    too_many = msgspec.to_builtins(msgspec.structs.replace(SET_UP, seats=many))
    with pytest.raises(msgspec.ValidationError, match="length"):
        msgspec.convert(too_many, EstablishBody[Text])
