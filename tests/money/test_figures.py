"""The page of figures about money: each run at length finds its row."""

import pytest

from tests.money.figures import PAGE, noted


@pytest.mark.parametrize(
    "row",
    [
        "a split",
        "a step",
        "a sequence",
        "a grant beyond what a pool holds, SQLite",
        "a grant beyond what a pool holds, PostgreSQL",
    ],
)
def test_a_figure_has_its_row(row: str) -> None:
    page = noted(PAGE.read_text(), row, 0, 7)
    assert page.count("| 0 in 7 |") == 1
    assert len(page.splitlines()) == len(PAGE.read_text().splitlines())
