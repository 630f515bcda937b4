"""The record: opened once, by `klynge init` alone; what its heads are signed with stands in it."""

from domain.log import ChangeCheckpointKey, CheckpointKeyChanged, Clock, Open, Opened
from tests.domain.world import WORLD
from tests.given import ADMINISTRATOR, LOG, Record, given

OPEN = Open(origin="klynge.test", clock=Clock.STORY, schemes=("klynge/commit/v1",))


def test_the_record_begins_with_its_origin_its_clock_and_its_schemes() -> None:
    Record().when(OPEN, to=LOG).then(Opened(origin="klynge.test", clock=Clock.STORY, schemes=("klynge/commit/v1",)))


def test_the_record_is_opened_once() -> None:
    given(*WORLD).when(OPEN, to=LOG).refused("log.exists")


def test_nobody_opens_the_record_at_a_door() -> None:
    given().when(OPEN, to="lillebaelt/log/log", by=ADMINISTRATOR).denied()


KEY = "klynge/syddanmark+56d8080c+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
NEXT = "klynge/syddanmark+0a1b2c3d+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
OPENED = Opened(origin="syddanmark", clock=Clock.STORY, schemes=("klynge/commit/v1",), checkpoint_key=KEY)


def test_the_record_says_what_its_heads_are_signed_with() -> None:
    wanted = Open(origin="syddanmark", clock=Clock.STORY, schemes=("klynge/commit/v1",), checkpoint_key=KEY)
    Record().when(wanted, to=LOG).then(OPENED)


def test_heads_are_signed_with_another_key_once_the_record_says_so() -> None:
    given((LOG, OPENED)).when(ChangeCheckpointKey(key=NEXT), to=LOG).then(CheckpointKeyChanged(key=NEXT))


def test_a_record_of_before_gets_its_first_key() -> None:
    before = Opened(origin="syddanmark", clock=Clock.STORY, schemes=("klynge/commit/v1",))
    given((LOG, before)).when(ChangeCheckpointKey(key=KEY), to=LOG).then(CheckpointKeyChanged(key=KEY))


def test_the_key_that_stands_is_not_changed() -> None:
    given((LOG, OPENED)).when(ChangeCheckpointKey(key=KEY), to=LOG).then()


def test_the_key_of_another_record_signs_no_heads_of_this_one() -> None:
    other = KEY.replace("syddanmark", "midtjylland")
    given((LOG, OPENED)).when(ChangeCheckpointKey(key=other), to=LOG).refused("log.key-of-another")


def test_nobody_changes_the_key_at_a_door() -> None:
    given((LOG, OPENED)).when(ChangeCheckpointKey(key=NEXT), to=LOG, by=ADMINISTRATOR).denied()
