"""Golden samples: one stored payload per event and version, every field filled, as the log will hold it for ever.

    python -m tests.golden_samples

writes those that are missing and never touches one that stands. Where a field may hold one of several shapes, further
files `{tag}.v{v}.{n}.json` hold the others.
"""

import importlib
from pathlib import Path
from typing import Any, get_origin

import msgspec
from msgspec import inspect

import domain
from domain.kernel import Command, Event
from domain.streams import EVENTS
from domain.text import Sealed
from domain.words import Word

SOURCES = Path(domain.__file__).parent
GOLDEN = Path(__file__).parent / "golden"

BOX = b"0123456789abcdef" + bytes(range(48))
COMMITMENT = bytes(range(32))
WHERE = ("lillebaelt/meeting/2024-04-09-strategic", 7, "/text")

NAMED = {
    "Day": "2024-04-09",
    "Moment": "2024-04-09T16:00:00Z",
    "Hash": "0123456789abcdef" * 4,
    "Oere": 470_000_000,
    "Label": "3.1",
    "LocalName": "e1",
    "ItemId": "klyngemidler",
    "StreamId": "lillebaelt/fund/klyngemidler",
    "PartyId": "dk/party/kolding-kommune",
    "PersonId": "dk/person/7beb0184-e657-4c6a-bcc5-88240c1993be",
    "ClientId": "dk/client/esdh",
    "ClusterId": "lillebaelt/cluster/lillebaelt",
    "BodyId": "lillebaelt/body/strategic",
    "MembershipId": "lillebaelt/membership/strategic",
    "MandateId": "lillebaelt/mandate/joint-funds",
    "MeetingId": "lillebaelt/meeting/2024-04-09-strategic",
    "ReferralId": "lillebaelt/referral/forslag",
    "ConditionId": "lillebaelt/condition/c1",
    "ProposalId": "lillebaelt/proposal/traening",
    "InitiativeId": "lillebaelt/initiative/middelfart",
    "PlanId": "lillebaelt/plan/handleplan",
    "ActionId": "lillebaelt/action/projektbeskrivelser",
    "DocumentId": "lillebaelt/document/referat-2024-04-09",
    "FundId": "lillebaelt/fund/klyngemidler",
    "ApplicationId": "lillebaelt/application/traening",
    "KeyId": "lillebaelt/financing-key/projekter",
    "ApplicantId": "dk/party/kolding-kommune",
    "AgreementId": "midtjylland/agreement/hjaelpemidler-2010",
    "ErasureId": "dk/erasure/5d1f2c",
    "IndicatorId": "randers/indicator/rygestop",
    "Period": "2020-09",
    "Year": 2024,
    "Account": "fri:2024",
    "CheckpointKey": "klynge/syddanmark+56d8080c+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop",
}
"""title of a type -> a value of it"""


def samples_of(event: type[Event | Command]) -> list[Any]:
    """Payloads of an event, or a command, that together hold every shape its fields may have."""
    of = inspect.type_info(event)
    return [_sample(of, turn) for turn in range(_width(of))]


def vocabularies() -> list[type[Word]]:
    """Every closed vocabulary of the record."""
    for path in SOURCES.rglob("*.py"):
        importlib.import_module(".".join(path.relative_to(SOURCES.parent).with_suffix("").parts))
    found = (each for each in Word.__subclasses__() if each.__module__.startswith(f"{domain.__name__}."))
    return sorted(found, key=lambda each: f"{each.__module__}.{each.__name__}")


MOVED = {
    "domain.appointing.Cause": "domain.membership.Cause",
    "domain.bodies.Level": "domain.body.Level",
    "domain.initiatives.Phase": "domain.initiative.Phase",
    "domain.fund.releasing.Why": "domain.fund.Why",
    "domain.paths.Subject": "domain.mandate.Subject",
    "domain.points.Conclusion": "domain.outcomes.Conclusion",
    "domain.points.Sort": "domain.outcomes.Sort",
    "domain.points.Stance": "domain.outcomes.Stance",
    "domain.proposing.Forming": "domain.effects.Forming",
    "domain.proposal.state.Fate": "domain.proposal.Fate",
}
"""vocabulary -> what it is kept as, where it has another home than when its words were first stored"""


