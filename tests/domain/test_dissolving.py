"""The end of a cluster: decided once, handed over thing by thing, and dissolved on its last day with nothing open."""

import msgspec
import pytest

from domain.agreement import History
from domain.agreement.ending import EndedByLaw
from domain.agreement.terms import NameOwner, OwnerNamed, Registered
from domain.authority import missing
from domain.body import BodyClosed
from domain.cluster import (
    ClusterDissolved,
    DecideDissolution,
    DissolutionDecided,
    Dissolve,
    HandOver,
    NoteName,
    ThingsHandedOver,
)
from domain.clusters import Dissolved, WindingDown
from domain.handing.referral import CarriedReferral, HandedOver, TakenOver
from domain.meeting.call import MeetingAdjourned
from domain.meeting.moving import MeetingCancelled
from domain.paths import Subject
from domain.referral import Send
from domain.text import said
from tests.domain.succession import (
    AT_RAAD,
    BEFORE,
    BODIES_END,
    CEASES_ON,
    CITED,
    COUNCIL,
    COUNCILLOR,
    DAY_BEFORE,
    DECISION,
    END,
    JANUARY,
    LAST_DAY,
    LAST_MEETING,
    LAW,
    LILLEBAELT,
    MAY_HAND_OVER,
    OTHER_RAAD,
    POLITICIAN,
    RAAD,
    WINDING,
    cluster,
    decided,
    dissolving,
    hand_over,
)
from tests.domain.world import (
    CHAIR,
    KOLDING,
    MEETING,
    PAPER,
    POLITICAL,
    QUESTION,
    REGION,
    SECRETARY,
    STRATEGIC,
    Fact,
    called,
    referral,
)
from tests.given import given

# --- decided ----------------------------------------------------------------------------------------------------------


def test_a_chair_of_the_political_level_records_that_the_cluster_ends() -> None:
    given(*BEFORE).when(END, to=LILLEBAELT, by=POLITICIAN).then(
        DissolutionDecided(ceases_on=CEASES_ON, basis=said("Loven"), source=CITED, successors=(RAAD,))
    )


@pytest.mark.parametrize(
    "person", [CHAIR, SECRETARY, COUNCILLOR], ids=["another level's chair", "a secretary", "the heir"]
)
def test_nobody_else_ends_a_cluster(person: str) -> None:
    given(*BEFORE).when(END, to=LILLEBAELT, by=person).denied()


def test_the_end_is_decided_once() -> None:
    given(*WINDING).when(END, to=LILLEBAELT).refused("cluster.winding", ceases_on=CEASES_ON)


def test_a_cluster_ends_on_a_day_to_come() -> None:
    given(*BEFORE).when(END, to=LILLEBAELT, on=CEASES_ON).refused("cluster.day-gone", day=CEASES_ON)


def test_a_cluster_comes_after_itself_never() -> None:
    own = "lillebaelt/cluster/nyt"
    end = DecideDissolution(ceases_on=CEASES_ON, basis="Loven", source=LAW, successors=(own,))
    given(*BEFORE, cluster(own)).when(end, to=LILLEBAELT).refused("cluster.own-successor", to_cluster=own)


def test_a_successor_does_not_cease_itself() -> None:
    ceases = RAAD, dissolving(CEASES_ON, LILLEBAELT)[1]
    given(*BEFORE, ceases).when(END, to=LILLEBAELT).refused("cluster.successor-ceases", to_cluster=RAAD)


def test_until_its_last_day_a_cluster_works_on() -> None:
    record = given(*WINDING)
    assert record.when(
        Send(from_body=STRATEGIC, to_body=POLITICAL, question="Hvad nu?"), to=QUESTION, by=SECRETARY
    ).recorded
    assert record.when(NoteName(name="Klyngen"), to=LILLEBAELT).recorded
    assert isinstance(record.see(LILLEBAELT), WindingDown)


# --- handed over ------------------------------------------------------------------------------------------------------


def test_a_chair_hands_over_what_is_open() -> None:
    record = given(*WINDING, *MAY_HAND_OVER, referral())
    record.when(hand_over(QUESTION), to=LILLEBAELT, by=POLITICIAN).then(
        ThingsHandedOver(to_cluster=RAAD, things=(QUESTION,), effective_on=CEASES_ON, decisions=(DECISION,)),
        (QUESTION, HandedOver(successor=AT_RAAD, effective_on=CEASES_ON)),
        (
            AT_RAAD,
            TakenOver(
                from_stream=QUESTION, from_version=2, carried=CarriedReferral(from_body=STRATEGIC, to_body=POLITICAL)
            ),
        ),
    )


