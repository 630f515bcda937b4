"""A right that ends while the page is open: the words are gone, the focus is not, and it is told. Closed doors likewise."""

import pytest
from playwright.async_api import expect

from domain.meeting.attendance import Recuse
from domain.meeting.doors import OpenDoors, ShutDoors
from domain.meeting.floor import SettleItem
from domain.membership import Cause, VacateSeat
from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS, EVENING, FIRST_DECISION, said, step_of
from tests.web.reader import ROOM
from tests.web.served import CAST
from tests.web.test_accessible import finds_nothing

pytestmark = pytest.mark.asyncio(loop_scope="package")

MEMBER, CO_CHAIR, OBSERVER = "plo-syd", "co-chair-region", "observer"
CANARY = "Kanariefuglen sang"
SECOND_CANARY = "Kanariefuglen sang igen"
END_OF_ITEM_2 = EVENING[len(BEFORE_DECISIONS) + 1 : step_of(SettleItem, item="middelfart") + 1]
SHUT = ShutDoors(item="middelfart", reason="Der drøftes enkeltsager.", legal_basis="Forretningsordenen.")


async def test_a_recused_member_loses_the_item_and_nothing_else(house_after: Houses, coming: Coming) -> None:
    house = await house_after((*BEFORE_DECISIONS, FIRST_DECISION))
    member, co_chair = await coming(house, MEMBER), await coming(house, CO_CHAIR)
    await house.give("secretary", said(CANARY))
    for reader in (member, co_chair):
        await expect(reader.page.locator(".points > li").last).to_contain_text(CANARY)
    await member.writes("Min egen tekst")
    heard_before = await member.heard()

    recuse = Recuse(item="middelfart", person=CAST[MEMBER], reason="Egen klinik.")
    await house.give("secretary", recuse)
    told = "Du har ikke længere adgang til punkt 2."
    await expect(member.news).to_contain_text(told)
    await member.hears(told)
    assert (await member.heard())[len(heard_before) :] == [told]
    await expect(member.heading).to_be_focused()
    await expect(member.item).to_contain_text("Du har ikke adgang til punktet: du er erklæret inhabil.")
    await expect(member.going_on).to_contain_text("Punkt 2 behandles uden dig")

    frames = member.frames
    del frames[:]
    position = await house.give("secretary", said(SECOND_CANARY))
    await co_chair.is_at(position)
    # A later event of the open part proves that what came between was held back, and not merely late.
    await house.play(END_OF_ITEM_2)
    await expect(member.page.locator(".room-agenda nav")).to_contain_text("Behandlet, 2\u00a0beslutninger")
    for words in (CANARY, "Erfaringer og principper", "Klyngemidler har betalt for en længere prøveperiode"):
        assert words in await co_chair.page.content(), "the control: there is something to lose"
        assert words not in await member.page.content()
    assert not any("Kanariefuglen" in frame for frame in frames)
    assert frames, "the control: frames were heard"

    # Their own words are still theirs.
    await member.page.get_by_text("Hent din tekst").click()
    await expect(member.page.locator(".own-text")).to_have_text("Min egen tekst")


async def test_closed_doors_leave_an_outline_to_the_observer(house_after: Houses, coming: Coming) -> None:
    house = await house_after((*BEFORE_DECISIONS, FIRST_DECISION))
    member, observer = await coming(house, MEMBER), await coming(house, OBSERVER)
    await house.give("secretary", said(CANARY))
    for reader in (member, observer):
        await expect(reader.page.locator(".points > li").last).to_contain_text(CANARY)

    await house.give(CO_CHAIR, SHUT)
    await expect(observer.item).to_contain_text("Punktet behandles for lukkede døre.")
    await expect(observer.heading).to_have_text("Punkt 2: Lukket punkt")
    await expect(observer.pair(1)).to_contain_text("Teksten er ikke åben for dig.")
    await expect(member.item).to_contain_text("Punktet behandles for lukkede døre. Du kan følge det på din plads.")
    await expect(member.heading).to_have_text("Punkt 2: Middelfart-projektet")
    for words in (CANARY, "Middelfart-projektet", "Erfaringer og principper"):
        assert words in await member.page.content()
        assert words not in await observer.page.content()

    await house.give(CO_CHAIR, OpenDoors(item="middelfart", reason="Enkeltsagerne er drøftet."))
    await expect(observer.page.locator(".points > li").last).to_contain_text(CANARY)
    await expect(observer.heading).to_have_text("Punkt 2: Middelfart-projektet")


async def test_of_an_item_with_a_closed_title_the_observer_sees_nothing(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member, observer = await coming(house, MEMBER), await coming(house, OBSERVER)
    await expect(observer.page.locator(".step")).to_have_count(3)
    await house.give(CO_CHAIR, ShutDoors(item="middelfart", reason="a", legal_basis="b", title_closed=True))
    await expect(observer.page.locator(".step")).to_have_count(2)
    await expect(observer.going_on).to_have_text("Mødet er i gang. Intet punkt behandles lige nu.")
    assert "Middelfart" not in await observer.page.content()
    await expect(member.page.locator(".step")).to_have_count(3)
    assert "Middelfart" in await member.page.content()


async def test_who_was_a_member_is_told_that_they_see_what_stood_on_their_last_day(
    house_after: Houses, coming: Coming
) -> None:
    house = await house_after(BEFORE_DECISIONS)
    leave = VacateSeat(seat="kolding", cause=Cause.LEFT, person=CAST["kolding"], ceases_on="2024-04-09")
    await house.give("secretary", leave, to="lillebaelt/membership/strategic")
    reader = await coming(house, "kolding", ROOM)
    told = "Du ser siden, som den var 8. april 2024."
    await expect(reader.page.locator(".role")).to_contain_text(told)
    await finds_nothing(reader)
    await reader.open("/lillebaelt/beslutninger")
    await expect(reader.page.locator(".role")).to_contain_text(told)
    await expect(reader.going_on).to_contain_text("Siden viser, hvad der stod på din sidste dag, og ændrer sig ikke.")
