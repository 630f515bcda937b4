"""Which funds are there, and what is free in each? The funds (puljer) of a scope.

Topic `{scope}/funds`. Keys: `{fund}`.
"""

from typing import Any

import msgspec

from domain.fund import FUND, Opened
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.text import Kept
from projections.fund_rows import FundSummaryRow
from projections.reveal import reveal
from projections.view import Get, Named, Rows, Sight, View

Row = FundSummaryRow[Kept, str]
Shown = FundSummaryRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, fund = recorded.event, recorded.stream
    key = f"{scope_of(fund)}/funds|{name_of(fund)}"
    if isinstance(event, Opened):
        opened = FundSummaryRow[Kept, str](
            fund=fund, name=event.name, version=recorded.version, position=recorded.position
        )
        return {key: opened}
    return {key: msgspec.structs.replace(get(key), version=recorded.version)}


def show(key: str, row: Any, sight: Sight) -> Any:
    return None if sight.hides_stream(row.fund) else reveal(row, sight)


FUNDS = View(
    name="funds",
    version=1,
    row=Row,
    shown=Shown,
    folds=frozenset(FUND.events),
    evolve=evolve,
    show=show,
    closes=True,
)
