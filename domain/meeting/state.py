"""What a meeting's rules read: its phase, its items, what is on the floor, and its decisions. Words are not kept."""

from enum import StrEnum
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from domain.claims import DateSaid
from domain.dates import Days, Moment
from domain.decided import Cited, DecisionRef, Taken
from domain.effects import Effect
from domain.kernel import Asked, See, Unknown, known
from domain.names import BodyId, ConditionId, ItemId, Label, LocalName, PersonId, ReferralId
from domain.outcomes import Outcome
from domain.refusal import Refused
from domain.seating import Seats
from domain.text import Kept


class Shut(Struct, frozen=True, kw_only=True):
    """An item is held behind closed doors."""

    title_closed: bool


class Recommendation(Struct, frozen=True, kw_only=True):
    """What the paper asks the body to do."""

    only_if: Label | None
    answered_by: Label | None = None
    """The decision that answers it."""


class Question(Struct, frozen=True, kw_only=True):
    """A question of the discussion."""

    text: Kept
    asked_by: PersonId | None = None
    concluded: bool = False
    """Ended, withdrawn too."""


class Item(Struct, frozen=True, kw_only=True):
    """An item of the agenda (punkt)."""

    number: Label
    title: Kept | None = None
    recommendations: dict[Label, Recommendation] = {}
    questions: dict[LocalName, Question] = {}
    attachments: frozenset[LocalName] = frozenset()
    attachments_shut: frozenset[LocalName] = frozenset()
    """Closed whatever the doors of the item."""
    recused: frozenset[PersonId] = frozenset()
    shut: Shut | None = None
    settled: bool = False
    """Ended in this meeting, postponed items too."""
    postponed: ReferralId | None = None
    withdrawn: bool = False


class Standing(StrEnum):
    """How a decision stands."""

    IN_EFFECT = "in-effect"
    WAITING = "waiting"
    FALLEN = "fallen"
    SUPERSEDED = "superseded"


class Decision(Struct, frozen=True, kw_only=True):
    """A decision and what it still waits for."""

    item: ItemId
    outcome: Outcome[Kept]
    days: Days | None
    """Within which it was taken; None where no paper says."""
    waits: frozenset[ConditionId]
    when_met: tuple[Effect[Kept], ...]
    fallen: bool = False
    superseded_by: Taken | None = None
    acted: bool = False
    """Something followed from it: what it says is no longer a matter of words alone."""

    @property
    def standing(self) -> Standing:
        if self.superseded_by is not None:
            return Standing.SUPERSEDED
        if self.fallen:
            return Standing.FALLEN
        return Standing.WAITING if self.waits else Standing.IN_EFFECT


APOLOGIES_MAX = 60
IN_FOR_MAX = 10
ATTENDED_MAX = 60
"""On the list of a paper."""


