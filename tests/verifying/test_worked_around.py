"""Ways around a rule: what looks like what the rules allow, and is not. Beside each stands the honest record that it looks like."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clients import klynge_verify as verify
from domain.fund import FUND as FUND_KIND
from domain.streams import COMMAND_NAMES
from tests.proof.small_bundle import Bundle
from tests.verifying.test_rules import RULE_BROKEN, RULES_OF, given_by, moves, with_
from tests.verifying.town import (
    APPLICANT,
    APPLICATION,
    CHAIR,
    FUND,
    MEETING,
    MEMBER,
    OF_ADMINISTRATOR,
    OF_CHAIR,
    OF_CONFIRMER,
    OF_CONTACT,
    OF_SECRETARY,
    REGISTRAR,
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

CONDITION, NEXT = "by/condition/c", "next/fund/pool"
FREE = 82_101
"""What is free at the end of the town's record."""
Spoil = Callable[[Town], None]


def decided(number: str) -> dict[str, Any]:
    told = {"item": "i1", "number": "1", "decision": number, "decided_on": "2024-02-01", "waits_for": []}
    return told | {"outcome": {"type": "plain", "outcome": "approved"}}


def awaited() -> Town:
    """Money is held until a decision comes, and is granted when it has: nobody of the fund has a hand in that."""
    record = town()
    told = {"earmark": "e2", "application": APPLICATION, "to_party": TOWN, "year": 2024, "amount_oere": 5_000}
    held = {"waits": [CONDITION], "opens": [], "second_person": False, "registered_by": REGISTRAR, "decisions": [TAKEN]}
    post(record, "held", "earmarked", told | held, ("fri:2024", -5_000), ("betinget:e2", 5_000))
    record.add("proof", MEETING, "meeting.decision-recorded", decided("1.3"), OF_SECRETARY)
    met = {"earmark": "e2", "condition": CONDITION, "decision": TAKEN | {"decision": "1.3"}}
    record.add("met", FUND, "fund.condition-met", met, OF_SECRETARY, "fund.note-condition", after="proof")
    granted = told | {"allocation": "e2", "decisions": [TAKEN, TAKEN | {"decision": "1.3"}]}
    granted["legs"] = legs(("betinget:e2", -5_000), ("bevilget:e2", 5_000))
    record.add("granted", FUND, "fund.allocated", granted, OF_SECRETARY, "fund.note-condition", after="proof")
    return record


def passed_on() -> Town:
    """The cluster hands its fund over, and another fund has what was left."""
    record = town()
    passes = {"to_cluster": "next/cluster/next", "things": [FUND], "effective_on": "2024-02-01", "decisions": [TAKEN]}
    record.add("passes", "by/cluster/by", "cluster.handed-over", passes, OF_CHAIR)
    left = {"free_oere": FREE, "allocations": [], "effective_on": "2024-02-01"}
    gone = left | {"to_fund": NEXT, "legs": legs(("fri:2024", -FREE), ("part:next", FREE))}
    record.add("gone", FUND, "fund.handed-over", gone, OF_CHAIR, "fund.hand-over", after="passes")
    came = left | {"from_fund": FUND, "legs": legs(("tilskud:2024", -FREE), ("fri:2024", FREE)), "announced": []}
    record.add("came", NEXT, "fund.taken-over", came, OF_CHAIR, "fund.take-over", after="passes")
    return record


@pytest.mark.parametrize("record", [awaited, passed_on])
def test_what_follows_from_elsewhere_as_it_should_breaks_no_rule(record: Callable[[], Town], tmp_path: Path) -> None:
    assert checked(record().bundle(), tmp_path).findings == []


def _alone(name: str, who: dict[str, Any]) -> Spoil:
    """Nothing led to it."""
    return lambda record: record.events[name]["state"].update(correlation=name, by=who)


def _follows(
    name: str, to: str, stream: str, tag: str, told: dict[str, Any], who: dict[str, Any], command: str
) -> Spoil:
    """One event more of a command, before the event that came next."""

    def spoil(record: Town) -> None:
        after = record.events[record.names[record.names.index(to) - 1]]["state"]["correlation"]
        record.add(name, stream, tag, told, who, command, after=after)
        record.before(name, to)

    return spoil


def _others_share(record: Town) -> None:
    record["shared"]["shares"][0]["party"] = "dk/party/other"
    moves("shared", ("part:other", -601), ("part:town", -400), ("fri:2024", 1_001))(record)


def _more_comes(record: Town) -> None:
    more = legs(("tilskud:2024", -FREE - 1), ("fri:2024", FREE + 1))
    record["came"].update(free_oere=FREE + 1, legs=more)


