"""A message with what was too large for its frame, read where the message says: rows at their `href`, events at their `dataref`."""

from collections.abc import Callable
from typing import Any

import httpx

from clients.ladder import Loss
from clients.lines import ANSWER_S, Lost
from clients.topic import Message


async def whole(message: Message, url: str, token: Callable[[], str]) -> Message:
    """The message as if it had carried all of it. Raises `Lost` where the service cannot say just now."""
    if "href" not in message and all("data" in event for event in message.get("events", ())):
        return message
    headers = {"Authorization": f"Bearer {token()}"}
    async with httpx.AsyncClient(base_url=url, headers=headers, timeout=ANSWER_S) as http:
        if message["op"] == "evs":
            return message | {"events": [await _event(http, event) for event in message["events"]]}
        message = dict(message)
        rows = {key: await _row(http, key, address) for key, address in message.pop("href").items()}
        if message["op"] == "snap":
            return message | {"rows": message["rows"] | {key: row for key, row in rows.items() if row is not None}}
        return message | {"set": message["set"] | rows}


async def _row(http: httpx.AsyncClient, key: str, address: str) -> Any:
    """None: it is not to be seen any more; what is seen instead follows."""
    page = await _read(http, address)
    return None if page is None else page["rows"].get(key)


async def _event(http: httpx.AsyncClient, event: dict[str, Any]) -> dict[str, Any]:
    """As it was told, where it is not to be seen any more."""
    if "data" in event:
        return event
    page = await _read(http, event["dataref"])
    return next((each for each in page or () if each["id"] == event["id"]), event)


async def _read(http: httpx.AsyncClient, address: str) -> Any:
    try:
        answer = await http.get(address)
    except httpx.TransportError as broken:
        raise Lost(Loss.UNREACHABLE) from broken
    if answer.status_code in (httpx.codes.NOT_FOUND, httpx.codes.FORBIDDEN):
        return None
    if answer.is_error:
        raise Lost(Loss.TOLD)
    return answer.json()
