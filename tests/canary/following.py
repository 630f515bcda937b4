"""What a decision leads to, at random: each effect that says or names something, and what is said of it before and afterwards."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple, Protocol

from domain.action import Reply
from domain.bodies import Level as BodyLevel
from domain.claims import DateNotStated
from domain.effects import Assign, ByParty, Effect, Refer
from domain.kernel import Command
from domain.organising import EstablishBody, GiveTask
from domain.proposal import Receive
from domain.proposing import Forming, FormProposal, ParkProposal, TurnDownProposal
from domain.seats import ByRole, SeatPlan, Voice
from tests.canary.ground import NEIGHBOUR, TOWN, Cluster
from tests.canary.secrets_kept import Item, Law

NEIGHBOURS = Cluster(NEIGHBOUR).board


class Follows(NamedTuple):
    """`(stream, command)` each, all given by the secretariat."""

    before: Sequence[tuple[str, Command]]
    effects: tuple[Effect[str], ...]
    after: Sequence[tuple[str, Command]]


class Saying(Protocol):
    """The meeting at which it is decided."""

    at: Cluster
    law: Law
    random: Random

    def say(self, item: Item, place: str) -> str: ...

    def stream(self, kind: str) -> str: ...

    def chance(self) -> bool: ...


def follows(held: Saying, item: Item) -> Follows:
    """What stood before a decision, what it leads to, and what is said of that afterwards."""
    sent, task, parked, down, group = (
        held.stream(kind) for kind in ("referral", "action", "proposal", "proposal", "body")
    )
    formed = f"{held.at.scope}/proposal/{held.say(item, 'formed-name')}"
    received = Receive(title="Et forslag", text="Et forslag.", when=DateNotStated())
    to_body = held.random.choice((held.at.group, NEIGHBOURS))
    role = SeatPlan[str](seat="formand", right=ByRole(words=held.say(item, "seat")), voice=Voice.VOTE)
    kinds: tuple[tuple[Effect[str], ...], ...] = (
        (Refer(referral=sent, to_body=to_body, question=held.say(item, "referred")),),
        (FormProposal(proposal=formed, title=held.say(item, "formed"), how=Forming.NEW),),
        (ParkProposal(proposal=parked, reason=held.say(item, "parked")),),
        (TurnDownProposal(proposal=down, reason=held.say(item, "turned-down")),),
        (
            Assign(
                action=task,
                what=held.say(item, "assigned"),
                owed_by=(ByParty(party=TOWN),),
                report_to=held.at.board,
            ),
        ),
        (
            EstablishBody(
                body=group,
                name=held.say(item, "set-up"),
                level=BodyLevel.GROUP,
                membership=group.replace("/body/", "/membership/"),
                seats=(role,),
            ),
            GiveTask(body=group, task=held.say(item, "task")),
        ),
    )
    chosen = held.random.sample(kinds, held.random.randint(0, len(kinds)))
    effects = tuple(effect for each in chosen for effect in each)
    held.law.forget_unless_in(effects)
    if to_body == NEIGHBOURS and _names(effects, sent):
        item.asked.add("neighbour")
    before = [(each, received) for each in (parked, down) if _names(effects, each)]
    after = []
    if _names(effects, task) and held.chance():
        reply = Reply(debtor=ByParty(party=TOWN), text=held.say(item, "reply"))
        after = [(task, reply)]
    return Follows(before, effects, after)


def _names(effects: tuple[Effect[str], ...], stream: str) -> bool:
    return any(stream in (getattr(each, name) for name in each.__struct_fields__) for each in effects)