def words() -> dict[str, list[str]]:
    """The stored values of every vocabulary."""
    names = {each: f"{each.__module__}.{each.__name__}" for each in vocabularies()}
    return dict(sorted((MOVED.get(name, name), [word.value for word in each]) for each, name in names.items()))


def write_missing() -> None:
    """Write a file for every sample that has none, and the words as they are now."""
    for tag, event in EVENTS.items():
        samples = samples_of(event)
        for turn, sample in enumerate(samples):
            path = _file(tag, event, turn)
            if not path.exists():
                path.write_bytes(_json(sample))
        _write_later_fields(tag, event, samples)
    (GOLDEN / "words.json").write_bytes(_json(words()))


def _write_later_fields(tag: str, event: type[Event], samples: list[Any]) -> None:
    """Fields that an event got after its first files were committed: a file more, with all of them."""
    turn, held = 0, set[str]()
    while (path := _file(tag, event, turn)).exists():
        held |= msgspec.json.decode(path.read_bytes()).keys()
        turn += 1
    if set(event.__struct_encode_fields__) - held:
        path.write_bytes(_json(samples[0]))


def _file(tag: str, event: type[Event], turn: int) -> Path:
    return GOLDEN / (f"{tag}.v{event.v}.json" if turn == 0 else f"{tag}.v{event.v}.{turn}.json")


def _json(value: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def _width(of: Any) -> int:
    """How many samples it takes to see every shape. Texts take one: they are a box and a place by turns."""
    match of:
        case inspect.Metadata():
            return _width(of.type)
        case inspect.StructType() if not _is_box(of):
            return max((_width(field.type) for field in of.fields), default=1)
        case inspect.UnionType() if not _is_text(of):
            shapes = _shapes(of)
            return len(shapes) * max(_width(each) for each in shapes)
        case inspect.VarTupleType():
            return max(_width(each) for each in _each_of(of))
    return 1


def _sample(of: Any, turn: int) -> Any:
    match of:
        case inspect.Metadata():
            title = (of.extra_json_schema or {}).get("title")
            return NAMED[title] if title in NAMED else _sample(of.type, turn)
        case inspect.StructType():
            return _filled(of, turn)
        case inspect.UnionType():
            shapes = _shapes(of)
            return _sample(shapes[turn % len(shapes)], turn // len(shapes))
        case inspect.VarTupleType():
            return [_sample(each, turn) for each in _each_of(of)]
        case inspect.NamedTupleType():
            return list(WHERE)
        case inspect.EnumType():
            return list(of.cls)[turn % len(of.cls)]
        case inspect.BoolType():
            return True
        case inspect.IntType():
            return 2
        case inspect.StrType():
            return "/text"
    raise AssertionError(of)


def _filled(struct: Any, turn: int) -> dict[str, Any]:
    if _is_box(struct):
        return {"c": COMMITMENT, "box": BOX}
    sample = {} if struct.tag is None else {struct.tag_field: struct.tag}
    return sample | {field.encode_name: _sample(field.type, turn) for field in struct.fields}


def _shapes(union: Any) -> list[Any]:
    return [each for each in union.types if not isinstance(each, inspect.NoneType)]


def _each_of(of: Any) -> list[Any]:
    """What a list is filled with: one of each shape."""
    item = of.item_type
    return _shapes(item) if isinstance(item, inspect.UnionType) and not _is_text(item) else [item]


def _is_box(struct: Any) -> bool:
    return (get_origin(struct.cls) or struct.cls) is Sealed


def _is_text(union: Any) -> bool:
    return any(isinstance(each, inspect.NamedTupleType) for each in union.types)


if __name__ == "__main__":
    write_missing()
