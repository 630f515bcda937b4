"""What binds whom, on which day? The agreements in force (gældende samarbejdsaftaler) of a scope.

Topic `{scope}/agreements-in-force`. An agreement stands in its own scope, and whole in that of every cluster that a party of it
has belonged to: it binds parties, and whoever sits in a cluster asks what binds theirs. Keys: `party/{party}/{agreement}` of what
binds a party, `agreement/{agreement}`, and `agreement/{agreement}/step/{version}`, all ids percent-encoded.
"""

from typing import Any
from urllib.parse import quote

import msgspec

from domain.agreement import (
    Adjusted,
    EndedByLaw,
    EnteredIntoForce,
    OwnerNamed,
    PartyAdopted,
    Registered,
    ScopeNarrowed,
    ScopeWidened,
    Suspended,
    Terminated,
    TerminationApproved,
    TerminationProposed,
)
from domain.agreement.state import How
from domain.belonging import PartyJoined
from domain.concerned import COMMON_SCOPE
from domain.dates import Day, day_of
from domain.decided import DecisionRef
from domain.effects import ByBody
from domain.kernel import Recorded
from domain.names import AgreementId, PartyId, scope_of
from domain.text import Kept
from projections.agreement_answer import on_day
from projections.agreement_rows import (
    AgreementRow,
    BondRow,
    PartyOf,
    PeriodRow,
    PlacesOf,
    StepRow,
)
from projections.referred import referred
from projections.reveal import place_of, reveal
from projections.said import date_row
from projections.sources import source_of
from projections.view import Get, Named, Rows, Sight, View

Row = BondRow[Kept, str] | AgreementRow[Kept, str] | StepRow[Kept, str] | PartyOf | PlacesOf
Words = str | None
Shown = BondRow[Words, Named] | AgreementRow[Words, Named] | StepRow[Words, Named]


def party_prefix(party: PartyId) -> str:
    """With what the keys of everything that binds a party begin."""
    return f"party/{quote(party, safe='')}/"


def _topic(scope: str) -> str:
    return f"{scope}/agreements-in-force"


def _bond_key(party: PartyId, agreement: AgreementId) -> str:
    return f"{party_prefix(party)}{quote(agreement, safe='')}"


def _agreement_key(agreement: AgreementId) -> str:
    return f"agreement/{quote(agreement, safe='')}"


def _party_index(party: PartyId) -> str:
    return f"{_topic(COMMON_SCOPE)}|of/{quote(party, safe='')}"


def _places_key(agreement: AgreementId) -> str:
    return f"{_topic(scope_of(agreement))}|of/{quote(agreement, safe='')}"


# --- folded -----------------------------------------------------------------------------------------------------------


def evolve(get: Get, recorded: Recorded) -> Rows:
    event = referred(recorded)
    match event:
        case Registered():
            return _registered(get, event, recorded)
        case PartyJoined():
            return _joined(get, event.party, scope_of(recorded.stream))
        case PartyAdopted():
            when = {"adopted": True, "organ": event.organ, "adopted_when": date_row(event.when)}
            return _bonds(get, recorded, (event.party,), position=recorded.position, **when)
        case EnteredIntoForce():
            row = _home_bond(get, recorded.stream, event.party)
            begins = date_row(event.begins)
            period = PeriodRow[Kept](how=event.how, begins=begins, ceases_on=event.ceases_on)
            return _bonds(get, recorded, (event.party,), position=recorded.position, periods=(*row.periods, period))
        case Suspended():
            row = _home_bond(get, recorded.stream, event.party)
            *earlier, last = row.periods
            last = msgspec.structs.replace(last, ceases_on=event.ceases_on, suspended=True, reason=event.reason)
            return _bonds(get, recorded, (event.party,), position=recorded.position, periods=(*earlier, last))
        case OwnerNamed():
            changed = _changed(get, recorded, owner=event.owner, owner_version=recorded.version)
            return changed | _step(get, recorded, "owner-named", by=event.owner, decision=place_of(event.decision))
        case Terminated():
            told = _step(get, recorded, "terminated", text=event.replaced_by, ceases_on=event.ceases_on)
            return _ended(get, recorded, How.TERMINATED, event.ceases_on, event.replaced_by) | told
        case EndedByLaw():
            told = _step(get, recorded, "ended-by-law", ceases_on=event.ceases_on, **_law(event.source))
            return _ended(get, recorded, How.BY_LAW, event.ceases_on, None) | told
        case _:
            return _told(get, event, recorded)


