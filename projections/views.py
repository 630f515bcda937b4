"""Which views exist, and which topic is answered by which: the one list a new view is added to."""

from projections.decisions import DECISIONS
from projections.fund import FUND_VIEW
from projections.meeting import MEETING_VIEW
from projections.names import NAMES
from projections.people import PEOPLE
from projections.view import View

VIEWS: tuple[View, ...] = (NAMES, MEETING_VIEW, DECISIONS, FUND_VIEW, PEOPLE)

OF_STREAM = {"meeting": MEETING_VIEW, "fund": FUND_VIEW}
"""kind -> the view of one stream, topic `{scope}/{kind}/{name}`"""
OF_SCOPE = {"decisions": DECISIONS, "people": PEOPLE}
"""name -> a view over many, topic `{scope}/{view}`"""


def view_of(topic: str) -> View | None:
    """The view that answers a topic; None where there is none."""
    parts = topic.split("/")
    match len(parts):
        case 3:
            return OF_STREAM.get(parts[1])
        case 2:
            return OF_SCOPE.get(parts[1])
        case _:
            return None
