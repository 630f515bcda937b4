"""Who asks, and of what: operations of the description, with streams that are there, by people who may and people who may not."""

from collections.abc import Mapping
from typing import Any, TypeAlias
from uuid import uuid4

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from requests.adapters import HTTPAdapter
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from domain.streams import STREAMS
from tests.outside import Json, Outside

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
ASKERS = ("secretary", "co-chair-region", "administrator", "plo-syd", "auditor")
SCOPES = ("lillebaelt", "dk", "syddanmark", "nowhere")
TIMEOUT_S = 30
SEED = 6


Operation: TypeAlias = "APIOperation[Any, Any, Any, Any]"


class Asking:
    """Asks a house everything its description names, and counts what it says."""

    def __init__(self, house: Outside, document: Json) -> None:
        self._house = house
        self._tokens = {part: house.token(part) for part in ASKERS}
        self._streams = _streams(house)
        self._session = requests.Session()
        self._session.mount("http://", HTTPAdapter(max_retries=2))
        self.statuses: dict[str, dict[int, int]] = {}
        """By operation, how often it answered with which status."""
        self.schema = schemathesis.openapi.from_dict(document)
        self.schema.config.update(base_url=house.url)

    @property
    def operations(self) -> Mapping[str, Operation]:
        found = {}
        for each in self.schema.get_all_operations():
            assert isinstance(each, Ok)
            operation = each.ok()
            found[operation.definition.raw["operationId"]] = operation
        return found

    def ask(self, name: str, operation: Operation, examples: int) -> None:
        """An operation as often as that, in body and parameters as described, and as not. Raises what the checks find."""
        kind = name.partition(".")[0]
        streams = st.sampled_from(self._streams.get(kind) or [("lillebaelt", "x")])
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
            self.carry_out(name, case, by)

        ask()

    def carry_out(self, name: str, case: "Case[Any]", by: str) -> requests.Response:
        if isinstance(case.query, dict):
            # Nobody waits here: for what happens, or for a position that is not there, which is a 503 as described.
            for waits in ("wait", "min_position"):
                case.query.pop(waits, None)
        answer = case.call(
            session=self._session,
            headers={"Authorization": f"Bearer {self._tokens[by]}"},
            allow_redirects=False,
            timeout=TIMEOUT_S,
        )
        counted = self.statuses.setdefault(name, {})
        counted[answer.status_code] = counted.get(answer.status_code, 0) + 1
        case.validate_response(answer, checks=CHECKS)
        return answer  # type: ignore[return-value]

    def answered_well(self) -> set[str]:
        return {name for name, counted in self.statuses.items() if any(200 <= status < 400 for status in counted)}


def _streams(house: Outside) -> dict[str, list[tuple[str, str]]]:
    """kind -> scope and name of what is there; a view of one stream is named as its kind."""
    now = house.house.core.log.now()
    found = {}
    for kind in STREAMS:
        parts = [stream.split("/") for stream in now.ids(kind.name)]
        found[kind.name] = [(scope, name) for scope, _, name in parts]
    return found
