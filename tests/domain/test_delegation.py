"""Delegation: only the body that holds a step leaves it to another, which may not leave it further."""

import msgspec

from domain.claims import DateNotStated
from domain.decided import Cited
from domain.delegation import Delegate, Delegated, DelegationEnded, EndDelegation
from domain.mandate import decides
from domain.outcomes import Strength
from domain.paths import Subject
from domain.proposal import Choose, Chosen, Recommended
from domain.text import Kept, said
from tests.domain.world import (
    CHOOSES,
    COORDINATING,
    DISCUSSED,
    ELSEWHERE,
    JOINT_FUNDS,
    MEMBER,
    POLITICAL,
    RECOMMENDS,
    SECRETARY,
    STRATEGIC,
    THEME,
    TODAY,
    WHO_DECIDES,
    WORLD,
    Fact,
    decision,
    discussing,
    path,
    proposal,
    taken,
)
from tests.given import Record, given

CITED = Cited(who="Klyngen", on=DateNotStated(), words="Et papir")
TOLD: Cited[Kept] = Cited(who=said("Klyngen"), on=DateNotStated(), words=said("Et papir"))
BY_POLITICAL = (*WORLD, WHO_DECIDES, *discussing(of=POLITICAL), decision())
DELEGATE = Delegate(
    step="vælge",
    from_body=POLITICAL,
    to_body=STRATEGIC,
    source=taken(),
    terms="Op til en halv million.",
    from_on="2024-03-01",
    ceases_on="2024-07-01",
)
END = EndDelegation(step="vælge", to_body=STRATEGIC, ceases_on="2024-05-01", source=taken())


def left(to: str = STRATEGIC, from_on: str | None = "2024-03-01", ceases_on: str | None = None) -> Fact:
    return JOINT_FUNDS, Delegated(
        step="vælge", from_body=POLITICAL, to_body=to, source=TOLD, from_on=from_on, ceases_on=ceases_on
    )


def chooses(record: Record, on: str) -> str | None:
    return decides(record.see, "lillebaelt", Subject.JOINT_FUNDS, "vælge", on)


# --- given ------------------------------------------------------------------------------------------------------------


def test_the_body_that_holds_a_step_leaves_it_to_another_for_a_time() -> None:
    record = given(*BY_POLITICAL)
    record.when(DELEGATE, to=JOINT_FUNDS, by=SECRETARY).then(
        Delegated(
            step="vælge",
            from_body=POLITICAL,
            to_body=STRATEGIC,
            source=taken(),
            terms=said("Op til en halv million."),
            from_on="2024-03-01",
            ceases_on="2024-07-01",
        )
    )
    days = ("2024-02-29", "2024-03-01", "2024-06-30", "2024-07-01")
    assert [chooses(record, day) for day in days] == [POLITICAL, STRATEGIC, STRATEGIC, POLITICAL]


def test_a_delegation_that_names_no_day_counts_from_the_day_of_the_decision() -> None:
    undated = msgspec.structs.replace(DELEGATE, from_on=None, ceases_on=None, terms=None)
    given(*BY_POLITICAL).when(undated, to=JOINT_FUNDS).then(
        Delegated(step="vælge", from_body=POLITICAL, to_body=STRATEGIC, source=taken(), from_on=TODAY)
    )


def test_a_paper_may_tell_of_a_delegation() -> None:
    told = msgspec.structs.replace(DELEGATE, source=CITED)
    assert given(*WORLD, WHO_DECIDES).when(told, to=JOINT_FUNDS).recorded


def test_a_body_leaves_nothing_to_others_that_is_not_its_own() -> None:
    theirs = msgspec.structs.replace(DELEGATE, from_body=COORDINATING)
    given(*BY_POLITICAL).when(theirs, to=JOINT_FUNDS).refused(
        "mandate.not-yours", body=POLITICAL, subject="klyngemidler"
    )


def test_nobody_leaves_to_others_what_another_body_holds() -> None:
    """The decision is of the strategic level, the step of the political."""
    given(*WORLD, WHO_DECIDES, *discussing(), decision()).when(DELEGATE, to=JOINT_FUNDS).refused(
        "mandate.not-yours", body=POLITICAL
    )


def test_what_was_left_to_a_body_it_leaves_to_nobody_else() -> None:
    further = msgspec.structs.replace(DELEGATE, from_body=STRATEGIC, to_body=COORDINATING)
    given(*WORLD, WHO_DECIDES, left(), *discussing(), decision()).when(further, to=JOINT_FUNDS).refused(
        "mandate.sub-delegation", step="vælge"
    )


