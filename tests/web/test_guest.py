"""A guest in the meeting room: their item while it runs, behind shut doors too, and before and after no more than that it is."""

import pytest
from playwright.async_api import expect

from domain.meeting.call import Adjourn, Call, Form, Open
from domain.meeting.floor import TakeUpItem
from domain.meeting.guests import InviteGuest
from domain.person import Register
from tests.web.conftest import Coming, Houses
from tests.web.evening import said, until
from tests.web.served import CAST
from tests.web.test_accessible import finds_nothing
from tests.web.test_rights import CO_CHAIR, SHUT

pytestmark = pytest.mark.asyncio(loop_scope="package")

GUEST = "dk/person/3f1c2f0e-guest"
"""Sits nowhere."""
BEFORE_ITEM_2 = until(TakeUpItem, item="middelfart")
LINK = "https://moede.example/ahorn"
ONLINE = "lillebaelt/meeting/2024-04-30-online"
CANARY = "Kanariefuglen sang"


async def test_a_guest_follows_their_item_while_it_runs_and_is_told_when_it_does_not(
    house_after: Houses, coming: Coming
) -> None:
    house = await house_after(BEFORE_ITEM_2)
    register = Register(name="Gæst", function="Ekspert", party="dk/party/region-syddanmark")
    await house.give("secretary", register, to=GUEST)
    await house.give("secretary", InviteGuest(person=GUEST, items=("middelfart",)))
    guest = await coming(house, GUEST)
    await guest.is_live()
    await expect(guest.page.get_by_text("Du er gæst ved punkt 2.", exact=True)).to_be_visible()
    await expect(guest.page.locator(".step")).to_have_count(1)
    await expect(guest.page.get_by_role("link", name="Beslutninger")).to_have_count(0)
    await expect(guest.going_on).to_contain_text("Du kan følge dit punkt her, når det behandles.")
    await guest.page.locator(".step").click()
    await expect(guest.item).to_contain_text("Du er gæst ved punktet. Du kan følge det her, mens det behandles.")
    await finds_nothing(guest)
    assert "Middelfart-projektet" not in await guest.page.content()

    await house.give("secretary", TakeUpItem(item="middelfart"))
    await expect(guest.heading).to_have_text("Punkt 2: Middelfart-projektet")
    await house.give(CO_CHAIR, SHUT)
    await house.give("secretary", said(CANARY))
    await expect(guest.page.locator(".points > li").last).to_contain_text(CANARY)
    await expect(guest.item).to_contain_text("Du kan følge det som gæst, mens det behandles.")
    await finds_nothing(guest)

    del guest.frames[:]
    await house.give("secretary", TakeUpItem(item="klyngemidler"))
    await expect(guest.page.locator(".room-item")).not_to_contain_text(CANARY)
    await house.give("secretary", said(CANARY, item="klyngemidler"))
    await guest.is_live()
    assert CANARY not in await guest.page.content()
    assert "Middelfart-projektet" not in await guest.page.content()
    assert guest.frames, "the control: frames were heard"
    assert not any(CANARY in frame for frame in guest.frames)


async def test_a_guest_finds_the_way_in_while_the_meeting_is_in_session(house_after: Houses, coming: Coming) -> None:
    house = await house_after(())
    call = Call(
        body="lillebaelt/body/strategic",
        form=Form.VIRTUAL,
        place="Virtuelt",
        link=LINK,
        starts_at="2024-04-30T16:00:00Z",
        ends_at="2024-04-30T17:00:00Z",
    )
    await house.give("secretary", call, to=ONLINE)
    register = Register(name="Gæst", function="Ekspert", party="dk/party/region-syddanmark")
    await house.give("secretary", register, to=GUEST)
    await house.give("secretary", InviteGuest(person=GUEST), to=ONLINE)
    room = "/lillebaelt/moede/2024-04-30-online"
    guest, observer = await coming(house, GUEST, room), await coming(house, "observer", room)
    ways_in = [reader.page.get_by_role("link", name="Deltag online") for reader in (guest, observer)]
    await expect(ways_in[1]).to_have_attribute("href", LINK)
    await guest.is_live()
    await expect(guest.page.get_by_text("Virtuelt", exact=True)).to_be_visible()
    await expect(ways_in[0]).to_have_count(0)
    await house.give(CO_CHAIR, Open(led_by=CAST[CO_CHAIR]), to=ONLINE)
    await expect(ways_in[0]).to_have_attribute("href", LINK)
    await finds_nothing(guest)
    await house.give(CO_CHAIR, Adjourn(), to=ONLINE)
    for way_in in ways_in:
        await expect(way_in).to_have_count(0)
