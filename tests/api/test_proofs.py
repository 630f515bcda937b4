"""Heads and proofs over HTTP, checked by whoever holds nothing but the log's key; and the proof that stands on minutes."""

import io
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import httpx
import pytest
import segno

from domain.minutes.publication import MinutesPublished
from eventstore.proofs import Proofs
from eventstore.sqlite.tables import PROOFS, SQLiteTables
from proof.leaf import leaf_hash
from proof.note import Checkpoint, Cosigner, Note, Signer
from proof.printed import Printed
from proof.tree import verify_consistency, verify_inclusion
from tests.files import files_of
from tests.outside import Json, Outside, copied, outside, problem
from tests.witness.heads import TIME
from tests.witness.sealing import seal

MINUTES = "lillebaelt/minutes/2024-04-09-strategic"
PROOF = f"/v1/{MINUTES}/proof"
SIGNER = Signer("klynge/syddanmark", b"s" * 32)
WITNESSES = {
    name: Cosigner(f"{name}.example/w1", sha256(name.encode()).digest()) for name in ("region", "randers", "plo")
}
TRUST = "\n".join(
    [
        'origin = "klynge/syddanmark"',
        *(
            f'[[witness]]\norganisation = "{name}"\nkey = "{key.vkey}"\nurl = "http://127.0.0.1:9"'
            for name, key in WITNESSES.items()
        ),
        "[quorum]\norganisations = 2\nmust = ['region']",
    ]
)