def test_a_step_is_left_to_one_body_at_a_time() -> None:
    other = msgspec.structs.replace(DELEGATE, to_body=COORDINATING)
    given(*BY_POLITICAL, left()).when(other, to=JOINT_FUNDS).refused(
        "mandate.already-delegated", step="vælge", body=STRATEGIC
    )


def test_to_leave_a_step_where_it_is_changes_nothing() -> None:
    given(*BY_POLITICAL).when(msgspec.structs.replace(DELEGATE, to_body=POLITICAL), to=JOINT_FUNDS).then()
    given(*BY_POLITICAL, left(ceases_on="2024-07-01")).when(DELEGATE, to=JOINT_FUNDS).then()


def test_a_step_that_is_left_to_others_is_one_of_the_path() -> None:
    unknown = msgspec.structs.replace(DELEGATE, step="udmønte")
    given(*BY_POLITICAL).when(unknown, to=JOINT_FUNDS).refused(
        "mandate.step-unknown", step="udmønte", subject="klyngemidler"
    )


def test_nothing_is_left_to_others_by_what_was_only_discussed() -> None:
    given(*WORLD, WHO_DECIDES, *discussing(of=POLITICAL), decision(outcome=DISCUSSED)).when(
        DELEGATE, to=JOINT_FUNDS
    ).refused("decision.not-affirmative")


def test_nothing_is_left_to_another_clusters_body() -> None:
    given(*BY_POLITICAL).when(msgspec.structs.replace(DELEGATE, to_body=ELSEWHERE), to=JOINT_FUNDS).refused(
        "scope.other"
    )


def test_a_member_leaves_nothing_to_others() -> None:
    given(*BY_POLITICAL).when(DELEGATE, to=JOINT_FUNDS, by=MEMBER).denied()


# --- what it gives ----------------------------------------------------------------------------------------------------

RECOMMENDED: Fact = (THEME, Recommended(to_body=POLITICAL, strength=Strength.FIRM, decision=taken("1", "x/meeting/y")))


def test_the_body_to_which_a_step_is_left_takes_it_and_the_other_does_not_meanwhile() -> None:
    choose = Choose(decision=taken())
    record = given(*WORLD, WHO_DECIDES, left(), proposal(), RECOMMENDED, *discussing(of=STRATEGIC), decision())
    record.when(choose, to=THEME).then(Chosen(decision=taken()))
    record = given(*WORLD, WHO_DECIDES, left(), proposal(), RECOMMENDED, *discussing(of=POLITICAL), decision())
    record.when(choose, to=THEME).refused("mandate.other-body", step="vælge", body=STRATEGIC, other=POLITICAL)


def test_a_delegation_ends_with_the_path_of_the_body_that_gave_it() -> None:
    now = path(RECOMMENDS, msgspec.structs.replace(CHOOSES, body=COORDINATING), from_on="2024-05-01")
    record = given(*WORLD, WHO_DECIDES, left(), now)
    assert chooses(record, "2024-04-30") == STRATEGIC
    assert chooses(record, "2024-05-01") == COORDINATING


# --- ended ------------------------------------------------------------------------------------------------------------


def test_a_body_takes_back_what_it_has_left_to_another() -> None:
    record = given(*BY_POLITICAL, left())
    record.when(END, to=JOINT_FUNDS, by=SECRETARY).then(
        DelegationEnded(step="vælge", to_body=STRATEGIC, ceases_on="2024-05-01", source=taken())
    )
    assert [chooses(record, day) for day in ("2024-04-30", "2024-05-01")] == [STRATEGIC, POLITICAL]
    record.when(END, to=JOINT_FUNDS).then()


def test_what_was_never_left_to_a_body_is_not_taken_back() -> None:
    given(*BY_POLITICAL).when(END, to=JOINT_FUNDS).refused("mandate.not-delegated", step="vælge", body=STRATEGIC)


def test_what_has_ended_does_not_end_later() -> None:
    given(*BY_POLITICAL, left(ceases_on="2024-04-01")).when(END, to=JOINT_FUNDS).refused("mandate.not-delegated")


def test_only_the_body_that_gave_it_takes_it_back() -> None:
    given(*WORLD, WHO_DECIDES, left(), *discussing(), decision()).when(END, to=JOINT_FUNDS).refused(
        "mandate.not-yours", body=POLITICAL
    )


def test_a_delegation_may_be_given_again_when_it_has_ended() -> None:
    over: Fact = (JOINT_FUNDS, DelegationEnded(step="vælge", to_body=STRATEGIC, ceases_on="2024-03-01", source=TOLD))
    record = given(*BY_POLITICAL, left(from_on="2024-01-01"), over)
    assert record.when(msgspec.structs.replace(DELEGATE, to_body=COORDINATING), to=JOINT_FUNDS).recorded
    assert chooses(record, "2024-03-01") == COORDINATING
