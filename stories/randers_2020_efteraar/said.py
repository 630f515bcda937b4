"""How items, points and decisions of this paper are entered."""

from domain.awaited import Conditions
from domain.body import SeatPlan
from domain.effects import Effect
from domain.kernel import Command
from domain.meeting.agenda import AddRecommendation, Asks, Attach
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import RaiseQuestion, RecordPoint
from domain.outcomes import Outcome, Plain, PlainOutcome
from domain.points import NotStated, OfGroup, Point, Remark, Sort, Speaker
from domain.text import Text
from stories.randers_2020_efteraar.names import MEETING, STEERING
from stories.randers_2020_efteraar.people import MUNICIPALITIES
from stories.telling import by_party

Entry = tuple[str, Command]
"""The stream a command goes to, and the command."""
THE_MUNICIPALITIES = OfGroup(name="kommunerne", parties=MUNICIPALITIES)


def recommended(item: str, asks: Asks, text: str, number: str = "1", only_if: str | None = None) -> Entry:
    """A recommendation to the steering group."""
    return MEETING, AddRecommendation(
        item=item, recommendation=number, asks=asks, text=text, to_body=STEERING, only_if=only_if
    )


def attached(item: str, attachment: str, name: str) -> Entry:
    """A paper named in the agenda, whose bytes are not held here."""
    return MEETING, Attach(item=item, attachment=attachment, name=name)


def point(item: str, said: Point[str]) -> Entry:
    """Something said at an item."""
    return MEETING, RecordPoint(item=item, point=said)


def informed(item: str, text: str) -> Entry:
    """Information."""
    return point(item, Remark(sort=Sort.INFORMATION, text=text))


def wished(item: str, text: str, who: Speaker[str], to: Speaker[str] | None = None) -> Entry:
    """A wish, perhaps to somebody."""
    return point(item, Remark(sort=Sort.WISH, text=text, who=who, to=to or NotStated()))


def asked(item: str, question: str, text: str) -> Entry:
    """A question; the paper tells no end of it."""
    return MEETING, RaiseQuestion(item=item, question=question, text=text)


def decided(
    item: str,
    decision: str,
    outcome: PlainOutcome | Outcome[Text],
    text: str,
    *at_once: Effect[Text],
    answers: tuple[str, ...] = (),
    waits_for: Conditions = (),
) -> Entry:
    """A decision with what follows from it."""
    return MEETING, RecordDecision(
        item=item,
        decision=decision,
        outcome=Plain(outcome=outcome) if isinstance(outcome, PlainOutcome) else outcome,
        text=text,
        answers=answers,
        at_once=at_once,
        waits_for=waits_for,
    )


def one_each() -> tuple[SeatPlan[str], ...]:
    """A seat for each municipality."""
    return tuple(by_party(party.rsplit("/", 1)[1].removesuffix("-kommune"), party) for party in MUNICIPALITIES)
