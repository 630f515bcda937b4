"""Random meetings: agendas with open items and shut ones, doors that shut and open, recusals, guests, substitutes and minutes.

Every text is a canary of its own, and so is every name that could tell of an item whose title is closed.
"""

from collections.abc import Callable, Iterator
from random import Random

from domain.awaited import DecisionBlocked, LawOrAgreement
from domain.effects import OpenCondition
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
from domain.outcomes import Dissent, Plain, PlainOutcome
from domain.points import Conclusion, OfGroup, Position, Remark, Sort, Stance
from tests.canary.acts import Act, Paper
from tests.canary.following import follows
from tests.canary.ground import CAST, Cluster
from tests.canary.secrets_kept import Item, Law, Level, Meeting, Phase

ITEMS_MIN, ITEMS_MAX = 2, 3
HALF = 0.5


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
        if self.chance():
            visitor = InviteGuest(person=CAST["visitor"])
            yield self._secretary(visitor, lambda: meeting.visitors.add("visitor"))
        if self.chance():
            item = self.random.choice(meeting.items)
            yield self._secretary(
                InviteGuest(person=CAST["guest"], items=(item.name,)), lambda: item.guests.add("guest")
            )
        if self.chance():
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
            grounds = Shutting(reason=self.say(item, "reason"), legal_basis="§ 4", title_closed=item.title_closed)
        item.name = self.say(item, "name", Level.EXISTENCE)
        item.number = self.say(item, "number", Level.EXISTENCE)
        meeting.items.append(item)
        yield self._secretary(
            AddItem(
                item=item.name,
                number=item.number,
                title=self.say(item, "title", Level.TITLE),
                summary=self.say(item, "summary"),
                case=self.say(item, "case"),
                presented_by=self.say(item, "presented-by"),
                presenters=(CAST["chair"],),
                shut=grounds,
            )
        )
        asks = AddRecommendation(
            item=item.name,
            recommendation="1",
            asks=Asks.APPROVE,
            text=self.say(item, "recommendation"),
            to_body=self.at.board,
        )
        yield self._secretary(asks)
        paper = Paper(self.say(item, "bytes").encode() + self.random.randbytes(64))
        yield paper
        item.attachments.append(attachment := self.say(item, "attachment-name"))
        name = self.say(item, "attachment")
        yield self._secretary(Attach(item=item.name, attachment=attachment, name=name, sha256=paper.sha256))
        if self.chance():
            yield self._secretary(ChangeItem(item=item.name, case=self.say(item, "new-case")))

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
            if item.shut and self.chance(1 / 4):
                yield self._chairs(OpenDoors(item=item.name, reason="Aftalen er indgået."), self._doors(item, False))
            elif not item.shut and self.chance(1 / 4):
                yield self._shutting(item)
            elif item.shut and self.chance():
                text = self.say(item, "extract", Level.EXTRACT)
                yield self._chairs(PublishExtract(item=item.name, text=text))
        yield self._chairs(Adjourn(), self._phase(Phase.ADJOURNED))

    def _discussed(self, item: Item) -> Iterator[Act | Paper]:
        if self.chance():
            yield self._recusal(item, "other-member")
        yield self._secretary(TakeUpItem(item=item.name), self._floor(item, True))
        if "guest" in item.guests:
            yield self._secretary(AdmitGuest(person=CAST["guest"], item=item.name))
        question = self.say(item, "question-name")
        yield self._secretary(RaiseQuestion(item=item.name, question=question, text=self.say(item, "question")))
        yield self._secretary(
            ConcludeQuestion(
                item=item.name, question=question, conclusion=Conclusion.AGREED, text=self.say(item, "conclusion")
            )
        )
        if not item.shut and self.chance(1 / 3):
            yield self._shutting(item)
        group = OfGroup(name=self.say(item, "group"))
        position = Position(who=group, stance=Stance.WISHES, text=self.say(item, "position"))
        yield self._secretary(RecordPoint(item=item.name, point=position))
        if self.chance(1 / 3):
            yield self._recusal(item, "leaver")
        point = Remark(sort=Sort.REMARK, text=self.say(item, "point"))
        yield self._secretary(RecordPoint(item=item.name, point=point))
        yield from self._decided(item)
        yield self._secretary(SettleItem(item=item.name), self._floor(item, False))
        if "other-member" in item.recused and self.chance(1 / 3):
            lift = LiftRecusal(
                item=item.name, person=CAST["other-member"], reason=self.say(item, "lifted", Level.NOBODY)
            )
            yield self._chairs(lift, lambda: item.recused.discard("other-member"))

    def _decided(self, item: Item) -> Iterator[Act | Paper]:
        before, effects, after = follows(self, item)
        for to, command in before:
            yield Act("secretary", to, command)
        decision = self.say(item, "decision-name", Level.EXISTENCE)
        item.decisions.append(decision)
        yield self._secretary(
            RecordDecision(
                item=item.name,
                decision=decision,
                outcome=Plain(outcome=PlainOutcome.APPROVED),
                text=self.say(item, "decision"),
                answers=("1",),
                at_once=effects,
                dissent=(Dissent(seat="seat-1", text=self.say(item, "dissent")),) if self.chance() else (),
            )
        )
        for to, command in after:
            yield Act("secretary", to, command)
        if not effects:
            corrected = CorrectDecision(
                decision=decision, text=self.say(item, "corrected"), reason=self.say(item, "mistake")
            )
            yield self._secretary(corrected)
        if self.chance(1 / 3):
            yield from self._waiting(item, decision)

    def _waiting(self, item: Item, decision: str) -> Iterator[Act]:
        """A decision that awaits something, which takes the place of the first."""
        awaited, waiting = self.stream("condition"), f"{decision}.1"
        awaits = LawOrAgreement(title=self.say(item, "awaited-title"), words=self.say(item, "awaited"))
        opened = OpenCondition(
            condition=awaited,
            awaits=awaits,
            blocks=(DecisionBlocked(meeting=self.meeting.stream, decision=waiting),),
            words=self.say(item, "condition"),
        )
        yield self._secretary(
            RecordDecision(
                item=item.name,
                decision=waiting,
                outcome=Plain(outcome=PlainOutcome.APPROVED),
                text=self.say(item, "waiting"),
                at_once=(opened,),
                waits_for=(awaited,),
            )
        )

    def _told(self) -> Iterator[Act | Paper]:
        """The minutes: drafted, heard, published, and corrected."""
        meeting, minutes = self.meeting, self.meeting.minutes
        texts = tuple(ItemText(item=each.name, text=self.say(each, "draft", Level.DRAFT)) for each in meeting.items)
        meeting.drafted_only = True
        yield Act("secretary", minutes, Draft(meeting=meeting.stream, texts=texts))
        yield Act("secretary", minutes, Circulate(), self._heard(True))
        for item in meeting.items:
            if self.chance():
                comment, by = self.say(item, "comment-name"), self._commenter(item)
                remark = Comment(item=item.name, comment=comment, text=self.say(item, "comment"))
                yield Act(by, minutes, remark)
                yield Act("secretary", minutes, AnswerComment(comment=comment, text=self.say(item, "answer")))
            if self.chance():
                yield Act("secretary", minutes, AddNote(item=item.name, text=self.say(item, "note")))
        yield Act("chair", minutes, Publish(), self._heard(False), needs_version=True)
        if self.chance(1 / 3):
            texts = tuple(
                ItemText(item=each.name, text=self.say(each, "revised", Level.DRAFT)) for each in meeting.items
            )
            meeting.drafted_only = True
            yield Act("secretary", minutes, Revise(reason="En tastefejl.", texts=texts))

    # --- small things ---

    def say(self, item: Item, place: str, level: Level = Level.WORDS) -> str:
        return self.law.word(self.meeting, item, level, place)

    def _secretary(self, command: Command, then: Callable[[], None] | None = None) -> Act:
        return Act("secretary", self.meeting.stream, command, then)

    def _chairs(self, command: Command, then: Callable[[], None] | None = None) -> Act:
        return Act("chair", self.meeting.stream, command, then)

    def _recusal(self, item: Item, part: str) -> Act:
        reason = self.say(item, "recused-because", Level.NOBODY)
        return self._secretary(Recuse(item=item.name, person=CAST[part], reason=reason), lambda: item.recused.add(part))

    def _shutting(self, item: Item) -> Act:
        title_closed = self.chance()
        command = ShutDoors(
            item=item.name, reason=self.say(item, "reason"), legal_basis="§ 4", title_closed=title_closed
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

    def stream(self, kind: str) -> str:
        self._made += 1
        return f"{self.at.scope}/{kind}/m{self._number}-{self._made}"

    def chance(self, of: float = HALF) -> bool:
        return self.random.random() < of
