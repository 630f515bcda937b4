"""A small town's record, written by hand: who sits where, what is decided, and a fund in which every kind of posting stands once.

Nothing of the service takes part. Each event has a name, so that a test can say which one it spoils.
"""

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from clients import klynge_verify
from tests.proof.plainly import Row, leaf_data, leaf_hash
from tests.proof.small_bundle import LOG, ORIGIN, SEEN_AT, TRUST, Bundle, compact

Json = dict[str, Any]
ADMINISTRATOR, SECRETARY, CHAIR, MEMBER = (
    f"dk/person/{name}" for name in ("administrator", "secretary", "chair", "member")
)
REGISTRAR, CONFIRMER, APPLICANT = (f"dk/person/{name}" for name in ("registrar", "confirmer", "applicant"))
REGION, TOWN = "dk/party/region", "dk/party/town"
SEATS, MEETING, FUND, KEY = "by/membership/top", "by/meeting/m1", "by/fund/pool", "by/financing-key/key"
APPLICATION = "by/application/a1"
TAKEN = {"type": "taken", "meeting": MEETING, "decision": "1.1"}
BEGINS = int(datetime(2024, 2, 1, 9, tzinfo=ZoneInfo("Europe/Copenhagen")).timestamp()) * 1_000_000
SECOND = 1_000_000


def by(person: str, seat: str | None = None, rule: str = "init") -> Json:
    return {"person": person, "rule": rule} if seat is None else {"person": person, "seat": seat, "rule": rule}


INIT = by(ADMINISTRATOR)
OF_ADMINISTRATOR = by(ADMINISTRATOR, "dk/access/admin", "administrator")
OF_SECRETARY = by(SECRETARY, f"{SEATS}#secretariat", "secretariat-of-body")
OF_CHAIR = by(CHAIR, f"{SEATS}#chair", "chair-of-body")
OF_REGISTRAR = by(REGISTRAR, FUND, "registrar-of-fund")
OF_CONFIRMER = by(CONFIRMER, FUND, "confirmer-of-fund")
OF_CONTACT = by(APPLICANT, "by/cluster/by", "contact-of-party")


def legs(*moved: tuple[str, float]) -> list[Json]:
    return [{"account": account, "amount_oere": oere} for account, oere in moved]


