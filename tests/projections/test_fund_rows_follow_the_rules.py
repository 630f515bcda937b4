"""Over random histories a fund's rows hold at every posting the figures by which the rules decide."""

from typing import Any

import pytest

from domain.fund.state import Active, Held
from domain.kernel import UNKNOWN
from domain.names import kind_of
from domain.streams import KINDS
from projections.fund import FUND_VIEW
from projections.funds import FUNDS
from projections.view import rest_of
from tests.domain.world import FUND
from tests.money.histories import play

SEEDS = range(20)


def compare(rows: dict[str, Any], state: Any, position: int) -> None:
    """What the page tells, and what the rules read."""
    accounts = dict(state.accounts)
    told = {row.account: row.balance_oere for key, row in rows.items() if rest_of(key).startswith("account/")}
    assert told == accounts, f"accounts at {position}"
    fund = rows[f"{FUND}|fund"]
    for sort, figure in (
        ("fri", fund.free_oere),
        ("betinget", fund.conditional_oere),
        ("bevilget", fund.allocated_oere),
    ):
        assert figure == sum(oere for name, oere in accounts.items() if name.startswith(f"{sort}:")), (
            f"{sort} at {position}"
        )
    assert fund.all_accounts_oere == 0
    if not isinstance(state, Active):
        assert fund.state in ("wound-up", "handed-over")
        return
    for name, allocation in state.allocations.items():
        row = rows[f"{FUND}|allocation/{name}"]
        assert row.left_oere == accounts.get(f"bevilget:{name}", 0), f"{name} at {position}"
        assert (row.state == "closed") == (allocation.closed and row.state != "reversed"), f"{name} at {position}"
    for name, earmark in state.earmarks.items():
        row = rows[f"{FUND}|earmark/{name}"]
        assert (row.state == "held") == isinstance(earmark, Held), f"{name} at {position}"
        if isinstance(earmark, Held):
            assert (row.amount_oere, set(row.waits_for), row.waits_for_second_person) == (
                earmark.amount_oere,
                set(earmark.waits),
                earmark.second_person,
            ), f"{name} at {position}"


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_shown_is_what_is_decided_by(seed: int) -> None:
    _, _, played = play(seed)
    rows: dict[str, Any] = {}
    lists: dict[str, Any] = {}
    state: Any = UNKNOWN
    postings = 0
    for recorded in played.record.recorded:
        if kind_of(recorded.stream) != "fund":
            continue
        state = KINDS["fund"].evolve(state, recorded.event)
        rows |= FUND_VIEW.evolve(rows.get, recorded)
        lists |= FUNDS.evolve(lists.get, recorded)
        compare(rows, state, recorded.position)
        posting = rows.get(f"{FUND}|posting/{recorded.version}")
        if posting is not None:
            postings += 1
            whole = rows[f"{FUND}|fund"]
            for figure in ("free_oere", "granted_oere", "conditional_oere", "allocated_oere", "paid_oere"):
                assert getattr(posting, figure) == getattr(whole, figure)
    listed = lists["lillebaelt/funds|klyngemidler"]
    assert listed.free_oere == rows[f"{FUND}|fund"].free_oere
    if isinstance(state, Active):
        holding = [each for each in state.earmarks.values() if isinstance(each, Held) and each.amount_oere > 0]
        assert listed.waiting == len(holding)
    assert postings >= 1
