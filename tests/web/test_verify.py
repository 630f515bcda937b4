"""The page where anybody verifies a bundle or the proof on minutes: in the browser, with the network cut."""

import asyncio
import json
from base64 import b64decode
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.async_api import expect

from stories.lillebaelt_2024_04_09 import STORY
from tests.bundles.heads import SIGNER, WITNESS
from tests.proof.catalogue import edit_state
from tests.proof.spoiling import Record, trust_of
from tests.proof.test_tampering import bundle_of
from tests.web.conftest import Coming
from tests.web.reader import NARROW, Reader
from tests.web.served import HOUSE, Served
from tests.web.test_accessible import finds_nothing
from tests.web.test_layout import fits

pytestmark = pytest.mark.asyncio(loop_scope="package")

CASES = HOUSE / "clients" / "conformance" / "proof"
ADDRESS = "/efterproev"


def case(name: str, within: Path) -> tuple[Path, Path]:
    """The folder of a shared case, and its trust file."""
    told = json.loads((CASES / "bundles.json").read_text("utf-8"))
    found = next(each for each in told["cases"] if each["name"] == name)
    folder = within / name.replace(" ", "-")
    for path, held in {**told["whole"], **found["files"]}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(held.encode() if isinstance(held, str) else b64decode(held["base64"]))
    trust = within / f"{folder.name}.toml"
    trust.write_text(found["trust"], "utf-8")
    return folder, trust


async def choose(reader: Reader, label: str, path: Path) -> None:
    await reader.page.get_by_label(label, exact=True).set_input_files(path)


async def verifies(reader: Reader, folder: Path, button: str = "Efterprøv pakken") -> None:
    await choose(reader, "Mappe med bevispakken" if button == "Efterprøv pakken" else "Folder of the bundle", folder)
    await reader.button(button).press("Enter")


async def cut_off(reader: Reader) -> list[str]:
    """Let the page come, and cut the network. What it asks for from then on."""
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    await reader.open(ADDRESS)
    await expect(reader.page.get_by_role("heading", level=1)).to_have_text("Efterprøv")
    await expect(reader.page.get_by_label("Tillidsfil")).to_be_visible()
    await reader.page.wait_for_load_state("networkidle")
    assert len(asked) > 1, "the control: what the page asks for is seen"
    asked.clear()
    await reader.context.set_offline(True)
    return asked


async def test_a_bundle_is_verified_with_the_network_cut_and_nothing_is_asked_for(
    called_house: Served, coming: Coming, tmp_path: Path
) -> None:
    reader = await coming(called_house, None)
    asked = await cut_off(reader)
    page = reader.page
    await finds_nothing(reader)

    # Nothing is verified before it is said who is trusted.
    button = reader.button("Efterprøv pakken")
    await expect(button).to_have_attribute("title", "Vælg først en tillidsfil.")
    folder, trust = case("whole", tmp_path)
    await choose(reader, "Tillidsfil", folder / "checkpoint")
    await expect(page.locator("#trust-error")).to_have_text("Tillidsfilen kan ikke bruges. Linje 1 kan ikke læses.")
    await finds_nothing(reader)
    await choose(reader, "Tillidsfil", trust)
    await expect(page.get_by_text("Af 2 organisationer skal mindst 2 have bevidnet.")).to_be_visible()

    await verifies(reader, folder)
    verdict = page.locator(".alert-heading")
    await expect(verdict).to_have_text("BEVIDNET")
    await expect(page.get_by_text("7 af 7 hændelser er i pakken")).to_be_visible()
    await expect(page.get_by_role("listitem").filter(has_text="Kommune, 1. marts 2024")).to_be_visible()
    await reader.hears(
        "BEVIDNET. Hver hændelse i pakken er den, der blev registreret, og de, du kræver, har bevidnet protokollen."
    )
    await finds_nothing(reader)

    spoilt, _ = case("what was recorded", tmp_path)
    await verifies(reader, spoilt)
    await expect(verdict).to_have_text("BRUDT")
    await expect(page.get_by_role("listitem").filter(has_text="Hændelse 5 (dk/person/p5, nr. 1)")).to_be_visible()
    await finds_nothing(reader)

    (folder / "leaves.bin").write_bytes(b"")
    await verifies(reader, folder)
    await expect(verdict).to_have_text("Pakken kan ikke læses og har derfor ingen dom.")
    assert asked == []


