"""Random meetings: agendas with open items and shut ones, doors that shut and open, recusals, guests, substitutes and minutes.

Every text is a canary of its own, and so is every name that could tell of an item whose title is closed.
"""

from collections.abc import Callable, Iterator
from hashlib import sha256
from random import Random
from typing import NamedTuple

from domain.action import Reply
from domain.awaited import DecisionBlocked, LawOrAgreement
from domain.bodies import Level as BodyLevel
from domain.claims import DateNotStated
from domain.effects import Assign, ByParty, Effect, OpenCondition, Refer
from domain.kernel import Command
from domain.meeting.agenda import AddItem, AddRecommendation, Asks, Attach
from domain.meeting.apologies import GiveApology
from domain.meeting.attendance import LiftRecusal, Recuse, TakeSeat
from domain.meeting.call import Adjourn, Call, Form, Open
from domain.meeting.correction import CorrectDecision
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import ConcludeQuestion, RaiseQuestion, RecordPoint
from domain.meeting.doors import OpenDoors, PublishExtract, ShutDoors, Shutting
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.meeting.guests import AdmitGuest, InviteGuest
from domain.meeting.revisions import ChangeItem
from domain.minutes.draft import Circulate, Draft, ItemText, Revise
from domain.minutes.hearing import AnswerComment, Comment
from domain.minutes.publication import AddNote, Publish
from domain.organising import EstablishBody, GiveTask
from domain.outcomes import Dissent, Plain, PlainOutcome
from domain.points import Conclusion, OfGroup, Position, Remark, Sort, Stance
from domain.proposal import Receive
from domain.proposing import Forming, FormProposal, ParkProposal, TurnDownProposal
from domain.seats import ByRole, SeatPlan, Voice
from tests.canary.ground import CAST, NEIGHBOUR, TOWN, Cluster
from tests.canary.secrets_kept import Item, Law, Level, Meeting, Phase

ITEMS_MIN, ITEMS_MAX = 2, 3
HALF = 0.5
NEIGHBOURS = Cluster(NEIGHBOUR).board


class Act(NamedTuple):
    """A command, who gives it, and what it does to who may read what."""

    by: str
    to: str
    command: Command
    then: Callable[[], None] | None = None
    needs_version: bool = False


class Paper(NamedTuple):
    """Bytes to be put before they are attached."""

    content: bytes

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()


