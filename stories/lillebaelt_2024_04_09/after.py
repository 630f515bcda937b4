"""◇ After the evening: the minutes, and 26 April 2024, when the political level chooses (row n1). All of it is worked out."""

from domain.effects import AnswerReferral, ResolveCondition
from domain.meeting.agenda import AddItem, AddRecommendation, Asks
from domain.meeting.call import Adjourn, Call, Form, Open
from domain.meeting.decision import RecordDecision
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.outcomes import Plain, PlainOutcome
from domain.proposing import ChooseProposal, ParkProposal
from stories.lillebaelt_2024_04_09.cast import CAST
from stories.lillebaelt_2024_04_09.minutes import MINUTED
from stories.lillebaelt_2024_04_09.names import (
    ACUTE,
    COERCION_AND_VIOLENCE,
    EARMARKS_CONDITION,
    POLITICAL,
    POLITICAL_2024,
    THEMES_CONDITION,
    THEMES_REFERRED,
    TRAINING,
)
from stories.story import Step
from stories.telling import moment, sitting

ITEM = "klyngemidler"

# ◇ 004.7: the political level is the one that chooses.
CHOSEN = RecordDecision(
    item=ITEM,
    decision="1",
    outcome=Plain(outcome=PlainOutcome.DECIDED),
    text="Træning samt mindre tvang og vold vælges. Akutområdet sættes i bero. De 3 øremærkede initiativer bekræftes.",
    answers=("1",),
    at_once=(
        ChooseProposal(proposal=TRAINING),
        ChooseProposal(proposal=COERCION_AND_VIOLENCE),
        ParkProposal(proposal=ACUTE, reason="Temaet tages op igen, når FLUS har resultater."),
        ResolveCondition(condition=EARMARKS_CONDITION),
        ResolveCondition(condition=THEMES_CONDITION),
        AnswerReferral(
            referral=THEMES_REFERRED,
            text="Træning samt mindre tvang og vold er valgt. Akutområdet er sat i bero.",
        ),
    ),
)

INVITATION = sitting(
    "secretary",
    "2024-04-18",
    "10:00:00",
    (
        POLITICAL_2024,
        Call(
            body=POLITICAL,
            form=Form.VIRTUAL,
            place="Virtuelt via linket i indkaldelsen",
            starts_at="2024-04-26T11:00:00Z",
            ends_at="2024-04-26T12:00:00Z",
        ),
    ),
    (
        POLITICAL_2024,
        AddItem(
            item=ITEM,
            number="1",
            title="Temaer for klyngemidlerne",
            from_at="2024-04-26T11:00:00Z",
            to_at="2024-04-26T12:00:00Z",
            answers_referral=THEMES_REFERRED,
        ),
    ),
    (
        POLITICAL_2024,
        AddRecommendation(
            item=ITEM,
            recommendation="1",
            asks=Asks.DECIDE,
            text="Hvilke temaer der skal have klyngemidler.",
            to_body=POLITICAL,
        ),
    ),
)


def later(clock: str, command: Open | TakeUpItem | RecordDecision | SettleItem | Adjourn, by: str) -> Step:
    """A step of the political meeting."""
    return Step(at=moment("2024-04-26", clock), by=by, to=POLITICAL_2024, command=command)


AFTER = (
    *MINUTED,
    *INVITATION,
    later("13:00:00", Open(led_by=CAST["elected-region"]), "elected-region"),
    later("13:02:00", TakeUpItem(item=ITEM), "elected-region"),
    later("13:40:00", CHOSEN, "secretary"),
    later("13:42:00", SettleItem(item=ITEM), "secretary"),
    later("13:43:00", Adjourn(), "elected-region"),
)
