"""Somebody who writes: the forms of the desk and of the room, by the words that stand on them."""

from playwright.async_api import Locator, expect

from tests.web.reader import NAME, SCOPE, Reader

DESK = f"/{SCOPE}/skrivebord/{NAME}"


async def writes(reader: Reader, **fields: str) -> None:
    """Fill fields by their labels; blanks in a label stand as `_`."""
    for label, text in fields.items():
        await field(reader, label.replace("_", " ")).fill(text)


async def chooses(reader: Reader, **fields: str) -> None:
    """Choose by label and by what stands there."""
    for label, option in fields.items():
        await field(reader, label.replace("_", " ")).select_option(label=option)


def field(reader: Reader, label: str) -> Locator:
    return form_of(reader).get_by_label(label, exact=True).last


def form_of(reader: Reader) -> Locator:
    return reader.page.locator("form.form, .read-out").first


async def presses(reader: Reader, name: str) -> None:
    await form_of(reader).get_by_role("button", name=name, exact=True).click()


async def opens(reader: Reader, name: str) -> None:
    """Open a form by its button, and wait until one can write in it."""
    await reader.page.get_by_role("button", name=name, exact=True).first.click()
    await expect(form_of(reader)).to_be_visible()


async def refused(reader: Reader) -> Locator:
    """The summary of what was refused, which has the focus."""
    summary = reader.page.locator(".summary-of-errors")
    await expect(summary).to_be_focused()
    return summary
