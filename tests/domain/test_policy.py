"""Policy: a seat, a chair or an office gives a right, from its first day to its last; without one there is none."""

import pytest

from domain.access import Granted, Office, Withdrawn
from domain.assurance import Assurance
from domain.body import CloseBody, Level, NameNoted, NoteName
from domain.cluster import AddParty, ClusterForm, ContactNamed, PartyJoined
from domain.cluster import Established as ClusterEstablished
from domain.kernel import Command, Who
from domain.meeting.apologies import GiveApology
from domain.meeting.attendance import Recuse, Recused
from domain.meeting.call import Adjourn, Call, Form, MeetingAdjourned, RegisterAfterwards
from domain.meeting.discussion import RaiseQuestion
from domain.meeting.doors import DoorsOpened, DoorsShut
from domain.membership import Cause, ChairTaken, SeatFilled, SeatOpened, SeatVacated, SubstituteNamed
from domain.party import PartyKind, Register, Rename
from domain.person import ChangeFunction, RecordDeath
from domain.policy import COMMON_SCOPE, Mask, hides, hides_title, mask_of
from domain.proposal import Choose, Park
from domain.seats import ByParty, ByPatients, ByRole, Voice
from domain.streams import COMMANDS
from domain.text import said
from tests.domain.world import (
    CHAIR,
    COORDINATING,
    ELSEWHERE,
    ITEM,
    KOLDING,
    MEETING,
    MEMBER,
    OUTSIDER,
    PAPER,
    POLITICAL,
    REGION,
    SECRETARY,
    STRATEGIC,
    STRATEGIC_SEATS,
    THEME,
    TODAY,
    WORLD,
    Fact,
    body,
    called,
    discussing,
    on_day,
    opened,
    party,
    person,
    proposal,
    reported,
    taken,
)
from tests.given import ADMINISTRATOR, Record, given

OBSERVER: tuple[Fact, ...] = (
    (STRATEGIC_SEATS, SeatOpened(body=STRATEGIC, seat="observatoer", right=ByPatients(), voice=Voice.OBSERVER)),
    (STRATEGIC_SEATS, SeatFilled(seat="observatoer", person=OUTSIDER)),
)


def office(kind: Office, from_on: str = TODAY, ceases_on: str | None = None, person: str = OUTSIDER) -> Fact:
    granted = Granted(person=person, office=kind, reason=said("Revision."), from_on=from_on, ceases_on=ceases_on)
    return "lillebaelt/access/outsider", granted


# --- doing ------------------------------------------------------------------------------------------------------------


def test_the_envelope_says_on_which_seat_and_by_which_rule() -> None:
    record = given(*WORLD, *opened())
    (recorded,) = record.when(Adjourn(), to=MEETING, by=CHAIR).recorded
    assert (recorded.by.person, recorded.by.seat, recorded.by.rule) == (
        CHAIR,
        f"{STRATEGIC_SEATS}#region",
        "chair-of-body",
    )


@pytest.mark.parametrize(
    "command",
    [
        Call(
            body=POLITICAL,
            form=Form.VIRTUAL,
            place="Virtuelt",
            starts_at="2024-03-01T08:00:00Z",
            ends_at="2024-03-01T09:00:00Z",
        ),
        RegisterAfterwards(body=POLITICAL, held=on_day("2023-06-07"), document=PAPER),  # type: ignore[arg-type]
        RegisterAfterwards(body="lillebaelt/body/none", held=on_day("2023-06-07"), document=PAPER),  # type: ignore[arg-type]
    ],
    ids=["call", "register-afterwards", "of no body"],
)
def test_the_secretary_of_one_body_calls_no_meeting_of_another(command: Command) -> None:
    given(*WORLD).when(command, to="lillebaelt/meeting/new", by=SECRETARY).denied()


def test_what_only_follows_from_events_is_given_by_nobody() -> None:
    for each in (SECRETARY, CHAIR, ADMINISTRATOR):
        given(*WORLD, proposal()).when(Choose(decision=taken()), to=THEME, by=each).denied()


