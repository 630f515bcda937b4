"""Several people in one meeting: what is recorded, and what one of them asks, stands before the others as it happens."""

from asyncio import gather

import pytest
from playwright.async_api import expect

from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS, FIRST_DECISION, said
from tests.web.served import Served

pytestmark = pytest.mark.asyncio(loop_scope="package")

MEMBER, CO_CHAIR, OBSERVER = "plo-syd", "co-chair-region", "observer"


async def test_a_decision_stands_beside_its_recommendation_in_every_page(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    readers = [await coming(house, part) for part in (MEMBER, CO_CHAIR, OBSERVER)]
    for reader in readers:
        await reader.is_live()
        await expect(reader.pair(1)).to_contain_text("Indstilling 1, til drøftelse: Hvordan de øvrige kommuner")
        await expect(reader.pair(1)).to_contain_text("Ikke besluttet endnu")
        assert await reader.heard() == [], "nothing of what was there before is read aloud"

    await house.play([FIRST_DECISION])

    await gather(*(expect(each.pair(1).locator(".decision")).to_have_class("decision fresh") for each in readers))
    stood_at = await readers[0].top_of(readers[0].pair(2))
    sentence = await sentence_of(house, "meeting.decision-recorded")
    assert sentence.startswith("Punkt 2: Beslutning 2.1 er truffet: besluttet. Erfaringer og principper")
    for reader in readers:
        await expect(reader.pair(1)).to_contain_text("Beslutning 2.1 Besluttet")
        await expect(reader.pair(1)).to_contain_text("Erfaringer og principper fra Middelfart tilpasses lokalt.")
        await expect(reader.pair(2)).to_contain_text("Ikke besluttet endnu")
        await reader.hears(sentence)
        await expect(reader.news).to_contain_text(f"Senest kl. 18.25: {sentence}")
        assert await reader.heard() == [sentence]
    # It is new until it has been looked at, and nothing moves when it no longer is.
    for reader in readers:
        await expect(reader.pair(1).locator(".decision")).to_have_class("decision")
        await expect(reader.pair(1).locator(".new")).to_have_count(0)
        assert await reader.top_of(reader.pair(2)) == stood_at


async def sentence_of(house: Served, kind: str) -> str:
    """The short sentence of the record about the latest event of a kind."""
    told = [row for row in (await house.rows(MEMBER)).values() if row.get("kind") == kind]
    return str(max(told, key=lambda row: row["n"])["da"])


async def test_who_comes_and_goes_is_seen_by_the_others(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member = await coming(house, MEMBER)
    await expect(member.online).to_have_text(["Medlem, PLO-Syd"])
    co_chair = await coming(house, CO_CHAIR)
    for reader in (member, co_chair):
        await expect(reader.online).to_have_text(["Medformand, region", "Medlem, PLO-Syd"])
    await expect(member.page.get_by_text("Online er ikke det samme som til stede.")).to_be_visible()
    await expect(member.page.get_by_text("Til stede: 0")).to_be_visible()

    second_tab = await co_chair.context.new_page()
    await second_tab.goto(co_chair.page.url)
    await expect(second_tab.locator(".strip-state")).to_have_text("Live")
    await co_chair.page.close()
    # The second tab is still here, so nothing is told of the first; what is told next proves that it would have come.
    position = await house.give("secretary", said("Et ord om noget andet."))
    await member.is_at(position)
    await expect(member.online).to_have_count(2)
    await second_tab.close()
    await expect(member.online).to_have_text(["Medlem, PLO-Syd"])


async def test_a_question_asked_by_one_stands_before_the_other(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member, co_chair = await coming(house, MEMBER), await coming(house, CO_CHAIR)
    await co_chair.is_live()
    await member.button("Stil et spørgsmål").first.click()
    await expect(member.question).to_be_focused()
    await member.button("Send spørgsmålet").click()
    await expect(member.page.locator("#question-error")).to_have_text("Skriv dit spørgsmål først.")
    await expect(member.question).to_be_focused()
    await member.question.fill("Hvem betaler POCT-udstyret?")
    await member.button("Send spørgsmålet").click()

    for reader in (member, co_chair):
        await expect(reader.page.locator(".questions > li").last).to_contain_text(
            "Hvem betaler POCT-udstyret? Stillet af Medlem, PLO-Syd."
        )
    rows = await house.rows(CO_CHAIR)
    asked = [row for row in rows.values() if row["type"] == "question" and "POCT-udstyret" in row["text"]]
    assert len(asked) == 1
    sentence = await sentence_of(house, "meeting.question-raised")
    await co_chair.hears(sentence)
    # Who asked hears it once: by the answer, or by the record where that is the faster.
    await member.page.wait_for_function("window.heard.length")
    assert await member.heard() in ([f"Dit spørgsmål er registreret som hændelse {asked[0]['position']}."], [sentence])
    await expect(member.question).to_have_count(0)
    await expect(member.item.get_by_role("button", name="Stil et spørgsmål")).to_be_focused()


async def test_a_question_that_is_refused_stays_with_its_reason(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member = await coming(house, MEMBER)
    await member.writes("Skal 010190-1234 have tilbud om projektet?")
    await member.button("Send spørgsmålet").click()
    summary = member.page.locator(".summary-of-errors")
    await expect(summary).to_be_focused()
    await expect(summary).to_contain_text("Spørgsmålet blev ikke registreret")
    await expect(summary).to_contain_text("CPR")
    await member.question.fill("Skal borgere have tilbud om projektet?")
    await member.question.press("Control+Enter")
    await expect(member.page.locator(".questions > li").last).to_contain_text("Skal borgere have tilbud om projektet?")
