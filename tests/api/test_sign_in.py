"""Signing in as a browser does it: the code flow, and the codes of sign-in links."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest

from api.issuer import SIGN_IN_CODE_S
from api.provider import Asked, Granted, IssuerDown
from api.sign_in import SIGN_IN_S
from eventstore.sessions import SESSION_S
from tests.api.entrance import BEGAN_AT, MEMBER, SECRETARY, URL, House, asked, problem
from tests.files import sessions_in

MEANT = {"Klynge-Request": "1"}
CALLBACK = f"{URL}/v1/sign-in/callback"
MEETING = "/lillebaelt/moede/2024-04-09-strategic"


# --- the code flow ---


async def test_the_whole_code_flow(house: House) -> None:
    async with house.browser() as browser:
        begun = await browser.get("/v1/sign-in", params={"next": MEETING})
        assert begun.status_code == 303
        assert begun.headers["location"].startswith(f"{URL}/dev-issuer/authorize?")
        page = await browser.get(begun.headers["location"])
        assert page.status_code == 200
        assert "Sekretariat for klyngen" in page.text
        assert "Medlem &lt;PLO-Syd&gt;" in page.text
        assert "<script" not in page.text
        assert page.headers["content-security-policy"].startswith(
            "default-src 'none'; style-src 'self'; form-action 'self'"
        )
        chosen = await browser.get(
            "/dev-issuer/authorize", params={**asked(begun.headers["location"]), "login_hint": MEMBER}
        )
        assert chosen.headers["location"].startswith(f"{CALLBACK}?")
        back = await browser.get(chosen.headers["location"])
        assert (back.status_code, back.headers["location"]) == (303, MEETING)
        answer = await browser.get("/v1/session")
    assert answer.json()["person"] == {"id": MEMBER, "name": None}


async def test_a_sign_in_tells_where_somebody_reads_mail(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    signed = house.issuer._signed

    def vouching(kind: str, claims: dict[str, Any], seconds: int) -> str:
        return signed(kind, {**claims, "email": "a@b.example", "email_verified": True}, seconds)

    async with house.browser() as browser:
        for issuer in ("tells nothing", "vouches for it"):
            begun = await browser.get("/v1/sign-in", params={"next": MEETING, "as": MEMBER})
            chosen = await browser.get(begun.headers["location"])
            back = await browser.get(chosen.headers["location"])
            assert back.headers["location"] == MEETING
            if issuer == "tells nothing":
                assert house.emails == []
                monkeypatch.setattr(house.issuer, "_signed", vouching)
    assert house.emails == [(MEMBER, "a@b.example")]


async def test_the_choice_is_skipped_for_a_person_named_beforehand(house: House) -> None:
    async with house.browser() as browser:
        begun = await browser.get("/v1/sign-in", params={"next": "/", "as": SECRETARY})
        chosen = await browser.get(begun.headers["location"])
        back = await browser.get(chosen.headers["location"])
        answer = await browser.get("/v1/session")
    assert (back.status_code, back.headers["location"]) == (303, "/")
    assert answer.json() == {
        "person": {"id": SECRETARY, "name": "Sekretariatet"},
        "roles": [
            {
                "scope": "lillebaelt",
                "cluster": None,
                "body": {"id": "lillebaelt/body/strategisk", "name": "Strategisk niveau"},
                "seat": "sekretariat",
                "voice": "secretariat",
                "chairs_for": None,
            }
        ],
        "offices": [],
        "assurance": "substantial",
        "meetings": [],
        "left": [],
        "expires_at": "2027-01-15T16:00:00Z",
    }


async def came_back(house: House, browser: httpx.AsyncClient) -> str:
    """The address at which the issuer sends a browser back."""
    begun = await browser.get("/v1/sign-in", params={"next": MEETING, "as": SECRETARY})
    chosen = await browser.get(begun.headers["location"])
    return chosen.headers["location"]


async def turned_away(browser: httpx.AsyncClient, address: str) -> str:
    """Why nobody is signed in by coming back at an address."""
    back = await browser.get(address)
    where = urlsplit(back.headers["location"])
    assert (back.status_code, where.path) == (303, "/log-ind")
    assert (await browser.get("/v1/session")).status_code == 401
    return parse_qs(where.query)["fejl"][0]


async def test_a_sign_in_is_finished_once(house: House) -> None:
    async with house.browser() as browser, house.browser() as again:
        address = await came_back(house, browser)
        again.cookies = httpx.Cookies(browser.cookies)
        assert (await browser.get(address)).headers["location"] == MEETING
        assert await turned_away(again, address) == "sign-in.unknown"


async def test_a_sign_in_begun_in_another_browser_signs_nobody_in(house: House) -> None:
    """A link with somebody else's code would sign the reader in as them."""
    async with house.browser() as attacker, house.browser() as victim:
        address = await came_back(house, attacker)
        assert await turned_away(victim, address) == "sign-in.unknown"
        await victim.get("/v1/sign-in")
        assert await turned_away(victim, address) == "sign-in.unknown"
        assert (await attacker.get(address)).headers["location"] == MEETING


