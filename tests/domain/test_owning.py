"""Owning: who answers for an initiative may act for it and see what it is about, for as long as they do."""

from domain.action import Assigned, Reply
from domain.belonging import ContactNamed
from domain.effects import ByPerson
from domain.initiative import Describe, InitiativeEnded, OwnerAssigned
from domain.initiatives import Ending
from domain.policy import mask_of
from domain.text import said
from tests.domain.planned import CLUSTER, CONTACT, LEADER, RECORD, TEN, by, ordered, owned
from tests.domain.world import CHAIR, KOLDING, POLITICAL, REGION, TODAY
from tests.given import Record, given

DESCRIBE = Describe(purpose="Færre indlæggelser")
OWNED = (*RECORD, ordered(), owned())
LILLEBAELT = CLUSTER[0][0]


def rule_of(record: Record, person: str) -> tuple[str | None, str]:
    by = record.when(DESCRIBE, to=TEN, by=person).recorded[0].by
    return by.seat, by.rule


def test_the_leader_acts_on_the_initiative_and_a_contact_on_the_cluster_that_named_them() -> None:
    assert rule_of(given(*OWNED), LEADER) == (TEN, "leader-of-initiative")
    assert rule_of(given(*OWNED), CONTACT) == (LILLEBAELT, "owner-of-initiative")


def test_another_owner_takes_over_with_another_contact() -> None:
    others = (TEN, OwnerAssigned(owners=(REGION,)))
    given(*OWNED, others).when(DESCRIBE, to=TEN, by=LEADER).denied()
    given(*OWNED, others).when(DESCRIBE, to=TEN, by=CONTACT).denied()


def test_a_new_contact_takes_the_place_of_the_one_before() -> None:
    now = (LILLEBAELT, ContactNamed(party=KOLDING, person=CHAIR, from_on=TODAY))
    record = given(*OWNED, now)
    record.when(DESCRIBE, to=TEN, by=CONTACT).denied()
    assert record.when(DESCRIBE, to=TEN, by=CHAIR).recorded


def test_the_leader_sees_what_is_open_for_as_long_as_it_goes_on() -> None:
    record = given(*OWNED)
    mask = mask_of("lillebaelt", LEADER, TODAY, record)
    assert mask is not None
    assert not mask.insider_of
    assert mask_of("aarhus", LEADER, TODAY, record) is None
    assert mask_of("lillebaelt", LEADER, TODAY, given(*RECORD, ordered())) is None
    over = (TEN, InitiativeEnded(how=Ending.COMPLETED, ceases_on=TODAY, decision=by(POLITICAL)))
    assert mask_of("lillebaelt", LEADER, TODAY, given(*OWNED, over)) is None


def test_a_leader_who_owes_an_action_answers_for_themselves() -> None:
    action = "lillebaelt/action/svar"
    owed = (action, Assigned(what=said("Svar."), owed_by=(ByPerson(person=LEADER),), report_to=POLITICAL))
    reply = Reply(debtor=ByPerson(person=LEADER), text="Gjort.")
    (recorded,) = given(*OWNED, owed).when(reply, to=action, by=LEADER).recorded
    assert (recorded.by.seat, recorded.by.rule) == (TEN, "leader-of-initiative")
    given(*RECORD, owed).when(reply, to=action, by=LEADER).denied()
