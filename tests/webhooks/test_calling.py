"""Calling a real server: what counts as delivered, what is never followed, and how long anybody is waited for."""

import ssl
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from klynge.webhooks import calling
from klynge.webhooks.calling import RESPONSE_BYTES_MAX, RETRY_AFTER_S_MAX, Line, Outcome
from klynge.webhooks.target import Targets
from tests.webhooks.receiver import Authority, Receiver, Reply, Sent, receiver
from tests.webhooks.world import came

NAME = "esdh.example"


class Names:
    """A name service of one machine, that a test changes."""

    def __init__(self) -> None:
        self.address = "127.0.0.1"
        self.asked = 0

    async def __call__(self, _: str, __: int) -> Sequence[str]:
        self.asked += 1
        return (self.address,)


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("certificates"))


def line(names: Names, *, to_loopback: bool = True, tls: ssl.SSLContext | None = None) -> Line:
    return Line(Targets(to_loopback=to_loopback, resolve=names), tls or ssl.create_default_context())


async def post(url: str, names: Names, tls: ssl.SSLContext | None = None) -> Outcome:
    async with line(names, tls=tls) as opened:
        return await opened.call("POST", url, {"X-Test": "1"}, b"what happened")


async def test_what_is_sent_comes_as_it_was_sent(there: Receiver, names: Names) -> None:
    outcome = await post(f"http://{NAME}:{there.port}/hook?to=1", names)
    (sent,) = there.posts
    assert (outcome.name, outcome.status) == ("delivered", 204)
    assert (sent.path, sent.body, sent.headers["x-test"]) == ("/hook?to=1", b"what happened", "1")
    assert sent.headers["host"] == f"{NAME}:{there.port}"


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
async def test_an_answer_of_success_is_a_delivery(there: Receiver, names: Names, status: int) -> None:
    there.reply = lambda _: Reply(status=status)
    assert (await post(there.url, names)).delivered


@pytest.mark.parametrize(
    ("status", "name"),
    [(400, "refused"), (401, "refused"), (404, "refused"), (410, "gone"), (429, "refused"), (500, "refused")],
)
async def test_any_other_is_none(there: Receiver, names: Names, status: int, name: str) -> None:
    there.reply = lambda _: Reply(status=status)
    outcome = await post(there.url, names)
    assert (outcome.name, outcome.status, outcome.delivered) == (name, status, False)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_nobody_is_followed_to_another_address(there: Receiver, names: Names, status: int) -> None:
    with receiver() as inner:
        there.reply = lambda _: Reply(status=status, headers={"Location": inner.url})
        outcome = await post(there.url, names)
        assert (outcome.name, outcome.status) == ("redirected", status)
        assert inner.sent == []
        # The control: it would answer.
        assert (await post(inner.url, names)).delivered
        assert len(inner.sent) == 1


async def test_whoever_does_not_answer_is_not_waited_for(
    there: Receiver, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calling, "TIMEOUT_S", 0.5)
    there.reply = lambda _: Reply(wait_s=60)
    began = time.monotonic()
    outcome = await post(there.url, names)
    assert (outcome.name, outcome.status) == ("timeout", 0)
    assert time.monotonic() - began < 30
    assert outcome.ms >= 500
    assert len(await came(there, 1)) == 1, "the control: it was called"


async def test_a_line_that_is_dropped_is_no_delivery(there: Receiver, names: Names) -> None:
    there.reply = lambda _: Reply(drops=True)
    outcome = await post(there.url, names)
    assert (outcome.name, outcome.status) == ("unreachable", 0)
    assert len(there.posts) == 1


async def test_nobody_at_the_port_is_no_delivery(names: Names) -> None:
    with receiver() as gone:
        url = gone.url
    assert (await post(url, names)).name == "unreachable"


async def test_a_body_that_goes_on_and_on_is_left_unread(there: Receiver, names: Names) -> None:
    there.reply = lambda _: Reply(status=200, goes_on=True)
    outcome = await post(there.url, names)
    assert outcome.delivered
    assert outcome.ms < calling.TIMEOUT_S * 1_000
    assert there.written >= RESPONSE_BYTES_MAX, "the control: there was more to read"


