"""The gates of the writer, in their order: receipt, policy, existence, `If-Match`, and last the rules."""

from typing import Any

import pytest

from domain import log
from domain.claims import Exact
from domain.fund import AnnounceEarmark, NoteCondition, Open
from domain.party import Rename
from eventstore.given import Answer
from eventstore.log import Log
from tests.eventstore.world import ADMINISTRATOR, HEAD, KOLDING, OUTSIDER, REGION, SECRETARY, registering
from tests.eventstore.writing import give, tags

NOWHERE = "lillebaelt/fund/nowhere"
FUND = "lillebaelt/fund/klyngemidler"
RENAMING = Rename(name="Et navn", from_on="2024-05-01")
EARMARKING = AnnounceEarmark(
    earmark="e1", said=Exact[str](oere=100, words="1 kr."), purpose="Prøve", document="lillebaelt/document/none"
)
"""Requires `If-Match`, and a rule refuses it: its document is unknown."""


@pytest.mark.parametrize(
    ("person", "stream", "command", "if_match", "said"),
    [
        (OUTSIDER, NOWHERE, EARMARKING, None, "Denied"),
        (OUTSIDER, FUND, EARMARKING, 7, "Denied"),
        (SECRETARY, NOWHERE, EARMARKING, None, "Missing"),
        (SECRETARY, NOWHERE, EARMARKING, 7, "Missing"),
        (SECRETARY, FUND, EARMARKING, None, "VersionRequired"),
        (SECRETARY, FUND, EARMARKING, 7, ("Overtook", 1)),
        (SECRETARY, FUND, EARMARKING, 1, ("id.unknown", {"id": "lillebaelt/document/none"})),
    ],
    ids=[
        "the right is asked for before whether the stream exists",
        "the right is asked for before the version",
        "whether it exists is asked before whether a version is named",
        "whether it exists is asked before the version",
        "that a version is named is asked before the rules",
        "the version is asked for before the rules",
        "the rules are asked last",
    ],
)
def test_each_gate_stands_before_the_next(
    kept_log: Log, person: str, stream: str, command: Any, if_match: int | None, said: Any
) -> None:
    give(kept_log, SECRETARY, FUND, Open(name="Klyngemidler"))

    assert give(kept_log, person, stream, command, if_match=if_match) == said
    assert tags(kept_log, HEAD + 1) == []


def test_a_version_that_is_named_is_compared_also_where_none_is_required(kept_log: Log) -> None:
    assert give(kept_log, SECRETARY, REGION, RENAMING, if_match=7) == ("Overtook", 1)
    assert give(kept_log, SECRETARY, REGION, RENAMING, if_match=1) == Answer(
        position=HEAD + 1, stream=REGION, version=2
    )


def test_a_stream_that_does_not_exist_has_version_0(kept_log: Log) -> None:
    assert give(kept_log, SECRETARY, KOLDING, registering(), if_match=0) == Answer(
        position=HEAD + 1, stream=KOLDING, version=1
    )
    assert give(kept_log, SECRETARY, KOLDING, registering(), if_match=0) == ("Overtook", 1)


def test_of_two_who_saw_the_same_version_one_comes_first(kept_log: Log) -> None:
    outcomes = [give(kept_log, SECRETARY, REGION, RENAMING, if_match=1) for _ in range(2)]

    assert outcomes == [Answer(position=HEAD + 1, stream=REGION, version=2), ("Overtook", 2)]


def test_what_only_follows_from_events_has_no_door(kept_log: Log) -> None:
    following = NoteCondition(earmark="e1", condition="lillebaelt/condition/c1")

    assert give(kept_log, ADMINISTRATOR, FUND, following) == "Denied"


def test_the_beginning_of_a_log_is_for_init_alone(kept_log: Log) -> None:
    opening = log.Open(origin="x", clock=log.Clock.REAL, schemes=())

    assert give(kept_log, ADMINISTRATOR, "dk/log/log", opening) == "Denied"
    assert give(kept_log, ADMINISTRATOR, REGION, RENAMING, init=True) == "Missing"
