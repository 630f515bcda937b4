"""The operations of webhooks, as the description of the doors tells them."""

from typing import Any

from api.openapi import Operations, described, path_parameters, query
from api.webhook_rows import Deliveries, DeliveryRow, Replay, WebhookRow, WebhookWish

PATH = "/v1/webhooks"
ONE = f"{PATH}/{{name}}"
TAG = "webhooks"
READING, WRITING = (400, 401, 403, 404, 503), (400, 401, 403, 404, 409, 422, 503)
(OF_NAME,) = path_parameters("name")
OWNER = query("owner", "Whose it is, where that is somebody else; for administrators of all clusters.")


def describe(operations: Operations, page_max: int) -> None:
    """Tell of every operation."""
    operations.tag(TAG, "webhooks")
    row = operations.schema(WebhookRow)
    _registering(operations, row)
    _changing(operations, row)
    _sending(operations, row, page_max)


def _registering(operations: Operations, row: dict[str, Any]) -> None:
    """Which there are."""
    operations.add(
        "get",
        PATH,
        tag=TAG,
        operation_id="webhooks.list",
        summary="One's own webhooks; of an administrator of all clusters, everybody's.",
        parameters=[OWNER],
        answers={200: described("By owner and name.", operations.schema(list[WebhookRow]))},
        problems=READING,
    )
    operations.add(
        "put",
        ONE,
        tag=TAG,
        operation_id="webhooks.put",
        summary="Register an address that is told of events, or change what it is told.",
        description=(
            "For clients and administrators. The address is asked first (`OPTIONS` with `WebHook-Request-Origin`) and must allow "
            "it (`WebHook-Allowed-Origin`). It is sent thin CloudEvents by POST, signed by Standard Webhooks, one after the other, "
            "and each again until it answers 2xx. `secret` is told once."
        ),
        parameters=[OF_NAME],
        body=operations.schema(WebhookWish),
        answers={200: described("Changed; it goes on where it was.", row), 201: described("Registered.", row)},
        problems=WRITING,
    )
    operations.add(
        "get",
        ONE,
        tag=TAG,
        operation_id="webhooks.read",
        summary="One webhook.",
        parameters=[OF_NAME, OWNER],
        answers={200: described("As it stands now.", row)},
        problems=READING,
    )


def _changing(operations: Operations, row: dict[str, Any]) -> None:
    """Whether one is told anything, and what it is signed with."""
    operations.add(
        "delete",
        ONE,
        tag=TAG,
        operation_id="webhooks.delete",
        summary="Tell an address of nothing any more, and forget what it was told.",
        parameters=[OF_NAME, OWNER],
        answers={204: described("It is gone.")},
        problems=READING,
    )
    for verb, summary, owners_alone in (
        ("pause", "Hold back what comes until it is resumed.", False),
        ("resume", "Go on where it was, at once; also where the house had disabled it.", False),
        ("rotate-secret", "Make a new secret. What is sent is signed with the one before, too, for a day.", True),
    ):
        operations.add(
            "post",
            f"{ONE}/{verb}",
            tag=TAG,
            operation_id=f"webhooks.{verb}",
            summary=summary,
            parameters=[OF_NAME] if owners_alone else [OF_NAME, OWNER],
            answers={200: described("As it stands now.", row)},
            problems=READING,
        )


def _sending(operations: Operations, row: dict[str, Any], page_max: int) -> None:
    """What one is sent, and how that went."""
    operations.add(
        "post",
        f"{ONE}/test",
        tag=TAG,
        operation_id="webhooks.test",
        summary="Send an event of no meaning, `dk.klynge.webhook.test.v1`, once; and tell how it went.",
        parameters=[OF_NAME],
        answers={200: described("How it went.", operations.schema(DeliveryRow))},
        problems=READING,
    )
    operations.add(
        "post",
        f"{ONE}/replay",
        tag=TAG,
        operation_id="webhooks.replay",
        summary="Tell it once more of a range, under the same ids; then it goes on where it was.",
        parameters=[OF_NAME],
        body=operations.schema(Replay),
        answers={200: described("As it stands now.", row)},
        problems=WRITING,
    )
    operations.add(
        "get",
        f"{ONE}/deliveries",
        tag=TAG,
        operation_id="webhooks.deliveries",
        summary="How each attempt went, the latest first. Kept for thirty days.",
        parameters=[
            OF_NAME,
            OWNER,
            query("after", "`next` of the page before.", "integer"),
            query("limit", f"Deliveries at most, up to {page_max}.", "integer"),
        ],
        answers={200: described("A page.", operations.schema(Deliveries))},
        problems=READING,
    )
