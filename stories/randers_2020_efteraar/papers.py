"""1 October 2020: the paper is filed, with what it does not say and what it calls the cluster (003.1, 003.2).

It has no header. That the meeting was held in September 2020 follows from items 5 and 6.
"""

from domain.claims import By, ExactCount, NameSaid, OnDay, Span, Within
from domain.cluster import NoteName
from domain.document import Direction, Doubt, DoubtStatement, File, Quote
from domain.kernel import Command
from domain.meeting.call import RegisterAfterwards
from domain.statement import StatementRef
from stories.randers_2020_efteraar.names import CLUSTER, MEETING, PAPER, STEERING

IN_SEPTEMBER = Within(
    earliest="2020-09-01",
    latest="2020-09-30",
    span=Span.MONTH,
    words="ingen dato",
    inferred="Randers gik med i IV-aftalen 1. september, og arbejdsgruppens møde 23. september ligger foran.",
)

FILED: tuple[tuple[str, Command], ...] = (
    (
        PAPER,
        File(
            subject="Dagsorden med beslutninger, klyngestyregruppen, efteråret 2020",
            direction=Direction.INTERNAL,
            dated=IN_SEPTEMBER,
        ),
    ),
    (MEETING, RegisterAfterwards(body=STEERING, held=IN_SEPTEMBER, document=PAPER)),
    (CLUSTER, NoteName(name="Midtklyngen", document=PAPER)),
)


def on_day(number: str, locator: str, day: str, words: str, inferred: str | None = None) -> tuple[str, Quote]:
    """A day, as the paper writes it."""
    claim = OnDay(day=day, words=words, inferred=inferred)
    return PAPER, Quote(number=number, locator=locator, words=words, claim=claim)


def named(number: str, locator: str, words: str) -> tuple[str, Quote]:
    """What the paper calls the cluster."""
    return PAPER, Quote(number=number, locator=locator, words=words, claim=NameSaid(words=words))


CLAIMS: tuple[tuple[str, Command], ...] = (
    on_day("s1", "Punkt 1", "2020-06-26", "26. juni 2020"),
    (
        PAPER,
        Quote(
            number="s2",
            locator="Punkt 2",
            words="senest den 1. oktober",
            claim=By(
                latest="2020-10-01",
                words="senest den 1. oktober",
                inferred="Året er ikke skrevet; statussen er fra juni 2020.",
            ),
        ),
    ),
    on_day("s3", "Punkt 5", "2020-05-28", "28. maj 2020"),
    on_day("s4", "Punkt 5", "2020-08-01", "pr. 1. august 2020"),
    on_day("s5", "Punkt 5", "2020-09-23", "d. 23. september", "Året er ikke skrevet."),
    on_day("s6", "Punkt 6", "2020-09-01", "1. september", "Året er ikke skrevet."),
    (
        PAPER,
        Quote(
            number="s7",
            locator="Punkt 4",
            words="2 medlemmer",
            claim=ExactCount(count=2, words="2 medlemmer"),
        ),
    ),
    named("n1", "Punkt 1, titel", "Midtklyngen"),
    named("n2", "Punkt 1", "Randersklyngen"),
    (
        PAPER,
        DoubtStatement(
            number="n1",
            doubt=Doubt.TWO_NAMES,
            text="Samme klynge kaldes Midtklyngen og Randersklyngen i samme papir.",
            read_as=NameSaid(words="Randersklyngen"),
            other=StatementRef(document=PAPER, number="n2"),
        ),
    ),
    (
        PAPER,
        DoubtStatement(
            number="s6",
            doubt=Doubt.MISSING,
            text="Papiret har hverken dato, sted eller deltagere. Mødet må være holdt i september 2020.",
            read_as=IN_SEPTEMBER,
        ),
    ),
)
