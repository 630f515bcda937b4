"""How what a paper tells of a meeting, or quotes, is entered afterwards: items, points, decisions, statements."""

import msgspec

from domain.claims import Claim, ExactCount, NameSaid, OnDay, PercentSaid, TextSaid
from domain.dates import Day
from domain.decided import BasedOn
from domain.document import Quote
from domain.effects import Effect
from domain.kernel import Command
from domain.meeting.agenda import AddItem
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import RecordPoint
from domain.meeting.floor import SettleItem
from domain.outcomes import Outcome, Plain, PlainOutcome
from domain.points import NotStated, Remark, Sort, Speaker
from domain.text import Text
from stories.story import Step
from stories.telling import sitting

Entry = tuple[str, Command]
"""The stream a command goes to, and the command."""

NO_NUMBER = "–"
"""The paper gives the item no number; the next one of the meeting has two such strokes, and so on."""


def item(meeting: str, name: str, title: str, case: str | None = None, nth: int = 1) -> Entry:
    """An item, to which the paper gives no number."""
    return meeting, AddItem(item=name, number=" ".join(nth * (NO_NUMBER,)), title=title, case=case)


def settled(meeting: str, *items: str) -> tuple[Entry, ...]:
    """Nothing more is entered at these items."""
    return tuple((meeting, SettleItem(item=name)) for name in items)


def informed(meeting: str, name: str, text: str, who: Speaker[str] | None = None) -> Entry:
    """Information given at an item."""
    return meeting, RecordPoint(item=name, point=Remark(sort=Sort.INFORMATION, text=text, who=who or NotStated()))


def decided(
    meeting: str,
    name: str,
    decision: str,
    outcome: PlainOutcome | Outcome[Text],
    text: str,
    *at_once: Effect[Text],
    based_on: BasedOn[Text] = (),
) -> Entry:
    """A decision with what follows from it."""
    return meeting, RecordDecision(
        item=name,
        decision=decision,
        outcome=Plain(outcome=outcome) if isinstance(outcome, PlainOutcome) else outcome,
        text=text,
        at_once=at_once,
        based_on=based_on,
    )


def booked(by: str, day: Day, clock: str, fund: str, version: int, *commands: Command) -> tuple[Step, ...]:
    """What one person does to a fund in one sitting; each leads to one event. `version` is where the fund stands before."""
    steps = sitting(by, day, clock, *((fund, command) for command in commands))
    return tuple(
        msgspec.structs.replace(step, if_match=version + done) if step.command.needs_version else step
        for done, step in enumerate(steps)
    )


# --- statements ---


def quoted(paper: str, number: str, locator: str, claim: Claim[str], about: str | None = None) -> Entry:
    """What a paper says, in the words of the claim."""
    words = claim.words
    assert words is not None
    return paper, Quote(number=number, locator=locator, words=words, claim=claim, about=about)


def named(paper: str, number: str, locator: str, words: str) -> Entry:
    """A name or a heading."""
    return quoted(paper, number, locator, NameSaid(words=words))


def worded(paper: str, number: str, locator: str, words: str) -> Entry:
    """Words that are neither amount, number, date nor name."""
    return quoted(paper, number, locator, TextSaid(words=words))


def on_day(paper: str, number: str, locator: str, day: str, words: str, inferred: str | None = None) -> Entry:
    """A day."""
    return quoted(paper, number, locator, OnDay(day=day, words=words, inferred=inferred))


def counted(paper: str, number: str, locator: str, count: int, words: str) -> Entry:
    """How many there are of something."""
    return quoted(paper, number, locator, ExactCount(count=count, words=words))


def percent(paper: str, number: str, locator: str, whole: int, of: str, words: str) -> Entry:
    """A share of something."""
    return quoted(paper, number, locator, PercentSaid(bp=whole * 100, of=of, words=words))
