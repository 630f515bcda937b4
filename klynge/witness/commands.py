"""The commands of a witness."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from klynge.addresses import host_and_port
from klynge.stopping import hear_signals

witnessing = typer.Typer(
    help="A party's witness: signs heads of logs, and none that contradicts another.", no_args_is_help=True
)
console = Console()

FOLDER = Annotated[Path, typer.Argument(help="The witness's own folder; it lies nowhere near the service.")]


@witnessing.command("init")
def init_command(
    folder: FOLDER,
    name: Annotated[str, typer.Argument(help="What it is called, as an address without scheme: randers.example/w1.")],
) -> None:
    """Make a witness with a key of its own. Prints the key that others check it with."""
    from klynge.witness.folder import Folder

    hear_signals()
    _tell(Folder.make(folder, name).cosigner().vkey)


@witnessing.command("trust")
def trust_command(
    folder: FOLDER,
    key: Annotated[str, typer.Argument(help="A key of the log (vkey), as whoever runs it handed it out.")],
    origin: Annotated[str, typer.Option(help="What the log is called, where its key is called otherwise.")] = "",
) -> None:
    """Sign for a log that signs with this key. A running witness does so at once."""
    from klynge.witness.folder import Folder

    hear_signals()
    _tell(f"Signs for {Folder(folder).trust(key, origin)}.")


@witnessing.command("show")
def show_command(folder: FOLDER) -> None:
    """Tell its key, and the last head it signed of each log."""
    from klynge.witness.folder import Folder
    from klynge.witness.signing import Witness

    hear_signals()
    witness = Witness(Folder(folder))
    _tell(witness.vkey)
    for origin, note in witness.known().items():
        _tell(f"\n{origin}: nothing yet" if note is None else f"\n{note}".rstrip("\n"))


@witnessing.command("serve")
def serve_command(
    folder: FOLDER,
    bind: Annotated[str, typer.Option(help="Where it answers; a proxy in front gives it https.")] = "127.0.0.1:8010",
) -> None:
    """Answer whoever asks for its signature, until told to stop."""
    from klynge.witness.folder import Folder
    from klynge.witness.served import serve

    hear_signals()
    host, port = host_and_port(bind, "--bind")
    serve(Folder(folder), host, port, lambda: _tell(f"The witness answers at http://{bind}. Ctrl-C stops it."))


def _tell(text: str) -> None:
    console.print(text, highlight=False, soft_wrap=True, markup=False)
