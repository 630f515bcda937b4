"""How surely, and how long ago, somebody signed in: from the issuer's words to what the door says (NSIS, RFC 9470)."""

from typing import Any

import httpx
import pytest

from api.acr import ACR, NSIS, SIGN_IN_AGE_S, level_of
from api.identity import Unauthenticated
from api.issuer import challenge_of
from api.problems import problem_of
from api.provider import Granted
from api.tokens import LEEWAY_S
from domain.assurance import Assurance, TooLow
from tests.api.entrance import BEGAN_AT, MEMBER, SECRETARY, URL, House, asked, problem
from tests.api.test_tokens import CLAIMS, signed, tokens

__all__ = ["tokens"]

LOW, SUBSTANTIAL, HIGH = Assurance
MEANT = {"Klynge-Request": "1"}
VERIFIER = "v" * 43
CALLBACK = f"{URL}/v1/sign-in/callback"


# --- what an issuer says ---


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ({"acr": f"{NSIS}Low"}, LOW),
        ({"acr": f"{NSIS}Substantial"}, SUBSTANTIAL),
        ({"acr": f"{NSIS}High"}, HIGH),
        ({"loa": f"{NSIS}Substantial"}, SUBSTANTIAL),
        ({"acr": "substantial"}, SUBSTANTIAL),
        ({"loa": "Betydelig"}, SUBSTANTIAL),
        ({"loa": "HIGH"}, HIGH),
        ({"acr": f"{NSIS}High", "loa": f"{NSIS}Substantial"}, SUBSTANTIAL),
        ({"acr": "0", "loa": f"{NSIS}High"}, LOW),
        ({"acr": ["substantial"], "loa": "high"}, LOW),
        ({"acr": f"{NSIS}substantial"}, LOW),
        ({"acr": f"https://evil.example/{NSIS}High"}, LOW),
        ({"acr": None}, LOW),
        ({}, LOW),
    ],
)
def test_a_level_is_what_every_claim_agrees_on_and_the_lowest_where_none_is_known(
    claims: dict[str, Any], expected: Assurance
) -> None:
    assert level_of(claims) is expected


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ({"acr": ACR[HIGH], "auth_time": BEGAN_AT - 60}, (HIGH, BEGAN_AT - 60)),
        ({"acr": ACR[HIGH]}, (LOW, 0)),
        ({"auth_time": BEGAN_AT}, (LOW, BEGAN_AT)),
    ],
    ids=["level and moment", "no moment", "no level"],
)
def test_a_level_counts_only_with_its_moment(
    tokens: Any, claims: dict[str, Any], expected: tuple[Assurance, int]
) -> None:
    read = tokens.read(signed(claims={**CLAIMS, **claims}))
    assert (read.assurance, read.signed_in_at) == expected


# --- what it is worth, by now ---


@pytest.mark.parametrize("level", Assurance)
def test_a_sign_in_counts_for_a_days_work_and_then_as_the_lowest(house: House, level: Assurance) -> None:
    token = house.issuer.mint_token(MEMBER, 2 * SIGN_IN_AGE_S, level)
    house.now.at += SIGN_IN_AGE_S - 1
    assert house.identity.verify(token).assurance is level
    house.now.at += 1
    assert house.identity.verify(token).assurance is LOW


@pytest.mark.parametrize("level", Assurance)
async def test_a_session_and_its_ticket_keep_the_level(house: House, level: Assurance) -> None:
    async with house.browser() as browser:
        code = house.issuer.mint_code(SECRETARY, level)
        answer = await browser.post("/v1/session", json={"code": code}, headers=MEANT)
        assert answer.json()["assurance"] == level.value
        ticket = (await browser.post("/v1/tickets", headers={**MEANT, "Origin": URL})).json()["ticket"]
    session = house.sessions.redeem_ticket(ticket, URL, house.now.at)
    assert session is not None
    assert (session.assurance, session.signed_in_at) == (level, BEGAN_AT)


def test_too_low_is_403_and_says_how_to_sign_in_again() -> None:
    said = problem_of(TooLow(SUBSTANTIAL))
    assert said is not None
    assert (said.status, said.code) == (403, "policy.assurance-too-low")
    assert said.headers["WWW-Authenticate"] == (
        'Bearer error="insufficient_user_authentication",'
        f' acr_values="https://data.gov.dk/concept/core/nsis/Substantial", max_age={8 * 3600}'
    )
    assert "MitID på niveau Betydelig" in said.detail
    assert said.extra == {"assurance": "substantial"}


# --- asking for a level ---


