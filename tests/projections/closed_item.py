"""A short story after domain-model §4.10: closed items, a recusal, doors shut and opened, and what else unsettles.

The board of Ådal has an open item and two closed ones, one with its title closed too. Afterwards a party is renamed, texts
are redacted, seats fall vacant and an access ends. Every text that is closed carries a word of its own (`closed_words`).
"""

from domain.access import Withdraw
from domain.action import Reply
from domain.awaited import DecisionBlocked, LawOrAgreement
from domain.bodies import Level
from domain.claims import DateNotStated, Exact
from domain.decided import Cited
from domain.document import Direction, File
from domain.effects import Adapt, AnswerReferral, Assign, ByParty, Effect, OpenCondition, Refer
from domain.fund import AnnounceEarmark
from domain.initiative import List as ListInitiative
from domain.initiative import Phase
from domain.kernel import Command
from domain.mandate import SetPath, Subject, mandate_of
from domain.mandate import Step as MandateStep
from domain.meeting.agenda import AddItem, AddRecommendation, Asks, Attach
from domain.meeting.attendance import Recuse, TakeSeat
from domain.meeting.call import Adjourn, Call, Form, Open
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import ConcludeQuestion, RaiseQuestion, RecordPoint
from domain.meeting.doors import OpenDoors, ShutDoors, Shutting
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.membership import Cause, VacateSeat
from domain.organising import Delegate, EstablishBody, GiveTask
from domain.organising import SetPath as SetPathEffect
from domain.outcomes import Plain, PlainOutcome, Strength
from domain.party import Rename
from domain.points import Conclusion, OfGroup, OfParty, Position, Remark, Sort, Stance
from domain.proposal import Receive
from domain.proposing import ChooseProposal, Forming, FormProposal, ParkProposal, RecommendProposal, TurnDownProposal
from domain.redaction import CarryOut, Request, Where
from domain.referral import Send
from domain.seats import ByRole, SeatPlan, Voice
from stories.story import Step, Story
from tests.projections.aadal import (
    AUDITORS_ACCESS,
    BOARD,
    BOARD_SEATS,
    CAST,
    CLUSTER,
    ENTERED,
    FAR_TOWN,
    FUND,
    GROUP,
    GROUP_SEATS,
    MEETING,
    QUIET_MEETING,
    SEATED,
    TOWN,
    by,
    steps,
)

OPEN_ITEM, TITLE_CLOSED, CLOSED_ITEM = "aaben", "i7f", "i8c"
CLOSED = (
    "title",
    "summary",
    "case",
    "recommendation",
    "attachment",
    "point",
    "group",
    "question",
    "conclusion",
    "decision",
)
"""The fields of an item that nobody outside reads while its doors are shut."""
CARRIED = (
    "answer",
    "awaited",
    "awaited-title",
    "condition",
    "referred",
    "formed",
    "parked",
    "turned-down",
    "adapted",
    "core",
    "assigned",
    "reply",
    "set-up",
    "seat",
    "task",
    "terms",
    "left",
)
"""What is said of an item in the effects of its decisions, and afterwards of what they led to."""
RECUSED_BECAUSE = "lavendel"
"""Stands in the reason of the recusal, which nobody is shown."""
SHUT_LATER = "mynte"
"""Stands in the open item until its doors are shut after the meeting began."""


def closed_words(item: str) -> tuple[str, ...]:
    """Words that stand in the closed fields of that item and nowhere else."""
    return tuple(_word(field, item) for field in CLOSED)


def carried_words(item: str) -> tuple[str, ...]:
    """Words that stand in what came of that item's decisions and nowhere else."""
    return tuple(_word(field, item) for field in CARRIED)


def _word(field: str, item: str) -> str:
    return f"{field}-af-{item}"


def _called(body: str, place: str) -> Call:
    return Call(
        body=body, form=Form.VIRTUAL, place=place, starts_at="2025-05-06T07:00:00Z", ends_at="2025-05-06T09:00:00Z"
    )


def _closed(item: str, number: str, *, title_closed: bool) -> tuple[Command, ...]:
    shut = Shutting(reason="Personsag.", legal_basis="Forretningsordenen § 4", title_closed=title_closed)
    return (
        AddItem(
            item=item,
            number=number,
            title=f"Aftale om {_word('title', item)}",
            summary=f"Kort om {_word('summary', item)}.",
            case=f"Sagen om {_word('case', item)}.",
            presenters=(CAST["chair"],),
            answers_referral=ASKED[item],
            shut=shut,
        ),
        AddRecommendation(
            item=item, recommendation="1", asks=Asks.APPROVE, text=f"At {_word('recommendation', item)}.", to_body=BOARD
        ),
        Attach(item=item, attachment="bilag", name=f"Bilag om {_word('attachment', item)}"),
    )


