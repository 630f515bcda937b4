"""The region's agreements: one terminated, one that begins on another day for each party, two older ones (003.6, 003.7, 002.23).

◇ In June the region's secretary enters what holds already, as an archive would tell it. In October comes what the paper tells:
who proposed and approved the termination, and from when the IV agreement holds for whom. So what was known in July differs.
"""

from domain.agreeing import ApproveTermination
from domain.agreement import Adopt, Begin, Beginning, History, ProposeTermination, Register
from domain.claims import DateNotStated, OnDay, Span, Within
from domain.dates import Day
from domain.decided import Cited
from domain.effects import ByBody
from domain.kernel import Command
from domain.mandate import SetPath
from domain.meeting.agenda import AddItem
from domain.meeting.call import RegisterAfterwards
from domain.meeting.decision import RecordDecision
from domain.meeting.floor import SettleItem
from domain.membership import FillSeat, OpenSeat
from domain.outcomes import Plain, PlainOutcome
from domain.party import AddOrgan
from domain.paths import Step
from domain.seats import ByRole, Voice
from stories.randers_2020_efteraar.names import (
    AGREEMENTS_PATH,
    AIDS_AGREEMENT,
    AIDS_GROUP,
    COMMITTEE_MEETING,
    COMMITTEE_SEATS,
    HEALTH_AGREEMENT,
    IV_AGREEMENT,
    IV_BILATERAL,
    PAPER,
    REGIONAL_COMMITTEE,
    REGIONAL_STEERING,
    STEERING_MEETING,
    STEERING_SEATS,
)
from stories.randers_2020_efteraar.people import (
    CAST,
    FAVRSKOV,
    HOSPITAL,
    MUNICIPALITIES,
    NORDDJURS,
    RANDERS,
    REGION,
    SYDDJURS,
)

Entry = tuple[str, Command]
PARTIES = (REGION, *MUNICIPALITIES)
COUNCIL = "byraad"
TERMINATION = "opsigelse"

# --- June: who keeps the agreements, and what holds -------------------------------------------------------------------

REGIONS_SECRETARY: tuple[Entry, ...] = tuple(
    (membership, command)
    for body, membership in ((REGIONAL_STEERING, STEERING_SEATS), (REGIONAL_COMMITTEE, COMMITTEE_SEATS))
    for command in (
        OpenSeat(body=body, seat="sekretariat", right=ByRole(words="sekretariatet"), voice=Voice.SECRETARIAT),
        FillSeat(seat="sekretariat", person=CAST["secretary-region"]),
    )
)
ORGANS: tuple[Entry, ...] = tuple(
    (party, AddOrgan(organ=COUNCIL, name="Byrådet", adopts=True)) for party in MUNICIPALITIES
)
IN_2010 = Within(earliest="2010-01-01", latest="2010-12-31", span=Span.YEAR, words="2010")
WHAT_HOLDS: tuple[Entry, ...] = (
    (
        AIDS_AGREEMENT,
        Register(
            title="Udlån af midlertidige hjælpemidler",
            parties=PARTIES,
            history=History.INCOMPLETE,
            scope="Hjælpemidler, som en borger låner en tid efter udskrivning.",
            agreed_said=IN_2010,
        ),
    ),
    *((AIDS_AGREEMENT, Begin(party=party, begins=IN_2010)) for party in PARTIES),
    (
        HEALTH_AGREEMENT,
        Register(title="Sundhedsaftalen 2019–2023", parties=PARTIES, history=History.INCOMPLETE),
    ),
    *(
        (
            HEALTH_AGREEMENT,
            Begin(
                party=party,
                begins=Within(earliest="2019-01-01", latest="2019-12-31", span=Span.YEAR, words="2019"),
                ceases_on="2024-01-01",
            ),
        )
        for party in PARTIES
    ),
)

# --- October: the termination -----------------------------------------------------------------------------------------

