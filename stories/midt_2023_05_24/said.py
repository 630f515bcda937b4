"""How points, questions and decisions of this meeting are written."""

from domain.effects import Effect
from domain.kernel import Command
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import RecordPoint
from domain.outcomes import Plain, PlainOutcome
from domain.points import NotStated, Remark, Sort, Speaker
from domain.text import Text


def point(item: str, sort: Sort, text: str, who: Speaker[str] | None = None) -> Command:
    """Something said at an item; the paper mostly does not say by whom."""
    return RecordPoint(item=item, point=Remark(sort=sort, text=text, who=who or NotStated()))


def informed(item: str, text: str) -> Command:
    """Information."""
    return point(item, Sort.INFORMATION, text)


def decided(
    item: str,
    decision: str,
    outcome: PlainOutcome,
    text: str,
    *at_once: Effect[Text],
    answers: tuple[str, ...] = (),
) -> Command:
    """A decision whose outcome says all in its name."""
    return RecordDecision(
        item=item,
        decision=decision,
        outcome=Plain(outcome=outcome),
        text=text,
        answers=answers,
        at_once=at_once,
    )