ASKED, FORMED, PARKED, TURNED_DOWN, CHOSEN, MERGED, PROJECT, TASK, SENT_ON, AWAITED, SET_UP, SUBJECT = (
    {TITLE_CLOSED: f"aadal/{kind}/x1-{name}", CLOSED_ITEM: f"aadal/{kind}/x2-{name}"}
    for kind, name in (
        ("referral", "asked"),
        ("proposal", "formed"),
        ("proposal", "parked"),
        ("proposal", "turned-down"),
        ("proposal", "chosen"),
        ("proposal", "merged"),
        ("initiative", "project"),
        ("action", "task"),
        ("referral", "sent-on"),
        ("condition", "awaited"),
        ("body", "set-up"),
        ("mandate", "subject"),
    )
)
"""item -> what its decisions answer, form, park …; their names tell nothing of the item."""
PAPER = "aadal/document/paper"


def _before_the_decisions(item: str) -> tuple[tuple[str, str, Command], ...]:
    """What stands in the open until a closed item decides about it."""
    listed = ListInitiative(title="En indsats", by=(TOWN,), phase=Phase.TRIAL)
    received = Receive(title="Et forslag", text="Et forslag.", when=DateNotStated())
    return (
        *by("secretary", ASKED[item], Send(from_body=GROUP, to_body=BOARD, question="Må vi?")),
        *by("secretary", PROJECT[item], listed),
        *(step for each in (PARKED, TURNED_DOWN, CHOSEN, MERGED) for step in by("secretary", each[item], received)),
    )


_ENTITLED = steps(
    "2025-05-03",
    8,
    *by(
        "secretary",
        mandate_of(Subject.JOINT_FUNDS, CLUSTER),
        SetPath(
            subject=Subject.JOINT_FUNDS,
            steps=(
                MandateStep(step="indstille", body=BOARD, binding=False),
                MandateStep(step="vælge", body=BOARD, binding=True),
            ),
            source=Cited(who="Klyngen", on=DateNotStated(), words="Besluttet"),
        ),
    ),
    *by(
        "secretary",
        PAPER,
        File(subject="Et papir", direction=Direction.IN, dated=DateNotStated()),
    ),
    *(step for item in (TITLE_CLOSED, CLOSED_ITEM) for step in _before_the_decisions(item)),
)
_CALLED = steps(
    "2025-05-05",
    8,
    *by(
        "secretary",
        QUIET_MEETING,
        _called(GROUP, "Andetsteds"),
        AddItem(item="eneste", number="1", title="Orientering"),
    ),
    *by(
        "secretary",
        MEETING,
        _called(BOARD, "Rådhuset"),
        AddItem(item=OPEN_ITEM, number="1", title=f"Budget og {SHUT_LATER}", summary=f"Om {SHUT_LATER}."),
        *_closed(TITLE_CLOSED, "2", title_closed=True),
        *_closed(CLOSED_ITEM, "3", title_closed=False),
    ),
)


def _discussed(item: str, decision: str) -> tuple[Command, ...]:
    """What is said and decided at a closed item, its end included."""
    return (
        RaiseQuestion(item=item, question="q", text=f"Hvad med {_word('question', item)}?"),
        ConcludeQuestion(
            item=item, question="q", conclusion=Conclusion.AGREED, text=f"Ja til {_word('conclusion', item)}."
        ),
        RecordPoint(
            item=item,
            point=Position(
                who=OfGroup(name=f"Alle om {_word('group', item)}"),
                stance=Stance.WISHES,
                text=f"Mere {_word('point', item)}.",
            ),
        ),
        RecordDecision(
            item=item,
            decision=decision,
            outcome=Plain(outcome=PlainOutcome.APPROVED),
            text=f"Aftalen om {_word('decision', item)} godkendes.",
            answers=("1",),
            at_once=_effects(item),
        ),
        RecordDecision(
            item=item,
            decision=f"{decision}.1",
            outcome=Plain(outcome=PlainOutcome.APPROVED),
            text="Resten afventer.",
            at_once=(
                OpenCondition(
                    condition=AWAITED[item],
                    awaits=LawOrAgreement(
                        title=f"Lov om {_word('awaited-title', item)}", words=f"Når {_word('awaited', item)}."
                    ),
                    blocks=(DecisionBlocked(meeting=MEETING, decision=f"{decision}.1"),),
                    words=f"Først {_word('condition', item)}.",
                ),
            ),
            waits_for=(AWAITED[item],),
        ),
        SettleItem(item=item),
    )


