"""The secretary's desk: what is written there, read out, refused, kept, and seen by everybody else."""

import pytest
from playwright.async_api import expect

from domain.meeting.floor import SettleItem, TakeUpItem
from tests.web.at_desk import DESK, chooses, field, form_of, opens, presses, refused, writes
from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS, FIRST_DECISION, SECOND_DECISION, decided
from tests.web.reader import NARROW, Reader
from tests.web.served import Served
from tests.web.test_accessible import finds_nothing

pytestmark = pytest.mark.asyncio(loop_scope="package")

SECRETARY, MEMBER = "secretary", "plo-syd"


async def sits_down(coming: Coming, house: Served, **options: object) -> Reader:
    secretary = await coming(house, SECRETARY, DESK, **options)
    await secretary.is_live()
    await expect(secretary.heading).to_be_visible()
    return secretary


async def test_the_desk_is_for_the_secretariat_alone(item_2_house: Served, coming: Coming) -> None:
    member = await coming(item_2_house, MEMBER, DESK)
    await expect(member.page.get_by_text("Skrivebordet er for sekretariatet.")).to_be_visible()
    await expect(member.page.locator(".desk, .actions")).to_have_count(0)
    await finds_nothing(member)
    await member.page.get_by_role("link", name="Til mødelokalet").first.click()
    await expect(member.heading).to_have_text("Punkt 2: Middelfart-projektet")