@pytest.mark.parametrize(
    ("from_on", "ceases_on", "may"),
    [(None, None, True), ("2024-03-01", "2024-03-02", True), ("2024-03-02", None, False), (None, "2024-03-01", False)],
    ids=["always", "today", "from tomorrow", "until yesterday"],
)
def test_a_seat_gives_its_right_from_its_first_day_to_its_last(
    from_on: str | None, ceases_on: str | None, may: bool
) -> None:
    seats = tuple(fact for fact in WORLD if fact[1] != SeatFilled(seat="sekretariat", person=SECRETARY))
    held = STRATEGIC_SEATS, SeatFilled(seat="sekretariat", person=SECRETARY, from_on=from_on, ceases_on=ceases_on)
    answer = given(*seats, held, proposal()).when(Park(reason="Venter."), to=THEME, by=SECRETARY)
    if may:
        assert answer.recorded
    else:
        answer.denied()


@pytest.mark.parametrize(
    ("fact", "may"),
    [
        (ChairTaken(seat="kolding", side="kommuner", from_on="2024-03-01"), True),
        (ChairTaken(seat="kolding", side="kommuner", from_on="2024-03-02"), False),
        (ChairTaken(seat="observatoer", side="kommuner", from_on="2024-03-02"), False),
    ],
    ids=["from today", "from tomorrow", "an observer from tomorrow"],
)
def test_a_chair_gives_its_right_from_its_first_day(fact: ChairTaken, may: bool) -> None:
    chair = MEMBER if fact.seat == "kolding" else OUTSIDER
    record = given(*WORLD, *OBSERVER, (STRATEGIC_SEATS, fact), *opened())
    seen = seen_by(record, OUTSIDER)
    assert seen.insider_of == frozenset(), "an observer is no insider before the day"
    answer = record.when(Adjourn(), to=MEETING, by=chair)
    if may:
        assert answer.recorded
    else:
        answer.denied()
        record.when(Adjourn(), to=MEETING, by=chair, on="2024-03-02").then(MeetingAdjourned())


@pytest.mark.parametrize(("ceases_on", "may"), [("2024-03-02", True), ("2024-03-01", False), (None, False)])
def test_a_seat_that_is_left_gives_its_right_until_the_day_it_is_left(ceases_on: str | None, may: bool) -> None:
    left = SeatVacated(seat="sekretariat", person=SECRETARY, cause=Cause.LEFT, ceases_on=ceases_on)
    record = given(*WORLD, (STRATEGIC_SEATS, left), proposal())
    answer = record.when(Park(reason="Venter."), to=THEME, by=SECRETARY)
    if may:
        assert answer.recorded
        assert seen_by(record, SECRETARY).insider_of == frozenset({STRATEGIC})
        record.when(Park(reason="Venter."), to=THEME, by=SECRETARY, on="2024-03-02").denied()
    else:
        answer.denied()
        assert mask_of("lillebaelt", SECRETARY, TODAY, record) is None


@pytest.mark.parametrize(
    "facts",
    [
        (office(Office.ADMINISTRATOR, from_on="2024-03-02"),),
        (office(Office.ADMINISTRATOR, from_on="2024-02-01", ceases_on="2024-03-01"),),
        (office(Office.ADMINISTRATOR), ("lillebaelt/access/outsider", Withdrawn(reason=said("Slut.")))),
        (office(Office.AUDITOR),),
    ],
    ids=["from tomorrow", "until yesterday", "withdrawn", "another office"],
)
def test_an_office_gives_its_right_while_it_is_held(facts: tuple[Fact, ...]) -> None:
    register = Register(name="Ny part", party_kind=PartyKind.EXTERNAL)
    assert given(*WORLD, office(Office.ADMINISTRATOR)).when(register, to="dk/party/new", by=OUTSIDER).recorded
    given(*WORLD, *facts).when(register, to="dk/party/new", by=OUTSIDER).denied()


