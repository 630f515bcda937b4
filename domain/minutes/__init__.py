"""Minutes (referat): what was said at a meeting, on its way to publication. One stream of three nouns, a file each."""

from typing import Any

from domain.kernel import Asked, Event, Kind
from domain.minutes import draft, hearing, publication
from domain.minutes.state import State
from domain.nouns import commands_of, events_of, nouns_by_class
from domain.refusal import Reasons

NOUNS = (draft, hearing, publication)
NOUN_OF = nouns_by_class(*NOUNS)


def evolve(state: State, event: Any) -> State:
    return NOUN_OF[type(event)].evolve(state, event)  # type: ignore[no-any-return]


def decide(command: Any, state: State, asked: Asked) -> tuple[Event, ...]:
    return NOUN_OF[type(command)].decide(command, state, asked)  # type: ignore[no-any-return]


REFUSALS: Reasons = {
    "minutes.meeting-running": ("{meeting} er ikke hævet. Hæv mødet først.", "{meeting} is not adjourned. Adjourn it first."),
    "minutes.not-its-own": ("Referatet af {meeting} føres under mødets eget navn.",
                            "The minutes of {meeting} are kept under the meeting's own name."),
    "minutes.item-unknown": ("Punktet {item} findes ikke på mødet.", "The item {item} is not on the meeting's agenda."),
    "minutes.item-twice": ("{item} står to gange. Saml teksten.", "{item} stands twice. Join its texts."),
    "minutes.disqualified": ("{item}: {person} er inhabil.", "{item}: {person} is recused."),
    "minutes.already-published": ("Udgave {revision} er offentliggjort. Ret referatet i en ny udgave.",
                                  "Revision {revision} is published. Revise the minutes in a new one."),
    "minutes.no-draft": ("Der er intet udkast at sende ud. Skriv et nyt udkast først.",
                         "There is no draft to circulate. Write a new one first."),
    "minutes.not-circulated": ("Referatet er ikke i høring.", "The minutes are not circulated."),
    "minutes.not-present": ("Kun deltagere kan bemærke og godkende; {person} er ikke registreret som deltager.",
                            "Only those who attended may comment and approve; {person} is not on record as attending."),
    "minutes.numbered": ("Bemærkningen {comment} findes. Giv den nye et andet navn.",
                         "The comment {comment} exists. Give the new one another name."),
    "minutes.comments-full": ("Referatet har højst {count} bemærkninger.", "The minutes have at most {count} comments."),
    "minutes.comment-unknown": ("Bemærkningen {comment} findes ikke.", "The comment {comment} does not exist."),
    "minutes.revision-stale": ("Udkast {revision} er afløst af udkast {current}. Læs det nye først.",
                               "Draft {revision} is superseded by draft {current}. Read the new one first."),
    "minutes.comments-open": ("{count} bemærkninger er ikke besvaret. Besvar dem først.",
                              "{count} comments are not answered. Answer them first."),
    "minutes.approvals-missing": ("{count} godkendelser fra formandskabet mangler. Bed dem godkende udkastet i høringen.",
                                  "{count} approvals by the chairs are missing. Ask them to approve the circulated draft."),
    "minutes.not-published": ("Der er intet offentliggjort at rette. Skriv et nyt udkast i stedet.",
                              "Nothing is published that could be revised. Write a new draft instead."),
}  # fmt: skip

MINUTES = Kind(
    name="minutes",
    danish="referat",
    events=events_of(*NOUNS),
    commands=commands_of(*NOUNS),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
