"""Every fact of the five documents is shown: by events, and by rows of a view that are looked for here."""

from pathlib import Path

import pytest

from domain.kernel import Recorded
from tests.outside import Outside
from tests.stories.coverage import CLAIMS_ALONE_MAX, FACTS, log_of, topics_of, written
from tests.stories.seen import Fact, Topics, positions

PAGE = Path(__file__).resolve().parents[2] / "docs" / "coverage.md"
FACTS_OF = {"000": 23, "001": 18, "002": 28, "003": 11, "004": 10}
"""document -> how many facts it has"""
IDS = [f"{document}.{number}" for document, count in FACTS_OF.items() for number in range(1, count + 1)]
facts = pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)


@pytest.fixture(scope="module")
def topics(everything: Outside) -> Topics:
    return topics_of(everything)


@pytest.fixture(scope="module")
def log(everything: Outside) -> list[Recorded]:
    return log_of(everything)


def test_every_fact_is_here_once() -> None:
    assert [fact.id for fact in FACTS] == IDS
    assert len(IDS) == 90
    assert sum(fact.claim_alone is not None for fact in FACTS) <= CLAIMS_ALONE_MAX


@facts
def test_a_fact_is_told_and_shown(fact: Fact, log: list[Recorded], topics: Topics) -> None:
    assert positions(fact, log)
    assert fact.seen
    for each in fact.seen:
        each.check(topics)


@facts
def test_what_is_looked_for_would_not_be_found_if_any_of_it_were_wrong(fact: Fact, topics: Topics) -> None:
    """The control: every assertion, with each of its values planted wrong, fails."""
    for each in fact.seen:
        for wrong in each.planted_wrong():
            with pytest.raises(AssertionError, match="is shown"):
                wrong.check(topics)


def test_a_fact_carried_by_a_claim_alone_says_why() -> None:
    for fact in FACTS:
        quoted = {each.tag for each in fact.by} <= {"document.statement-quoted", "document.statement-doubted"}
        assert quoted == (fact.claim_alone is not None), fact.id


def test_the_page_says_what_the_stories_show(log: list[Recorded]) -> None:
    assert PAGE.read_text() == written(log), "python -m tests.stories.coverage > docs/coverage.md"
