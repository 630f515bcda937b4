"""Steps of commitment, one after the other; and what papers say of money, shared posts and progress."""

import pytest

from domain.claims import About, DateNotStated, NoAmount, OnDay
from domain.initiative import (
    AgreeLadder,
    AgreePost,
    FundingNoted,
    LadderAgreed,
    NoteFunding,
    PostAgreed,
    ProgressQuoted,
    QuoteProgress,
    ReachStep,
    StepReached,
)
from domain.initiatives import StepState
from domain.kernel import Command
from domain.outcomes import PlainOutcome
from domain.text import said
from tests.domain.planned import DIRECTORS, RECORD, TEN, by, decided, listed
from tests.domain.world import KOLDING, PAPER, REGION, SECRETARY
from tests.given import given

STEPS = ("Fælles vision", "Hensigtserklæringer", "Samarbejdsaftaler")
AGREED = (TEN, LadderAgreed(steps=tuple(said(each) for each in STEPS)))
LISTED = (*RECORD, listed())


def reach(order: int, state: StepState = StepState.REACHED) -> ReachStep:
    return ReachStep(order=order, state=state)


def reached(order: int, state: StepState = StepState.REACHED) -> tuple[str, StepReached]:
    return TEN, StepReached(order=order, state=state)


def test_parties_commit_themselves_step_by_step() -> None:
    """002.12: the first is reached, the second under way, the third to come."""
    record = given(*LISTED).when(AgreeLadder(steps=STEPS), to=TEN, by=SECRETARY).then(AGREED)
    first = record.when(ReachStep(order=1, state=StepState.REACHED, decision=by(DIRECTORS)), to=TEN).then(
        StepReached(order=1, state=StepState.REACHED, decision=by(DIRECTORS))
    )
    second = first.when(reach(2, StepState.UNDER_WAY), to=TEN, by=SECRETARY).then(reached(2, StepState.UNDER_WAY))
    second.when(reach(3, StepState.UNDER_WAY), to=TEN).refused("initiative.step-order", order=2)
    second.when(reach(2), to=TEN).then(reached(2))


def test_the_first_step_comes_first() -> None:
    given(*LISTED, AGREED).when(reach(3), to=TEN).refused("initiative.step-order", order=1)
    on_the_way = reached(1, StepState.UNDER_WAY)
    given(*LISTED, AGREED, on_the_way).when(reach(2), to=TEN).refused("initiative.step-order", order=1)


def test_a_step_that_is_reached_stays_so() -> None:
    record = given(*LISTED, AGREED, reached(1))
    record.when(reach(1), to=TEN).then()
    record.when(reach(1, StepState.UNDER_WAY), to=TEN).then()


def test_there_are_so_many_steps_and_no_more() -> None:
    given(*LISTED, AGREED, reached(1), reached(2), reached(3)).when(reach(4), to=TEN).refused(
        "initiative.step-unknown", count=3
    )
    given(*LISTED).when(reach(1), to=TEN).refused("initiative.step-unknown", count=0)


def test_a_step_is_not_reached_by_having_been_discussed() -> None:
    discussed = decided(DIRECTORS, PlainOutcome.DISCUSSED, "2024-02-10")
    step = ReachStep(order=1, state=StepState.REACHED, decision=by(DIRECTORS, "2024-02-10"))
    given(*LISTED, AGREED, *discussed).when(step, to=TEN).refused("decision.not-affirmative")


def test_what_a_paper_says_of_money_is_noted_and_nothing_is_posted() -> None:
    """002.7."""
    note = NoteFunding(
        said=About(oere=200_000_000, unit_oere=10_000_000, words="ca. 2,0 mio."),
        from_whom="Klyngen",
        purpose="Børn",
        document=PAPER,
    )
    given(*LISTED).when(note, to=TEN, by=SECRETARY).then(
        FundingNoted(
            said=About(oere=200_000_000, unit_oere=10_000_000, words=said("ca. 2,0 mio.")),
            from_whom=said("Klyngen"),
            purpose=said("Børn"),
            document=PAPER,
        )
    )
    no_figure = NoteFunding(said=NoAmount(words="Der søges"), from_whom="Fonde", purpose="Skalering", document=PAPER)
    assert given(*LISTED).when(no_figure, to=TEN).recorded


def test_parties_share_a_post_for_some_days() -> None:
    """002.18."""
    share = AgreePost(what="Projektleder", employers=(KOLDING, REGION), from_on="2024-01-01", ceases_on="2025-01-01")
    given(*LISTED).when(share, to=TEN, by=SECRETARY).then(
        PostAgreed(what=said("Projektleder"), employers=(KOLDING, REGION), from_on="2024-01-01", ceases_on="2025-01-01")
    )
    never = AgreePost(what="Projektleder", employers=(KOLDING,), from_on="2024-01-01", ceases_on="2024-01-01")
    given(*LISTED).when(never, to=TEN).refused("initiative.post-days", from_on="2024-01-01")


def test_how_far_it_has_come_is_told_in_the_papers_own_words() -> None:
    """003.2."""
    quote = QuoteProgress(words="Godt på vej", as_of=OnDay(day="2020-09-01"), document=PAPER)
    given(*LISTED).when(quote, to=TEN, by=SECRETARY).then(
        ProgressQuoted(words=said("Godt på vej"), as_of=OnDay(day="2020-09-01"), document=PAPER)
    )


@pytest.mark.parametrize(
    "command",
    [
        NoteFunding(
            said=NoAmount(words="Midler"), from_whom="Fonde", purpose="Alt", document="lillebaelt/document/none"
        ),
        AgreePost(what="Post", employers=("dk/party/none",), from_on="2024-01-01"),
        QuoteProgress(words="Godt", as_of=DateNotStated(), document="lillebaelt/document/none"),
    ],
    ids=lambda command: command.verb,
)
def test_what_is_cited_is_known(command: Command) -> None:
    given(*LISTED).when(command, to=TEN).refused("id.unknown")
