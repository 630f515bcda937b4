"""Somebody with a browser of their own: what they see, what is read aloud to them, and what the page complains of."""

import shutil
from typing import Any

from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Playwright,
    TimeoutError,
    WebSocket,
    expect,
)

from tests.web.served import MEETING, Served

SCOPE, _, NAME = MEETING.split("/")
ROOM = f"/{SCOPE}/moede/{NAME}"
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 320, "height": 640}
PATIENCE_MS = 30_000
"""The machine may be busy; what is there is seen at once all the same."""
expect.set_options(timeout=PATIENCE_MS)
NETWORK = ("Failed to load resource", "WebSocket connection to")
"""How Chromium words what a test does to the network on purpose, and a refused request."""

# The live region is outside every part of the page, so what it says is heard by watching it alone.
LISTEN = """
window.heard = [];
new MutationObserver(() => {
  const said = document.getElementById("spoken")?.textContent.replaceAll("\\u00a0", " ").trim();
  if (said && said !== window.heard.at(-1)) window.heard.push(said);
}).observe(document, { subtree: true, childList: true, characterData: true });
"""


class Reader:
    """A page in a browser context that nobody else shares."""

    def __init__(self, house: Served, context: BrowserContext, page: Page) -> None:
        self.house = house
        self.context = context
        self.page = page
        self.faults: list[str] = []
        self.sockets: list[str] = []
        self.frames: list[str] = []
        """What the service sent over every socket."""
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._complained)
        page.on("websocket", self._opened)

    def _complained(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(NETWORK):
            self.faults.append(message.text)

    def _opened(self, socket: WebSocket) -> None:
        self.sockets.append(socket.url)
        socket.on("framereceived", lambda frame: self.frames.append(str(frame)))

    # --- going somewhere ---

    async def sign_in(self, part: str, address: str = ROOM) -> None:
        """By a one-use code, and to a page of the meeting."""
        code = self.house.link(part).partition("#kode=")[2]
        answer = await self.context.request.post(
            f"{self.house.url}/v1/session", data={"code": code}, headers={"Klynge-Request": "1"}
        )
        assert answer.ok
        await self.open(address)

    async def open(self, address: str = ROOM) -> None:
        await self.page.goto(self.house.url + address)

    async def leave(self) -> None:
        await self.context.close()

    # --- what stands on the page ---

    @property
    def heading(self) -> Locator:
        """Of the item that is shown."""
        return self.page.locator("[data-heading]")

    @property
    def item(self) -> Locator:
        return self.page.locator("[data-item]")

    @property
    def state(self) -> Locator:
        """One word on how fresh the page is."""
        return self.page.locator(".strip-state")

    @property
    def going_on(self) -> Locator:
        return self.page.locator(".strip-text")

    @property
    def news(self) -> Locator:
        """The one line of news."""
        return self.page.locator(".latest")

    @property
    def question(self) -> Locator:
        return self.page.locator("#question-text")

    @property
    def online(self) -> Locator:
        return self.page.locator(".online li")

    def pair(self, recommendation: int) -> Locator:
        """A recommendation and what stands beside it."""
        return self.page.locator(".pair").nth(recommendation - 1)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    async def is_live(self) -> None:
        await expect(self.state).to_have_text("Live")

    async def is_at(self, position: int) -> None:
        """Wait until the page has come to a position of the record."""
        await expect(self.page.locator("footer")).to_contain_text(f"hændelse {position}:")

    async def heard(self) -> list[str]:
        """What was read aloud, since the page was opened."""
        heard: list[str] = await self.page.evaluate("window.heard")
        return heard

    async def hears(self, sentence: str) -> None:
        """Wait until a sentence was read aloud."""
        try:
            said = "sentence => window.heard.includes(sentence)"
            await self.page.wait_for_function(said, arg=sentence, timeout=PATIENCE_MS)
        except TimeoutError:
            raise AssertionError(f"{sentence!r} was not read aloud, but {await self.heard()}") from None

    async def focused(self) -> str:
        """Which element has the focus: its id, else its text."""
        focused: str = await self.page.evaluate("document.activeElement.id || document.activeElement.textContent")
        return focused

    async def top_of(self, place: Locator) -> float:
        """How far down the window something stands."""
        box = await place.bounding_box()
        assert box is not None
        return box["y"]

    async def writes(self, text: str) -> None:
        """Open the form for a question, and begin one."""
        await self.item.get_by_role("button", name="Stil et spørgsmål").click()
        await self.question.press_sequentially(text)


async def chromium(playwright: Playwright) -> Browser:
    """The browser that the system has: without windows, where it has that one."""
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    return await playwright.chromium.launch(executable_path=program, args=ARGUMENTS)


async def come(browser: Browser, house: Served, part: str | None, address: str | None = ROOM, **options: Any) -> Reader:
    """A reader in a context of their own; signed in and at an address, unless they come as nobody."""
    context = await browser.new_context(
        **{"viewport": WIDE, "locale": "da-DK", "timezone_id": "Europe/Copenhagen", **options}
    )
    page = await context.new_page()
    await page.add_init_script(LISTEN)
    reader = Reader(house, context, page)
    if part is not None:
        await reader.sign_in(part, address or ROOM)
    return reader
