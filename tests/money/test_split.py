"""Splits: one amount by whole weights, to the øre (domain-model 4.7). The expected figures were worked out by hand."""

import random
from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest

from domain.shares import Share, split
from tests.money.figures import note

Split = Callable[[int, tuple[Share, ...]], tuple[tuple[str, int], ...]]

NAMES = ("dk/party/rebild", "dk/party/vesthimmerland", "dk/party/mariagerfjord", "dk/party/region-nordjylland")
KEY = tuple(Share(party=party, weight=weight) for party, weight in zip(NAMES, (10, 15, 15, 60), strict=True))

SPLITS, OF_A_CONTROL = 20_000, 1_000


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        (123_456_789, (12_345_679, 18_518_518, 18_518_518, 74_074_074)),
        (250_000_003, (25_000_000, 37_500_001, 37_500_000, 150_000_002)),
        (475_727_100, (47_572_710, 71_359_065, 71_359_065, 285_436_260)),
        (0, (0, 0, 0, 0)),
        (1, (0, 0, 0, 1)),
        (2, (0, 1, 0, 1)),
    ],
)
def test_the_odd_oere_go_to_the_largest_remainders_and_of_those_alike_to_whoever_stands_first(
    total: int, parts: tuple[int, ...]
) -> None:
    assert split(total, KEY) == tuple(zip(NAMES, parts, strict=True))


def test_one_party_bears_it_all() -> None:
    assert split(7, (Share(party=NAMES[0], weight=3),)) == ((NAMES[0], 7),)


def random_splits(count: int) -> Iterator[tuple[int, tuple[Share, ...]]]:
    """Totals and keys as people might agree on, and as they never would."""
    draw = random.Random(4_7)
    for _ in range(count):
        weights = [
            draw.choice((draw.randint(1, 9), draw.randint(1, 100), draw.randint(1, 10**9)))
            for _ in range(draw.randint(1, 12))
        ]
        total = draw.choice((draw.randint(0, 99), draw.randint(0, 10**9), draw.randint(0, 10**15)))
        yield total, tuple(Share(party=f"dk/party/p{each}", weight=weight) for each, weight in enumerate(weights))


def faults_of(by: Split, count: int) -> set[str]:
    """Every promise that a way of splitting breaks."""
    broken = set()
    for total, shares in random_splits(count):
        parts = by(total, shares)
        whole = sum(share.weight for share in shares)
        if [party for party, _ in parts] != [share.party for share in shares]:
            broken.add("order")
        if sum(oere for _, oere in parts) != total:
            broken.add("sum")
        for (_, oere), share in zip(parts, shares, strict=True):
            if abs(oere * whole - total * share.weight) >= whole:
                broken.add("within an øre")
        if by(-total, shares) != tuple((party, -oere) for party, oere in parts):
            broken.add("mirror")
    return broken


def test_a_split_is_the_amount_each_within_an_oere_of_its_quota_and_a_reversal_mirrors_it(
    request: pytest.FixtureRequest,
) -> None:
    assert faults_of(split, SPLITS) == set()
    if request.config.getoption("--at-length"):
        note("a split", 0, SPLITS)


def rounded(total: int, shares: tuple[Share, ...]) -> tuple[tuple[str, int], ...]:
    """Each rounded by itself."""
    whole = sum(share.weight for share in shares)
    return tuple((share.party, round(Fraction(total * share.weight, whole))) for share in shares)


def floored(total: int, shares: tuple[Share, ...]) -> tuple[tuple[str, int], ...]:
    """Rounded down, and what is left over is lost; of a negative amount, rounded away from nothing."""
    whole = sum(share.weight for share in shares)
    return tuple((share.party, total * share.weight // whole) for share in shares)


def to_the_first(total: int, shares: tuple[Share, ...]) -> tuple[tuple[str, int], ...]:
    """What is left over goes to whoever stands first, however much it is."""
    parts = floored(total, shares)
    first, *others = parts
    return ((first[0], first[1] + total - sum(oere for _, oere in parts)), *others)


def by_name(total: int, shares: tuple[Share, ...]) -> tuple[tuple[str, int], ...]:
    """Told in the order of names."""
    return tuple(sorted(split(total, shares)))


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        (rounded, {"sum"}),
        (floored, {"sum", "mirror"}),
        (to_the_first, {"within an øre", "mirror"}),
        (by_name, {"order", "within an øre"}),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_a_split_that_breaks_a_promise_would_be_found(wrong: Split, found: set[str]) -> None:
    """The controls."""
    assert faults_of(wrong, OF_A_CONTROL) == found
