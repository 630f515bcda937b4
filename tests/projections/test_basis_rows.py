"""What an item or a decision is based on: an earlier decision in the record, or one that a paper cites (001.14, 003.6)."""

from typing import Any

import msgspec

from domain.claims import OnDay
from domain.decided import Cited, Taken
from domain.mask import Mask
from domain.meeting.agenda import ItemAdded
from domain.text import Kept, said
from projections.meeting import MEETING_VIEW
from projections.meeting.basis import BasisRow
from projections.meeting.show import show
from projections.reveal import Place
from tests.domain.world import ITEM, MEETING, STRATEGIC, WORLD, Fact, decision, discussing, taken
from tests.given import given

EARLIER = "lillebaelt/meeting/2023-06-07-political"
CITED = Cited[Kept](
    who=said("Sundhedsstyregruppen"), on=OnDay[Kept](day="2020-05-07"), words=said("Opsigelsen tiltrådt")
)


def basis_after(*facts: Fact) -> dict[str, BasisRow[Kept, str]]:
    rows: dict[str, Any] = {}
    for recorded in given(*WORLD, *facts).recorded:
        if type(recorded.event) in MEETING_VIEW.folds:
            rows |= MEETING_VIEW.evolve(rows.get, recorded)
    return {key.partition("|")[2]: row for key, row in rows.items() if isinstance(row, BasisRow)}


def test_an_item_tells_the_earlier_decisions_it_rests_on() -> None:
    item = ItemAdded(
        item="aftale", number="5", title=said("Aftalen"), based_on=(Taken(meeting=EARLIER, decision="1"), CITED)
    )
    rows = basis_after(*discussing(), (MEETING, item))
    first, second = rows["item/aftale/basis/01"], rows["item/aftale/basis/02"]
    assert first.decision == Place(stream=EARLIER, decision="1")
    assert (second.decision, second.on and second.on.latest) == (None, "2020-05-07")
    assert second.who is not None
    assert second.words is not None


def test_a_decision_tells_what_it_rests_on() -> None:
    stream, event = decision("3.2")
    rests = msgspec.structs.replace(event, based_on=(taken("3.1"),))
    (row,) = basis_after(*discussing(), decision("3.1"), (stream, rests)).values()
    assert (row.item, row.by, row.decision) == (ITEM, "3.2", Place(stream=MEETING, decision="3.1"))


class Reader:
    """A member, for whom the item of the earlier decision is closed or not."""

    def __init__(self, closed: bool) -> None:
        self.mask = Mask(insider_of=frozenset({STRATEGIC}), recused=frozenset())
        self.see = given(*WORLD, *discussing(), decision("3.1")).see
        self._closed = closed

    def hides_item(self, meeting: str, item: str) -> bool:
        return self._closed

    def name(self, stream: str) -> str:
        return stream


def test_what_rests_on_a_decision_that_is_closed_to_the_reader_does_not_say_so() -> None:
    row = BasisRow[Kept, str](item=ITEM, position=1, by="3.2", decision=Place(stream=MEETING, decision="3.1"))
    key = f"{MEETING}|item/{ITEM}/decision/3.2/basis/01"
    shown, hidden = (show(key, row, Reader(closed)) for closed in (False, True))  # type: ignore[arg-type]
    assert shown.decision == Place(stream=MEETING, item=ITEM, decision="3.1")
    assert hidden is None
