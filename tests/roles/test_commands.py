"""What a role may do: the policy beside the table, for every action, role, item and state of the meeting."""

import pytest
from msgspec.structs import replace

from api.doors import has_door
from domain.assurance import Assurance
from domain.kernel import Actor
from domain.policy import Denied, policy
from domain.refusal import Refused
from tests.given import Record
from tests.roles.cast import CAST, record
from tests.roles.table import NO, OWN, REFUSED, YES, Cell, actions, cells
from tests.roles.wishes import COMMANDS, Wish, wish

BY_COMMAND = tuple(action for action in actions() if not action.startswith("see."))


def answer_of(cell: Cell) -> str:
    """What the policy answers, in the words of the table."""
    if cell.role == "nobody":
        return NO  # nobody gets as far as a policy: the door asks who they are
    at = record(cell.item, cell.meeting)
    own, others = (wish(cell.action, cell.role, mine, at) for mine in (True, False))
    if not allows(at, own, cell.role):
        return NO
    return YES if allows(at, others, cell.role) else OWN


def allows(at: Record, wished: Wish, role: str) -> bool:
    try:
        policy(wished.command, wished.stream, Actor(CAST[role], Assurance.SUBSTANTIAL), at.today, at)
    except Denied:
        return False
    return True


def agrees(cell: Cell, answer: str) -> bool:
    if cell.answer == REFUSED:
        return answer != NO and is_refused(cell)
    return cell.answer == answer or (cell.answer == OWN and answer == YES and is_all_their_own(cell))


def is_refused(cell: Cell) -> bool:
    """Whether a rule says no, and where it is the turn of such commands, that it is because they are recused."""
    at = record(cell.item, cell.meeting)
    wished = wish(cell.action, cell.role, True, at)
    in_turn = "adjourned-or-ended" if cell.action.startswith("minutes.") else "in-session-item-running"
    try:
        at.give(CAST[cell.role], wished.stream, wished.command)
    except Refused as refused:
        return cell.meeting != in_turn or refused.code.endswith(".disqualified")
    return False


def is_all_their_own(cell: Cell) -> bool:
    """Where nothing in a command tells whose it is, what is one's own is all there is."""
    at = record(cell.item, cell.meeting)
    return wish(cell.action, cell.role, True, at) == wish(cell.action, cell.role, False, at)


def test_the_table_names_every_command_that_has_a_door() -> None:
    assert {action for action, command in COMMANDS.items() if has_door(command)} == set(BY_COMMAND)


@pytest.mark.parametrize("action", BY_COMMAND)
def test_who_may(action: str) -> None:
    wrong = [(cell, answer) for cell in cells(action) if not agrees(cell, answer := answer_of(cell))]
    assert not wrong, "\n".join(
        f"{cell.action} {cell.role}, item {cell.item}, {cell.meeting}: table {cell.answer}, policy {answer} ({cell.source})"
        for cell, answer in wrong
    )


def test_a_wrong_cell_is_found() -> None:
    """The same comparison finds a right that the policy gives and the table does not, and the other way round."""
    for said, truth in ((NO, YES), (YES, NO)):
        cell = next(each for each in cells("meeting.adjourn") if each.answer == truth)
        assert agrees(cell, answer_of(cell))
        assert not agrees(replace(cell, answer=said), answer_of(cell))
