"""Bodies that are not JSON as we have it, or not this command: each beside its accepted twin, and nothing of it stored."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from unicodedata import normalize
from uuid import uuid4

import pytest

from api.body import BODY_BYTES_MAX, DEPTH_MAX
from tests.api.saying import (
    ANNOUNCE,
    FUND,
    POINT,
    RECORD_DECISION,
    RECORD_POINT,
    STRATEGIC,
    as_json,
    assign,
    decision,
    earmark,
    point,
    refused_beside,
    version_of,
)
from tests.outside import CAST, MEETING, Json, Outside, copied, outside, problem


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        yield house


ADD_ITEM, ATTACH = f"{MEETING}/add-item", f"{MEETING}/attach"


def nested(depth: int) -> bytes:
    """The point, with a field that is so deep."""
    return POINT[:-1] + b', "more": ' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"


NOT_JSON = {
    "cut off": (POINT[:-1], "json.malformed"),
    "a comma more": (POINT[:-1] + b",}", "json.malformed"),
    "single quotes": (POINT.replace(b'"', b"'"), "json.malformed"),
    "a comment": (POINT + b" // ja", "json.malformed"),
    "two values": (POINT + POINT, "json.malformed"),
    "no JSON at all": (b"ja", "json.malformed"),
    "NaN": (POINT[:-1] + b', "more": NaN}', "json.malformed"),
    "Infinity": (POINT[:-1] + b', "more": -Infinity}', "json.malformed"),
    "a line feed in a text": (POINT.replace(b"Et ord", b"Et\nord"), "json.malformed"),
    "a raw NUL": (POINT.replace(b"Et ord", b"Et\x00ord"), "json.malformed"),
    "a NUL": (POINT.replace(b"Et ord", rb"Et\u0000ord"), "json.nul"),
    "a NUL behind a backslash": (POINT.replace(b"Et ord", rb"Et\\\u0000ord"), "json.nul"),
    "half a surrogate pair": (POINT.replace(b"Et ord", rb"Et \ud83d ord"), "json.lone-surrogate"),
    "halves in the wrong order": (POINT.replace(b"Et ord", rb"Et \ude00\ud83d ord"), "json.lone-surrogate"),
    "a byte order mark": (b"\xef\xbb\xbf" + POINT, "json.bom"),
    "Latin-1": (as_json(point("Å")).decode().encode("latin-1"), "json.not-utf-8"),
    "UTF-16": (POINT.decode().encode("utf-16"), "json.not-utf-8"),
    "a surrogate in UTF-8": (POINT.replace(b"Et ord", b"Et \xed\xa0\xbd ord"), "json.not-utf-8"),
    "a key twice": (POINT[:-1] + b', "item": "middelfart"}', "json.doubled-key"),
    "a key twice within": (POINT.replace(b'"sort"', b'"text": "Andet.", "sort"'), "json.doubled-key"),
    "a key twice, once escaped": (POINT[:-1] + rb', "\u0069tem": "middelfart"}', "json.doubled-key"),
    "half a surrogate as a key, twice": (rb'{"\ud800": 1, "\ud800": 2}', "json.doubled-key"),
    "too deep": (nested(DEPTH_MAX + 1), "json.too-deep"),
    "10000 deep": (nested(10_000), "json.too-deep"),
    "far too deep": (b"[" * 500_000, "json.too-deep"),
    "too large": (POINT + b" " * (BODY_BYTES_MAX + 1 - len(POINT)), "json.too-large"),
    "far too large": (POINT + b" " * 4 * BODY_BYTES_MAX, "json.too-large"),
}
TWINS = {
    "a NUL": POINT.replace(b"Et ord", rb"Et\\u0000ord"),
    "half a surrogate pair": POINT.replace(b"Et ord", rb"Et \ud83d\ude00 ord"),
    "Latin-1": as_json(point("Å")),
    "too large": POINT + b" " * (BODY_BYTES_MAX - len(POINT)),
}
"""Where the twin is nearer than the point itself."""


@pytest.mark.parametrize(("bad", "code"), NOT_JSON.values(), ids=NOT_JSON.keys())
def test_what_is_not_json_as_we_have_it(house: Outside, bad: bytes, code: str, request: pytest.FixtureRequest) -> None:
    twin = TWINS.get(request.node.callspec.id, POINT)
    told = refused_beside(house, RECORD_POINT, bad, twin)
    assert (told["status"], told["code"]) == (400, code)
    assert "pointer" not in told


def test_just_deep_enough_is_read(house: Outside) -> None:
    told = refused_beside(house, RECORD_POINT, nested(DEPTH_MAX), POINT)
    assert (told["code"], told["pointer"]) == ("body.invalid", "/more")


def test_what_is_odd_and_harmless_is_recorded_as_it_was_said(house: Outside) -> None:
    odd = "»Æ« \u202e bagvendt \U0001f600 e\u0301 og \\u0000 i tekst"
    answer = house.give("secretary", RECORD_POINT, point(odd))
    position = answer.json()["position"]
    shown = house.rows("plo-syd", "lillebaelt/meeting/2024-04-09-strategic", min_position=position)
    assert shown[f"item/middelfart/point/{position:010d}"]["text"] == odd


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_danish_letters_stand_as_they_were_sent_and_name_nothing(house: Outside, form: Literal["NFC", "NFD"]) -> None:
    """Composed or not: a text is a quotation, and what is compared is written in a to z."""
    words = normalize(form, "æøå ÆØÅ blåbærgrød")
    assert len({normalize(each, words) for each in ("NFC", "NFD")}) == 2
    position = house.give("secretary", RECORD_POINT, point(words)).json()["position"]
    shown = house.rows("plo-syd", MEETING, min_position=position)
    assert shown[f"item/middelfart/point/{position:010d}"]["text"] == words
    told = refused_beside(house, RECORD_POINT, point(item=normalize(form, "blåbær")), POINT)
    assert (told["status"], told["pointer"]) == (422, "/item")


def test_minus_nothing_is_nothing(house: Outside) -> None:
    answer = house.give("secretary", ANNOUNCE, earmark("-0"), If_Match=version_of(house, FUND))
    rows = house.rows("secretary", FUND, min_position=answer.json()["position"])
    quoted = [row["quoted_oere"] for row in rows.values() if "quoted_oere" in row]
    assert quoted.count(0) == 1
    assert "-0" not in map(str, quoted)


def without(*path: str) -> bytes:
    """The point without a field."""
    body = point()
    del (body if len(path) == 1 else body[path[0]])[path[-1]]
    return as_json(body)


NOT_A_POINT = {
    "a list": (b"[]", ""),
    "a text": (b'"item"', ""),
    "null": (b"null", ""),
    "empty": (b"", "/item"),
    "no item": (without("item"), "/item"),
    "no text": (without("point", "text"), "/point/text"),
    "no type": (without("point", "type"), "/point/type"),
    "another type": (as_json(point(type="vote")), "/point/type"),
    "another sort": (as_json(point(sort="shout")), "/point/sort"),
    "a field too many": (as_json({**point(), "more": 1}), "/more"),
    "a field too many within": (as_json(point(more=1)), "/point/more"),
    "a field whose name needs escaping": (
        as_json(point() | {"point": point()["point"] | {"a/b~c": 1}}),
        "/point/a~1b~0c",
    ),
    "a number for a text": (as_json(point(text=1)), "/point/text"),
    "null for a text": (as_json(point(text=None)), "/point/text"),
    "an empty text": (as_json(point(text="")), "/point/text"),
    "a text too long": (as_json(point(text="x" * 20_001)), "/point/text"),
    "an item in capitals": (as_json(point(item="Middelfart")), "/item"),
    "an item with a line feed": (as_json(point(item="middelfart\n")), "/item"),
    "an item too long": (as_json(point(item="m" * 81)), "/item"),
    "an id without its scope": (as_json(point(who={"type": "party", "party": "plo-syd"})), "/point/who/party"),
    "an id of another kind": (as_json(point(who={"type": "party", "party": "dk/person/x"})), "/point/who/party"),
}


@pytest.mark.parametrize(("bad", "pointer"), NOT_A_POINT.values(), ids=NOT_A_POINT.keys())
def test_what_is_not_this_command(house: Outside, bad: bytes, pointer: str) -> None:
    told = refused_beside(house, RECORD_POINT, bad, point("x" * 20_000))
    assert (told["status"], told["code"], told["pointer"]) == (422, "body.invalid", pointer)
    assert told["detail"].startswith(f"Feltet {pointer} " if pointer else "Kroppen ")
    assert told["detail_en"].startswith(f"The field {pointer} " if pointer else "The body ")


@pytest.mark.parametrize(
    ("oere", "says"),
    [
        ("1.5", "skal være et helt tal, ikke et decimaltal"),
        ("1e2", "skal være et helt tal, ikke et decimaltal"),
        ("1.0", "skal være et helt tal, ikke et decimaltal"),
        ("-0.0", "skal være et helt tal, ikke et decimaltal"),
        ("9007199254740993", "skal være højst 1000000000000000"),
        ("1" + "0" * 400, "skal være højst 1000000000000000"),
        ("1e3", "skal være et helt tal, ikke et decimaltal"),
        ("100.0", "skal være et helt tal, ikke et decimaltal"),
        ('"100"', "skal være et helt tal, ikke en tekst"),
        ("true", "skal være et helt tal, ikke true eller false"),
        ("null", "skal være et helt tal, ikke null"),
        ("[100]", "skal være et helt tal, ikke en liste"),
        ("10000000000000000", "skal være højst 1000000000000000"),
        ("-10000000000000000", "skal være mindst -1000000000000000"),
        ("9" * 5_000, "er et tal uden for det mulige"),
        ("1e400", "er et tal uden for det mulige"),
    ],
)
def test_an_amount_is_whole_oere(house: Outside, oere: str, says: str) -> None:
    told = refused_beside(house, ANNOUNCE, earmark(oere), earmark("100"), If_Match=version_of(house, FUND))
    assert (told["status"], told["pointer"]) == (422, "/said/oere")
    assert told["detail"] == f"Feltet /said/oere {says}."


def test_the_largest_amount_is_told_exactly(house: Outside) -> None:
    answer = house.give("secretary", ANNOUNCE, earmark(f"{10**15}"), If_Match=version_of(house, FUND))
    rows = house.rows("secretary", FUND, min_position=answer.json()["position"])
    assert max(row.get("quoted_oere", 0) for row in rows.values()) == 10**15


REQUEST = "lillebaelt/redaction/{}/request"
PERSONS = [f"dk/person/p{index}" for index in range(21)]


def where(version: object) -> Json:
    return {"where": {"of": MEETING, "version": version, "field": "/text"}, "reason": "Nævner en borger."}


def item(**more: object) -> Json:
    return {"item": f"i-{uuid4()}", "number": str(uuid4()), "title": "Et punkt", **more}


def paper(**more: object) -> Json:
    return {"item": "middelfart", "attachment": f"a-{uuid4()}", "name": "Et bilag", **more}


@pytest.mark.parametrize(
    ("version", "says"),
    [
        (2**63, "skal være højst 9007199254740991"),
        (2**53, "skal være højst 9007199254740991"),
        (0, "skal være mindst 1"),
        (10**24, "skal være højst 9007199254740991"),
    ],
)
def test_a_version_is_a_number_that_a_stream_can_have(house: Outside, version: int, says: str) -> None:
    before = house.head
    told = problem(house.give("secretary", REQUEST.format(uuid4()), where(version)))
    assert (told["status"], told["pointer"], house.head) == (422, "/where/version", before)
    assert told["detail"] == f"Feltet /where/version {says}."
    # The control: one that it could have, and does not.
    assert (
        problem(house.give("secretary", REQUEST.format(uuid4()), where(2**53 - 1)))["code"] == "redaction.block-unknown"
    )


@pytest.mark.parametrize("size_bytes", [-5, 10**12 + 1, 10**24])
def test_a_size_is_one_that_a_file_can_have(house: Outside, size_bytes: int) -> None:
    for good in (0, 10**12):
        told = refused_beside(house, ATTACH, paper(size_bytes=size_bytes), paper(size_bytes=good))
        assert (told["status"], told["pointer"]) == (422, "/size_bytes")


def test_a_list_has_an_end(house: Outside) -> None:
    told = refused_beside(house, ADD_ITEM, item(presenters=PERSONS), item(presenters=[CAST["secretary"]] * 20))
    assert (told["status"], told["pointer"]) == (422, "/presenters")
    assert told["detail"] == "Feltet /presenters skal have højst 20 led."
    debtors = [{"type": "body", "body": STRATEGIC}] * 61
    bad, good = (decision("l1", assign(owed_by=debtors[:count])) for count in (61, 60))
    told = refused_beside(house, RECORD_DECISION, bad, good)
    assert (told["status"], told["pointer"]) == (422, "/at_once/0/owed_by")


def test_an_unknown_field_in_an_effect_is_told_with_its_place(house: Outside) -> None:
    bad = decision("f1", assign(), assign(more=1))
    told = refused_beside(house, RECORD_DECISION, bad, decision("f1", assign(), assign()))
    assert (told["status"], told["pointer"]) == (422, "/at_once/1/more")


def test_an_unknown_field_within_an_effect_too(house: Outside) -> None:
    bad = decision("f2", assign(owed_by=[{"type": "body", "body": "lillebaelt/body/strategic", "until": "i morgen"}]))
    told = refused_beside(house, RECORD_DECISION, bad, decision("f2", assign()))
    assert (told["status"], told["pointer"]) == (422, "/at_once/0/owed_by/0/until")


def test_a_personal_number_is_not_written_down(house: Outside) -> None:
    told = refused_beside(house, RECORD_POINT, point("Borger 010203-1234."), point("Sag 2024-1234."))
    assert (told["status"], told["code"], told["params"]) == (409, "text.cpr", {})


def test_a_body_is_read_only_for_those_who_are_signed_in(house: Outside) -> None:
    answer = house.as_("secretary").post(
        f"/v1/{RECORD_POINT}", content=b"{", headers={"Authorization": "Bearer x", "Idempotency-Key": "k" * 8}
    )
    assert problem(answer)["status"] == 401
