"""The course of an initiative: started, off course, put right, paused and at last in daily use."""

from domain.colours import Colour
from domain.initiative.course import BeginOperation, Pause, Resume, Start
from domain.initiative.ordering import List
from domain.initiative.steering import AgreeRemedy, Escalate, ReportColour
from domain.initiatives import Operation, Phase
from domain.mandate import SetPath, Step
from stories.lillebaelt_2024_04_09.cast import KOLDING
from stories.lillebaelt_2024_04_09.names import POLITICAL, STRATEGIC
from tests.fuzz.prepared.given import each
from tests.fuzz.prepared.matters import SAID
from tests.fuzz.prepared.meetings import MEETING

INITIATIVE = "lillebaelt/initiative/proeve"

COURSE = (
    *each(
        "secretary",
        "lillebaelt/mandate/initiative-deviation",
        SetPath(
            subject="afvigelser",
            steps=(
                Step(step="rette op", body=STRATEGIC, binding=False),
                Step(step="afgøre", body=POLITICAL, binding=True),
            ),
            source=SAID,
        ),
    ),
    *each(
        "secretary",
        INITIATIVE,
        List(title="Et projekt", by=(KOLDING,), phase=Phase.TRIAL),
        Start(phase=Phase.ONGOING),
        ReportColour(colour=Colour.RED, meeting=MEETING, reason="Lederen er syg."),
        AgreeRemedy(text="Der kommer en mere til.", by_body=STRATEGIC),
        Pause(reason="Lederen er væk."),
        Resume(),
    ),
    *each("co-chair-region", INITIATIVE, Escalate(to_body=POLITICAL, reason="Det koster mere.")),
    *each("secretary", INITIATIVE, BeginOperation(extent=Operation.PART, parties=(KOLDING,))),
)
