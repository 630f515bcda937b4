"""Law 2 while two clusters become one council: what a page holds is at every position what a rebuild shows."""

from projections.views import OF_SCOPE
from stories.overdragelse_2027 import STORY
from stories.overdragelse_2027.names import JANUARY, RAAD, at_council
from tests.realtime.record_in_memory import microseconds, played, transactions
from tests.realtime.told import Told

ENDING = ("conditions", "referrals", "actions", "initiatives", "funds", "front", "estate")
TOPICS = (
    JANUARY,
    *(f"{RAAD}/{view}" for view in OF_SCOPE),
    at_council("aarhus/fund/klyngemidler"),
    *(f"{scope}/{view}" for scope in ("aarhus", "randers") for view in ENDING),
    "aarhus/fund/klyngemidler",
)
READERS = ("administrator", "secretary", "chair", "secretary-aarhus", "chair-randers")


async def test_what_is_handed_over_is_at_every_position_what_a_rebuild_shows() -> None:
    telling = Told(await played(STORY), [STORY.cast[part] for part in READERS], TOPICS)
    compared = 0
    for transaction in transactions(telling.log):
        telling.take(transaction)
        # What came before is compared where its own stories are told.
        if transaction[0].recorded_at >= microseconds(STORY.steps[0].at):
            telling.compare(TOPICS)
            compared += 1
    assert compared > len(STORY.steps) / 2
    telling.log.close()
