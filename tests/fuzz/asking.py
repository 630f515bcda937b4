"""Who asks, and of what: operations of the description, with streams that are there, by people who may and people who may not."""

from collections.abc import Mapping
from functools import cached_property
from http.cookiejar import DefaultCookiePolicy
from typing import Any, TypeAlias
from uuid import uuid4

import msgspec
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from requests.adapters import HTTPAdapter
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from domain.kernel import Command
from domain.streams import COMMAND_NAMES, STREAMS
from tests.fuzz.prepared import OFFICER, REGISTRAR
from tests.outside import Json, Outside

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
ASKERS = ("secretary", "co-chair-region", "administrator", "plo-syd", "auditor", REGISTRAR, OFFICER)
SCOPES = ("lillebaelt", "dk", "syddanmark", "nowhere")
TIMEOUT_S = 30
FOLLOWED = frozenset({"changes.stream", "live.frames"})
"""What goes on until the right to follow it ends: whoever asks has one for a moment."""
FOLLOWED_S = 3
SEED = 6


Operation: TypeAlias = "APIOperation[Any, Any, Any, Any]"


class Asking:
    """Asks a house everything its description names, and counts what it says."""

    def __init__(self, house: Outside, document: Json) -> None:
        self._house = house
        self._tokens: dict[str, str] = {}
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.mount("http://", HTTPAdapter(max_retries=2))
        self._versions: dict[str, int] = {}
        self.statuses: dict[str, dict[int, int]] = {}
        """By operation, how often it answered with which status."""
        self.schema = schemathesis.openapi.from_dict(document)
        self.schema.config.update(base_url=house.url)

    @cached_property
    def operations(self) -> Mapping[str, Operation]:
        found = {}
        for each in self.schema.get_all_operations():
            assert isinstance(each, Ok)
            operation = each.ok()
            found[operation.definition.raw["operationId"]] = operation
        return found

    @cached_property
    def streams(self) -> dict[str, list[tuple[str, str]]]:
        """kind -> scope and name of what is there, where these people may do something; a view of one is named as its kind."""
        now = self._house.house.core.log.now()
        found = {}
        for kind in STREAMS:
            parts = [stream.split("/") for stream in now.ids(kind.name)]
            found[kind.name] = [(scope, name) for scope, _, name in parts if scope in SCOPES]
        return found

    # --- at random ---

    def ask(self, name: str, examples: int) -> list[str]:
        """An operation as often as that, in body and parameters as described, and as not. What the checks find of it."""
        kind, operation = name.partition(".")[0], self.operations[name]
        found: list[str] = []
        streams = st.sampled_from(self.streams.get(kind) or [("lillebaelt", "x")])
        cases = st.one_of(
            operation.as_strategy(generation_mode=GenerationMode.POSITIVE),
            operation.as_strategy(generation_mode=GenerationMode.NEGATIVE),
        )

        @seed(SEED)
        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(HealthCheck),
        )
        @given(
            case=cases,
            stream=streams,
            scope=st.sampled_from(SCOPES),
            by=st.sampled_from(ASKERS),
            real=st.integers(0, 5),
        )
        def ask(case: "Case[Any]", stream: tuple[str, str], scope: str, by: str, real: int) -> None:
            if real and "name" in case.path_parameters:
                case.path_parameters |= {"scope": stream[0], "name": stream[1]}
            elif real and "scope" in case.path_parameters:
                case.path_parameters |= {"scope": scope}
            if real and "Idempotency-Key" in (case.headers or {}):
                # Most get past the door, so that rules are asked too.
                case.headers["Idempotency-Key"] = str(uuid4())
                case.headers.pop("If-Match", None)
            if isinstance(case.query, dict):
                # Nobody waits here: for what happens, or for a position that is not there, which is a 503 as described.
                for waits in ("wait", "min_position"):
                    case.query.pop(waits, None)
            try:
                self.carry_out(name, case, by)
            except FailureGroup as failed:
                found.extend(str(each) for each in failed.exceptions)
            except Failure as failed:
                found.append(str(failed))

        ask()
        return found

    # --- as meant ---

    def give(self, by: str, to: str, command: Command, **headers: str) -> requests.Response:
        """A command to a stream, on the version that the last one given to it left."""
        scope, _, name = to.split("/")
        if command.needs_version and "If-Match" not in headers:
            headers["If-Match"] = f'"{self._versions[to]}"'
        answer = self.asked(
            COMMAND_NAMES[type(command)],
            by,
            path={"scope": scope, "name": name},
            body=msgspec.json.decode(msgspec.json.encode(command)),
            headers={"Idempotency-Key": str(uuid4())} | headers,
        )
        assert answer.status_code == 200, (by, to, command, answer.text)
        self._versions[to] = answer.json()["version"]
        return answer

    def asked(
        self,
        name: str,
        by: str,
        *,
        path: dict[str, str] | None = None,
        query: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        **body: Any,
    ) -> requests.Response:
        """One question, held to the description. Raises what the checks find."""
        case = self.operations[name].Case(path_parameters=path or {}, query=query or {}, headers=headers or {}, **body)
        return self.carry_out(name, case, by)

    def carry_out(self, name: str, case: "Case[Any]", by: str) -> requests.Response:
        token = self._house.token(by, FOLLOWED_S) if by and name in FOLLOWED else by and self._token(by)
        answer = case.call(
            session=self._session,
            headers={"Authorization": f"Bearer {token}"} if by else {},
            allow_redirects=False,
            timeout=TIMEOUT_S,
        )
        counted = self.statuses.setdefault(name, {})
        counted[answer.status_code] = counted.get(answer.status_code, 0) + 1
        case.validate_response(answer, checks=CHECKS)
        return answer  # type: ignore[return-value]

    def _token(self, by: str) -> str:
        if by not in self._tokens:
            self._tokens[by] = self._house.token(by)
        return self._tokens[by]

    # --- what was said ---

    @property
    def answered_well(self) -> set[str]:
        """Operations that did what they are for, at least once."""
        return {name for name, counted in self.statuses.items() if any(200 <= status < 300 for status in counted)}

    def said(self, *statuses: int) -> int:
        """How often one of some statuses was the answer; of none, how often there was an answer."""
        return sum(
            count
            for counted in self.statuses.values()
            for status, count in counted.items()
            if not statuses or status in statuses
        )
