"""The page that `make fuzz` writes: what was asked, and what was found."""

from pathlib import Path

from tests.fuzz.asking import Asking

PAGE = Path(__file__).resolve().parents[2] / "docs" / "fuzz.md"
DEFECTS = range(500, 600)

INTRODUCTION = """# Every operation, as it is meant and at random

Written by `make fuzz`; do not edit the rows. Every operation of `/openapi.json` is asked from a state in which all stories are told
and every command that none of them gives has been given once (`tests/fuzz/prepared`). Each answer is held to the description: its
status, content type, headers and body. At random each operation is asked in body and parameters as described and as not, by
people who may and people who may not. `make test` asks every operation as it is meant, and some of them at random; each zero has a
control in `tests/fuzz/test_schemathesis.py`, where a planted defect and a description that is not kept are found.

"""


def written(asking: Asking, told: Asking, examples: int, off_schema: int, seconds: float) -> str:
    """The page."""
    silent = sorted(asking.operations.keys() - told.answered_well)
    rows = (
        ("operations", len(asking.operations)),
        ("without a 2xx as it is meant", ", ".join(f"`{name}`" for name in silent) or 0),
        ("answers as it is meant", told.said()),
        ("cases of each operation at random", examples),
        ("answers at random", asking.said()),
        ("of these 2xx or 3xx", asking.said(*range(200, 400))),
        ("of these refused by a rule or by who asks (403, 404, 409)", asking.said(403, 404, 409)),
        ("operations with a 2xx at random", len(asking.answered_well)),
        ("5xx", asking.said(*DEFECTS) + told.said(*DEFECTS)),
        ("off the description", off_schema),
        ("minutes", round(seconds / 60)),
    )
    table = "\n".join(f"| {name} | {value} |" for name, value in rows)
    ends = "The two of sign-in are asked by a browser and answer with 303, which is all that is described of them.\n"
    return f"{INTRODUCTION}| | |\n|---|---|\n{table}\n\n{ends}"
