"""Item 3, 18.30 to 18.59: broad support for three, then themes: two recommended, one that may be considered."""

from domain.awaited import DecisionBlocked, DecisionOf
from domain.effects import AnswerReferral, Assign, ByBody, OpenCondition, Refer
from domain.kernel import Command
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import ConcludeQuestion, RaiseQuestion, RecordPoint
from domain.meeting.floor import TakeUpItem
from domain.outcomes import Plain, PlainOutcome, Recommends, Strength
from domain.points import Conclusion, OfBody, OnProposals, Position, Stance
from domain.proposing import Forming, FormProposal, ParkProposal, RecommendProposal
from stories.lillebaelt_2024_04_09.names import (
    ACUTE,
    ASSESSMENT_KOLDING,
    COERCION,
    COERCION_AND_VIOLENCE,
    COORDINATING,
    MEETING,
    POLITICAL,
    POLITICAL_2024,
    PROJECT_DESCRIPTIONS,
    PROPOSALS_REFERRED,
    STRATEGIC,
    STRENGTH_TRAINING,
    THE_26TH,
    THEMES_CONDITION,
    THEMES_REFERRED,
    TRAINING,
    TRAINING_FOR_LIFE,
    tonight,
)

ITEM = "klyngemidler"


def supported(proposals: tuple[str, ...], text: str) -> Command:
    """The body as a whole supports proposals."""
    point = Position(who=OfBody(body=STRATEGIC), stance=Stance.SUPPORTS, text=text)
    return RecordPoint(item=ITEM, point=point, matter=OnProposals(proposals=proposals))


DISCUSSED = (
    # m12 · 004.9
    tonight(
        "18:33:00",
        supported((COERCION,), "Mindre tvang i psykiatrien, hvor Vejle Kommune og psykiatrien samarbejder."),
    ),
    tonight(
        "18:36:00",
        supported(
            (TRAINING_FOR_LIFE, STRENGTH_TRAINING),
            "De to forslag om træning, gerne som ét bredt tema. Det passer godt til sundhedsaftalen.",
        ),
    ),
    tonight(
        "18:39:00",
        supported((ASSESSMENT_KOLDING,), "Udvidet udredning i hjemmet i Kolding: blodprøver og FLUS."),
    ),
    # m13 · 004.9
    tonight(
        "18:42:00",
        RaiseQuestion(item=ITEM, question="q6", text="Skal politisk niveau også have økonomiske overslag?"),
    ),
    tonight(
        "18:44:00",
        ConcludeQuestion(
            item=ITEM,
            question="q6",
            conclusion=Conclusion.TURNED_DOWN,
            text="Tiden til den 26. april er for kort til at regne ordentligt på økonomi, indsats og deltagere.",
        ),
    ),
)

