"""The Python client for doors and views: a thin hand on the public HTTP API, with an idempotency key for every command."""

import asyncio
import random
from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

import httpx

TIMEOUT_S = 30
TRIES = 5
"""Of one command whose outcome is not known: always with the same key, so it happens once."""
BACK_OFF_S = 0.2


class ProblemAnswer(Exception):
    """The service said no, in RFC 9457's words. `problem["code"]` stays the same for ever."""

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        super().__init__(f"{status} {problem.get('code', '')}: {problem.get('detail', '')}")
        self.status = status
        self.problem = problem


class Unreachable(Exception):
    """Nothing answers at the address."""


async def require_answer(url: str) -> None:
    """Raises `Unreachable` where nothing answers at an address."""
    try:
        async with httpx.AsyncClient(timeout=TIMEOUT_S) as http:
            await http.get(f"{url.rstrip('/')}/health/live")
    except httpx.TransportError as error:
        raise Unreachable(f"{url} does not answer ({type(error).__name__})") from error


class Klynge:
    """One service, as one person or machine. Use as an async context manager."""

    def __init__(self, url: str, token: str) -> None:
        self.url = url.rstrip("/")
        self.token = token
        self._http = httpx.AsyncClient(
            base_url=self.url, timeout=TIMEOUT_S, headers={"Authorization": f"Bearer {token}"}
        )

    async def __aenter__(self) -> "Klynge":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    async def give(
        self,
        stream: str,
        verb: str,
        body: bytes,
        *,
        key: UUID | None = None,
        if_match: int | None = None,
        story_time: str | None = None,
    ) -> dict[str, Any]:
        """Give a command: `{position, stream, version}`. Raises `ProblemAnswer`, or `Unreachable` after some tries."""
        headers = {"Idempotency-Key": str(key or uuid4()), "Content-Type": "application/json"}
        if if_match is not None:
            headers["If-Match"] = f'"{if_match}"'
        if story_time is not None:
            headers["Klynge-Story-Time"] = story_time
        for tried in range(TRIES):
            last, retry_after = tried + 1 == TRIES, None
            try:
                answer = await self._ask("POST", f"/v1/{stream}/{verb}", content=body, headers=headers)
            except Unreachable:
                if last:
                    raise
            else:
                if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE or last:
                    return _read(answer)
                retry_after = answer.headers.get("Retry-After")
            await asyncio.sleep(_back_off_s(tried, retry_after))
        raise AssertionError

    async def view(self, topic: str, **query: str | int) -> dict[str, Any]:
        """A view: `{topic, position, cursor, rows, next}`. Raises `ProblemAnswer`."""
        return _read(await self._ask("GET", f"/v1/{topic}", params=query))

    async def changes(self, after: str = "start", wait: int = 0, **query: str) -> tuple[list[dict[str, Any]], str]:
        """A page of the change feed and the cursor to go on after. Raises `ProblemAnswer`."""
        answer = await self._ask("GET", "/v1/changes", params={"after": after, "wait": wait, **query})
        events: list[dict[str, Any]] = _read(answer)  # type: ignore[assignment]
        return events, answer.headers["Klynge-Next"]

    async def _ask(self, method: str, path: str, **request: Any) -> httpx.Response:
        try:
            return await self._http.request(method, path, **request)
        except httpx.TransportError as error:
            raise Unreachable(f"{self.url} does not answer ({type(error).__name__})") from error


def _back_off_s(tried: int, retry_after: str | None) -> float:
    """Anything below a ceiling that doubles; never sooner than the service asks for."""
    asked = float(retry_after) if retry_after is not None and retry_after.isdigit() else 0.0
    return asked + random.uniform(0, BACK_OFF_S * 2**tried)


def _read(answer: httpx.Response) -> dict[str, Any]:
    if answer.is_success:
        return answer.json()  # type: ignore[no-any-return]
    try:
        problem = answer.json()
    except ValueError:
        problem = {"detail": answer.text[:200]}
    raise ProblemAnswer(answer.status_code, problem)