async def signed_in(browser: httpx.AsyncClient, **query: str) -> str:
    """The level that a sign-in of the whole flow comes to."""
    begun = await browser.get("/v1/sign-in", params={"next": "/", "as": MEMBER, **query})
    chosen = await browser.get(begun.headers["location"])
    assert (await browser.get(chosen.headers["location"])).headers["location"] == "/"
    level: str = (await browser.get("/v1/session")).json()["assurance"]
    return level


@pytest.mark.parametrize(
    ("query", "expected"), [({}, SUBSTANTIAL), *(({"level": each.value}, each) for each in Assurance)]
)
async def test_a_page_asks_for_a_level_and_for_a_fresh_sign_in(
    house: House, query: dict[str, str], expected: Assurance
) -> None:
    async with house.browser() as browser:
        begun = await browser.get("/v1/sign-in", params=query)
        sent = asked(begun.headers["location"])
        assert (sent["acr_values"], sent["max_age"]) == (ACR[expected], str(SIGN_IN_AGE_S))
        assert await signed_in(browser, **query) == expected.value


async def test_a_level_nobody_knows_cannot_be_asked_for(house: House) -> None:
    async with house.browser() as browser:
        answer = await browser.get("/v1/sign-in", params={"level": "absolute"})
    assert problem(answer) == (400, "sign-in.no-level")


async def test_the_level_is_chosen_where_one_chooses_who_to_be(house: House) -> None:
    async with house.browser() as browser:
        begun = await browser.get("/v1/sign-in", params={"level": "high"})
        page = await browser.get(begun.headers["location"])
        assert f'<option value="{ACR[HIGH]}" selected>Høj</option>' in page.text
        assert page.text.count('name="acr_values"') == 1
        form = {**asked(begun.headers["location"]), "acr_values": ACR[LOW], "login_hint": MEMBER}
        chosen = await browser.get("/dev-issuer/authorize", params=form)
        await browser.get(chosen.headers["location"])
        assert (await browser.get("/v1/session")).json()["assurance"] == "low"


# --- the ID token of the flow ---


def granted(house: House, **differs: Any) -> Granted:
    """What the issuer answers a code with; `differs` are claims of an ID token that somebody forged or mixed up."""
    code = house.issuer.mint_grant(MEMBER, challenge_of(VERIFIER), "n")
    given = house.issuer.redeem(code, VERIFIER, CALLBACK)
    if not differs:
        return given
    claims = {"aud": "klynge", "sub": MEMBER, "nonce": "n", "auth_time": BEGAN_AT, "acr": ACR[HIGH], **differs}
    return Granted(given.access_token, house.issuer._signed("JWT", claims, 60))


@pytest.mark.parametrize(
    "differs",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"nonce": ["n"]},
        {"aud": URL},
        {"aud": ["klynge", "another"]},
        {"azp": "another"},
        {"iss": "https://evil.example"},
        {"exp": BEGAN_AT - LEEWAY_S},
        {"sub": SECRETARY},
        {"auth_time": BEGAN_AT + LEEWAY_S + 1},
    ],
    ids=str,
)
def test_an_id_token_of_something_else_signs_nobody_in(house: House, differs: dict[str, Any]) -> None:
    bad, good = granted(house, **differs), granted(house, azp="klynge")
    with pytest.raises(Unauthenticated):
        house.identity.verify_sign_in(bad.access_token, bad.id_token, "n")
    caller = house.identity.verify_sign_in(good.access_token, good.id_token, "n")
    assert (caller.person, caller.assurance) == (MEMBER, HIGH)


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ({"email": "a@b.example", "email_verified": True}, "a@b.example"),
        ({"email": "a@b.example", "email_verified": "true"}, None),
        ({"email": "a@b.example", "email_verified": False}, None),
        ({"email": "a@b.example"}, None),
        ({"email": ["a@b.example"], "email_verified": True}, None),
        ({"azp": "klynge"}, None),
    ],
    ids=str,
)
def test_where_somebody_reads_mail_is_known_where_the_issuer_vouches_for_it(
    house: House, told: dict[str, Any], known: str | None
) -> None:
    given = granted(house, **told)
    assert house.identity.verify_sign_in(given.access_token, given.id_token, "n").email == known


def test_an_access_token_is_no_id_token(house: House) -> None:
    given = granted(house)
    with pytest.raises(Unauthenticated):
        house.identity.verify_sign_in(given.access_token, given.access_token, "n")
    assert house.identity.verify_sign_in(given.access_token, given.id_token, "n").person == MEMBER


def test_a_client_does_not_sign_in_at_a_page(house: House) -> None:
    client = house.issuer.mint_client_token("dk/client/arkiv", 60)
    with pytest.raises(Unauthenticated):
        house.identity.verify_sign_in(client, granted(house, sub="dk/client/arkiv").id_token, "n")