@pytest.mark.parametrize("shut", [False, True])
def test_an_outsider_speaks_at_an_open_item_only(shut: bool) -> None:
    doors = DoorsShut(item=ITEM, number="2", reason=said("Person."), legal_basis=said("Lov."), title_closed=True)
    facts = (*WORLD, *OBSERVER, *discussing(), *(((MEETING, doors),) if shut else ()))
    asked = given(*facts).when(RaiseQuestion(item=ITEM, question="q", text="Hvad så?"), to=MEETING, by=OUTSIDER)

    if shut:
        asked.denied()
    else:
        assert [recorded.event.tag for recorded in asked.recorded] == ["meeting.question-raised"]


def test_a_body_without_a_chair_is_its_own_secretariats_where_it_has_one() -> None:
    seats, own = "lillebaelt/membership/coordinating", "dk/person/own-secretary"
    close = CloseBody(ceases_on="2024-04-01")
    assert given(*WORLD).when(close, to=COORDINATING, by=SECRETARY).recorded, "nobody else is there to do it"
    secretariat = (
        person(own, REGION),
        (seats, SeatOpened(body=COORDINATING, seat="s", right=ByPatients(), voice=Voice.SECRETARIAT)),
        (seats, SeatFilled(seat="s", person=own)),
    )
    record = given(*WORLD, *secretariat)
    record.when(close, to=COORDINATING, by=SECRETARY).denied()
    assert record.when(close, to=COORDINATING, by=own).recorded


@pytest.mark.parametrize(
    "command",
    [
        RaiseQuestion(item=ITEM, question="q", text="Hvad så?"),
        GiveApology(seat="kolding", person=MEMBER),
        Recuse(item=ITEM, person=MEMBER, reason="Er i familie."),
    ],
    ids=lambda each: each.verb,
)
def test_what_a_paper_says_of_a_meeting_is_entered_by_the_secretariat_alone(command: Command) -> None:
    record = given(*WORLD, *reported(MEETING, STRATEGIC, on_day("2023-06-07")))
    record.when(command, to=MEETING, by=MEMBER).denied()
    assert record.when(command, to=MEETING, by=SECRETARY).recorded


def test_of_a_hidden_item_an_outsider_is_told_the_same_as_of_none() -> None:
    record = given(*WORLD, *OBSERVER, *discussing())
    record.when(RaiseQuestion(item="no-such-item", question="q", text="Hvad?"), to=MEETING, by=OUTSIDER).denied()
    record.when(RaiseQuestion(item="no-such-item", question="q", text="Hvad?"), to=MEETING, by=SECRETARY).refused(
        "meeting.item-unknown", item="no-such-item"
    )


ELSEWHERES_SEATS, THEIR_SECRETARY = "aarhus/membership/directors", "dk/person/their-secretary"
VEJLE = "dk/party/vejle"
SECRETARIAT_ELSEWHERE: tuple[Fact, ...] = (
    person(THEIR_SECRETARY, REGION),
    body(ELSEWHERE, "Direktørerne", Level.STRATEGIC),
    (ELSEWHERES_SEATS, SeatOpened(body=ELSEWHERE, seat="s", right=ByPatients(), voice=Voice.SECRETARIAT)),
    (ELSEWHERES_SEATS, SeatFilled(seat="s", person=THEIR_SECRETARY)),
)


@pytest.mark.parametrize(
    ("command", "to"),
    [
        (RecordDeath(), MEMBER),
        (ChangeFunction(function="Direktør", party=KOLDING, from_on=TODAY), MEMBER),
        (Rename(name="Ny Kolding", from_on=TODAY), KOLDING),
    ],
    ids=lambda value: getattr(value, "verb", None),
)
def test_a_party_or_a_person_is_the_secretariats_where_they_sit(command: Command, to: str) -> None:
    record = given(*WORLD, *SECRETARIAT_ELSEWHERE)
    record.when(command, to=to, by=THEIR_SECRETARY).denied()
    assert record.when(command, to=to, by=SECRETARY).recorded


