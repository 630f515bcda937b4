"""Membership (besætning): one holder per seat per day, who chairs, who stands in. One stream of five nouns, a file each."""

from typing import Any

from domain.appointing import Cause
from domain.kernel import Asked, Event, Kind, Unknown
from domain.membership import chairs, holders, nominations, seats, substitutes
from domain.membership.chairs import ChairLeft, ChairTaken, LeaveChair, TakeChair
from domain.membership.holders import CloseSeats, FillSeat, SeatFilled, SeatVacated, VacateSeat
from domain.membership.nominations import CallNominations, NominationsCalled
from domain.membership.seats import CloseSeat, OpenSeat, SeatClosed, SeatOpened
from domain.membership.substitutes import EndSubstitute, NameSubstitute, SubstituteEnded, SubstituteNamed
from domain.nouns import commands_of, events_of, nouns_by_class
from domain.refusal import Reasons
from domain.seating import Seats

__all__ = [
    "MEMBERSHIP", "CallNominations", "Cause", "ChairLeft", "ChairTaken", "CloseSeat", "CloseSeats", "EndSubstitute", "FillSeat",
    "LeaveChair", "NameSubstitute", "NominationsCalled", "OpenSeat", "SeatClosed", "SeatFilled", "SeatOpened", "SeatVacated",
    "SubstituteEnded", "SubstituteNamed", "TakeChair", "VacateSeat",
]  # fmt: skip

NOUNS = (seats, holders, chairs, substitutes, nominations)
NOUN_OF = nouns_by_class(*NOUNS)

State = Unknown | Seats


def evolve(state: State, event: Any) -> State:
    return NOUN_OF[type(event)].evolve(state, event)  # type: ignore[no-any-return]


def decide(command: Any, state: State, asked: Asked) -> tuple[Event, ...]:
    return NOUN_OF[type(command)].decide(command, state, asked)  # type: ignore[no-any-return]


REFUSALS: Reasons = {
    "membership.seat-unknown": ("Pladsen {seat} findes ikke.", "The seat {seat} does not exist."),
    "membership.seat-exists": ("Pladsen {seat} findes.", "The seat {seat} exists."),
    "membership.other-body": ("{body} har sin besætning et andet sted.", "{body} keeps its seats elsewhere."),
    "membership.self": (
        "Administratoren giver ikke sig selv en plads. Besæt pladsen med en anden, eller lad en anden administrator gøre det.",
        "An administrator takes no seat for themselves. Fill it with somebody else, or let another administrator do it.",
    ),
    "membership.seat-held": (
        "Pladsen {seat} er besat af {person} på eller efter {ceases_on}; gør den ledig først.",
        "The seat {seat} is held by {person} on or after {ceases_on}; vacate it first.",
    ),
    "membership.seat-gone": (
        "Pladsen {seat} er nedlagt pr. {ceases_on}.",
        "The seat {seat} is closed from {ceases_on} on.",
    ),
    "membership.no-day": (
        "Fra {from_on} til {ceases_on} er der ingen dag; {ceases_on} er den første dag, der ikke længere tæller.",
        "There is no day from {from_on} to {ceases_on}; {ceases_on} is the first day that no longer counts.",
    ),
    "membership.seat-taken": (
        "Pladsen {seat} er besat af {person}; registrér først, hvornår {person} udtræder.",
        "The seat {seat} is held by {person}; first say when {person} leaves it.",
    ),
    "membership.seat-taken-until": (
        "Pladsen {seat} er besat af {person} indtil {ceases_on}; den kan besættes igen fra og efter den dag.",
        "The seat {seat} is held by {person} until {ceases_on}; it can be filled again from that day on.",
    ),
    "membership.seat-taken-from": (
        "Pladsen {seat} er besat af {person} fra {from_on}; inden da skal den være ledig igen.",
        "The seat {seat} is held by {person} from {from_on} on; it must be vacant again by then.",
    ),
    "membership.two-seats": ("{person} har allerede en stemmeplads her.", "{person} already holds a voting seat here."),
    "membership.not-entitled": ("Pladsen {seat} tilkommer {party}.", "The seat {seat} belongs to {party}."),
    "membership.person-gone": ("{person} er død eller slettet.", "{person} has died or is erased."),
    "membership.seat-vacant": ("Pladsen {seat} er ledig.", "The seat {seat} is vacant."),
    "membership.not-holder": ("{person} har ikke pladsen {seat}.", "{person} does not hold the seat {seat}."),
    "membership.vacant-sooner": (
        "Pladsen {seat} bliver allerede ledig {ceases_on}.",
        "The seat {seat} falls vacant on {ceases_on} already.",
    ),
    "membership.chairs-full": ("Alle {count} formandsposter er besat.", "All {count} chairs are taken."),
    "membership.substitute-loop": (
        "{person} kan ikke være stedfortræder for sig selv eller for sin egen stedfortræder.",
        "{person} cannot stand in for themselves or for their own substitute.",
    ),
    "membership.substitute-already": (
        "{person} er allerede suppleant for {seat} i de dage; afslut det først.",
        "{person} is a substitute for {seat} on those days already; end that first.",
    ),
    "membership.not-in-line": (
        "{person} hverken har pladsen {seat} eller er suppleant for den.",
        "{person} neither holds the seat {seat} nor is a substitute for it.",
    ),
    "membership.not-substitute": ("{person} er ikke suppleant her.", "{person} is not a substitute here."),
    "membership.no-vacancy": (
        "Alle pladserne er besat, og ingen af dem bliver ledig.",
        "All the seats are held, and none falls vacant.",
    ),
    "membership.substitutes-full": (
        "Et forum har højst {count} suppleanthverv.",
        "A body has at most {count} places of substitutes.",
    ),
}

MEMBERSHIP = Kind(
    name="membership",
    danish="besætning",
    events=events_of(*NOUNS),
    commands=commands_of(*NOUNS),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
