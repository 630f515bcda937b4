"""Earmarks (øremærkninger): money held for something until all that it waits for has come. Resolved once."""

from typing import Annotated

import msgspec
from msgspec import Meta

from domain.assurance import Assurance
from domain.awaited import CONDITIONS_MAX, Awaited, Conditions, Pending
from domain.dates import Day, Year
from domain.decided import Taken
from domain.effects import OpenCondition
from domain.evaluation import EvaluationPlan
from domain.fund import accounts
from domain.fund.accounts import Legs, transfer
from domain.fund.announcements import require_new
from domain.fund.checks import require_other, require_posted
from domain.fund.granting import Granting, require_path_or_waits, require_terms
from domain.fund.state import Active, Announced, Held, Terms, takes_two
from domain.kernel import Asked, Event, known, same_scope
from domain.money import Oere
from domain.names import ApplicantId, ApplicationId, ConditionId, LocalName, PartyId, PersonId, ProposalId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep_all, said_if

# --- events ---


class Earmarked(Event, frozen=True, kw_only=True):
    """Money is held for something until all that it waits for has come."""

    tag = "fund.earmarked"
    rank = 4
    da = "{amount_oere} er øremærket til {purpose}[; afventer {waits}]. Bekræftes af endnu en person: {second_person}."
    en = "{amount_oere} is earmarked for {purpose}[; awaits {waits}]. To be confirmed by a second person: {second_person}."

    earmark: LocalName
    application: ApplicationId
    applicant: ApplicantId
    year: Year
    amount_oere: Oere
    to_party: PartyId
    purpose: Kept
    waits: tuple[ConditionId, ...]
    opens: tuple[OpenCondition[Kept], ...]
    second_person: bool
    """Whether it waits for one to confirm it, too."""
    from_on: Day
    ceases_on: Day
    evaluation: EvaluationPlan[Kept]
    decisions: tuple[Taken, ...]
    registered_by: PersonId
    """Compared by the rule of two people, so it stands here beside the envelope."""
    legs: Legs
    proposal: ProposalId | None = None
    over_ceiling_reason: Kept | None = None
    one_off: bool = False


Events = Earmarked


def evolve(state: Active, event: Events) -> Active:
    terms = Terms(**{name: getattr(event, name) for name in Terms.__struct_fields__})
    held = Held(
        amount_oere=event.amount_oere,
        waits=frozenset(event.waits),
        second_person=event.second_person,
        registered_by=event.registered_by,
        terms=terms,
    )
    return msgspec.structs.replace(state, earmarks=state.earmarks | {event.earmark: held})


# --- commands ---


class Earmark(Granting, frozen=True, kw_only=True):
    """Øremærk midler, der bevilges, når alt det, de afventer, er kommet."""

    verb = "earmark"
    gives = (Earmarked,)
    assurance = Assurance.SUBSTANTIAL

    earmark: LocalName
    opens: Annotated[tuple[OpenCondition[Text], ...], Meta(max_length=CONDITIONS_MAX)] = ()
    waits: Conditions = ()


Commands = Earmark


def decide(command: Commands, state: Active, asked: Asked) -> tuple[Event, ...]:
    """An earmark that a paper told of is taken over by the money; what it still waited for, the money waits for."""
    known(asked, *command.waits)
    same_scope(asked, *command.waits)
    announced = state.earmarks.get(command.earmark)
    if not isinstance(announced, Announced):
        require_new(state, command.earmark)
    application, terms = require_terms(command, state, asked)
    waits = _awaited(command, announced, asked)
    require_path_or_waits(asked, command.decisions, waits)
    second_person = takes_two(state, command.amount_oere)
    if not waits and not second_person:
        raise Refused("fund.nothing-awaited", earmark=command.earmark)
    if second_person:
        require_other(asked, application.by)
    legs = transfer(accounts.free(command.year), accounts.held(command.earmark), command.amount_oere)
    return (
        Earmarked(
            earmark=command.earmark,
            amount_oere=command.amount_oere,
            waits=tuple(waits),
            opens=keep_all(command.opens),
            second_person=second_person,
            registered_by=asked.by.person,
            legs=require_posted(state, legs),
            proposal=command.proposal,
            over_ceiling_reason=said_if(command.over_ceiling_reason),
            **msgspec.structs.asdict(terms),
        ),
    )


def _awaited(command: Earmark, announced: object, asked: Asked) -> dict[ConditionId, Awaited[Text]]:
    """Every condition that the money is to wait for, in order, and what it awaits."""
    before = sorted(announced.waits) if isinstance(announced, Announced) else ()
    waits: dict[ConditionId, Awaited[Text]] = {}
    for condition in (*before, *command.waits):
        pending = asked.see(condition)
        if not isinstance(pending, Pending):
            raise Refused("condition.already-resolved")
        waits[condition] = pending.awaits  # type: ignore[assignment]  # whose words nobody reads here
    waits |= {opened.condition: opened.awaits for opened in command.opens}
    if len(waits) > CONDITIONS_MAX:
        raise Refused("fund.too-many-waits", count=CONDITIONS_MAX)
    return waits


REFUSALS: Reasons = {
    "fund.nothing-awaited": ("Øremærkningen {earmark} afventer intet. Bevil beløbet i stedet.",
                             "The earmark {earmark} awaits nothing. Allocate the amount instead."),
    "fund.too-many-waits": ("En øremærkning afventer højst {count} forudsætninger.",
                            "An earmark awaits at most {count} conditions."),
}  # fmt: skip