def test_who_sits_in_two_clusters_is_known_to_both_secretariats() -> None:
    observes = (
        (ELSEWHERES_SEATS, SeatOpened(body=ELSEWHERE, seat="o", right=ByPatients(), voice=Voice.OBSERVER)),
        (ELSEWHERES_SEATS, SeatFilled(seat="o", person=MEMBER, from_on="2024-06-01")),
    )
    record = given(*WORLD, *SECRETARIAT_ELSEWHERE, *observes)
    assert record.when(Rename(name="Ny Kolding", from_on=TODAY), to=KOLDING, by=THEIR_SECRETARY).recorded
    assert record.when(RecordDeath(), to=MEMBER, by=THEIR_SECRETARY).recorded


STANDS_IN: Fact = (STRATEGIC_SEATS, SubstituteNamed(person=OUTSIDER, stands_for=("kolding",)))
LEFT: Fact = (STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT))


@pytest.mark.parametrize(("fact", "person"), [(STANDS_IN, OUTSIDER), (LEFT, MEMBER)], ids=["stands in", "sat before"])
def test_whoever_stands_in_or_sat_in_one_cluster_is_not_another_secretariats(fact: Fact, person: str) -> None:
    record = given(*WORLD, *SECRETARIAT_ELSEWHERE, fact)
    record.when(RecordDeath(), to=person, by=THEIR_SECRETARY).denied()
    assert record.when(RecordDeath(), to=person, by=SECRETARY).recorded


def test_who_sits_nowhere_yet_is_any_secretariats() -> None:
    """A seat that nobody has taken yet is no place to sit."""
    vacant = ELSEWHERES_SEATS, SeatOpened(body=ELSEWHERE, seat="v", right=ByParty(party=VEJLE), voice=Voice.VOTE)
    town = party(VEJLE, "Vejle Kommune", PartyKind.MUNICIPALITY)
    record = given(*WORLD, *SECRETARIAT_ELSEWHERE, town, vacant)
    assert record.when(Rename(name="Ny Vejle", from_on=TODAY), to=VEJLE, by=SECRETARY).recorded
    assert record.when(RecordDeath(), to=OUTSIDER, by=THEIR_SECRETARY).recorded
    register = Register(name="Ny part", party_kind=PartyKind.EXTERNAL)
    assert record.when(register, to="dk/party/new", by=THEIR_SECRETARY).recorded


def test_each_command_of_a_contact_person_says_itself_which_party_it_is_for() -> None:
    theirs = [command for command in COMMANDS.values() if Who.CONTACT in command.who]
    assert theirs
    assert [command for command in theirs if command.for_party is Command.for_party] == []
    assert Adjourn().for_party(None) is None, "what says nothing is no party's own affair"


def test_every_command_for_those_who_vote_in_a_body_says_which() -> None:
    theirs = [command for command in COMMANDS.values() if Who.BODY_MEMBER in command.who]
    assert theirs
    assert [command for command in theirs if command.for_body is Command.for_body] == []
    assert Adjourn().for_body(None) is None, "what says nothing is no body's own affair"


def test_each_command_of_an_attendee_says_itself_whom_it_concerns() -> None:
    theirs = [command for command in COMMANDS.values() if Who.ATTENDEE in command.who]
    assert len(theirs) >= 5
    assert [command for command in theirs if command.is_of is Command.is_of] == []
    assert not Adjourn().is_of(CHAIR, None), "what says nothing is nobody's own"


# --- seeing -----------------------------------------------------------------------------------------------------------

REASON, BASIS = said("Personsag."), said("Forvaltningsloven § 27")
SHUT: Fact = (MEETING, DoorsShut(item=ITEM, number="3", reason=REASON, legal_basis=BASIS, title_closed=False))
SHUT_WITH_TITLE: Fact = (MEETING, DoorsShut(item=ITEM, number="3", reason=REASON, legal_basis=BASIS, title_closed=True))
RECUSED: Fact = (MEETING, Recused(item=ITEM, number="3", person=MEMBER, reason=said("Er i familie.")))