async def test_a_decision_is_read_out_before_it_is_recorded(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member = await coming(house, MEMBER)
    secretary = await sits_down(coming, house)
    await opens(secretary, "Ny beslutning")
    await presses(secretary, "Registrér beslutning")
    await expect(field(secretary, "Udfald")).to_be_focused()
    await expect(form_of(secretary)).to_contain_text("Vælg et udfald.")
    await form_of(secretary).get_by_label("Indstilling 1:").check()
    await chooses(secretary, Udfald="Tiltrådt under forudsætning")
    await writes(secretary, Tekst="Erfaringerne tilpasses lokalt.")
    await presses(secretary, "Registrér beslutning")
    await expect(form_of(secretary)).to_contain_text("Tilføj mindst én forudsætning")
    await presses(secretary, "+ Forudsætning")
    await chooses(secretary, Afventer="En beslutning i et forum", Forum="Politisk niveau")
    await writes(secretary, Med_ord="godkendelse af økonomien", Dag="1", Måned="5", År="2024")
    await presses(secretary, "+ Virkning")
    await chooses(secretary, Virkning="Giv en opgave")
    await chooses(secretary, Hvem_skal="Kolding Kommune")
    await writes(secretary, Hvad="at skrive en plan")
    await finds_nothing(secretary)

    await presses(secretary, "Registrér beslutning")
    read_out = secretary.page.locator(".read-out")
    await expect(read_out.get_by_role("heading", name="Det bliver registreret")).to_be_focused()
    await expect(read_out.locator("li")).to_have_text(
        [
            "Punkt 2: Beslutning 2.1 er truffet: tiltrådt under forudsætning. Erfaringerne tilpasses lokalt.",
            "Den svarer på indstilling 1.",
            "Afventer Politisk niveau: godkendelse af økonomien; indtil da holdes beslutning 2.1 tilbage. "
            "Frist: 1. maj 2024.",
            "Kolding Kommune skal: at skrive en plan.",
        ]
    )
    await finds_nothing(secretary)
    assert not [key for key in await house.rows(SECRETARY) if "/decision/" in key], "nothing is recorded yet"
    await secretary.button("Ret").click()
    await expect(field(secretary, "Tekst")).to_have_value("Erfaringerne tilpasses lokalt.")
    await writes(secretary, Tekst="Erfaringerne tilpasses i hver kommune.")
    await presses(secretary, "Registrér beslutning")
    await secretary.button("Registrér").click()

    for reader in (secretary, member):
        await expect(reader.pair(1)).to_contain_text("Beslutning 2.1 Tiltrådt under forudsætning")
        await expect(reader.pair(1)).to_contain_text("Erfaringerne tilpasses i hver kommune.")
        await expect(reader.pair(1)).to_contain_text("Afventer: godkendelse af økonomien")
    await expect(secretary.button("Ny beslutning")).to_be_focused()
    await secretary.hears(
        "Punkt 2: Beslutning 2.1 er truffet: tiltrådt under forudsætning. Erfaringerne tilpasses i hver kommune."
    )
    assert len(await secretary.heard()) == 1, "an own command is told once"
    await finds_nothing(secretary)


async def test_the_next_item_waits_for_the_outcomes_of_this_one(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    secretary = await sits_down(coming, house)
    await expect(secretary.page.locator(".desk-agenda li").nth(1)).to_contain_text("Behandles nu, 2 uden udfald")
    await secretary.button("Næste punkt").click()
    summary = await refused(secretary)
    await expect(summary).to_contain_text("mangler et udfald")
    await finds_nothing(secretary)
    await summary.get_by_role("button", name="Indstilling 2").click()
    await expect(form_of(secretary)).to_contain_text("Punkt 2: ny beslutning")
    await house.play([FIRST_DECISION, SECOND_DECISION])
    await expect(secretary.page.locator(".desk-agenda li").nth(1)).not_to_contain_text("uden udfald")
    await secretary.page.keyboard.press("Escape")
    await secretary.button("Næste punkt").click()
    await expect(secretary.heading).to_have_text("Punkt 3: Initiativer for klyngemidlerne")
    await expect(secretary.going_on).to_contain_text("Punkt 3")


async def test_a_draft_outlives_frames_the_next_item_a_reload_and_a_lost_connection(
    house_after: Houses, coming: Coming
) -> None:
    house = await house_after((*BEFORE_DECISIONS, FIRST_DECISION, SECOND_DECISION))
    secretary = await sits_down(coming, house)
    await opens(secretary, "Ny beslutning")
    await chooses(secretary, Udfald="Drøftet")
    await field(secretary, "Tekst").press_sequentially("Vi ser på det igen, når")
    await house.give(SECRETARY, decided("Noget andet kom i mellem."))
    await house.give(SECRETARY, SettleItem(item="middelfart"))
    await house.give(SECRETARY, TakeUpItem(item="klyngemidler"))
    await expect(secretary.page.locator(".desk-suggested")).to_contain_text("Mødet er nu ved punkt 3.")
    await expect(field(secretary, "Tekst")).to_be_focused()
    await secretary.page.keyboard.type(" året er gået")
    await expect(field(secretary, "Tekst")).to_have_value("Vi ser på det igen, når året er gået")

    await house.stop()
    await expect(secretary.state).to_have_text("Afbrudt")
    await expect(form_of(secretary)).to_contain_text("Kan først sendes, når der er forbindelse.")
    await finds_nothing(secretary)
    await house.start()
    await secretary.page.evaluate("dispatchEvent(new Event('online'))")
    await secretary.is_live()
    await secretary.page.reload()
    await secretary.is_live()
    await secretary.page.get_by_role("link", name="2. Middelfart-projektet").click()
    await secretary.button("Ny beslutning (kladde)").click()
    await expect(field(secretary, "Tekst")).to_have_value("Vi ser på det igen, når året er gået")
    await expect(field(secretary, "Udfald")).to_have_value("discussed")


async def test_what_is_refused_stays_with_its_reason_at_the_field(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    secretary = await sits_down(coming, house)
    await opens(secretary, "Ny holdning eller bemærkning")
    await chooses(secretary, Hvem="PLO-Syd", Hvad="Støtter")
    await writes(secretary, Tekst="Borgeren 010190-1234 har god gavn af det.")
    await presses(secretary, "Registrér")
    await expect(await refused(secretary)).to_contain_text("CPR")
    await expect(field(secretary, "Tekst")).to_have_attribute("aria-invalid", "true")
    await finds_nothing(secretary)
    await writes(secretary, Tekst="Borgerne har god gavn af det.")
    await field(secretary, "Tekst").press("Control+Enter")
    await expect(secretary.page.locator(".points li").last).to_have_text(
        "PLO-Syd støtter: Borgerne har god gavn af det."
    )
    await expect(secretary.button("Ny holdning eller bemærkning")).to_be_focused()


async def test_the_desk_on_a_small_screen_is_three_tabs(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    secretary = await sits_down(coming, house, viewport=NARROW)
    for tab, there in (("Dagsorden", "Nyt punkt"), ("Punkt", "Ny beslutning")):
        await secretary.page.locator(".desk-tabs").get_by_role("button", name=tab, exact=True).click()
        await opens(secretary, there)
        await finds_nothing(secretary)
        width = await secretary.page.evaluate("document.documentElement.scrollWidth")
        assert width <= NARROW["width"], f"{tab} scrolls sideways"
        await secretary.page.keyboard.press("Escape")
        await expect(secretary.button(there)).to_be_focused()


async def test_a_point_is_recorded_by_keys_alone(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    secretary = await sits_down(coming, house)
    keys = secretary.page.keyboard
    await keys.press("F2")
    await keys.type("holdning")
    await keys.press("Enter")
    await expect(field(secretary, "Hvem")).to_be_focused()
    await keys.type("PLO")
    await keys.press("Tab")
    await keys.type("Støtter")
    await keys.press("Tab")
    await keys.type("Vi er med.")
    await keys.press("Control+Enter")
    await expect(secretary.page.locator(".points li").last).to_have_text("PLO-Syd støtter: Vi er med.")


async def test_the_secretary_goes_from_the_room_to_the_desk_and_back(item_2_house: Served, coming: Coming) -> None:
    secretary = await coming(item_2_house, SECRETARY)
    await secretary.page.get_by_role("link", name="Til skrivebordet").click()
    await expect(secretary.button("Ny beslutning")).to_be_visible()
    await secretary.page.get_by_role("link", name="Til mødelokalet").click()
    await expect(secretary.heading).to_have_text("Punkt 2: Middelfart-projektet")
    member = await coming(item_2_house, MEMBER)
    await member.is_live()
    await expect(member.page.get_by_role("link", name="Til skrivebordet")).to_have_count(0)


async def test_in_english(item_2_house: Served, coming: Coming) -> None:
    secretary = await coming(item_2_house, SECRETARY, f"{DESK}?lang=en")
    await expect(secretary.button("New decision")).to_be_visible()
    await finds_nothing(secretary)
