"""The commands of the development issuer: tokens, keys of clients, rotation."""

import os
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from domain.assurance import NAMED, Assurance
from klynge.placed import placed_settings
from klynge.settings import BadSettings
from klynge.stopping import hear_signals

issuing = typer.Typer()
console = Console()

TOKEN_S = 8 * 3600


@issuing.command("token")
def token_command(
    holder: Annotated[str, typer.Argument(help="A person's id, dk/person/…, or a client's, dk/client/….")],
    seconds: Annotated[int, typer.Option(help="How long it holds.")] = TOKEN_S,
    level: Annotated[
        str, typer.Option(help="How surely a person signed in: low, substantial or high.")
    ] = Assurance.SUBSTANTIAL.value,
) -> None:
    """Print an access token of the development issuer."""
    from klynge.issuing import mint

    hear_signals()
    if level not in NAMED:
        raise BadSettings(f"there is no level {level}; there is {', '.join(NAMED)}")
    console.print(mint(placed_settings(os.environ), holder, seconds, NAMED[level]), soft_wrap=True, highlight=False)


@issuing.command("client")
def client_command(
    client: Annotated[str, typer.Argument(help="The client's id, dk/client/….")],
    public_key: Annotated[Path | None, typer.Option(help="A file with its public key on P-256, in PEM.")] = None,
    withdraw: Annotated[str | None, typer.Option(help="The name (kid) of a key that proves nothing any more.")] = None,
) -> None:
    """Register a client's public key at the development issuer, or withdraw one. Prints the key's name (kid)."""
    from klynge.issuing import register_client, withdraw_key

    hear_signals()
    if (public_key is None) == (withdraw is None):
        raise BadSettings("give either --public-key or --withdraw")
    settings = placed_settings(os.environ)
    if public_key is not None:
        console.print(register_client(settings, client, public_key), soft_wrap=True, highlight=False)
    elif withdraw is not None:
        withdraw_key(settings, client, withdraw)
        console.print(f"The key {withdraw} proves nothing any more.", soft_wrap=True, highlight=False)


@issuing.command("rotate-issuer")
def rotate_issuer_command() -> None:
    """Let the development issuer sign with a new key from now on; what the one before signed holds for its time."""
    from klynge.issuing import issuer_of

    hear_signals()
    with issuer_of(placed_settings(os.environ)) as issuer:
        console.print(issuer.rotate_key(), soft_wrap=True, highlight=False)