async def test_a_story_is_exported_and_verified_and_tampered_with_and_refused(
    called_house: Served, coming: Coming, tmp_path: Path
) -> None:
    """The whole record of an evening, as `klynge export` writes it."""
    bundle = await asyncio.to_thread(bundle_of, STORY, tmp_path / "bundle")
    record = Record(bundle, SIGNER, WITNESS)
    trust = tmp_path / "trust.toml"
    trust.write_text(trust_of(record), "utf-8")
    expected = edit_state(record, Random(0))
    spoilt = record.write(tmp_path / "spoilt")

    reader = await coming(called_house, None)
    asked = await cut_off(reader)
    await choose(reader, "Tillidsfil", trust)
    await verifies(reader, bundle)
    verdict = reader.page.locator(".alert-heading")
    await expect(verdict).to_have_text("BEVIDNET")
    await expect(reader.page.get_by_text(f"{record.size} af {record.size} hændelser")).to_be_visible()
    await expect(reader.page.get_by_text(f"{len(record.texts)} åbnede tekster er efterprøvet.")).to_be_visible()
    await verifies(reader, spoilt)
    await expect(verdict).to_have_text("BRUDT")
    found = reader.page.get_by_role("listitem").filter(has_text=f"Hændelse {expected.places[0]} (")
    await expect(found).to_have_count(1)
    assert asked == []


async def test_older_checkpoints_are_chosen_beside_the_bundle(
    called_house: Served, coming: Coming, tmp_path: Path
) -> None:
    reader = await coming(called_house, None)
    asked = await cut_off(reader)
    verdict = reader.page.locator(".alert-heading")
    folder, trust = case("whole", tmp_path)
    rewritten, _ = case("the log's own key, and a head held from before", tmp_path)
    await choose(reader, "Tillidsfil", trust)
    await choose(reader, "Ældre kontrolpunkter", folder / "checkpoint")
    await verifies(reader, rewritten)
    await expect(verdict).to_have_text("AFVIGER")
    await choose(reader, "Ældre kontrolpunkter", trust)
    await reader.button("Efterprøv pakken").press("Enter")
    await expect(verdict).to_contain_text(f"{trust.name} er intet kontrolpunkt")
    assert asked == []


async def test_the_proof_on_minutes_is_pasted_in_english_on_a_small_screen(
    called_house: Served, coming: Coming, tmp_path: Path
) -> None:
    printed: dict[str, Any] = json.loads((CASES / "printed.json").read_text("utf-8"))
    witnesses = "".join(
        f'[[witness]]\norganisation = "{each["organisation"]}"\nkey = "{each["key"]}"\n'
        for each in printed["witnesses"]
    )
    trust = tmp_path / "trust.toml"
    trust.write_text(f'origin = "klynge/syddanmark"\nkeys = ["{printed["keys"][0]}"]\n{witnesses}', "utf-8")
    reader = await coming(called_house, None, viewport=NARROW)
    page = reader.page
    # As minutes lead here.
    await reader.open(f"{ADDRESS}?lang=en#{printed['good'][2]['text']}")
    await choose(reader, "Trust file", trust)
    text, verdict = page.get_by_label("The text of the QR code"), page.locator(".alert-heading")
    await expect(text).to_have_value(printed["good"][2]["text"])
    await text.fill("KLYNGE")
    await reader.button("Verify the proof").press("Enter")
    await expect(text).to_have_attribute("aria-invalid", "true")
    await finds_nothing(reader)
    for kind, outcome in (("false", "BROKEN"), ("good", "UNWITNESSED")):
        await text.fill(printed[kind][0]["text"])
        await reader.button("Verify the proof").press("Enter")
        await expect(verdict).to_have_text(outcome)
    await text.fill(printed["good"][2]["text"])
    await reader.button("Verify the proof").press("Enter")
    await expect(verdict).to_have_text("WITNESSED")
    await expect(page.get_by_text("Event 5 stood in the record when it had 13 events.")).to_be_visible()
    await fits(reader)
    await finds_nothing(reader)


async def test_a_browser_that_cannot_check_signatures_says_so(called_house: Served, coming: Coming) -> None:
    reader = await coming(called_house, None)
    await reader.page.add_init_script("delete SubtleCrypto.prototype.importKey")
    await reader.open(ADDRESS)
    await expect(reader.page.locator(".alert-heading")).to_have_text("Din browser kan ikke kontrollere underskrifter.")
    await expect(reader.page.get_by_label("Tillidsfil")).to_have_count(0)
    await finds_nothing(reader)
