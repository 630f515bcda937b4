"""Referral (oversendelse, henvendelse, lovet punkt): one question, in one place, answered once."""

from typing import Any

from domain.kernel import Asked, Event, Kind, Unknown
from domain.nouns import commands_of, events_of
from domain.referral import answering, asking
from domain.referral.answering import (
    Answer,
    Answered,
    Decline,
    Declined,
    Remind,
    Reminded,
    Withdraw,
    Withdrawn,
)
from domain.referral.asking import Place, Placed, Receive, Received, Send, Sent
from domain.referral.state import Closed, End, Open, State
from domain.refusal import Reasons

__all__ = [
    "REFERRAL", "Answer", "Answered", "Closed", "Decline", "Declined", "End", "Open", "Place", "Placed", "Receive", "Received",
    "Remind", "Reminded", "Send", "Sent", "State", "Withdraw", "Withdrawn",
]  # fmt: skip


def evolve(state: State, event: Any) -> State:
    return asking.evolve(state, event) if isinstance(event, asking.Events) else answering.evolve(state, event)


def decide(command: Any, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, asking.Commands):
        return asking.decide(command, state, asked)
    assert not isinstance(state, Unknown)
    return answering.decide(command, state, asked)


REFUSALS: Reasons = {
    "referral.exists": ("Henvendelsen findes.", "The referral exists."),
    "referral.one-other-end": (
        "Skriv ét sted, henvendelsen er til eller fra: et forum, en part eller en organisation udenfor.",
        "Name one other end of the referral: a body, a party or an outside organisation.",
    ),
    "referral.body-gone": (
        "{body} er nedlagt pr. {day}; send til {successor} i stedet.",
        "{body} is closed from {day}; send to {successor} instead.",
    ),
    "referral.comes-in": (
        "Det, der kommer ind, registreres som modtaget; det sendes ikke.",
        "What comes in is registered as received; it is not sent.",
    ),
    "referral.promised-to-self": (
        "Et lovet punkt er til forummet selv, og kun det; her er det {body}.",
        "A promised item is to the body itself, and nothing else is; here that is {body}.",
    ),
    "referral.to-self-now": (
        "Et lovet punkt skal have et senere møde.",
        "A promised item needs a later meeting.",
    ),
    "referral.other-body": (
        "Henvendelsen er sendt til {body}, ikke til {other}.",
        "The referral is to {body}, not to {other}.",
    ),
    "referral.needs-paper": (
        "Henvendelsen er ikke til et forum her; svaret registreres med det papir, det kommer i.",
        "The referral is not to a body here; the answer is recorded with the paper it comes in.",
    ),
    "referral.not-yours": (
        "Kun det forum, der spurgte, kan trække henvendelsen tilbage; det er ikke {body}.",
        "Only the body that asked may withdraw the referral; that is not {body}.",
    ),
    "referral.already-answered": ("Henvendelsen er afsluttet.", "The referral is closed."),
    "referral.deadline-gone": (
        "Fristen {answer_by} er allerede gået; giv en senere.",
        "The deadline {answer_by} has gone by already; give a later one.",
    ),
}

REFERRAL = Kind(
    name="referral",
    danish="henvendelse",
    events=events_of(asking, answering),
    commands=commands_of(asking, answering),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