def _effects(item: str) -> tuple[Effect[str], ...]:
    """One of each kind that may follow at once and says or names something."""
    return (
        AnswerReferral(referral=ASKED[item], text=f"Ja til {_word('answer', item)}."),
        Refer(referral=SENT_ON[item], to_body=GROUP, question=f"Kan I {_word('referred', item)}?"),
        FormProposal(
            proposal=FORMED[item],
            title=f"Forslag om {_word('formed', item)}",
            how=Forming.GENERALISED,
            out_of=(MERGED[item],),
        ),
        RecommendProposal(proposal=CHOSEN[item], to_body=BOARD, strength=Strength.FIRM),
        ParkProposal(proposal=PARKED[item], reason=f"Venter på {_word('parked', item)}.", linked_to=FORMED[item]),
        TurnDownProposal(proposal=TURNED_DOWN[item], reason=f"Nej til {_word('turned-down', item)}."),
        ChooseProposal(proposal=CHOSEN[item]),
        Adapt(
            initiative=PROJECT[item],
            text=f"Tilpasses {_word('adapted', item)}.",
            core=(f"Kernen er {_word('core', item)}",),
        ),
        Assign(
            action=TASK[item],
            what=f"Få styr på {_word('assigned', item)}.",
            owed_by=(ByParty(party=TOWN),),
            report_to=BOARD,
        ),
        *_organising(item),
    )


def _organising(item: str) -> tuple[Effect[str], ...]:
    """A group that is set up, and what is left to it."""
    role = SeatPlan[str](seat="formand", right=ByRole(words=f"Formand for {_word('seat', item)}"), voice=Voice.VOTE)
    return (
        EstablishBody(
            body=SET_UP[item],
            name=f"Gruppen om {_word('set-up', item)}",
            level=Level.GROUP,
            membership=SET_UP[item].replace("/body/", "/membership/"),
            seats=(role,),
        ),
        GiveTask(body=SET_UP[item], task=f"At se på {_word('task', item)}."),
        SetPathEffect(
            mandate=SUBJECT[item],
            subject="sagen",
            steps=(MandateStep(step="afgøre", body=BOARD, binding=True),),
            terms=f"Vejen for {_word('terms', item)}.",
        ),
        Delegate(mandate=SUBJECT[item], step="afgøre", to_body=SET_UP[item], terms=f"Inden for {_word('left', item)}."),
    )


def _afterwards(item: str, earmark: str, fund_version: int) -> tuple[Step, ...]:
    """What the open record says later of what a closed item led to: a reply, and an earmark that waits."""
    reply = Reply(debtor=ByParty(party=TOWN), text=f"Der er styr på {_word('reply', item)}.")
    awaits = AnnounceEarmark(
        earmark=earmark,
        said=Exact(oere=100, words="1 kr."),
        purpose="Afprøvning.",
        document=PAPER,
        waits=(AWAITED[item],),
    )
    at = "2025-05-06T11:50:00+02:00"
    return (
        Step(at=at, by="secretary", to=TASK[item], command=reply),
        Step(at=at, by="secretary", to=FUND, command=awaits, if_match=fund_version),
    )


RECUSED = Step(
    at="2025-05-06T10:02:00+02:00",
    by="secretary",
    to=MEETING,
    command=Recuse(item=CLOSED_ITEM, person=CAST["recused"], reason=f"Nær slægtning, {RECUSED_BECAUSE}."),
)
_MET = (
    *steps(
        "2025-05-06",
        9,
        *by("chair", MEETING, Open(led_by=CAST["chair"])),
        *by(
            "secretary",
            MEETING,
            TakeSeat(seat="seat-1", person=CAST["member"]),
            TakeUpItem(item=OPEN_ITEM),
            RecordPoint(
                item=OPEN_ITEM, point=Remark(sort=Sort.REMARK, who=OfParty(party=TOWN), text="Budgettet holder.")
            ),
            RecordDecision(
                item=OPEN_ITEM, decision="1", outcome=Plain(outcome=PlainOutcome.NOTED), text=f"Noteret: {SHUT_LATER}."
            ),
            SettleItem(item=OPEN_ITEM),
            TakeUpItem(item=TITLE_CLOSED),
            *_discussed(TITLE_CLOSED, "2"),
            TakeUpItem(item=CLOSED_ITEM),
            RecordPoint(
                item=CLOSED_ITEM,
                point=Remark(sort=Sort.REMARK, text=f"Før inhabiliteten: {_word('point', CLOSED_ITEM)}."),
            ),
        ),
    ),
    RECUSED,
    *steps("2025-05-06", 11, *by("secretary", MEETING, *_discussed(CLOSED_ITEM, "3"))),
)

