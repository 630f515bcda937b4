"""Ed25519 as the verifier has it: the vectors of RFC 8032, and every signature that another library makes or refuses."""

import random

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from clients.klynge_verify import L, verify_ed25519

VECTORS = (
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
    (
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
    ),
)
"""Key, message and signature: RFC 8032, §7.1, tests 1, 2, 3 and SHA(abc)."""


@pytest.mark.parametrize(("key", "message", "signature"), VECTORS)
def test_the_published_vectors_fit(key: str, message: str, signature: str) -> None:
    assert verify_ed25519(bytes.fromhex(key), bytes.fromhex(message), bytes.fromhex(signature))


def test_what_another_library_signs_fits_and_one_bit_of_it_changed_does_not() -> None:
    draw = random.Random(8032)
    for _ in range(12):
        key = Ed25519PrivateKey.from_private_bytes(draw.randbytes(32))
        public, message = key.public_key().public_bytes_raw(), draw.randbytes(draw.randrange(200))
        signature = key.sign(message)
        assert verify_ed25519(public, message, signature)
        at = draw.randrange(512)
        other = bytearray(signature)
        other[at // 8] ^= 1 << at % 8
        assert not verify_ed25519(public, message, bytes(other)), at
        assert not verify_ed25519(public, message + b"\0", signature)


@pytest.mark.parametrize(
    "other",
    [
        lambda signature: signature[:32] + (int.from_bytes(signature[32:], "little") + L).to_bytes(32, "little"),
        lambda signature: signature[:-1],
        lambda signature: signature + b"\0",
        lambda signature: bytes(64),
        lambda signature: b"\xff" * 64,
        lambda signature: b"",
    ],
    ids=["a second way to write it", "too short", "too long", "noughts", "ones", "nothing"],
)
def test_a_signature_is_written_in_one_way_only(other) -> None:  # type: ignore[no-untyped-def]
    key, message, signature = (bytes.fromhex(each) for each in VECTORS[2])
    assert verify_ed25519(key, message, signature)
    assert not verify_ed25519(key, message, other(signature))


@pytest.mark.parametrize("key", [b"", bytes(31), b"\xff" * 32, (2**255 - 18).to_bytes(32, "little")])
def test_what_is_no_key_signs_nothing(key: bytes) -> None:
    assert not verify_ed25519(key, b"", bytes.fromhex(VECTORS[0][2]))
