"""The shared cases of the proof, made from the standards: `python -m tests.proof.cases` writes `clients/conformance/proof/`.

Whoever writes a verifier runs it against them. What comes of a case is said by hand; no verifier was asked.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.proof.bundle_cases import bundles
from tests.proof.note_cases import commitments, heads, notes, quorums, trusts
from tests.proof.tree_cases import leaves, trees

FOLDER = Path(__file__).resolve().parents[2] / "clients" / "conformance" / "proof"

FILES: dict[str, Callable[[], Any]] = {
    "leaves": leaves,
    "trees": trees,
    "notes": notes,
    "heads": heads,
    "quorums": quorums,
    "trusts": trusts,
    "commitments": commitments,
    "bundles": bundles,
}


def written(name: str) -> str:
    """A file of cases as it stands in the folder."""
    return json.dumps(FILES[name](), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for each in FILES:
        (FOLDER / f"{each}.json").write_text(written(each), "utf-8")
