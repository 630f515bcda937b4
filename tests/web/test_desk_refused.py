"""What goes wrong at the desk, and what the secretary can do about it."""

import pytest
from playwright.async_api import Route, expect

from tests.web.at_desk import DESK, chooses, field, form_of, opens, presses, refused, writes
from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS, EVENING
from tests.web.reader import Reader
from tests.web.served import Served
from tests.web.test_accessible import finds_nothing
from tests.web.test_desk import SECRETARY, sits_down

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_a_refused_effect_does_not_cost_the_decision(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    secretary = await sits_down(coming, house)
    await opens(secretary, "Ny beslutning")
    await chooses(secretary, Udfald="Tiltrådt under forudsætning")
    await writes(secretary, Tekst="Vi gør det, hvis politikerne vil.")
    await presses(secretary, "+ Forudsætning")
    await chooses(secretary, Afventer="En beslutning i et forum", Forum="Politisk niveau")
    await writes(secretary, Med_ord="politisk godkendelse")
    await presses(secretary, "Registrér beslutning")
    await secretary.button("Registrér").click()
    await expect(secretary.page.locator(".decision")).to_have_count(1)

    await opens(secretary, "Ny beslutning")
    await chooses(secretary, Udfald="Besluttet")
    await writes(secretary, Tekst="Forudsætningen anses for opfyldt.")
    await presses(secretary, "+ Virkning")
    await chooses(secretary, Virkning="Afgør en forudsætning")
    await chooses(secretary, Forudsætning="politisk godkendelse", Er_den_opfyldt="Ja")
    await presses(secretary, "Registrér beslutning")
    await expect(secretary.page.locator(".read-out")).to_contain_text(
        "Forudsætningen »politisk godkendelse« er opfyldt ved beslutning 2.2."
    )
    await secretary.button("Registrér").click()
    summary = await refused(secretary)
    await expect(summary).to_contain_text("Virkningen, der blev afvist: Forudsætningen »politisk godkendelse«")
    await expect(form_of(secretary).locator(".effect.form-error")).to_have_count(1)
    await expect(field(secretary, "Tekst")).to_have_value("Forudsætningen anses for opfyldt.")
    await finds_nothing(secretary)
    await summary.get_by_role("button", name="Registrér uden denne virkning").click()
    await expect(secretary.page.locator(".decision")).to_have_count(2)
    await expect(secretary.page.locator(".decision").last).to_contain_text("Forudsætningen anses for opfyldt.")


async def test_an_answer_that_was_lost_is_asked_for_again_under_the_same_key(
    house_after: Houses, coming: Coming
) -> None:
    house = await house_after(BEFORE_DECISIONS)
    secretary = await sits_down(coming, house)
    keys: list[str] = []

    async def loses_the_answer(route: Route) -> None:
        keys.append(route.request.headers["idempotency-key"])
        if len(keys) == 1:
            await route.fetch()
            await route.abort()
        else:
            await route.continue_()

    await secretary.page.route("**/record-point", loses_the_answer)
    before = await secretary.page.locator(".points li").count()
    await opens(secretary, "Ny holdning eller bemærkning")
    await chooses(secretary, Hvad="Bemærkning")
    await writes(secretary, Tekst="Kun én gang.")
    await presses(secretary, "Registrér")
    await expect(await refused(secretary)).to_contain_text("Det lykkedes ikke. Prøv igen; intet er gået tabt.")
    await presses(secretary, "Registrér")
    await expect(secretary.page.locator("form.form")).to_have_count(0)
    await expect(secretary.page.locator(".points li")).to_have_count(before + 1)
    assert len(keys) == 2
    assert keys[0] == keys[1]


async def test_two_secretaries_write_the_minutes_and_neither_loses_a_word(house_after: Houses, coming: Coming) -> None:
    house = await house_after(EVENING)
    first, second = await sits_over(coming, house), await sits_over(coming, house)
    await opens(first, "Skriv udkast")
    await presses(first, "Gem udkastet")
    for each in (first, second):
        await expect(each.page.locator(".pane-minutes")).to_contain_text("Udkast 1 er skrevet")
        await opens(each, "Skriv videre på udkastet")
    label = "Punkt 1: Velkomst"
    await writes(first, **{label: "Den enes tekst."})
    await writes(second, **{label: "Den andens tekst."})
    await presses(first, "Gem udkastet")
    await expect(form_of(second)).to_contain_text("En anden har skrevet i referatet, siden du begyndte.")
    await presses(second, "Gem udkastet")
    await expect(await refused(second)).to_contain_text("Din tekst er ikke gået tabt")
    await expect(form_of(second).locator(".own-text")).to_have_text("Den enes tekst.")
    await finds_nothing(second)
    await presses(second, "Ret sammen")
    await expect(field(second, label)).to_have_value("Den andens tekst.\n\nDen enes tekst.")
    await presses(second, "Gem udkastet")
    await expect(first.page.locator(".pane-minutes")).to_contain_text("Den andens tekst.")


async def sits_over(coming: Coming, house: Served) -> Reader:
    """At the desk of a meeting that is over."""
    secretary = await coming(house, SECRETARY, DESK)
    await secretary.is_live()
    await expect(secretary.page.locator(".pane-minutes")).to_contain_text("udkast")
    return secretary
