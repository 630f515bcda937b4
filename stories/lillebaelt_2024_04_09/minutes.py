"""◇ 11 to 17 April 2024: the minutes are written, sent round and published, and the patients are asked for a new member.

The paper is the minutes; on which days they came about it does not say. It names nobody who attended, so no approval is
made up: the co-chair lets them out. That the patients' council is asked for somebody is worked out, too; the seat stays
vacant, as far as the paper tells (004.2).
"""

from domain.kernel import Command
from domain.membership.nominations import CallNominations
from domain.minutes.draft import Circulate, Draft, ItemText
from domain.minutes.publication import Publish
from stories.lillebaelt_2024_04_09.cast import PATIENTS
from stories.lillebaelt_2024_04_09.names import MEETING, MINUTES
from stories.story import Step
from stories.telling import moment

SEATS = "lillebaelt/membership/strategic"

# 004.2–004.10
TEXTS = (
    ItemText(item="velkomst", text="Medformanden bød velkommen og fortalte om et dødsfald blandt niveauets medlemmer."),
    ItemText(
        item="middelfart",
        text="Erfaringerne tilpasses lokalt med kerneelementerne i behold. Politisk niveau får sagen som en investering i "
        "kvalitet. Bilaget om udgifter skal arbejdes igennem.",
    ),
    ItemText(
        item="klyngemidler",
        text="To temaer indstilles: træning samt mindre tvang og vold. Akutområdet kan overvejes. Overslag laves først for "
        "det, der bliver valgt.",
    ),
)


def later(day: str, clock: str, to: str, command: Command, by: str = "secretary", if_match: int | None = None) -> Step:
    """A step of the days after the meeting."""
    return Step(at=moment(day, clock), by=by, to=to, command=command, if_match=if_match)


MINUTED = (
    later("2024-04-11", "10:00:00", MINUTES, Draft(meeting=MEETING, texts=TEXTS)),
    later("2024-04-11", "10:10:00", MINUTES, Circulate(answer_by="2024-04-16")),
    later(
        "2024-04-11",
        "11:00:00",
        SEATS,
        CallNominations(
            seats=("patienter",),
            from_parties=(PATIENTS,),
            what="udpege et nyt medlem for patienter og pårørende.",
        ),
    ),
    later("2024-04-17", "09:00:00", MINUTES, Publish(), "co-chair-region", if_match=5),
)
