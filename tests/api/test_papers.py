"""Files over HTTP: put here, attached by their hash, and read at their item by whoever may see it."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from api.papers import ATTACHMENT_BYTES_MAX
from tests.outside import MEETING, Json, Outside, copied, outside, problem

PAPER = b"%PDF-1.7 bilag" + bytes(range(256))
ATTACH = f"{MEETING}/attach"


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """Item 2 is on the floor."""
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        yield house


def put(house: Outside, part: str, content: bytes = PAPER, digest: str = "") -> httpx.Response:
    return house.as_(part).put(f"/v1/lillebaelt/papers/{digest or sha256(content).hexdigest()}", content=content)


def attach(house: Outside, content: bytes = PAPER, **more: object) -> tuple[str, httpx.Response]:
    """The attachment's name, and the answer."""
    name = str(uuid4())
    wish = {
        "item": "middelfart",
        "attachment": name,
        "name": "Notat: økonomi/bilag",
        "sha256": sha256(content).hexdigest(),
    }
    return name, house.give("secretary", ATTACH, {**wish, **more})


def read(house: Outside, part: str, name: str, item: str = "middelfart") -> httpx.Response:
    return house.as_(part).get(f"/v1/{MEETING}/attachments/{item}/{name}")


def told(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, problem(answer)["code"]


def test_a_file_is_put_here_attached_and_read_by_everyone_who_may_see_the_item(house: Outside) -> None:
    kept = put(house, "secretary")
    assert (kept.status_code, kept.json()) == (
        200,
        {"sha256": sha256(PAPER).hexdigest(), "size_bytes": len(PAPER)},
    )
    name, attached = attach(house)
    assert attached.status_code == 200, attached.text
    row: Json = house.rows("observer", MEETING, min_position=attached.json()["position"])[
        f"item/middelfart/attachment/{name}"
    ]
    assert (row["sha256"], row["size_bytes"]) == (sha256(PAPER).hexdigest(), len(PAPER))
    for part in ("observer", "plo-syd", "auditor"):
        answer = read(house, part, name)
        assert (answer.status_code, answer.content) == (200, PAPER)
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-disposition"] == ("attachment; filename*=UTF-8''Notat%3A%20%C3%B8konomi%2Fbilag.pdf")
    again = house.as_("auditor").get(
        f"/v1/{MEETING}/attachments/middelfart/{name}", headers={"If-None-Match": answer.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_a_file_that_is_put_here_twice_is_answered_alike(house: Outside) -> None:
    assert put(house, "secretary", b"to gange").json() == put(house, "secretary", b"to gange").json()


def test_a_file_that_is_not_here_is_not_attached(house: Outside) -> None:
    before = house.head
    assert told(attach(house, b"aldrig lagt op")[1]) == (409, "meeting.bytes-missing")
    assert house.head == before


def test_a_file_of_closed_doors_is_read_by_insiders_only(house: Outside) -> None:
    """The control: the observer read it before the doors were shut."""
    put(house, "secretary", b"personsag")
    name, attached = attach(house, b"personsag", item="klyngemidler")
    assert attached.status_code == 200
    assert read(house, "observer", name, "klyngemidler").content == b"personsag"
    grounds = {"item": "klyngemidler", "reason": "Personsag.", "legal_basis": "§ 27"}
    assert house.give("co-chair-region", f"{MEETING}/shut-doors", grounds).status_code == 200
    for part in ("observer", "auditor"):
        assert told(read(house, part, name, "klyngemidler")) == (404, "not-found")
    assert read(house, "plo-syd", name, "klyngemidler").content == b"personsag"


@pytest.mark.parametrize("part", ["plo-syd", "observer", "auditor"])
def test_whoever_has_no_secretariat_seat_puts_no_file_here(house: Outside, part: str) -> None:
    assert told(put(house, part, b"uden ret")) == (403, "policy.denied")
    assert told(attach(house, b"uden ret")[1]) == (409, "meeting.bytes-missing")


def test_nobody_puts_a_file_into_a_scope_where_they_do_not_sit(house: Outside) -> None:
    answer = house.as_("secretary").put(f"/v1/aarhus/papers/{sha256(PAPER).hexdigest()}", content=PAPER)
    assert told(answer) == (403, "policy.denied")


def test_a_file_is_the_one_its_address_names(house: Outside) -> None:
    assert told(put(house, "secretary", b"en anden", "0" * 64)) == (422, "papers.other-bytes")
    assert told(put(house, "secretary", b"")) == (400, "papers.empty")


def test_a_file_has_an_end(house: Outside) -> None:
    most = bytes(ATTACHMENT_BYTES_MAX)
    assert put(house, "secretary", most).status_code == 200
    assert told(put(house, "secretary", most + b"0")) == (413, "papers.too-large")


def test_an_address_of_no_hash_and_of_no_attachment_is_nowhere(house: Outside) -> None:
    assert told(put(house, "secretary", PAPER, "A" * 64)) == (404, "not-found")
    assert told(read(house, "secretary", "findes-ikke")) == (404, "not-found")
    named = next(
        key.rsplit("/", 1)[1] for key, row in house.rows("secretary", MEETING).items()
        if key.startswith("item/middelfart/attachment/") and row["sha256"] is None
    )  # fmt: skip
    assert told(read(house, "secretary", named)) == (404, "not-found")


def test_nobody_reads_a_file_unless_signed_in(house: Outside) -> None:
    assert httpx.get(f"{house.url}/v1/{MEETING}/attachments/middelfart/notat").status_code == 401
    assert httpx.put(f"{house.url}/v1/lillebaelt/papers/{'0' * 64}", content=PAPER).status_code == 401
