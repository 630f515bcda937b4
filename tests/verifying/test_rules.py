"""A record that is signed and witnessed, and yet breaks a rule for money or seats: the rule is named, and the event that breaks it.

What is expected of each stands in trust.md §6 and architecture §8, §10; the record as it should be is the control of every case.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from clients.klynge_verify import GIVEN_BY, SAID, VERDICTS
from domain.kernel import Who
from domain.streams import COMMAND_NAMES
from tests.verifying.town import (
    APPLICANT,
    CHAIR,
    CONFIRMER,
    FUND,
    MEETING,
    MEMBER,
    OF_CHAIR,
    OF_CONFIRMER,
    OF_REGISTRAR,
    OF_SECRETARY,
    SEATS,
    SECOND,
    SECRETARY,
    TAKEN,
    TOWN,
    Town,
    by,
    checked,
    legs,
    office,
    post,
    sits,
    town,
)

RULES_OF = {
    Who.SECRETARIAT: ["secretariat-of-body"],
    Who.SECRETARIAT_ALONE: ["secretariat-of-body"],
    Who.CHAIR: ["chair-of-body"],
    Who.MEMBER: ["member-present"],
    Who.ATTENDEE: ["attendee-of-body"],
    Who.SUBSTITUTE: ["substitute-of-body"],
    Who.BODY_MEMBER: ["member-of-body"],
    Who.CONTACT: ["contact-of-party"],
    Who.REGISTRAR: ["registrar-of-fund"],
    Who.CONFIRMER: ["confirmer-of-fund"],
    Who.ADMINISTRATOR: ["administrator"],
    Who.TIMEKEEPER: ["timekeeper"],
    Who.HOUSE: ["house"],
    Who.INIT: ["init"],
    Who.REACTION: [],
}
RULE_BROKEN = next(code for code, (_, english) in VERDICTS.items() if english == "RULE BROKEN")
YEAR = 365 * 24 * 3600 * SECOND


class Breach(NamedTuple):
    """What is done to the record, and what is then found where."""

    what: str
    found: str
    at: str
    spoil: Callable[[Town], None]


def with_(name: str, **changed: object) -> Callable[[Town], None]:
    """An event that tells something else."""
    return lambda record: record[name].update(changed)


def without(*names: str) -> Callable[[Town], None]:
    def spoil(record: Town) -> None:
        for name in names:
            record.remove(name)

    return spoil


def given_by(name: str, who: dict[str, object]) -> Callable[[Town], None]:
    return lambda record: record.events[name]["state"].update(by=who)


def moves(name: str, *moved: tuple[str, float]) -> Callable[[Town], None]:
    return with_(name, legs=legs(*moved))


def also(*spoils: Callable[[Town], None]) -> Callable[[Town], None]:
    def spoil(record: Town) -> None:
        for each in spoils:
            each(record)

    return spoil


def paid_too_much(record: Town) -> None:
    told = {"allocation": "e1", "amount_oere": 9_000, "to_party": TOWN, "booked_on": "2024-02-01", "voucher": "b9"}
    for number in range(4):
        post(
            record, f"more-{number}", "paid", told, ("bevilget:e1", -9_000), ("udbetalt:e1", 9_000), command="fund.pay"
        )
        record.before(f"more-{number}", "back")


def fell_before(name: str) -> Callable[[Town], None]:
    def spoil(record: Town) -> None:
        told = {"item": "i1", "decision": "1.1", "condition": "by/condition/c"}
        record.add("fell", MEETING, "meeting.decision-fell", told, OF_SECRETARY)
        record.before("fell", name)

    return spoil


def resolved_again(record: Town) -> None:
    told = {"earmark": "e1", "why": "waived", "amount_oere": 50_000}
    post(
        record,
        "again",
        "earmark-released",
        told,
        ("betinget:e1", -50_000),
        ("fri:2023", 50_000),
        command="fund.release",
    )
    record.before("again", "wish-payment")


def in_a_closed_year(record: Town) -> None:
    told = {"year": 2023, "amount_oere": 1, "from_party": TOWN, "booked_on": "2024-02-01"}
    post(record, "late", "grant-received", told, ("tilskud:2023", -1), ("fri:2023", 1))


def left_before_acting(record: Town) -> None:
    told = {"seat": "secretariat", "person": SECRETARY, "cause": "other", "ceases_on": "2024-01-15"}
    record.add("gone", SEATS, "membership.seat-vacated", told, OF_SECRETARY)
    record.before("gone", "key")


def two_on_a_seat(record: Town) -> None:
    record.add("two", SEATS, "membership.seat-filled", sits("chair", MEMBER), OF_SECRETARY)


def on_a_closed_seat(record: Town) -> None:
    told = {"seat": "member", "ceases_on": "2024-02-01"}
    record.add("shut", SEATS, "membership.seat-closed", told, OF_SECRETARY)
    record.add(
        "late", SEATS, "membership.seat-filled", sits("member", APPLICANT) | {"from_on": "2024-03-01"}, OF_SECRETARY
    )


def never_appointed(record: Town) -> None:
    told = {"person": MEMBER, "office": "confirmer", "from_on": "2025-01-01"}
    record.add("later", FUND, "fund.officer-named", told, OF_CHAIR, "fund.name-officer")
    record.before("later", "confirmed")
    for name in ("confirmed", "allocated"):
        given_by(name, by(MEMBER, FUND, "confirmer-of-fund"))(record)


def years_later(name: str) -> Callable[[Town], None]:
    return lambda record: record.events[name].update(later=3 * YEAR)


BREACHES = (
    Breach("legs that do not sum to zero", "zero", "grant", moves("grant", ("tilskud:2023", -100_000), ("fri:2023", 100_001))),
    Breach("a leg that is no whole øre", "zero", "small", moves("small", ("bevilget:e1", -5e3), ("udbetalt:e1", 5e3))),
    Breach("an amount beyond all", "zero", "last", moves("last", ("tilskud:2024", -(10**16)), ("fri:2024", 10**16))),
    Breach("more than it says is moved", "moved", "grant", with_("grant", amount_oere=1)),
    Breach("money goes elsewhere than it says", "moved", "small", moves("small", ("bevilget:e1", -5_000), ("fri:2024", 5_000))),
    Breach("money that is not there is held", "below", "earmark", also(
        with_("earmark", amount_oere=100_001), moves("earmark", ("fri:2023", -100_001), ("betinget:e1", 100_001)))),
    Breach("more is paid than was granted", "below", "more-2", paid_too_much),
    Breach("an earmark is resolved twice", "twice", "again", resolved_again),
    Breach("an earmark is granted while it waits", "twice", "allocated", with_("earmark", waits=["by/condition/c"])),
    Breach("an earmark is granted with another amount", "twice", "allocated", also(
        with_("allocated", amount_oere=49_999), moves("allocated", ("betinget:e1", -49_999), ("bevilget:e1", 49_999)))),
    Breach("an earmark that nobody confirmed is granted", "twice", "allocated", also(
        without("confirmed"), lambda record: record.events["allocated"]["state"].update(correlation="allocated"))),
    Breach("who registered confirms", "eyes", "confirmed", also(
        with_("earmark", registered_by=CONFIRMER), given_by("earmark", by(CONFIRMER, FUND, "registrar-of-fund")))),
    Breach("who applied confirms", "eyes", "confirmed", with_("application", submitted_by=CONFIRMER)),
    Breach("who applied confirms a payment", "eyes", "confirm-payment", with_("application", submitted_by=CONFIRMER)),
    Breach("it says that another registered", "eyes", "earmark", with_("earmark", registered_by=APPLICANT)),
    Breach("a large amount is held by one", "eyes", "earmark", with_("earmark", second_person=False)),
    Breach("a large amount is paid by one", "eyes", "payment", also(
        without("wish-payment", "confirm-payment"), given_by("payment", OF_REGISTRAR),
        lambda record: record.events["payment"]["state"].update(command="fund.pay", correlation="payment"))),
    Breach("another amount is paid than was registered", "eyes", "payment", also(
        with_("payment", amount_oere=21_000), moves("payment", ("bevilget:e1", -21_000), ("udbetalt:e1", 21_000)))),
    Breach("one alone pays while no threshold is set", "eyes", "small", without("threshold")),
    Breach("something is booked in a closed year", "closed", "late", in_a_closed_year),
    Breach("a payment is dated in a closed year", "closed", "last", with_("last", booked_on="2023-12-31")),
    Breach("a decision that nobody took", "undecided", "threshold", with_("threshold", decision=TAKEN | {"decision": "9.9"})),
    Breach("no decision at all", "undecided", "allocated", with_("allocated", decisions=[])),
    Breach("a decision that says no yes", "undecided", "shared", with_(
        "decision-1.1", outcome={"type": "plain", "outcome": "discussed"})),
    Breach("a decision that has fallen", "undecided", "earmark", fell_before("earmark")),
    Breach("a decision that has fallen since", "undecided", "allocated", fell_before("confirmed")),
    Breach("a decision that waits", "undecided", "shared", with_("decision-1.1", waits_for=["by/condition/c"])),
    Breach("a key that did not apply that day", "key", "shared", with_("key", in_force_from_on="2024-02-02")),
    Breach("a version of the key that there is not", "key", "shared", with_("shared", version=2)),
    Breach("the odd øre goes to another", "key", "shared", also(
        with_("shared", shares=[{"party": "a", "amount_oere": 600}, {"party": "b", "amount_oere": 401}]),
        moves("shared", ("part:region", -600), ("part:town", -401), ("fri:2024", 1_001)))),
    Breach("a reversal of another amount", "moved", "reversed", moves(
        "reversed", ("bevilget:e1", 4_000), ("udbetalt:e1", -4_000))),
    Breach("a posting is taken back twice", "moved", "twice", lambda record: post(
        record, "twice", "reversed", record["reversed"], ("bevilget:e1", 5_000), ("udbetalt:e1", -5_000), command="fund.reverse")),
    Breach("a year is closed with another balance", "closing", "closing", lambda record: record["closing"]["balances"].pop()),
    Breach("money is left in the year that is closed", "closing", "closing", without("carried")),
    Breach("a seat that another holds", "right", "decision-1.2", given_by("decision-1.2", OF_SECRETARY | {"person": CHAIR})),
    Breach("a seat that there is not", "right", "key", given_by("key", by(SECRETARY, "by/body/top#x", "secretariat-of-body"))),
    Breach("a seat that was left before", "right", "key", left_before_acting),
    Breach("a seat with another voice", "right", "key", given_by("key", by(CHAIR, f"{SEATS}#chair", "secretariat-of-body"))),
    Breach("a seat that does not chair", "right", "name-registrar", without("chair")),
    Breach("no seat where one is needed", "right", "key", given_by("key", by(SECRETARY, None, "secretariat-of-body"))),
    Breach("a seat that the clock gives", "right", "sit-member", given_by("sit-member", by(SECRETARY, None, "timekeeper"))),
    Breach("a seat that the house gives", "right", "sit-member", given_by("sit-member", by(SECRETARY, None, "house"))),
    Breach("a seat that a leader of an initiative gives", "right", "sit-member", given_by(
        "sit-member", by(SECRETARY, "by/initiative/1", "leader-of-initiative"))),
    Breach("an office that a secretary gives", "right", "one-more", lambda record: record.add(
        "one-more", "dk/access/more", "access.granted", office(MEMBER, "administrator"), OF_SECRETARY)),
    Breach("a key that a chair agrees to alone", "right", "key", given_by("key", OF_CHAIR)),
    Breach("an office that is given as if the record only began", "right", "one-more", lambda record: record.add(
        "one-more", "dk/access/more", "access.granted", office(MEMBER, "administrator"), by(MEMBER))),
    Breach("an office that begins later", "right", "confirmed", never_appointed),
    Breach("an office that has ended", "right", "cluster", with_("office", ceases_on="2024-02-01")),
    Breach("a contact of nobody", "right", "application", with_("contact", person=MEMBER)),
    Breach("an office that gives no right to this", "office", "small", given_by("small", OF_CONFIRMER)),
    Breach("somebody else's act", "hand", "allocated", given_by("allocated", OF_REGISTRAR)),
    Breach("two on a seat", "seat", "two", two_on_a_seat),
    Breach("somebody on a seat that is no more", "seat", "late", on_a_closed_seat),
    Breach("an appointment by a decision that has fallen", "undecided", "sit-member", fell_before("sit-member")),
    Breach("a reversal of what was never posted", "shape", "confirm-payment", lambda record: record["wish-payment"]["wish"].update(
        type="reverse", reverses=999)),
    Breach("time that runs backwards", "time", "small", lambda record: record.events["small"].update(later=-2 * SECOND)),
    Breach("recorded after it was witnessed", "later", "", years_later("leaves")),
)  # fmt: skip


def test_the_record_as_it_should_be_breaks_no_rule(tmp_path: Path) -> None:
    check = checked(town().bundle(), tmp_path)
    assert (check.code, check.findings, check.counts) == (0, [], {})
    assert {each["tag"] for each in town().events.values()} >= {
        f"fund.{tag}" for tag in ("earmarked", "paid", "reversed")
    }


@pytest.mark.parametrize("breach", BREACHES, ids=[each.what for each in BREACHES])
def test_a_broken_rule_is_named_with_its_event(breach: Breach, tmp_path: Path) -> None:
    record = town()
    breach.spoil(record)
    check = checked(record.bundle(), tmp_path)
    assert check.code == RULE_BROKEN, check.findings
    found = {each.get("position"): each for each in check.findings if each["code"] == breach.found}
    assert (record.position(breach.at) if breach.at else None) in found, check.findings
    if breach.at:
        named = found[record.position(breach.at)]
        assert (named["stream"], named["verdict"]) == (record.events[breach.at]["stream"], VERDICTS[RULE_BROKEN])


def test_who_leaves_by_what_was_only_discussed_has_left_all_the_same(tmp_path: Path) -> None:
    """A seat is filled by a yes; that somebody leaves it is only told, by whatever tells it."""
    record = town()
    record["decision-1.2"]["outcome"] = {"type": "plain", "outcome": "discussed"}
    record["leaves"]["decision"] = TAKEN | {"decision": "1.2"}
    assert checked(record.bundle(), tmp_path).findings == []
    record["sit-member"]["decision"] = TAKEN | {"decision": "1.2"}
    found = checked(record.bundle(), tmp_path).findings
    assert [(each["code"], each["position"]) for each in found] == [("undecided", record.position("sit-member"))]


def test_whoever_may_give_something_is_accused_of_nothing() -> None:
    """The verifier says by its own hand who gives what; it is what commands say of themselves."""
    given: dict[str, set[str]] = {kind: set() for kind in GIVEN_BY}
    for command, name in COMMAND_NAMES.items():
        if (kind := name.partition(".")[0]) in given:
            given[kind] |= {rule for who in command.who for rule in RULES_OF[who]}
    assert given == {kind: set(rules.split()) for kind, rules in GIVEN_BY.items()}


def test_every_rule_has_its_breach() -> None:
    assert {code for code, (verdict, _, _) in SAID.items() if verdict == RULE_BROKEN} == {
        each.found for each in BREACHES
    }


def test_what_rests_on_what_is_not_there_is_not_judged(tmp_path: Path) -> None:
    """Without the meeting nobody can say how its decision stands: that is counted, and no finding."""
    record = town()
    for name in ("called", "decision-1.1", "decision-1.2"):
        record.remove(name)
    bundle = record.bundle()
    bundle.scope = {"kind": "fund", "name": FUND}
    check = checked(bundle, tmp_path)
    assert check.code == 0
    assert check.counts["not judged"] >= 4


@pytest.mark.parametrize("tag", ["fund.borrowed", "membership.seat-sold"])
def test_an_event_of_a_newer_edition_leaves_the_bundle_incomplete(tag: str, tmp_path: Path) -> None:
    """It may move money or people, and nobody here knows how: nothing is guessed of its stream from then on."""
    record = town()
    record.add("newer", SEATS if tag.startswith("membership") else FUND, tag, {}, OF_REGISTRAR, "fund.x")
    check = checked(record.bundle(), tmp_path)
    assert (check.code, [each["code"] for each in check.findings]) == (20, ["newer"])
