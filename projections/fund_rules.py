"""A fund's own rules and checks as rows: frames, criteria, ceilings, officers, what is registered, what the books say. Rows:
fund_rows.py."""

from typing import Any

import msgspec

from domain.criteria import StartsIn, criterion_name
from domain.decided import Cited
from domain.fund.books import BalanceAsserted, YearClosed
from domain.fund.grants import NoGrantNoted
from domain.fund.registration import RegistrationMade, SecondPersonConfirmed
from domain.fund.rules import CeilingSet, CriteriaSet, FramesSet, OfficerNamed, ThresholdSet
from domain.fund.wishes import OpenWithWish, PayWish
from domain.kernel import Recorded
from domain.text import Kept
from projections.fund_books import year_row
from projections.fund_rule_rows import (
    AssertionRow,
    CeilingRow,
    CriterionRow,
    FrameRow,
    FramesRow,
    OfficerRow,
    RegistrationRow,
)
from projections.reveal import place_of, places_of
from projections.view import Get


def rule_rows(get: Get, recorded: Recorded, topic: str) -> dict[str, Any]:
    event = recorded.event
    at: dict[str, Any] = {"position": recorded.position, "version": recorded.version}
    match event:
        case FramesSet():
            return _frames(get, event, topic, at)
        case CriteriaSet():
            return _criteria(get, event, topic, at)
        case CeilingSet():
            ceiling = CeilingRow[Kept, str](
                applicants=event.applicants,
                ceiling_oere=event.ceiling_oere,
                firmness=event.firmness,
                words=event.words,
                decisions=places_of(event.decisions),
                **at,
            )
            return {f"{topic}ceiling/{event.applicants}": ceiling}
        case ThresholdSet():
            fund = get(f"{topic}fund")
            return {f"{topic}fund": msgspec.structs.replace(fund, threshold_oere=event.amount_oere)}
        case OfficerNamed():
            officer = OfficerRow[str](
                person=event.person,
                office=event.office,
                from_on=event.from_on,
                ceases_on=event.ceases_on,
                position=recorded.position,
            )
            return {f"{topic}officer/{event.office}/{recorded.position:010d}": officer}
        case _:
            return _checks(get, recorded, topic)


def _frames(get: Get, event: FramesSet, topic: str, at: dict[str, Any]) -> dict[str, Any]:
    frames = FramesRow[str](
        frames_oere=event.frames_oere,
        pool_oere=event.pool_oere,
        over_by_oere=event.over_by_oere,
        decisions=places_of(event.decisions),
        count=len(event.frames),
        **at,
    )
    before = get(f"{topic}frames")
    gone = range(len(event.frames) + 1, (before.count if before else 0) + 1)
    rows: dict[str, Any] = {f"{topic}frames": frames, **{f"{topic}frame/{n:03d}": None for n in gone}}
    for n, each in enumerate(event.frames, 1):
        frame = FrameRow[Kept](theme=each.theme, frame_oere=each.frame_oere, words=each.words, order=n, **at)
        rows[f"{topic}frame/{n:03d}"] = frame
    return rows


def _criteria(get: Get, event: CriteriaSet, topic: str, at: dict[str, Any]) -> dict[str, Any]:
    """All criteria anew: those of an earlier rule, which are more, go."""
    rows: dict[str, Any] = {}
    n = len(event.criteria)
    while get(f"{topic}criterion/{n + 1:03d}") is not None:
        n += 1
        rows[f"{topic}criterion/{n:03d}"] = None
    for n, each in enumerate(event.criteria, 1):
        rows[f"{topic}criterion/{n:03d}"] = CriterionRow[str](
            criterion=criterion_name(each),
            year=each.year if isinstance(each, StartsIn) else None,
            order=n,
            decisions=places_of(event.decisions),
            **at,
        )
    return rows


def _checks(get: Get, recorded: Recorded, topic: str) -> dict[str, Any]:
    """What the accounting system says, what a year ends with, what one person registered and another has to confirm."""
    event, position = recorded.event, recorded.position
    match event:
        case BalanceAsserted():
            assertion = AssertionRow[str](
                account=event.account,
                as_of_on=event.as_of_on,
                amount_oere=event.amount_oere,
                difference_oere=event.difference_oere,
                document=event.document,
                position=position,
            )
            return {f"{topic}assertion/{position:010d}": assertion}
        case YearClosed():
            return year_row(get, topic, event.year, state="closed", closed_at=position, position=position)
        case NoGrantNoted():
            source: dict[str, Any] = (
                {"source_words": event.source.words, "document": event.source.document}
                if isinstance(event.source, Cited)
                else {"source": place_of(event.source)}
            )
            return year_row(get, topic, event.year, no_grant=True, position=position, **source)
        case RegistrationMade():
            return {f"{topic}registration/{event.registration}": _registered(recorded)}
        case SecondPersonConfirmed():
            key = f"{topic}registration/{event.of}"
            row = get(key)
            confirmed = {"state": "confirmed", "confirmed_at": position}
            return {} if row is None else {key: msgspec.structs.replace(row, **confirmed)}
        case _:
            return {}


def _registered(recorded: Recorded) -> RegistrationRow[str]:
    event: RegistrationMade = recorded.event
    wish = event.wish
    named = wish if isinstance(wish, PayWish | OpenWithWish) else None
    return RegistrationRow(
        registration=event.registration,
        wish=str(wish.__struct_config__.tag),
        state="waiting",
        registered_by=event.registered_by,
        amount_oere=named.amount_oere if named else None,
        allocation=named.allocation if named else None,
        party=named.to_party if named else None,
        position=recorded.position,
        version=recorded.version,
    )
