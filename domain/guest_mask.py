"""The mask of a guest (gæstens indsigt): what somebody who is a guest and nothing else in a scope may see there."""

from domain.guesting import invitations, invitations_to
from domain.mask import Mask
from domain.names import MeetingId, PersonId
from domain.person import is_gone
from domain.seeing import Index, naming


def guest_mask_of(scope: str, person: PersonId, streams: Index, meeting: MeetingId | None = None) -> Mask | None:
    """Of a whole scope, or of one meeting; None: nothing at all.

    Of the meeting its head, and that their item is there; of the item all there is, while it runs. Nothing before or after.
    """
    if is_gone(person, streams):
        return None
    guest_at = (
        invitations(naming("meeting", scope, person, streams), person, streams)
        if meeting is None
        else invitations_to(meeting, person, streams)
    )
    if not guest_at:
        return None
    recused = frozenset(
        (of, item)
        for of in {of for of, _ in guest_at}
        for item, state in streams.see(of).items.items()
        if person in state.recused
    )
    return Mask(insider_of=frozenset(), recused=recused, guest_at=guest_at, only_guest=True)
