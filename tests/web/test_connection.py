"""The state of the connection, told: the service is really stopped and started again, and nothing is lost or doubled."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import expect

from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS, FIRST_DECISION, SECOND_DECISION, said
from tests.web.reader import Reader
from tests.web.served import Served

pytestmark = pytest.mark.asyncio(loop_scope="package")

MEMBER, CO_CHAIR = "plo-syd", "co-chair-region"
LOST = "Forbindelsen er afbrudt kl."
"""Said after a while, which may have gone by or not while the service starts."""


async def shows_what_is_recorded(reader: Reader, house: Served, part: str) -> None:
    """The decisions, points and questions on the page are those of the view: none missing, none twice."""
    rows = await house.rows(part)
    item = "item/middelfart/"
    for kind, place, text in (
        ("decision", ".decision-text", "text"),
        ("point", ".points > li", "text"),
        ("question", ".questions > li", "text"),
    ):
        expected = [row[text] for key, row in rows.items() if key.startswith(f"{item}{kind}/")]
        assert expected, f"there is a {kind} to lose"
        shown = await reader.page.locator(place).all_inner_texts()
        assert len(shown) == len(expected)
        assert all(any(words in each for each in shown) for words in expected)


async def test_a_page_that_no_socket_reaches_follows_over_http(house_after: Houses, coming: Coming) -> None:
    house = await house_after((*BEFORE_DECISIONS, FIRST_DECISION))
    reader = await coming(house, None)
    # As a proxy does it that lets no socket through: each ends before it opens.
    await reader.page.add_init_script("""
      window.WebSocket = class {
        constructor() { window.refused = (window.refused ?? 0) + 1; setTimeout(() => this.onclose({ code: 1006 }), 0); }
        close() {}
      };
    """)
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    await reader.sign_in(MEMBER)
    await reader.is_live()
    position = await house.give("secretary", said("Sagt, hvor ingen sokkel når frem."))
    await reader.is_at(position)
    await shows_what_is_recorded(reader, house, MEMBER)
    assert await reader.page.evaluate("window.refused") == 3
    assert len([url for url in asked if "/v1/live/frames?topic=" in url]) == 1
    await expect(reader.page.locator(".online")).to_have_count(0)


async def test_a_restart_loses_and_doubles_nothing(house_after: Houses, coming: Coming) -> None:
    house = await house_after((*BEFORE_DECISIONS, FIRST_DECISION))
    member, co_chair = await coming(house, MEMBER), await coming(house, CO_CHAIR)
    await co_chair.is_live()
    await member.writes("Hvem betaler?")
    frames = member.frames
    del frames[:]

    await house.stop()
    for reader in (member, co_chair):
        await expect(reader.state).to_have_text("Afbrudt")
        await expect(reader.news).to_contain_text("Systemet genstarter. Vi er tilbage om lidt.")
    await expect(member.button("Send spørgsmålet")).to_have_attribute("aria-disabled", "true")
    await expect(member.page.get_by_text("Kan først sendes, når der er forbindelse.")).to_be_visible()
    await expect(member.page.locator(".online")).to_contain_text("Som det var kl.")

    # The member stays away while four things happen; the co-chair is back at once.
    await member.context.set_offline(True)
    await house.start()
    await co_chair.is_live()
    await house.play([SECOND_DECISION])
    for text in ("Det første, imens du var væk.", "Det andet.", "Det tredje."):
        position = await house.give("secretary", said(text))
    await co_chair.is_at(position)
    await expect(member.state).to_have_text(re.compile("Afbrudt|Offline"))
    heard_before = await member.heard()

    await member.context.set_offline(False)
    await member.is_live()
    await member.is_at(position)
    back = "Forbindelsen er tilbage. 4 nye hændelser, mens du var væk."
    await expect(member.news).to_contain_text(back)
    await member.hears(back)
    since = [each for each in (await member.heard())[len(heard_before) :] if not each.startswith(LOST)]
    assert since == [back], "of what was missed only the number is told"
    await expect(member.pair(2)).to_contain_text("Beslutning 2.2 Oversender")
    await shows_what_is_recorded(member, house, MEMBER)
    await shows_what_is_recorded(co_chair, house, CO_CHAIR)
    assert any('"mode":"resumed"' in frame for frame in frames)
    assert not any('"op":"snap"' in frame for frame in frames), "what was known is not sent again"

    await expect(member.question).to_have_value("Hvem betaler?")
    await expect(member.question).to_be_focused()
    await member.button("Send spørgsmålet").click()
    await expect(co_chair.page.locator(".questions > li").last).to_contain_text("Hvem betaler?")


async def test_a_short_loss_in_which_nothing_happened_is_not_worth_a_word(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member = await coming(house, None)
    await member.page.clock.install()
    await member.sign_in(MEMBER)
    await member.is_live()
    # However long the service takes to start on this machine, no time goes by at the page.
    await member.page.clock.pause_at(datetime.now(UTC) + timedelta(seconds=5))
    await house.kill()
    await expect(member.state).to_have_text("Afbrudt")
    await expect(member.news).to_contain_text(LOST)
    await house.start()
    await member.page.evaluate("dispatchEvent(new Event('online'))")
    await member.is_live()
    await expect(member.news).to_contain_text("Senest kl. 18.24:")
    assert await member.heard() == []


async def test_a_long_loss_is_told_once_and_so_is_the_way_back(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member = await coming(house, None)
    await member.page.clock.install()
    await member.sign_in(MEMBER)
    await member.is_live()
    await house.kill()
    await expect(member.state).to_have_text("Afbrudt")
    await member.page.clock.fast_forward(6_000)
    (lost,) = await member.heard()
    assert lost.startswith(LOST)
    await member.page.clock.fast_forward(10 * 60_000)
    await expect(member.state).to_have_text("Offline")
    await expect(member.news).to_contain_text("Ingen forbindelse. Du ser siden, som den var kl.")

    await house.start()
    await member.page.evaluate("dispatchEvent(new Event('online'))")
    await member.is_live()
    back = "Forbindelsen er tilbage. Der er ikke sket noget, mens du var væk."
    await expect(member.news).to_contain_text(back)
    assert await member.heard() == [lost, back]
