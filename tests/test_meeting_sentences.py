"""How a meeting's way is told in a sentence: moved, paused, who comes instead of whom, what is put off."""

import pytest

from domain.claims import DateNotStated, OnDay
from domain.kernel import Event
from domain.meeting.apologies import ApologyGiven
from domain.meeting.attendance import SeatTaken
from domain.meeting.course import MeetingPaused
from domain.meeting.floor import ItemTakenUp
from domain.meeting.guests import GuestInvited
from domain.meeting.moving import MeetingCancelled, MeetingMoved
from domain.meeting.promised import ItemPostponed
from domain.meeting.revisions import ItemChanged, ItemPart, ItemWithdrawn
from domain.meeting.sending import AgendaAdopted, AgendaSent
from domain.text import said
from tests.domain.world import CHAIR, ITEM, MEETING, MEMBER, POLITICAL, WORLD, called, discussing
from tests.given import given
from tests.test_sentences import Words

LATER, AT = "2024-03-08T08:00:00Z", "2024-03-08T10:00:00Z"
PROMISE = "lillebaelt/referral/igen"
POSTPONED = ItemPostponed(
    item=ITEM, number="3", title=said("Midler"), referral=PROMISE, expected=OnDay(day="2024-06-07")
)
WITHOUT_A_DAY = ItemPostponed(item=ITEM, number="3", title=said("Midler"), referral=PROMISE, expected=DateNotStated())


@pytest.mark.parametrize(
    ("event", "da", "en"),
    [
        (
            MeetingMoved(starts_at=LATER, ends_at=AT),
            "Mødet er flyttet til 8. marts 2024 kl. 09.00.",
            "The meeting is moved to 8 March 2024, 09:00.",
        ),
        (
            MeetingMoved(starts_at=LATER, ends_at=AT, place=said("Rådhuset"), reason=said("Storm.")),
            "Mødet er flyttet til 8. marts 2024 kl. 09.00, Rådhuset. Storm.",
            "The meeting is moved to 8 March 2024, 09:00, Rådhuset. Storm.",
        ),
        (MeetingCancelled(), "Mødet er aflyst.", "The meeting is called off."),
        (
            MeetingPaused(resumes_at=LATER),
            "Mødet holder pause til 8. marts 2024 kl. 09.00.",
            "The meeting pauses until 8 March 2024, 09:00.",
        ),
        (AgendaSent(revision=2), "Dagsordenen er sendt, udgave 2.", "The agenda is sent, revision 2."),
        (
            AgendaAdopted(text=said("Ingen bemærkninger.")),
            "Dagsordenen er godkendt, også at dens lukkede punkter er lukkede. Ingen bemærkninger.",
            "The agenda is adopted, its closed items as closed. Ingen bemærkninger.",
        ),
        (
            ItemChanged(item=ITEM, number="3", title=said("Midler"), emptied=(ItemPart.SUMMARY, ItemPart.TIMES)),
            "Punkt 3 er ændret. Titel: Midler. Uden: resumé og tidspunkter.",
            "Item 3 has changed. Title: Midler. Without: summary and times.",
        ),
        (ItemWithdrawn(item=ITEM, number="3"), "Punkt 3 er taget af dagsordenen.", "Item 3 was taken off the agenda."),
        (POSTPONED, "Punkt 3 er udsat til 7. juni 2024.", "Item 3 is postponed to 7 June 2024."),
        (WITHOUT_A_DAY, "Punkt 3 er udsat.", "Item 3 is postponed."),
        (
            ApologyGiven(seat="kolding", person=MEMBER, sends=CHAIR),
            "Afbud fra Et navn (kolding); i stedet: Et navn.",
            "Apologies from Et navn (kolding); instead: Et navn.",
        ),
        (
            ApologyGiven(seat="kolding", person=MEMBER),
            "Afbud fra Et navn (kolding).",
            "Apologies from Et navn (kolding).",
        ),
        (
            SeatTaken(seat="kolding", person=CHAIR, in_for=(MEMBER, CHAIR)),
            "Et navn deltager på kolding i stedet for Et navn og Et navn.",
            "Et navn attends on kolding instead of Et navn and Et navn.",
        ),
        (
            GuestInvited(person=MEMBER, item=ITEM, number="3", of_body=POLITICAL),
            "Et navn er gæst ved punkt 3, fra Politisk niveau.",
            "Et navn is a guest at item 3, from Politisk niveau.",
        ),
        (
            ItemTakenUp(item=ITEM, number="3", recused=(MEMBER,)),
            "Punkt 3 behandles. Inhabile: Et navn.",
            "Item 3 is taken up. Recused: Et navn.",
        ),
    ],
    ids=lambda value: value.tag if isinstance(value, Event) else "",
)
def test_a_meetings_way_is_told(event: Event, da: str, en: str) -> None:
    before = called() if isinstance(event, MeetingMoved | MeetingCancelled) else discussing()
    record = given(*WORLD, *before).happened(MEETING, event)
    assert Words(record).audited(record.recorded[-1], "da") == da
    assert Words(record).audited(record.recorded[-1], "en") == en
