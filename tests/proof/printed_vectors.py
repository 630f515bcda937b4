"""Writes `clients/conformance/proof/printed.json`: printed proofs for whoever reads them in another language, and what is wrong
with the others. Made with the definitions of RFC 6962 and another program's Ed25519; `python -m tests.proof.printed_vectors`.
"""

import json
from base64 import b32encode, b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

from Crypto.PublicKey import ECC
from Crypto.Signature import eddsa

from tests.proof.plainly import inclusion, root
from tests.witness.heads import ORIGIN, Numbers

FILE = Path(__file__).resolve().parents[2] / "clients/conformance/proof/printed.json"
TIME = 1_775_000_000
WITNESSES = ("region-syddanmark.example/w1", "randers.example/w1")
LOG_KEY, COSIGNER = 1, 4


def letters(said: bytes) -> str:
    return b32encode(said).decode().rstrip("=")


def vkey(name: str, algorithm: int, seed: bytes) -> tuple[str, bytes]:
    """As it is handed out, and its number."""
    public = bytes([algorithm]) + ECC.construct(curve="Ed25519", seed=seed).public_key().export_key(format="raw")
    number = sha256(name.encode() + b"\n" + public).digest()[:4]
    return f"{name}+{number.hex()}+{b64encode(public).decode()}", number


def sign(seed: bytes, said: str) -> bytes:
    signed: bytes = eddsa.new(ECC.construct(curve="Ed25519", seed=seed), "rfc8032").sign(said.encode())
    return signed


def seed_of(name: str) -> bytes:
    return sha256(name.encode()).digest()


def made(position: int, size: int, witnesses: tuple[str, ...] = WITNESSES) -> str:
    """A printed proof, from the format's own description."""
    leaves = Numbers(size).leaves
    head = f"{ORIGIN}\n{size}\n{b64encode(root(leaves)).decode()}\n"
    hashes = b"".join((root(leaves), leaves[position - 1], *inclusion(position - 1, leaves)))
    said = [vkey(ORIGIN, LOG_KEY, seed_of(ORIGIN))[1] + sign(seed_of(ORIGIN), head)]
    for name in witnesses:
        cosigned = sign(seed_of(name), f"cosignature/v1\ntime {TIME}\n{head}")
        said.append(vkey(name, COSIGNER, seed_of(name))[1] + TIME.to_bytes(8, "big") + cosigned)
    return ":".join(("KLYNGE-PROOF/1", ORIGIN.upper(), str(position), str(size), letters(hashes), *map(letters, said)))


def vectors() -> dict[str, Any]:
    good = made(5, 13)
    fields = good.split(":")

    def other(at: int, said: str) -> str:
        return ":".join((*fields[:at], said, *fields[at + 1 :]))

    def flipped(at: int) -> str:
        return other(at, fields[at][:70] + ("A" if fields[at][70] != "A" else "B") + fields[at][71:])

    return {
        "keys": [vkey(ORIGIN, LOG_KEY, seed_of(ORIGIN))[0]],
        "witnesses": [{"organisation": name, "key": vkey(name, COSIGNER, seed_of(name))[0]} for name in WITNESSES],
        "good": [
            {
                "text": made(position, size, witnesses),
                "origin": ORIGIN,
                "position": position,
                "size": size,
                "root": b64encode(root(Numbers(size).leaves)).decode(),
                "leaf": b64encode(Numbers(size).leaves[position - 1]).decode(),
                "organisations": sorted(witnesses),
            }
            for position, size, witnesses in (
                (1, 1, ()),
                (1, 2, WITNESSES[:1]),
                (5, 13, WITNESSES),
                (13, 13, WITNESSES),
                (129, 300, WITNESSES[1:]),
            )
        ],
        "malformed": [
            {"why": "nothing", "text": ""},
            {"why": "another scheme", "text": other(0, "KLYNGE-PROOF/2")},
            {"why": "a field too few", "text": ":".join(fields[:5])},
            {"why": "a position of nought", "text": other(2, "0")},
            {"why": "a position with a nought before it", "text": other(2, "05")},
            {"why": "a position beyond the size", "text": other(2, "14")},
            {"why": "a size that is no number", "text": other(3, "1E1")},
            {"why": "letters that are not base32", "text": other(4, fields[4][:-1] + "1")},
            {"why": "hashes cut short", "text": other(4, fields[4][:-1])},
            {"why": "one hash", "text": other(4, fields[4][:52])},
            {"why": "a signature cut short", "text": other(5, fields[5][:-2])},
            {"why": "four cosignatures", "text": ":".join((*fields, fields[6], fields[6]))},
        ],
        "false": [
            {"why": "another event", "text": other(2, "6")},
            {"why": "another size", "text": other(3, "8")},
            {"why": "another leaf", "text": flipped(4)},
            {"why": "a hash too many", "text": other(4, letters(_bytes(fields[4]) + bytes(32)))},
            {"why": "a hash too few", "text": other(4, letters(_bytes(fields[4])[:-32]))},
        ],
        "unsigned": [
            {"why": "another log", "text": other(1, "KLYNGE/MIDTJYLLAND")},
            {"why": "a size with the same way to the root", "text": other(3, "12")},
            {"why": "a signature that does not fit", "text": flipped(5)},
            {"why": "a stranger's signature", "text": other(5, letters(b"\x00\x01\x02\x03" + bytes(64)))},
        ],
    }


def _bytes(said: str) -> bytes:
    from base64 import b32decode

    return b32decode(said + "=" * (-len(said) % 8))


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps(vectors(), indent=1, ensure_ascii=False) + "\n")
