"""Agreement (samarbejdsaftale): per party whether it has adopted, from when to when it holds, and how it ends."""

from typing import Any

from domain.agreement import ending, parties, terms
from domain.agreement.binding import Answer, Binds, Why, binds
from domain.agreement.ending import (
    ApproveTermination,
    EndByLaw,
    EndedByLaw,
    ProposeTermination,
    Terminated,
    TerminationApproved,
    TerminationProposed,
)
from domain.agreement.parties import Adopt, Begin, EnteredIntoForce, PartyAdopted, Suspend, Suspended
from domain.agreement.state import Agreed, Beginning, History, State, adopted_by
from domain.agreement.terms import (
    Adjust,
    Adjusted,
    NameOwner,
    Narrow,
    OwnerNamed,
    Register,
    Registered,
    ScopeNarrowed,
    ScopeWidened,
    Widen,
)
from domain.kernel import Asked, Event, Kind
from domain.nouns import commands_of, events_of, nouns_by_class
from domain.refusal import Reasons

__all__ = [
    "AGREEMENT", "Adjust", "Adjusted", "Adopt", "Agreed", "Answer", "ApproveTermination", "Begin", "Beginning", "Binds", "EndByLaw",
    "EndedByLaw", "EnteredIntoForce", "History", "NameOwner", "Narrow", "OwnerNamed", "PartyAdopted", "ProposeTermination",
    "Register", "Registered", "ScopeNarrowed", "ScopeWidened", "State", "Suspend", "Suspended", "Terminated",
    "TerminationApproved", "TerminationProposed", "Why", "Widen", "adopted_by",
    "binds",
]  # fmt: skip

NOUNS = (terms, parties, ending)
NOUN_OF = nouns_by_class(*NOUNS)


def evolve(state: State, event: Any) -> State:
    return NOUN_OF[type(event)].evolve(state, event)  # type: ignore[no-any-return]


def decide(command: Any, state: State, asked: Asked) -> tuple[Event, ...]:
    return NOUN_OF[type(command)].decide(command, state, asked)  # type: ignore[no-any-return]


REFUSALS: Reasons = {
    "agreement.exists": ("Aftalen findes.", "The agreement exists."),
    "agreement.party-twice": ("{party} står to gange.", "{party} is named twice."),
    "agreement.not-party": ("{party} er ikke part i aftalen.", "{party} is not a party to the agreement."),
    "agreement.organ-unknown": (
        "Organet {organ} er ikke registreret hos {party}; registrér det først.",
        "The organ {organ} is not registered with {party}; register it first.",
    ),
    "agreement.organ-cannot-adopt": (
        "Organet {organ} kan ikke godkende aftaler for {party}.",
        "The organ {organ} cannot adopt agreements for {party}.",
    ),
    "agreement.already-adopted": ("{party} har godkendt aftalen.", "{party} has adopted the agreement."),
    "agreement.not-adopted": (
        "{party} har ikke godkendt aftalen; notér først, hvem der godkendte den.",
        "{party} has not adopted the agreement; enter first who adopted it.",
    ),
    "agreement.already-in-force": ("Aftalen gælder allerede for {party}.", "The agreement already holds for {party}."),
    "agreement.full": (
        "En aftale har højst {count} perioder for en part.",
        "An agreement has at most {count} periods for a party.",
    ),
    "agreement.not-in-force": ("Aftalen gælder ikke for {party}.", "The agreement does not hold for {party}."),
    "agreement.ends-before-it-begins": (
        "Aftalen kan ikke ophøre {ceases_on}; den begynder tidligst {begins}.",
        "The agreement cannot end on {ceases_on}; it begins on {begins} at the earliest.",
    ),
    "agreement.already-ended": ("Aftalen ophører pr. {ceases_on}.", "The agreement ends on {ceases_on}."),
    "agreement.not-proposed": ("Opsigelse er ikke foreslået.", "Nobody has proposed termination."),
    "agreement.ceases-before-decision": (
        "Ophør {ceases_on} kan ikke ligge før beslutningen {day}.",
        "The agreement cannot end on {ceases_on}, before the decision of {day}.",
    ),
    "agreement.other-day": (
        "{decision} godkender ophør pr. {ceases_on}; foreslå opsigelsen igen, hvis dagen er en anden.",
        "{decision} approves an end on {ceases_on}; propose termination again where the day is another.",
    ),
}

AGREEMENT = Kind(
    name="agreement",
    danish="samarbejdsaftale",
    events=events_of(*NOUNS),
    commands=commands_of(*NOUNS),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
