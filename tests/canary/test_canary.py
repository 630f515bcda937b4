"""What is said behind closed doors reaches nobody who may not read it, by no door; and everybody who may reads every word of it."""

from collections.abc import Callable

import pytest

from tests.canary.conftest import Hunted
from tests.canary.ground import BEYOND, CAST, GUESTS
from tests.canary.hooked import PART
from tests.canary.secrets_kept import Canary

NOT_IN_VIEWS = {"reason", "bytes", "awaited", "case", "parked", "turned-down", "revised", "recused-because", "lifted"}
"""Places that no view tells as of now, though it may as of then."""
IN_SENTENCES = {"title", "recommendation", "attachment", "question", "conclusion", "position", "decision", "number"}
SEARCHED = {"title", "decision"}
"""Of what sentences say with the words that are searched for."""
DOORS = {
    "views": lambda canary: canary.place not in NOT_IN_VIEWS,
    "trail": lambda canary: canary.place in IN_SENTENCES,
    "feed": lambda canary: canary.place not in ("bytes", "link"),
    "compare": lambda canary: canary.place not in NOT_IN_VIEWS,
    "search": lambda canary: canary.place in SEARCHED,
    "papers": lambda canary: canary.place == "bytes",
    "socket": lambda canary: canary.place not in NOT_IN_VIEWS,
    "frames": lambda canary: canary.place not in NOT_IN_VIEWS,
    "poll": lambda canary: canary.place not in NOT_IN_VIEWS,
    "stream": lambda canary: canary.place not in ("bytes", "link"),
    "export": lambda canary: canary.place not in ("bytes", "link"),
}
"""kind of door -> which canaries it tells"""
AS_IT_HAPPENS = {"stream"}
"""What could not be read when it was said is not told there later."""
READERS = ("secretary", "member")
"""Who may read every canary of the items that they are not recused from; drafts are for the secretariat."""


def test_no_byte_of_what_is_closed_reaches_whoever_may_not_read_it(hunted: Hunted) -> None:
    assert hunted.found.leaks == []
    assert hunted.found.guesses > 0
    assert hunted.found.answered.total() > 0


@pytest.mark.parametrize("kind", DOORS)
@pytest.mark.parametrize("part", READERS)
def test_every_canary_reaches_those_who_may_read_it(hunted: Hunted, part: str, kind: str) -> None:
    """The control: the same search finds what it should find, at each kind of door."""
    told: Callable[[Canary], bool] = DOORS[kind]
    reached = hunted.found.reached[part, kind]
    meant = {
        canary
        for law in hunted.hunt.laws
        for canary in law.canaries.values()
        if told(canary) and (canary.may_always if kind in AS_IT_HAPPENS else canary.may_now)(part)
    }
    assert {str(canary) for canary in meant - reached} == set()
    assert any(canary.item is not None and canary.item.shut for canary in meant), "some of it behind closed doors"


def test_everybody_was_asked_as_and_only_those_with_a_part_were_told_anything(hunted: Hunted) -> None:
    told = {part for (part, _), canaries in hunted.found.reached.items() if canaries}
    assert {*CAST} - {*GUESTS, *BEYOND} <= told
    assert told <= {*CAST}, "nobody without a token"


def test_redis_was_told_of_the_log_and_of_who_is_online_and_of_nothing_else(hunted: Hunted) -> None:
    assert hunted.heads_told > 0
    assert hunted.found.looked_at["redis"] > 0
    assert "Klynge answers" in hunted.reports
    word = next(iter(hunted.hunt.laws[0].canaries))
    before = len(hunted.found.leaks)
    hunted.hunt.search_told("redis", b'1736000000.1 [0 127.0.0.1:1] "publish" "klynge/x" "' + word + b'"')
    assert len(hunted.found.leaks) == before + 1, "the control: a canary would be found there"
    hunted.found.leaks.pop()


def test_webhooks_were_sent_what_happened_and_no_word_of_it(hunted: Hunted) -> None:
    sent = hunted.found.looked_at["webhook"]
    assert sent > 0
    closed = next(
        each for each in hunted.hunt.laws[0].canaries.values() if each.readers and not each.may_since(PART, 0)
    )
    before = len(hunted.found.leaks)
    hunted.hunt.search_sent([(1, b'{"subject":"' + closed.word.encode() + b'"}')], hunted.hunt.laws[0])
    assert len(hunted.found.leaks) == before + 1, "the control: a canary would be found there"
    hunted.found.leaks.pop()
