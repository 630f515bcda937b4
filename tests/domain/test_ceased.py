"""A cluster that has ceased: nothing more is written in it, all of it stays readable, and its agreements go on."""

import pytest

from domain.agreement.ending import ProposeTermination
from domain.agreement.parties import Suspend
from domain.agreement.state import History
from domain.agreement.terms import NameOwner, OwnerNamed, Registered
from domain.awaited import DayReached
from domain.body import CloseBody
from domain.claims import DateNotStated
from domain.cluster import (
    ClusterDissolved,
    ContactNamed,
    Dissolve,
    NoteName,
    PartyJoined,
    Rename,
)
from domain.clusters import Dissolved, WindingDown
from domain.effects import ByParty
from domain.kernel import Command
from domain.meeting.call import Call, Form
from domain.meeting.moving import Cancel, Move
from domain.outcomes import ApprovedConditionally
from domain.policy import mask_of
from domain.proposal import Receive
from domain.redaction import Request, Where
from domain.referral import Send
from domain.text import said
from tests.domain.succession import (
    AT_RAAD,
    BEFORE,
    BODIES_END,
    CEASES_ON,
    COUNCIL,
    COUNCIL_SECRETARY,
    COUNCILLOR,
    JANUARY,
    LAST_DAY,
    LILLEBAELT,
    MAY_HAND_OVER,
    PEOPLE,
    RAAD,
    WINDING,
    cluster,
    dissolving,
    hand_over,
)
from tests.domain.waiting import C1, open_condition
from tests.domain.world import (
    CHAIR,
    COORDINATING,
    KOLDING,
    MEETING,
    OUTSIDER,
    PAPER,
    POLITICAL,
    QUESTION,
    REGION,
    SECRETARY,
    STRATEGIC,
    Fact,
    called,
    decision,
    discussing,
    referral,
)
from tests.given import given

ENDED = (*WINDING, *BODIES_END)

# --- ceased -----------------------------------------------------------------------------------------------------------

GONE = (*ENDED, (LILLEBAELT, ClusterDissolved(ceases_on=CEASES_ON, handed_count=0)))


@pytest.mark.parametrize(
    ("to", "command"),
    [
        (LILLEBAELT, NoteName(name="Klyngen")),
        (LILLEBAELT, Rename(name="Klyngen", from_on=CEASES_ON)),
        (LILLEBAELT, Dissolve()),
        (QUESTION, Send(from_body=STRATEGIC, to_body=COUNCIL, question="Hvad nu?")),
        ("lillebaelt/proposal/nyt", Receive(title="Nyt", text="Nyt", when=DateNotStated())),
        (MEETING, Cancel(reason="Aflyst.")),
    ],
    ids=["another name", "a new name", "the end again", "a question", "a proposal", "a meeting"],
)
def test_nothing_more_is_written_in_a_cluster_that_has_ceased(to: str, command: object) -> None:
    record = given(*GONE, *called())
    record.when(command, to=to, on=JANUARY).refused(  # type: ignore[arg-type]
        "scope.ceased", cluster=LILLEBAELT, ceases_on=CEASES_ON, successor=RAAD
    )


def test_words_can_be_redacted_however_long_ago() -> None:
    record = given(*GONE)
    request = Request(where=Where(of=PAPER, version=1, field="/subject"), reason="Et navn.")
    assert record.when(request, to="lillebaelt/redaction/r1", by=SECRETARY, on=JANUARY).recorded


def test_a_thing_that_was_handed_over_says_who_has_it() -> None:
    theme = "lillebaelt/referral/andet"
    record = given(*WINDING, *MAY_HAND_OVER, referral(), referral(theme))
    record.when(hand_over(QUESTION), to=LILLEBAELT)
    send = Send(from_body=STRATEGIC, to_body=POLITICAL, question="Hvad nu?")
    record.when(send, to=QUESTION).refused("scope.ceased", cluster=LILLEBAELT, successor=AT_RAAD)


def test_a_merger_is_two_predecessors_of_one() -> None:
    aarhus = "aarhus/cluster/aarhus"
    record = given(*BEFORE, cluster(aarhus), (aarhus, dissolving()[1]), dissolving())
    assert {each for each in record.ids("cluster") if isinstance(record.see(each), WindingDown)} == {aarhus, LILLEBAELT}
    assert record.see(aarhus).successors == record.see(LILLEBAELT).successors == (RAAD,)


# --- past the last day ------------------------------------------------------------------------------------------------

WAITS = (*discussing(), decision(outcome=ApprovedConditionally(), waits_for=(C1,)))
MET = Call(
    body=STRATEGIC,
    form=Form.VIRTUAL,
    place="Virtuelt",
    starts_at="2027-01-05T12:00:00Z",
    ends_at="2027-01-05T13:00:00Z",
)
MOVED = Move(starts_at=MET.starts_at, ends_at=MET.ends_at)
IN_TIME, TOO_LATE = LAST_DAY, CEASES_ON