class Attended(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who was there, as a paper lists them."""

    seat: LocalName
    person: PersonId
    in_for: Annotated[tuple[PersonId, ...], Meta(max_length=IN_FOR_MAX)] = ()
    """Whom they stood in for, nearest first."""


class Apology(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who does not come (afbud), and whom they send instead."""

    seat: LocalName
    person: PersonId
    sends: PersonId | None = None


class Agenda(Struct, frozen=True, kw_only=True):
    """How far the agenda has come."""

    revision: int = 0
    """The last that was sent; 0: none yet."""
    unsent: bool = True
    """Whether it holds what no revision sent so far does."""
    adopted: bool = False
    """By the meeting; from then on the chair alone changes it."""


class Upcoming(Struct, frozen=True, kw_only=True):
    """What a called meeting and one in session share."""

    body: BodyId
    items: dict[ItemId, Item] = {}
    starts_at: Moment | None = None
    summoned: tuple[LocalName, ...] = ()
    agenda: Agenda = Agenda()
    apologies: dict[PersonId, Apology] = {}
    guests: dict[PersonId, frozenset[ItemId]] = {}
    """With the items they are invited to; none: the whole meeting."""

    @property
    def agenda_adopted(self) -> bool:
        return self.agenda.adopted


class Called(Upcoming, frozen=True, kw_only=True):
    """Indkaldt."""


class InSession(Upcoming, frozen=True, kw_only=True):
    """I gang."""

    floor: ItemId | None = None
    """The item under discussion; None: the floor is quiet."""
    led_by: PersonId | None = None
    paused: bool = False
    present: dict[LocalName, PersonId] = {}
    attended: dict[LocalName, tuple[PersonId, ...]] = {}
    """Everyone who sat there at some time, in order; who leaves early attended too."""
    guests_attended: frozenset[tuple[PersonId, ItemId | None]] = frozenset()
    decisions: dict[Label, Decision] = {}


class Adjourned(Struct, frozen=True, kw_only=True):
    """Hævet."""

    body: BodyId
    items: dict[ItemId, Item]
    decisions: dict[Label, Decision]
    starts_at: Moment | None = None
    attended: dict[LocalName, tuple[PersonId, ...]] = {}
    apologies: dict[PersonId, Apology] = {}


class Cancelled(Struct, frozen=True, kw_only=True):
    """Aflyst."""

    body: BodyId
    items: dict[ItemId, Item]
    decisions: dict[Label, Decision] = {}
    """None, ever."""
    apologies: dict[PersonId, Apology] = {}


class Reported(Struct, frozen=True, kw_only=True):
    """Efterregistreret: known from a paper, entered afterwards."""

    body: BodyId
    held: DateSaid[Kept]
    items: dict[ItemId, Item] = {}
    decisions: dict[Label, Decision] = {}
    attended: dict[LocalName, tuple[PersonId, ...]] = {}
    """As far as the paper says."""
    apologies: dict[PersonId, Apology] = {}


Meeting = Called | InSession | Adjourned | Cancelled | Reported
State = Unknown | Meeting


def item_of(state: Meeting, item: ItemId) -> Item:
    """An item of the agenda. Raises Refused `meeting.item-unknown`."""
    found = state.items.get(item)
    if found is None:
        raise Refused("meeting.item-unknown", item=item)
    return found


def with_item(state: Meeting, name: ItemId, item: Item) -> Meeting:
    """The meeting with one item changed or added."""
    return msgspec.structs.replace(state, items=state.items | {name: item})


def attended_on(state: Meeting, person: PersonId) -> tuple[LocalName, ...]:
    """The seats on which a person attended."""
    return tuple(seat for seat, people in _attended(state).items() if person in people)


def is_attendance_known(state: Meeting) -> bool:
    """Whether anybody's attendance is on record; a paper often tells of none."""
    return bool(_attended(state))


def _attended(state: Meeting) -> dict[LocalName, tuple[PersonId, ...]]:
    return state.attended if isinstance(state, InSession | Adjourned | Reported) else {}


def still_open(state: Meeting) -> None:
    """Refuse whatever would change a meeting that has ended, or is not held."""
    if isinstance(state, Adjourned):
        raise Refused("meeting.already-adjourned")
    if isinstance(state, Cancelled):
        raise Refused("meeting.called-off")


def not_paused(state: Meeting) -> None:
    """Refuse what is not done while the meeting pauses."""
    if isinstance(state, InSession) and state.paused:
        raise Refused("meeting.on-pause")


def on_the_floor(state: Meeting, item: ItemId) -> InSession:
    """The meeting while it discusses that item. Raises Refused `meeting.already-adjourned`, `meeting.nothing-discussed`."""
    still_open(state)
    item_of(state, item)
    if not isinstance(state, InSession) or state.floor != item:
        raise Refused("meeting.nothing-discussed", item=item)
    return state


def told_of(state: Meeting, item: ItemId) -> InSession | Reported:
    """The meeting at whose item something is said: on the floor now, or told by the paper of a meeting entered afterwards."""
    if isinstance(state, Reported):
        item_of(state, item)
        return state
    return on_the_floor(state, item)


def seats_of(body: BodyId, asked: Asked, *named: LocalName) -> Seats:
    """The seats of a body, those named among them. Raises Refused `meeting.seat-unknown`."""
    seats = asked.see(asked.see(body).membership)
    assert isinstance(seats, Seats | Unknown)
    opened = seats if isinstance(seats, Seats) else Seats(body=body, seats={})
    for seat in named:
        if seat not in opened.seats:
            raise Refused("meeting.seat-unknown", seat=seat, body=body)
    return opened


def require_unanswered(state: Meeting, item: ItemId, numbers: tuple[Label, ...]) -> None:
    """Refuse recommendations that the item does not have, or that are answered.

    Raises Refused `meeting.item-unknown`, `meeting.recommendation-unknown`, `meeting.already-answered`.
    """
    recommendations = item_of(state, item).recommendations
    for number in numbers:
        recommendation = recommendations.get(number)
        if recommendation is None:
            raise Refused("meeting.recommendation-unknown", recommendation=number)
        if recommendation.answered_by is not None:
            raise Refused("meeting.already-answered", recommendation=number, decision=recommendation.answered_by)


def decision_taken(see: See, ref: Taken) -> tuple[BodyId, Decision]:
    """The body that took a decision, and the decision. Raises Refused `decision.unknown`."""
    state = see(ref.meeting)
    if not isinstance(state, Unknown | Called) and ref.decision in state.decisions:
        return state.body, state.decisions[ref.decision]
    raise Refused("decision.unknown", decision=ref.label)


def known_decisions(asked: Asked, *refs: DecisionRef[Any] | None) -> None:
    """Refuse references to what the record does not hold: a decision, or the paper that tells of one."""
    for ref in refs:
        match ref:
            case Taken():
                decision_taken(asked.see, ref)
            case Cited():
                known(asked, ref.document)
            case None:
                pass
