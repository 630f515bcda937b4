"""What a session opens: reads and writes by cookie, signing out, tickets for sockets."""

import httpx
import pytest

from api.provider import UnsafeAddress
from eventstore.sessions import SESSION_S, TICKET_S
from tests.api.entrance import BEGAN_AT, MEMBER, ORIGIN, SECRETARY, URL, House, problem

MEANT = {"Klynge-Request": "1"}


async def signed_in(house: House, browser: httpx.AsyncClient, person: str = SECRETARY) -> None:
    answer = await browser.post("/v1/session", json={"code": house.issuer.mint_code(person)}, headers=MEANT)
    assert answer.status_code == 200


# --- sessions ---


async def test_the_cookie_of_development(house: House) -> None:
    async with house.browser() as browser:
        answer = await browser.post("/v1/session", json={"code": house.issuer.mint_code(SECRETARY)}, headers=MEANT)
    cookie = answer.headers["set-cookie"]
    secret, _, rest = cookie.removeprefix("klynge=").partition("; ")
    assert len(secret) == 64
    assert set(rest.split("; ")) == {"HttpOnly", "Max-Age=28800", "Path=/", "SameSite=lax"}


async def test_the_cookie_over_https(house: House) -> None:
    assert house.identity_for("https://klynge.example").cookie == "__Host-klynge"
    assert house.identity_for("https://localhost:8000").secure
    for clear, env in (("http://klynge.example", "dev"), (URL, "production")):
        with pytest.raises(UnsafeAddress):
            house.identity_for(clear, env)


async def test_a_session_ends_after_eight_hours(house: House) -> None:
    async with house.browser() as browser:
        await signed_in(house, browser)
        secret = browser.cookies["klynge"]
        house.now.at += SESSION_S - 1
        assert (await browser.get("/v1/session", headers={"Cookie": f"klynge={secret}"})).status_code == 200
        house.now.at += 1
        answer = await browser.get("/v1/session", headers={"Cookie": f"klynge={secret}"})
    assert problem(answer) == (401, "session.expired")
    assert answer.headers["www-authenticate"] == "Bearer"


async def test_nobody_is_signed_in_without_a_cookie_or_with_a_made_up_one(house: House) -> None:
    async with house.browser() as browser:
        assert problem(await browser.get("/v1/session")) == (401, "session.missing")
        for made_up in ("0" * 64, "", "æ"):
            answer = await browser.get("/v1/session", headers={b"Cookie": f"klynge={made_up}".encode()})
            assert problem(answer) == (401, "session.expired")


async def test_signing_out_ends_the_session_everywhere(house: House) -> None:
    async with house.browser() as browser:
        await signed_in(house, browser)
        secret = browser.cookies["klynge"]
        assert problem(await browser.delete("/v1/session")) == (403, "request.header-missing")
        answer = await browser.delete("/v1/session", headers=MEANT)
        assert (answer.status_code, answer.content) == (204, b"")
        assert "klynge" not in browser.cookies
        kept = await browser.get("/v1/session", headers={"Cookie": f"klynge={secret}"})
        assert problem(kept) == (401, "session.expired")
        assert (await browser.delete("/v1/session", headers=MEANT)).status_code == 204


async def test_signing_in_again_ends_the_session_before(house: House) -> None:
    async with house.browser() as browser:
        await signed_in(house, browser)
        before = browser.cookies["klynge"]
        await signed_in(house, browser, MEMBER)
        answer = await browser.get("/v1/session", headers={"Cookie": f"klynge={before}"})
    assert problem(answer) == (401, "session.expired")


async def test_a_write_by_cookie_carries_the_header_of_our_pages(house: House) -> None:
    async with house.browser() as browser:
        await signed_in(house, browser)
        assert problem(await browser.post("/v1/write")) == (403, "request.header-missing")
        meant = await browser.post("/v1/write", headers=MEANT)
    assert meant.json() == {"person": SECRETARY, "via": "session"}


async def test_a_write_by_token_needs_no_header_and_no_cookie_is_looked_at(house: House) -> None:
    bearer = {"Authorization": f"bearer {house.issuer.mint_token(MEMBER, 60)}"}
    async with house.browser() as browser:
        await signed_in(house, browser)
        assert (await browser.post("/v1/write", headers=bearer)).json() == {"person": MEMBER, "via": "token"}
        digest = bearer["Authorization"].replace("bearer", "Digest")
        for wrong in ("Basic YTpi", "Bearer", "Bearer ", "Bearer x", "", digest):
            answer = await browser.post("/v1/write", headers={**MEANT, "Authorization": wrong})
            assert problem(answer) == (401, "token.refused")
            assert answer.headers["www-authenticate"] == 'Bearer error="invalid_token"'