def test_nothing_is_handed_over_before_the_end_is_decided() -> None:
    given(*BEFORE, *MAY_HAND_OVER, referral()).when(hand_over(QUESTION), to=LILLEBAELT).refused("cluster.not-winding")


def test_a_successor_is_established() -> None:
    record = given(*WINDING, *MAY_HAND_OVER, referral())
    record.when(hand_over(QUESTION, to=OTHER_RAAD), to=LILLEBAELT).refused(
        "cluster.successor-unknown", to_cluster=OTHER_RAAD
    )


def test_each_thing_has_one_successor_and_they_may_differ() -> None:
    other = "lillebaelt/referral/andet"
    record = given(*WINDING, *MAY_HAND_OVER, cluster(OTHER_RAAD), referral(), referral(other))
    record.when(hand_over(QUESTION), to=LILLEBAELT)
    record.when(hand_over(other, to=OTHER_RAAD), to=LILLEBAELT)
    assert record.see(QUESTION).successor == AT_RAAD
    assert record.see(other).successor == "raad-syd/referral/lillebaelt-andet"
    assert record.see(LILLEBAELT).handed == 2


def test_a_hundred_things_go_in_one_command_and_no_more() -> None:
    things = tuple(f"lillebaelt/referral/nr-{number}" for number in range(101))
    record = given(*WINDING, *MAY_HAND_OVER, *(referral(each) for each in things))
    record.when(hand_over(*things), to=LILLEBAELT).refused("cluster.too-many", count=100)
    assert len(record.when(hand_over(*things[:100]), to=LILLEBAELT).recorded) == 201


def test_a_thing_is_handed_over_once() -> None:
    record = given(*WINDING, *MAY_HAND_OVER, referral())
    record.when(hand_over(QUESTION, QUESTION), to=LILLEBAELT).refused("referral.not-open")
    record.when(hand_over(QUESTION), to=LILLEBAELT)
    record.when(hand_over(QUESTION), to=LILLEBAELT).refused("referral.not-open")


def test_a_paper_stays_where_it_is() -> None:
    record = given(*WINDING, *MAY_HAND_OVER)
    record.when(hand_over(PAPER), to=LILLEBAELT).refused("cluster.not-handed", thing=PAPER)


def test_only_the_clusters_own_things_are_handed_over() -> None:
    theirs = "aarhus/referral/deres"
    given(*WINDING, *MAY_HAND_OVER, referral(theirs)).when(hand_over(theirs), to=LILLEBAELT).refused("scope.other")


@pytest.mark.parametrize("day", ["2024-02-29", "2027-01-02"], ids=["a day gone by", "after the end"])
def test_a_hand_over_has_effect_before_the_end(day: str) -> None:
    record = given(*WINDING, *MAY_HAND_OVER, referral())
    record.when(hand_over(QUESTION, effective_on=day), to=LILLEBAELT).refused(
        "cluster.not-within", earliest="2024-03-01", latest=CEASES_ON
    )


def test_a_hand_over_needs_the_decision_of_whoever_decides() -> None:
    record = given(*WINDING, *MAY_HAND_OVER, *decided(MEETING, STRATEGIC), referral())
    command = HandOver(to_cluster=RAAD, things=(QUESTION,), effective_on=CEASES_ON, decisions=())
    record.when(command, to=LILLEBAELT).refused("mandate.step-missing", body=POLITICAL, step="overdrage")
    assert missing(record.see, "lillebaelt", Subject.DISSOLUTION, (DECISION,), "2024-03-01") == ()


def test_where_nobody_decides_nothing_is_handed_over() -> None:
    record = given(*WINDING, *decided(LAST_MEETING, POLITICAL), referral())
    record.when(hand_over(QUESTION), to=LILLEBAELT).refused("mandate.none")


def test_a_name_that_the_successor_has_is_not_given_twice() -> None:
    record = given(*WINDING, *MAY_HAND_OVER, referral(), referral(AT_RAAD, COUNCIL))
    record.when(hand_over(QUESTION), to=LILLEBAELT).refused("scope.name-taken", id=AT_RAAD)


