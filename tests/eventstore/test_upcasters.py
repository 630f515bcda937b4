"""Old facts still decode: payloads of an older version are upcast when they are read, and stored bytes never change."""

from types import MappingProxyType
from typing import Any, ClassVar

import msgspec
import pytest

from domain import streams
from domain.kernel import Event
from domain.party import Registered
from domain.streams import EVENTS
from eventstore import mapper
from eventstore.log import Log
from eventstore.mapper import FromTheFuture, decode_event
from tests.eventstore.world import HEAD, KOLDING, SECRETARY, registering
from tests.eventstore.writing import events, give


class RegisteredLater(Registered, frozen=True, kw_only=True):
    """`party.registered` as two later versions might have it: v2 told where a party lies, v3 calls it `region_of`."""

    v: ClassVar[int] = 3
    region_of: str


def to_2(fields: dict[str, Any]) -> dict[str, Any]:
    return fields | {"region": "syddanmark"}


def to_3(fields: dict[str, Any]) -> dict[str, Any]:
    return {"region_of": fields["region"]} | {name: value for name, value in fields.items() if name != "region"}


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two versions later: the registries as that process would have them."""
    known: dict[str, type[Event]] = dict(EVENTS) | {"party.registered": RegisteredLater}
    upcasters = dict(mapper.UPCASTERS) | {("party.registered", 1): to_2, ("party.registered", 2): to_3}
    monkeypatch.setattr(mapper, "EVENTS", MappingProxyType(known))
    monkeypatch.setattr(mapper, "UPCASTERS", MappingProxyType(upcasters))
    monkeypatch.setattr(mapper, "_EVENT", {tag: msgspec.json.Decoder(event) for tag, event in known.items()})


def test_an_old_payload_is_raised_version_by_version(kept_log: Log, later: None) -> None:
    give(kept_log, SECRETARY, KOLDING, registering())
    stored = kept_log.recorder.event_at(KOLDING, 1)

    (recorded,) = events(kept_log, HEAD)

    assert isinstance(recorded.event, RegisteredLater)
    assert recorded.event.region_of == "syddanmark"
    assert kept_log.texts.open(recorded.event.name) == "Kolding Kommune"
    assert kept_log.recorder.event_at(KOLDING, 1) == stored
    assert stored is not None
    assert b'"v":1' in stored.state


def test_each_version_is_raised_from_where_it_stands(later: None) -> None:
    name = {"c": "", "box": ""}
    first = decode_event("party.registered", 1, msgspec.json.encode({"name": name, "party_kind": "region"}))
    second = decode_event(
        "party.registered", 2, msgspec.json.encode({"name": name, "party_kind": "region", "region": "sjaelland"})
    )
    third = decode_event(
        "party.registered", 3, msgspec.json.encode({"name": name, "party_kind": "region", "region_of": "nordjylland"})
    )

    assert [each.region_of for each in (first, second, third) if isinstance(each, RegisteredLater)] == [
        "syddanmark",
        "sjaelland",
        "nordjylland",
    ]
    with pytest.raises(FromTheFuture, match=r"party\.registered v4"):
        decode_event("party.registered", 4, b"{}")


def test_every_version_below_todays_has_its_upcaster() -> None:
    wanted = {(tag, v) for tag, event in streams.EVENTS.items() for v in range(1, event.v)}

    assert set(mapper.UPCASTERS) == wanted
