"""Outcomes: the whole vocabulary of the papers (domain-model §5.1), what each says, and what it gives the right to."""

from typing import Any

import pytest

from domain.claims import DateNotStated, Span, Within
from domain.meeting.decision import DecisionRecorded, RecordDecision
from domain.outcomes import (
    AGENDA,
    RECOMMEND,
    ApprovedConditionally,
    ApprovedWithRemark,
    Deferred,
    NoJointConclusion,
    NotedWithRecognition,
    Plain,
    PlainOutcome,
    Recommends,
    Refers,
    Strength,
    authorises,
    outcome_word,
)
from domain.text import said
from domain.way import Way
from projections.declared import Sort
from projections.printed import printed
from tests.domain.world import ITEM, KOLDING, MEETING, POLITICAL, SECRETARY, WORLD, discussing
from tests.given import given


def plain(outcome: PlainOutcome) -> Plain:
    return Plain(outcome=outcome)


VOCABULARY: tuple[tuple[Any, str, str], ...] = (
    (plain(PlainOutcome.APPROVED), "godkendt", "yes"),
    (ApprovedWithRemark(remarks=("Gør den konkret.",)), "godkendt med bemærkning", "yes"),
    (ApprovedConditionally(), "tiltrådt under forudsætning", "yes"),
    (plain(PlainOutcome.NOT_APPROVED), "ikke tiltrådt", "no"),
    (plain(PlainOutcome.DECIDED), "besluttet", "yes"),
    (Recommends(to_body=POLITICAL, strength=Strength.FIRM), "indstiller", RECOMMEND),
    (Recommends(to_body=POLITICAL, strength=Strength.OPTIONAL), "kan overvejes", RECOMMEND),
    (Refers(to_body=POLITICAL), "oversender", "no"),
    (Refers(to_body=POLITICAL, direction=Way.UP), "løfter", "no"),
    (plain(PlainOutcome.SUPPORTED), "opbakning", "no"),
    (plain(PlainOutcome.AGREED), "enighed", "no"),
    (plain(PlainOutcome.NOTED), "taget til efterretning", "no"),
    (NotedWithRecognition(), "taget til efterretning, med anerkendelse", "no"),
    (plain(PlainOutcome.DISCUSSED), "drøftet", "no"),
    (plain(PlainOutcome.NO_REMARKS), "ingen bemærkninger", AGENDA),
    (Deferred(), "udsat", "no"),
    (NoJointConclusion(question="Må midlerne bruges?"), "ikke konkluderet samlet", "no"),
    (plain(PlainOutcome.NOT_MINUTED), "fremgår ikke af referatet", "no"),
)
"""outcome, the word a secretary says, and what it authorises: anything, nothing, or the one step named"""


@pytest.mark.parametrize(("outcome", "word", "authority"), VOCABULARY, ids=[word for _, word, _ in VOCABULARY])
def test_an_outcome_has_its_word_and_its_authority(outcome: Any, word: str, authority: str) -> None:
    assert outcome_word(outcome).da == word
    steps = (None, "vælge", RECOMMEND, AGENDA)
    expected = {"yes": set(steps), "no": set()}.get(authority, {authority})
    assert {step for step in steps if authorises(outcome, step)} == expected


def record(outcome: Any) -> RecordDecision:
    return RecordDecision(item=ITEM, decision="3.1", outcome=outcome, text="Som sagt.")


NEXT_YEAR: dict[str, Any] = {"earliest": "2025-01-01", "latest": "2025-12-31", "span": Span.YEAR}


@pytest.mark.parametrize(
    ("outcome", "kept", "told"),
    [
        (
            ApprovedWithRemark(remarks=("Gør den konkret.", "Ingen analysefase.")),
            ApprovedWithRemark(remarks=(said("Gør den konkret."), said("Ingen analysefase."))),
            "godkendt med bemærkning: Gør den konkret. og Ingen analysefase.",
        ),
        (
            NoJointConclusion(question="Må midlerne bruges?"),
            NoJointConclusion(question=said("Må midlerne bruges?")),
            "ikke konkluderet samlet: Må midlerne bruges?",
        ),
        (
            Deferred(expected=Within(**NEXT_YEAR, words="næste år")),
            Deferred(expected=Within(**NEXT_YEAR, words=said("næste år"))),
            "udsat til næste år",
        ),
        (Deferred(), Deferred(expected=DateNotStated()), "udsat"),
        (
            Refers(to_outside="Alliancen", direction=Way.OUT),
            Refers(to_outside=said("Alliancen"), direction=Way.OUT),
            "oversender til Alliancen",
        ),
        (Refers(to_party=KOLDING), Refers(to_party=KOLDING), f"oversender til {KOLDING}"),
        (NotedWithRecognition(), NotedWithRecognition(), "taget til efterretning, med anerkendelse"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_an_outcome_says_stands_with_the_decision(outcome: Any, kept: Any, told: str) -> None:
    answer = given(*WORLD, *discussing()).when(record(outcome), to=MEETING, by=SECRETARY)
    answer.then(
        DecisionRecorded(
            item=ITEM, number="3", decision="3.1", outcome=kept, text=said("Som sagt."), decided_on="2024-03-01"
        )
    )
    texts = answer.record.texts
    pieces = printed(answer.recorded[0].event.outcome, "da", Sort.AS_WRITTEN)
    assert "".join(each.plain or each.name or texts[each.words] for each in pieces) == told  # type: ignore[index]


@pytest.mark.parametrize("outcome", [Refers(), Refers(to_body=POLITICAL, to_outside="Alliancen")], ids=["none", "two"])
def test_a_matter_is_sent_to_one(outcome: Any) -> None:
    given(*WORLD, *discussing()).when(record(outcome), to=MEETING).refused("meeting.refers-to-one", decision="3.1")


def test_a_matter_is_sent_to_a_party_that_is_known() -> None:
    given(*WORLD, *discussing()).when(record(Refers(to_party="dk/party/none")), to=MEETING).refused(
        "id.unknown", id="dk/party/none"
    )