# m14
PROPOSALS_DISCUSSED = RecordDecision(
    item=ITEM,
    decision="3.0",
    outcome=Plain(outcome=PlainOutcome.DISCUSSED),
    text="Anbefalingerne fra koordinerende niveau er drøftet.",
    answers=("1",),
)
# m15 · 004.9: two proposals become one theme.
TRAINING_RECOMMENDED = RecordDecision(
    item=ITEM,
    decision="3.1",
    outcome=Recommends(to_body=POLITICAL, strength=Strength.FIRM),
    text="Temaet »Træning« indstilles. Det samler de to forslag om træning.",
    answers=("2",),
    at_once=(
        FormProposal(
            proposal=TRAINING,
            title="Træning",
            how=Forming.MERGED,
            out_of=(TRAINING_FOR_LIFE, STRENGTH_TRAINING),
        ),
        RecommendProposal(proposal=TRAINING, to_body=POLITICAL, strength=Strength.FIRM),
    ),
)
# m16 · 004.9: one proposal becomes broader.
COERCION_RECOMMENDED = RecordDecision(
    item=ITEM,
    decision="3.2",
    outcome=Recommends(to_body=POLITICAL, strength=Strength.FIRM),
    text="Temaet »Mindre tvang i psykiatrien og mindre vold på botilbud« indstilles.",
    at_once=(
        FormProposal(
            proposal=COERCION_AND_VIOLENCE,
            title="Mindre tvang i psykiatrien og mindre vold på botilbud",
            how=Forming.GENERALISED,
            out_of=(COERCION,),
        ),
        RecommendProposal(proposal=COERCION_AND_VIOLENCE, to_body=POLITICAL, strength=Strength.FIRM),
    ),
)
# m17 · 004.9: the third may be considered; FLUS has no results yet, so Kolding's proposal rests.
ACUTE_MAY_BE_CONSIDERED = RecordDecision(
    item=ITEM,
    decision="3.3",
    outcome=Recommends(to_body=POLITICAL, strength=Strength.OPTIONAL),
    text="Temaet »Akutområdet: færre indlæggelser« kan overvejes. FLUS indstilles ikke for sig selv, "
    "da der ikke er resultater endnu.",
    at_once=(
        FormProposal(
            proposal=ACUTE,
            title="Akutområdet: færre indlæggelser",
            how=Forming.NEW,
            linked=(ASSESSMENT_KOLDING,),
        ),
        ParkProposal(
            proposal=ASSESSMENT_KOLDING,
            reason="FLUS har ikke resultater endnu.",
            linked_to=ACUTE,
        ),
        RecommendProposal(proposal=ACUTE, to_body=POLITICAL, strength=Strength.OPTIONAL),
    ),
)
# m18 · 004.10: who writes what, once the political level has chosen. With it the whole of item 3 is decided, which is what
# the coordinating level had asked (004.7): it gets its answer, with the reasons of 004.9.
NEXT_STEPS = RecordDecision(
    item=ITEM,
    decision="3.4",
    outcome=Plain(outcome=PlainOutcome.DECIDED),
    text="Når politisk niveau har valgt, arbejder strategisk og koordinerende niveau videre: projektbeskrivelser, "
    "økonomi og hvem der deltager.",
    at_once=(
        OpenCondition(
            condition=THEMES_CONDITION,
            awaits=DecisionOf(body=POLITICAL, words="mødet den 26. april 2024", meeting=POLITICAL_2024),
            blocks=(DecisionBlocked(meeting=MEETING, decision="3.4"),),
            words="Politisk niveau skal prioritere temaerne.",
        ),
        Refer(
            referral=THEMES_REFERRED,
            to_body=POLITICAL,
            question="Hvilke temaer skal have klyngemidler? Træning og mindre tvang og vold er indstillet; "
            "akutområdet kan overvejes.",
            expected=THE_26TH,
        ),
        AnswerReferral(
            referral=PROPOSALS_REFERRED,
            text="To temaer indstilles: træning samt mindre tvang i psykiatrien og mindre vold på botilbud. "
            "Akutområdet kan overvejes. FLUS indstilles ikke for sig selv, da der ikke er resultater endnu.",
        ),
    ),
    when_met=(
        Assign(
            action=PROJECT_DESCRIPTIONS,
            what="skrive projektbeskrivelser og økonomi for de valgte temaer og afklare, hvem der deltager i hvad.",
            owed_by=(ByBody(body=STRATEGIC), ByBody(body=COORDINATING)),
            report_to=STRATEGIC,
        ),
    ),
    waits_for=(THEMES_CONDITION,),
)

FUNDS = (
    tonight("18:30:00", TakeUpItem(item=ITEM), by="co-chair-region"),
    *DISCUSSED,
    tonight("18:47:00", PROPOSALS_DISCUSSED),
    tonight("18:49:00", TRAINING_RECOMMENDED),
    tonight("18:51:00", COERCION_RECOMMENDED),
    tonight("18:54:00", ACUTE_MAY_BE_CONSIDERED),
    tonight("18:57:00", NEXT_STEPS),
)
