"""Dissolving (ophør): a cluster gets an end, hands over what is open thing by thing, and is dissolved when nothing is left.

Part of the stream `cluster`, whose own file sends its commands and events here. What is open: estate.py.
"""

from typing import Annotated, assert_never

import msgspec
from msgspec import Meta

from domain.assurance import Assurance
from domain.authority import require_path
from domain.clusters import Dissolved, Running, State, WindingDown, last_day_of
from domain.dates import Day
from domain.decided import DecisionRef, Taken
from domain.estate import HANDED_OVER, open_things, unfollowed_agreements
from domain.kernel import Asked, Command, Event, Who, known, same_scope
from domain.meeting.state import known_decisions
from domain.names import ClusterId, StreamId, kind_of, scope_of
from domain.paths import Subject
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep, said

HANDOVER_MAX = 100
"""Things handed over by one command."""
SUCCESSORS_MAX = 20
DECISIONS_MAX = 20

# --- events ---


class DissolutionDecided(Event, frozen=True, kw_only=True):
    """The cluster has an end. Until that day it works on."""

    tag = "cluster.dissolution-decided"
    unsettles = True
    da = "{stream} ophører pr. {ceases_on}. Grundlag: {basis}[ Efterfølger: {successors}.]"
    en = "{stream} ceases from {ceases_on}. Basis: {basis}[ Successor: {successors}.]"

    ceases_on: Day
    basis: Kept
    source: DecisionRef[Kept]
    successors: tuple[ClusterId, ...]


class ThingsHandedOver(Event, frozen=True, kw_only=True):
    """Some of what is open lies with a successor."""

    tag = "cluster.handed-over"
    da = "Overdraget til {to_cluster} fra {effective_on}: [{things}|intet]."
    en = "Handed over to {to_cluster} from {effective_on}: [{things}|nothing]."

    to_cluster: ClusterId
    things: tuple[StreamId, ...]
    effective_on: Day
    decisions: tuple[Taken, ...]


class ClusterDissolved(Event, frozen=True, kw_only=True):
    """The cluster is no more. What was recorded in it stays, and stays readable."""

    tag = "cluster.dissolved"
    unsettles = True
    da = "Klyngen er ophørt pr. {ceases_on}; {handed_count} ting er overdraget, intet står åbent."
    en = "The cluster has ceased from {ceases_on}; {handed_count} things are handed over, nothing is open."

    ceases_on: Day
    handed_count: int


Events = DissolutionDecided | ThingsHandedOver | ClusterDissolved

# --- state: see clusters.py ---


def evolve(state: Running, event: Events) -> State:
    match event:
        case DissolutionDecided():
            return WindingDown(
                parties=state.parties,
                contacts=state.contacts,
                predecessors=state.predecessors,
                ceases_on=event.ceases_on,
                successors=event.successors,
            )
        case ThingsHandedOver():
            assert isinstance(state, WindingDown)
            handed_to = state.handed_to | {event.to_cluster}
            return msgspec.structs.replace(state, handed=state.handed + len(event.things), handed_to=handed_to)
        case ClusterDissolved():
            assert isinstance(state, WindingDown)
            return Dissolved(**msgspec.structs.asdict(state))
        case _:
            assert_never(event)


# --- commands ---


class DecideDissolution(Command, frozen=True, kw_only=True):
    """Registrér, at klyngen ophører fra en dag."""

    verb = "decide-dissolution"
    who = (Who.CHAIR, Who.SECRETARIAT_ALONE)
    gives = (DissolutionDecided,)
    assurance = Assurance.SUBSTANTIAL

    ceases_on: Day
    basis: Text
    source: DecisionRef[Text]
    successors: Annotated[tuple[ClusterId, ...], Meta(min_length=1, max_length=SUCCESSORS_MAX)]


class HandOver(Command, frozen=True, kw_only=True):
    """Overdrag åbne ting til en efterfølger."""

    verb = "hand-over"
    who = (Who.CHAIR, Who.SECRETARIAT_ALONE)
    gives = (ThingsHandedOver,)
    assurance = Assurance.SUBSTANTIAL

    to_cluster: ClusterId
    things: tuple[StreamId, ...]
    effective_on: Day
    decisions: Annotated[tuple[Taken, ...], Meta(max_length=DECISIONS_MAX)] = ()


class Dissolve(Command, frozen=True, kw_only=True):
    """Afslut klyngen på dens sidste dag."""

    verb = "dissolve"
    who = (Who.CHAIR, Who.SECRETARIAT_ALONE)
    gives = (ClusterDissolved,)
    assurance = Assurance.SUBSTANTIAL


Commands = DecideDissolution | HandOver | Dissolve


def decide(command: Commands, state: Running, asked: Asked) -> tuple[Event, ...]:
    match command:
        case DecideDissolution():
            return _decide_dissolution(command, state, asked)
        case HandOver():
            return _hand_over(command, _winding_down(state), asked)
        case Dissolve():
            return _dissolve(_winding_down(state), asked)
        case _:
            assert_never(command)


def _winding_down(state: Running) -> WindingDown:
    if not isinstance(state, WindingDown):
        raise Refused("cluster.not-winding")
    return state


