"""Access: an office from a day, given by somebody else; there is always an administrator."""

import msgspec
import pytest

from domain.access import Grant, Granted, Office, Withdraw, Withdrawn
from domain.kernel import Actor, Command
from domain.meeting.doors import DoorsShut
from domain.membership import ChairTaken, SeatFilled, SeatOpened
from domain.names import kind_of
from domain.policy import COMMON_SCOPE, Denied, hides, mask_of, policy
from domain.seats import ByParty, Voice
from domain.streams import COMMAND_NAMES, COMMANDS
from domain.text import said
from tests.domain.world import (
    CHAIR,
    ELSEWHERE,
    ITEM,
    KOLDING,
    MEETING,
    MEMBER,
    OUTSIDER,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    WORLD,
    Fact,
    discussing,
    person,
)
from tests.given import ADMINISTRATOR, ADMINISTRATORS_ACCESS, Record, given
from tests.golden_samples import samples_of

ACCESS = "lillebaelt/access/new"


def grant(person: str = MEMBER, office: Office = Office.AUDITOR) -> Grant:
    return Grant(person=person, office=office, reason="Revision.", from_on="2024-04-01", ceases_on="2025-01-01")


def granted(office: Office) -> Fact:
    return ACCESS, Granted(person=MEMBER, office=office, reason=said("Revision."), from_on="2024-03-01")


def test_the_administrator_grants_an_office_from_a_day_to_a_day() -> None:
    given(*WORLD).when(grant(), to=ACCESS, by=ADMINISTRATOR).then(
        Granted(
            person=MEMBER,
            office=Office.AUDITOR,
            reason=said("Revision."),
            from_on="2024-04-01",
            ceases_on="2025-01-01",
        )
    )


def test_a_secretary_grants_no_office() -> None:
    given(*WORLD).when(grant(), to=ACCESS, by=SECRETARY).denied()


def test_an_access_is_granted_once() -> None:
    given(*WORLD, granted(Office.AUDITOR)).when(grant(CHAIR), to=ACCESS).refused("access.exists")


def test_nobody_grants_access_to_themselves() -> None:
    given(*WORLD).when(grant(ADMINISTRATOR), to=ACCESS, by=ADMINISTRATOR).refused("access.self")


def test_whoever_holds_an_office_is_registered() -> None:
    given(*WORLD).when(grant("dk/person/none"), to=ACCESS).refused("id.unknown")


def test_an_office_is_withdrawn_with_a_reason() -> None:
    withdraw = Withdraw(reason="Revisionen er slut.")
    given(*WORLD, granted(Office.AUDITOR)).when(withdraw, to=ACCESS, by=ADMINISTRATOR).then(
        Withdrawn(reason=said("Revisionen er slut."))
    )


def test_an_office_is_withdrawn_once() -> None:
    withdrawn = ACCESS, Withdrawn(reason=said("Slut."))
    given(*WORLD, granted(Office.AUDITOR), withdrawn).when(Withdraw(reason="Igen."), to=ACCESS).refused(
        "access.already-ended"
    )


def test_the_last_administrator_stays() -> None:
    withdraw = Withdraw(reason="Nyt job.")
    given(*WORLD).when(withdraw, to=ADMINISTRATORS_ACCESS).refused("access.last-administrator")
    given(*WORLD, granted(Office.AUDITOR)).when(withdraw, to=ADMINISTRATORS_ACCESS).refused("access.last-administrator")


def test_an_administrator_leaves_when_there_is_another() -> None:
    given(*WORLD, granted(Office.ADMINISTRATOR)).when(Withdraw(reason="Nyt job."), to=ADMINISTRATORS_ACCESS).then(
        Withdrawn(reason=said("Nyt job."))
    )


# --- holders, clusters, days ------------------------------------------------------------------------------------------

CLIENT = "dk/client/esdh"
SHUT: Fact = (
    MEETING,
    DoorsShut(item=ITEM, number="2", reason=said("Person."), legal_basis=said("Lov."), title_closed=False),
)
AUDIT = Grant(person=OUTSIDER, office=Office.AUDITOR, reason="Revision.", from_on="2024-03-01", ceases_on="2024-07-01")
FEED = Grant(client=CLIENT, office=Office.CLIENT, scopes=("lillebaelt",), reason="Journal.", from_on="2024-03-01")


