"""Mask (indsigt): what a reader may see of a scope, and what is hidden by it."""

from msgspec import Struct

from domain.access import OF_ERASURES, Office
from domain.dates import Day
from domain.guesting import Invitations, is_guest_at, is_invited
from domain.kernel import See, Unknown
from domain.minutes.state import BeingDrafted
from domain.names import BodyId, ItemId, LocalName, MeetingId, StreamId
from domain.text import TextAt


class Mask(Struct, frozen=True, kw_only=True):
    """What a reader may see of a scope. Equal masks are one audience: what is shown to one is shown to all of them."""

    insider_of: frozenset[BodyId]
    """Bodies whose closed items the reader may see: a voting seat, a chair or the secretariat."""
    recused: frozenset[tuple[MeetingId, ItemId]]
    """Items the reader may not follow."""
    insider_at: frozenset[MeetingId] = frozenset()
    """Meetings whose closed items the reader may see, though not those of their body: called in as a substitute."""
    comes_to: frozenset[BodyId | MeetingId] = frozenset()
    """Bodies, and meetings, to whose table the reader comes without seeing what is closed there: an observer, an adviser."""
    answers_for: frozenset[BodyId] = frozenset()
    """Bodies whose minutes the reader may see before they are sent round: a chair or the secretariat."""
    guest_at: Invitations = frozenset()
    """Meetings still to end, and items of them, that the reader is a guest of."""
    only_guest: bool = False
    """The reader has no other part in the scope: what is not theirs to follow as a guest is hidden, open or not."""
    offices: frozenset[Office] = frozenset()
    """Offices that show more than others see: an auditor who reads what is closed; of `dk`, those who answer for erasures."""
    erasures: frozenset[StreamId] = frozenset()
    """The erasures that the reader asked for."""
    until_on: Day | None = None
    """The last day of which anything may be seen: of somebody who was a member (tidligere medlem). None: no end."""

    def is_insider(self, body: BodyId, meeting: MeetingId) -> bool:
        """Whether closed items of a meeting of that body are open to the reader."""
        return body in self.insider_of or meeting in self.insider_at

    def is_at_table(self, body: BodyId, meeting: MeetingId) -> bool:
        """Whether the reader comes to a meeting of that body, by any seat."""
        return self.is_insider(body, meeting) or bool(self.comes_to & {body, meeting})


def hides(see: See, meeting: MeetingId, item: ItemId, mask: Mask) -> bool:
    """Whether what was said at an item is hidden from a reader: recused, doors shut, or none of a guest's."""
    if (meeting, item) in mask.recused:
        return True
    state = see(meeting)
    if isinstance(state, Unknown) or item not in state.items:
        return mask.only_guest
    if is_guest_at(state, meeting, item, mask.guest_at):
        return False
    return mask.only_guest or (state.items[item].shut is not None and not mask.is_insider(state.body, meeting))


def hides_title(see: See, meeting: MeetingId, item: ItemId, mask: Mask) -> bool:
    """Whether even the existence of an item is hidden: doors shut with the title closed, and no insider.

    A guest knows of the items they are invited to, and that there are others behind closed doors, as far as others know.
    """
    state = see(meeting)
    if isinstance(state, Unknown) or item not in state.items:
        return mask.only_guest
    shut = state.items[item].shut
    if (meeting, item) not in mask.recused and is_guest_at(state, meeting, item, mask.guest_at):
        return False
    if mask.only_guest and shut is None:
        return not is_invited(meeting, item, mask.guest_at)
    outside = not mask.is_insider(state.body, meeting) or (meeting, item) in mask.recused
    return shut is not None and shut.title_closed and outside


def hides_attachment(see: See, meeting: MeetingId, item: ItemId, attachment: LocalName, mask: Mask) -> bool:
    """Whether a paper is hidden: with its item, or closed by itself; then nobody outside knows that it is there."""
    if hides(see, meeting, item, mask):
        return True
    state = see(meeting)
    return attachment in state.items[item].attachments_shut and not mask.is_insider(state.body, meeting)


def hides_draft(see: See, minutes: str, revision: int, version: int, mask: Mask) -> bool:
    """Whether what a revision of minutes says of an item is a draft (udkast) of those who answer for them: not sent round yet, or
    written anew before it was. `version`: of the event that says so.
    """
    state = see(minutes)
    if isinstance(state, Unknown):
        return False
    is_in_work = isinstance(state, BeingDrafted) and state.revision == revision
    if not is_in_work and TextAt(minutes, version, "/text") not in state.unsent:
        return False
    meeting = see(state.meeting)
    return isinstance(meeting, Unknown) or meeting.body not in mask.answers_for


def hides_erasure(stream: str, mask: Mask) -> bool:
    """Whether a stream tells of an erasure that is no affair of the reader's: whoever decides on it knows, and whoever asked."""
    return "/erasure/" in stream and not mask.offices & OF_ERASURES and stream not in mask.erasures