WHO_TERMINATES: Entry = (
    AGREEMENTS_PATH,
    SetPath(
        subject="samarbejdsaftaler",
        steps=(
            Step(step="tiltræde", body=REGIONAL_STEERING, binding=True),
            Step(step="godkende", body=REGIONAL_COMMITTEE, binding=True),
        ),
        source=Cited(who="Klyngestyregruppen, punkt 5", on=DateNotStated(), words="Begge har godkendt", document=PAPER),
    ),
)


def _approved(meeting: str, body: str, held: OnDay[str], text: str) -> tuple[Entry, ...]:
    """A meeting of the region that the paper tells of, with its one decision."""
    ends = ApproveTermination(
        agreement=AIDS_AGREEMENT, ceases_on="2020-08-01", replaced_by="Serviceloven § 113 b: kommunen låner ud."
    )
    return (
        (meeting, RegisterAfterwards(body=body, held=held, document=PAPER)),
        (meeting, AddItem(item=TERMINATION, number="1", title="Opsigelse af aftalen om midlertidige hjælpemidler")),
        (
            meeting,
            RecordDecision(
                item=TERMINATION,
                decision="1",
                outcome=Plain(outcome=PlainOutcome.APPROVED),
                text=text,
                at_once=(ends,),
            ),
        ),
        (meeting, SettleItem(item=TERMINATION)),
    )


TERMINATED: tuple[Entry, ...] = (
    WHO_TERMINATES,
    (
        AIDS_AGREEMENT,
        ProposeTermination(
            proposed_by=ByBody(body=AIDS_GROUP),
            reason="Siden 1. januar 2018 dækker serviceloven det, som aftalen skulle løse.",
        ),
    ),
    *_approved(
        STEERING_MEETING,
        REGIONAL_STEERING,
        OnDay(day="2020-05-07", words="7. maj", inferred="Samme år som udvalgets møde."),
        "Opsigelsen er tiltrådt.",
    ),
    *_approved(
        COMMITTEE_MEETING,
        REGIONAL_COMMITTEE,
        OnDay(day="2020-05-28", words="28. maj 2020"),
        "Aftalen ophører 1. august 2020.",
    ),
)

# --- October: the IV agreement ----------------------------------------------------------------------------------------

YEAR_INFERRED = "Året er ikke skrevet; aftalen er fra 2019, og papiret fra efteråret 2020."


def _begins(party: str, day: Day, words: str, how: Beginning = Beginning.NEW) -> Entry:
    begins = OnDay(day=day, words=words, inferred=YEAR_INFERRED)
    return IV_AGREEMENT, Begin(party=party, begins=begins, how=how)


IV_IN_FORCE: tuple[Entry, ...] = (
    (
        IV_AGREEMENT,
        Register(
            title="IV-behandling med væske og antibiotika",
            parties=MUNICIPALITIES,
            scope="Behandling i kommunen, tæt på borgeren.",
            begun_by=Cited(
                who="Sundhedskoordinationsudvalget",
                on=Within(earliest="2019-04-01", latest="2019-04-30", span=Span.MONTH, words="april 2019"),
                words="Arbejdet sat i gang",
                document=PAPER,
            ),
        ),
    ),
    *((IV_AGREEMENT, Adopt(party=party, organ=COUNCIL, when=DateNotStated())) for party in MUNICIPALITIES),
    _begins(SYDDJURS, "2020-06-01", "fra 1. juni", Beginning.TRANSITION),
    _begins(FAVRSKOV, "2020-06-01", "1. juni", Beginning.RESUMED),
    _begins(NORDDJURS, "2020-07-01", "1. juli"),
    _begins(RANDERS, "2020-09-01", "1. september"),
)
# Told of the municipalities in general, without a day for any of them.
IV_BEFORE: Entry = (
    IV_BILATERAL,
    Register(
        title="Tidligere aftaler om IV-behandling, hver kommune med hospitalet",
        parties=(HOSPITAL, *MUNICIPALITIES),
        history=History.INCOMPLETE,
        document=PAPER,
    ),
)
