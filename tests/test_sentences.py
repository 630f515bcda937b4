"""Sentences: an event told in words, with its ids called by their names, and nothing said about what is not known."""

from typing import Any

import msgspec
import pytest

from domain.action import Assigned
from domain.application import Submitted
from domain.applications import PurposeClass
from domain.attesting import Attested, EvaluationPlanned
from domain.body import Established, Level
from domain.claims import DateNotStated, OnDay
from domain.criteria import NotOperation, NotOwnStaff
from domain.dates import Day, Moment
from domain.decided import Cited
from domain.effects import ByBody, ByParty, Debtor, DebtorNotStated
from domain.evaluation import EvaluationPlan
from domain.financing_key import Agreed
from domain.fund import TakenOver as FundTakenOver
from domain.fund.accounts import AllocationLeft
from domain.initiative import Prolonged
from domain.kernel import Event, Recorded
from domain.mandate import PathSet, Step
from domain.meeting.call import Form, MeetingCalled
from domain.meeting.decision import DecisionRecorded
from domain.meeting.discussion import ConcludeQuestion, RaiseQuestion
from domain.meeting.floor import ItemSettled
from domain.membership import SeatFilled
from domain.money import Oere
from domain.names import PartyId
from domain.outcomes import Delegates, EstablishesBody, Outcome
from domain.person import DeathRecorded, Vacancy
from domain.points import Conclusion
from domain.procedure import RulesSet
from domain.proposal import Formed
from domain.proposing import Forming
from domain.rules import AtLeast, DecisionRule, NoneStated
from domain.shares import Share
from domain.text import Kept, said
from projections.names import NAMES, key_of
from projections.sentence import audit_sentences, spoken_sentence, told
from projections.spoken import audited
from projections.view import Named
from tests.domain.world import (
    CHAIR,
    FUND,
    ITEM,
    JOINT_FUNDS,
    KOLDING,
    MEETING,
    POLITICAL,
    PROJECT,
    REGION,
    STRATEGIC,
    STRATEGIC_SEATS,
    THEME,
    WORLD,
    discussing,
    project,
    proposal,
    taken,
)
from tests.given import Record, given

CITED = Cited(who=said("Klyngen"), on=DateNotStated(), words=said("Et papir"))


