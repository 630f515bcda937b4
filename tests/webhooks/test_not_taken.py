"""What is not taken: tried again as long as it takes, given up where that is asked for, and nobody waits for another."""

from threading import Event

from standardwebhooks import Webhook as Verifier

from eventstore.webhooks import State, Why
from klynge.webhooks.retries import FAILING_S_MAX, RETRY_S
from tests.webhooks.receiver import PATIENCE_S, Receiver, Reply, Sent, receiver
from tests.webhooks.world import DAY_S, NAME, OWNER, Post, came, outcomes, positions


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
        goes_on.wait(PATIENCE_S)
        return Reply()

    with receiver() as slow:
        slow.reply = slowly
        post.add(slow.url, "slow")
        post.add(there.url, "quick")
        async with post.sending():
            wanted = post.grow(20)
            await came(there, 20)
            await post.until_at(wanted[-1], "quick")
            assert len(await came(slow, 1)) == 1, "the control: it had begun, and waited"
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