@pytest.mark.parametrize(
    ("to", "command"),
    [
        (C1, open_condition(answer_by=TOO_LATE)),
        (C1, open_condition(DayReached(day=TOO_LATE))),
        ("lillebaelt/meeting/new", MET),
        (MEETING, MOVED),
    ],
    ids=["a deadline", "a day that is awaited", "a meeting", "a meeting that is moved"],
)
def test_nothing_new_is_due_after_the_last_day(to: str, command: Command) -> None:
    facts = called() if to == MEETING else WAITS
    given(*WINDING, *facts).when(command, to=to).refused(
        "scope.ceased", cluster=LILLEBAELT, ceases_on=CEASES_ON, successor=RAAD
    )


def test_until_then_it_may_be() -> None:
    """The control, and what has no day: it is handed over if it has not come."""
    for command in (open_condition(answer_by=IN_TIME), open_condition(DayReached(day=IN_TIME)), open_condition()):
        assert given(*WINDING, *WAITS).when(command, to=C1).recorded
    assert given(*BEFORE, *WAITS).when(open_condition(answer_by=TOO_LATE), to=C1).recorded


# --- what may be read -------------------------------------------------------------------------------------------------


def test_who_could_read_on_the_last_day_reads_for_ever() -> None:
    """Their seats ended with the bodies; what they could see of the cluster they still see."""
    record = given(*WINDING)
    before = {person: mask_of("lillebaelt", person, LAST_DAY, record) for person in PEOPLE}
    for each in (POLITICAL, STRATEGIC, COORDINATING):
        record.when(CloseBody(ceases_on=CEASES_ON, successor=COUNCIL), to=each)
    record.when(Dissolve(), to=LILLEBAELT, on=LAST_DAY)
    assert isinstance(record.see(LILLEBAELT), Dissolved)
    for person in PEOPLE:
        assert before[person] is not None
        assert mask_of("lillebaelt", person, "2030-01-01", record) == before[person]
    assert mask_of("lillebaelt", COUNCILLOR, "2030-01-01", record) is None


def test_seats_that_end_with_one_body_open_its_scope_no_longer() -> None:
    """The control: without an end of the cluster a seat that is over opens nothing."""
    record = given(*BEFORE)
    record.when(CloseBody(ceases_on=CEASES_ON), to=STRATEGIC)
    assert mask_of("lillebaelt", CHAIR, LAST_DAY, record) is not None
    assert mask_of("lillebaelt", CHAIR, JANUARY, record) is None


def test_who_sees_what_is_closed_at_the_council_sees_what_was_closed_at_the_body_before_it() -> None:
    ended = given(*WINDING, *BODIES_END)
    seen = mask_of("raad", COUNCILLOR, JANUARY, ended)
    assert seen is not None
    assert seen.insider_of == {COUNCIL, POLITICAL, STRATEGIC, COORDINATING}
    going_on = mask_of("raad", COUNCILLOR, JANUARY, given(*WINDING))
    assert going_on is not None
    assert going_on.insider_of == {COUNCIL}


# --- agreements -------------------------------------------------------------------------------------------------------

AGREEMENT = "lillebaelt/agreement/iv"
BINDS: tuple[Fact, ...] = (
    (
        AGREEMENT,
        Registered(
            title=said("IV"), parties=(KOLDING, REGION), scope=said("IV"), owner=STRATEGIC, history=History.COMPLETE
        ),
    ),
)


def test_the_council_follows_the_agreements_that_a_body_before_it_followed() -> None:
    name = NameOwner(owner=COUNCIL)
    given(*WINDING, *BINDS).when(name, to=AGREEMENT).refused("scope.other", id=COUNCIL)
    given(*WINDING, *BINDS, *BODIES_END).when(name, to=AGREEMENT, by=SECRETARY).then(OwnerNamed(owner=COUNCIL))


def test_an_agreement_goes_on_for_its_parties_and_for_whoever_follows_it_now() -> None:
    joined: Fact = (RAAD, PartyJoined(party=KOLDING))
    answers: Fact = (RAAD, ContactNamed(party=KOLDING, person=OUTSIDER))
    record = given(*BEFORE, joined, answers, dissolving(), *BINDS)
    for each in (POLITICAL, STRATEGIC, COORDINATING):
        record.when(CloseBody(ceases_on=CEASES_ON, successor=COUNCIL), to=each)
    record.when(NameOwner(owner=COUNCIL), to=AGREEMENT)
    record.when(Dissolve(), to=LILLEBAELT, on=LAST_DAY)
    end = ProposeTermination(proposed_by=ByParty(party=KOLDING), reason="Ikke længere.")
    record.when(end, to=AGREEMENT, by=SECRETARY, on=JANUARY).denied()
    assert record.when(end, to=AGREEMENT, by=COUNCIL_SECRETARY, on=JANUARY).recorded
    suspend = Suspend(party=KOLDING, ceases_on="2027-03-01", reason="I bero.")
    record.when(suspend, to=AGREEMENT, by=OUTSIDER, on=JANUARY).refused("agreement.not-in-force")
