"""What a fund's rules read: its balances, what is held and what is granted, its years, its officers, its own rules."""

from typing import Any

from msgspec import Struct

from domain.criteria import Criterion
from domain.dates import Day, in_force
from domain.decided import Taken
from domain.evaluation import EvaluationPlan
from domain.fund import accounts
from domain.fund.accounts import Account
from domain.fund.wishes import Wish
from domain.kernel import See, Unknown
from domain.names import ApplicantId, ApplicationId, ConditionId, DocumentId, FundId, LocalName, PartyId, PersonId
from domain.refusal import Refused
from domain.text import Kept
from domain.words import Word

EARMARKS_MAX = 1_000
ALLOCATIONS_MAX = 1_000
REGISTRATIONS_MAX = 1_000


class FundOffice(Word):
    """What an officer of a fund does."""

    REGISTRAR = "registrar", "registrator"
    CONFIRMER = "confirmer", "bekræfter"


class Applicants(Word):
    """Whom a ceiling is for."""

    COMMITTEE = "committee", "udvalg"
    PARTY = "party", "part"
    ALL = "all", "alle"


class Firmness(Word):
    """How firm a ceiling is."""

    FIXED = "fixed", "fast"
    ABOUT = "about", "cirka"


class Officer(Struct, frozen=True, kw_only=True):
    """Who registers, or confirms, within days."""

    person: PersonId
    office: FundOffice
    from_on: Day
    ceases_on: Day | None = None


class Ceiling(Struct, frozen=True, kw_only=True):
    """The most that one applicant may be given."""

    ceiling_oere: int
    firmness: Firmness


class Books(Struct, frozen=True, kw_only=True):
    """A year of the fund (regnskabsår)."""

    granted: bool = False
    """Its grant is posted."""
    no_grant: bool = False
    """It is noted that none is given."""
    closed: bool = False
    """Nothing is booked in it any longer."""


class Terms(Struct, frozen=True, kw_only=True):
    """What money is held or granted for."""

    application: ApplicationId
    applicant: ApplicantId
    year: int
    to_party: PartyId
    purpose: Kept
    from_on: Day
    ceases_on: Day
    evaluation: EvaluationPlan[Kept]
    one_off: bool
    decisions: tuple[Taken, ...]


class Announced(Struct, frozen=True, kw_only=True):
    """A paper's earmark: waits for conditions, cleared when none is left. Nothing is posted."""

    waits: frozenset[ConditionId]


class Held(Struct, frozen=True, kw_only=True):
    """Money that is held until all it waits for has come."""

    amount_oere: int
    waits: frozenset[ConditionId]
    second_person: bool
    """Whether somebody else has yet to confirm it."""
    registered_by: PersonId
    terms: Terms
    proofs: tuple[Taken, ...] = ()
    """The decisions that met what it waited for, in order."""


class Resolved(Struct, frozen=True):
    """It became an allocation of the same name."""


class Released(Struct, frozen=True):
    """Ended."""


Earmark = Announced | Held | Resolved | Released


class Allocation(Struct, frozen=True, kw_only=True):
    """Money that is granted (bevilling)."""

    amount_oere: int
    """What was granted; when it is closed, what was used."""
    application: ApplicationId | None = None
    """None: a paper tells of it."""
    applicant: ApplicantId | None = None
    told_by: DocumentId | None = None
    """The paper that tells of it; it is no evidence of anything else."""
    closed: bool = False
    paid_elsewhere_oere: int = 0
    """What earlier funds paid of it and have not got back, less what has gone on to a later one: it comes back there."""


class Registration(Struct, frozen=True, kw_only=True):
    """What one has registered and another has yet to confirm."""

    wish: Wish[Kept]
    registered_by: PersonId
    confirmed: bool = False


class Assertion(Struct, frozen=True, kw_only=True):
    """What the accounting system last said of an account."""

    as_of_on: Day
    difference_oere: int


class Active(Struct, frozen=True, kw_only=True):
    """A pool at work."""

    name: Kept | None = None
    version: int = 1
    """Events so far: the number of the last, by which a reversal names what it takes back."""
    accounts: dict[Account, int] = {}
    earmarks: dict[LocalName, Earmark] = {}
    allocations: dict[LocalName, Allocation] = {}
    years: dict[int, Books] = {}
    officers: tuple[Officer, ...] = ()
    threshold_oere: int | None = None
    """From which amount it takes two; None: always."""
    criteria: tuple[Criterion, ...] = ()
    ceilings: dict[Applicants, Ceiling] = {}
    registrations: dict[LocalName, Registration] = {}
    assertions: dict[Account, Assertion] = {}
    postings: dict[int, Any] = {}
    """Every event with legs, by its number."""
    reversed: frozenset[int] = frozenset()
    taken_over_by: FundId | None = None


class WoundUp(Struct, frozen=True, kw_only=True):
    """Made up (opgjort): nothing is left, and nothing more is posted."""

    accounts: dict[Account, int]
    taken_over_by: FundId | None = None


State = Unknown | Active | WoundUp


def waits_of(see: See, fund: FundId, earmark: LocalName) -> frozenset[ConditionId]:
    """What an earmark still waits for. Raises Refused `fund.earmark-unknown`."""
    state = see(fund)
    if isinstance(state, WoundUp):
        return frozenset()
    found = state.earmarks.get(earmark) if isinstance(state, Active) else None
    if found is None:
        raise Refused("fund.earmark-unknown", earmark=earmark)
    return found.waits if isinstance(found, Announced | Held) else frozenset()


def holds_office(state: State, person: PersonId, office: FundOffice, on: Day) -> bool:
    """Whether a person registers, or confirms, for the fund on a day."""
    return isinstance(state, Active) and any(
        (each.person, each.office) == (person, office) and in_force(each.from_on, each.ceases_on, on)
        for each in state.officers
    )


def balance(state: Active, account: Account) -> int:
    """What stands on an account."""
    return state.accounts.get(account, 0)


def net_paid(state: Active, allocation: LocalName) -> int:
    """What was paid out of an allocation and not paid back, by earlier funds too; nothing, where it has gone on."""
    here = balance(state, accounts.paid(allocation)) + balance(state, accounts.repaid(allocation))
    return here + state.allocations[allocation].paid_elsewhere_oere


def takes_two(state: Active, amount_oere: int) -> bool:
    """Whether an amount takes two people: from the threshold on, and always while none is set."""
    return state.threshold_oere is None or amount_oere >= state.threshold_oere


def first_open(state: Active, year: int) -> int:
    """The year, or the first after it that is not closed: what is set free later goes there."""
    while state.years.get(year, Books()).closed:
        year += 1
    return year
