"""Agreements: who is party, who has adopted by which organ, from when they hold for whom, and pauses."""

from typing import Any

import msgspec
import pytest

from domain.agreement import (
    Adjust,
    Adjusted,
    Adopt,
    Begin,
    Beginning,
    EnteredIntoForce,
    History,
    NameOwner,
    Narrow,
    OwnerNamed,
    PartyAdopted,
    Register,
    Registered,
    ScopeNarrowed,
    ScopeWidened,
    Suspend,
    Suspended,
    Terminated,
    Widen,
)
from domain.agreement.parties import PERIODS_MAX
from domain.agreement.terms import Commands as Terms
from domain.belonging import ContactNamed, PartyJoined
from domain.claims import DateNotStated, OnDay, Span, Within
from domain.cluster import ClusterForm
from domain.cluster import Established as ClusterEstablished
from domain.decided import Cited
from domain.text import said
from tests.domain.agreed import (
    AIDS,
    COMMITTEE,
    COUNCIL,
    ORGANS,
    SPRING,
    YEAR,
    adopted,
    agreement,
    begun,
    registered,
    suspended,
)
from tests.domain.world import (
    DISCUSSED,
    ELSEWHERE,
    KOLDING,
    MEMBER,
    NOWHERE,
    OUTSIDER,
    PAPER,
    POLITICAL,
    REGION,
    SECRETARY,
    STRATEGIC,
    WORLD,
    Fact,
    decision,
    discussing,
    person,
    taken,
)
from tests.given import given

# --- registered -------------------------------------------------------------------------------------------------------

REGISTER = Register(
    title="Lån af hjælpemidler",
    parties=(KOLDING, REGION),
    history=History.INCOMPLETE,
    scope="Midlertidige hjælpemidler",
    agreed_said=Within(earliest="2010-01-01", latest="2010-12-31", span=Span.YEAR, words="2010"),
    owner=STRATEGIC,
    begun_by=Cited(who="Udvalget", on=DateNotStated(), words="Gik i gang"),
    document=PAPER,
)


def test_an_agreement_is_registered_between_parties_with_what_a_paper_tells_of_it() -> None:
    given(*WORLD).when(REGISTER, to=AIDS, by=SECRETARY).then(
        Registered(
            title=said("Lån af hjælpemidler"),
            parties=(KOLDING, REGION),
            history=History.INCOMPLETE,
            scope=said("Midlertidige hjælpemidler"),
            agreed_said=YEAR,
            owner=STRATEGIC,
            begun_by=Cited(who=said("Udvalget"), on=DateNotStated(), words=said("Gik i gang")),
            document=PAPER,
        )
    )


def test_an_agreement_is_registered_once() -> None:
    agreement().when(REGISTER, to=AIDS).refused("agreement.exists")


def test_a_party_is_named_once() -> None:
    command = msgspec.structs.replace(REGISTER, parties=(KOLDING, KOLDING))
    given(*WORLD).when(command, to=AIDS).refused("agreement.party-twice", party=KOLDING)


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"parties": ("dk/party/none",)}, "dk/party/none"),
        ({"owner": "lillebaelt/body/none"}, "lillebaelt/body/none"),
        ({"document": "lillebaelt/document/none"}, "lillebaelt/document/none"),
    ],
    ids=["party", "owner", "paper"],
)
def test_parties_owner_and_paper_are_on_record(change: dict[str, Any], missing: str) -> None:
    command = msgspec.structs.replace(REGISTER, **change)
    given(*WORLD).when(command, to=AIDS).refused("id.unknown", id=missing)


def test_an_agreement_is_followed_by_a_body_of_its_own_scope() -> None:
    command = msgspec.structs.replace(REGISTER, owner=ELSEWHERE)
    given(*WORLD).when(command, to=AIDS).refused("scope.other")
    agreement().when(NameOwner(owner=ELSEWHERE), to=AIDS).refused("scope.other")


# --- adopted ----------------------------------------------------------------------------------------------------------

ADOPT = Adopt(party=KOLDING, organ=COUNCIL, when=OnDay(day="2024-02-01"))


def test_a_party_adopts_by_an_organ_of_its_own() -> None:
    agreement().when(ADOPT, to=AIDS, by=SECRETARY).then(PartyAdopted(party=KOLDING, organ=COUNCIL, when=SPRING))


