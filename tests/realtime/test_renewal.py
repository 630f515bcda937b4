"""A sign-in is renewed on the open socket, by the same person; nobody is ever let go on as somebody else, or as nobody."""

import httpx
import pytest
from eventsourcing.persistence import OperationalError

from realtime.closing import Close
from realtime.messages import ERRORS_MAX, EXPIRY_NOTICE_S
from realtime.signing_in import SignedIn
from tests.projections.aadal import CAST, MEETING
from tests.realtime.page import Message
from tests.realtime.served import Served
from tests.realtime.test_sign_out import tab
from tests.realtime.under_way import UnderWay, under_way
from tests.realtime.wire import NOW, SESSION_S, Wire, code_of, greeted

LATER_S = 2 * SESSION_S


def by_token(meeting: UnderWay, part: str = "member") -> Wire:
    """A client that is no page."""
    wire = Wire(meeting)
    wire.say("hello", token=part)
    return wire


async def test_a_fresh_token_of_the_same_person_lets_the_socket_go_on() -> None:
    async with under_way() as meeting:
        wire = by_token(meeting)
        wire.say("sub", id=1, topic=MEETING)
        assert wire.say("auth", id=2, token=f"member {LATER_S}") == [{"op": "ok", "id": 2, "exp": NOW + LATER_S}]
        wire.now = NOW + SESSION_S
        wire.connection.check_expiry()
        assert wire.closed is None
        await meeting.say("Stadig med.")
        assert wire.received[-1]["op"] == "rows"
        wire.now = NOW + LATER_S
        wire.connection.check_expiry()
        assert wire.closed is Close.TOKEN_EXPIRED


async def test_a_socket_that_is_not_renewed_ends_as_said() -> None:
    """The control."""
    async with under_way() as meeting:
        wire = by_token(meeting)
        wire.now = NOW + SESSION_S
        wire.connection.check_expiry()
        assert wire.closed is Close.TOKEN_EXPIRED


async def test_a_page_brings_a_fresh_ticket_and_goes_on_by_the_session_behind_it() -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        assert wire.connection.session == b"begun"
        ticket = f"member {LATER_S}"
        assert wire.say("auth", id=1, ticket=ticket) == [{"op": "ok", "id": 1, "exp": NOW + LATER_S}]
        assert wire.connection.session == b"renewed"
        assert code_of(wire.say("auth", id=2, ticket=ticket)) == (401, "ticket.refused"), "it is used"
        assert wire.closed is None


@pytest.mark.parametrize("what", [{"ticket": "made up"}, {"token": "nobody"}, {}], ids=["ticket", "token", "nothing"])
async def test_what_proves_nothing_is_told_so_and_leaves_the_sign_in_as_it_was(what: Message) -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        assert code_of(wire.say("auth", id=1, **what))[0] == 401
        assert (wire.closed, wire.connection.person) == (None, CAST["member"])
        wire.now = NOW + SESSION_S
        wire.connection.check_expiry()
        assert wire.closed is Close.TOKEN_EXPIRED


async def test_who_guesses_at_tickets_is_soon_closed() -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        for guess in range(ERRORS_MAX + 1):
            wire.say("auth", id=guess, ticket=f"guess {guess}")
        assert wire.closed is Close.TOO_MANY_ERRORS


async def test_a_ticket_is_of_no_use_to_a_client_that_is_no_page() -> None:
    async with under_way() as meeting:
        wire = by_token(meeting)
        assert code_of(wire.say("auth", id=1, ticket=f"member {LATER_S}")) == (401, "ticket.refused")


@pytest.mark.parametrize("what", ["token", "ticket"])
async def test_somebody_else_is_refused_and_the_socket_closed(what: str) -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        answer = wire.say("auth", id=3, **{what: f"chair {LATER_S}"})
        assert code_of(answer) == (403, "live.another-person")
        assert answer[0]["id"] == 3
        assert wire.closed is Close.FORBIDDEN
        assert wire.connection.person == CAST["member"]


async def test_while_a_token_cannot_be_judged_the_socket_goes_on_and_is_told_to_try_again() -> None:
    async with under_way() as meeting:
        wire = by_token(meeting)
        assert code_of(wire.say("auth", id=1, token="pending")) == (503, "live.not-yet")
        assert wire.closed is None


async def test_while_tickets_cannot_be_looked_up_the_socket_goes_on_too() -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)

        def away(ticket: str, origin: str) -> SignedIn | None:
            raise OperationalError("the database cannot be had")

        wire.connection._redeem = away
        assert code_of(wire.say("auth", id=1, ticket=f"member {LATER_S}")) == (503, "live.not-yet")
        assert wire.closed is None


async def test_nobody_renews_before_hello() -> None:
    async with under_way() as meeting:
        wire = Wire(meeting)
        assert wire.say("auth", id=1, token="member") == []
        assert wire.closed is Close.UNAUTHENTICATED


async def test_the_end_is_announced_again_after_a_renewal_but_not_where_nothing_was_won() -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        wire.now = NOW + SESSION_S - EXPIRY_NOTICE_S
        wire.connection.check_expiry()
        wire.say("auth", id=1, ticket=f"member {SESSION_S}")  # the session behind it lasts no longer
        wire.connection.check_expiry()
        assert wire.ops().count("auth_expiring") == 1
        wire.say("auth", id=2, ticket=f"member {LATER_S}")
        wire.now = NOW + LATER_S - EXPIRY_NOTICE_S
        wire.connection.check_expiry()
        assert wire.ops().count("auth_expiring") == 2


async def test_who_comes_back_with_a_token_that_ran_out_is_told_why_and_never_let_in_as_nobody() -> None:
    async with under_way() as meeting:
        wire = Wire(meeting)
        (bye,) = wire.say("hello", token="expired")
        assert (bye["op"], bye["code"], bye["problem"]["status"]) == ("bye", 4001, 401)
        assert wire.closed is Close.UNAUTHENTICATED
        assert wire.say("sub", id=1, topic=MEETING) == []
        assert not wire.connection.welcomed


# --- over the wire ----------------------------------------------------------------------------------------------------


async def fresh_ticket(browser: httpx.AsyncClient) -> str:
    answer = await browser.post("/v1/tickets")
    ticket: str = answer.json()["ticket"]
    return ticket


async def test_a_page_renews_by_the_very_ticket_that_would_open_a_socket(served: Served) -> None:
    async with served.browser("member") as browser, tab(served, browser) as line, served.browser("chair") as other:
        ticket = await fresh_ticket(browser)
        await line.say("auth", id=9, ticket=ticket)
        assert (await line.until("ok"))["exp"] > 0
        await line.say("auth", id=10, ticket=ticket)
        assert (await line.until("error"))["problem"]["code"] == "ticket.refused"
        await line.say("auth", id=11, ticket=await fresh_ticket(other))
        assert (await line.until("error"))["problem"]["code"] == "live.another-person"
        assert await line.closed() == 4003


async def test_a_token_that_has_expired_opens_nothing_and_renews_nothing(served: Served) -> None:
    expired = served.token("member", -3_600)
    async with served.line() as line:
        await line.say("hello", token=expired)
        assert (await line.until("bye"))["problem"]["code"] == "token.expired"
        assert await line.closed() == 4001
    async with served.line("member") as line:
        await line.say("auth", id=1, token=expired)
        assert (await line.until("error"))["problem"]["code"] == "token.expired"
        await line.say("auth", id=2, token=served.token("member", 7_200))
        assert (await line.until("ok"))["id"] == 2
