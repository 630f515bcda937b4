"""Notes, heads and cosignatures as C2SP writes them; signed and checked beside another program's Ed25519."""

from base64 import b64decode, b64encode
from hashlib import sha256

import pytest
from Crypto.PublicKey import ECC
from Crypto.Signature import eddsa

from proof.note import (
    BadNote,
    BadSignature,
    Checkpoint,
    Cosigner,
    Note,
    Signature,
    Signer,
    Verifier,
    signed_by,
    time_of,
)

PUBLISHED_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
PUBLISHED_NOTE = (
    "This is an example message.\n\n— example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)
PUBLISHED_HEAD = """example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
"""
LOG = Signer("klynge/syddanmark", bytes(range(32)))
WITNESS = Cosigner("aarhus.example/w1", bytes(range(32, 64)))
HEAD = Checkpoint("klynge/syddanmark", 7, sha256(b"seven").digest())


def test_the_published_note_is_signed_by_the_published_key() -> None:
    key, note = Verifier.parse(PUBLISHED_KEY), Note.parse(PUBLISHED_NOTE)
    assert note.text == "This is an example message.\n"
    assert [verifier for verifier, _ in signed_by(note, [key])] == [key]
    assert str(note) == PUBLISHED_NOTE
    assert str(key) == PUBLISHED_KEY


def test_the_published_head_is_read_and_written_letter_by_letter() -> None:
    note = Note.parse(PUBLISHED_HEAD)
    head = Checkpoint.parse(note.text)
    assert (head.origin, head.size) == ("example.com/behind-the-sofa", 20852163)
    assert str(head) == note.text
    assert str(note) == PUBLISHED_HEAD
    assert time_of(note.signatures[1]) == 1679315147
    assert time_of(note.signatures[0]) is None


def test_a_signature_of_a_log_is_what_another_program_makes_and_takes() -> None:
    key = ECC.construct(curve="Ed25519", seed=bytes(range(32)))
    public = key.public_key().export_key(format="raw")
    key_id = sha256(b"klynge/syddanmark\n\x01" + public).digest()[:4]
    made = b64encode(key_id + eddsa.new(key, "rfc8032").sign(str(HEAD).encode())).decode()
    assert LOG.sign(str(HEAD)).line == f"— klynge/syddanmark {made}"
    kept = b64encode(b"\x01" + public).decode()
    assert LOG.vkey == f"klynge/syddanmark+{key_id.hex()}+{kept}"


def test_a_cosignature_holds_its_time_and_is_made_over_it() -> None:
    key = ECC.construct(curve="Ed25519", seed=bytes(range(32, 64)))
    public = key.public_key().export_key(format="raw")
    at = 1_712_678_400
    said = b"cosignature/v1\ntime 1712678400\n" + str(HEAD).encode()
    body = at.to_bytes(8, "big") + eddsa.new(key, "rfc8032").sign(said)
    key_id = sha256(b"aarhus.example/w1\n\x04" + public).digest()[:4]
    signature = WITNESS.cosign(str(HEAD), at)
    assert signature.line == f"— aarhus.example/w1 {b64encode(key_id + body).decode()}"
    assert time_of(signature) == at
    assert WITNESS.verifier.verifies(str(HEAD), signature)


def test_whoever_changes_a_letter_of_a_head_or_a_bit_of_a_signature_is_found() -> None:
    note = Note(str(HEAD)).signed([LOG.sign(str(HEAD)), WITNESS.cosign(str(HEAD), 5)])
    keys = [LOG.verifier, WITNESS.verifier]
    assert len(signed_by(note, keys)) == 2
    for other in (note.text.replace("7", "8"), note.text.replace("sydd", "nord")):
        with pytest.raises(BadSignature):
            signed_by(Note(other, note.signatures), keys)
    for at in range(2):
        whole = note.signatures[at]
        for bit in range(0, len(whole.body) * 8, 7):
            body = bytearray(whole.body)
            body[bit // 8] ^= 1 << bit % 8
            with pytest.raises(BadSignature):
                signed_by(Note(note.text, (Signature(whole.name, whole.key_id, bytes(body)),)), keys)


def test_a_witness_signature_is_none_of_the_log_and_the_other_way_about() -> None:
    as_witness = Cosigner(LOG.name, bytes(range(32)))
    assert as_witness.verifier.key_id != LOG.verifier.key_id
    assert not as_witness.verifier.verifies(str(HEAD), LOG.sign(str(HEAD)))
    assert not LOG.verifier.verifies(str(HEAD), as_witness.cosign(str(HEAD), 5))


def test_lines_of_strangers_say_nothing() -> None:
    stranger = Signer("klynge/syddanmark", bytes(32))
    note = Note(str(HEAD)).signed([stranger.sign(str(HEAD))])
    assert signed_by(note, [LOG.verifier]) == []


def test_a_key_is_kept_as_text_and_read_again_whole_or_not_at_all() -> None:
    assert Signer.parse(f"{LOG.secret}\n").vkey == LOG.vkey
    assert Cosigner.parse(WITNESS.secret).vkey == WITNESS.vkey
    damaged = LOG.secret[:-3] + ("A" if LOG.secret[-3] != "A" else "B") + LOG.secret[-2:]
    for said in (damaged, WITNESS.secret, "", "PRIVATE+KEY+", LOG.vkey):
        with pytest.raises(BadNote) as refused:
            Signer.parse(said)
        assert said[-20:-2] == "" or said[-20:-2] not in str(refused.value)
    assert LOG.secret[-20:] not in repr(LOG)


LINE = LOG.sign(str(HEAD)).line
SAID = LINE.rsplit(" ", 1)[1]


@pytest.mark.parametrize(
    "said",
    [
        "",
        str(HEAD),
        f"{HEAD}\n",
        f"{HEAD}{LINE}\n",
        f"{HEAD}\n{LINE}",
        f"{HEAD}\n{LINE}\n\n",
        f"{HEAD}\n{LINE}\r\n",
        f"{HEAD}\n- klynge/syddanmark {SAID}\n",
        f"{HEAD}\n—  {SAID}\n",
        f"{HEAD}\n— klynge+syddanmark {SAID}\n",
        f"{HEAD}\n— klynge/syddanmark {SAID[:-1]}\n",
        f"{HEAD}\n— klynge/syddanmark {SAID} \n",
        f"{HEAD}\n— klynge/syddanmark {SAID[:40]}\n{SAID[40:]}\n",
        f"{HEAD}\n— klynge/syddanmark AAAA\n",
        f"{HEAD}\x00\n{LINE}\n",
        f"{HEAD}\n{LINE}\n".replace("7", "7\t", 1),
        f"{HEAD}\n" + f"{LINE}\n" * 65,
        "x" * 70_000,
        f"{HEAD}\n{LINE}\n".encode() + b"\xff\n",
    ],
)
def test_what_is_not_written_as_a_note_is_none(said: str | bytes) -> None:
    with pytest.raises(BadNote):
        Note.parse(said)


ROOT = b64encode(HEAD.root).decode()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "klynge/x\n7\n",
        f"\n7\n{ROOT}\n",
        f"klynge/x\n07\n{ROOT}\n",
        f"klynge/x\n-7\n{ROOT}\n",
        f"klynge/x\n٧\n{ROOT}\n",
        f"klynge/x\n+7\n{ROOT}\n",
        f"klynge/x\n{2**63}\n{ROOT}\n",
        f"klynge/x\n{'9' * 400}\n{ROOT}\n",
        f"klynge/x\n7\n{ROOT[:-4]}\n",
        f"klynge/x\n7\n{ROOT}",
        f"klynge/x\n7\n{ROOT}\n\nmore\n",
    ],
)
def test_what_is_not_written_as_a_head_is_none(text: str) -> None:
    with pytest.raises(BadNote):
        Checkpoint.parse(text)


def test_a_head_may_have_lines_for_others_to_read() -> None:
    assert Checkpoint.parse(f"{HEAD}more\n") == HEAD


@pytest.mark.parametrize(
    "said",
    [
        "",
        "example.com/foo",
        PUBLISHED_KEY.replace("530d903a", "530d903b"),
        PUBLISHED_KEY.replace("530d903a", "530D903A"),
        PUBLISHED_KEY[:-4],
        PUBLISHED_KEY.replace("example.com/foo", "example com"),
        "a+00000000+" + b64encode(b"\x02" + bytes(32)).decode(),
        f" {PUBLISHED_KEY}",
    ],
)
def test_what_is_not_written_as_a_key_is_none(said: str) -> None:
    with pytest.raises(BadNote):
        Verifier.parse(said)


def test_base64_is_read_as_it_is_written_and_in_no_other_way() -> None:
    other = SAID[:-2] + chr(ord(SAID[-2]) + 1) + SAID[-1]
    assert b64decode(other) == b64decode(SAID), "the same bytes, said in another way"
    with pytest.raises(BadNote):
        Note.parse(f"{HEAD}\n— klynge/syddanmark {other}\n")
