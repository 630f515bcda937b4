"""What does this plan ask for? Its themes and guideposts, its orders, its editions.

Topic `{scope}/plan/{name}`. Keys: `stream`, `plan`, `theme/{theme}`, `theme/{theme}/focus/{position}`, `order/{n}`,
`edition/{position}`.
"""

from typing import Any

import msgspec

from domain.claims import DateNotStated, DateSaid, span_of
from domain.handing.plan import HandedOver, TakenOver
from domain.kernel import Event, Recorded
from domain.plan import EditionIssued, FocusNoted, PlanAdopted, PlanClosed, PlanDrafted, ThemeSet
from domain.text import Kept, TextAt
from projections.plan_rows import EditionRow, FocusRow, OrderRow, PlanRow, StreamRow, ThemeRow
from projections.reveal import place_of, reveal
from projections.view import Get, Named, Rows, Sight, View, topic_of

PLAN_EVENTS: tuple[type[Event], ...] = (
    *(PlanDrafted, ThemeSet, FocusNoted, PlanAdopted, EditionIssued, PlanClosed),
    *(HandedOver, TakenOver),
)

Row = (
    StreamRow
    | PlanRow[Kept, str]
    | ThemeRow[Kept, str]
    | FocusRow[Kept, str]
    | OrderRow[Kept, str]
    | EditionRow[Kept, str]
)
Words = str | None
Shown = (
    StreamRow
    | PlanRow[Words, Named]
    | ThemeRow[Words, Named]
    | FocusRow[Words, Named]
    | OrderRow[Words, Named]
    | EditionRow[Words, Named]
)


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, topic = recorded.event, f"{recorded.stream}|"
    at: dict[str, Any] = {"version": recorded.version, "position": recorded.position}
    rows: dict[str, Any] = {f"{topic}stream": StreamRow(**at)}
    match event:
        case PlanDrafted():
            drafted = PlanRow[Kept, str](
                plan=recorded.stream,
                title=event.title,
                plan_kind=event.plan_kind,
                by_body=event.by_body,
                state="drafted",
                **_days(event.period, "period_words"),
                **at,
            )
            return rows | {f"{topic}plan": drafted}
        case ThemeSet():
            theme = ThemeRow[Kept, str](
                theme=event.theme, number=event.number, title=event.title, theme_kind=event.theme_kind, **at
            )
            return rows | {f"{topic}theme/{event.theme}": theme}
        case FocusNoted():
            focus = FocusRow[Kept, str](
                theme=event.theme, focus=event.focus, by_body=event.by_body, words=event.words, **at
            )
            return rows | {f"{topic}theme/{event.theme}/focus/{recorded.position:010d}": focus}
        case EditionIssued():
            edition = EditionRow[Kept, str](document=event.document, **_days(event.as_of, "as_of_words"), **at)
            return rows | {f"{topic}edition/{recorded.position:010d}": edition}
        case TakenOver():
            return rows | _taken_over(get, recorded, at)
        case _:
            return rows | _decided(get, recorded, topic, at)


def _decided(get: Get, recorded: Recorded, topic: str, at: dict[str, Any]) -> dict[str, Any]:
    """A plan that is adopted, with what it orders, closed, or handed over."""
    event, key = recorded.event, f"{topic}plan"
    row = get(key)
    told = {"told_at": (*row.told_at, recorded.version), **at}
    match event:
        case PlanAdopted():
            adopted = {
                "state": "adopted",
                "decision": place_of(event.decision),
                "from_on": event.in_force_from_on,
                "orders": len(event.orders),
            }
            orders = {
                f"{topic}order/{n:03d}": OrderRow[Kept, str](
                    number=order.number,
                    initiative=order.initiative,
                    title=order.title,
                    theme=order.theme,
                    supports=order.supports,
                    order=n,
                    **at,
                )
                for n, order in enumerate(event.orders, 1)
            }
            return {key: msgspec.structs.replace(row, **adopted, **told), **orders}
        case PlanClosed():
            closed = {"state": "closed", "closed_by": place_of(event.decision), "successor": event.successor}
            return {key: msgspec.structs.replace(row, **closed, **told)}
        case HandedOver():
            handed = {"state": "handed-over", "successor": event.successor}
            return {key: msgspec.structs.replace(row, **handed, **told)}
        case _:
            return {}