def _decide_dissolution(command: DecideDissolution, state: Running, asked: Asked) -> tuple[Event, ...]:
    if isinstance(state, WindingDown):
        raise Refused("cluster.winding", ceases_on=state.ceases_on)
    known_decisions(asked, command.source)
    for successor in command.successors:
        _require_successor(successor, asked)
    if command.ceases_on <= asked.today:
        raise Refused("cluster.day-gone", day=asked.today)
    return (
        DissolutionDecided(
            ceases_on=command.ceases_on,
            basis=said(command.basis),
            source=keep(command.source),
            successors=command.successors,
        ),
    )


def _require_successor(successor: ClusterId, asked: Asked) -> None:
    """Refuse to hand over to nobody, to oneself, or to a cluster that ceases too."""
    known(asked, successor)
    if scope_of(successor) == scope_of(asked.stream):
        raise Refused("cluster.own-successor", to_cluster=successor)
    if isinstance(asked.see(successor), WindingDown):
        raise Refused("cluster.successor-ceases", to_cluster=successor)


def _hand_over(command: HandOver, state: WindingDown, asked: Asked) -> tuple[Event, ...]:
    if len(command.things) > HANDOVER_MAX:
        raise Refused("cluster.too-many", count=HANDOVER_MAX)
    if not isinstance(asked.see(command.to_cluster), Running):
        raise Refused("cluster.successor-unknown", to_cluster=command.to_cluster)
    _require_successor(command.to_cluster, asked)
    known(asked, *command.things)
    same_scope(asked, *command.things)
    for thing in command.things:
        if kind_of(thing) not in HANDED_OVER:
            raise Refused("cluster.not-handed", thing=thing)
    if not asked.today <= command.effective_on <= state.ceases_on:
        raise Refused("cluster.not-within", earliest=asked.today, latest=state.ceases_on)
    require_path(asked, Subject.DISSOLUTION, command.decisions)
    if any(kind_of(thing) == "fund" for thing in command.things):
        require_path(asked, Subject.JOINT_FUNDS, command.decisions)
    return (
        ThingsHandedOver(
            to_cluster=command.to_cluster,
            things=command.things,
            effective_on=command.effective_on,
            decisions=command.decisions,
        ),
    )


def _dissolve(state: WindingDown, asked: Asked) -> tuple[Event, ...]:
    last_day = last_day_of(state.ceases_on)
    if asked.today < last_day:
        raise Refused("cluster.too-early", day=last_day)
    still_open = tuple(open_things(asked, scope_of(asked.stream)))
    if still_open:
        raise Refused("cluster.estate-open", count=len(still_open), thing=still_open[0])
    unfollowed = tuple(unfollowed_agreements(asked, scope_of(asked.stream)))
    if unfollowed:
        raise Refused("cluster.agreements-unfollowed", count=len(unfollowed), agreement=unfollowed[0])
    return (ClusterDissolved(ceases_on=state.ceases_on, handed_count=state.handed),)


REFUSALS: Reasons = {
    "cluster.winding": ("Ophøret er allerede besluttet; klyngen ophører pr. {ceases_on}.",
                        "The end is already decided; the cluster ceases from {ceases_on}."),
    "cluster.not-winding": ("Klyngen er ikke under ophør. Registrér først beslutningen om ophør.",
                            "The cluster is not winding down. Record the decision to dissolve it first."),
    "cluster.day-gone": ("Klyngen kan tidligst ophøre dagen efter {day}.",
                         "The cluster can cease on the day after {day} at the earliest."),
    "cluster.successor-unknown": ("{to_cluster} er ikke oprettet.", "{to_cluster} is not established."),
    "cluster.own-successor": ("En klynge kan ikke overdrage til sig selv; {to_cluster} hører til samme klynge.",
                              "A cluster cannot hand over to itself; {to_cluster} belongs to the same."),
    "cluster.successor-ceases": ("{to_cluster} ophører selv og kan ikke overtage noget.",
                                 "{to_cluster} ceases itself and cannot take anything over."),
    "cluster.too-many": ("Højst {count} ting ad gangen; del dem i flere overdragelser.",
                         "At most {count} things at a time; hand them over in several turns."),
    "cluster.not-handed": ("{thing} overdrages ikke; den afsluttes, eller den bliver, hvor den er.",
                           "{thing} is not handed over; it is ended, or stays where it is."),
    "cluster.not-within": ("Overdragelsen kan have virkning fra {earliest} til {latest}.",
                           "The hand-over can take effect from {earliest} to {latest}."),
    "cluster.estate-open": ("{count} ting er stadig åbne, fx {thing}. Overdrag dem eller afslut dem først.",
                            "{count} things are still open, for one {thing}. Hand them over or end them first."),
    "cluster.agreements-unfollowed": (
        "{count} aftaler følges ikke af nogen efter klyngen, fx {agreement}. Udpeg et forum hos efterfølgeren, eller notér, at de "
        "er ophørt.",
        "Nobody follows {count} agreements after the cluster, for one {agreement}. Name a body of the successor, or note that they "
        "have ended.",
    ),
    "cluster.too-early": ("Sidste dag er {day}; klyngen kan ikke afsluttes før.",
                          "The last day is {day}; the cluster cannot be closed earlier."),
}  # fmt: skip
