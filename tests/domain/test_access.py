"""Access: an office from a day, given by somebody else; there is always an administrator."""

from domain.access import Grant, Granted, Office, Withdraw, Withdrawn
from domain.text import said
from tests.domain.world import CHAIR, MEMBER, SECRETARY, WORLD, Fact
from tests.given import ADMINISTRATOR, ADMINISTRATORS_ACCESS, given

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
