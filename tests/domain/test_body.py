"""Bodies: established once, with the seats of their plan; named, given tasks, and closed."""

import msgspec
import pytest

from domain.bodies import is_there, may_be_there
from domain.body import (
    CHAIRS_MAX,
    BodyClosed,
    CloseBody,
    Establish,
    Established,
    GiveTask,
    Level,
    NameNoted,
    NoteName,
    SeatPlan,
    Secretariat,
    TaskGiven,
)
from domain.claims import DateNotStated, OnDay
from domain.decided import Cited
from domain.kernel import Command
from domain.membership import Cause, CloseSeats, SeatClosed, SeatFilled, SeatOpened, SeatVacated
from domain.procedure import SetCadence, SetRules
from domain.seating import seats_held
from domain.seats import SEATS_MAX, ByParty, ByPatients, ByRole, Voice
from domain.text import Kept, said
from tests.domain.world import (
    CHAIR,
    COORDINATING,
    DISCUSSED,
    ELSEWHERE,
    KOLDING,
    MEMBER,
    OUTSIDER,
    PAPER,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    STRATEGIC_SEATS,
    WORLD,
    Fact,
    decision,
    discussing,
    taken,
)
from tests.given import ADMINISTRATOR, given

CITED = Cited(who="Klyngen", on=DateNotStated(), words="Et papir")
COMMITTEE = "lillebaelt/body/udvalg"
SEATS = "lillebaelt/membership/udvalg"


def establish(*seats: SeatPlan[str], chairs: int = 1) -> Establish:
    return Establish(name="Udvalget", level=Level.COMMITTEE, membership=SEATS, chairs=chairs, seats=seats)


PATIENTS: SeatPlan[str] = SeatPlan(seat="patienter", right=ByPatients(), voice=Voice.OBSERVER)


def test_a_body_opens_with_the_seats_of_its_plan() -> None:
    command = Establish(
        name="Udvalget",
        level=Level.COMMITTEE,
        membership=SEATS,
        chairs=2,
        seats=(
            SeatPlan(seat="kolding", right=ByParty(party=KOLDING), voice=Voice.VOTE),
            SeatPlan(seat="sekretariat", right=ByRole(words="sekretariatet"), voice=Voice.SECRETARIAT),
        ),
        parent=STRATEGIC,
        task="At foreslå.",
        from_on="2024-01-01",
        source=Cited(who="Klyngen", on=OnDay(day="2023-12-01"), words="Beslutning 4", document=PAPER),
        secretariat=Secretariat.PER_PARTY,
    )
    kolding: SeatPlan[Kept] = SeatPlan(seat="kolding", right=ByParty(party=KOLDING), voice=Voice.VOTE)
    by_role = ByRole(words=said("sekretariatet"))
    given(*WORLD).when(command, to=COMMITTEE, by=SECRETARY).then(
        Established(
            name=said("Udvalget"),
            level=Level.COMMITTEE,
            membership=SEATS,
            chairs=2,
            seats=(kolding, SeatPlan(seat="sekretariat", right=by_role, voice=Voice.SECRETARIAT)),
            parent=STRATEGIC,
            task=said("At foreslå."),
            from_on="2024-01-01",
            source=Cited(who=said("Klyngen"), on=OnDay(day="2023-12-01"), words=said("Beslutning 4"), document=PAPER),
            secretariat=Secretariat.PER_PARTY,
        ),
        (SEATS, SeatOpened(body=COMMITTEE, seat="kolding", right=ByParty(party=KOLDING), voice=Voice.VOTE)),
        (SEATS, SeatOpened(body=COMMITTEE, seat="sekretariat", right=by_role, voice=Voice.SECRETARIAT)),
    )


def test_the_administrator_establishes_the_first_bodies() -> None:
    answer = given(*WORLD).when(establish(), to=COMMITTEE, by=ADMINISTRATOR)
    assert [each.event.tag for each in answer.recorded] == ["body.established"]


def test_a_member_establishes_no_body() -> None:
    given(*WORLD).when(establish(), to=COMMITTEE, by=MEMBER).denied()


def test_a_body_is_established_once() -> None:
    given(*WORLD).when(establish(), to=STRATEGIC).refused("body.exists")


def test_two_bodies_do_not_share_their_seats() -> None:
    shares = msgspec.structs.replace(establish(), membership="lillebaelt/membership/strategic")
    given(*WORLD).when(shares, to=COMMITTEE).refused("body.exists")


@pytest.mark.parametrize("chairs", [-1, CHAIRS_MAX + 1])
def test_a_body_has_so_many_chairs_and_no_more(chairs: int) -> None:
    given(*WORLD).when(establish(chairs=chairs), to=COMMITTEE).refused("body.chairs", count=CHAIRS_MAX)