def _told(get: Get, event: Any, recorded: Recorded) -> Rows:
    """Steps that change no other row."""
    match event:
        case ScopeWidened() | ScopeNarrowed() | Adjusted():
            step = {ScopeWidened: "widened", ScopeNarrowed: "narrowed", Adjusted: "adjusted"}[type(event)]
            return _step(
                get,
                recorded,
                step,
                text=event.text,
                from_on=event.from_on,
                decision=place_of(event.decision),
                document=getattr(event, "document", None),
            )
        case TerminationProposed():
            by = event.proposed_by.body if isinstance(event.proposed_by, ByBody) else event.proposed_by.party
            return _step(get, recorded, "termination-proposed", text=event.reason, by=by)
        case TerminationApproved():
            by, decision = event.by_body, place_of(event.source)
            return _step(get, recorded, "termination-approved", by=by, ceases_on=event.ceases_on, decision=decision)
        case _:
            return {}


def _registered(get: Get, event: Registered, recorded: Recorded) -> Rows:
    agreement, home = recorded.stream, scope_of(recorded.stream)
    began = {} if event.begun_by is None else source_of(event.begun_by)
    row = AgreementRow[Kept, str](
        agreement=agreement,
        parties=event.parties,
        history=event.history,
        position=recorded.position,
        title=event.title,
        scope=event.scope,
        agreed_said=date_row(event.agreed_said),
        owner=event.owner,
        begun_who=began.get("who"),
        begun_words=began.get("words"),
        begun_on=began.get("on"),
        begun_decision=began.get("decision"),
        document=event.document or began.get("document"),
    )
    rows: dict[str, Any] = {}
    scopes = [home]
    for party in event.parties:
        index = get(_party_index(party)) or PartyOf()
        rows[_party_index(party)] = msgspec.structs.replace(index, agreements=(*index.agreements, agreement))
        scopes += [scope for scope in index.scopes if scope not in scopes]
    for scope in scopes:
        rows[f"{_topic(scope)}|{_agreement_key(agreement)}"] = row
        for party in event.parties:
            rows[f"{_topic(scope)}|{_bond_key(party, agreement)}"] = BondRow[Kept, str](
                agreement=agreement, party=party, title=event.title, history=event.history, position=recorded.position
            )
    rows[_places_key(agreement)] = PlacesOf(scopes=tuple(scopes))
    return rows


def _joined(get: Get, party: PartyId, scope: str) -> Rows:
    """What binds the party stands in its cluster too from now on."""
    index = get(_party_index(party)) or PartyOf()
    if scope in index.scopes:
        return {}
    rows: dict[str, Any] = {_party_index(party): msgspec.structs.replace(index, scopes=(*index.scopes, scope))}
    for agreement in index.agreements:
        home, places = _topic(scope_of(agreement)), get(_places_key(agreement))
        if scope in places.scopes:
            continue
        rows[_places_key(agreement)] = msgspec.structs.replace(places, scopes=(*places.scopes, scope))
        row = get(f"{home}|{_agreement_key(agreement)}")
        rests = [_agreement_key(agreement), *(_bond_key(each, agreement) for each in row.parties)]
        rests += [_step_key(agreement, version) for version in places.steps]
        rows |= {f"{_topic(scope)}|{rest}": get(f"{home}|{rest}") for rest in rests}
    return rows


