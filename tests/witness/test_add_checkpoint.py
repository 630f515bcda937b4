"""What a witness answers (C2SP tlog-witness), status by status."""

from base64 import b64encode
from collections.abc import AsyncIterator
from hashlib import sha256

import httpx
import pytest

from klynge.witness.folder import Folder
from klynge.witness.request import PROOF_LINES_MAX, REQUEST_BYTES_MAX
from klynge.witness.served import application
from klynge.witness.signing import Witness
from proof.note import Note, Signature, Signer, Verifier, time_of
from tests.witness.heads import ORIGIN, TIME, Numbers

LOG = Numbers(40)


@pytest.fixture
async def line(witness: Witness) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(application(witness))
    async with httpx.AsyncClient(transport=transport, base_url="http://witness.example") as line:
        yield line


async def add(line: httpx.AsyncClient, body: bytes) -> httpx.Response:
    return await line.post("/add-checkpoint", content=body)


async def test_a_head_that_goes_on_is_signed_with_the_time(line: httpx.AsyncClient, witness: Witness) -> None:
    first = await add(line, LOG.request(0, 7))
    assert first.status_code == 200
    assert first.text.startswith("— randers.example/w1 ")
    assert first.text.endswith("\n")
    second = await add(line, LOG.request(7, 23))
    assert second.status_code == 200
    signature = Signature.parse(second.text.removesuffix("\n"))
    assert Verifier.parse(witness.vkey).verifies(LOG.text(23), signature)
    assert not Verifier.parse(witness.vkey).verifies(LOG.text(22), signature)
    assert time_of(signature) == TIME


async def test_every_size_goes_on_from_every_smaller_one(tmp_path_factory: pytest.TempPathFactory) -> None:
    for old in range(1, 18):
        folder = Folder.make(tmp_path_factory.mktemp("each") / "w", "each.example/w")
        folder.trust(LOG.signer.vkey, "")
        witness = Witness(folder)
        witness.add(LOG.request(0, old))
        for size in range(old, 40, 5):
            witness.add(LOG.request(old, size))
            old = size


async def test_the_same_head_is_signed_again(line: httpx.AsyncClient) -> None:
    await add(line, LOG.request(0, 9))
    assert (await add(line, LOG.request(9, 9))).status_code == 200


async def test_an_older_size_than_the_one_signed_last_is_told_that_one(line: httpx.AsyncClient) -> None:
    await add(line, LOG.request(0, 20))
    for body in (LOG.request(0, 30), LOG.request(10, 30), LOG.request(0, 10), LOG.request(25, 30)):
        answer = await add(line, body)
        assert (answer.status_code, answer.text) == (409, "20\n")
        assert answer.headers["Content-Type"] == "text/x.tlog.size"


async def test_a_log_that_nothing_was_signed_of_stands_at_nought(line: httpx.AsyncClient) -> None:
    answer = await add(line, LOG.request(5, 10))
    assert (answer.status_code, answer.text) == (409, "0\n")


async def test_another_root_at_the_size_that_was_signed_is_refused(line: httpx.AsyncClient) -> None:
    """By the specification a conflict, and not with a size to ask again from: it would be the one that was asked from."""
    await add(line, LOG.request(0, 20))
    answer = await add(line, Numbers(20, forked=12).request(20, 20))
    assert (answer.status_code, answer.headers["Content-Type"]) == (409, "text/plain; charset=utf-8")


async def test_a_proof_that_does_not_hold_is_refused(line: httpx.AsyncClient) -> None:
    await add(line, LOG.request(0, 7))
    proof = LOG.request(7, 30)
    for wrong in (
        proof.replace(proof.split(b"\n")[1], b64encode(bytes(32))),
        proof.replace(proof.split(b"\n")[1] + b"\n", b""),
        proof.replace(b"\n\n", b"\n" + b64encode(bytes(32)) + b"\n\n", 1),
    ):
        assert (await add(line, wrong)).status_code == 422
    assert (await add(line, proof)).status_code == 200


async def test_a_proof_from_nothing_is_empty(line: httpx.AsyncClient) -> None:
    body = LOG.request(0, 7).replace(b"\n\n", b"\n" + b64encode(bytes(32)) + b"\n\n", 1)
    assert (await add(line, body)).status_code == 422


async def test_a_tree_without_leaves_has_the_root_of_nothing(line: httpx.AsyncClient) -> None:
    text = f"{ORIGIN}\n0\n{b64encode(bytes(32)).decode()}\n"
    signed = str(Note(text).signed([LOG.signer.sign(text)]))
    assert (await add(line, LOG.request(0, 0, signed))).status_code == 422
    assert (await add(line, LOG.request(0, 0))).status_code == 200


async def test_an_old_size_above_the_new_one_is_malformed(line: httpx.AsyncClient) -> None:
    await add(line, LOG.request(0, 20))
    assert (await add(line, LOG.request(20, 10))).status_code == 400


