"""axe-core finds nothing in any state of the pages; what it cannot decide is on a list, each with its reason."""

import asyncio
import re
from collections.abc import Mapping
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]
from playwright.async_api import expect

from domain.meeting.attendance import Recuse, TakeSeat
from domain.meeting.doors import ShutDoors
from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS, FIRST_DECISION
from tests.web.reader import NARROW, ROOM, Reader
from tests.web.served import CAST, Served

pytestmark = pytest.mark.asyncio(loop_scope="package")

MEMBER, OBSERVER = "plo-syd", "observer"

UNDECIDED = (
    ("color-contrast", "background gradient", ".alert-", "it has a bar at the left; `alerts_can_be_read` computes it"),
    (
        "color-contrast",
        "background image",
        "<select",
        "it has an arrow at the right; `choices_can_be_read` computes it",
    ),
    (
        "color-contrast",
        "overlaps other elements",
        "strip-text",
        "a form that takes the focus moves the page under the sticky strip; at the top it is decided",
    ),
    (
        "color-contrast",
        "overlaps other elements",
        'role="option"',
        "a dialog lies over all; one-line options are decided",
    ),
    (
        "color-contrast",
        "too short",
        "<text",
        "a colour's letter stands in its shape; `drawings_can_be_read` computes it",
    ),
    ("color-contrast", "overlapped", "<text", "of a letter and its shape; `drawings_can_be_read` computes it"),
    ("color-contrast", "image node", "<text", "it stands on a drawing; `drawings_can_be_read` computes it"),
)
"""(rule, what axe says, of which element, why it is left to others): what axe cannot decide."""
CONTRAST_MIN = 4.5
"""WCAG 2.2, 1.4.3."""
PAPER = "rgb(255, 255, 255)"


AT_THE_TOP = """new Promise((done) => {
  const look = () => {
    if (!scrollY) return done();
    scrollTo({ top: 0, behavior: "instant" });
    requestAnimationFrame(look);
  };
  look();
})"""
"""Asked of the page itself, whose content policy lets nobody ask again and again. What it scrolls meanwhile is undone."""
RUN = "told => axe.run(document, told).then(({ violations, incomplete }) => ({ violations, incomplete }))"
AT_THE_TOP_S = 30


async def finds_nothing(reader: Reader, *without: str) -> None:
    """No violation, and nothing undecided beyond the list."""
    # What lies under the sticky strip has no ground that axe can tell; at the top nothing does.
    async with asyncio.timeout(AT_THE_TOP_S):
        await reader.page.evaluate(AT_THE_TOP)
    options = {
        "resultTypes": ["violations", "incomplete"],
        "rules": {rule: {"enabled": False} for rule in without},
    }
    # A document is given the program once: to read it takes longer than to run it.
    if not await reader.page.evaluate("'axe' in window"):
        await reader.page.evaluate(Axe().axe_script)
    results = await reader.page.evaluate(RUN, options)
    found = [
        (kind, result["id"], node["target"][0], node["failureSummary"])
        for kind in ("violations", "incomplete")
        for result in results[kind]
        for node in result["nodes"]
        if kind == "violations" or not is_listed(result["id"], node)
    ]
    assert found == []
    await alerts_can_be_read(reader)
    await choices_can_be_read(reader)
    await drawings_can_be_read(reader)


def is_listed(rule: str, node: Mapping[str, Any]) -> bool:
    return any(
        rule == each and words in node["failureSummary"] and element in f"{node['target'][0]} {node['html']}"
        for each, words, element, _ in UNDECIDED
    )


async def test_the_control_a_planted_fault_is_found(called_house: Served, coming: Coming) -> None:
    reader = await coming(called_house, None)
    await reader.open("/log-ind")
    await expect(reader.page.locator(".development li")).not_to_have_count(0)
    await reader.page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    with pytest.raises(AssertionError, match="button-name"):
        await finds_nothing(reader)


async def alerts_can_be_read(reader: Reader) -> None:
    seen = await reader.page.locator(".alert-heading, .alert-text, .alert-text a").evaluate_all(
        "all => all.map(each => [getComputedStyle(each).color, "
        "getComputedStyle(each.closest('.alert')).backgroundColor])"
    )
    for ink, ground in seen:
        assert contrast(ink, ground) >= CONTRAST_MIN
        assert contrast(PAPER, ground) < CONTRAST_MIN, "the control: white could not be read"


async def choices_can_be_read(reader: Reader) -> None:
    seen = await reader.page.locator("select").evaluate_all(
        "all => all.map(each => [getComputedStyle(each).color, getComputedStyle(each).backgroundColor])"
    )
    for ink, ground in seen:
        assert contrast(ink, ground) >= CONTRAST_MIN


