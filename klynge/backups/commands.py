"""The commands of backups: `klynge backup` and `klynge restore`."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
import uvloop
from rich.console import Console

from eventstore.store import Store
from klynge.placed import placed_settings
from klynge.settings import BadSettings, Settings
from klynge.stopping import hear_signals

if TYPE_CHECKING:
    from klynge.backups.restoring import Tried
    from proof.note import Checkpoint

backups = typer.Typer()
console = Console()

KEYS_APART = "whoever has the copy of the log would have its keys, also those of what is erased later. Keep them in another place"

Folder = Annotated[Path, typer.Argument(help="The log's part: everything but the keys.")]
Keys = Annotated[Path, typer.Option("--keys", help="The keys' part, in another place; keep it 30 days at most.")]
Programs = Annotated[Path | None, typer.Option(help="Where pg_dump and pg_restore lie, if not on the path.")]
Heads = Annotated[
    list[Path] | None,
    typer.Option(
        "--head", help="A signed head from elsewhere (a witness, a bundle) that the log must reach. May be repeated."
    ),
]


@backups.command("backup")
def backup_command(
    folder: Folder,
    keys: Keys,
    check: Annotated[bool, typer.Option("--check", help="Try a backup out that was made before; make none.")] = False,
    head: Heads = None,
    programs: Programs = None,
) -> None:
    """Copy the record while it is in use: the log first, the keys after. On PostgreSQL as the role that owns the databases."""
    from klynge.backups.restoring import Backups

    hear_signals()
    settings = placed_settings(os.environ)
    _require_apart(settings, folder, keys)
    made = Backups(settings, console, programs)
    if check:
        _tell(uvloop.run(made.check(folder, keys, _heads(head))))
        return
    store: Store = settings.store
    if missing := store.missing_of_log():  # the master key need not be where copies are made
        raise BadSettings(f"{missing}; there is nothing to copy")
    made.keep(folder, keys)
    console.print(f"Copied {store.name} to {folder}, and its keys to {keys}.", highlight=False, soft_wrap=True)


@backups.command("restore")
def restore_command(folder: Folder, keys: Keys, head: Heads = None, programs: Programs = None) -> None:
    """Put a backup back where nothing stands, and erase again what the list of erasures tells of. Exit code 1: it is not whole."""
    from klynge.backups.restoring import Backups

    hear_signals()
    settings = placed_settings(os.environ)
    _tell(uvloop.run(Backups(settings, console, programs).put_back(folder, keys, _heads(head))))


def _tell(tried: "Tried") -> None:
    console.print(str(tried), highlight=False, soft_wrap=True)
    if not tried.is_whole:
        raise typer.Exit(1)


def _heads(files: list[Path] | None) -> tuple["Checkpoint", ...]:
    from klynge.backups.looking import head_in

    return tuple(head_in(each) for each in files or ())


def _require_apart(settings: Settings, folder: Path, keys: Path) -> None:
    """Raises `BadSettings` where both parts would lie in one place; not in dev."""
    if not settings.dev and folder.resolve().parent == keys.resolve().parent:
        raise BadSettings(f"{folder} and {keys} are in one folder: {KEYS_APART}")
