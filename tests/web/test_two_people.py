"""A whole meeting by two people, each in a browser of their own: from the call to the published minutes."""

import pytest
from playwright.async_api import expect

from tests.web.at_desk import chooses, field, form_of, opens, presses, writes
from tests.web.conftest import Coming, Houses
from tests.web.reader import SCOPE, Reader
from tests.web.served import CAST
from tests.web.test_accessible import finds_nothing

pytestmark = pytest.mark.asyncio(loop_scope="package")

SECRETARY, CO_CHAIR = "secretary", "co-chair-region"


async def test_two_people_hold_a_meeting_from_the_call_to_the_published_minutes(
    house_after: Houses, coming: Coming
) -> None:
    house = await house_after(())
    secretary = await coming(house, SECRETARY, f"/{SCOPE}/indkald")
    name = await calls(secretary)
    member = await coming(house, CO_CHAIR, f"/{SCOPE}/moede/{name}")
    await member.is_live()
    await expect(member.page.locator("main")).to_contain_text("Mødet er indkaldt til 2. maj 2024 kl. 09.00.")

    await puts_on_the_agenda(secretary, "Velkomst")
    await puts_on_the_agenda(secretary, "Fælles akutplan")
    await expect(member.page.locator(".step-title")).to_have_count(2)
    await secretary.page.get_by_role("link", name="2. Fælles akutplan").click()
    await opens(secretary, "Ny indstilling")
    await chooses(secretary, **{"Det indstilles, at forummet": "beslutter"})
    await writes(secretary, Indstilling="Om planen skal gælde i alle fire kommuner.")
    await presses(secretary, "Tilføj indstillingen")
    await expect(secretary.button("Ny indstilling")).to_be_focused()

    await opens_the_meeting(secretary)
    await expect(member.going_on).to_contain_text("Mødet er i gang.")
    await secretary.button("Tag punkt 1 op").first.click()
    await expect(member.going_on).to_contain_text("Punkt 1")
    await secretary.button("Næste punkt").click()
    await expect(member.heading).to_have_text("Punkt 2: Fælles akutplan")

    await asks_and_is_answered(member, secretary)
    await decides(secretary)
    await expect(member.pair(1)).to_contain_text("Planen gælder i alle fire kommuner.")
    await secretary.button("Afslut punkt 2").click()
    await secretary.page.locator(".strip").get_by_role("button", name="Hæv mødet").click()
    await expect(member.going_on).to_contain_text("Mødet er hævet")

    await writes_the_minutes(secretary)
    await remarks(member)
    await answers(secretary)
    await approves_and_publishes(member, secretary)


async def calls(secretary: Reader) -> str:
    """The name of the meeting that is called."""
    await expect(form_of(secretary)).to_be_visible()
    await finds_nothing(secretary)
    await presses(secretary, "Indkald")
    await expect(form_of(secretary)).to_contain_text("Vælg et forum.")
    await chooses(secretary, Forum="Fagligt strategisk niveau", Mødeform="Virtuelt")
    seats = form_of(secretary).get_by_role("group", name="Hvem indkaldes (ingen valgt: hele forummet)")
    await seats.get_by_role("checkbox").nth(1).check()
    await writes(secretary, Sted="Virtuelt", Link="https://moede.example/1", Dag="2", Måned="5", År="2024")
    await writes(secretary, **{"Begynder kl.": "9.00", "Slutter kl.": "10.30"})
    await presses(secretary, "Indkald")
    await expect(secretary.page.locator(".alert-success")).to_contain_text("Mødet er indkaldt: 2. maj 2024 kl. 09.00.")
    await finds_nothing(secretary)
    await secretary.page.get_by_role("link", name="Til mødets skrivebord").click()
    await secretary.is_live()
    await expect(secretary.page.get_by_text("Ingen punkter endnu. Skriv det første.")).to_be_visible()
    await finds_nothing(secretary)
    return secretary.page.url.rsplit("/", 1)[-1]


async def puts_on_the_agenda(secretary: Reader, title: str) -> None:
    await opens(secretary, "Nyt punkt")
    await writes(secretary, Titel=title)
    await presses(secretary, "Sæt på dagsordenen")
    await expect(secretary.page.locator(".desk-agenda")).to_contain_text(title)
    await expect(secretary.button("Nyt punkt")).to_be_focused()


async def opens_the_meeting(secretary: Reader) -> None:
    await secretary.page.locator(".strip").get_by_role("button", name="Åbn mødet").click()
    await chooses(secretary, Mødeleder="Medformand, region")
    await presses(secretary, "Åbn mødet")
    await expect(secretary.going_on).to_contain_text("Mødet er åbent.")
    await secretary.page.get_by_role("button", name="Er kommet Region Syddanmark").click()
    await expect(secretary.page.get_by_role("button", name="Er gået Region Syddanmark")).to_be_visible()