def _comes_from_nowhere(record: Town) -> None:
    record.remove("gone")


def _closes_a_year_and_pays(record: Town) -> None:
    record["wish-payment"]["wish"] = {"type": "close-year", "year": 2023}
    record["payment"]["year"] = 2023


def _pays_by_another_name(record: Town) -> None:
    record["small"].update(allocation="e1|fri:2024", amount_oere=500)
    moves("small", ("fri:2024", -500), ("udbetalt:e1|fri:2024", 500))(record)


def _a_second_voice(record: Town) -> None:
    told = {"body": "by/body/top", "seat": "member", "right": {"type": "patients"}, "voice": "secretariat"}
    record.add("voice", SEATS, "membership.seat-opened", told, OF_SECRETARY)
    record.before("voice", "fund")
    given_by("second", by(MEMBER, f"{SEATS}#member", "secretariat-of-body"))(record)


PAID = {"allocation": "e1", "amount_oere": 20_000, "to_party": TOWN, "booked_on": "2024-02-01", "voucher": "b1"}
PAID |= {"legs": legs(("bevilget:e1", -20_000), ("udbetalt:e1", 20_000))}
WAYS: dict[str, tuple[Callable[[], Town], Spoil, str, str]] = {
    "held money is granted to another": (awaited, with_("granted", to_party="dk/party/other"), "twice", "granted"),
    "held money is granted before what it waits for": (awaited, lambda record: record.remove("met"), "twice", "granted"),
    "what it waits for comes by itself": (awaited, _alone("met", OF_SECRETARY), "office", "met"),
    "the fund is handed over by nobody's decision": (passed_on, with_("passes", decisions=[]), "undecided", "passes"),
    "the fund is handed over beside what is named": (
        passed_on, with_("passes", decisions=[], things=["by/initiative/i1"]), "undecided", "passes"),
    "a paper is cited for a grant": (town, with_("allocated", decisions=[{"type": "cited"}]), "shape", "allocated"),
    "a decision is cited as something else": (
        town, with_("threshold", decision=TAKEN | {"type": "told", "decision": "9.9"}), "undecided", "threshold"),
    "others share than those of the key": (town, _others_share, "key", "shared"),
    "the fund is handed over by a secretary": (passed_on, _alone("gone", OF_SECRETARY), "office", "gone"),
    "the fund is handed over to somebody": (
        passed_on, moves("gone", ("fri:2024", -FREE), ("udbetalt:x", FREE)), "moved", "gone"),
    "more comes than was handed over": (passed_on, _more_comes, "moved", "came"),
    "what nobody handed over comes": (passed_on, _comes_from_nowhere, "moved", "came"),
    "one confirmation pays twice": (town, _follows(
        "again", "small", FUND, "fund.paid", PAID, OF_CONFIRMER, "fund.confirm"), "eyes", "again"),
    "what confirms an earmark pays": (town, _follows(
        "again", "wish-payment", FUND, "fund.paid", PAID, OF_CONFIRMER, "fund.confirm"), "eyes", "again"),
    "what closes a year pays": (town, _closes_a_year_and_pays, "eyes", "payment"),
    "an account is named within a name": (town, _pays_by_another_name, "moved", "small"),
    "one party pays for all": (town, moves("shared", ("part:region", -1_001), ("fri:2024", 1_001)), "moved", "shared"),
    "a chair records what was decided": (town, given_by("decision-1.2", OF_CHAIR), "office", "decision-1.2"),
    "an office follows from something else": (town, _follows(
        "more", "open-chair", "dk/access/more", "access.granted", office(MEMBER, "administrator"), OF_ADMINISTRATOR, "access.grant",
    ), "office", "more"),
    "a seat is filled by what says nothing of it": (town, _follows(
        "sat", "shared", SEATS, "membership.seat-filled", sits("member", APPLICANT), OF_CONTACT, "membership.fill-seat"),
        "undecided", "sat"),
    "a contact acts as a chair": (
        town, given_by("threshold", by(APPLICANT, "by/cluster/by", "chair-of-body")), "right", "threshold"),
    "a chair acts as an administrator": (
        town, given_by("sit-member", by(CHAIR, f"{SEATS}#chair", "administrator")), "right", "sit-member"),
    "a secretary names who registers": (town, lambda record: record.events["name-registrar"]["state"].update(
        by=OF_SECRETARY, command="fund.open"), "office", "name-registrar"),
    "a registrar confirms": (town, lambda record: record.events["confirmed"]["state"].update(
        by=by(REGISTRAR, FUND, "registrar-of-fund"), command="fund.note"), "office", "confirmed"),
    "a seat is opened again with another voice": (town, _a_second_voice, "right", "second"),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_way_around_a_rule_is_found(way: str, tmp_path: Path) -> None:
    begun, spoil, code, at = WAYS[way]
    record = begun()
    spoil(record)
    check = checked(record.bundle(), tmp_path)
    assert check.code == RULE_BROKEN, check.findings
    assert (code, record.position(at)) in {(each["code"], each.get("position")) for each in check.findings}


def test_a_decision_in_a_stream_of_another_kind_is_none(tmp_path: Path) -> None:
    record = town()
    record.add("odd", "by/person/p", "meeting.decision-recorded", decided("9.9"), OF_SECRETARY)
    record.before("odd", "fund")
    record["threshold"]["decision"] = {"type": "taken", "meeting": "by/person/p", "decision": "9.9"}
    check = checked(record.bundle(), tmp_path)
    assert [(each["code"], each["position"]) for each in check.findings] == [("newer", record.position("odd"))]
    assert check.counts["not judged"] >= 1


def test_whoever_tells_a_fund_something_is_who_gives_the_command_for_it() -> None:
    """The verifier says so by its own hand; it is what commands say of themselves."""
    for command in FUND_KIND.commands:
        rules = {rule for who in command.who for rule in RULES_OF[who]}
        names = {event.tag.removeprefix("fund.") for event in command.gives}
        for name in names if rules else ():
            confirmed = COMMAND_NAMES[command] == "fund.confirm"
            needed = verify.FUND_BY.get(name, "confirmer-of-fund" if confirmed else "registrar-of-fund")
            assert rules - {needed} <= ({"timekeeper"} if name == "earmark-released" else set()), (command, name)
        if not rules:
            assert names <= {*verify.FOLLOWS, *verify.PASSES, "allocated"}, command


def test_after_the_end_of_a_cluster_who_sat_there_on_its_last_day_may_end_what_is_left(tmp_path: Path) -> None:
    record = town()
    record.add("ends", "by/cluster/by", "cluster.dissolution-decided", {"ceases_on": "2024-02-03"}, OF_CHAIR)
    left = {"seat": "secretariat", "person": SECRETARY, "cause": "closed", "ceases_on": "2024-02-03"}
    record.add("gone", SEATS, "membership.seat-vacated", left, OF_SECRETARY)
    record.add("after", "by/document/d2", "document.filed", {}, OF_SECRETARY)
    record.events["after"]["later"] = 5 * 24 * 3600 * SECOND
    assert checked(record.bundle(), tmp_path / "ended").findings == []
    record.remove("ends")
    found = checked(record.bundle(), tmp_path / "going-on").findings
    assert [(each["code"], each["position"]) for each in found] == [("right", record.position("after"))]


# --- what is kept back at the end of a stream from whom a bundle is made for ---


def _part(record: Town, kept_back: str, opened: str) -> Bundle:
    bundle = record.bundle()
    bundle.scope, bundle.opened = {"kind": "cluster", "name": "by"}, opened
    del bundle.rows[record.position(kept_back) - 1]
    return bundle


def _who_sits(record: Town) -> str:
    for name in ("second", "leaves"):
        record.remove(name)
    told = {"fund": FUND, "applicant": TOWN, "purpose_class": "development", "submitted_by": MEMBER}
    who = by(MEMBER, f"{SEATS}#member", "member-of-body")
    record.add("applies", "by/application/a2", "application.submitted", told, who)
    return "sit-member"


def _what_was_decided(record: Town) -> str:
    record["threshold"]["decision"] = TAKEN | {"decision": "1.2"}
    return "decision-1.2"


def _the_key(record: Town) -> str:
    told = {"version": 1, "ceases_on": "2024-03-01", "source": TAKEN}
    record.add("first", "by/financing-key/key", "financing-key.ended", told, OF_SECRETARY)
    record.before("first", "sit-member")
    second = record["key"] | {"version": 2, "in_force_from_on": "2024-01-01"}
    record.add("later", "by/financing-key/key", "financing-key.agreed", second, OF_SECRETARY)
    record.before("later", "sit-member")
    record["shared"]["version"] = 2
    return "later"


@pytest.mark.parametrize("end", [_who_sits, _what_was_decided, _the_key])
def test_the_end_of_a_stream_that_somebody_may_not_see_raises_no_alarm(
    end: Callable[[Town], str], tmp_path: Path
) -> None:
    """No later event says that it is missing. Of a bundle of all texts it is not kept back: it never was."""
    record = town()
    kept_back = end(record)
    check = checked(_part(record, kept_back, "as"), tmp_path / "as")
    assert check.findings == []
    assert check.counts["not judged"] >= 1
    check = checked(_part(record, kept_back, "all"), tmp_path / "all")
    assert check.code == RULE_BROKEN
