"""The short story with minutes: drafted, heard, approved, published, noted and revised."""

import msgspec

from domain.kernel import Command
from domain.minutes.draft import Circulate, Draft, ItemText, Revise
from domain.minutes.hearing import AnswerComment, Approve, Comment
from domain.minutes.publication import AddNote, Publish
from stories.story import Step
from tests.projections import closed_item
from tests.projections.aadal import MEETING
from tests.projections.closed_item import CLOSED_ITEM, OPEN_ITEM, TITLE_CLOSED

MINUTES = MEETING.replace("/meeting/", "/minutes/")
ITEMS = (OPEN_ITEM, TITLE_CLOSED, CLOSED_ITEM)
VERSION_HEARD, VERSION_APPROVED = 14, 15
"""Of the minutes when all is said of them, and when they are approved."""


def _texts(what: str) -> tuple[ItemText, ...]:
    return tuple(ItemText(item=item, text=f"{what} af {item}.") for item in ITEMS)


def _said(item: str) -> tuple[tuple[str, Command], ...]:
    return (
        ("member", Comment(item=item, comment=f"om-{item}", text=f"Bemærkning til {item}.")),
        ("secretary", AnswerComment(comment=f"om-{item}", text=f"Svar om {item}.")),
        ("chair", AddNote(item=item, text=f"Senere om {item}.")),
    )


GIVEN: tuple[tuple[str, Command], ...] = (
    ("secretary", Draft(meeting=MEETING, texts=_texts("Referat"))),
    ("secretary", Circulate(answer_by="2025-05-20")),
    *(said for item in ITEMS for said in _said(item)),
    ("member", Approve(revision=1)),
    ("chair", Publish()),
    ("secretary", Revise(reason="En tastefejl.", texts=_texts("Rettet referat"))),
)
VERSIONS = {Approve: VERSION_HEARD, Publish: VERSION_APPROVED}
WRITTEN = tuple(
    Step(
        at=f"2025-05-06T14:{minute:02d}:00+02:00",
        by=by,
        to=MINUTES,
        command=command,
        if_match=VERSIONS.get(type(command)),
    )
    for minute, (by, command) in enumerate(GIVEN)
)
STORY = msgspec.structs.replace(
    closed_item.STORY,
    name="minuted",
    evening=(*closed_item.STORY.evening, *WRITTEN),
)
TOPICS = (*closed_item.TOPICS, MINUTES)
