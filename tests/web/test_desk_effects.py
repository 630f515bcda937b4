"""What a decision sets up at the desk: a body with its seats, what is left to others, and matters sent out of the cluster."""

import pytest
from playwright.async_api import expect

from domain.agreement import History, ProposeTermination, Register
from domain.claims import DateNotStated
from domain.decided import Cited
from domain.effects import ByBody
from domain.mandate import SetPath, Step
from domain.plan import Draft
from domain.plans import PlanKind, ThemeKind
from domain.themes import SetTheme
from stories.lillebaelt_2024_04_09.cast import PLO_SYD
from stories.lillebaelt_2024_04_09.names import STRATEGIC
from tests.web.at_desk import chooses, field, form_of, opens, presses, writes
from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS
from tests.web.reader import SCOPE
from tests.web.test_accessible import finds_nothing
from tests.web.test_desk import MEMBER, SECRETARY, sits_down

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_a_decision_establishes_a_body_with_seats_and_asks_somebody_outside(
    house_after: Houses, coming: Coming
) -> None:
    house = await house_after(BEFORE_DECISIONS)
    secretary = await sits_down(coming, house)
    member = await coming(house, MEMBER)
    await member.is_live()
    await opens(secretary, "Ny beslutning")
    await chooses(secretary, Udfald="Nedsætter")
    await writes(secretary, Tekst="Projektgruppen følger op.")
    await presses(secretary, "Registrér beslutning")
    await expect(form_of(secretary)).to_contain_text("Tilføj virkningen »Nedsæt et forum«")
    await presses(secretary, "+ Virkning")
    await chooses(secretary, Virkning="Nedsæt et forum")
    await writes(secretary, Navn="Projektgruppen")
    await chooses(secretary, Niveau="Gruppe", Sekretariatsplads="Ja")
    for party in ("Kolding Kommune", "PLO-Syd"):
        await form_of(secretary).get_by_label(party, exact=True).check()
    await presses(secretary, "+ Oversend til")
    await chooses(secretary, Til_hvem="En anden organisation …")
    await writes(secretary, Organisation="MedCom", Spørgsmål="Hvilken standard gælder?")
    await finds_nothing(secretary)
    await presses(secretary, "Registrér beslutning")
    await expect(secretary.page.locator(".read-out li")).to_have_text(
        [
            "Punkt 2: Beslutning 2.1 er truffet: nedsætter Projektgruppen. Projektgruppen følger op.",
            "Den svarer ikke på nogen indstilling.",
            "Projektgruppen er oprettet (gruppe). Pladser til Kolding Kommune, PLO-Syd og sekretariatet.",
            "Sendt til MedCom: Hvilken standard gælder?",
        ]
    )
    await secretary.button("Registrér").click()
    await expect(secretary.button("Ny beslutning")).to_be_focused()
    await expect(member.page.locator(".pairs")).to_contain_text("Projektgruppen følger op.")
    people = await house.rows(SECRETARY, f"{SCOPE}/people")
    [body] = [row["body"]["id"] for row in people.values() if row["type"] == "body" and row.get("level") == "group"]
    name = body.rsplit("/", 1)[-1]
    seats = {key.rsplit("/", 1)[-1] for key in people if key.startswith(f"body/{name}/seat/")}
    assert seats == {"kolding-kommune", "plo-syd", "sekretariat"}
    referrals = (await house.rows(SECRETARY, f"{SCOPE}/referrals")).values()
    assert "MedCom" in str([row for row in referrals if row.get("question") == "Hvilken standard gælder?"])


