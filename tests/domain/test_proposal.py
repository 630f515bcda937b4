"""Proposals: one fate each. Who may give which stands in `test_authority`."""

import pytest

from domain.claims import Span, Within
from domain.kernel import Command, Event
from domain.outcomes import Strength
from domain.proposal import (
    Choose,
    Chosen,
    Fate,
    Form,
    Formed,
    Merge,
    Merged,
    Park,
    Parked,
    Receive,
    Received,
    Recommend,
    Recommended,
    TurnDown,
    TurnedDown,
)
from domain.proposing import Forming
from domain.text import said
from tests.domain.world import (
    KOLDING,
    MEMBER,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    THEME,
    WHO_DECIDES,
    WORLD,
    decision,
    discussing,
    proposal,
    taken,
)
from tests.given import Record, given

OTHER, NEW = "lillebaelt/proposal/styrketraening", "lillebaelt/proposal/nyt"
CHOSEN = Chosen(decision=taken())
RECOMMENDED = Recommended(to_body=POLITICAL, strength=Strength.FIRM, decision=taken())
PARKED = Parked(reason=said("Venter."))


def proposed(*fates: Event, by: str = POLITICAL) -> Record:
    """A record with a proposal that has come so far, and a decision to cite."""
    past = tuple((THEME, fate) for fate in fates)
    return given(*WORLD, WHO_DECIDES, proposal(), proposal(OTHER), *past, *discussing(of=by), decision())


# --- received and formed ----------------------------------------------------------------------------------------------


def test_a_proposal_is_received() -> None:
    receive = Receive(
        title="Træning",
        text="Et forslag.",
        when=Within(earliest="2024-02-01", latest="2024-02-29", span=Span.MONTH, words="februar"),
        from_party=KOLDING,
        criteria_notes="Opfylder kriterierne.",
    )
    given(*WORLD).when(receive, to=THEME, by=SECRETARY).then(
        Received(
            title=said("Træning"),
            text=said("Et forslag."),
            when=Within(earliest="2024-02-01", latest="2024-02-29", span=Span.MONTH, words=said("februar")),
            from_party=KOLDING,
            criteria_notes=said("Opfylder kriterierne."),
        )
    )


def form(*out_of: str, how: Forming = Forming.MERGED) -> Form:
    return Form(title="Træning for alle", how=how, out_of=out_of, linked=(OTHER,), decision=taken())


def test_two_proposals_become_one() -> None:
    record = proposed()
    record.when(form(THEME, OTHER), to=NEW).then(
        Formed(
            title=said("Træning for alle"),
            how=Forming.MERGED,
            out_of=(THEME, OTHER),
            linked=(OTHER,),
            decision=taken(),
        ),
        (THEME, Merged(into=NEW)),
        (OTHER, Merged(into=NEW)),
    )
    assert record.see(THEME).fate is Fate.MERGED


@pytest.mark.parametrize("out_of", [(), (THEME,)])
def test_a_merger_takes_at_least_two(out_of: tuple[str, ...]) -> None:
    proposed().when(form(*out_of), to=NEW).refused("proposal.merge-one")


@pytest.mark.parametrize("command", [form(THEME, OTHER), Receive(title="T", text="T", when=Within(
    earliest="2024-02-01", latest="2024-02-29", span=Span.MONTH, words="februar"
))], ids=["form", "receive"])  # fmt: skip
def test_a_proposal_enters_once(command: Command) -> None:
    proposed().when(command, to=THEME).refused("proposal.exists")


def test_a_proposal_is_not_formed_of_one_whose_fate_is_sealed() -> None:
    proposed(CHOSEN).when(form(THEME, OTHER), to=NEW).refused("proposal.fate-sealed", state="valgt", state_en="chosen")


def test_a_proposal_is_not_formed_of_one_that_nobody_made() -> None:
    proposed().when(form(THEME, "lillebaelt/proposal/none"), to=NEW).refused("id.unknown")


# --- parked, recommended, chosen, turned down -------------------------------------------------------------------------


def test_the_secretariat_parks_a_proposal() -> None:
    park = Park(reason="Venter.", linked_to=OTHER)
    proposed().when(park, to=THEME, by=SECRETARY).then(Parked(reason=said("Venter."), linked_to=OTHER))


def test_a_member_parks_nothing() -> None:
    proposed().when(Park(reason="Venter."), to=THEME, by=MEMBER).denied()


def test_a_parked_proposal_is_seen_together_with_one_that_exists() -> None:
    proposed().when(Park(reason="Venter.", linked_to=NEW), to=THEME).refused("id.unknown", id=NEW)


def test_a_parked_proposal_may_be_taken_up_again() -> None:
    recommend = Recommend(to_body=POLITICAL, strength=Strength.OPTIONAL, decision=taken())
    proposed(PARKED, by=STRATEGIC).when(recommend, to=THEME).then(
        Recommended(to_body=POLITICAL, strength=Strength.OPTIONAL, decision=taken())
    )


def test_a_proposal_is_recommended_to_a_body_that_exists() -> None:
    recommend = Recommend(to_body="lillebaelt/body/none", strength=Strength.FIRM, decision=taken())
    proposed(by=STRATEGIC).when(recommend, to=THEME).refused("id.unknown")


def test_a_recommended_proposal_is_chosen() -> None:
    proposed(RECOMMENDED).when(Choose(decision=taken()), to=THEME).then(CHOSEN)


@pytest.mark.parametrize("fates", [(), (PARKED,), (RECOMMENDED, PARKED)], ids=["received", "parked", "parked again"])
def test_only_what_is_recommended_is_chosen(fates: tuple[Event, ...]) -> None:
    proposed(*fates).when(Choose(decision=taken()), to=THEME).refused("proposal.not-recommended", proposal=THEME)


def test_a_proposal_is_turned_down_with_a_reason() -> None:
    turn_down = TurnDown(reason="Der er ikke penge.", decision=taken())
    proposed(RECOMMENDED).when(turn_down, to=THEME).then(
        TurnedDown(reason=said("Der er ikke penge."), decision=taken())
    )


SEALED = [
    (Merged(into=NEW), "indgår i et andet"),
    (CHOSEN, "valgt"),
    (TurnedDown(reason=said("Nej."), decision=taken()), "ikke valgt"),
]


@pytest.mark.parametrize(("fate", "word"), SEALED, ids=[word for _, word in SEALED])
@pytest.mark.parametrize(
    "command",
    [
        Merge(into=NEW),
        Park(reason="Venter."),
        Recommend(to_body=POLITICAL, strength=Strength.FIRM, decision=taken()),
        Choose(decision=taken()),
        TurnDown(reason="Nej.", decision=taken()),
    ],
    ids=lambda command: command.verb,
)
def test_a_fate_that_is_sealed_stays_so(fate: Event, word: str, command: Command) -> None:
    proposed(fate).when(command, to=THEME).refused("proposal.fate-sealed", state=word)
