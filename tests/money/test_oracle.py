"""The fund beside books kept by hand: over random histories both say yes to the same, and hold the same to the øre.

In short in `make test`, ten times as many in `make oracle`.
"""

import ast
import inspect
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

import pytest

from domain import shares
from domain.fund import accounts, checks, state
from domain.refusal import Refused
from tests.money import books, by_hand, oracle
from tests.money.figures import note
from tests.money.histories import DRAWN, STEPS, play

IN_SHORT, AT_LENGTH = 1_000, 10_000
OF_A_CONTROL = 200
DONE_OF_EACH = 10
REACHED = {
    *(
        "above-about-ceiling",
        "already-held",
        "already-resolved",
        "already-reversed",
        "ceiling-exceeded",
        "criterion-unmet",
    ),
    *(
        "denied",
        "difference-open",
        "earmarks-open",
        "ended",
        "exists",
        "four-eyes",
        "free-left",
        "grant-twice",
        "incomplete",
    ),
    *(
        "no-authority",
        "no-evaluation-plan",
        "no-key",
        "not-evaluated",
        "not-reversible",
        "nothing-awaited",
        "overdrawn",
    ),
    *("pool-exceeded", "proof-mismatch", "settled", "step-missing", "unknown", "wound-up", "year-shut"),
}
"""Every reason that a short run meets."""


def differing(seeds: Iterable[int]) -> str:
    """The first history in which the fund and the books differ, told so that it can be played again; nothing where none does."""
    for seed in seeds:
        steps, differs, _ = play(seed)
        if differs:
            return f"history {seed}, step {len(steps)} {steps[-1]}: {differs}"
    return ""


def test_the_fund_agrees_with_books_kept_by_hand(request: pytest.FixtureRequest) -> None:
    count = AT_LENGTH if request.config.getoption("--at-length") else IN_SHORT
    done: Counter[str] = Counter()
    reached: set[str] = set()
    for seed in range(count):
        steps, differs, played = play(seed)
        assert differs == "", f"history {seed}, step {len(steps)} {steps[-1]}"
        done.update(played.done)
        reached |= played.reached

    # The control: every kind of step was taken, and every reason against one was met.
    assert {kind for kind in DRAWN if done[kind] < DONE_OF_EACH} == set()
    assert REACHED - reached == set()
    if count == AT_LENGTH:
        note("a step", 0, count)


@pytest.mark.parametrize("module", [by_hand, books, oracle], ids=lambda module: str(module.__name__))
def test_the_books_share_nothing_with_what_they_judge(module: ModuleType) -> None:
    """So what both say alike, two have said."""
    tree = ast.parse(inspect.getsource(module))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    rooms = {name for node in imports for name in ([node.module] if isinstance(node, ast.ImportFrom) else [])}
    assert not any(isinstance(node, ast.Import) for node in imports)
    assert rooms <= {"typing", "tests.money.by_hand", "tests.money.books"}


# --- the controls -----------------------------------------------------------------------------------------------------


class Planted:
    """A rule that is not followed, wherever it is asked for; and how often that made a difference."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, right: Callable[..., Any], wrong: Callable[..., Any], room: str
    ) -> None:
        self.fired = 0

        def planted(*asked: Any) -> Any:
            told = wrong(*asked)
            try:
                self.fired += told != right(*asked)
            except Refused:
                self.fired += 1
            return told

        for name, module in tuple(sys.modules.items()):
            if name.startswith(room) and getattr(module, right.__name__, None) is right:
                monkeypatch.setattr(module, right.__name__, planted)


def floored(total: int, shared: Any) -> Any:
    """Each its whole øre; what is left over is lost."""
    whole = sum(share.weight for share in shared)
    return tuple((share.party, total * share.weight // whole) for share in shared)


def last_first(total: int, shared: Any) -> Any:
    """The odd øre go to whoever stands last."""
    return tuple(reversed(shares_split(total, tuple(reversed(shared)))))


shares_split = shares.split


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (accounts.short, lambda *_: None),
        (accounts.mirrored, lambda legs: legs),
        (accounts.posted, lambda held, legs: {**dict(held), **{leg.account: leg.amount_oere for leg in legs}}),
        (state.takes_two, lambda *_: False),
        (checks.require_open_year, lambda *_: None),
        (shares.split, floored),
        (shares.split, last_first),
    ],
    ids=[
        "no pool check",
        "no mirror",
        "balances forgotten",
        "one person",
        "a closed year",
        "an øre dropped",
        "ties to the last",
    ],
)
def test_a_fund_that_does_not_follow_a_rule_is_found(
    monkeypatch: pytest.MonkeyPatch, right: Callable[..., Any], wrong: Callable[..., Any]
) -> None:
    planted = Planted(monkeypatch, right, wrong, "domain.fund")
    assert differing(range(OF_A_CONTROL))
    assert planted.fired


def rounded(oere: int, shared: Any) -> Any:
    """Each rounded by itself."""
    whole = sum(weight for _, weight in shared)
    return [(party, round(oere * weight / whole)) for party, weight in shared]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (by_hand.split, rounded),
        (by_hand.missing, lambda *_: []),
        (by_hand.takes_two, lambda *_: True),
        (by_hand.has_had, lambda *_: 0),
        (oracle.unmet, lambda *_: False),
    ],
    ids=["wrong rounding", "no authority", "always two", "a ceiling for each grant", "no criteria"],
)
def test_books_that_do_not_follow_a_rule_are_found(
    monkeypatch: pytest.MonkeyPatch, right: Callable[..., Any], wrong: Callable[..., Any]
) -> None:
    """So the agreement is not one of two that both say nothing."""
    planted = Planted(monkeypatch, right, wrong, "tests.money")
    assert differing(range(OF_A_CONTROL))
    assert planted.fired


def test_a_history_is_the_same_when_it_is_played_again() -> None:
    first, again = play(7), play(7)
    assert first[0] == again[0]
    assert len(first[0]) > STEPS / 2
    assert first[2].state == again[2].state