async def test_a_decision_leaves_a_step_to_another_body(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    secretary = await sits_down(coming, house)
    await opens(secretary, "Ny beslutning")
    await chooses(secretary, Udfald="Overlader", Til="Koordinerende niveau")
    await writes(secretary, Hvad_der_overlades="endeligt godkende", Tekst="Det koordinerende niveau godkender.")
    await presses(secretary, "+ Virkning")
    await chooses(secretary, Virkning="Overlad noget til et andet forum")
    await chooses(secretary, Hvad_overlades="klyngemidler: endeligt godkende", Forum="Koordinerende niveau")
    await finds_nothing(secretary)
    await presses(secretary, "Registrér beslutning")
    await expect(secretary.page.locator(".read-out li").nth(0)).to_contain_text(
        "overlader »endeligt godkende« til Koordinerende niveau."
    )
    await expect(secretary.page.locator(".read-out li").nth(2)).to_have_text(
        "Fagligt strategisk niveau overlader »endeligt godkende« til Koordinerende niveau."
    )
    await secretary.button("Registrér").click()
    await expect(secretary.button("Ny beslutning")).to_be_focused()
    left = [row for key, row in (await house.rows(SECRETARY, f"{SCOPE}/mandates")).items() if "/left/" in key]
    assert [row["step"] for row in left] == ["endeligt godkende"]


async def test_a_decision_forms_a_proposal_of_those_that_came_in_and_another_parks_it(
    house_after: Houses, coming: Coming
) -> None:
    house = await house_after(BEFORE_DECISIONS)
    secretary = await sits_down(coming, house)
    await opens(secretary, "Ny beslutning")
    await chooses(secretary, Udfald="Besluttet")
    await writes(secretary, Tekst="Træning samles i ét tema.")
    await presses(secretary, "+ Virkning")
    await chooses(secretary, Virkning="Dan et forslag")
    await writes(secretary, Navn="Træning for alle")
    await chooses(secretary, Hvordan="Sammenlagt")
    merged = form_of(secretary).get_by_role("group", name="Dannet af").get_by_role("checkbox")
    await merged.nth(0).check()
    await merged.nth(1).check()
    await finds_nothing(secretary)
    await presses(secretary, "Registrér beslutning")
    await secretary.button("Registrér").click()
    await expect(secretary.button("Ny beslutning")).to_be_focused()
    fates = [
        row["fate"] for row in (await house.rows(SECRETARY, f"{SCOPE}/proposals")).values() if row["type"] == "fate"
    ]
    assert fates == ["merged", "merged"]

    await opens(secretary, "Ny beslutning")
    await chooses(secretary, Udfald="Besluttet")
    await writes(secretary, Tekst="Det nye tema hviler.")
    await presses(secretary, "+ Virkning")
    await chooses(secretary, Virkning="Sæt et forslag i bero")
    await chooses(secretary, Forslag="Træning for alle")
    await writes(secretary, Grund="Der er ingen resultater endnu.")
    await presses(secretary, "Registrér beslutning")
    await expect(secretary.page.locator(".read-out li").nth(2)).to_have_text(
        "»Træning for alle« er sat i bero: Der er ingen resultater endnu."
    )
    await secretary.button("Registrér").click()
    await expect(secretary.button("Ny beslutning")).to_be_focused()


async def test_a_decision_ends_an_agreement_on_a_day_with_what_holds_instead(
    house_after: Houses, coming: Coming
) -> None:
    house = await house_after(BEFORE_DECISIONS)
    agreement = f"{SCOPE}/agreement/hjaelpemidler"
    decided_by = SetPath(
        subject="samarbejdsaftaler",
        steps=(Step(step="opsige", body=STRATEGIC, binding=True),),
        source=Cited(who="Klyngen", on=DateNotStated(), words="Aftalt"),
    )
    await house.give("secretary", decided_by, f"{SCOPE}/mandate/agreements")
    lent = Register(title="Lån af hjælpemidler", parties=(PLO_SYD,), history=History.INCOMPLETE)
    await house.give("secretary", lent, agreement)
    proposes = ProposeTermination(proposed_by=ByBody(body=STRATEGIC), reason="Loven dækker det.")
    await house.give("secretary", proposes, agreement)

    secretary = await sits_down(coming, house)
    await opens(secretary, "Ny beslutning")
    await chooses(secretary, Udfald="Godkendt")
    await writes(secretary, Tekst="Aftalen ophører.")
    await presses(secretary, "+ Virkning")
    await chooses(secretary, Virkning="Godkend opsigelse af en aftale")
    await chooses(secretary, Aftale="Lån af hjælpemidler")
    await writes(secretary, Dag="1", Måned="8", År="2024", Hvad_gælder_i_stedet="serviceloven")
    await finds_nothing(secretary)
    await presses(secretary, "Registrér beslutning")
    await expect(secretary.page.locator(".read-out li").nth(2)).to_have_text(
        "Fagligt strategisk niveau har godkendt opsigelsen af »Lån af hjælpemidler« pr. 1. august 2024; "
        "i stedet: serviceloven."
    )
    await secretary.button("Registrér").click()
    await expect(secretary.button("Ny beslutning")).to_be_focused()
    asked = await house.view(SECRETARY, f"{SCOPE}/agreements-in-force", party=PLO_SYD, on="2024-08-01")
    [bond] = asked["rows"].values()
    assert (bond["answer"]["binds"], bond["replaced_by"]) == ("no", "serviceloven")


async def test_decisions_remark_on_an_initiative_say_that_it_is_answered_and_adopt_a_plan(
    house_after: Houses, coming: Coming
) -> None:
    house = await house_after(BEFORE_DECISIONS)
    plan = f"{SCOPE}/plan/handleplan"
    decided_by = SetPath(
        subject="handleplanen",
        steps=(Step(step="vedtage", body=STRATEGIC, binding=True),),
        source=Cited(who="Klyngen", on=DateNotStated(), words="Aftalt"),
    )
    await house.give("secretary", decided_by, f"{SCOPE}/mandate/action-plan")
    await house.give(
        "secretary", Draft(title="Handleplan 2024", plan_kind=PlanKind.ACTION_PLAN, by_body=STRATEGIC), plan
    )
    theme = SetTheme(theme="lighed", number="1", title="Lighed i sundhed", theme_kind=ThemeKind.GUIDEPOST)
    await house.give("secretary", theme, plan)
    secretary = await sits_down(coming, house)
    await opens(secretary, "Ny beslutning")
    await chooses(secretary, Udfald="Besluttet")
    await writes(secretary, Tekst="Projektet skal gøres konkret.")
    await presses(secretary, "+ Virkning")
    await chooses(secretary, Virkning="Giv en indsats en bemærkning")
    await chooses(secretary, Indsats="Middelfart-projektet")
    await writes(secretary, Bemærkning="Hvem gør hvad?")
    await finds_nothing(secretary)
    await presses(secretary, "Registrér beslutning")
    await expect(secretary.page.locator(".read-out li").nth(2)).to_have_text(
        "»Middelfart-projektet«: Bemærkning fra Fagligt strategisk niveau: Hvem gør hvad?"
    )
    await secretary.button("Registrér").click()
    await expect(secretary.button("Ny beslutning")).to_be_focused()

    await opens(secretary, "Ny beslutning")
    await chooses(secretary, Udfald="Besluttet")
    await writes(secretary, Tekst="Svaret er hørt.")
    await presses(secretary, "+ Virkning")
    await chooses(secretary, Virkning="Sig, at en bemærkning er besvaret", Bemærkning="Hvem gør hvad?")
    await presses(secretary, "Registrér beslutning")
    await secretary.button("Registrér").click()
    await expect(secretary.button("Ny beslutning")).to_be_focused()
    board = (await house.rows(SECRETARY, f"{SCOPE}/initiatives")).values()
    assert [(row["text"], row["answered"]) for row in board if row["type"] == "remark"] == [("Hvem gør hvad?", True)]

    await opens(secretary, "Ny beslutning")
    await chooses(secretary, Udfald="Godkendt")
    await writes(secretary, Tekst="Planen er vedtaget.")
    await presses(secretary, "+ Virkning")
    await chooses(secretary, Virkning="Vedtag en plan med det, den bestiller")
    await chooses(secretary, Plan="Handleplan 2024")
    await field(secretary, "1. indsats: nummer").fill("1.1")
    await field(secretary, "1. indsats: titel").fill("Fælles sprog")
    await field(secretary, "1. indsats: tema").select_option(label="1: Lighed i sundhed")
    await expect(field(secretary, "2. indsats: nummer")).to_be_visible()
    await presses(secretary, "Registrér beslutning")
    await expect(secretary.page.locator(".read-out li").nth(2)).to_have_text(
        "»Handleplan 2024« er vedtaget ved beslutning 2.3. Den bestiller 1.1 Fælles sprog."
    )
    await secretary.button("Registrér").click()
    await expect(secretary.button("Ny beslutning")).to_be_focused()
    board = (await house.rows(SECRETARY, f"{SCOPE}/initiatives")).values()
    ordered = [(row["number"], row["title"], row["theme"]) for row in board if row.get("plan")]
    assert ordered == [("1.1", "Fælles sprog", "lighed")]
