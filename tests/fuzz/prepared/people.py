"""Parties, people, seats and offices that change and end; what is redacted and erased."""

from domain.access import Grant, Office, Withdraw
from domain.appointing import Cause
from domain.belonging import AddParty, NameContact, RemoveParty
from domain.cluster import Rename as RenameCluster
from domain.erasure import Approve, Confirm, TurnDown
from domain.erasure import Request as RequestErasure
from domain.membership.chairs import LeaveChair
from domain.membership.holders import VacateSeat
from domain.membership.seats import CloseSeat, OpenSeat
from domain.membership.substitutes import EndSubstitute, NameSubstitute
from domain.party import End, PartyKind, Register, Rename
from domain.person import ChangeFunction
from domain.person import Register as RegisterPerson
from domain.redaction import CarryOut, Where
from domain.redaction import Request as RequestRedaction
from domain.seats import ByParty, Voice
from domain.text import TextClass
from stories.lillebaelt_2024_04_09.cast import CAST, KOLDING
from stories.lillebaelt_2024_04_09.names import CLUSTER
from tests.fuzz.prepared.given import each
from tests.fuzz.prepared.matters import DOCUMENT

PARTY = "dk/party/proeve-forening"
SOMEBODY, OFFICER, ERASED = (f"dk/person/proeve-{each}" for each in ("kontakt", "databeskyttelse", "slettet"))
SEATS = "lillebaelt/membership/strategic"
ADMINISTRATOR, SECRETARY, CHAIR = "administrator", "secretary", "co-chair-region"
TODAY, LATER = "2027-01-14", "2027-06-01"
REQUEST = RequestErasure(person=ERASED, classes=tuple(TextClass), reason="Personen har bedt om det.")

PEOPLE = (
    *each(
        SECRETARY,
        PARTY,
        Register(name="En forening", party_kind=PartyKind.EXTERNAL),
        Rename(name="Foreningen", from_on=TODAY),
    ),
    *each(
        SECRETARY,
        SOMEBODY,
        RegisterPerson(name="Prøve", function="Prøver", party=PARTY),
        ChangeFunction(function="Prøver mere", party=PARTY, from_on=TODAY),
    ),
    *each(SECRETARY, OFFICER, RegisterPerson(name="Prøve to", function="Databeskytter", party=PARTY)),
    *each(SECRETARY, ERASED, RegisterPerson(name="Prøve tre", function="Gæst", party=PARTY)),
    *each(
        SECRETARY,
        CLUSTER,
        AddParty(party=PARTY),
        NameContact(party=PARTY, person=SOMEBODY),
        RemoveParty(party=PARTY, ceases_on=LATER),
        RenameCluster(name="Sundhedsklynge Lillebælt og omegn", from_on=LATER),
    ),
    *each(
        SECRETARY,
        SEATS,
        OpenSeat(body="lillebaelt/body/strategic", seat="proeve", right=ByParty(party=KOLDING), voice=Voice.VOTE),
        CloseSeat(seat="proeve"),
        NameSubstitute(person=CAST["chief-vejle"], stands_for=("vejle",)),
        EndSubstitute(person=CAST["chief-vejle"]),
        VacateSeat(seat="psykiatri", cause=Cause.LEFT),
        LeaveChair(seat="fredericia"),
    ),
    *each(SECRETARY, PARTY, End(ceases_on=LATER)),
    *each(
        ADMINISTRATOR,
        "dk/access/proeve",
        Grant(person=OFFICER, office=Office.DATA_PROTECTION, reason="Ser efter.", from_on=TODAY),
    ),
    *each(
        SECRETARY,
        "lillebaelt/redaction/proeve",
        RequestRedaction(where=Where(of=DOCUMENT, version=1, field="/subject"), reason="Et navn."),
    ),
    *each(CHAIR, "lillebaelt/redaction/proeve", CarryOut(legal_basis="Databeskyttelsesloven")),
    *each(ADMINISTRATOR, "dk/erasure/proeve-1", REQUEST),
    *each(OFFICER, "dk/erasure/proeve-1", TurnDown(reason="Den skal begæres skriftligt.")),
    *each(ADMINISTRATOR, "dk/erasure/proeve-2", REQUEST),
    *each(OFFICER, "dk/erasure/proeve-2", Approve(legal_basis="Forordningens artikel 17")),
    *each(ADMINISTRATOR, "dk/erasure/proeve-2", Confirm()),
    *each(
        ADMINISTRATOR,
        "dk/access/proeve-2",
        Grant(person=SOMEBODY, office=Office.DATA_PROTECTION, reason="Ser efter.", from_on=TODAY),
        Withdraw(reason="En anden ser efter."),
    ),
)
