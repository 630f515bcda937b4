"""Papers of an item: put here at the desk with their files, and fetched by whoever may see the item."""

from hashlib import sha256
from pathlib import Path

import pytest
from playwright.async_api import FilePayload, expect

from api.papers import ATTACHMENT_BYTES_MAX
from tests.web.at_desk import field, form_of, opens, presses, writes
from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS
from tests.web.reader import NARROW
from tests.web.test_accessible import finds_nothing
from tests.web.test_desk import MEMBER, SECRETARY, sits_down

pytestmark = pytest.mark.asyncio(loop_scope="package")

PAPER = b"%PDF-1.7 " + bytes(range(256)) * 1000


async def test_a_file_is_attached_at_the_desk_and_fetched_by_another(
    house_after: Houses, coming: Coming, tmp_path: Path
) -> None:
    house = await house_after(BEFORE_DECISIONS)
    secretary = await sits_down(coming, house)
    member = await coming(house, MEMBER)
    await member.is_live()
    file: FilePayload = {"name": "Notat om økonomi.pdf", "mimeType": "application/pdf", "buffer": PAPER}
    await opens(secretary, "Nyt bilag")
    await presses(secretary, "Tilføj bilaget")
    await expect(form_of(secretary)).to_contain_text("Vælg en fil, eller skriv bilagets navn.")
    await field(secretary, "Fil").set_input_files(file)
    await expect(form_of(secretary)).to_contain_text("Notat om økonomi.pdf (256 kB)")
    await finds_nothing(secretary)
    await writes(secretary, Bilagets_navn="Notat om økonomien")
    await presses(secretary, "Tilføj bilaget")
    await expect(secretary.button("Nyt bilag")).to_be_focused()

    paper = member.page.get_by_role("link", name="Notat om økonomien")
    await expect(member.page.locator(".attachments")).to_contain_text("Notat om økonomien (256 kB)")
    async with member.page.expect_download() as fetching:
        await paper.click()
    fetched = await fetching.value
    assert fetched.suggested_filename == "Notat om økonomien.pdf"
    await fetched.save_as(tmp_path / "fetched")
    assert (tmp_path / "fetched").read_bytes() == PAPER
    await finds_nothing(member)

    await opens(secretary, "Nyt bilag")
    await field(secretary, "Fil").set_input_files(
        FilePayload(name="kopi.pdf", mimeType="application/pdf", buffer=PAPER)
    )
    await presses(secretary, "Tilføj bilaget")
    await expect(form_of(secretary)).to_contain_text("Den fil er allerede bilag til punktet.")
    hashes = [row.get("sha256") for key, row in (await house.rows(SECRETARY)).items() if "/attachment/b-" in key]
    assert hashes == [sha256(PAPER).hexdigest()]


async def test_a_file_that_is_too_large_is_told_of_before_it_is_sent(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    secretary = await sits_down(coming, house, viewport=NARROW)
    puts: list[str] = []
    secretary.page.on("request", lambda request: puts.append(request.url) if request.method == "PUT" else None)
    await opens(secretary, "Nyt bilag")
    await expect(form_of(secretary)).to_contain_text("Højst 25 MiB")
    large: FilePayload = {"name": "film.mp4", "mimeType": "video/mp4", "buffer": bytes(ATTACHMENT_BYTES_MAX + 1)}
    await field(secretary, "Fil").set_input_files(large)
    await expect(form_of(secretary)).to_contain_text("Filen fylder mere end 25 MiB")
    await finds_nothing(secretary)
    await presses(secretary, "Tilføj bilaget")
    await expect(field(secretary, "Fil")).to_be_focused()
    assert puts == []
    width = await secretary.page.evaluate("document.documentElement.scrollWidth")
    assert width <= NARROW["width"]


async def test_a_paper_without_a_file_is_only_named(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    secretary = await sits_down(coming, house)
    member = await coming(house, MEMBER)
    await member.is_live()
    await opens(secretary, "Nyt bilag")
    await field(secretary, "Fil").set_input_files({"name": "x.txt", "mimeType": "text/plain", "buffer": b"x"})
    await presses(secretary, "Uden fil")
    await writes(secretary, Bilagets_navn="Oplæg, vist på mødet")
    await presses(secretary, "Tilføj bilaget")
    await expect(member.page.locator(".attachments")).to_contain_text("Oplæg, vist på mødet")
    await expect(member.page.get_by_role("link", name="Oplæg, vist på mødet")).to_have_count(0)