def test_a_body_has_so_many_seats_and_no_more() -> None:
    many = tuple(msgspec.structs.replace(PATIENTS, seat=f"plads-{number}") for number in range(SEATS_MAX + 1))
    given(*WORLD).when(establish(*many), to=COMMITTEE).refused("body.too-many-seats", count=SEATS_MAX)


def test_a_plan_holds_a_seat_once() -> None:
    given(*WORLD).when(establish(PATIENTS, PATIENTS), to=COMMITTEE).refused("body.seat-twice")


def test_the_body_above_is_known() -> None:
    orphan = msgspec.structs.replace(establish(), parent="lillebaelt/body/none")
    given(*WORLD).when(orphan, to=COMMITTEE).refused("id.unknown", id="lillebaelt/body/none")


def test_a_body_is_not_established_by_what_was_only_discussed() -> None:
    by_discussion = msgspec.structs.replace(establish(), source=taken())
    given(*WORLD, *discussing(), decision(outcome=DISCUSSED)).when(by_discussion, to=COMMITTEE).refused(
        "decision.not-affirmative"
    )


def test_an_outside_body_opens_with_our_seats_and_nobody_who_chairs_for_us() -> None:
    """»Prioriteringsudvalget«: each cluster has two seats, and that is all the record knows of it (003.5)."""
    outside = Establish(
        name="Prioriteringsudvalget",
        level=Level.EXTERNAL,
        membership=SEATS,
        chairs=0,
        seats=(
            SeatPlan(seat="klyngen-1", right=ByRole(words="klyngen"), voice=Voice.VOTE),
            SeatPlan(seat="klyngen-2", right=ByRole(words="klyngen"), voice=Voice.VOTE),
        ),
    )
    answer = given(*WORLD).when(outside, to=COMMITTEE, by=SECRETARY)
    assert [each.event.tag for each in answer.recorded] == ["body.established", *["membership.seat-opened"] * 2]


# --- names, task ------------------------------------------------------------------------------------------------------


def test_a_body_may_be_called_something_else_for_a_time() -> None:
    note = NoteName(name="Sundhedspolitisk styregruppe", from_on="2022-07-01", ceases_on="2024-01-01", document=PAPER)
    given(*WORLD).when(note, to=POLITICAL, by=SECRETARY).then(
        NameNoted(
            name=said("Sundhedspolitisk styregruppe"), from_on="2022-07-01", ceases_on="2024-01-01", document=PAPER
        )
    )


def test_a_name_does_not_end_before_it_begins() -> None:
    note = NoteName(name="Styregruppen", from_on="2024-01-01", ceases_on="2023-12-31")
    given(*WORLD).when(note, to=POLITICAL).refused("day.span-reversed", earliest="2024-01-01", latest="2023-12-31")


def test_a_paper_that_tells_a_name_is_on_file() -> None:
    given(*WORLD).when(NoteName(name="Styregruppen", document="lillebaelt/document/none"), to=POLITICAL).refused(
        "id.unknown"
    )


def test_a_decision_gives_a_body_a_task() -> None:
    give = GiveTask(task="At gøre økonomien op.", decision=taken())
    given(*WORLD, *discussing(), decision()).when(give, to=COORDINATING, by=SECRETARY).then(
        TaskGiven(task=said("At gøre økonomien op."), decision=taken())
    )


def test_no_task_comes_of_what_was_only_discussed() -> None:
    give = GiveTask(task="At gøre økonomien op.", decision=taken())
    given(*WORLD, *discussing(), decision(outcome=DISCUSSED)).when(give, to=COORDINATING).refused(
        "decision.not-affirmative"
    )


def test_another_clusters_decision_gives_no_task_here() -> None:
    theirs = "aarhus/meeting/directors"
    give = GiveTask(task="At gøre økonomien op.", decision=taken(meeting=theirs))
    given(*WORLD, *discussing(theirs, ELSEWHERE), decision(meeting=theirs)).when(give, to=COORDINATING).refused(
        "scope.other"
    )


# --- end --------------------------------------------------------------------------------------------------------------

CLOSED: Fact = (STRATEGIC, BodyClosed(ceases_on="2024-03-01"))
CLOSES_LATER: Fact = (STRATEGIC, BodyClosed(ceases_on="2024-03-02", successor=POLITICAL))


def test_a_chair_closes_the_body_in_favour_of_another() -> None:
    close = CloseBody(ceases_on="2027-01-01", successor=POLITICAL, decision=taken())
    answer = given(*WORLD, *discussing(), decision()).when(close, to=STRATEGIC, by=CHAIR)
    assert answer.recorded[0].event == BodyClosed(ceases_on="2027-01-01", successor=POLITICAL, decision=taken())


