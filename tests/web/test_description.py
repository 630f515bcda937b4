"""The page that describes the doors: it works under a policy that lets no script stand in a page."""

import pytest
from playwright.async_api import expect

from tests.web.conftest import Coming
from tests.web.served import Served

SMALL = {
    "openapi": "3.1.0",
    "info": {"title": "Klynge", "version": "1"},
    "paths": {"/v1/x": {"post": {"summary": "Record it", "description": "What *a door* does", "responses": {}}}},
}
"""The whole description takes a browser long to draw."""
pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_the_description_opens_under_its_strict_policy(called_house: Served, coming: Coming) -> None:
    reader = await coming(called_house, None)
    await reader.page.route("**/openapi.json", lambda route: route.fulfill(json=SMALL))
    answer = await reader.page.goto(f"{called_house.url}/docs")
    assert answer is not None
    assert "unsafe-" not in answer.headers["content-security-policy"]
    await reader.page.get_by_text("Record it").click()
    await expect(reader.page.get_by_text("What a door does")).to_be_visible()
    assert reader.faults == []

    # The control: script within the page is refused, and told.
    async with reader.page.expect_console_message(lambda message: "Content Security Policy" in message.text):
        await reader.page.evaluate("document.body.innerHTML = '<img src=none onerror=\"document.title = 1\">'")
    (fault,) = reader.faults
    assert "inline event handler" in fault
    reader.faults.clear()