async def test_a_log_that_is_not_known_is_not_found(line: httpx.AsyncClient) -> None:
    assert (await add(line, Numbers(7, origin="klynge/elsewhere").request(0, 7))).status_code == 404


async def test_a_head_that_no_trusted_key_signed_is_forbidden(line: httpx.AsyncClient) -> None:
    text = LOG.text(7)
    stranger = Signer(ORIGIN, bytes(32)).sign(text)
    assert (await add(line, LOG.request(0, 7, str(Note(text).signed([stranger]))))).status_code == 403


async def test_a_signature_of_the_logs_key_that_does_not_fit_is_forbidden(line: httpx.AsyncClient) -> None:
    other = LOG.signer.sign(LOG.text(8))
    good = LOG.signer.sign(LOG.text(7))
    for signatures in ([other], [good, other]):
        body = LOG.request(0, 7, str(Note(LOG.text(7)).signed(signatures)))
        assert (await add(line, body)).status_code == 403


async def test_signatures_of_strangers_beside_the_logs_own_are_no_matter(
    line: httpx.AsyncClient, witness: Witness
) -> None:
    text = LOG.text(7)
    signed = Note(text).signed([Signer("x.example/y", bytes(32)).sign(text), LOG.signer.sign(text)])
    assert (await add(line, LOG.request(0, 7, str(signed)))).status_code == 200
    kept = witness.last(ORIGIN)
    assert kept is not None
    assert [each.name for each in kept.signatures] == [ORIGIN, "randers.example/w1"]


NOTE = LOG.note(7)
HASH = b64encode(sha256().digest()).decode()


@pytest.mark.parametrize(
    "body",
    [
        "",
        "\n\n",
        NOTE,
        f"old\n\n{NOTE}",
        f"old 00\n\n{NOTE}",
        f"old -1\n\n{NOTE}",
        f"old +1\n\n{NOTE}",
        f"old 1_0\n\n{NOTE}",
        f"old ٣\n\n{NOTE}",
        f"old {2**63}\n\n{NOTE}",
        f"old {'9' * 5000}\n\n{NOTE}",
        f"OLD 0\n\n{NOTE}",
        f"old 0 \n\n{NOTE}",
        f"old 0\r\n\r\n{NOTE}",
        f"old 0\n{NOTE}",
        f"old 0\n{HASH[:-4]}\n\n{NOTE}",
        f"old 0\n{HASH.replace('=', '')}\n\n{NOTE}",
        f"old 0\n {HASH}\n\n{NOTE}",
        f"old 0\n{(HASH + chr(10)) * (PROOF_LINES_MAX + 1)}\n{NOTE}",
        f"old 0\n\n{LOG.text(7)}",
        f"old 0\n\n{LOG.text(7)}\n",
        f"old 0\n\n{NOTE}more",
        f"old 0\n\n{NOTE}\n",
        f"old 0\n\n{NOTE[:-1]}",
        "old 0\n\n" + NOTE.replace("\n7\n", "\n07\n"),
        "old 0\n\n" + NOTE.replace("\n7\n", "\n\x00\n"),
        "old 0\n\n" + NOTE.replace("— ", "- "),
    ],
)
async def test_what_is_not_written_as_it_should_be_is_malformed(line: httpx.AsyncClient, body: str) -> None:
    assert (await add(line, body.encode())).status_code == 400
    assert (await add(line, f"old 0\n\n{NOTE}".encode())).status_code == 200


async def test_what_is_no_text_is_malformed(line: httpx.AsyncClient) -> None:
    assert (await add(line, b"old 0\n\n\xff\xfe" + NOTE.encode())).status_code == 400
    assert (await add(line, b"\xff 0\n\n" + NOTE.encode())).status_code == 400


async def test_a_request_without_end_is_cut_off(line: httpx.AsyncClient) -> None:
    assert (await add(line, b"old 0\n" * REQUEST_BYTES_MAX)).status_code == 413


async def test_nothing_else_answers(line: httpx.AsyncClient) -> None:
    assert (await line.get("/add-checkpoint")).status_code == 405
    assert (await line.get("/")).status_code == 404


async def test_who_watches_the_log_reads_what_was_signed_last(line: httpx.AsyncClient, witness: Witness) -> None:
    address = f"/{sha256(ORIGIN.encode()).hexdigest()}/checkpoint"
    assert (await line.get(address)).status_code == 404
    await add(line, LOG.request(0, 7))
    await add(line, LOG.request(7, 19))
    told = await line.get(address)
    assert told.headers["Content-Type"].startswith("text/plain")
    note = Note.parse(told.text)
    assert note.text == LOG.text(19)
    for key in (LOG.signer.verifier, Verifier.parse(witness.vkey)):
        assert any(key.verifies(note.text, each) for each in note.signatures)
    assert (await line.get("/..%2Flogs.toml/checkpoint")).status_code == 404