def test_the_seats_of_a_body_end_with_it() -> None:
    """Whoever sits on the last day leaves with it, whoever would come after never does."""
    ends, seats = "2024-04-01", STRATEGIC_SEATS
    left = SeatFilled(seat="kolding", person=OUTSIDER, from_on="2024-05-01")
    until = SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT, ceases_on="2024-05-01")
    record = given(*WORLD, (seats, until), (seats, left))
    record.when(CloseBody(ceases_on=ends), to=STRATEGIC, by=CHAIR).then(
        BodyClosed(ceases_on=ends),
        (seats, SeatVacated(seat="region", person=CHAIR, cause=Cause.CLOSED, ceases_on=ends)),
        (seats, SeatClosed(seat="region", ceases_on=ends)),
        (seats, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.CLOSED, ceases_on=ends)),
        (seats, SeatVacated(seat="kolding", person=OUTSIDER, cause=Cause.CLOSED, ceases_on=ends)),
        (seats, SeatClosed(seat="kolding", ceases_on=ends)),
        (seats, SeatVacated(seat="sekretariat", person=SECRETARY, cause=Cause.CLOSED, ceases_on=ends)),
        (seats, SeatClosed(seat="sekretariat", ceases_on=ends)),
    )
    state = record.see(seats)
    assert seats_held(state, CHAIR, "2024-03-31") == ("region",)
    assert seats_held(state, CHAIR, ends) == seats_held(state, OUTSIDER, "2024-06-01") == ()


def test_seats_end_with_their_body_and_in_no_other_way() -> None:
    given(*WORLD).when(CloseSeats(ceases_on="2024-04-01"), to=STRATEGIC_SEATS, by=SECRETARY).denied()


def test_the_secretariat_closes_a_body_where_nobody_chairs_and_no_other() -> None:
    close = CloseBody(ceases_on="2027-01-01")
    given(*WORLD).when(close, to=STRATEGIC, by=SECRETARY).denied()
    assert given(*WORLD).when(close, to=COORDINATING, by=SECRETARY).recorded


def test_no_body_is_closed_by_what_was_only_discussed() -> None:
    close = CloseBody(ceases_on="2027-01-01", decision=taken())
    given(*WORLD, *discussing(), decision(outcome=DISCUSSED)).when(close, to=STRATEGIC).refused(
        "decision.not-affirmative"
    )


def test_a_body_is_closed_once() -> None:
    record = given(*WORLD, CLOSES_LATER)
    record.when(CloseBody(ceases_on="2024-03-02", successor=POLITICAL), to=STRATEGIC).then()
    record.when(CloseBody(ceases_on="2025-01-01"), to=STRATEGIC).refused("body.already-closed", day="2024-03-02")


def test_whoever_succeeds_a_body_is_known() -> None:
    close = CloseBody(ceases_on="2027-01-01", successor="lillebaelt/body/none")
    given(*WORLD).when(close, to=STRATEGIC).refused("id.unknown", id="lillebaelt/body/none")


@pytest.mark.parametrize(
    "command",
    [
        GiveTask(task="At foreslå.", decision=CITED),
        SetCadence(words="Hver anden måned"),
        SetRules(from_on="2024-03-01", source=CITED),
    ],
    ids=lambda command: command.verb,
)
def test_nothing_new_is_laid_on_a_body_that_is_no_more(command: Command) -> None:
    given(*WORLD, CLOSED).when(command, to=STRATEGIC).refused("body.already-closed", day="2024-03-01")
    assert given(*WORLD, CLOSES_LATER).when(command, to=STRATEGIC).recorded


def test_a_body_is_there_from_its_first_day_to_its_last() -> None:
    founded = Established(
        name=said("Gruppen"), level=Level.GROUP, membership=SEATS, chairs=0, seats=(), from_on="2024-01-01"
    )
    state = given(*WORLD, (COMMITTEE, founded), (COMMITTEE, BodyClosed(ceases_on="2024-03-01"))).see(COMMITTEE)
    days = ("2023-12-31", "2024-01-01", "2024-02-29", "2024-03-01")
    assert [is_there(state, day) for day in days] == [False, True, True, False]
    assert may_be_there(state, ("2023-12-01", "2024-01-01"))
    assert may_be_there(state, ("2024-02-29", "2024-03-31"))
    assert not may_be_there(state, ("2023-12-01", "2023-12-31"))
    assert not may_be_there(state, ("2024-03-01", "2024-03-31"))
