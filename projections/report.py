"""The status report of a plan (statusrapport) as data: how each initiative of it goes, as one reader sees it at one position.

Made of the rows that the plan's page and the board show, so that it says nothing they do not. Days, codes and ids, and what people
wrote; what each code is called stands beside it in Danish and English.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from domain.colours import Colour
from domain.dates import Day
from projections.board_rows import ColourRow, Expected, InitiativeRow, LiesWith, RemarkRow
from projections.plan_rows import OrderRow, PlanRow, ThemeRow
from projections.report_words import Called, called
from projections.reveal import Place
from projections.view import Named

NOT_REPORTED = "not-reported"


class ReportedColour(Struct, frozen=True, kw_only=True):
    """A colour, and the meeting it was reported to."""

    colour: str
    meeting: Named
    day: Day | None
    """Of the meeting."""
    reason: str | None
    position: int


class OpenRemark(Struct, frozen=True, kw_only=True):
    """A remark that is not answered."""

    remark: str
    text: str | None
    by_body: Named | None
    made_on: Day
    decision: Place[Named] | None
    position: int


class ReportedInitiative(Struct, frozen=True, kw_only=True):
    """One initiative, as it stands."""

    initiative: Named
    position: int
    """Of its last event up to the report's."""
    number: str | None
    title: str | None
    theme: str | None
    supports: tuple[str, ...]
    ordered: bool
    """The plan orders it; else a paper tells that it belongs to the plan."""
    stage: str | None
    phase: str | None
    owners: tuple[Named, ...]
    leader: Named | None
    colour: str
    """green, yellow, red, not-reported"""
    colour_since: Day | None
    remedied: bool
    colours: tuple[ReportedColour, ...]
    """Every report, the earliest first."""
    lies_with: tuple[LiesWith[Named], ...]
    remarks: tuple[OpenRemark, ...]
    held_by: tuple[Named, ...]
    expected: tuple[Expected, ...]


class ReportedTheme(Struct, frozen=True, kw_only=True):
    """A theme or guidepost, and the initiatives reported under it, by id."""

    theme: str
    number: str
    title: str | None
    theme_kind: str
    initiatives: tuple[str, ...]


class PlanReport(Struct, frozen=True, kw_only=True):
    """How a plan goes."""

    scope: str
    plan: Named
    position: int
    """It is as of this position: asked for again with `?at=` it says the same."""
    title: str | None
    plan_kind: str | None
    by_body: Named | None
    state: str | None
    decision: Place[Named] | None
    from_on: Day | None
    counts: Mapping[str, int]
    """Of the initiatives that have not ended: in all, by colour, by stage, and how many lie with somebody."""
    themes: tuple[ReportedTheme, ...]
    initiatives: tuple[ReportedInitiative, ...]
    """In the order of the plan; then those that a paper tells of."""
    words: Mapping[str, Called]
    """code -> what it is called"""


def plan_report(
    scope: str, plan: Named, position: int, of_plan: Mapping[str, Any], board: Mapping[str, Any]
) -> PlanReport | None:
    """The report, of the shown rows of a plan and of its scope's board; None where the plan is not for the reader."""
    head = of_plan.get("plan")
    if not isinstance(head, PlanRow):
        return None
    order = {row.initiative.id: row.order for row in of_plan.values() if isinstance(row, OrderRow)}
    rows = [row for row in board.values() if isinstance(row, InitiativeRow) and _is_of(row, plan.id)]
    rows.sort(key=lambda row: (order.get(row.initiative.id, len(order) + 1), row.number or "", row.initiative.id))
    colours, remarks = _by_initiative(board.values(), ColourRow), _by_initiative(board.values(), RemarkRow)
    initiatives = tuple(
        _reported(
            row, row.initiative.id in order, colours.get(row.initiative.id, ()), remarks.get(row.initiative.id, ())
        )
        for row in rows
    )
    return PlanReport(
        scope=scope,
        plan=plan,
        position=position,
        title=head.title,
        plan_kind=head.plan_kind,
        by_body=head.by_body,
        state=head.state,
        decision=head.decision,
        from_on=head.from_on,
        counts=_counts(initiatives),
        themes=tuple(
            ReportedTheme(
                theme=row.theme,
                number=row.number,
                title=row.title,
                theme_kind=row.theme_kind,
                initiatives=tuple(each.initiative.id for each in initiatives if each.theme == row.theme),
            )
            for row in of_plan.values()
            if isinstance(row, ThemeRow)
        ),
        initiatives=initiatives,
        words=called(_codes(head, initiatives)),
    )


def _is_of(row: InitiativeRow[Any, Any], plan: str) -> bool:
    return row.plan is not None and row.plan.id == plan


def _by_initiative(rows: Iterable[Any], cls: type[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        if isinstance(row, cls):
            found.setdefault(row.initiative.id, []).append(row)
    return found


def _reported(row: Any, ordered: bool, colours: Iterable[Any], remarks: Iterable[Any]) -> ReportedInitiative:
    return ReportedInitiative(
        initiative=row.initiative,
        position=row.position,
        number=row.number,
        title=row.title,
        theme=row.theme,
        supports=row.supports,
        ordered=ordered,
        stage=row.stage,
        phase=row.phase,
        owners=row.owners,
        leader=row.leader,
        colour=row.colour or NOT_REPORTED,
        colour_since=row.colour_since,
        remedied=row.remedied,
        colours=tuple(
            ReportedColour(
                colour=each.colour, meeting=each.meeting, day=each.day, reason=each.reason, position=each.position
            )
            for each in sorted(colours, key=lambda each: int(each.position))
        ),
        lies_with=row.lies_with,
        remarks=tuple(
            OpenRemark(
                remark=each.remark,
                text=each.text,
                by_body=each.by_body,
                made_on=each.made_on,
                decision=each.decision,
                position=each.position,
            )
            for each in remarks
            if not each.answered
        ),
        held_by=row.held_by,
        expected=row.expected,
    )


def _counts(initiatives: tuple[ReportedInitiative, ...]) -> dict[str, int]:
    alive = [each for each in initiatives if each.stage not in ("ended", "merged", "handed-over")]
    colours = {NOT_REPORTED: 0, **{str(colour): 0 for colour in Colour}} | Counter(each.colour for each in alive)
    stages = Counter(each.stage for each in alive if each.stage is not None)
    waiting = sum(1 for each in alive if each.lies_with)
    return {"initiatives": len(alive), "lies-with-somebody": waiting, **colours, **dict(sorted(stages.items()))}


def _codes(head: PlanRow[Any, Any], initiatives: tuple[ReportedInitiative, ...]) -> set[str]:
    """Every code that stands in a report."""
    codes = {head.plan_kind, head.state, *_counts(initiatives)}
    for each in initiatives:
        codes |= {each.stage, each.phase, each.colour}
        codes |= {point.colour for point in each.colours}
        codes |= {lies.why for lies in each.lies_with} | {to_come.what for to_come in each.expected}
    return {code for code in codes if code is not None}
