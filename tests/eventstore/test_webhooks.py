"""Webhooks as they are kept, on files and on a server: owners' own, secrets sealed, and moved by one sender at a time."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eventstore import deliveries
from eventstore.deliveries import DAY_S, DELIVERIES_KEPT_DAYS, Delivery
from eventstore.postgres.store import PostgresStore
from eventstore.sqlite.tables import WEBHOOKS, SQLiteTables
from eventstore.webhook_secrets import OLD_SECRET_S, SECRETS_MAX, SecretLost
from eventstore.webhooks import WEBHOOKS_OF_OWNER_MAX, State, Webhook, Webhooks, Why, Wish

NOW = 1_800_000_000
OWNER, OTHER, NAME = "dk/client/esdh", "dk/client/other", "journal"
WISH = Wish(url="https://esdh.example/hook", topics=("lillebaelt",), types=("fund.allocated",))


class Key:
    """What secrets are sealed under, as the key database gives it."""

    def __init__(self) -> None:
        self.key = os.urandom(32)

    def __call__(self) -> bytes:
        return self.key


@pytest.fixture
def key() -> Key:
    return Key()


@pytest.fixture(params=["file", "server"])
def webhooks(request: pytest.FixtureRequest, tmp_path: Path, key: Key) -> Iterator[Webhooks]:
    if request.param == "file":
        opened = Webhooks(SQLiteTables(str(tmp_path / "webhooks.db"), WEBHOOKS), key)
    else:
        on_server: Callable[[], PostgresStore] = request.getfixturevalue("on_server")
        opened = on_server().open_webhooks(key)
    yield opened
    opened.close()


def add(webhooks: Webhooks, owner: str = OWNER, name: str = NAME) -> str:
    secret = webhooks.add(owner, name, WISH, "epoch", 7, NOW)
    assert secret is not None
    return secret


def found(webhooks: Webhooks) -> Webhook:
    webhook = webhooks.find(OWNER, NAME)
    assert webhook is not None
    return webhook


def delivery(event: str = "epoch:8", at: int = NOW) -> Delivery:
    return Delivery(at=at, event=event, position=8, attempt=1, status=204, outcome="delivered", ms=12)


def test_what_is_registered_is_found_as_it_was_asked_for(webhooks: Webhooks) -> None:
    add(webhooks)
    webhook = found(webhooks)
    assert (webhook.wish, webhook.state, webhook.why) == (WISH, State.ACTIVE, None)
    assert (webhook.epoch, webhook.position, webhook.replaying, webhook.attempt) == ("epoch", 7, False, 0)
    assert webhooks.every() == webhooks.of(OWNER) == [webhook]


def test_owners_name_theirs_as_they_like_and_a_name_that_is_taken_is_not_given_again(webhooks: Webhooks) -> None:
    add(webhooks)
    add(webhooks, OTHER)
    assert webhooks.add(OWNER, NAME, Wish(url="https://elsewhere.example"), "epoch", 0, NOW) is None
    assert found(webhooks).wish == WISH
    assert webhooks.delete(OWNER, NAME)
    assert [each.owner for each in webhooks.every()] == [OTHER]
    assert not webhooks.delete(OWNER, NAME)


def test_an_owner_has_no_more_than_may_be_had(webhooks: Webhooks) -> None:
    for number in range(WEBHOOKS_OF_OWNER_MAX):
        add(webhooks, name=f"hook-{number}")
    assert webhooks.add(OWNER, "one-more", WISH, "epoch", 0, NOW) is None
    add(webhooks, OTHER)


def test_a_secret_opens_for_its_webhook_alone_and_stands_nowhere_in_the_clear(webhooks: Webhooks) -> None:
    secret = add(webhooks)
    add(webhooks, OTHER)
    assert [each.text for each in webhooks.secrets(OWNER, NAME, NOW)] == [secret]
    rows = webhooks._tables.run("SELECT * FROM webhooks")
    assert secret.removeprefix("whsec_").encode() not in repr(rows).encode()
    assert secret not in repr(webhooks.secrets(OWNER, NAME, NOW))
    webhooks._tables.run(
        "UPDATE webhooks SET secrets=(SELECT secrets FROM webhooks WHERE owner=?) WHERE owner=?", OTHER, OWNER
    )
    with pytest.raises(SecretLost):
        webhooks.secrets(OWNER, NAME, NOW)


def test_a_secret_that_was_changed_signs_for_a_day_more(webhooks: Webhooks) -> None:
    first = add(webhooks)
    second = webhooks.rotate(OWNER, NAME, NOW)
    last_s = NOW + OLD_SECRET_S - 1
    assert [each.text for each in webhooks.secrets(OWNER, NAME, last_s)] == [second, first]
    assert [each.text for each in webhooks.secrets(OWNER, NAME, last_s + 1)] == [second]
    assert webhooks.rotate(OWNER, "none", NOW) is None


def test_secrets_that_are_changed_again_and_again_do_not_pile_up(webhooks: Webhooks) -> None:
    add(webhooks)
    rotated = [webhooks.rotate(OWNER, NAME, NOW + n) for n in range(SECRETS_MAX + 2)]
    kept = [each.text for each in webhooks.secrets(OWNER, NAME, NOW + 10)]
    assert kept == rotated[::-1][:SECRETS_MAX]


def test_where_the_key_was_lost_a_new_secret_is_made(webhooks: Webhooks, key: Key) -> None:
    add(webhooks)
    key.key = os.urandom(32)
    with pytest.raises(SecretLost):
        webhooks.secrets(OWNER, NAME, NOW)
    made = webhooks.rotate(OWNER, NAME, NOW)
    assert [each.text for each in webhooks.secrets(OWNER, NAME, NOW)] == [made]


def test_of_two_who_send_at_once_one_moves_it(webhooks: Webhooks) -> None:
    add(webhooks)
    seen_by_both = found(webhooks)
    assert webhooks.reached(seen_by_both, 8)
    assert not webhooks.reached(seen_by_both, 9)
    assert found(webhooks).position == 8


def test_a_delivery_under_way_moves_nothing_that_its_owner_changed(webhooks: Webhooks) -> None:
    add(webhooks)
    under_way = found(webhooks)
    assert webhooks.replay(OWNER, NAME, 2, 5)
    assert not webhooks.reached(under_way, 8)
    assert not webhooks.failed(under_way, NOW, NOW + 5)
    assert not webhooks.disable(under_way, Why.FAILING)
    webhook = found(webhooks)
    assert (webhook.replay_after, webhook.replay_to, webhook.position, webhook.state) == (2, 5, 7, State.ACTIVE)


def test_a_delivery_under_way_when_it_is_paused_counts(webhooks: Webhooks) -> None:
    add(webhooks)
    under_way = found(webhooks)
    webhooks.pause(OWNER, NAME)
    webhooks.rotate(OWNER, NAME, NOW)
    assert webhooks.reached(under_way, 8) is State.PAUSED
    assert (found(webhooks).position, found(webhooks).state) == (8, State.PAUSED)


def test_a_delivery_under_way_does_not_move_another_that_took_its_name(webhooks: Webhooks) -> None:
    add(webhooks)
    under_way = found(webhooks)
    webhooks.delete(OWNER, NAME)
    add(webhooks)
    assert not webhooks.reached(under_way, 8)
    assert found(webhooks).position == 7


def test_what_is_replayed_comes_first_and_then_it_goes_on_where_it_was(webhooks: Webhooks) -> None:
    add(webhooks)
    webhooks.replay(OWNER, NAME, 2, 4)
    for position in (3, 4):
        assert found(webhooks).replaying
        assert webhooks.reached(found(webhooks), position)
    assert not found(webhooks).replaying
    assert found(webhooks).position == 7
    assert webhooks.reached(found(webhooks), 8)
    assert found(webhooks).position == 8


def test_failures_are_counted_until_something_is_delivered_or_it_is_resumed(webhooks: Webhooks) -> None:
    add(webhooks)
    for attempt in (1, 2):
        assert webhooks.failed(found(webhooks), NOW, NOW + 5)
        assert (found(webhooks).attempt, found(webhooks).failing_since, found(webhooks).next_at) == (
            attempt,
            NOW,
            NOW + 5,
        )
    assert webhooks.disable(found(webhooks), Why.GONE)
    assert (found(webhooks).state, found(webhooks).why) == (State.DISABLED, Why.GONE)
    assert webhooks.resume(OWNER, NAME)
    webhook = found(webhooks)
    assert (webhook.state, webhook.why, webhook.attempt, webhook.failing_since) == (State.ACTIVE, None, 0, 0)
    assert webhook.position == 7, "nothing is passed over"
    assert webhooks.pause(OWNER, NAME)
    assert found(webhooks).state is State.PAUSED


def test_another_life_of_the_log_is_begun_at_its_head(webhooks: Webhooks) -> None:
    add(webhooks)
    webhooks.replay(OWNER, NAME, 1, 3)
    assert webhooks.begin_again(found(webhooks), "another", 4)
    webhook = found(webhooks)
    assert (webhook.epoch, webhook.position, webhook.replaying) == ("another", 4, False)


def test_deliveries_are_told_the_latest_first_and_let_go_of_when_they_are_old(webhooks: Webhooks) -> None:
    for n in range(5):
        webhooks.deliveries.note(OWNER, NAME, delivery(f"epoch:{n}"))
    webhooks.deliveries.note(OTHER, NAME, delivery("of another"))
    page = webhooks.deliveries.find(OWNER, NAME, None, 3)
    rest = webhooks.deliveries.find(OWNER, NAME, page[-1][0], 3)
    assert [each.event for _, each in page + rest] == [f"epoch:{n}" for n in reversed(range(5))]
    webhooks.deliveries.prune(NOW + DELIVERIES_KEPT_DAYS * DAY_S)
    assert len(webhooks.deliveries.find(OWNER, NAME, None, 10)) == 5
    webhooks.deliveries.prune(NOW + DELIVERIES_KEPT_DAYS * DAY_S + 1)
    assert webhooks.deliveries.find(OWNER, NAME, None, 10) == []


def test_of_one_that_is_told_of_much_the_oldest_deliveries_go_first(
    webhooks: Webhooks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliveries, "DELIVERIES_OF_ONE_MAX", 3)
    for n in range(5):
        webhooks.deliveries.note(OWNER, NAME, delivery(f"epoch:{n}"))
        webhooks.deliveries.note(OTHER, NAME, delivery("of another"))
    webhooks.deliveries.trim(OWNER, NAME)
    assert [each.event for _, each in webhooks.deliveries.find(OWNER, NAME, None, 10)] == [
        "epoch:4",
        "epoch:3",
        "epoch:2",
    ]
    assert len(webhooks.deliveries.find(OTHER, NAME, None, 10)) == 5


def test_whoever_uses_a_server_changes_no_delivery(on_server: Callable[[], PostgresStore], key: Key) -> None:
    webhooks = on_server().open_webhooks(key)
    webhooks.deliveries.note(OWNER, NAME, delivery())
    with pytest.raises(Exception, match="permission denied"):
        webhooks._tables.run("UPDATE deliveries SET status=200")
    webhooks.close()