def test_a_party_adopts_once() -> None:
    agreement(adopted()).when(ADOPT, to=AIDS).refused("agreement.already-adopted", party=KOLDING)


def test_who_is_no_party_does_not_adopt() -> None:
    record = given(*WORLD, *ORGANS, registered(parties=(REGION,)))
    record.when(ADOPT, to=AIDS).refused("agreement.not-party", party=KOLDING)


def test_whoever_is_not_on_record_is_not_even_a_stranger() -> None:
    command = msgspec.structs.replace(ADOPT, party="dk/party/none")
    agreement().when(command, to=AIDS).refused("id.unknown", id="dk/party/none")


def test_an_organ_is_registered_before_it_adopts() -> None:
    command = msgspec.structs.replace(ADOPT, organ="kommunalbestyrelse")
    agreement().when(command, to=AIDS).refused("agreement.organ-unknown", organ="kommunalbestyrelse", party=KOLDING)


def test_an_organ_that_does_not_bind_its_party_cannot_adopt() -> None:
    command = msgspec.structs.replace(ADOPT, organ=COMMITTEE)
    agreement().when(command, to=AIDS).refused("agreement.organ-cannot-adopt", organ=COMMITTEE, party=KOLDING)


def test_nothing_is_adopted_in_the_future() -> None:
    command = msgspec.structs.replace(ADOPT, when=OnDay(day="2024-03-02"))
    agreement().when(command, to=AIDS).refused("day.future", day="2024-03-02")


def test_an_adoption_whose_day_no_paper_tells_is_still_an_adoption() -> None:
    command = msgspec.structs.replace(ADOPT, when=DateNotStated())
    agreement().when(command, to=AIDS).then(PartyAdopted(party=KOLDING, organ=COUNCIL, when=DateNotStated()))


def test_an_adoption_names_a_decision_that_was_taken_and_conditions_that_are_set() -> None:
    source = msgspec.structs.replace(ADOPT, source=taken(meeting=NOWHERE))
    agreement().when(source, to=AIDS).refused("decision.unknown")
    condition = msgspec.structs.replace(ADOPT, meets=("lillebaelt/condition/none",))
    agreement().when(condition, to=AIDS).refused("id.unknown", id="lillebaelt/condition/none")


CLUSTER = "lillebaelt/cluster/lillebaelt"
CONTACT = "dk/person/contact"
ANSWERS_FOR_KOLDING: tuple[Fact, ...] = (
    person(CONTACT, KOLDING),
    (CLUSTER, ClusterEstablished(name=said("Lillebælt"), form=ClusterForm.CLUSTER, region=REGION)),
    (CLUSTER, PartyJoined(party=KOLDING)),
    (CLUSTER, PartyJoined(party=REGION)),
    (CLUSTER, ContactNamed(party=KOLDING, person=CONTACT)),
)
REGIONAL = "syddanmark/agreement/hjaelpemidler"
PARTYS_OWN = (
    ADOPT,
    Begin(party=KOLDING, begins=OnDay(day="2024-03-01")),
    Suspend(party=KOLDING, ceases_on="2024-04-01", reason="Pause."),
)


@pytest.mark.parametrize("command", PARTYS_OWN, ids=lambda each: each.verb)
def test_who_answers_for_a_party_speaks_for_it_in_an_agreement_of_the_whole_region(command: Adopt | Begin) -> None:
    region_wide = tuple((REGIONAL, event) for _, event in (registered(History.INCOMPLETE), begun(YEAR)))
    own = given(*WORLD, *ORGANS, *ANSWERS_FOR_KOLDING, *region_wide[: 2 if isinstance(command, Suspend) else 1])
    assert own.when(command, to=REGIONAL, by=CONTACT).recorded
    own.when(msgspec.structs.replace(command, party=REGION), to=REGIONAL, by=CONTACT).denied()


@pytest.mark.parametrize("command", PARTYS_OWN, ids=lambda each: each.verb)
def test_others_do_not_speak_for_a_party(command: Adopt | Begin) -> None:
    record = agreement(*ANSWERS_FOR_KOLDING, adopted())
    for outsider in (MEMBER, OUTSIDER):
        record.when(command, to=AIDS, by=outsider).denied()


# --- in force ---------------------------------------------------------------------------------------------------------

BEGIN = Begin(party=KOLDING, begins=OnDay(day="2024-06-01"), how=Beginning.TRANSITION)
BEGUN = EnteredIntoForce(party=KOLDING, begins=OnDay(day="2024-06-01"), how=Beginning.TRANSITION)


