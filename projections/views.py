"""Which views exist, and which topic is answered by which: the one list a new view is added to."""

from projections.actions import ACTIONS
from projections.agreements_in_force import AGREEMENTS_IN_FORCE
from projections.applications import APPLICATIONS
from projections.compliance import COMPLIANCE
from projections.conditions import CONDITIONS
from projections.decisions import DECISIONS
from projections.documents import DOCUMENTS
from projections.erasures import ERASURES
from projections.estate import ESTATE
from projections.financing_keys import FINANCING_KEYS
from projections.front import FRONT
from projections.fund import FUND_VIEW
from projections.funds import FUNDS
from projections.indicators import INDICATORS
from projections.initiative import INITIATIVE_VIEW
from projections.initiatives import INITIATIVES
from projections.learning import LEARNING
from projections.lineage import LINEAGE
from projections.mandates import MANDATES
from projections.meeting import MEETING_VIEW
from projections.meetings import MEETINGS
from projections.minutes import MINUTES_VIEW
from projections.names import NAMES
from projections.naming import NAMING
from projections.people import PEOPLE
from projections.plan import PLAN_VIEW
from projections.proposals import PROPOSALS
from projections.referrals import REFERRALS
from projections.unsettled import UNSETTLED
from projections.view import View

OF_STREAM = {
    "meeting": MEETING_VIEW,
    "minutes": MINUTES_VIEW,
    "fund": FUND_VIEW,
    "initiative": INITIATIVE_VIEW,
    "plan": PLAN_VIEW,
}
"""kind -> the view of one stream, topic `{scope}/{kind}/{name}`"""
OF_SCOPE = {
    view.name: view
    for view in (
        *(DECISIONS, PEOPLE, MEETINGS, CONDITIONS, REFERRALS, ACTIONS, MANDATES, DOCUMENTS, LINEAGE, COMPLIANCE),
        *(PROPOSALS, INITIATIVES, FUNDS, APPLICATIONS, FRONT, ESTATE),
        *(AGREEMENTS_IN_FORCE, INDICATORS, LEARNING, ERASURES, FINANCING_KEYS),
    )
}
"""name -> a view over many, topic `{scope}/{view}`"""
VIEWS: tuple[View, ...] = (NAMES, NAMING, UNSETTLED, *OF_STREAM.values(), *OF_SCOPE.values())


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