SHUT = Step(
    at="2025-05-06T12:00:00+02:00",
    by="chair",
    to=MEETING,
    command=ShutDoors(item=OPEN_ITEM, reason="Persondata.", legal_basis="§ 4"),
)
OPENED = Step(
    at="2025-05-06T12:01:00+02:00",
    by="chair",
    to=MEETING,
    command=OpenDoors(item=CLOSED_ITEM, reason="Aftalen er indgået."),
)
OPEN_SETTLED = next(step for step in _MET if step.command == SettleItem(item=OPEN_ITEM))
"""The open item was on the floor until now; then the floor is quiet, and the item with the closed title is taken up."""
_FOLLOWED = (*_afterwards(TITLE_CLOSED, "et", 1), *_afterwards(CLOSED_ITEM, "to", 2))
_ADJOURNED = steps("2025-05-06", 13, *by("chair", MEETING, Adjourn()))

RENAMED = Step(
    at="2025-05-07T08:00:00+02:00",
    by="secretary",
    to=TOWN,
    command=Rename(name="Ny Ådal Kommune", from_on="2025-05-07"),
)


def _redacted(day: str, redaction: str, of: str, field: str) -> tuple[Step, Step]:
    asked = Request(where=Where(of=of, version=1, field=field), reason="Fejl i teksten.")
    carried_out = CarryOut(legal_basis="Databeskyttelsesforordningen art. 17")
    first, second = steps(day, 8, ("secretary", redaction, asked), ("chair", redaction, carried_out))
    return first, second


_PLACE_ASKED, PLACE_REDACTED = _redacted("2025-05-08", "aadal/redaction/place", MEETING, "/place")
_NAME_ASKED, NAME_REDACTED = _redacted("2025-05-09", "dk/redaction/name", FAR_TOWN, "/name")
VACATED = Step(
    at="2025-05-10T08:00:00+02:00",
    by="secretary",
    to=BOARD_SEATS,
    command=VacateSeat(seat="seat-3", cause=Cause.LEFT),
)
LAST_VACATED = Step(
    at="2025-05-10T08:01:00+02:00",
    by="secretary",
    to=GROUP_SEATS,
    command=VacateSeat(seat="seat-0", cause=Cause.TERM_ENDED),
)
"""The group-member holds no seat any more, anywhere."""
WITHDRAWN = Step(
    at="2025-05-10T08:02:00+02:00",
    by="administrator",
    to=AUDITORS_ACCESS,
    command=Withdraw(reason="Revisionen er slut."),
)

STORY = Story(
    name="closed-item",
    title="Et lukket punkt",
    cluster=CLUSTER,
    meeting=MEETING,
    cast=CAST,
    sign_ins={"secretary": "secretary", "member": "member", "observer": "observer"},
    before=(*ENTERED, *SEATED, *_ENTITLED, *_CALLED),
    evening=(*_MET, *_FOLLOWED, SHUT, OPENED, *_ADJOURNED),
    after=(RENAMED, _PLACE_ASKED, PLACE_REDACTED, _NAME_ASKED, NAME_REDACTED, VACATED, LAST_VACATED, WITHDRAWN),
)
LISTS = tuple(
    f"{CLUSTER}/{view}"
    for view in (
        "meetings",
        "conditions",
        "referrals",
        "actions",
        "mandates",
        "documents",
        "lineage",
        "compliance",
        "proposals",
        "initiatives",
        "funds",
        "applications",
        "front",
        "estate",
        "agreements-in-force",
        "indicators",
        "learning",
        "financing-keys",
    )
)
"""Views over many of the cluster, beside its decisions and its people."""
TOPICS = (
    MEETING,
    QUIET_MEETING,
    FUND,
    "aadal/decisions",
    "aadal/people",
    *LISTS,
    "bakke/decisions",
    "bakke/people",
    "dk/people",
    "dk/erasures",
)