def seen_by(record: Record, person: str, scope: str = "lillebaelt") -> Mask:
    mask = mask_of(scope, person, TODAY, record)
    assert mask is not None
    return mask


@pytest.mark.parametrize("person", [MEMBER, CHAIR, SECRETARY])
def test_members_chairs_and_the_secretariat_see_what_is_closed(person: str) -> None:
    record = given(*WORLD, *discussing(), SHUT_WITH_TITLE)
    mask = seen_by(record, person)
    answers_for = frozenset() if person == MEMBER else frozenset({STRATEGIC})
    assert mask == Mask(insider_of=frozenset({STRATEGIC}), recused=frozenset(), answers_for=answers_for)
    assert not hides(record.see, MEETING, ITEM, mask)
    assert not hides_title(record.see, MEETING, ITEM, mask)


def test_an_observer_comes_to_the_table_and_whoever_sees_what_is_closed_is_there_by_that() -> None:
    record = given(*WORLD, *OBSERVER, *called())
    assert seen_by(record, OUTSIDER).comes_to == {STRATEGIC}
    assert seen_by(record, OUTSIDER).is_at_table(STRATEGIC, MEETING)
    assert not seen_by(record, OUTSIDER).is_insider(STRATEGIC, MEETING)
    assert seen_by(record, MEMBER).comes_to == frozenset(), "one audience with the others who see what is closed"
    assert seen_by(record, MEMBER).is_at_table(STRATEGIC, MEETING)


def test_an_observer_sees_that_an_item_is_closed_and_nothing_of_it() -> None:
    record = given(*WORLD, *OBSERVER, *discussing(), SHUT)
    mask = seen_by(record, OUTSIDER)
    assert hides(record.see, MEETING, ITEM, mask)
    assert not hides_title(record.see, MEETING, ITEM, mask)


def test_an_observer_does_not_see_that_there_is_an_item_whose_title_is_closed() -> None:
    record = given(*WORLD, *OBSERVER, *discussing(), SHUT_WITH_TITLE)
    assert hides_title(record.see, MEETING, ITEM, seen_by(record, OUTSIDER))


def test_an_item_that_is_open_again_is_seen_by_all() -> None:
    opened_again = MEETING, DoorsOpened(item=ITEM, number="3", reason=said("Intet personligt."))
    record = given(*WORLD, *OBSERVER, *discussing(), SHUT_WITH_TITLE, opened_again)
    assert not hides(record.see, MEETING, ITEM, seen_by(record, OUTSIDER))


def test_whoever_is_recused_follows_nothing_of_the_item_though_its_doors_are_open() -> None:
    record = given(*WORLD, *discussing(), RECUSED)
    mask = seen_by(record, MEMBER)
    assert mask.recused == frozenset({(MEETING, ITEM)})
    assert hides(record.see, MEETING, ITEM, mask)
    assert not hides(record.see, MEETING, ITEM, seen_by(record, CHAIR))


def test_whoever_is_recused_is_outside_closed_doors_too() -> None:
    record = given(*WORLD, *discussing(), SHUT_WITH_TITLE, RECUSED)
    assert hides_title(record.see, MEETING, ITEM, seen_by(record, MEMBER))


def test_whoever_is_recused_is_so_too_where_another_scope_tells_of_the_item() -> None:
    """A referral carries its words there; a body that comes after goes on with what was closed."""
    record = given(*WORLD, *discussing(), RECUSED, office(Office.AUDITOR, person=MEMBER))
    mask = seen_by(record, MEMBER, "aarhus")
    assert hides(record.see, MEETING, ITEM, mask)
    unrecused = given(*WORLD, *discussing(), office(Office.AUDITOR, person=MEMBER))
    assert not hides(unrecused.see, MEETING, ITEM, seen_by(unrecused, MEMBER, "aarhus")), "the control"