async def test_two_pages_of_one_browser_may_sign_in_at_once(house: House) -> None:
    async with house.browser() as browser:
        first, second = await came_back(house, browser), await came_back(house, browser)
        assert (await browser.get(second)).headers["location"] == MEETING
        assert (await browser.get(first)).headers["location"] == MEETING


async def test_a_sign_in_ends_with_its_time(house: House) -> None:
    async with house.browser() as browser:
        address = await came_back(house, browser)
        house.now.at += SIGN_IN_S
        assert await turned_away(browser, address) == "sign-in.unknown"


async def test_sign_ins_that_are_begun_and_left_are_forgotten(house: House, tmp_path: Path) -> None:
    """Anybody may begin one, so they may not pile up."""
    async with house.browser() as browser:
        for _ in range(20):
            await browser.get("/v1/sign-in")
        house.now.at += SIGN_IN_S
        await browser.get("/v1/sign-in")
    with closing(sqlite3.connect(tmp_path / "sessions.db")) as kept:
        assert kept.execute("SELECT count(*) FROM sign_ins").fetchone() == (1,)


async def test_an_answer_of_another_issuer_signs_nobody_in(house: House) -> None:
    async with house.browser() as browser:
        address = await came_back(house, browser)
        other = {**asked(address), "iss": "https://issuer.example"}
        assert await turned_away(browser, f"{CALLBACK}?{urlencode(other)}") == "sign-in.unknown"


async def test_who_is_refused_at_the_issuer_can_try_again(house: House) -> None:
    async with house.browser() as browser:
        begun = await browser.get("/v1/sign-in", params={"as": "dk/person/nobody"})
        refused = await browser.get(begun.headers["location"])
        assert asked(refused.headers["location"])["error"] == "access_denied"
        assert await turned_away(browser, refused.headers["location"]) == "sign-in.refused"
        assert (await browser.get(await came_back(house, browser))).headers["location"] == MEETING


@pytest.mark.parametrize(
    "then",
    [
        *(
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\/evil.example",
            "https://evil.example",
            "evil.example",
        ),
        *(
            "",
            "/\t/evil.example",
            "\t//evil.example",
            "/\n/evil.example",
            "/a\\b",
            "/a\x00",
            "/a b",
            "javascript:alert(1)",
        ),
        "/" + "x" * 2_000,
    ],
)
async def test_the_place_afterwards_is_never_another_site(house: House, then: str) -> None:
    async with house.browser() as browser:
        assert problem(await browser.get("/v1/sign-in", params={"next": then})) == (400, "sign-in.next-not-local")


@pytest.mark.parametrize("then", ["/", MEETING, "/lillebaelt?fra=2024&til=2025#moeder", "/a//b", "/æøå"])
async def test_the_place_afterwards_may_be_any_of_ours(house: House, then: str) -> None:
    async with house.browser() as browser:
        assert (await browser.get("/v1/sign-in", params={"next": then})).status_code == 303


