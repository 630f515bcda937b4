"""The page where one says where and of what one is told by mail, and sees what became of it."""

import re
import time

import pytest
from playwright.async_api import expect

from eventstore.outbox import Outbox, State
from projections.notices import Subject
from tests.files import files_of
from tests.web.conftest import Coming
from tests.web.reader import NARROW
from tests.web.served import CAST, MEETING, Served
from tests.web.test_accessible import finds_nothing
from tests.web.test_layout import fits

pytestmark = pytest.mark.asyncio(loop_scope="package")

READER = "vejle"
OWN = "kontakt@kommune.example"
TOLD = (
    (Subject.INVITATION, MEETING, State.SENT),
    (Subject.ACTION, "lillebaelt/action/a1", State.WITHHELD),
    (Subject.REFERRAL, "lillebaelt/referral/h1", State.REFUSED),
)


def tell(house: Served) -> None:
    """What this reader was told, as a house with a mail server would have left it."""
    outbox: Outbox = files_of(house.settings).open_outbox(lambda: bytes(32))
    person, now = CAST[READER], int(time.time())
    outbox.put([(f"e:{n}", person, each[0].value, each[1], n) for n, each in enumerate(TOLD)], now)
    for kept in outbox.of(person, None, 100):
        if kept.key.startswith("e:"):
            outbox.ended(kept, TOLD[kept.position][2])
    outbox.close()


async def test_one_says_where_and_of_what_one_is_told_and_sees_what_became_of_it(
    called_house: Served, coming: Coming
) -> None:
    tell(called_house)
    reader = await coming(called_house, READER, "/log-ind?fejl=x")  # with something to tell it stays where it is
    page = reader.page
    await page.get_by_role("link", name="Besked på mail").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Besked på mail")
    await expect(page.get_by_text("Herfra sendes der ingen mails.")).to_be_visible()

    # What was told, with a way to each.
    rows = page.get_by_role("table").get_by_role("row")
    for way, what in (
        ("/lillebaelt/henvendelser", "Ikke sendt: adressen tager ikke imod mails"),
        ("/lillebaelt/opgaver?mine=", "Tilbageholdt: du kan ikke længere se det"),
        (f"/{MEETING.replace('meeting', 'moede')}", "Sendt"),
    ):
        row = rows.filter(has_text=re.compile(what)).filter(has=page.locator(f'a[href="{way}"]'))
        await expect(row).to_have_count(1)
    await finds_nothing(reader)

    # An address that is none: what to do is said at the field, and the focus is there. By keyboard alone.
    field = page.get_by_label("Mailadresse", exact=True)
    await field.focus()
    await page.keyboard.type("kontakt")
    await page.keyboard.press("Enter")
    await expect(field).to_have_attribute("aria-invalid", "true")
    await expect(field).to_be_focused()
    await expect(page.locator("#address-error")).to_have_text(
        "Det er ikke en mailadresse. Skriv den som navn@kommune.dk."
    )
    await finds_nothing(reader)
    await field.fill(OWN)
    await page.keyboard.press("Enter")
    await reader.hears("Adressen er gemt.")
    await expect(field).to_have_attribute("aria-invalid", "false")

    await page.get_by_label("opgaver, der venter på mig eller dem, jeg svarer for").focus()
    await page.keyboard.press("Space")
    await reader.button("Gem valget").press("Enter")
    await reader.hears("Valget er gemt.")

    # It holds, on a small screen and in English too.
    narrow = await coming(called_house, READER, "/besked?lang=en", viewport=NARROW)
    there = narrow.page
    await expect(there.get_by_text(f"Mails are sent to {OWN}.")).to_be_visible()
    await expect(there.get_by_label("tasks that wait for me or those I answer for")).not_to_be_checked()
    await expect(there.get_by_label("invitations to meetings")).to_be_checked()
    await fits(narrow)
    await finds_nothing(narrow)
    await narrow.button("Send me no mails").press("Enter")
    await narrow.hears("The address is deleted. No mails are sent to you.")
    await expect(there.get_by_label("Mail address", exact=True)).to_be_focused()
    await expect(there.get_by_label("Mail address", exact=True)).to_have_value("")
    await expect(there.get_by_text("You have given no address, and no mails are sent to you.")).to_be_visible()