def test_an_agreement_begins_for_a_party_that_has_adopted_it_also_on_a_day_to_come() -> None:
    agreement(adopted()).when(BEGIN, to=AIDS, by=SECRETARY).then(BEGUN)


def test_an_agreement_does_not_begin_before_it_is_adopted() -> None:
    agreement().when(BEGIN, to=AIDS).refused("agreement.not-adopted", party=KOLDING)


def test_an_old_agreement_begins_though_no_paper_tells_who_adopted_it() -> None:
    agreement(history=History.INCOMPLETE).when(BEGIN, to=AIDS).then(BEGUN)


def test_an_agreement_may_have_its_term_from_the_start() -> None:
    command = msgspec.structs.replace(BEGIN, ceases_on="2025-01-01")
    agreement(adopted()).when(command, to=AIDS).then(msgspec.structs.replace(BEGUN, ceases_on="2025-01-01"))


@pytest.mark.parametrize(
    "period",
    [begun(SPRING), begun(DateNotStated()), begun(SPRING, ceases_on="2024-07-01")],
    ids=["since the spring", "since nobody knows when", "until July"],
)
def test_what_holds_does_not_begin(period: Fact) -> None:
    agreement(adopted(), period).when(BEGIN, to=AIDS).refused("agreement.already-in-force", party=KOLDING)


def test_what_was_suspended_is_resumed() -> None:
    record = agreement(adopted(), begun(SPRING), suspended("2024-05-01"))
    command = msgspec.structs.replace(BEGIN, how=Beginning.RESUMED)
    record.when(command, to=AIDS).then(msgspec.structs.replace(BEGUN, how=Beginning.RESUMED))


def test_an_agreement_that_holds_for_one_may_begin_for_another() -> None:
    agreement(adopted(), adopted(REGION, "regionsraad"), begun(SPRING, party=REGION)).when(BEGIN, to=AIDS).then(BEGUN)


def test_a_term_does_not_end_before_it_begins() -> None:
    command = msgspec.structs.replace(BEGIN, ceases_on="2024-06-01")
    agreement(adopted()).when(command, to=AIDS).refused(
        "agreement.ends-before-it-begins", ceases_on="2024-06-01", begins="2024-06-01"
    )


def test_an_agreement_begins_so_many_times_for_a_party() -> None:
    month = (f"{1960 + number // 12}-{number % 12 + 1:02}" for number in range(PERIODS_MAX))
    terms = (begun(OnDay(day=f"{each}-01"), ceases_on=f"{each}-02") for each in month)
    agreement(adopted(), *terms).when(BEGIN, to=AIDS).refused("agreement.full", count=PERIODS_MAX)


def test_a_period_does_not_end_before_the_one_before_it_has() -> None:
    record = agreement(adopted(), begun(SPRING, ceases_on="2024-07-01"))
    again = Begin(party=KOLDING, begins=DateNotStated(), how=Beginning.RESUMED, ceases_on="2024-07-01")
    record.when(again, to=AIDS).refused("agreement.ends-before-it-begins", ceases_on="2024-07-01", begins="2024-07-01")
    record.happened(*begun(DateNotStated(), how=Beginning.RESUMED))
    pause = Suspend(party=KOLDING, ceases_on="2024-06-01", reason="Pause.")
    record.when(pause, to=AIDS).refused("agreement.ends-before-it-begins", begins="2024-07-01")


# --- suspended --------------------------------------------------------------------------------------------------------

SUSPEND = Suspend(party=KOLDING, ceases_on="2024-05-01", reason="Pause.")
PAUSED = Suspended(party=KOLDING, ceases_on="2024-05-01", reason=said("Pause."))


def test_an_agreement_is_suspended_for_a_party() -> None:
    agreement(adopted(), begun(SPRING)).when(SUSPEND, to=AIDS, by=SECRETARY).then(PAUSED)


def test_a_pause_may_come_before_the_end_of_the_term() -> None:
    agreement(adopted(), begun(SPRING, ceases_on="2025-01-01")).when(SUSPEND, to=AIDS).then(PAUSED)


@pytest.mark.parametrize(
    "facts",
    [(), (begun(SPRING), suspended("2024-04-01")), (begun(SPRING, ceases_on="2024-05-01"),)],
    ids=["never begun", "paused already", "over by then"],
)
def test_what_does_not_hold_is_not_suspended(facts: tuple[Fact, ...]) -> None:
    agreement(adopted(), *facts).when(SUSPEND, to=AIDS).refused("agreement.not-in-force", party=KOLDING)