def test_an_auditor_sees_what_is_open() -> None:
    record = given(*WORLD, *discussing(), SHUT, office(Office.AUDITOR))
    mask = seen_by(record, OUTSIDER)
    assert mask.insider_of == frozenset()
    assert hides(record.see, MEETING, ITEM, mask)


def test_a_contact_person_without_a_seat_sees_what_is_open_while_they_are_named() -> None:
    cluster = "lillebaelt/cluster/lillebaelt"
    established = ClusterEstablished(name=said("Lillebælt"), form=ClusterForm.CLUSTER, region=REGION)
    named = ContactNamed(party=KOLDING, person=OUTSIDER, ceases_on="2024-03-02")
    joined = PartyJoined(party=KOLDING)
    record = given(*WORLD, *discussing(), SHUT, (cluster, established), (cluster, joined), (cluster, named))
    mask = seen_by(record, OUTSIDER)
    assert mask.insider_of == frozenset()
    assert hides(record.see, MEETING, ITEM, mask)
    assert mask_of("aarhus", OUTSIDER, TODAY, record) is None
    assert mask_of("lillebaelt", OUTSIDER, "2024-03-02", record) is None


def test_whoever_holds_neither_seat_nor_office_sees_nothing() -> None:
    record = given(*WORLD, *discussing())
    assert mask_of("lillebaelt", OUTSIDER, TODAY, record) is None
    assert mask_of("aarhus", MEMBER, TODAY, record) is None


def test_what_is_common_is_seen_by_whoever_sits_anywhere() -> None:
    record = given(*WORLD, *discussing(), RECUSED)
    assert seen_by(record, MEMBER, COMMON_SCOPE).recused == frozenset({(MEETING, ITEM)})
    assert mask_of(COMMON_SCOPE, OUTSIDER, TODAY, record) is None


def test_nothing_is_hidden_of_a_meeting_or_an_item_that_does_not_exist() -> None:
    record = given(*WORLD, *OBSERVER, *discussing())
    mask = seen_by(record, OUTSIDER)
    for meeting, item in (("lillebaelt/meeting/none", ITEM), (MEETING, "none")):
        assert not hides(record.see, meeting, item, mask)
        assert not hides_title(record.see, meeting, item, mask)


# --- how sure the sign-in is ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("assurance", [Assurance.SUBSTANTIAL, Assurance.HIGH])
def test_the_envelope_says_how_surely_they_signed_in(assurance: Assurance) -> None:
    (recorded, *_) = given(*WORLD, *opened()).give(CHAIR, MEETING, Adjourn(), assurance=assurance)
    assert recorded.by.assurance is assurance


def test_what_a_body_does_about_itself_is_for_its_own_secretariat() -> None:
    """Another body's, as long as it has none."""
    note = NoteName(name="Niveauet")
    given(*WORLD).when(note, to=STRATEGIC, by=SECRETARY).then(NameNoted(name=said("Niveauet")))
    assert given(*WORLD).when(note, to=COORDINATING, by=SECRETARY).recorded
    seat = SeatOpened(
        body=COORDINATING, seat="sekretariat", right=ByRole(words=said("sekretariat")), voice=Voice.SECRETARIAT
    )
    seats = COORDINATING.replace("/body/", "/membership/")
    its_own = ((seats, seat), (seats, SeatFilled(seat="sekretariat", person=OUTSIDER)))
    given(*WORLD, *its_own).when(note, to=COORDINATING, by=SECRETARY).denied()


def test_the_administrator_lets_parties_in_until_somebody_is_secretary() -> None:
    cluster = "lillebaelt/cluster/lillebaelt"
    founded = cluster, ClusterEstablished(name=said("Klyngen"), form=ClusterForm.CLUSTER, region=REGION)
    bare = tuple(fact for fact in WORLD if fact[1] != SeatFilled(seat="sekretariat", person=SECRETARY))
    assert given(*bare, founded).when(AddParty(party=KOLDING), to=cluster, by=ADMINISTRATOR).recorded
    given(*WORLD, founded).when(AddParty(party=KOLDING), to=cluster, by=ADMINISTRATOR).denied()
