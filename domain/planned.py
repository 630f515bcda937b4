"""What follows from effects that plan: each is one command to a plan or an initiative, with the decision behind it.

And what follows from what happened to an initiative: promised items, questions to whoever ordered it, a body's one place.
"""

from collections.abc import Mapping
from typing import Any

from domain import body, initiative, plan, planning, referral, themes
from domain.decided import Taken
from domain.handing.initiative import TakenOver
from domain.initiative.state import Standing
from domain.initiatives import Kind
from domain.kernel import Command, See, Unknown
from domain.names import joined, name_of, scope_of
from domain.text import handed_on
from domain.way import Way

Reaction = tuple[str, Command]

COMMAND_OF: Mapping[type, type[Command]] = {
    planning.AdoptPlan: plan.Adopt,
    planning.SetTheme: themes.SetTheme,
    planning.NoteFocus: themes.NoteFocus,
    planning.ClosePlan: plan.Close,
    planning.GiveRemark: initiative.Remark,
    planning.AnswerRemark: initiative.AnswerRemark,
    planning.AssignOwner: initiative.AssignOwner,
    planning.ApproveConfirmation: initiative.ApproveConfirmation,
    planning.ReturnConfirmation: initiative.ReturnConfirmation,
    planning.AgreeRemedy: initiative.AgreeRemedy,
    planning.Escalate: initiative.Escalate,
    planning.Narrow: initiative.Narrow,
    planning.Widen: initiative.Widen,
    planning.Spread: initiative.SpreadTo,
    planning.StartProject: initiative.Start,
    planning.Pause: initiative.Pause,
    planning.Resume: initiative.Resume,
    planning.Deprioritise: initiative.Deprioritise,
    planning.Prolong: initiative.Prolong,
    planning.BeginOperation: initiative.BeginOperation,
    planning.ReachStep: initiative.ReachStep,
    planning.MergeInitiative: initiative.Merge,
    planning.EndInitiative: initiative.End,
}
"""effect of a decision -> the command it stands for"""

TO_PLANS = (planning.AdoptPlan, planning.SetTheme, planning.NoteFocus, planning.ClosePlan)


def command_of(effect: Any, taken: Taken, see: See) -> Reaction:
    """The stream a command goes to, and the command."""
    if isinstance(effect, TO_PLANS):
        return effect.plan, _to_plan(effect, taken, see)
    return effect.initiative, _to_initiative(effect, taken, see)


def _to_plan(effect: Any, taken: Taken, see: See) -> Command:
    match effect:
        case planning.AdoptPlan():
            return plan.Adopt(decision=taken, orders=effect.orders, in_force_from_on=effect.in_force_from_on)
        case planning.SetTheme():
            return themes.SetTheme(
                theme=effect.theme,
                number=effect.number,
                title=handed_on(effect.title),
                theme_kind=effect.theme_kind,
            )
        case planning.NoteFocus():
            return themes.NoteFocus(
                theme=effect.theme,
                focus=effect.focus,
                by_body=see(taken.meeting).body,
                words=handed_on(effect.words),
            )
        case planning.ClosePlan():
            return plan.Close(decision=taken, successor=effect.successor)
    raise AssertionError(effect)


def _to_initiative(effect: Any, taken: Taken, see: See) -> Command:
    """The rest of an effect's fields are those of its command."""
    command = COMMAND_OF[type(effect)]
    fields = {name: getattr(effect, name) for name in effect.__struct_fields__ if name != "initiative"}
    if isinstance(effect, planning.Deprioritise):
        fields["by_body"] = see(taken.meeting).body
    return command(**fields, decision=taken)


def ordered(event: plan.PlanAdopted, stream: str, see: See) -> tuple[Reaction, ...]:
    """Each initiative that a plan orders."""
    return tuple(
        (
            order.initiative,
            initiative.Order(
                number=order.number,
                title=handed_on(order.title),
                plan=stream,
                by_body=see(event.decision.meeting).body,
                decision=event.decision,
                theme=order.theme,
                supports=order.supports,
            ),
        )
        for order in event.orders
    )


def promised(event: initiative.Remarked, stream: str, see: See) -> tuple[Reaction, ...]:
    """One promised item of an initiative and a meeting, however many remarks it was given there."""
    item = _asked_at(event.decision, stream)
    if event.expected is None or not isinstance(see(item), Unknown):
        return ()
    question = referral.Send(
        from_body=event.by_body,
        to_body=event.by_body,
        question=handed_on(event.text),
        direction=Way.PROMISED,
        expected=event.expected,  # type: ignore[arg-type]  # its words are where the remark said them
        arises_from=event.decision,
    )
    return ((item, question),)


def told_upwards(event: initiative.Narrowed, stream: str, see: See) -> tuple[Reaction, ...]:
    """Whoever ordered it is asked what it says to what is left, unless it awaits an answer about it already."""
    state = see(stream)
    item = _asked_at(event.decision, stream, Way.UP.da)
    if state.orderer in (None, event.by_body) or state.remarks or not isinstance(see(item), Unknown):
        return ()
    question = referral.Send(
        from_body=event.by_body,
        to_body=state.orderer,
        question=handed_on(event.after),
        direction=Way.UP,
        arises_from=event.decision,
    )
    return ((item, question),)


def _asked_at(decision: Taken, stream: str, *which: str) -> str:
    """The name follows from meeting and initiative, so the same cause never makes two."""
    return f"{scope_of(stream)}/referral/{joined(name_of(decision.meeting), name_of(stream), *which)}"


def begun(event: initiative.Started, stream: str, see: See) -> tuple[Reaction, ...]:
    """An improvement project takes its body's place."""
    if event.by_body is None or see(stream).kind is not Kind.IMPROVEMENT_PROJECT:
        return ()
    return ((event.by_body, body.TakeSlot(initiative=stream)),)


def taken_over(event: TakenOver, stream: str) -> tuple[Reaction, ...]:
    """An improvement project at work keeps a place at the body that comes after the one that chose it."""
    carried = event.carried
    at_work = carried.kind is Kind.IMPROVEMENT_PROJECT and carried.standing in (Standing.UNDERWAY, Standing.PAUSED)
    if not at_work or carried.chosen_by is None or scope_of(carried.chosen_by) != scope_of(stream):
        return ()
    return ((carried.chosen_by, body.TakeSlot(initiative=stream, taken_over=True)),)


def over(stream: str, see: See) -> tuple[Reaction, ...]:
    """When it has ended, the place is free."""
    state = see(stream)
    if state.chosen_by is None or state.kind is not Kind.IMPROVEMENT_PROJECT:
        return ()
    return ((state.chosen_by, body.FreeSlot(initiative=stream)),)