# --- dissolved --------------------------------------------------------------------------------------------------------

ENDED = (*WINDING, *BODIES_END)


def test_a_cluster_is_dissolved_on_its_last_day() -> None:
    record = given(*ENDED)
    record.when(Dissolve(), to=LILLEBAELT, by=POLITICIAN, on=LAST_DAY).then(
        ClusterDissolved(ceases_on=CEASES_ON, handed_count=0)
    )
    assert isinstance(record.see(LILLEBAELT), Dissolved)


def test_a_day_earlier_is_too_early() -> None:
    given(*ENDED).when(Dissolve(), to=LILLEBAELT, on=DAY_BEFORE).refused("cluster.too-early", day=LAST_DAY)


def test_who_chaired_on_the_last_day_may_dissolve_later() -> None:
    answer = given(*ENDED).when(Dissolve(), to=LILLEBAELT, by=POLITICIAN, on=JANUARY)
    assert [each.event.tag for each in answer.recorded] == ["cluster.dissolved"]


def test_a_cluster_without_an_end_is_not_dissolved() -> None:
    given(*BEFORE).when(Dissolve(), to=LILLEBAELT, on=LAST_DAY).refused("cluster.not-winding")


def test_a_cluster_with_open_things_is_not_dissolved() -> None:
    record = given(*ENDED, referral(), *called())
    record.when(Dissolve(), to=LILLEBAELT, on=LAST_DAY).refused("cluster.estate-open", count=2, thing=QUESTION)
    record.happened(MEETING, MeetingCancelled(reason=said("Ingen.")))
    record.when(Dissolve(), to=LILLEBAELT, on=LAST_DAY).refused("cluster.estate-open", count=1, thing=QUESTION)


def test_an_agreement_that_nobody_follows_afterwards_is_not_left_behind() -> None:
    agreement = "lillebaelt/agreement/iv"
    registered = Registered(title=said("IV"), parties=(REGION, KOLDING), history=History.COMPLETE, owner=STRATEGIC)
    followed, ended = OwnerNamed(owner=COUNCIL), EndedByLaw(ceases_on=CEASES_ON, source=CITED)
    for owner in (STRATEGIC, None):
        record = given(*ENDED, (agreement, msgspec.structs.replace(registered, owner=owner)))
        record.when(Dissolve(), to=LILLEBAELT, on=LAST_DAY).refused(
            "cluster.agreements-unfollowed", count=1, agreement=agreement
        )
    for event in (followed, ended):
        record = given(*ENDED, (agreement, registered), (agreement, event))
        record.when(Dissolve(), to=LILLEBAELT, on=LAST_DAY).then(ClusterDissolved(ceases_on=CEASES_ON, handed_count=0))


def test_a_body_of_the_successor_may_follow_an_agreement_once_the_cluster_has_an_end() -> None:
    agreement = "lillebaelt/agreement/iv"
    registered = Registered(title=said("IV"), parties=(REGION, KOLDING), history=History.INCOMPLETE)
    council = NameOwner(owner=COUNCIL)
    given(*WINDING, (agreement, registered)).when(council, to=agreement).then(OwnerNamed(owner=COUNCIL))
    closed: Fact = (STRATEGIC, BodyClosed(ceases_on=CEASES_ON))
    by_it = msgspec.structs.replace(registered, owner=STRATEGIC)
    given(*WINDING, (agreement, by_it), closed).when(council, to=agreement).then(OwnerNamed(owner=COUNCIL))
    given(*BEFORE, (agreement, registered)).when(council, to=agreement).refused("scope.other", id=COUNCIL)


def test_a_body_that_has_no_end_is_open() -> None:
    record = given(*WINDING)
    record.when(Dissolve(), to=LILLEBAELT, on=LAST_DAY).refused("cluster.estate-open", count=3)


def test_what_is_handed_over_is_no_longer_open() -> None:
    record = given(*ENDED, *MAY_HAND_OVER, referral())
    record.happened(LAST_MEETING, MeetingAdjourned())
    record.when(hand_over(QUESTION), to=LILLEBAELT)
    record.when(Dissolve(), to=LILLEBAELT, on=LAST_DAY).then(ClusterDissolved(ceases_on=CEASES_ON, handed_count=1))