@pytest.fixture(scope="module")
def house(ended: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """The story at its end, which a test seals when it wants it sealed."""
    folder = copied(ended, tmp_path_factory.mktemp("house"))
    (folder / "trust.toml").write_text(TRUST)
    with outside(folder, KLYNGE_WITNESSES=str(folder / "trust.toml")) as house:
        yield house


@pytest.fixture
def proofs(house: Outside) -> Iterator[Proofs]:
    """Nothing is sealed yet."""
    tables = SQLiteTables(str(files_of(house.settings).proofs), PROOFS)
    for table in ("tiles", "checkpoints", "cosignatures", "witnessed", "attempts"):
        tables.run(f"DELETE FROM {table}")
    yield Proofs(tables)
    tables.close()


def sealed(house: Outside, proofs: Proofs, size: int | None = None) -> int:
    return seal(house.house.core.log, proofs, SIGNER, size)


def cosign(proofs: Proofs, size: int, *organisations: str) -> None:
    text = Note.parse(proofs.checkpoint(size) or "").text
    for name in organisations:
        proofs.cosigned(size, name, WITNESSES[name].cosign(text, TIME), TIME)


def asked(house: Outside, path: str, **query: str | int) -> Json:
    answer = house.as_("plo-syd").get(path, params=query)
    assert answer.status_code == 200, answer.text
    told: Json = answer.json()
    return told


# --- heads ---


def test_while_nothing_is_sealed_there_is_no_head(house: Outside, proofs: Proofs) -> None:
    assert httpx.get(f"{house.url}/v1/checkpoint").status_code == 204
    assert problem(httpx.get(f"{house.url}/v1/checkpoint?size=10"))["code"] == "proof.not-sealed"
    for path, query in (
        ("/v1/proof/inclusion", {"position": 1}),
        ("/v1/proof/consistency", {"from": 1}),
    ):
        assert problem(house.as_("plo-syd").get(path, params=query))["code"] == "proof.not-sealed"


def test_whoever_asks_is_told_the_newest_head_and_who_has_seen_it(house: Outside, proofs: Proofs) -> None:
    sealed(house, proofs, 10)
    size = sealed(house, proofs)
    cosign(proofs, size, "region", "plo")
    answer = httpx.get(f"{house.url}/v1/checkpoint")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    note = Note.parse(answer.text)
    assert Checkpoint.parse(note.text).size == size == house.head
    for key in (SIGNER.verifier, WITNESSES["region"].verifier, WITNESSES["plo"].verifier):
        assert any(key.verifies(note.text, each) for each in note.signatures)
    assert len(note.signatures) == 3
    older = httpx.get(f"{house.url}/v1/checkpoint", params={"size": 10})
    assert Checkpoint.parse(Note.parse(older.text).text).size == 10
    again = httpx.get(f"{house.url}/v1/checkpoint", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_whoever_asks_for_a_witnessed_head_is_told_no_other(house: Outside, proofs: Proofs) -> None:
    sealed(house, proofs, 10)
    sealed(house, proofs, 20)
    witnessed = f"{house.url}/v1/checkpoint?state=witnessed"
    assert (httpx.get(witnessed).status_code, httpx.get(witnessed).text) == (204, "")
    proofs.set_witnessed(10)
    assert Checkpoint.parse(Note.parse(httpx.get(witnessed).text).text).size == 10
    assert problem(httpx.get(f"{house.url}/v1/checkpoint?state=other"))["code"] == "state.unknown"


# --- proofs ---


def test_every_event_is_shown_to_be_in_the_head(house: Outside, proofs: Proofs) -> None:
    size = sealed(house, proofs)
    rows = house.house.core.log.recorder.rows(0, size)
    for row in (rows[0], rows[1], rows[size // 2], rows[-1]):
        position = row[4]
        found = asked(house, "/v1/proof/inclusion", position=position)
        leaf, root = b64decode(found["leaf"]), b64decode(found["root"])
        assert leaf == leaf_hash(*row)
        way = [b64decode(each) for each in found["proof"]]
        assert verify_inclusion(position - 1, size, leaf, root, way)
        assert not verify_inclusion(position % size, size, leaf, root, way)
        note = Note.parse(found["checkpoint"])
        assert Checkpoint.parse(note.text).root == root
        assert SIGNER.verifier.verifies(note.text, note.signatures[0])


def test_whoever_was_answered_holds_the_leaf_before_anything_is_sealed(house: Outside, proofs: Proofs) -> None:
    position = house.head
    row = house.house.core.log.recorder.rows(position - 1, 1)[0]
    found = asked(house, "/v1/proof/leaf", position=position)
    assert (found["position"], b64decode(found["leaf"])) == (position, leaf_hash(*row))
    sealed(house, proofs)
    assert asked(house, "/v1/proof/inclusion", position=position)["leaf"] == found["leaf"]
    for beyond in (0, position + 1):
        answer = house.as_("plo-syd").get("/v1/proof/leaf", params={"position": beyond})
        assert problem(answer)["code"] == "not-found"


def test_an_event_is_shown_to_be_in_an_older_head_too(house: Outside, proofs: Proofs) -> None:
    sealed(house, proofs, 10)
    sealed(house, proofs)
    assert asked(house, "/v1/proof/inclusion", position=7, size=10)["size"] == 10
    for query in ({"position": 11, "size": 10}, {"position": 7, "size": 9}, {"position": 0}):
        answer = house.as_("plo-syd").get("/v1/proof/inclusion", params=query)
        assert problem(answer)["code"] == "proof.not-sealed"


def test_each_head_is_shown_to_go_on_from_those_before(house: Outside, proofs: Proofs) -> None:
    size = sealed(house, proofs)
    for old in (1, 2, 7, 64, size - 1, size):
        found = asked(house, "/v1/proof/consistency", **{"from": old})
        roots = b64decode(found["from_root"]), b64decode(found["to_root"])
        way = [b64decode(each) for each in found["proof"]]
        assert verify_consistency(old, size, *roots, way)
        assert old == size or not verify_consistency(old, size, roots[1], roots[1], way)
    assert asked(house, "/v1/proof/consistency", **{"from": 3, "to": 9})["to_size"] == 9
    for query in ({"from": 9, "to": 3}, {"from": 1, "to": size + 1}):
        answer = house.as_("plo-syd").get("/v1/proof/consistency", params=query)
        assert problem(answer)["code"] == "proof.not-sealed"


def test_a_proof_is_asked_for_by_numbers(house: Outside, proofs: Proofs) -> None:
    asking = house.as_("plo-syd")
    assert problem(asking.get("/v1/proof/inclusion"))["code"] == "position.missing"
    assert problem(asking.get("/v1/proof/inclusion?position=x"))["code"] == "position.malformed"
    assert problem(asking.get("/v1/proof/consistency?from=1&to=-1"))["code"] == "to.malformed"
    assert problem(asking.get("/v1/checkpoint?size=1e3"))["code"] == "size.malformed"


def test_who_is_not_signed_in_is_told_no_leaf(house: Outside, proofs: Proofs) -> None:
    sealed(house, proofs)
    for path in ("leaf?position=1", "inclusion?position=1", "consistency?from=1"):
        assert httpx.get(f"{house.url}/v1/proof/{path}").status_code == 401


def test_no_proof_is_given_for_what_is_not_what_was_sealed(house: Outside, proofs: Proofs) -> None:
    sealed(house, proofs)
    tile = bytearray(proofs.tile(0, 0))
    tile[6 * 32] ^= 1
    proofs.append(10**6, "later", TIME, {(0, 0): bytes(tile)})
    SQLiteTables(str(files_of(house.settings).proofs), PROOFS).run("DELETE FROM checkpoints WHERE size=?", 10**6)
    told = problem(house.as_("plo-syd").get("/v1/proof/inclusion", params={"position": 7}))
    assert (told["code"], told["position"]) == ("proof.diverges", 7)
    assert house.as_("plo-syd").get("/v1/proof/inclusion", params={"position": 8}).status_code == 200


# --- minutes ---


def published(house: Outside) -> int:
    """Where the minutes were published, as the log has it."""
    log = house.house.core.log
    (at,) = [
        each.position for each in log.read(0) if each.stream == MINUTES and isinstance(each.event, MinutesPublished)
    ]
    return at


def test_minutes_are_registered_then_sealed_then_witnessed(house: Outside, proofs: Proofs) -> None:
    at = published(house)
    registered = asked(house, PROOF)
    assert (registered["state"], registered["position"], registered["revision"]) == ("registered", at, 1)
    assert (registered["size"], registered["root"], registered["text"]) == (None, None, None)
    sealed(house, proofs, at - 1)
    assert asked(house, PROOF) == registered
    sealed(house, proofs, at + 2)
    sealed(house, proofs)
    assert (asked(house, PROOF)["state"], asked(house, PROOF)["size"]) == ("sealed", at + 2)
    cosign(proofs, at + 2, "randers", "plo")
    told = asked(house, PROOF)
    assert (told["state"], told["organisations"]) == ("sealed", ["plo", "randers"])  # the region must be among them
    cosign(proofs, at + 2, "region")
    told = asked(house, PROOF)
    assert (told["state"], told["organisations"]) == ("witnessed", ["plo", "randers", "region"])


def test_minutes_whose_first_head_few_have_seen_carry_one_that_enough_have(house: Outside, proofs: Proofs) -> None:
    at = published(house)
    sealed(house, proofs, at)
    later = sealed(house, proofs)
    cosign(proofs, later, "region", "plo")
    proofs.set_witnessed(later)
    told = asked(house, PROOF)
    assert (told["state"], told["size"]) == ("witnessed", later)


def test_the_code_on_minutes_holds_a_proof_that_anybody_can_check(house: Outside, proofs: Proofs) -> None:
    at = published(house)
    size = sealed(house, proofs)
    cosign(proofs, size, *WITNESSES)
    told = asked(house, PROOF)
    printed = Printed.parse(told["text"])
    assert (printed.position, printed.size) == (at, size)
    assert printed.root == b64decode(told["root"])
    assert printed.includes
    assert printed.signed_by([SIGNER.verifier]) == [SIGNER.verifier]
    assert len(printed.signed_by([each.verifier for each in WITNESSES.values()])) == 3
    assert printed.leaf == leaf_hash(*house.house.core.log.recorder.rows(at - 1, 1)[0])
    drawing = house.as_("plo-syd").get(f"{PROOF}.svg")
    assert drawing.headers["content-type"] == "image/svg+xml"
    drawn = io.BytesIO()
    segno.make_qr(told["text"], error="l").save(
        drawn, kind="svg", border=4, dark="#000", light="#fff", omitsize=True, xmldecl=False
    )
    assert drawing.content == drawn.getvalue()
    assert b"<script" not in drawing.content


def test_nothing_is_drawn_before_it_is_sealed(house: Outside, proofs: Proofs) -> None:
    assert problem(house.as_("plo-syd").get(f"{PROOF}.svg"))["code"] == "proof.not-sealed"


def test_minutes_as_they_stood_before_they_were_published_carry_none(house: Outside, proofs: Proofs) -> None:
    sealed(house, proofs)
    at = published(house)
    assert asked(house, PROOF, at=at)["position"] == at
    answer = house.as_("plo-syd").get(PROOF, params={"at": at - 1})
    assert problem(answer)["code"] == "minutes.not-published"


def test_who_may_not_see_minutes_is_told_of_no_proof(house: Outside, proofs: Proofs) -> None:
    sealed(house, proofs)
    for path in (PROOF, f"{PROOF}.svg"):
        assert problem(house.as_("dk/person/nobody").get(path))["code"] == "not-found"
        assert httpx.get(f"{house.url}{path}").status_code == 401
    assert problem(house.as_("plo-syd").get("/v1/lillebaelt/minutes/ingen/proof"))["code"] == "not-found"
