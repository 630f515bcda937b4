"""◇ Overdragelse 2027: the clusters of Aarhus and Randers are dissolved on 31 December 2026 into one health council.

**An invented example**, from end to end: which councils there will be, what they are called, on which day the clusters cease and
what the Act says of their agreements and money is [unverified]. It goes on from the stories of the two clusters, so their
open things are those that the papers left open. A file each: names, people, granted (autumn), council, ending
(decided, last meetings), booking and money (final books), handed (31 December) and january.
"""

from stories import aarhus_2024_april, randers_2020_efteraar
from stories.overdragelse_2027.council import COUNCIL_CLUSTER
from stories.overdragelse_2027.ending import ENDED, MET
from stories.overdragelse_2027.granted import FREED, GRANTED
from stories.overdragelse_2027.handed import LAST_DAYS
from stories.overdragelse_2027.january import ANSWERED
from stories.overdragelse_2027.january import MET as COUNCIL_MET
from stories.overdragelse_2027.money import FINAL_BOOKS
from stories.overdragelse_2027.names import JANUARY, RAAD
from stories.overdragelse_2027.people import CAST, SIGN_INS
from stories.story import Story
from stories.telling import entered

STORY = Story(
    name="overdragelse-2027",
    title="To klynger bliver til ét sundhedsråd (opdigtet eksempel)",
    cluster=RAAD,
    meeting=JANUARY,
    cast=CAST,
    sign_ins=SIGN_INS,
    before=(
        *GRANTED,
        *entered(COUNCIL_CLUSTER, "2026-11-02", "2026-11-03"),
        *ENDED,
        *FREED,
        *MET,
        *FINAL_BOOKS,
        *LAST_DAYS,
        *ANSWERED,
        *COUNCIL_MET,
    ),
    evening=(),
    after=(),
    continues=(randers_2020_efteraar.STORY, aarhus_2024_april.STORY),
)
