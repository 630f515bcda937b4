"""What every event, command, refusal and word must have, so that nobody can add half of one."""

import ast
import importlib
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
import pytest
from msgspec import inspect

import domain
import eventstore
from domain.effected import COMMAND_OF
from domain.effects import Effect
from domain.kernel import UNKNOWN, By, Command, Event, Recorded, Who
from domain.meeting.decision import DecisionRecorded
from domain.meeting.state import InSession
from domain.reactions import LEADS_TO, react
from domain.streams import COMMAND_NAMES, EVENTS, KINDS, REASONS, STREAMS
from domain.text import Kept, Sealed, TextAt
from domain.words import Word
from eventstore.mapper import decode_event
from projections.sentence import audit_sentences, spoken_sentence
from projections.template import fields_of, segments_of
from projections.trail import PRIVATE
from projections.view import Named
from tests.golden_samples import samples_of, vocabularies

ALL_EVENTS = [(kind.name, event) for kind in STREAMS for event in kind.events]
ALL_COMMANDS = [(kind.name, command) for kind in STREAMS for command in kind.commands]
SOURCES = sorted(Path(domain.__file__).parent.rglob("*.py"))
RULES = Path(__file__).parent / "domain"


def each_event(test: Any) -> Any:
    return pytest.mark.parametrize(("kind", "event"), ALL_EVENTS, ids=[event.tag for _, event in ALL_EVENTS])(test)


def each_command(test: Any) -> Any:
    names = [COMMAND_NAMES[command] for _, command in ALL_COMMANDS]
    return pytest.mark.parametrize(("kind", "command"), ALL_COMMANDS, ids=names)(test)


# --- events -----------------------------------------------------------------------------------------------------------


@each_event
def test_a_tag_begins_with_its_kind(kind: str, event: type[Event]) -> None:
    assert event.tag.startswith(f"{kind}.")
    assert EVENTS[event.tag] is event


@each_event
def test_a_sentence_mentions_only_what_the_event_holds(kind: str, event: type[Event]) -> None:
    held = {*event.__struct_fields__, "by", "stream"}
    for sentence in (event.da, event.en, event.said_da or "", event.said_en or ""):
        assert fields_of(sentence) <= held
        assert all(parts for parts, _ in segments_of(sentence))


@each_event
def test_a_sentence_tells_nothing_private(kind: str, event: type[Event]) -> None:
    """The trail and the feed go to all who may read a scope; words about a person's own affairs do not."""
    templates = [each for each in (event.da, event.en, event.said_da, event.said_en) if each is not None]
    told = {field for template in templates for field in fields_of(template)}

    assert [
        field
        for field in told
        if event.text_classes.get(field, event.text_class) in PRIVATE and _holds_text(event, field)
    ] == []


def _holds_text(event: type[Event], field: str) -> bool:
    hints = get_type_hints(event)
    return field in hints and any(part in (Sealed[str], TextAt) for part in (hints[field], *get_args(hints[field])))


@each_event
def test_a_sentence_says_the_same_in_danish_and_english(kind: str, event: type[Event]) -> None:
    assert event.da
    assert event.en
    assert fields_of(event.da) == fields_of(event.en)
    assert (event.said_da is None) == (event.said_en is None)
    assert fields_of(event.said_da or "") == fields_of(event.said_en or "")


@each_event
def test_what_may_be_absent_stands_where_it_can_fall_away(kind: str, event: type[Event]) -> None:
    """`fra ikke oplyst` tells nothing."""
    may_be_absent = {
        field.name
        for field in msgspec.structs.fields(event)
        if field.default is None or field.default == () or type(None) in getattr(field.type, "__args__", ())
    }
    for sentence in (event.da, event.en, event.said_da or "", event.said_en or ""):
        for parts, otherwise in segments_of(sentence):
            assert otherwise is not None or not may_be_absent & {field for _, field in parts}


@each_event
def test_every_shape_of_an_event_can_be_told(kind: str, event: type[Event]) -> None:
    for sample in samples_of(event):
        recorded = told_of(decode_event(event.tag, event.v, msgspec.json.encode(sample)))
        assert all(audit_sentences(recorded, Stranger()))  # type: ignore[arg-type]
        for lang in ("da", "en"):
            assert (spoken_sentence(recorded, lang) is None) == (event.said_da is None)


class Stranger:
    """Eyes to which every word and name is the same."""

    def open(self, kept: Any) -> str:
        return "ord"

    def name(self, stream: str) -> Named:
        return Named(stream, "navn")


def told_of(event: Event) -> Recorded:
    return Recorded(
        position=1,
        stream="lillebaelt/meeting/2024-04-09-strategic",
        version=1,
        recorded_at=0,
        by=By(person="dk/person/secretary"),
        command="",
        causation=None,
        correlation=1,
        event=event,
    )


@each_event
def test_some_command_gives_every_event_and_a_test_speaks_of_it(kind: str, event: type[Event]) -> None:
    assert any(event in command.gives for _, command in ALL_COMMANDS)
    assert event in SPOKEN_OF


# --- commands ---------------------------------------------------------------------------------------------------------


@each_command
def test_a_command_says_who_may_give_it_and_what_it_gives(kind: str, command: type[Command]) -> None:
    assert command.who
    assert all(isinstance(who, Who) for who in command.who)
    assert command.gives
    assert set(command.gives) <= set(KINDS[kind].events)
    assert command.__doc__
    assert command in SPOKEN_OF


