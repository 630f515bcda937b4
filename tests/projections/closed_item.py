"""A short story after domain-model §4.10: closed items, a recusal, doors shut and opened, and what else unsettles.

The board of Ådal has an open item and two closed ones, one with its title closed too. Afterwards a party is renamed, texts
are redacted, seats fall vacant and an access ends. Every text that is closed carries a word of its own (`closed_words`).
"""

from domain.access import Withdraw
from domain.kernel import Command
from domain.meeting.agenda import AddItem, AddRecommendation, Asks, Attach
from domain.meeting.attendance import Recuse, TakeSeat
from domain.meeting.call import Adjourn, Call, Form, Open
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import ConcludeQuestion, RaiseQuestion, RecordPoint
from domain.meeting.doors import OpenDoors, ShutDoors, Shutting
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.membership import Cause, VacateSeat
from domain.outcomes import Conclusion, OfGroup, OfParty, Plain, PlainOutcome, Position, Remark, Sort, Stance
from domain.party import Rename
from domain.redaction import CarryOut, Request, Where
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
RECUSED_BECAUSE = "lavendel"
"""Stands in the reason of the recusal, which nobody is shown."""
SHUT_LATER = "mynte"
"""Stands in the open item until its doors are shut after the meeting began."""


def closed_words(item: str) -> tuple[str, ...]:
    """Words that stand in the closed fields of that item and nowhere else."""
    return tuple(_word(field, item) for field in CLOSED)


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
            shut=shut,
        ),
        AddRecommendation(
            item=item, recommendation="1", asks=Asks.APPROVE, text=f"At {_word('recommendation', item)}.", to_body=BOARD
        ),
        Attach(item=item, attachment="bilag", name=f"Bilag om {_word('attachment', item)}"),
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
        ),
        SettleItem(item=item),
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
    before=(*ENTERED, *SEATED, *_CALLED),
    evening=(*_MET, SHUT, OPENED, *_ADJOURNED),
    after=(RENAMED, _PLACE_ASKED, PLACE_REDACTED, _NAME_ASKED, NAME_REDACTED, VACATED, LAST_VACATED, WITHDRAWN),
)
TOPICS = (
    MEETING,
    QUIET_MEETING,
    FUND,
    "aadal/decisions",
    "aadal/people",
    "bakke/decisions",
    "bakke/people",
    "dk/people",
)