class Words:
    """Eyes that see every word of a record, and name streams as the view `names` does."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._rows: dict[str, Any] = {}
        for recorded in record.recorded:
            self._rows |= NAMES.evolve(self._rows.get, recorded)

    def open(self, kept: Any) -> str:
        return self._record.texts[kept]

    def name(self, stream: str) -> Named:
        row = self._rows.get(key_of(stream))
        if row is None:
            return Named(stream, stream)
        return Named(stream, self.open(row.words) if row.words else self.name(row.body).name)

    def told(self, sentence: Any, lang: str) -> str:
        return told(sentence, self, lang)  # type: ignore[arg-type]

    def audited(self, recorded: Recorded, lang: str = "da") -> str:
        da, en = audit_sentences(recorded, self)  # type: ignore[arg-type]
        return da if lang == "da" else en


def audit(stream: str, event: Event, lang: str = "da") -> str:
    """The audit sentence of an event in the small cluster."""
    record = given(*WORLD, project(), proposal(), *discussing()).happened(stream, event)
    return Words(record).audited(record.recorded[-1], lang)


# --- what is not known is not spoken of -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("from_on", "ceases_on", "da"),
    [
        (None, None, "Et navn sidder på pladsen region i Fagligt strategisk niveau."),
        ("2024-04-01", None, "Et navn sidder på pladsen region i Fagligt strategisk niveau fra 1. april 2024."),
        (
            "2024-04-01",
            "2026-01-01",
            "Et navn sidder på pladsen region i Fagligt strategisk niveau fra 1. april 2024 og ophører 1. januar 2026.",
        ),
    ],
)
def test_a_day_that_is_not_stated_is_left_out(from_on: str | None, ceases_on: str | None, da: str) -> None:
    event = SeatFilled(seat="region", person=CHAIR, from_on=from_on, ceases_on=ceases_on)
    assert audit(STRATEGIC_SEATS, event) == da


def test_a_date_that_the_paper_does_not_give_is_left_out() -> None:
    assert audit(PROJECT, Prolonged(expected=DateNotStated(), decision=CITED)) == "Forlænget."
    until: OnDay[Kept] = OnDay(day="2024-12-31", words=said("udgangen af 2024"))
    assert audit(PROJECT, Prolonged(expected=until, decision=CITED)) == "Forlænget til udgangen af 2024."


@pytest.mark.parametrize(
    ("owed_by", "da", "en"),
    [
        ((DebtorNotStated(),), "Det er ikke oplyst, hvem der skal: skrive.", "It is not stated who shall: skrive."),
        (
            (ByBody(body=STRATEGIC),),
            "Fagligt strategisk niveau skal: skrive.",
            "Fagligt strategisk niveau shall: skrive.",
        ),
        (
            (ByBody(body=STRATEGIC), ByParty(party=KOLDING)),
            "Fagligt strategisk niveau og Kolding skal: skrive.",
            "Fagligt strategisk niveau and Kolding shall: skrive.",
        ),
    ],
)
def test_a_duty_says_who_owes_it_or_that_nobody_knows(owed_by: tuple[Debtor, ...], da: str, en: str) -> None:
    event = Assigned(what=said("skrive."), owed_by=owed_by, report_to=STRATEGIC)
    assert audit("lillebaelt/action/a1", event) == da
    assert audit("lillebaelt/action/a1", event, "en") == en


def test_a_new_theme_is_not_formed_of_nothing() -> None:
    title = said("Akutområdet")
    new = Formed(title=title, how=Forming.NEW, out_of=(), linked=(), decision=taken())
    assert audit("lillebaelt/proposal/akut", new) == "Akutområdet er dannet (nyt)."
    broader = Formed(title=title, how=Forming.GENERALISED, out_of=(THEME,), linked=(), decision=taken())
    assert audit("lillebaelt/proposal/akut", broader) == "Akutområdet er dannet af Træning (generaliseret)."


def test_an_item_tells_what_lapsed_with_it() -> None:
    assert audit(MEETING, ItemSettled(item=ITEM, number="3")) == "Punkt 3 er afsluttet."
    lapsed = ItemSettled(item=ITEM, number="3", lapsed=("1a", "1b"))
    assert audit(MEETING, lapsed) == "Punkt 3 er afsluttet. Bortfaldet: indstilling 1a og 1b."


# --- names ------------------------------------------------------------------------------------------------------------


def test_a_membership_is_called_by_its_body() -> None:
    died = DeathRecorded(detail=None, seats=(Vacancy(membership=STRATEGIC_SEATS, seat="region"),))
    assert audit(CHAIR, died) == "Et dødsfald er registreret; ledige pladser: region i Fagligt strategisk niveau."
    assert audit(CHAIR, DeathRecorded(detail=None, seats=())) == "Et dødsfald er registreret."


def test_who_decides_is_told_in_danish_words() -> None:
    steps = (
        Step(step="indstille", body=STRATEGIC, binding=False),
        Step(step="vælge", body=POLITICAL, binding=True),
    )
    assert audit(JOINT_FUNDS, PathSet(subject="klyngemidler", steps=steps, source=CITED)) == (
        "Om klyngemidler gælder: indstille: Fagligt strategisk niveau og vælge: Politisk niveau (afgørende)."
    )


def test_a_body_is_called_by_its_own_name() -> None:
    event = Established(
        name=said("Styregruppen"),
        level=Level.GROUP,
        membership="lillebaelt/membership/styregruppen",
        chairs=0,
        seats=(),
    )
    assert audit("lillebaelt/body/styregruppen", event) == "Styregruppen er oprettet (gruppe)."


# --- questions --------------------------------------------------------------------------------------------------------


def concluded(text: str | None) -> tuple[str, str]:
    """The audit sentence and the spoken one of how a question ended."""
    record = given(*WORLD, *discussing())
    record.when(RaiseQuestion(item=ITEM, question="q1", text="Skal vi sende overslag?"), to=MEETING)
    conclude = ConcludeQuestion(item=ITEM, question="q1", conclusion=Conclusion.TURNED_DOWN, text=text)
    (recorded,) = record.when(conclude, to=MEETING).recorded
    spoken = spoken_sentence(recorded, "da")
    assert spoken is not None
    words = Words(record)
    return words.audited(recorded), words.told(spoken, "da")


def test_the_end_of_a_question_says_which_question_ended() -> None:
    assert concluded("Tiden er for kort.") == (
        "»Skal vi sende overslag?«: fravalgt. Tiden er for kort.",
        "Punkt 3: »Skal vi sende overslag?«: fravalgt. Tiden er for kort.",
    )
    assert concluded(None) == (
        "»Skal vi sende overslag?«: fravalgt.",
        "Punkt 3: »Skal vi sende overslag?«: fravalgt.",
    )


# --- told by what a field declares ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number",
    ["2024-02-30", "2024-04-09", "9999-12-31T23:30:00Z", "lillebaelt/proposal/hemmeligt", THEME],
)
def test_a_label_is_told_as_it_was_written_whatever_it_looks_like(number: str) -> None:
    assert audit(MEETING, ItemSettled(item=ITEM, number=number)) == f"Punkt {number} er afsluttet."
    lapsed = ItemSettled(item=ITEM, number="3", lapsed=(number,))
    assert audit(MEETING, lapsed) == f"Punkt 3 er afsluttet. Bortfaldet: indstilling {number}."
    step = Step(step=number, body=STRATEGIC, binding=False)
    assert audit(JOINT_FUNDS, PathSet(subject=number, steps=(step,), source=CITED)) == (
        f"Om {number} gælder: {number}: Fagligt strategisk niveau."
    )


class Paid(Event, frozen=True, kw_only=True):
    """An amount, a day and a moment, each declared as what it is."""

    tag = "test.paid"
    da = "{amount_oere} den {paid_on}, noteret {noted_at} af {payer}, {times} gange."
    en = "{amount_oere} on {paid_on}, noted {noted_at} by {payer}, {times} times."

    amount_oere: Oere | None
    paid_on: Day | None
    noted_at: Moment
    payer: PartyId
    times: int


def test_an_amount_a_day_a_moment_and_an_id_are_told_as_people_say_them() -> None:
    record = given(*WORLD)
    paid = Paid(amount_oere=951_454_250, paid_on="2024-04-09", noted_at="2024-04-09T16:00:00Z", payer=KOLDING, times=2)
    event = msgspec.structs.replace(record.recorded[-1], event=paid)
    assert Words(record).audited(event) == (
        "9.514.542,50\N{NO-BREAK SPACE}kr. den 9. april 2024, noteret 9. april 2024 kl. 18.00 af Kolding, 2 gange."
    )


@pytest.mark.parametrize("starts_at", ["9999-12-31T23:30:00Z", "2024-02-30T08:00:00Z"])
def test_an_event_that_cannot_be_told_is_told_as_its_tag(starts_at: str) -> None:
    """Accepted before the calendar refused it, it may not keep the rest of the page from its readers."""

    def called(at: str) -> str:
        call = MeetingCalled(
            body=STRATEGIC, form=Form.VIRTUAL, place=said("Teams"), starts_at=at, ends_at="2024-04-09T18:00:00Z"
        )
        record = given(*WORLD).happened("lillebaelt/meeting/new", call)
        return audited(record.recorded[-1], Words(record))[0]  # type: ignore[arg-type]

    assert called(starts_at) == "meeting.called"
    assert called("2024-04-09T16:00:00Z") == "Fagligt strategisk niveau er indkaldt: 9. april 2024 kl. 18.00, Teams."


@pytest.mark.parametrize(
    ("outcome", "da", "en"),
    [
        (
            Delegates(to_body=STRATEGIC, step="kalender"),
            "Beslutning 3.1: overlader »kalender« til Fagligt strategisk niveau. Ja.",
            "Decision 3.1: delegates “kalender” to Fagligt strategisk niveau. Ja.",
        ),
        (
            EstablishesBody(body=STRATEGIC),
            "Beslutning 3.1: nedsætter Fagligt strategisk niveau. Ja.",
            "Decision 3.1: establishes Fagligt strategisk niveau. Ja.",
        ),
    ],
)
def test_a_decision_tells_whom_it_sets_up_and_what_it_leaves_to_whom(outcome: Outcome[Kept], da: str, en: str) -> None:
    event = DecisionRecorded(item=ITEM, number="3", decision="3.1", outcome=outcome, text=said("Ja."))
    assert audit(MEETING, event) == da
    assert audit(MEETING, event, "en") == en


def test_rules_tell_what_they_say_and_nothing_of_what_no_paper_states() -> None:
    set_on = RulesSet(
        quorum=AtLeast(count=5),
        decision_rule=DecisionRule.CONSENSUS,
        chairs_sign=0,
        ad_hoc_substitutes=False,
        agenda_days=8,
        from_on="2024-04-01",
        source=CITED,
    )
    assert audit(STRATEGIC, set_on) == (
        "Regler for Fagligt strategisk niveau fra 1. april 2024: der besluttes i enighed; "
        "beslutningsdygtigt med mindst 5 til stede; dagsordenen sendes 8 dage før. Kilde: Klyngen: Et papir"
    )
    nothing = msgspec.structs.replace(
        set_on, quorum=NoneStated(), decision_rule=DecisionRule.NONE_STATED, agenda_days=None
    )
    assert audit(STRATEGIC, nothing) == (
        "Regler for Fagligt strategisk niveau fra 1. april 2024: ingen regel om, hvordan der besluttes. "
        "Kilde: Klyngen: Et papir"
    )


# --- money ------------------------------------------------------------------------------------------------------------

PLAN: EvaluationPlan[Kept] = EvaluationPlan(what=said("Virker det?"), who=said("Kommunen"), due=OnDay(day="2024-12-01"))
SHARES = (Share(party=KOLDING, weight=40), Share(party=REGION, weight=60))


@pytest.mark.parametrize(
    ("stream", "event", "da", "en"),
    [
        (
            "lillebaelt/financing-key/projekter",
            Agreed(version=1, whole=100, shares=SHARES, source=CITED, in_force_from_on="2023-01-01"),
            "Udgave 1 gælder fra 1. januar 2023: Kolding 40 og Regionen 60 af 100.",
            "Version 1 applies from 1 January 2023: Kolding 40 and Regionen 60 of 100.",
        ),
        (
            "lillebaelt/application/a1",
            Submitted(
                fund="lillebaelt/fund/klyngemidler",
                applicant=KOLDING,
                purpose=said("Træning"),
                purpose_class=PurposeClass.TRIAL,
                when=DateNotStated(),
                submitted_by=CHAIR,
                amount_oere=50_000_000,
            ),
            "Kolding har søgt lillebaelt/fund/klyngemidler om 500.000\N{NO-BREAK SPACE}kr. til afprøvning: Træning",
            "Kolding has applied to lillebaelt/fund/klyngemidler for 500.000\N{NO-BREAK SPACE}kr. towards trial: Træning",
        ),
    ],
    ids=["key", "application"],
)
def test_who_applies_and_how_parties_share_is_told_as_people_say_it(
    stream: str, event: Event, da: str, en: str
) -> None:
    assert (audit(stream, event), audit(stream, event, "en")) == (da, en)


def test_a_fund_that_takes_over_tells_what_is_left_and_what_was_paid_already() -> None:
    left = (
        AllocationLeft(allocation="a1", amount_oere=2_000, paid_oere=8_000),
        AllocationLeft(allocation="a2", amount_oere=5_000),
    )
    event = FundTakenOver(from_fund="gl/fund/x", free_oere=0, allocations=left, effective_on="2027-01-01", legs=())
    kr = "\N{NO-BREAK SPACE}kr."
    assert audit(FUND, event).endswith(f": 0{kr} og a1 20{kr} (udbetalt 80{kr}) og a2 50{kr}")
    assert audit(FUND, event, "en").endswith(f": 0{kr} and a1 20{kr} (paid 80{kr}) and a2 50{kr}")


def test_what_an_application_is_judged_by_is_told_in_words() -> None:
    record = given(*WORLD, project(), proposal(), *discussing())
    record.happened(
        "lillebaelt/application/a1",
        Submitted(
            fund="lillebaelt/fund/klyngemidler",
            applicant=KOLDING,
            purpose=said("Træning"),
            purpose_class=PurposeClass.TRIAL,
            when=DateNotStated(),
            submitted_by=CHAIR,
        ),
        EvaluationPlanned(evaluation=PLAN),
        Attested(criteria=(NotOperation(), NotOwnStaff()), person=CHAIR),
    )
    words = Words(record)
    assert [words.audited(each) for each in record.recorded[-2:]] == [
        "Evaluering: Virker det?, Kommunen, 1. december 2024.",
        "Et navn har attesteret: er ikke drift og frikøber ikke eget personale.",
    ]
