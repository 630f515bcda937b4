"""How meetings and sources are entered from this paper."""

from domain.claims import DateNotStated, DateSaid, OnDay
from domain.decided import Cited
from domain.meeting.call import RegisterAfterwards
from stories.aarhus_2024_april.names import PAPER
from stories.reported import Entry


def held(meeting: str, body: str, when: DateSaid[str]) -> Entry:
    """A meeting that the paper tells of."""
    return meeting, RegisterAfterwards(body=body, held=when, document=PAPER)


def on(day: str, words: str) -> OnDay[str]:
    """A day the paper writes."""
    return OnDay(day=day, words=words)


def told(who: str, words: str) -> Cited[str]:
    """Known from the paper only."""
    return Cited(who=who, on=DateNotStated(), words=words, document=PAPER)