class Holding:
    """One meeting of a board, held at random."""

    def __init__(self, at: Cluster, number: int, day: str, law: Law, random: Random) -> None:
        self.at, self.law, self.random = at, law, random
        self.meeting = Meeting(stream=f"{at.scope}/meeting/m{number}", day=day)
        self._number = number
        self._made = 0

    def acts(self) -> Iterator[Act | Paper]:
        """From the call to the minutes."""
        yield from self._called()
        yield from self._met()
        yield from self._told()

    # --- the parts of a meeting ---

    def _called(self) -> Iterator[Act | Paper]:
        meeting, starts = self.meeting, f"{self.meeting.day}T10:00:00Z"
        link = self.law.word(meeting, None, Level.LINK, "link")
        call = Call(
            body=self.at.board,
            form=Form.VIRTUAL,
            place="Virtuelt",
            starts_at=starts,
            ends_at=f"{meeting.day}T12:00:00Z",
            link=f"https://moede.example/{link}",
        )
        yield self._secretary(call)
        for index in range(self.random.randint(ITEMS_MIN, ITEMS_MAX)):
            yield from self._put_on(index)
        if self._chance():
            visitor = InviteGuest(person=CAST["visitor"])
            yield self._secretary(visitor, lambda: meeting.visitors.add("visitor"))
        if self._chance():
            item = self.random.choice(meeting.items)
            yield self._secretary(
                InviteGuest(person=CAST["guest"], items=(item.name,)), lambda: item.guests.add("guest")
            )
        if self._chance():
            apology = GiveApology(seat="seat-1", person=CAST["member"], sends=CAST["substitute"])
            yield Act("member", meeting.stream, apology, lambda: meeting.called_in.add("substitute"))

    def _put_on(self, index: int) -> Iterator[Act | Paper]:
        """The first item is shut with its title closed, the others as it happens."""
        meeting = self.meeting
        item = Item(name=f"i{index}", number=f"{index + 1}")
        shut = 1.0 if index == 0 else self.random.random()
        grounds = None
        if shut > HALF / 2:
            item.shut, item.title_closed = True, shut > (1 + HALF) / 2
            grounds = Shutting(reason=self._say(item, "reason"), legal_basis="§ 4", title_closed=item.title_closed)
        item.name = self._say(item, "name", Level.EXISTENCE)
        item.number = self._say(item, "number", Level.EXISTENCE)
        meeting.items.append(item)
        yield self._secretary(
            AddItem(
                item=item.name,
                number=item.number,
                title=self._say(item, "title", Level.TITLE),
                summary=self._say(item, "summary"),
                case=self._say(item, "case"),
                presented_by=self._say(item, "presented-by"),
                presenters=(CAST["chair"],),
                shut=grounds,
            )
        )
        asks = AddRecommendation(
            item=item.name,
            recommendation="1",
            asks=Asks.APPROVE,
            text=self._say(item, "recommendation"),
            to_body=self.at.board,
        )
        yield self._secretary(asks)
        paper = Paper(self._say(item, "bytes").encode() + self.random.randbytes(64))
        yield paper
        item.attachments.append(attachment := self._say(item, "attachment-name"))
        name = self._say(item, "attachment")
        yield self._secretary(Attach(item=item.name, attachment=attachment, name=name, sha256=paper.sha256))
        if self._chance():
            yield self._secretary(ChangeItem(item=item.name, case=self._say(item, "new-case")))

    def _met(self) -> Iterator[Act | Paper]:
        meeting = self.meeting
        opened = Act("chair", meeting.stream, Open(led_by=CAST["chair"]), self._phase(Phase.IN_SESSION))
        yield opened
        sits = "substitute" if meeting.called_in else "member"
        yield self._secretary(TakeSeat(seat="seat-1", person=CAST[sits]))
        if "visitor" in meeting.visitors:
            yield self._secretary(AdmitGuest(person=CAST["visitor"]))
        for item in self.random.sample(meeting.items, len(meeting.items)):
            yield from self._discussed(item)
        for item in meeting.items:
            if item.shut and self._chance(1 / 4):
                yield self._chairs(OpenDoors(item=item.name, reason="Aftalen er indgået."), self._doors(item, False))
            elif not item.shut and self._chance(1 / 4):
                yield self._shutting(item)
            elif item.shut and self._chance():
                text = self._say(item, "extract", Level.EXTRACT)
                yield self._chairs(PublishExtract(item=item.name, text=text))
        yield self._chairs(Adjourn(), self._phase(Phase.ADJOURNED))

    def _discussed(self, item: Item) -> Iterator[Act | Paper]:
        if self._chance():
            yield self._recusal(item, "other-member")
        yield self._secretary(TakeUpItem(item=item.name), self._floor(item, True))
        if "guest" in item.guests:
            yield self._secretary(AdmitGuest(person=CAST["guest"], item=item.name))
        question = self._say(item, "question-name")
        yield self._secretary(RaiseQuestion(item=item.name, question=question, text=self._say(item, "question")))
        yield self._secretary(
            ConcludeQuestion(
                item=item.name, question=question, conclusion=Conclusion.AGREED, text=self._say(item, "conclusion")
            )
        )
        if not item.shut and self._chance(1 / 3):
            yield self._shutting(item)
        group = OfGroup(name=self._say(item, "group"))
        position = Position(who=group, stance=Stance.WISHES, text=self._say(item, "position"))
        yield self._secretary(RecordPoint(item=item.name, point=position))
        if self._chance(1 / 3):
            yield self._recusal(item, "leaver")
        point = Remark(sort=Sort.REMARK, text=self._say(item, "point"))
        yield self._secretary(RecordPoint(item=item.name, point=point))
        yield from self._decided(item)
        yield self._secretary(SettleItem(item=item.name), self._floor(item, False))
        if "other-member" in item.recused and self._chance(1 / 3):
            lift = LiftRecusal(
                item=item.name, person=CAST["other-member"], reason=self._say(item, "lifted", Level.NOBODY)
            )
            yield self._chairs(lift, lambda: item.recused.discard("other-member"))

    def _decided(self, item: Item) -> Iterator[Act | Paper]:
        before, effects, after = self._effects(item)
        yield from before
        decision = self._say(item, "decision-name", Level.EXISTENCE)
        item.decisions.append(decision)
        yield self._secretary(
            RecordDecision(
                item=item.name,
                decision=decision,
                outcome=Plain(outcome=PlainOutcome.APPROVED),
                text=self._say(item, "decision"),
                answers=("1",),
                at_once=effects,
                dissent=(Dissent(seat="seat-1", text=self._say(item, "dissent")),) if self._chance() else (),
            )
        )
        yield from after
        if not effects:
            corrected = CorrectDecision(
                decision=decision, text=self._say(item, "corrected"), reason=self._say(item, "mistake")
            )
            yield self._secretary(corrected)
        if self._chance(1 / 3):
            yield from self._waiting(item, decision)

    def _waiting(self, item: Item, decision: str) -> Iterator[Act]:
        """A decision that awaits something, which takes the place of the first."""
        awaited, waiting = self._stream("condition"), f"{decision}.1"
        awaits = LawOrAgreement(title=self._say(item, "awaited-title"), words=self._say(item, "awaited"))
        opened = OpenCondition(
            condition=awaited,
            awaits=awaits,
            blocks=(DecisionBlocked(meeting=self.meeting.stream, decision=waiting),),
            words=self._say(item, "condition"),
        )
        yield self._secretary(
            RecordDecision(
                item=item.name,
                decision=waiting,
                outcome=Plain(outcome=PlainOutcome.APPROVED),
                text=self._say(item, "waiting"),
                at_once=(opened,),
                waits_for=(awaited,),
            )
        )

    def _effects(self, item: Item) -> tuple[list[Act], tuple[Effect[str], ...], list[Act]]:
        """What stood before a decision, what it leads to, and what is said of that afterwards."""
        sent, task, parked, down, group = (
            self._stream(kind) for kind in ("referral", "action", "proposal", "proposal", "body")
        )
        formed = f"{self.at.scope}/proposal/{self._say(item, 'formed-name')}"
        received = Receive(title="Et forslag", text="Et forslag.", when=DateNotStated())
        to_body = self.random.choice((self.at.group, NEIGHBOURS))
        role = SeatPlan[str](seat="formand", right=ByRole(words=self._say(item, "seat")), voice=Voice.VOTE)
        kinds: tuple[tuple[Effect[str], ...], ...] = (
            (Refer(referral=sent, to_body=to_body, question=self._say(item, "referred")),),
            (FormProposal(proposal=formed, title=self._say(item, "formed"), how=Forming.NEW),),
            (ParkProposal(proposal=parked, reason=self._say(item, "parked")),),
            (TurnDownProposal(proposal=down, reason=self._say(item, "turned-down")),),
            (
                Assign(
                    action=task,
                    what=self._say(item, "assigned"),
                    owed_by=(ByParty(party=TOWN),),
                    report_to=self.at.board,
                ),
            ),
            (
                EstablishBody(
                    body=group,
                    name=self._say(item, "set-up"),
                    level=BodyLevel.GROUP,
                    membership=group.replace("/body/", "/membership/"),
                    seats=(role,),
                ),
                GiveTask(body=group, task=self._say(item, "task")),
            ),
        )
        chosen = self.random.sample(kinds, self.random.randint(0, len(kinds)))
        effects = tuple(effect for each in chosen for effect in each)
        self.law.forget_unless_in(effects)
        if to_body == NEIGHBOURS and _names(effects, sent):
            item.asked.add("neighbour")
        before = [Act("secretary", each, received) for each in (parked, down) if _names(effects, each)]
        after = []
        if _names(effects, task) and self._chance():
            reply = Reply(debtor=ByParty(party=TOWN), text=self._say(item, "reply"))
            after = [Act("secretary", task, reply)]
        return before, effects, after

    def _told(self) -> Iterator[Act | Paper]:
        """The minutes: drafted, heard, published, and corrected."""
        meeting, minutes = self.meeting, self.meeting.minutes
        texts = tuple(ItemText(item=each.name, text=self._say(each, "draft", Level.DRAFT)) for each in meeting.items)
        meeting.drafted_only = True
        yield Act("secretary", minutes, Draft(meeting=meeting.stream, texts=texts))
        yield Act("secretary", minutes, Circulate(), self._heard(True))
        for item in meeting.items:
            if self._chance():
                comment, by = self._say(item, "comment-name"), self._commenter(item)
                remark = Comment(item=item.name, comment=comment, text=self._say(item, "comment"))
                yield Act(by, minutes, remark)
                yield Act("secretary", minutes, AnswerComment(comment=comment, text=self._say(item, "answer")))
            if self._chance():
                yield Act("secretary", minutes, AddNote(item=item.name, text=self._say(item, "note")))
        yield Act("chair", minutes, Publish(), self._heard(False), needs_version=True)
        if self._chance(1 / 3):
            texts = tuple(
                ItemText(item=each.name, text=self._say(each, "revised", Level.DRAFT)) for each in meeting.items
            )
            meeting.drafted_only = True
            yield Act("secretary", minutes, Revise(reason="En tastefejl.", texts=texts))

    # --- small things ---

    def _say(self, item: Item, place: str, level: Level = Level.WORDS) -> str:
        return self.law.word(self.meeting, item, level, place)

    def _secretary(self, command: Command, then: Callable[[], None] | None = None) -> Act:
        return Act("secretary", self.meeting.stream, command, then)

    def _chairs(self, command: Command, then: Callable[[], None] | None = None) -> Act:
        return Act("chair", self.meeting.stream, command, then)

    def _recusal(self, item: Item, part: str) -> Act:
        reason = self._say(item, "recused-because", Level.NOBODY)
        return self._secretary(Recuse(item=item.name, person=CAST[part], reason=reason), lambda: item.recused.add(part))

    def _shutting(self, item: Item) -> Act:
        title_closed = self._chance()
        command = ShutDoors(
            item=item.name, reason=self._say(item, "reason"), legal_basis="§ 4", title_closed=title_closed
        )
        return self._chairs(command, self._doors(item, True, title_closed))

    def _commenter(self, item: Item) -> str:
        if "substitute" in self.meeting.called_in:
            return "substitute"
        return "member"

    def _phase(self, phase: Phase) -> Callable[[], None]:
        return lambda: setattr(self.meeting, "phase", phase)

    def _floor(self, item: Item, on_floor: bool) -> Callable[[], None]:
        return lambda: setattr(item, "on_floor", on_floor)

    def _doors(self, item: Item, shut: bool, title_closed: bool = False) -> Callable[[], None]:
        def turn() -> None:
            item.shut, item.title_closed = shut, title_closed

        return turn

    def _heard(self, heard: bool) -> Callable[[], None]:
        def turn() -> None:
            self.meeting.heard, self.meeting.drafted_only = heard, False

        return turn

    def _stream(self, kind: str) -> str:
        self._made += 1
        return f"{self.at.scope}/{kind}/m{self._number}-{self._made}"

    def _chance(self, of: float = HALF) -> bool:
        return self.random.random() < of


def _names(effects: tuple[Effect[str], ...], stream: str) -> bool:
    return any(stream in (getattr(each, name) for name in each.__struct_fields__) for each in effects)
