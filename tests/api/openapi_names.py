"""The names of operations and components that clients were generated from: one that goes away breaks them.

    python -m tests.api.openapi_names

adds those that are new, and takes none out.
"""

from pathlib import Path
from unittest.mock import Mock

import msgspec

from api.app import create_app

NAMES = Path(__file__).with_name("openapi_names.json")


def names_in(document: dict[str, dict[str, dict[str, dict[str, object]]]]) -> dict[str, list[str]]:
    """The names that stand in a document, sorted."""
    operations = {str(operation["operationId"]) for path in document["paths"].values() for operation in path.values()}
    return {"operations": sorted(operations), "components": sorted(document["components"]["schemas"])}


def add_new() -> None:
    """Write the names that stand in the document beside those that are pinned."""
    pinned = msgspec.json.decode(NAMES.read_bytes(), type=dict[str, list[str]])
    found = names_in(create_app(Mock(), None).openapi())
    merged = {part: sorted({*pinned[part], *names}) for part, names in found.items()}
    NAMES.write_bytes(msgspec.json.format(msgspec.json.encode(merged)) + b"\n")


if __name__ == "__main__":
    add_new()