def _home_bond(get: Get, agreement: AgreementId, party: PartyId) -> BondRow[Kept, str]:
    row = get(f"{_topic(scope_of(agreement))}|{_bond_key(party, agreement)}")
    assert isinstance(row, BondRow)
    return row


def _bonds(get: Get, recorded: Recorded, parties: tuple[PartyId, ...], **changes: Any) -> Rows:
    """The parties' rows with changes, wherever they stand."""
    rows = {}
    for party in parties:
        row = _home_bond(get, recorded.stream, party)
        row = msgspec.structs.replace(row, **changes)
        for scope in get(_places_key(recorded.stream)).scopes:
            rows[f"{_topic(scope)}|{_bond_key(party, recorded.stream)}"] = row
    return rows


def _changed(get: Get, recorded: Recorded, **changes: Any) -> dict[str, Any]:
    """The agreement's row with changes, wherever it stands."""
    rest = _agreement_key(recorded.stream)
    row = get(f"{_topic(scope_of(recorded.stream))}|{rest}")
    row = msgspec.structs.replace(row, **changes)
    return {f"{_topic(scope)}|{rest}": row for scope in get(_places_key(recorded.stream)).scopes}


def _ended(get: Get, recorded: Recorded, how: How, ceases_on: Day, replaced_by: Kept | None) -> dict[str, Any]:
    end = {"ends_on": ceases_on, "ended_by": how, "replaced_by": replaced_by, "end_version": recorded.version}
    changed = _changed(get, recorded, **end)
    parties = next(iter(changed.values())).parties
    return {**changed, **_bonds(get, recorded, parties, **end)}


def _step_key(agreement: AgreementId, version: int) -> str:
    return f"{_agreement_key(agreement)}/step/{version:06}"


def _step(get: Get, recorded: Recorded, step: str, **told: Any) -> dict[str, Any]:
    places = get(_places_key(recorded.stream))
    row = StepRow[Kept, str](
        agreement=recorded.stream,
        step=step,
        recorded_on=day_of(recorded.recorded_at),
        version=recorded.version,
        position=recorded.position,
        **told,
    )
    rest = _step_key(recorded.stream, recorded.version)
    rows: dict[str, Any] = {f"{_topic(scope)}|{rest}": row for scope in places.scopes}
    return rows | {
        _places_key(recorded.stream): msgspec.structs.replace(places, steps=(*places.steps, recorded.version))
    }


def _law(source: DecisionRef[Kept]) -> dict[str, Any]:
    told = source_of(source)
    return {"text": told.get("words"), **{name: told.get(name) for name in ("who", "decision", "document")}}


# --- shown ------------------------------------------------------------------------------------------------------------

NO_END = {"ends_on": None, "ended_by": None, "replaced_by": None, "end_version": None}


def show(key: str, row: Any, sight: Sight) -> Any:
    """What was decided at an item that is closed to the audience has not happened to them."""
    if isinstance(row, PartyOf | PlacesOf):
        return None
    if isinstance(row, StepRow):
        return None if sight.hides_event(row.agreement, row.version) else reveal(row, sight)
    if row.end_version is not None and sight.hides_event(row.agreement, row.end_version):
        row = msgspec.structs.replace(row, **NO_END)
    owned = row.owner_version if isinstance(row, AgreementRow) else None
    if owned is not None and sight.hides_event(row.agreement, owned):
        row = msgspec.structs.replace(row, owner=None)
    return reveal(row, sight)


AGREEMENTS_IN_FORCE = View(
    name="agreements-in-force",
    version=2,
    row=Row,
    shown=Shown,
    folds=frozenset(
        {
            *(Registered, PartyAdopted, EnteredIntoForce, Suspended, ScopeWidened, ScopeNarrowed, Adjusted, OwnerNamed),
            *(TerminationProposed, TerminationApproved, Terminated, EndedByLaw, PartyJoined),
        }
    ),
    evolve=evolve,
    show=show,
    closes=True,
    spans=True,
    on_day=on_day,
    of_party=party_prefix,
)