def answering(status: int, retry_after: str) -> Callable[[Sent], Reply]:
    """Always alike."""
    return lambda _: Reply(status=status, headers={"Retry-After": retry_after})


async def test_what_is_asked_to_wait_for_is_kept_up_to_a_day(there: Receiver, names: Names) -> None:
    in_an_hour = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    for status, said, wait_s in (
        (503, "120", 120),
        (429, "7", 7),
        (503, "9" * 30, RETRY_AFTER_S_MAX),
        (503, in_an_hour, 3600),
        (503, "Thu, 01 Jan 1970 00:00:00 GMT", 0),
        (503, "-5", 0),
        (503, "soon", 0),
        (500, "120", 0),
    ):
        there.reply = answering(status, said)
        assert (await post(there.url, names)).retry_after_s == pytest.approx(wait_s, abs=2, rel=0.01), said


async def test_calls_one_after_the_other_go_over_one_line(there: Receiver, names: Names) -> None:
    async with line(names) as opened:
        for _ in range(3):
            assert (await opened.call("POST", there.url, {}, b"x")).delivered
    assert len(there.posts) == 3
    assert there.lines == 1
    assert names.asked == 3, "and the name is looked up for each"


async def test_no_call_carries_what_an_answer_before_it_left(there: Receiver, names: Names) -> None:
    there.reply = lambda _: Reply(headers={"Set-Cookie": "left=1; Path=/"})
    async with line(names) as opened:
        for _ in range(2):
            assert (await opened.call("POST", there.url, {}, b"x")).delivered
    assert [each.headers.get("cookie") for each in there.posts] == [None, None]


# --- DNS that changes its answer ---


async def test_a_name_that_leads_inside_after_it_was_registered_is_not_called(there: Receiver, names: Names) -> None:
    names.address = "93.184.215.14"
    targets = Targets(to_loopback=False, resolve=names)
    url = f"https://{NAME}:{there.port}/hook"
    await targets.find(url)  # as at registration
    names.address = "127.0.0.1"
    async with Line(targets, ssl.create_default_context()) as opened:
        outcome = await opened.call("POST", url, {}, b"x")
    assert (outcome.name, outcome.status) == ("address-refused", 0)
    assert there.lines == 0


async def test_what_was_looked_at_is_what_is_called(authority: Authority) -> None:
    """Were the name looked up once more for the call, the second answer would lead it elsewhere."""
    with receiver(authority.serving(NAME)) as there:
        asked: list[str] = []

        async def rebinding(_: str, __: int) -> Sequence[str]:
            asked.append("looked up")
            return ("127.0.0.1",) if len(asked) == 1 else ("127.0.0.2",)

        async with Line(Targets(to_loopback=True, resolve=rebinding), authority.trusted) as opened:
            assert (await opened.call("POST", f"https://{NAME}:{there.port}/", {}, b"x")).delivered
        assert asked == ["looked up"]
        assert len(there.posts) == 1


# --- https ---


async def test_a_certificate_is_held_to_the_name_and_not_to_the_address(authority: Authority, names: Names) -> None:
    with receiver(authority.serving(NAME)) as there:
        url = f"https://{NAME}:{there.port}/hook"
        assert (await post(url, names, authority.trusted)).delivered
        other = await post(f"https://other.example:{there.port}/hook", names, authority.trusted)
        assert (other.name, other.status) == ("tls", 0)
        assert len(there.posts) == 1


async def test_a_certificate_of_nobody_who_is_trusted_is_refused(
    authority: Authority, names: Names, tmp_path: Path
) -> None:
    with receiver(authority.serving(NAME)) as there:
        stranger = Authority(tmp_path)
        assert (await post(f"https://{NAME}:{there.port}/", names, stranger.trusted)).name == "tls"
        assert there.posts == []


async def test_no_proxy_of_the_environment_is_used(
    there: Receiver, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    with receiver() as proxy:
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
            monkeypatch.setenv(name.upper(), f"http://127.0.0.1:{proxy.port}")
        monkeypatch.delenv("no_proxy", raising=False)
        assert (await post(there.url, names)).delivered
        assert proxy.lines == 0