def test_a_pause_does_not_begin_before_the_agreement() -> None:
    command = msgspec.structs.replace(SUSPEND, ceases_on="2024-02-01")
    agreement(adopted(), begun(SPRING)).when(command, to=AIDS).refused("agreement.ends-before-it-begins")


# --- wider, narrower, adjusted, followed ------------------------------------------------------------------------------

CHANGES: list[tuple[Any, Any]] = [
    (Widen(text="Også børn.", from_on="2024-05-01"), ScopeWidened(text=said("Også børn."), from_on="2024-05-01")),
    (Narrow(text="Kun voksne."), ScopeNarrowed(text=said("Kun voksne."))),
    (Adjust(text="Nyt skema.", document=PAPER), Adjusted(text=said("Nyt skema."), document=PAPER)),
    (NameOwner(owner=STRATEGIC), OwnerNamed(owner=STRATEGIC)),
]
each_change = pytest.mark.parametrize(("command", "event"), CHANGES, ids=lambda each: getattr(each, "verb", ""))
ENDED: Fact = AIDS, Terminated(parties=(KOLDING, REGION), ceases_on="2024-03-01")


@each_change
def test_an_agreement_is_changed(command: Terms, event: Any) -> None:
    agreement().when(command, to=AIDS, by=SECRETARY).then(event)


@each_change
def test_an_agreement_is_changed_by_a_decision_that_says_yes(command: Terms, event: Any) -> None:
    command, event = (msgspec.structs.replace(each, decision=taken()) for each in (command, event))
    agreement(*discussing(), decision()).when(command, to=AIDS).then(event)
    agreement(*discussing(), decision(outcome=DISCUSSED)).when(command, to=AIDS).refused("decision.not-affirmative")
    agreement().when(command, to=AIDS).refused("decision.unknown", decision=taken().label)


@each_change
def test_a_decision_of_another_cluster_changes_nothing_here(command: Terms, event: Any) -> None:
    theirs = "aarhus/meeting/directors"
    command = msgspec.structs.replace(command, decision=taken(meeting=theirs))
    record = agreement(*discussing(theirs, ELSEWHERE), decision(meeting=theirs))
    record.when(command, to=AIDS).refused("scope.other")


@each_change
def test_what_has_ended_is_not_changed(command: Terms, event: Any) -> None:
    agreement(ENDED).when(command, to=AIDS).refused("agreement.already-ended", ceases_on="2024-03-01")


@each_change
def test_until_its_last_day_an_agreement_that_is_to_end_may_be_changed(command: Terms, event: Any) -> None:
    ends_later: Fact = AIDS, Terminated(parties=(KOLDING, REGION), ceases_on="2024-03-02")
    agreement(ends_later).when(command, to=AIDS).then(event)


def test_what_has_ended_is_neither_adopted_nor_begun_after_its_end() -> None:
    late = Begin(party=KOLDING, begins=OnDay(day="2024-03-01"))
    agreement(adopted(), ENDED).when(late, to=AIDS).refused("agreement.already-ended", ceases_on="2024-03-01")
    adopt = msgspec.structs.replace(ADOPT, when=OnDay(day="2024-03-01"))
    agreement(ENDED).when(adopt, to=AIDS).refused("agreement.already-ended", ceases_on="2024-03-01")


def test_what_held_before_the_end_may_be_entered_afterwards() -> None:
    early = Begin(party=KOLDING, begins=OnDay(day="2024-02-01"))
    agreement(adopted(), ENDED).when(early, to=AIDS).then(
        EnteredIntoForce(party=KOLDING, begins=SPRING, how=Beginning.NEW)
    )


def test_an_owner_is_named_once() -> None:
    named: Fact = AIDS, OwnerNamed(owner=STRATEGIC)
    agreement(named).when(NameOwner(owner=STRATEGIC), to=AIDS).then()
    agreement(named).when(NameOwner(owner=POLITICAL), to=AIDS).then(OwnerNamed(owner=POLITICAL))
    agreement().when(NameOwner(owner="lillebaelt/body/none"), to=AIDS).refused("id.unknown")
    agreement().when(Adjust(text="Nyt.", document="lillebaelt/document/none"), to=AIDS).refused("id.unknown")