def _taken_over(get: Get, recorded: Recorded, at: dict[str, Any]) -> dict[str, Any]:
    """A plan of an earlier cluster as what was carried says; its words stand where they were said."""
    event: TakenOver = recorded.event
    carried, former, topic = event.carried, event.from_stream, f"{recorded.stream}|"
    before: PlanRow[Kept, str] = get(f"{former}|plan")
    title = before.title if isinstance(before.title, TextAt) else TextAt(former, 1, "/title")
    plan = PlanRow[Kept, str](
        plan=recorded.stream,
        title=title,
        plan_kind=before.plan_kind,
        by_body=carried.by_body,
        state="adopted" if carried.adopted else "drafted",
        from_on=carried.in_force_from_on,
        orders=len(carried.orders),
        taken_from=former,
        carried_at=before.told_at,
        **at,
    )
    rows: dict[str, Any] = {f"{topic}plan": plan}
    for each in carried.themes:
        theme = get(f"{former}|theme/{each.theme}")
        rows[f"{topic}theme/{each.theme}"] = ThemeRow[Kept, str](
            theme=each.theme,
            number=each.number,
            theme_kind=theme.theme_kind,
            **_words_of(theme, former, "/title"),
            **at,
        )
    for n, initiative in enumerate(carried.orders, 1):
        order = get(f"{former}|order/{n:03d}")
        rows[f"{topic}order/{n:03d}"] = OrderRow[Kept, str](
            number=order.number,
            initiative=initiative,
            theme=order.theme,
            supports=order.supports,
            order=n,
            **_words_of(order, former, f"/orders/{n - 1}/title"),
            **at,
        )
    return rows


def _words_of(row: ThemeRow[Kept, str] | OrderRow[Kept, str], former: str, field: str) -> dict[str, Any]:
    """A title as where it was said, so that it stays as closed as it is there."""
    return {"title": row.title if isinstance(row.title, TextAt) else TextAt(former, row.version, field)}


def _days(said: DateSaid[Kept] | None, words: str) -> dict[str, Any]:
    if said is None or isinstance(said, DateNotStated):
        return {}
    span = span_of(said)
    return {words: said.words} | ({} if span is None else {"earliest": span[0], "latest": span[1]})


def show(key: str, row: Any, sight: Sight) -> Any:
    stream = topic_of(key)
    if isinstance(row, StreamRow):
        return row
    if isinstance(row, PlanRow):
        if sight.hides_stream(stream):
            return None
        told = (
            *((stream, each) for each in row.told_at),
            *((row.taken_from or stream, each) for each in row.carried_at),
        )
        if any(sight.hides_event(of, version) for of, version in told):
            left_out: dict[str, Any] = {"state": None, "told_at": (), "from_on": None, "orders": 0, "successor": None}
            left_out |= {"carried_at": ()}
            row = msgspec.structs.replace(row, **left_out)
        return reveal(row, sight)
    said_at = row.title if isinstance(row, OrderRow | ThemeRow) else None
    # What was carried was said in another cluster, maybe behind closed doors.
    if isinstance(said_at, TextAt) and sight.hides_event(said_at.stream, said_at.version):
        return None
    return None if sight.hides_event(stream, row.version) else reveal(row, sight)


PLAN_VIEW = View(
    name="plan",
    version=3,
    row=Row,
    shown=Shown,
    folds=frozenset(PLAN_EVENTS),
    evolve=evolve,
    show=show,
    closes=True,
)