class Town:
    """The record, event by event."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.events: dict[str, Json] = {}
        """name -> stream, tag, state, and how much later than the one before"""

    def __getitem__(self, name: str) -> Json:
        """What an event tells."""
        told: Json = self.events[name]["state"]["event"]
        return told

    def add(self, name: str, stream: str, tag: str, event: Json, who: Json, command: str = "", after: str = "") -> None:
        """`after`: the event that this one belongs with, given by the same command."""
        verb = command or f"{tag.partition('.')[0]}.{tag}"
        state = {"v": 1, "by": who, "command": verb, "correlation": after or name, "event": event}
        self.names.append(name)
        self.events[name] = {"stream": stream, "tag": tag, "state": state, "later": SECOND}

    def remove(self, name: str) -> None:
        self.names.remove(name)

    def before(self, name: str, other: str) -> None:
        """An event in another place."""
        self.names.remove(name)
        self.names.insert(self.names.index(other), name)

    def position(self, name: str) -> int:
        return self.names.index(name) + 1

    def rows(self) -> list[Row]:
        versions: dict[str, int] = {}
        rows, at = [], BEGINS
        for position, name in enumerate(self.names, 1):
            event = self.events[name]
            stream, at = event["stream"], at + event["later"]
            versions[stream] = versions.get(stream, 0) + 1
            state = event["state"] | {"correlation": self.position(event["state"]["correlation"])}
            row = {"position": position, "stream": stream, "version": versions[stream], "tag": event["tag"]}
            rows.append(row | {"recorded_at": at, "state": compact(state)})
        return rows

    def bundle(self) -> Bundle:
        """Signed and witnessed, whatever it tells: the rules alone can find fault with it."""
        bundle = Bundle()
        bundle.rows, bundle.texts = self.rows(), []
        bundle.leaves = [leaf_hash(leaf_data(row)) for row in bundle.rows]
        bundle.older, bundle.newest = bundle.signed(4), bundle.signed(len(bundle.leaves))
        return bundle


def checked(bundle: Bundle, folder: Path, trust: str = TRUST) -> klynge_verify.Check:
    """What the verifier finds in it. Raises `Refused`."""
    for path, held in bundle.files().items():
        (folder / "bundle" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "bundle" / path).write_bytes(held)
    (folder / "trust.toml").write_text(trust, "utf-8")
    read = klynge_verify.Bundle(str(folder / "bundle")), klynge_verify.Trust(str(folder / "trust.toml"), ())
    return klynge_verify.Check(*read).run()


def town() -> Town:
    """As it should be."""
    record = Town()
    _begun(record)
    _decided(record)
    _funded(record)
    _spent(record)
    _closed(record)
    return record


def _begun(record: Town) -> None:
    told: Json
    opened = {"origin": ORIGIN.partition("/")[2], "clock": "real", "schemes": [], "checkpoint_key": LOG.vkey}
    record.add("log", "by/log/log", "log.opened", opened, INIT)
    record.add("office", "dk/access/admin", "access.granted", office(ADMINISTRATOR, "administrator"), INIT)
    record.add("cluster", "by/cluster/by", "cluster.established", {"form": "cluster"}, OF_ADMINISTRATOR)
    record.add(
        "contact", "by/cluster/by", "cluster.contact-named", {"party": TOWN, "person": APPLICANT}, OF_ADMINISTRATOR
    )
    record.add("body", "by/body/top", "body.established", {"membership": SEATS}, OF_ADMINISTRATOR)
    for seat, voice in (("secretariat", "secretariat"), ("chair", "vote"), ("member", "vote")):
        told = {"body": "by/body/top", "seat": seat, "right": {"type": "patients"}, "voice": voice}
        record.add(f"open-{seat}", SEATS, "membership.seat-opened", told, OF_ADMINISTRATOR, after="body")
    record.add("sit-secretary", SEATS, "membership.seat-filled", sits("secretariat", SECRETARY), OF_ADMINISTRATOR)
    record.add("sit-chair", SEATS, "membership.seat-filled", sits("chair", CHAIR), OF_SECRETARY)
    record.add("chair", SEATS, "membership.chair-taken", {"seat": "chair", "side": "byen"}, OF_SECRETARY)


def _decided(record: Town) -> None:
    told: Json
    record.add("called", MEETING, "meeting.called", {"body": "by/body/top"}, OF_SECRETARY)
    for number in ("1.1", "1.2"):
        told = {"item": "i1", "number": "1", "decision": number, "decided_on": "2024-02-01"}
        told.update({"outcome": {"type": "plain", "outcome": "approved"}, "waits_for": []})
        record.add(f"decision-{number}", MEETING, "meeting.decision-recorded", told, OF_SECRETARY)
    weights = [{"party": REGION, "weight": 60}, {"party": TOWN, "weight": 40}]
    told = {"version": 1, "whole": 100, "shares": weights, "source": TAKEN, "in_force_from_on": "2024-01-01"}
    record.add("key", KEY, "financing-key.agreed", told, OF_SECRETARY)
    told = sits("member", MEMBER) | {"decision": TAKEN}
    record.add("sit-member", SEATS, "membership.seat-filled", told, OF_SECRETARY)


def _funded(record: Town) -> None:
    told: Json
    record.add("fund", FUND, "fund.opened", {}, OF_SECRETARY, "fund.open")
    for name, person in (("registrar", REGISTRAR), ("confirmer", CONFIRMER)):
        told = {"person": person, "office": name, "from_on": "2024-01-01"}
        record.add(f"name-{name}", FUND, "fund.officer-named", told, OF_CHAIR, "fund.name-officer")
    told = {"amount_oere": 10_000, "decision": TAKEN}
    record.add("threshold", FUND, "fund.threshold-set", told, OF_CHAIR, "fund.set-threshold")
    told = {"year": 2023, "amount_oere": 100_000, "from_party": REGION, "booked_on": "2024-02-01"}
    post(record, "grant", "grant-received", told, ("tilskud:2023", -100_000), ("fri:2023", 100_000))
    told = {"fund": FUND, "applicant": TOWN, "purpose_class": "development", "submitted_by": APPLICANT}
    record.add("application", APPLICATION, "application.submitted", told, OF_CONTACT)
    shares = [{"party": REGION, "amount_oere": 601}, {"party": TOWN, "amount_oere": 400}]
    told = {
        "total_oere": 1_001,
        "key": KEY,
        "version": 1,
        "shares": shares,
        "booked_on": "2024-02-01",
        "decisions": [TAKEN],
    }
    post(record, "shared", "contribution-shared", told, ("part:region", -601), ("part:town", -400), ("fri:2024", 1_001))
    told = {"earmark": "e1", "application": APPLICATION, "year": 2023, "amount_oere": 50_000, "waits": [], "opens": []}
    told.update({"second_person": True, "decisions": [TAKEN], "registered_by": REGISTRAR})
    post(record, "earmark", "earmarked", told, ("fri:2023", -50_000), ("betinget:e1", 50_000))
    record.add("confirmed", FUND, "fund.second-person-confirmed", {"of": "e1"}, OF_CONFIRMER, "fund.confirm")
    told = {"allocation": "e1", "earmark": "e1", "application": APPLICATION, "year": 2023, "amount_oere": 50_000}
    told.update({"decisions": [TAKEN], "legs": legs(("betinget:e1", -50_000), ("bevilget:e1", 50_000))})
    record.add("allocated", FUND, "fund.allocated", told, OF_CONFIRMER, "fund.confirm", after="confirmed")


def _spent(record: Town) -> None:
    told: Json
    paid = {"allocation": "e1", "amount_oere": 20_000, "to_party": TOWN, "booked_on": "2024-02-01", "voucher": "b1"}
    wished(record, "payment", {"type": "pay"} | paid)
    confirmed(record, "payment", "paid", paid | {"legs": legs(("bevilget:e1", -20_000), ("udbetalt:e1", 20_000))})
    told = paid | {"amount_oere": 5_000, "voucher": "b2"}
    post(record, "small", "paid", told, ("bevilget:e1", -5_000), ("udbetalt:e1", 5_000), command="fund.pay")
    told = {
        "allocation": "e1",
        "amount_oere": 1_000,
        "from_party": TOWN,
        "booked_on": "2024-02-01",
        "voucher": "b3",
    }
    post(record, "back", "repaid", told, ("tilbagebetalt:e1", -1_000), ("bevilget:e1", 1_000), command="fund.repay")
    record.add(
        "second", SEATS, "membership.substitute-named", {"person": APPLICANT, "stands_for": ["member"]}, OF_SECRETARY
    )
    told = {"reverses": 0, "legs": legs(("udbetalt:e1", -5_000), ("bevilget:e1", 5_000))}
    post(record, "reversed", "reversed", told, ("bevilget:e1", 5_000), ("udbetalt:e1", -5_000), command="fund.reverse")
    record["reversed"]["reverses"] = 1 + sum(
        record.events[name]["stream"] == FUND for name in record.names[: record.names.index("small")]
    )
    told = {"allocation": "e1", "document": "by/document/d1", "unspent_oere": 31_000, "year": 2024}
    post(record, "ended", "allocation-closed", told, ("bevilget:e1", -31_000), ("fri:2024", 31_000))


def _closed(record: Town) -> None:
    told: Json
    told = {"from_year": 2023, "to_year": 2024, "amount_oere": 50_000, "booked_on": "2024-02-01"}
    moved = ("fri:2023", -50_000), ("overført:2023>2024", 50_000), ("overført:2023>2024", -50_000), ("fri:2024", 50_000)
    post(record, "carried", "carried-over", told, *moved)
    wished(record, "closing", {"type": "close-year", "year": 2023})
    balances: tuple[tuple[str, float], ...] = (
        ("bevilget:e1", 0),
        ("fri:2023", 0),
        ("fri:2024", 82_001),
        ("part:region", -601),
        ("part:town", -400),
    )
    balances += ("tilbagebetalt:e1", -1_000), ("tilskud:2023", -100_000), ("udbetalt:e1", 20_000)
    confirmed(record, "closing", "year-closed", {"year": 2023, "balances": legs(*balances)})
    told = {"year": 2024, "amount_oere": 100, "from_party": REGION, "booked_on": "2024-02-01"}
    post(record, "last", "grant-received", told, ("tilskud:2024", -100), ("fri:2024", 100))
    told = {"seat": "member", "person": MEMBER, "cause": "other", "ceases_on": "2024-02-01"}
    record.add("leaves", SEATS, "membership.seat-vacated", told, OF_SECRETARY)


def office(person: str, name: str) -> Json:
    return {"person": person, "office": name, "from_on": "2024-01-01"}


def sits(seat: str, person: str) -> Json:
    return {"seat": seat, "person": person, "from_on": "2024-01-01"}


def post(record: Town, name: str, tag: str, told: Json, *moved: tuple[str, float], command: str = "") -> None:
    """What the registrar posts."""
    verbs = {
        "grant-received": "receive-grant",
        "carried-over": "carry-over",
        "contribution-shared": "share-contribution",
    }
    verbs |= {"earmarked": "earmark", "allocation-closed": "close-allocation"}
    record.add(name, FUND, f"fund.{tag}", told | {"legs": legs(*moved)}, OF_REGISTRAR, command or f"fund.{verbs[tag]}")


def wished(record: Town, name: str, wish: Json) -> None:
    told: Json
    told = {"registration": name, "wish": wish, "registered_by": REGISTRAR}
    record.add(f"wish-{name}", FUND, "fund.registration-made", told, OF_REGISTRAR, "fund.register")


def confirmed(record: Town, name: str, tag: str, told: Json) -> None:
    record.add(f"confirm-{name}", FUND, "fund.second-person-confirmed", {"of": name}, OF_CONFIRMER, "fund.confirm")
    record.add(name, FUND, f"fund.{tag}", told, OF_CONFIRMER, "fund.confirm", after=f"confirm-{name}")


assert SEEN_AT * SECOND > BEGINS
