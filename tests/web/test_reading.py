"""What a reader has begun is theirs: text, caret, focus and place stay through all that the meeting does."""

import pytest
from playwright.async_api import expect

from domain.meeting.floor import TakeUpItem
from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS, EVENING, FIRST_DECISION, decided, said, step_of
from tests.web.reader import ROOM, Reader

pytestmark = pytest.mark.asyncio(loop_scope="package")

MEMBER = "plo-syd"
TEXT = "Hvem betaler for projektlederen?"
CARET = 4
TO_ITEM_3 = EVENING[len(BEFORE_DECISIONS) : step_of(TakeUpItem, item="klyngemidler") + 1]
"""Both recommendations are answered, item 2 ends, and item 3 begins."""
MOVED_PX = 2
"""Chromium holds the place where one reads; a pixel may be lost to rounding."""


async def is_untouched(reader: Reader) -> None:
    """Text, caret and focus are where the writer left them."""
    await expect(reader.question).to_be_focused()
    await expect(reader.question).to_have_value(TEXT)
    assert await reader.question.evaluate("field => field.selectionStart") == CARET


async def begin(reader: Reader) -> None:
    """Write a question and put the caret into its middle."""
    await reader.writes(TEXT)
    await reader.question.evaluate("(field, caret) => field.setSelectionRange(caret, caret)", CARET)
    await is_untouched(reader)


async def test_a_draft_stays_through_decisions_and_what_is_inserted_above(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member = await coming(house, MEMBER)
    await begin(member)
    stood_at = await member.top_of(member.question)

    await house.play([FIRST_DECISION])
    await house.give("secretary", decided("En beslutning mere, som ingen indstilling bad om."))
    position = await house.give("secretary", said("En bemærkning, der står over formularen. " * 6))
    await member.is_at(position)
    await is_untouched(member)
    assert abs(await member.top_of(member.question) - stood_at) <= MOVED_PX, "nothing moved under the reader"

    await member.page.keyboard.type("mon ")
    await expect(member.question).to_have_value("Hvemmon  betaler for projektlederen?")


async def test_the_meeting_goes_on_and_the_writer_is_asked_along(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member = await coming(house, MEMBER)
    await begin(member)
    await house.play(TO_ITEM_3)
    await expect(member.going_on).to_contain_text("Mødet er nu ved punkt 3.")
    await is_untouched(member)
    await expect(member.heading).to_have_text("Punkt 2: Middelfart-projektet")
    await expect(member.page.get_by_text("Kan først sendes, når punktet behandles.")).to_be_visible()

    await member.button("Gå til punkt 3").click()
    await expect(member.heading).to_have_text("Punkt 3: Initiativer for klyngemidlerne")
    await expect(member.heading).to_be_focused()
    await member.page.get_by_role("link", name="Middelfart-projektet").click()
    await expect(member.page.get_by_text("Du har en kladde her.")).to_be_visible()
    await member.item.get_by_role("button", name="Stil et spørgsmål").click()
    await expect(member.question).to_have_value(TEXT)


async def test_who_has_begun_nothing_goes_along_and_keeps_their_focus(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member = await coming(house, MEMBER)
    # They were taken to an item once, as they asked; that is over.
    await member.page.get_by_role("link", name="Middelfart-projektet").click()
    await expect(member.heading).to_be_focused()
    agenda = member.page.locator(".room-agenda summary")
    await agenda.focus()
    await house.play(TO_ITEM_3)
    await expect(member.heading).to_have_text("Punkt 3: Initiativer for klyngemidlerne")
    await expect(member.going_on).to_contain_text("Punkt 3")
    await expect(agenda).to_be_focused()


async def test_the_line_of_news_leads_to_the_thing_itself(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member = await coming(house, MEMBER, f"{ROOM}#punkt-1", viewport={"width": 320, "height": 640})
    await expect(member.going_on).to_contain_text("Mødet er nu ved punkt 2.")
    await house.play([FIRST_DECISION])
    await expect(member.news).to_contain_text("Beslutning 2.1 er truffet")
    await member.news.get_by_role("link", name="Vis").click()
    decision = member.page.locator(".decision")
    await expect(decision).to_be_focused()
    await expect(decision).to_be_in_viewport()
    await member.page.evaluate("scrollTo(0, 0)")
    await expect(decision).not_to_be_in_viewport()
    await member.news.get_by_role("link", name="Vis").click()
    await expect(decision).to_be_in_viewport()


async def test_a_draft_survives_a_reload_and_belongs_to_its_writer(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member = await coming(house, MEMBER)
    await begin(member)
    await member.page.keyboard.press("Escape")
    await expect(member.question).to_have_count(0)
    opener = member.item.get_by_role("button", name="Stil et spørgsmål")
    await expect(opener).to_be_focused()

    await member.page.reload()
    await expect(member.page.get_by_text("Du har en kladde her.")).to_be_visible()
    await opener.click()
    await expect(member.question).to_have_value(TEXT)

    # The same browser in somebody else's hands.
    await member.page.context.clear_cookies()
    await member.sign_in("kolding")
    await member.is_live()
    await expect(member.page.locator(".role")).to_contain_text("Kolding Kommune")
    await expect(member.page.get_by_text("Du har en kladde her.")).to_have_count(0)
    await opener.click()
    await expect(member.question).to_have_value("")