def spoken_of() -> set[Any]:
    """Every class that a test of rules names."""
    modules = (importlib.import_module(f"tests.domain.{path.stem}") for path in RULES.glob("test_*.py"))
    return {value for module in modules for value in vars(module).values() if isinstance(value, type)}


SPOKEN_OF = spoken_of()


# --- reactions --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("event", LEADS_TO, ids=lambda event: event.tag)
def test_what_follows_from_an_event_has_a_higher_rank(event: type[Event]) -> None:
    """So every chain ends, and none is longer than the ranks (domain-model §3)."""
    for command in LEADS_TO[event]:
        assert Who.REACTION in command.who
        for follows in command.gives:
            assert event.rank < follows.rank, (event.tag, COMMAND_NAMES[command], follows.tag)


def test_every_effect_of_a_decision_stands_for_one_command() -> None:
    effects: Any = Effect
    assert set(COMMAND_OF) == {get_origin(each) or each for each in get_args(effects[Kept])}
    meeting = InSession(body="lillebaelt/body/strategic", items={})
    for sample in samples_of(DecisionRecorded):
        recorded = decode_event(DecisionRecorded.tag, 1, msgspec.json.encode(sample))
        assert isinstance(recorded, DecisionRecorded)
        followed = react(told_of(located(recorded)), {told_of(recorded).stream: meeting}.get)
        commands = [type(command) for _, command in followed]
        assert commands[: len(recorded.at_once)] == [COMMAND_OF[type(each)] for each in recorded.at_once]


def located(value: Any) -> Any:
    """Boxes as where they stand: what reactions see."""
    match value:
        case Sealed():
            return TextAt("lillebaelt/meeting/2024-04-09-strategic", 1, "/text")
        case TextAt():
            return value
        case tuple():
            return tuple(located(each) for each in value)
        case msgspec.Struct():
            fields = {name: located(getattr(value, name)) for name in value.__struct_fields__}
            return msgspec.structs.replace(value, **fields)
    return value


def test_nothing_follows_from_the_other_events() -> None:
    for event in EVENTS.values():
        if event not in LEADS_TO:
            for sample in samples_of(event):
                recorded = told_of(located(decode_event(event.tag, event.v, msgspec.json.encode(sample))))
                assert react(recorded, lambda _: UNKNOWN) == ()


# --- what has no end ---

BY_RULE = frozenset(
    {
        *("Establish.seats", "SetPath.steps", "RecordDecision.at_once", "RecordDecision.when_met"),
        *("OpenCondition.blocks", "Open.blocks", "List.by", "Open.schemes", "HandOver.things"),
    }
)
"""Lists whose end is a rule with a reason of its own, or that no door takes."""


def endless(of: Any, path: str = "") -> set[str]:
    """The whole numbers and lists in a type that may be as large as anybody likes."""
    match of:
        case inspect.Metadata():
            return endless(of.type, path)
        case inspect.StructType():
            name = of.cls.__name__
            return {found for each in of.fields for found in endless(each.type, f"{name}.{each.name}")}
        case inspect.UnionType():
            return {found for each in of.types for found in endless(each, path)}
        case inspect.VarTupleType():
            return endless(of.item_type, path) | ({path} if of.max_length is None else set())
        case inspect.IntType():
            return {path} if of.ge is None or of.le is None else set()
    return set()


@each_command
def test_every_number_and_every_list_has_an_end(kind: str, command: type[Command]) -> None:
    assert endless(inspect.type_info(command)) <= BY_RULE


def test_what_has_no_end_would_be_found() -> None:
    """The control: events, which repeat what was accepted, have none."""
    assert endless(inspect.type_info(DecisionRecorded)) >= {"DecisionRecorded.answers", "DecisionRecorded.present"}
    assert {found for _, each in ALL_COMMANDS for found in endless(inspect.type_info(each))} == BY_RULE


# --- refusals ---------------------------------------------------------------------------------------------------------


@cache
def refusals() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """(file, code, params) of every refusal in the source."""
    return tuple(
        (path.name, call.args[0].value, frozenset(str(keyword.arg) for keyword in call.keywords))
        for path in (*SOURCES, *Path(eventstore.__file__).parent.glob("*.py"))
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Refused"
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    )


@pytest.mark.parametrize(
    ("file", "code", "params"),
    refusals(),
    ids=lambda value: value if isinstance(value, str) else " ".join(sorted(value)),
)
def test_a_refusal_has_its_reason_in_both_languages(file: str, code: str, params: frozenset[str]) -> None:
    for reason in REASONS[code]:
        assert reason
        assert mentioned(reason) <= params


def mentioned(reason: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(reason) if field}


@pytest.mark.parametrize("code", REASONS)
def test_a_reason_is_given_somewhere_and_a_test_reaches_it(code: str) -> None:
    assert code in {given for _, given, _ in refusals()}
    assert f'"{code}"' in rules_in_words()


@cache
def rules_in_words() -> str:
    return "".join(path.read_text() for path in RULES.glob("test_*.py"))


def test_a_refusal_is_never_called_as_an_event_is() -> None:
    assert not set(REASONS) & set(EVENTS)


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("vocabulary", vocabularies(), ids=lambda each: f"{each.__module__}.{each.__name__}")
def test_the_words_of_a_vocabulary_differ(vocabulary: type[Word]) -> None:
    words = list(vocabulary.__members__.values())
    assert len({word.value for word in words}) == len(words)
    assert len({word.da for word in words}) == len(words)
