"""Several senders of one store, and other lives of the log: each goes on where another left off."""

import json
from threading import Event

import pytest
from eventsourcing.persistence import OperationalError

from eventstore.webhooks import State, Webhook
from klynge.webhooks import sender
from tests.webhooks.receiver import PATIENCE_S, Receiver, Reply, Sent
from tests.webhooks.world import URL, Post, came, positions


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
        goes_on.wait(PATIENCE_S)
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