async def drawings_can_be_read(reader: Reader) -> None:
    """The letter in the shape of a colour, the shape's edge on the page, and the words at an axis."""
    seen = await reader.page.locator(".mark").evaluate_all(
        "all => all.map(each => [getComputedStyle(each.querySelector('text')).fill, "
        "getComputedStyle(each.firstElementChild).fill, getComputedStyle(each).stroke])"
    )
    for letter, shape, edge in seen:
        assert contrast(letter, shape) >= CONTRAST_MIN
        assert contrast(edge, PAPER) >= CONTRAST_MIN
    for ink in await reader.page.locator(".plot-label").evaluate_all(
        "all => all.map(each => getComputedStyle(each).fill)"
    ):
        assert contrast(ink, PAPER) >= CONTRAST_MIN


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two colours."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    shares = [int(each) / 255 for each in re.findall(r"\d+", colour)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


async def test_sign_in(called_house: Served, coming: Coming) -> None:
    reader = await coming(called_house, None)
    for address in ("/log-ind", "/log-ind?fejl=sign-in.refused", f"/log-ind?next={ROOM}&aarsag=udloebet&lang=en"):
        await reader.open(address)
        await expect(reader.page.locator(".development li")).not_to_have_count(0)
        await finds_nothing(reader)
    await reader.open("/log-ind#kode=brugt")
    await expect(reader.page.locator(".alert-error")).to_be_visible()
    await finds_nothing(reader)


async def test_before_the_meeting(called_house: Served, coming: Coming) -> None:
    forced = await coming(called_house, MEMBER, forced_colors="active")
    await forced.is_live()
    # The reader's own colours replace ours, and axe reads ours.
    await finds_nothing(forced, "color-contrast")
    reader = await coming(called_house, MEMBER)
    await reader.is_live()
    await finds_nothing(reader)
    await reader.open(f"{ROOM}?at=i-morgen")
    await expect(reader.page.locator(".missing")).to_be_visible()
    await finds_nothing(reader)
    await reader.open("/lillebaelt/moede/ukendt")
    await expect(reader.page.locator(".missing")).to_be_visible()
    await finds_nothing(reader)


async def test_during_the_meeting(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    await house.give("secretary", TakeSeat(seat="plo-syd", person=CAST[MEMBER]))
    member = await coming(house, MEMBER)
    await member.is_live()
    await finds_nothing(member)
    await house.play([FIRST_DECISION])
    await expect(member.page.locator(".decision.fresh")).to_be_visible()
    await finds_nothing(member)
    closed = member.page.locator("main details:not([open]) > summary")
    while await closed.count():
        await closed.first.click()
    await finds_nothing(member)
    await asks(member)

    await member.question.fill("Hvem betaler?")
    await member.button("Log ud").click()
    await expect(member.page.locator("dialog[open]")).to_be_visible()
    await finds_nothing(member)
    await member.button("Bliv her").click()
    await house.give("secretary", Recuse(item="middelfart", person=CAST[MEMBER], reason="Egen klinik."))
    await expect(member.item).to_contain_text("du er erklæret inhabil")
    await finds_nothing(member)
    await house.stop()
    await expect(member.state).to_have_text("Afbrudt")
    await finds_nothing(member)


async def asks(reader: Reader) -> None:
    """By way of the actions, an empty question first."""
    await reader.page.keyboard.press("F2")
    await expect(reader.page.get_by_role("combobox")).to_be_focused()
    await finds_nothing(reader)
    await reader.page.keyboard.type("spørg")
    await reader.page.keyboard.press("Enter")
    await reader.button("Send spørgsmålet").click()
    await expect(reader.page.locator("#question-error")).to_be_visible()
    await finds_nothing(reader)


async def test_on_a_small_screen_and_in_english(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    narrow = await coming(house, MEMBER, viewport=NARROW)
    await narrow.is_live()
    await house.play([FIRST_DECISION])
    # Further down than the screen, so it stays new.
    await expect(narrow.page.locator(".decision.fresh")).to_be_visible()
    await finds_nothing(narrow)
    await asks(narrow)

    english = await coming(house, OBSERVER, f"{ROOM}?lang=en")
    await english.is_live()
    await finds_nothing(english)
    await house.give("co-chair-region", ShutDoors(item="middelfart", reason="a", legal_basis="b"))
    await expect(english.heading).to_have_text("Item 2: Closed item")
    await finds_nothing(english)


async def test_after_the_meeting_and_as_it_was(adjourned_house: Served, coming: Coming) -> None:
    house = adjourned_house
    reader = await coming(house, MEMBER)
    await expect(reader.page.locator(".decision")).to_have_count(7)
    await finds_nothing(reader)
    await reader.open(f"{ROOM}?at=2024-04-09T18:28+02:00")
    await expect(reader.state).to_have_text("Historik")
    await finds_nothing(reader)
