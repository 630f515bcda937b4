"""What came before, and what is proven of it: histories and comparisons of every view, ways of a thing and of a krone, heads."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from eventstore.proofs import Proofs
from projections.views import OF_SCOPE, OF_STREAM
from proof.note import Signer
from stories import midt_2023_05_24
from stories.lillebaelt_2024_04_09.cast import CAST
from tests.fuzz.asking import Asking
from tests.fuzz.prepared import OFFICER
from tests.outside import Outside
from tests.witness.sealing import seal

SIGNER = Signer("klynge/syddanmark", sha256(b"every way").digest())
PLAN, PLANS_READER = {"scope": "midt", "name": "handleplan-2023"}, midt_2023_05_24.STORY.cast["secretary"]
"""The cluster of Lillebælt has none."""
EARLIER = 10
POSTINGS = range(1, 200)


def look_back(house: Outside, told: Asking) -> None:
    """Each once, and each must be answered well."""
    for name in (*OF_SCOPE, *OF_STREAM):
        for by, path in _places(told, name):
            keys = list(_well(told, f"view.{name}", by, path=path).json()["rows"])
            if keys:
                _well(told, f"history.{name}", by, path=path, query={"key": keys[0]})
                _well(told, f"compare.{name}", by, path=path, query={"from": EARLIER})
                break
    _follow(told)
    _prove(house, told)


def _places(told: Asking, name: str) -> Iterable[tuple[str, dict[str, str]]]:
    """Where a view may have rows, and who may see them."""
    if name == "plan":
        yield PLANS_READER, PLAN
    elif name in OF_STREAM:
        for scope, stream in told.streams[name]:
            for by in (CAST["secretary"], OFFICER):
                path = {"scope": scope, "name": stream}
                if told.asked(f"view.{name}", by, path=path).status_code == 200:
                    yield by, path
    else:
        yield from _of_scopes(told, name)


def _of_scopes(told: Asking, name: str) -> Iterable[tuple[str, dict[str, str]]]:
    scopes = ("dk",) if name == "erasures" else ("lillebaelt", "dk", "midt", "aarhus", "randers", "syddanmark")
    for scope in scopes:
        for by in (OFFICER, CAST["secretary"], CAST["co-chair-region"]):
            if told.asked(f"view.{name}", by, path={"scope": scope}).status_code == 200:
                yield by, {"scope": scope}


def _follow(told: Asking) -> None:
    way = {"of": "meeting/2024-04-09-strategic/decision/3.4", "direction": "back"}
    _well(told, "lineage.way", CAST["plo-syd"], path={"scope": "lillebaelt"}, query=way)
    for scope, name in told.streams["fund"]:
        for posting in POSTINGS:
            asked: dict[str, Any] = {
                "path": {"scope": scope, "name": name},
                "query": {"posting": posting, "direction": "forth"},
            }
            if told.asked("fund.krone", OFFICER, **asked).status_code == 200:
                return


def _prove(house: Outside, told: Asking) -> None:
    proofs: Proofs = house.settings.store.open_proofs()
    try:
        log = house.house.core.log
        seal(log, proofs, SIGNER, EARLIER)
        seal(log, proofs, SIGNER)
    finally:
        proofs.close()
    _well(told, "proof.checkpoint", CAST["secretary"])
    _well(told, "proof.leaf", CAST["secretary"], query={"position": 1})
    _well(told, "proof.inclusion", CAST["secretary"], query={"position": 1})
    _well(told, "proof.consistency", CAST["secretary"], query={"from": EARLIER})
    for name in ("minutes.proof", "minutes.proof-code"):
        _one_of(told, name, "minutes")


def _one_of(told: Asking, name: str, kind: str) -> None:
    """Of some stream of a kind it is answered well."""
    asked = (
        told.asked(name, CAST["secretary"], path={"scope": scope, "name": stream})
        for scope, stream in told.streams[kind]
    )
    assert any(answer.status_code == 200 for answer in asked), name


def _well(told: Asking, name: str, by: str, **asked: Any) -> Any:
    answer = told.asked(name, by, **asked)
    assert 200 <= answer.status_code < 300, (name, answer.status_code, answer.text)
    return answer
