"""Wishes: a command of each kind as somebody might give it, about what is their own and about what is another's."""

from functools import cache
from typing import Any

import msgspec
from msgspec import Struct, inspect

from domain.kernel import Command
from domain.meeting.state import InSession
from domain.names import name_of
from domain.streams import STREAMS
from tests.given import Record
from tests.roles.cast import (
    ACTION,
    AWAY,
    BODY,
    CAST,
    CLUSTER,
    FUND,
    INITIATIVE,
    ITEM,
    MEETING,
    MINUTES,
    OTHER_BODY,
    OTHER_PARTY,
    PARTY,
    PROPOSAL,
    REDACTION,
    SEAT_OF,
    SEATS,
    STRANGE_SEAT,
)

COMMANDS: dict[str, type[Command]] = {f"{kind.name}.{each.verb}": each for kind in STREAMS for each in kind.commands}
STANDING = {
    "cluster": CLUSTER,
    "body": BODY,
    "membership": SEATS,
    "meeting": MEETING,
    "minutes": MINUTES,
    "fund": FUND,
    "initiative": INITIATIVE,
    "action": ACTION,
    "proposal": PROPOSAL,
    "redaction": REDACTION,
    "party": PARTY,
    "person": CAST["member"],
    "access": "lillebaelt/access/revisor",
}
"""kind -> the stream that a command goes to, where it must stand"""
PLAIN = {
    "Day": "2024-03-01",
    "Moment": "2024-03-01T08:00:00Z",
    "Hash": "0" * 64,
    "Label": "1",
    "Period": "2024",
    "LocalName": "medlem",
    "Text": "Tekst.",
    "ItemId": ITEM,
    "MeetingId": MEETING,
    "BodyId": BODY,
    "StreamId": MEETING,
    "FundId": FUND,
    "MembershipId": SEATS,
    "KeyId": "lillebaelt/financing-key/ny",
}
"""title of a type -> a value of it"""
SOMEBODYS = "en-andens"
"""A question that somebody else raised."""
OTHERS_SEAT = "fravaer"
"""On which somebody else sits, whoever asks."""


class Wish(Struct, frozen=True):
    """A command and the stream it goes to."""

    stream: str
    command: Command


def wish(action: str, role: str, own: bool, at: Record) -> Wish:
    """What a role wishes: about itself, its seat, its party and its body; or about somebody else."""
    command = COMMANDS[action]
    person = CAST[role] if own and role != "client" else AWAY
    values = PLAIN | {
        "PersonId": _substitute(own) if action == "membership.end-substitute" else person,
        "PartyId": PARTY if own else OTHER_PARTY,
        "ApplicantId": _applicant(role, own),
        "LocalName": _local(action, role, own, at),
        "debtor": "party" if role == "contact" else "person",
    }
    return Wish(_stream(action, command, role, own), _sample(command, tuple(values.items())))


def _substitute(own: bool) -> str:
    """Who stands in on a seat of the own party, or of another."""
    return CAST["substitute"] if own else AWAY


def _applicant(role: str, own: bool) -> str:
    """A contact person applies for their party; whoever sits in the body, for the body."""
    if role == "contact":
        return PARTY if own else OTHER_PARTY
    return BODY if own else OTHER_BODY


def _local(action: str, role: str, own: bool, at: Record) -> str:
    """A seat; or the question that somebody has raised."""
    if action == "meeting.withdraw-question":
        return role if own else SOMEBODYS
    if action.startswith("minutes."):
        return "b1"
    seat = SEAT_OF.get(role, "medlem")
    if own:
        return seat
    if action.startswith("membership."):
        return STRANGE_SEAT
    # Where nobody sits yet, nobody is put out of a seat.
    someone_sits = isinstance(at.see(MEETING), InSession)
    return OTHERS_SEAT if someone_sits or action != "meeting.leave-seat" else seat


def _stream(action: str, command: type[Command], role: str, own: bool) -> str:
    kind = action.partition(".")[0]
    if command.creates and kind != "membership":
        return f"{'dk' if kind in ('party', 'person', 'erasure') else 'lillebaelt'}/{kind}/ny"
    if kind == "application":
        return f"lillebaelt/application/{name_of(_applicant(role, own))}"
    if kind == "indicator":
        return f"lillebaelt/indicator/{name_of(PARTY if own else OTHER_PARTY)}"
    return STANDING.get(kind, f"lillebaelt/{kind}/ny")


@cache
def _sample(command: type[Command], values: tuple[tuple[str, Any], ...]) -> Command:
    return msgspec.convert(_value(inspect.type_info(command), dict(values)), command)


def _value(of: Any, values: dict[str, Any]) -> Any:
    """A value of a type, as plain JSON; the first there is where several will do."""
    match of:
        case inspect.Metadata():
            title = (of.extra_json_schema or {}).get("title")
            if title in values:
                return values[title]
            if title is not None and title.endswith("Id"):
                return f"lillebaelt/{_dashed(title[:-2])}/ny"
            return _value(of.type, values)
        case inspect.StructType():
            tag = {} if of.tag is None else {of.tag_field: of.tag}
            return tag | {each.encode_name: _value(each.type, values) for each in of.fields if _is_asked(each)}
        case inspect.UnionType():
            wanted = [each for each in of.types if not isinstance(each, inspect.NoneType)]
            tags = {each.tag: each for each in wanted if isinstance(each, inspect.StructType)}
            return _value(tags.get(values["debtor"], wanted[0]) if "outside" in tags else wanted[0], values)
        case inspect.VarTupleType():
            return [_value(of.item_type, values)]
        case inspect.EnumType():
            return next(iter(of.cls))
        case inspect.BoolType():
            return False
        case inspect.IntType():
            return max(1, of.ge or 0)
        case inspect.StrType():
            return "/text"
    raise AssertionError(of)


def _is_asked(field: Any) -> bool:
    """What must stand, and whatever the policy may read."""
    return field.required or field.name in ("item", "body", "person", "party", "from_party", "applicant", "meeting")


def _dashed(title: str) -> str:
    return "".join(f"-{each.lower()}" if each.isupper() else each for each in title).lstrip("-")
