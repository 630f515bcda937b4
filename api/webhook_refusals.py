"""What is asked wrongly of a webhook: an address that does not want it, a filter of nothing, a cursor of another life."""

from api.problems import Problem
from api.webhook_rows import Refusal, WebhookWish
from eventstore.cursor import FEED, read_cursor
from projections.feed_filter import read_filter
from projections.misasked import Misasked


def require_known(asked: WebhookWish) -> None:
    """Raises Problem 422."""
    try:
        read_filter(asked.topics, asked.types)
    except Misasked as refused:
        pointer = f"/{refused.parameter}s"
        raise Problem(422, refused.code, refused.da, refused.en, extra={"pointer": pointer}) from refused


def require_welcome(refusal: Refusal | None) -> None:
    """Raises Problem 409."""
    if refusal is not None:
        params = {"status": refusal.status}
        raise Problem(409, f"webhook.{refusal.code}", refusal.da, refusal.en, extra={"params": params})


def position_of(text: str, pointer: str, epoch: str, head: int) -> int:
    """Of a cursor of the feed, `start` or `now`, in a record that goes so far. Raises Problem 409, 422."""
    if text in ("start", "now"):
        return 0 if text == "start" else head
    cursor = read_cursor(text)
    if cursor is None or cursor.profile != FEED:
        raise Problem(
            422,
            "changes.cursor-unknown",
            "Markøren er ikke vores.",
            "The cursor is none of ours.",
            extra={"pointer": pointer},
        )
    if cursor.epoch != epoch or cursor.position > head:
        raise Problem(
            409,
            "changes.epoch-changed",
            "Protokollen er lagt tilbage fra en kopi. Begynd forfra med »start«.",
            "The record was put back from a copy. Begin again with “start”.",
            extra={"restart_at": "start"},
        )
    return cursor.position
