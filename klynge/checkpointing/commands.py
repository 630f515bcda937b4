"""The commands of the checkpointer, and of its key."""

import os
import signal
from contextlib import ExitStack
from threading import Event
from typing import Annotated

import typer
import uvloop
from rich.console import Console

from klynge.bar import bar
from klynge.placed import placed_settings
from klynge.settings import BadSettings, Settings
from klynge.stopping import STOP_SIGNALS, hear_signals

checkpointing = typer.Typer()
console = Console()


@checkpointing.command("checkpoint")
def checkpoint_command(
    once: Annotated[bool, typer.Option("--once", help="Sign what is new, and end.")] = False,
    rebuild_tree: Annotated[
        bool,
        typer.Option("--rebuild-tree", help="Make the tree again from the log; kept only if it is what was signed."),
    ] = False,
    accept_stored_head: Annotated[
        bool,
        typer.Option(
            "--accept-stored-head", help="Let the sign-guard hold the newest head that is kept, after you compared it."
        ),
    ] = False,
) -> None:
    """Sign heads of the log until told to stop: the checkpointer by itself (KLYNGE_CHECKPOINTER=apart for the service)."""
    from klynge.checkpointing.mending import accept_stored_head as accept
    from klynge.checkpointing.mending import rebuild_tree as rebuild
    from klynge.checkpointing.places import places_of
    from klynge.checkpointing.working import Working

    settings, stop = placed_settings(os.environ), Event()
    _require_there(settings.store.missing_of_log())
    for number in STOP_SIGNALS:
        signal.signal(number, lambda *_: stop.set())
    hear_signals()
    with ExitStack() as closing:
        working = Working(places_of(settings), closing)
        opened = working.opened
        if not working.guard.alone():
            raise BadSettings(
                f"another checkpointer works with {settings.sign_guard}, as the child of a service perhaps: stop that service, or "
                "start it with KLYNGE_CHECKPOINTER=apart"
            )
        if accept_stored_head:
            size = accept(opened.snapshots, opened.proofs, working.guard, working.checkpointer)
            _tell(f"The sign-guard holds {size}.")
        if rebuild_tree:
            with bar(console, "The tree") as told:
                size = rebuild(opened.snapshots, opened.proofs, working.checkpointer, told)
            _tell(f"The tree of {size} events is whole.")
        if once:
            working.all()
            newest = opened.proofs.newest()
            _tell(f"Signed up to {newest.size if newest else 0}.")
        elif not (accept_stored_head or rebuild_tree):
            working.run(stop)


def rotate_checkpoint() -> None:
    """Change the key that heads are signed with. Stopped midway, or told that the old one still signs: run it again."""
    from klynge.checkpointing.rotating import rotate

    hear_signals()
    rotated = uvloop.run(rotate(_settings()))
    _tell(f"Heads are signed with {rotated.vkey}: hand it to whoever verifies.")
    if not rotated.is_done:
        _tell(
            "The old key signs too, until the checkpointer has signed a head that names the new one. Then run this again."
        )


def show_checkpoint() -> None:
    """Print the key that heads of the log are checked with: for witnesses, and for whoever verifies."""
    from domain.log import Running

    hear_signals()
    log = _settings().store.open_log()
    try:
        state = log.now().see(log.log_stream()) if log.head else None
    finally:
        log.close()
    if not isinstance(state, Running) or state.checkpoint_key is None:
        raise BadSettings("the record names no key for its heads yet; `klynge keys rotate-checkpoint` makes one")
    _tell(state.checkpoint_key)


def _tell(text: str) -> None:
    console.print(text, highlight=False, soft_wrap=True)


def _settings() -> Settings:
    settings = placed_settings(os.environ)
    _require_there(settings.store.missing())
    return settings


def _require_there(missing: str | None) -> None:
    if missing:
        raise BadSettings(f"{missing}; run `klynge init` first")