async def test_two_tokens_prove_nothing(house: House) -> None:
    bearer = ("Authorization", f"Bearer {house.issuer.mint_token(MEMBER, 60)}")
    async with house.browser() as browser:
        assert problem(await browser.get("/v1/session", headers=[bearer, bearer])) == (401, "token.refused")
        assert (await browser.get("/v1/session", headers=[bearer])).status_code == 200


async def test_an_expired_token_says_so(house: House) -> None:
    bearer = {"Authorization": f"Bearer {house.issuer.mint_token(MEMBER, 60)}"}
    async with house.browser() as browser:
        assert (await browser.get("/v1/session", headers=bearer)).json()["expires_at"] == "2027-01-15T08:01:00Z"
        house.now.at += 60 + 30
        assert problem(await browser.get("/v1/session", headers=bearer)) == (401, "token.expired")


# --- tickets ---


async def ticket_from(browser: httpx.AsyncClient, origin: str | None) -> httpx.Response:
    return await browser.post("/v1/tickets", headers={**MEANT, **({} if origin is None else {"Origin": origin})})


async def test_a_ticket_is_redeemed_once_from_its_origin_in_its_time(house: House) -> None:
    async with house.browser() as browser:
        await signed_in(house, browser)
        answer = await ticket_from(browser, ORIGIN)
        assert answer.json().keys() == {"ticket", "expires_in_s"}
        ticket = answer.json()["ticket"]
        session = house.sessions.find(browser.cookies["klynge"], house.now.at)
        assert session is not None
        assert (session.person, session.expires_at) == (SECRETARY, BEGAN_AT + SESSION_S)
        assert house.sessions.redeem_ticket(ticket, ORIGIN, house.now.at) == session
        assert house.sessions.redeem_ticket(ticket, ORIGIN, house.now.at) is None
        elsewhere = (await ticket_from(browser, ORIGIN)).json()["ticket"]
        assert house.sessions.redeem_ticket(elsewhere, "https://evil.example", house.now.at) is None
        late = (await ticket_from(browser, ORIGIN)).json()["ticket"]
        assert house.sessions.redeem_ticket(late, ORIGIN, house.now.at + TICKET_S) is None


async def test_a_ticket_ends_with_its_session(house: House) -> None:
    async with house.browser() as browser:
        await signed_in(house, browser)
        session = house.sessions.find(browser.cookies["klynge"], house.now.at)
        ticket = (await ticket_from(browser, ORIGIN)).json()["ticket"]
        assert (await browser.delete("/v1/session", headers=MEANT)).status_code == 204
        assert house.sessions.redeem_ticket(ticket, ORIGIN, house.now.at) is None
    assert session is not None
    assert house.ended == [session.id], "and who has sockets of it is told"


@pytest.mark.parametrize(
    "origin",
    [
        *(
            None,
            "null",
            "",
            "https://evil.example",
            "http://localhost:8001",
            "https://localhost:8000",
            "HTTP://LOCALHOST:8000",
        ),
        *("http://localhost:8000.evil.example", "http://localhost:8000/", "http://evil.example/http://localhost:8000"),
    ],
)
async def test_no_ticket_for_another_origin(house: House, origin: str | None) -> None:
    async with house.browser() as browser:
        await signed_in(house, browser)
        assert problem(await ticket_from(browser, origin)) == (403, "origin.not-allowed")
        assert (await ticket_from(browser, ORIGIN)).status_code == 200


async def test_a_ticket_is_asked_for_by_our_pages_and_by_who_is_signed_in(house: House) -> None:
    async with house.browser() as browser:
        assert problem(await ticket_from(browser, ORIGIN)) == (401, "session.missing")
        await signed_in(house, browser)
        answer = await browser.post("/v1/tickets", headers={"Origin": ORIGIN})
        assert problem(answer) == (403, "request.header-missing")


# --- bodies and addresses ---


@pytest.mark.parametrize(
    ("body", "expected"),
    [(b"{", 400), (b'{"code": 1}', 422), (b"{}", 422), (b'{"code": "x", "more": 1}', 422), (b'{"code": "x"}', 401)],
)
async def test_a_body_that_is_no_code(house: House, body: bytes, expected: int) -> None:
    async with house.browser() as browser:
        assert problem(await browser.post("/v1/session", content=body, headers=MEANT))[0] == expected


async def test_addresses_that_are_not_there(house: House) -> None:
    async with house.browser() as browser:
        assert problem(await browser.get("/nowhere")) == (404, "not-found")
        answer = await browser.put("/v1/session")
    assert problem(answer) == (405, "request.method")
    assert answer.headers["allow"]