async def asks_and_is_answered(member: Reader, secretary: Reader) -> None:
    await member.writes("Hvem betaler for planen?")
    await member.button("Send spørgsmålet").click()
    question = secretary.page.locator(".questions > li")
    await expect(question).to_contain_text("Hvem betaler for planen? Stillet af Medformand, region.")
    await question.get_by_role("button", name="Skriv, hvordan det endte").click()
    await chooses(secretary, Konklusion="Der er enighed")
    await writes(secretary, Med_ord="Hver part betaler for sit.")
    await finds_nothing(secretary)
    await presses(secretary, "Registrér konklusionen")
    await expect(member.page.locator(".questions > li")).to_contain_text("Der er enighed Hver part betaler for sit.")
    await opens(secretary, "Ny holdning eller bemærkning")
    await chooses(secretary, Hvem="Region Syddanmark", Hvad="Støtter")
    await writes(secretary, Tekst="Planen er god.")
    await presses(secretary, "Registrér")
    await expect(member.page.locator(".points li")).to_have_text("Region Syddanmark støtter: Planen er god.")


async def decides(secretary: Reader) -> None:
    await opens(secretary, "Ny beslutning")
    await form_of(secretary).get_by_label("Indstilling 1:").check()
    await chooses(secretary, Udfald="Besluttet")
    await writes(secretary, Tekst="Planen gælder i alle fire kommuner.")
    await presses(secretary, "Registrér beslutning")
    await secretary.button("Registrér").click()
    await expect(secretary.pair(1)).to_contain_text("Beslutning 2.1 Besluttet")


async def writes_the_minutes(secretary: Reader) -> None:
    await expect(secretary.page.locator(".pane-minutes")).to_contain_text("Der er intet udkast endnu.")
    await opens(secretary, "Skriv udkast")
    second = field(secretary, "Punkt 2: Fælles akutplan")
    await expect(second).to_have_value(
        "Region Syddanmark støtter: Planen er god.\n\n"
        "Hvem betaler for planen? Der er enighed. Hver part betaler for sit.\n\n"
        "Beslutning 2.1 (besluttet): Planen gælder i alle fire kommuner."
    )
    await writes(secretary, **{"Punkt 1: Velkomst": "Medformanden bød velkommen."})
    await finds_nothing(secretary)
    await presses(secretary, "Gem udkastet")
    await expect(secretary.page.locator(".pane-minutes")).to_contain_text("Udkast 1 er skrevet og ikke sendt")
    await opens(secretary, "Send til bemærkning")
    await presses(secretary, "Send til bemærkning")
    await expect(secretary.page.locator(".pane-minutes")).to_contain_text("Udkast 1 er sendt til bemærkning.")
    await finds_nothing(secretary)


async def remarks(member: Reader) -> None:
    minutes = member.page.locator(".minutes")
    await expect(minutes).to_contain_text("Udkast 1 er sendt til bemærkning.")
    await expect(minutes).to_contain_text("Medformanden bød velkommen.")
    await minutes.get_by_role("button", name="Bemærkning til referatet").click()
    await chooses(member, Punkt="Punkt 1: Velkomst")
    await writes(member, Bemærkning="Begge medformænd bød velkommen.")
    await finds_nothing(member)
    await presses(member, "Send bemærkningen")
    await expect(minutes).to_contain_text("Punkt 1, Medformand, region: Begge medformænd bød velkommen.")
    await minutes.get_by_role("button", name="Offentliggør referatet").click()
    await expect(member.page.locator(".summary-of-errors")).to_contain_text("1 bemærkninger er ikke besvaret.")


async def answers(secretary: Reader) -> None:
    comments = secretary.page.locator(".minutes-comments")
    await expect(comments).to_contain_text("Begge medformænd bød velkommen.")
    await comments.get_by_role("button", name="Svar").click()
    await writes(secretary, Svar="Det er rettet.")
    await presses(secretary, "Registrér svaret")
    await expect(comments).to_contain_text("Svar: Det er rettet.")


async def approves_and_publishes(member: Reader, secretary: Reader) -> None:
    minutes = member.page.locator(".minutes")
    await expect(minutes).to_contain_text("Svar: Det er rettet.")
    await minutes.get_by_role("button", name="Godkend udkast 1").click()
    await expect(minutes).to_contain_text("Du har godkendt udkast 1")
    await expect(secretary.page.locator(".pane-minutes")).to_contain_text("Godkendt af 1")
    await minutes.get_by_role("button", name="Offentliggør referatet").click()
    for place in (minutes, secretary.page.locator(".pane-minutes")):
        await expect(place).to_contain_text("Offentliggjort 2. april 2024, udgave 1.")
    await finds_nothing(member)
    await opens(secretary, "Tilføj efter mødet")
    await chooses(secretary, Punkt="Punkt 2: Fælles akutplan")
    await writes(secretary, Tekst="Planen er sendt til kommunerne.")
    await presses(secretary, "Tilføj")
    await expect(minutes).to_contain_text("Planen er sendt til kommunerne.")
    assert await member.page.evaluate("localStorage.length") == 0, CAST[CO_CHAIR]
