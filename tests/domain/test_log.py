"""The record: opened once, by `klynge init` alone."""

from domain.log import Clock, Open, Opened
from tests.domain.world import WORLD
from tests.given import ADMINISTRATOR, LOG, Record, given

OPEN = Open(origin="klynge.test", clock=Clock.STORY, schemes=("klynge/commit/v1",))


def test_the_record_begins_with_its_origin_its_clock_and_its_schemes() -> None:
    Record().when(OPEN, to=LOG).then(Opened(origin="klynge.test", clock=Clock.STORY, schemes=("klynge/commit/v1",)))


def test_the_record_is_opened_once() -> None:
    given(*WORLD).when(OPEN, to=LOG).refused("log.exists")


def test_nobody_opens_the_record_at_a_door() -> None:
    given().when(OPEN, to="lillebaelt/log/log", by=ADMINISTRATOR).denied()