def changed(grant: Grant, **fields: object) -> Grant:
    return msgspec.structs.replace(grant, **fields)


@pytest.mark.parametrize(
    ("grant", "code"),
    [
        (changed(AUDIT, person=None), "access.one-holder"),
        (changed(AUDIT, client=CLIENT), "access.one-holder"),
        (changed(FEED, office=Office.AUDITOR, ceases_on="2025-01-01"), "access.client-is-a-system"),
        (changed(AUDIT, office=Office.CLIENT, scopes=("lillebaelt",)), "access.client-is-a-system"),
        (changed(FEED, scopes=()), "access.client-needs-scopes"),
        (changed(AUDIT, ceases_on="2024-03-01"), "access.no-days"),
        (changed(AUDIT, ceases_on=None), "access.auditor-needs-end"),
        (changed(AUDIT, office=Office.DATA_PROTECTION, sees_closed=True), "access.closed-auditor-only"),
        (changed(AUDIT, sees_closed=True), "access.closed-needs-chairs"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_access_that_says_too_little_or_too_much_is_not_granted(grant: Grant, code: str) -> None:
    given(*WORLD).when(grant, to=ACCESS, by=ADMINISTRATOR).refused(code)


@pytest.mark.parametrize("grant", [AUDIT, FEED, changed(AUDIT, office=Office.DATA_PROTECTION, ceases_on=None)])
def test_an_access_that_says_enough_is_granted(grant: Grant) -> None:
    assert given(*WORLD).when(grant, to=ACCESS, by=ADMINISTRATOR).recorded


# --- by the chairs ----------------------------------------------------------------------------------------------------

MAYOR, MAYORS = "dk/person/mayor", "lillebaelt/membership/political"
LED: tuple[Fact, ...] = (
    person(MAYOR, KOLDING),
    (MAYORS, SeatOpened(body=POLITICAL, seat="kolding", right=ByParty(party=KOLDING), voice=Voice.VOTE)),
    (MAYORS, SeatFilled(seat="kolding", person=MAYOR)),
    (MAYORS, ChairTaken(seat="kolding", side="kommuner")),
)
"""A cluster is its political level's, and that has a chair."""


def test_a_chair_lets_an_auditor_see_what_is_closed_in_their_own_cluster() -> None:
    closed = changed(AUDIT, sees_closed=True)
    record = given(*WORLD, *LED, *discussing(), SHUT).when(closed, to=ACCESS, by=MAYOR).record

    mask = mask_of("lillebaelt", OUTSIDER, record.today, record)

    assert mask is not None
    assert mask.offices == {Office.AUDITOR}
    assert not hides(record.see, MEETING, ITEM, mask)
    assert mask_of("aarhus", OUTSIDER, record.today, record) is None


def test_the_chairs_name_the_data_protection_officer_of_their_cluster() -> None:
    named = given(*WORLD, *LED).when(changed(AUDIT, office=Office.DATA_PROTECTION), to=ACCESS, by=MAYOR).recorded
    assert [each.event.scopes for each in named] == [("lillebaelt",)]


@pytest.mark.parametrize(
    ("grant", "code"),
    [
        (changed(AUDIT, office=Office.ADMINISTRATOR), "access.not-the-chairs"),
        (FEED, "access.not-the-chairs"),
        (changed(AUDIT, scopes=("lillebaelt", "aarhus")), "access.other-cluster"),
        (changed(AUDIT, scopes=(COMMON_SCOPE,)), "access.other-cluster"),
    ],
    ids=["administrator", "client", "another too", "common"],
)
def test_chairs_give_no_more_than_is_theirs_to_give(grant: Grant, code: str) -> None:
    given(*WORLD, *LED).when(grant, to=ACCESS, by=MAYOR).refused(code)


@pytest.mark.parametrize("to", ["aarhus/access/new", "dk/access/new"])
def test_chairs_have_no_say_about_access_elsewhere(to: str) -> None:
    given(*WORLD, *LED).when(AUDIT, to=to, by=MAYOR).denied()


def test_chairs_end_the_access_of_their_auditor_and_no_other() -> None:
    withdraw = Withdraw(reason="Slut.")
    audited = given(*WORLD, *LED).when(AUDIT, to=ACCESS, by=MAYOR).record
    assert audited.when(withdraw, to=ACCESS, by=MAYOR).recorded
    given(*WORLD, *LED, granted(Office.ADMINISTRATOR)).when(withdraw, to=ACCESS, by=MAYOR).refused(
        "access.not-the-chairs"
    )
    given(*WORLD, *LED, granted(Office.AUDITOR)).when(withdraw, to=ACCESS, by=MAYOR).refused("access.other-cluster")


def test_the_chairs_of_another_level_give_no_access_to_the_cluster() -> None:
    given(*WORLD, *LED).when(AUDIT, to=ACCESS, by=CHAIR).denied()


# --- what an office shows ---------------------------------------------------------------------------------------------


def holding(grant: Grant, scopes: tuple[str, ...] = ()) -> Record:
    scopes = scopes or grant.scopes
    return given(*WORLD, *discussing(), SHUT).when(changed(grant, scopes=scopes), to=ACCESS).record


@pytest.mark.parametrize("office", [Office.ADMINISTRATOR, Office.AUDITOR, Office.DATA_PROTECTION])
def test_an_office_shows_nothing_closed_of_itself(office: Office) -> None:
    record = holding(changed(AUDIT, office=office))
    mask = mask_of("lillebaelt", OUTSIDER, record.today, record)
    assert mask is not None
    assert (mask.insider_of, mask.offices) == (frozenset(), frozenset())
    assert hides(record.see, MEETING, ITEM, mask)


@pytest.mark.parametrize("holder", [AUDIT, FEED])
def test_an_office_is_for_the_clusters_named(holder: Grant) -> None:
    record = holding(holder, ("aarhus",))
    holding_it = holder.person or holder.client or ""
    assert mask_of("aarhus", holding_it, record.today, record) is not None
    assert mask_of("lillebaelt", holding_it, record.today, record) is None
    assert mask_of(COMMON_SCOPE, holding_it, record.today, record) is None


@pytest.mark.parametrize(
    ("office", "told"),
    [(Office.ADMINISTRATOR, True), (Office.DATA_PROTECTION, True), (Office.AUDITOR, False)],
)
def test_those_who_answer_for_erasures_are_told_of_them_in_common(office: Office, told: bool) -> None:
    record = holding(changed(AUDIT, office=office))
    mask = mask_of(COMMON_SCOPE, OUTSIDER, record.today, record)
    assert mask is not None
    assert mask.offices == (frozenset({office}) if told else frozenset())


def test_a_client_sees_what_is_open_and_nothing_closed() -> None:
    record = holding(FEED)
    mask = mask_of("lillebaelt", CLIENT, record.today, record)
    assert mask is not None
    assert hides(record.see, MEETING, ITEM, mask)


def test_an_access_that_has_ended_shows_nothing() -> None:
    record = holding(AUDIT)
    assert mask_of("lillebaelt", OUTSIDER, "2024-06-30", record) is not None
    assert mask_of("lillebaelt", OUTSIDER, "2024-07-01", record) is None
    record.happened(ACCESS, Withdrawn(reason=said("Slut.")))
    assert mask_of("lillebaelt", OUTSIDER, record.today, record) is None


# --- what an office does ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: COMMAND_NAMES[command])
def test_auditors_and_other_systems_never_write(command: type[Command]) -> None:
    """The control: somebody may give each of these commands, if only as what follows of itself."""
    assert command.who
    record = holding(AUDIT).when(FEED, to="lillebaelt/access/feed").record
    kind = COMMAND_NAMES[command].split(".")[0]
    for holder in (OUTSIDER, CLIENT):
        for stream in (MEETING, STRATEGIC, ELSEWHERE, f"lillebaelt/{kind}/x", f"dk/{kind}/x"):
            if kind_of(stream) == kind:
                with pytest.raises(Denied):
                    policy(
                        msgspec.convert(samples_of(command)[0], command), stream, Actor(holder), record.today, record
                    )
