"""The sender: everything once and in order to each address, tried again as long as it takes, and nobody waits for another."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from cloudevents.core.bindings.http import HTTPMessage, from_http_event
from eventsourcing.persistence import OperationalError
from standardwebhooks import Webhook as Verifier
from standardwebhooks.webhooks import WebhookVerificationError

from domain.party import Renamed
from domain.text import said
from eventstore.sqlite.tables import WEBHOOKS, SQLiteTables
from eventstore.webhooks import State, Webhook, Webhooks, Why
from klynge.webhooks import sender
from klynge.webhooks.retries import FAILING_S_MAX, RETRY_S
from tests.webhooks.receiver import Authority, Receiver, Reply, Sent, receiver
from tests.webhooks.world import NAME, OWNER, URL, WORDS, Post, World, positions

DAY_S = 86_400


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    monkeypatch.setattr(sender, "LOOK_S", 0.02)
    monkeypatch.setattr(sender, "PAUSE_S", 0.001)
    webhooks = Webhooks(SQLiteTables(str(tmp_path / "webhooks.db"), WEBHOOKS), lambda: b"k" * 32)
    yield Post(webhooks, World())
    webhooks.close()


@pytest.fixture
def there() -> Iterator[Receiver]:
    with receiver() as there:
        yield there


async def came(there: Receiver, count: int) -> list[Sent]:
    return await asyncio.to_thread(there.until, count)


def outcomes(post: Post, name: str = NAME) -> list[tuple[int, int, str, int]]:
    """Position, attempt, outcome and status of what was sent, the first first."""
    log = post.webhooks.deliveries.find(OWNER, name, None, 100)
    return [(each.position, each.attempt, each.outcome, each.status) for _, each in reversed(log)]


# --- what is sent ---


async def test_everything_comes_once_and_in_order(post: Post, there: Receiver) -> None:
    post.add(there.url)
    async with post.sending():
        wanted = post.grow(3)
        await came(there, 3)
        wanted += post.grow(200)
        sent = await came(there, 203)
        await post.until_at(wanted[-1])
    assert positions(sent) == wanted
    assert there.lines <= 2, "over one line for as long as there is something to tell"


async def test_what_is_sent_is_a_cloud_event_without_a_word_of_what_was_said(post: Post, there: Receiver) -> None:
    post.add(there.url)
    async with post.sending():
        (position,) = post.grow()
        (sent,) = await came(there, 1)
    recorded = post.world.now.recorded[-1]
    assert json.loads(sent.body) == {
        "specversion": "1.0",
        "id": f"life-1:{position}",
        "source": "/dk",
        "type": "dk.klynge.party.registered.v1",
        "subject": recorded.stream,
        "time": json.loads(sent.body)["time"],
        "sequence": f"{position:013d}",
        "dataref": json.loads(sent.body)["dataref"],
    }
    assert WORDS in str(post.world.now.opened(recorded.event)), "the control: it holds words"
    assert WORDS not in sent.body.decode()
    read = from_http_event(HTTPMessage(headers=sent.headers, body=sent.body))
    assert (read.get_id(), read.get_type()) == (f"life-1:{position}", "dk.klynge.party.registered.v1")
    assert read.get_data() is None
    assert sent.headers["content-type"] == "application/cloudevents+json"
    assert json.loads(sent.body)["dataref"].startswith(f"{URL}/v1/changes?after=")


async def test_what_is_sent_is_signed_so_that_a_receiver_can_tell(post: Post, there: Receiver) -> None:
    secret = post.add(there.url)
    async with post.sending():
        post.grow()
        (sent,) = await came(there, 1)
    assert sent.headers["webhook-id"] == json.loads(sent.body)["id"]
    assert Verifier(secret).verify(sent.body, sent.headers) == json.loads(sent.body)
    with pytest.raises(WebhookVerificationError):
        Verifier(secret).verify(sent.body.replace(b"registered", b"renamed"), sent.headers)
    with pytest.raises(WebhookVerificationError):
        Verifier("whsec_" + "A" * 43 + "=").verify(sent.body, sent.headers)


async def test_over_https_it_goes_to_whom_the_certificate_names(post: Post, tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    post.tls = authority.trusted
    with receiver(authority.serving("esdh.example")) as there:
        post.add(f"https://esdh.example:{there.port}/hook")
        post.add(f"https://other.example:{there.port}/hook", "other")
        async with post.sending():
            wanted = post.grow(3)
            assert positions(await came(there, 3)) == wanted
            await post.until_at(wanted[-1])
            await post.until(lambda: post.of("other").attempt > 0)
        assert len(there.posts) == 3
        assert outcomes(post, "other") == [(wanted[0], 1, "tls", 0)]


async def test_while_a_secret_is_changed_both_verify(post: Post, there: Receiver) -> None:
    first = post.add(there.url)
    second = post.webhooks.rotate(OWNER, NAME, int(post.clock()))
    assert second is not None
    async with post.sending():
        post.grow()
        (sent,) = await came(there, 1)
        await post.until_at(post.world.head)
        for secret in (first, second):
            Verifier(secret).verify(sent.body, sent.headers)
        post.clock.ahead_s = DAY_S + 1
        post.grow()
        later = (await came(there, 2))[1]
    assert len(sent.headers["webhook-signature"].split()) == 2
    assert len(later.headers["webhook-signature"].split()) == 1


async def test_only_what_was_asked_for_is_sent_and_it_goes_on_over_the_rest(post: Post, there: Receiver) -> None:
    post.add(there.url, topics=("lillebaelt",), types=("party.registered",))
    async with post.sending():
        post.grow(2)
        wanted = post.grow(1, "lillebaelt")
        renamed = post.world.now.recorded[-1].stream
        post.world.now.happened(renamed, Renamed(name=said("Et andet navn"), from_on="2024-03-01"))
        post.grow(300)
        wanted += post.grow(1, "lillebaelt")
        sent = await came(there, 2)
        await post.until_at(wanted[-1])
    assert positions(sent) == wanted


# --- rights ---


async def test_what_its_owner_may_not_see_is_not_sent(post: Post, there: Receiver) -> None:
    post.add(there.url)
    post.world.shut.add("aarhus")
    async with post.sending():
        post.grow(1, "aarhus")
        hidden, seen = post.world.head + 1, post.world.head + 2
        post.world.hidden.add(hidden)
        post.grow(2)
        sent = await came(there, 1)
        await post.until_at(seen)
        assert positions(sent) == [seen]
        post.world.hidden.clear()
        post.webhooks.replay(OWNER, NAME, hidden - 1, hidden)
        sent = await came(there, 2)
    assert positions(sent) == [seen, hidden], "the control: it would have been sent"


async def test_a_right_that_ends_while_something_is_delivered_holds_for_what_comes_next(
    post: Post, there: Receiver
) -> None:
    goes_on = Event()

    def reply(_: Sent) -> Reply:
        goes_on.wait(10)
        return Reply()

    there.reply = reply
    post.add(there.url)
    async with post.sending():
        first, second, third = post.grow(3)
        await came(there, 1)
        post.world.hidden.add(second)
        goes_on.set()
        await post.until_at(third)
    assert positions(there.posts) == [first, third]


async def test_who_is_neither_client_nor_administrator_any_more_is_told_of_nothing(post: Post, there: Receiver) -> None:
    post.add(there.url)
    async with post.sending():
        (first,) = post.grow()
        await came(there, 1)
        await post.until_at(first)
        post.world.end_access()
        post.grow()
        await post.until(lambda: post.of().state is State.DISABLED)
    assert (post.of().why, post.of().position) == (Why.NO_OFFICE, first)
    assert post.disabled == [Why.NO_OFFICE]
    assert len(there.posts) == 1


# --- what goes wrong ---


async def test_what_is_not_taken_is_tried_again_and_nothing_goes_before_it(post: Post, there: Receiver) -> None:
    fails = [True]
    there.reply = lambda _: Reply(status=500 if fails[0] else 204)
    post.add(there.url)
    async with post.sending():
        first, second = post.grow(2)
        for attempt, planned_s in enumerate(RETRY_S[:4], 1):
            sent = await came(there, attempt)
            await post.until(lambda attempt=attempt: post.of().attempt == attempt)
            waits_s = post.of().next_at - post.clock()
            assert 0.75 * planned_s - 2 < waits_s < 1.25 * planned_s + 2
            post.clock.ahead_s += planned_s * 1.3 + 1
        await came(there, 5)
        await post.until(lambda: post.of().attempt == 5)
        fails[0] = False
        post.clock.ahead_s += DAY_S
        sent = await came(there, 7)
        await post.until_at(second)
    assert positions(sent) == [first] * 6 + [second]
    assert len({each.body for each in sent}) == 2, "and it is the very same each time"
    assert [(attempt, outcome) for _, attempt, outcome, _ in outcomes(post)] == [
        *((attempt, "refused") for attempt in range(1, 6)),
        (6, "delivered"),
        (1, "delivered"),
    ]
    assert (post.of().attempt, post.of().failing_since) == (0, 0)


async def test_who_asks_to_be_left_alone_for_a_while_is(post: Post, there: Receiver) -> None:
    there.reply = lambda _: Reply(status=503, headers={"Retry-After": "900"})
    post.add(there.url)
    async with post.sending():
        post.grow()
        await came(there, 1)
        await post.until(lambda: post.of().attempt == 1)
        assert 890 < post.of().next_at - post.clock() < 901
        post.clock.ahead_s = 880
        await post.looks()
        assert len(there.posts) == 1
        post.clock.ahead_s = 901
        await came(there, 2)


async def test_a_line_that_is_dropped_is_tried_again_under_the_same_id(post: Post, there: Receiver) -> None:
    drops = [True]
    there.reply = lambda _: Reply(drops=drops[0])
    post.add(there.url)
    async with post.sending():
        (position,) = post.grow()
        await came(there, 1)
        await post.until(lambda: post.of().attempt == 1)
        drops[0] = False
        post.clock.ahead_s = 10
        sent = await came(there, 2)
        await post.until_at(position)
    assert len({each.headers["webhook-id"] for each in sent}) == 1
    assert [(outcome, status) for _, _, outcome, status in outcomes(post)] == [("unreachable", 0), ("delivered", 204)]


async def test_an_address_that_is_gone_is_told_of_nothing_any_more(post: Post, there: Receiver) -> None:
    there.reply = lambda _: Reply(status=410)
    post.add(there.url)
    async with post.sending():
        (position,) = post.grow()
        await post.until(lambda: post.of().state is State.DISABLED)
        post.clock.ahead_s = 2 * DAY_S
        post.grow()
        await post.looks()
        assert len(there.posts) == 1
        assert (post.of().why, post.disabled) == (Why.GONE, [Why.GONE])
        there.reply = lambda _: Reply()
        post.webhooks.resume(OWNER, NAME)
        sent = await came(there, 3)
    assert positions(sent) == [position, position, position + 1], "resumed, it goes on with what was not taken"


async def test_one_that_takes_nothing_for_five_days_is_disabled_and_told_of(post: Post, there: Receiver) -> None:
    there.reply = lambda _: Reply(status=500)
    post.add(there.url)
    async with post.sending():
        post.grow()
        await came(there, 1)
        await post.until(lambda: post.of().attempt == 1)
        post.clock.ahead_s = FAILING_S_MAX - 60
        await came(there, 2)
        await post.until(lambda: post.of().attempt == 2)
        assert post.of().state is State.ACTIVE
        post.clock.ahead_s = FAILING_S_MAX + DAY_S
        await post.until(lambda: post.of().state is State.DISABLED)
    assert (post.of().why, post.disabled) == (Why.FAILING, [Why.FAILING])
    assert len(there.posts) == 3


async def test_one_that_is_slow_keeps_no_other_waiting(post: Post, there: Receiver) -> None:
    goes_on = Event()

    def slowly(_: Sent) -> Reply:
        goes_on.wait(10)
        return Reply()

    with receiver() as slow:
        slow.reply = slowly
        post.add(slow.url, "slow")
        post.add(there.url, "quick")
        async with post.sending():
            wanted = post.grow(20)
            await came(there, 20)
            await post.until_at(wanted[-1], "quick")
            assert len(slow.posts) == 1, "the control: it had begun, and waited"
            goes_on.set()
            assert positions(await came(slow, 20)) == wanted


async def test_a_secret_that_was_lost_disables_it_until_there_is_another(post: Post, there: Receiver) -> None:
    post.add(there.url)
    post.webhooks._seal._key = lambda: b"n" * 32  # another key database was put back
    async with post.sending():
        (position,) = post.grow()
        await post.until(lambda: post.of().state is State.DISABLED)
        assert (post.of().why, there.posts) == (Why.SECRET_LOST, [])
        secret = post.webhooks.rotate(OWNER, NAME, int(post.clock()))
        assert secret is not None
        post.webhooks.resume(OWNER, NAME)
        (sent,) = await came(there, 1)
    Verifier(secret).verify(sent.body, sent.headers)
    assert positions([sent]) == [position]


# --- what its owner does ---


async def test_a_range_is_told_once_more_and_then_it_goes_on(post: Post, there: Receiver) -> None:
    post.add(there.url)
    async with post.sending():
        first, second, third = post.grow(3)
        before = await came(there, 3)
        await post.until_at(third)
        post.webhooks.replay(OWNER, NAME, first, third)
        (fourth,) = post.grow()
        sent = await came(there, 6)
        await post.until_at(fourth)
    again = positions(sent)[3:]
    assert again in ([second, third, fourth], [fourth, second, third])
    assert {each.headers["webhook-id"] for each in before[1:]} < {each.headers["webhook-id"] for each in sent[3:]}


async def test_one_that_is_paused_waits_and_misses_nothing(post: Post, there: Receiver) -> None:
    post.add(there.url)
    post.webhooks.pause(OWNER, NAME)
    async with post.sending():
        wanted = post.grow(2)
        await post.looks()
        assert there.posts == []
        post.webhooks.resume(OWNER, NAME)
        assert positions(await came(there, 2)) == wanted


async def test_one_that_is_taken_away_while_it_is_told_is_told_nothing_more(post: Post, there: Receiver) -> None:
    goes_on = Event()

    def reply(_: Sent) -> Reply:
        goes_on.wait(10)
        return Reply()

    there.reply = reply
    post.add(there.url)
    async with post.sending():
        post.grow(3)
        await came(there, 1)
        post.webhooks.delete(OWNER, NAME)
        goes_on.set()
        await post.until(lambda: not post.sender._at_work)
        await post.looks()
    assert len(there.posts) == 1


# --- several processes, and other lives of the log ---


async def test_who_does_not_hold_the_lease_sends_nothing_and_who_gets_it_goes_on(post: Post, there: Receiver) -> None:
    post.add(there.url)
    post.lease.mine = False
    async with post.sending():
        wanted = post.grow(2)
        await post.until(lambda: post.lease.asked > 3)
        assert there.posts == []
        post.lease.mine = True
        assert positions(await came(there, 2)) == wanted
        await post.until_at(wanted[-1])
    async with post.sending(post.another()):
        wanted += post.world.grow(1)
        assert positions(await came(there, 3)) == wanted, "where another left off"


async def test_what_was_under_way_when_a_sender_died_comes_again_under_its_id(post: Post, there: Receiver) -> None:
    goes_on = Event()

    def reply(_: Sent) -> Reply:
        goes_on.wait(10)
        return Reply()

    there.reply = reply
    post.add(there.url)
    async with post.sending():
        (position,) = post.grow()
        await came(there, 1)
    goes_on.set()
    assert post.of().position < position
    async with post.sending(post.another()):
        assert positions(await came(there, 2)) == [position, position]
        await post.until_at(position)


async def test_while_the_store_is_away_nothing_is_lost_and_what_it_did_not_hear_of_comes_again(
    post: Post, there: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, away = post.webhooks.reached, [True]

    def unheard(webhook: Webhook, position: int) -> State | None:
        if away[0]:
            raise OperationalError("away")
        return reached(webhook, position)

    monkeypatch.setattr(sender, "REST_S", 0.05)
    monkeypatch.setattr(post.webhooks, "reached", unheard)
    post.add(there.url)
    async with post.sending():
        first, second = post.grow(2)
        await came(there, 2)
        away[0] = False
        await post.until_at(second)
    *again, last = positions(there.posts)
    assert (set(again), last) == ({first}, second)
    assert len(again) >= 2, "the control: it was delivered, and the store did not hear of it"


async def test_a_process_that_may_not_serve_any_more_neither_sends_nor_holds_the_lease(
    post: Post, there: Receiver
) -> None:
    post.add(there.url)
    async with post.sending():
        await post.until(lambda: post.lease.asked > 0)
        post.world.future = RuntimeError("the log is from the future")
        await post.looks()
        asked = post.lease.asked
        post.grow()
        await post.looks()
        assert (there.posts, post.lease.asked) == ([], asked)
        post.world.future = None
        post.sender.wake()
        await came(there, 1)


async def test_when_the_record_was_put_back_from_a_copy_it_is_told_so_and_goes_on(post: Post, there: Receiver) -> None:
    post.add(there.url)
    post.world.grow(3)
    post.world.epoch = "life-2"
    async with post.sending():
        await post.until(lambda: post.of().epoch == "life-2")
        (position,) = post.grow()
        sent = await came(there, 2)
    told = json.loads(sent[0].body)
    assert (told["id"], told["type"]) == ("life-2:reset", "dk.klynge.changes.reset.v1")
    assert told["dataref"] == f"{URL}/v1/changes?after=start"
    assert json.loads(sent[1].body)["id"] == f"life-2:{position}"


async def test_how_it_goes_is_measured(post: Post, there: Receiver) -> None:
    post.add(there.url)
    post.add(there.url, "elsewhere", topics=("aarhus",))
    async with post.sending():
        (position,) = post.grow()
        await came(there, 1)
        await post.until_at(position)
        there.reply = lambda _: Reply(status=500)
        post.grow()
        await post.until(lambda: post.sender.figures()["webhooks_failing"] == 1)
        figures = post.sender.figures()
    assert (figures["webhooks_active"], figures["webhooks_disabled"]) == (2, 0)
    assert (figures["webhooks_delivered"], figures["webhooks_not_delivered"]) == (1, 1)
    assert figures["webhooks_behind"] == 1
