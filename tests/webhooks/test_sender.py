"""The sender: everything once and in order to each address, tried again as long as it takes, and nobody waits for another."""

import json
from pathlib import Path
from threading import Event

import pytest
from cloudevents.core.bindings.http import HTTPMessage, from_http_event
from standardwebhooks import Webhook as Verifier
from standardwebhooks.webhooks import WebhookVerificationError

from domain.party import Renamed
from domain.text import said
from eventstore.webhooks import State, Why
from tests.webhooks.receiver import PATIENCE_S, Authority, Receiver, Reply, Sent, receiver
from tests.webhooks.world import DAY_S, NAME, OWNER, URL, WORDS, Post, came, outcomes, positions

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


async def test_where_it_stands_is_told_soon_though_nothing_more_happens(post: Post, there: Receiver) -> None:
    """What is passed over is kept at most once a second: the last of it, too."""
    post.add(there.url, topics=("lillebaelt",))
    async with post.sending():
        await post.until_at(post.grow()[-1])
        await post.until_at(post.grow()[-1])
    assert there.posts == []


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
        goes_on.wait(PATIENCE_S)
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
        goes_on.wait(PATIENCE_S)
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
