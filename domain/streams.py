"""Which kinds of stream exist: the one list a new kind is added to, and what is looked up in it."""

from types import MappingProxyType
from typing import Any

from domain import handing, refusal
from domain.access import ACCESS
from domain.action import ACTION
from domain.agreement import AGREEMENT
from domain.application import APPLICATION
from domain.body import BODY
from domain.calendar import check_calendar
from domain.ceasing import require_going_on
from domain.cluster import CLUSTER
from domain.condition import CONDITION
from domain.document import DOCUMENT
from domain.erasure import ERASURE
from domain.financing_key import FINANCING_KEY
from domain.fund import FUND
from domain.indicator import INDICATOR
from domain.initiative import INITIATIVE
from domain.kernel import Asked, Command, Event, Kind
from domain.log import LOG
from domain.mandate import MANDATE
from domain.meeting import MEETING
from domain.membership import MEMBERSHIP
from domain.minutes import MINUTES
from domain.names import kind_of
from domain.party import PARTY
from domain.pathway_audit import PATHWAY_AUDIT
from domain.person import PERSON
from domain.plan import PLAN
from domain.proposal import PROPOSAL
from domain.redaction import REDACTION
from domain.referral import REFERRAL

_KINDS = (
    PARTY,
    PERSON,
    CLUSTER,
    BODY,
    MEMBERSHIP,
    MANDATE,
    MEETING,
    MINUTES,
    REFERRAL,
    CONDITION,
    PROPOSAL,
    PLAN,
    INITIATIVE,
    ACTION,
    AGREEMENT,
    INDICATOR,
    PATHWAY_AUDIT,
    DOCUMENT,
    FUND,
    APPLICATION,
    FINANCING_KEY,
    ACCESS,
    REDACTION,
    ERASURE,
    LOG,
)
STREAMS = tuple(handing.with_handing(kind) for kind in _KINDS)

KINDS: MappingProxyType[str, Kind] = MappingProxyType({kind.name: kind for kind in STREAMS})
"""kind name -> kind"""
EVENTS: MappingProxyType[str, type[Event]] = MappingProxyType(
    {event.tag: event for kind in STREAMS for event in kind.events}
)
"""tag -> event class: the closed registry of what may stand in the log"""
COMMANDS: MappingProxyType[tuple[str, str], type[Command]] = MappingProxyType(
    {(kind.name, command.verb): command for kind in STREAMS for command in kind.commands}
)
"""(kind, verb) -> command class"""
COMMAND_NAMES: MappingProxyType[type[Command], str] = MappingProxyType(
    {command: f"{kind.name}.{command.verb}" for kind in STREAMS for command in kind.commands}
)
"""command class -> `kind.verb`, as the envelope holds it"""
REASONS: MappingProxyType[str, tuple[str, str]] = MappingProxyType(
    {
        code: reason
        for reasons in (refusal.REFUSALS, handing.REFUSALS, *(kind.refusals for kind in STREAMS))
        for code, reason in reasons.items()
    }
)
"""refusal code -> Danish and English reason"""


def decide(command: Command, state: Any, asked: Asked) -> tuple[Event, ...]:
    """What a command leads to on the stream asked about. Raises Refused."""
    check_calendar(command)
    require_going_on(command, state, asked)
    return KINDS[kind_of(asked.stream)].decide(command, state, asked)
