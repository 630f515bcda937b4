"""Commands of the evening as bodies, and what a refusal is held to: nothing stored, nothing disturbed, and its twin accepted."""

import json
from uuid import uuid4

from tests.outside import MEETING, Json, Outside, problem

RECORD_POINT = f"{MEETING}/record-point"
RECORD_DECISION = f"{MEETING}/record-decision"
FUND = "lillebaelt/fund/klyngemidler"
ANNOUNCE = f"{FUND}/announce-earmark"
PAPER = "lillebaelt/document/referat-2024-04-09"
STRATEGIC = "lillebaelt/body/strategic"
PLO_SYD = "dk/party/plo-syd"

POINT = b'{"item": "middelfart", "point": {"type": "remark", "sort": "remark", "text": "Et ord."}}'


def point(text: object = "Et ord.", item: str = "middelfart", **more: object) -> Json:
    """Something that was said at item 2."""
    return {"item": item, "point": {"type": "remark", "sort": "remark", "text": text, **more}}


def earmark(oere: str) -> bytes:
    """An earmark of a new name over an amount, written as it is given."""
    said = f'{{"type": "exact", "oere": {oere}, "words": "beløbet"}}'
    return (
        f'{{"earmark": "{uuid4()}", "said": {said}, "purpose": "En prøve", "document": "{PAPER}", "waits": []}}'
    ).encode()


def decision(number: str, *at_once: Json, outcome: str = "decided", **more: object) -> Json:
    """A decision of item 2 with these effects."""
    return {
        "item": "middelfart",
        "decision": number,
        "outcome": {"type": "plain", "outcome": outcome},
        "text": "Det blev besluttet.",
        "at_once": list(at_once),
        **more,
    }


def assign(**more: object) -> Json:
    """A duty of the strategic level, of a new name."""
    return {
        "type": "assign",
        "action": f"lillebaelt/action/{uuid4()}",
        "what": "skrive det ned.",
        "owed_by": [{"type": "body", "body": STRATEGIC}],
        "report_to": STRATEGIC,
        **more,
    }


def version_of(house: Outside, topic: str) -> str:
    """The version to send in `If-Match`."""
    return f'"{house.rows("secretary", topic)["stream"]["version"]}"'


def refused_beside(
    house: Outside, address: str, bad: bytes | Json, good: bytes | Json, part: str = "secretary", **headers: str
) -> Json:
    """The problem that a bad body gets. Nothing of it is kept, not even its key: the good one is recorded under the same."""
    key, before = str(uuid4()), house.head
    told = problem(house.give(part, address, bad, Idempotency_Key=key, **headers))
    assert house.head == before
    if told["status"] == 409:
        # A rule's no has a receipt, so that a repeat is answered alike: the key is used up.
        assert problem(house.give(part, address, bad, Idempotency_Key=key, **headers)) == told
        key = str(uuid4())
    answer = house.give(part, address, good, Idempotency_Key=key, **headers)
    assert answer.status_code == 200, answer.text
    assert answer.json()["position"] > before
    assert house.head == answer.json()["position"]
    return told


def as_json(body: Json) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()