async def test_as_names_a_person(house: House) -> None:
    async with house.browser() as browser:
        assert problem(await browser.get("/v1/sign-in", params={"as": "../x"})) == (400, "sign-in.no-person")
        assert (await browser.get("/v1/sign-in", params={"as": MEMBER})).status_code == 303


# --- sign-in codes ---


async def test_a_sign_in_code_of_the_command_line_signs_in_once(house: House, tmp_path: Path) -> None:
    code = house.another_issuer().mint_code(SECRETARY)
    async with house.browser() as browser, house.browser() as second:
        answer = await browser.post("/v1/session", json={"code": code}, headers=MEANT)
        assert answer.json()["person"]["id"] == SECRETARY
        assert answer.json() == (await browser.get("/v1/session")).json()
        again = await second.post("/v1/session", json={"code": code}, headers=MEANT)
        assert problem(again) == (401, "sign-in.code-refused")
        assert (await second.get("/v1/session")).status_code == 401
    other_node = sessions_in(tmp_path / "sessions.db")
    session = other_node.find(browser.cookies["klynge"], BEGAN_AT)
    assert session is not None
    assert (session.person, session.expires_at) == (SECRETARY, BEGAN_AT + SESSION_S)
    other_node.close()


async def test_of_many_who_redeem_a_code_at_once_one_is_signed_in(house: House) -> None:
    code, browsers = house.issuer.mint_code(SECRETARY), [house.browser() for _ in range(20)]
    answers = await asyncio.gather(*(each.post("/v1/session", json={"code": code}, headers=MEANT) for each in browsers))
    assert sorted(answer.status_code for answer in answers) == [200] + [401] * 19


async def test_a_sign_in_code_ends_with_its_day(house: House) -> None:
    in_time, late = house.issuer.mint_code(SECRETARY), house.issuer.mint_code(SECRETARY)
    async with house.browser() as browser:
        house.now.at += SIGN_IN_CODE_S - 1
        assert (await browser.post("/v1/session", json={"code": in_time}, headers=MEANT)).status_code == 200
        house.now.at += 1
        answer = await browser.post("/v1/session", json={"code": late}, headers=MEANT)
    assert problem(answer) == (401, "sign-in.code-refused")


async def test_a_code_is_redeemed_by_our_pages_only(house: House) -> None:
    """Another site could otherwise sign its reader in as somebody else."""
    code = house.issuer.mint_code(SECRETARY)
    async with house.browser() as browser:
        assert problem(await browser.post("/v1/session", json={"code": code})) == (403, "request.header-missing")
        assert (await browser.post("/v1/session", json={"code": code}, headers=MEANT)).status_code == 200


async def test_another_issuers_token_opens_nothing(house: House, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = House(tmp_path / "other")
    async with house.browser() as browser:
        bearer = {"Authorization": f"Bearer {other.issuer.mint_token(MEMBER, 60)}"}
        assert problem(await browser.get("/v1/session", headers=bearer)) == (401, "token.refused")
        code = other.issuer.mint_code(MEMBER)
        assert (await browser.post("/v1/session", json={"code": code}, headers=MEANT)).status_code == 401
    other.close()


class Gone:
    """An issuer whose pages cannot be found."""

    issuer = "https://issuer.example"

    def jwks(self) -> dict[str, Any]:
        raise IssuerDown("gone")

    def authorize_url(self, asked: Asked) -> str:
        raise IssuerDown("gone")

    def redeem(self, code: str, verifier: str, redirect_uri: str) -> Granted:
        raise IssuerDown("gone")


async def test_while_the_issuer_is_down_the_page_says_so(tmp_path: Path) -> None:
    house = House(tmp_path, provider=Gone)
    async with house.browser() as browser:
        answer = await browser.get("/v1/sign-in", params={"next": MEETING})
    assert answer.headers["location"] == "/log-ind?" + urlencode({"fejl": "sign-in.issuer-down", "next": MEETING})
    house.close()
