"""The command of bundles: `klynge export`."""

import os
from pathlib import Path
from typing import Annotated

import typer
import uvloop
from rich.console import Console

from klynge.bundles.form import Kind
from klynge.placed import placed_settings
from klynge.settings import BadSettings, Settings
from klynge.stopping import hear_signals

bundles = typer.Typer()
console = Console()


@bundles.command("export")
def export_command(
    folder: Annotated[Path, typer.Argument(help="The bundle's folder, which must not exist yet.")],
    everything: Annotated[bool, typer.Option("--all", help="All of the record.")] = False,
    cluster: Annotated[str | None, typer.Option(help="One cluster, e.g. lillebaelt.")] = None,
    meeting: Annotated[
        str | None, typer.Option(help="One meeting, e.g. lillebaelt/meeting/2024-04-09-strategic.")
    ] = None,
    fund: Annotated[str | None, typer.Option(help="One fund, e.g. lillebaelt/fund/klyngemidler.")] = None,
    body: Annotated[str | None, typer.Option(help="One body, e.g. lillebaelt/body/strategic.")] = None,
    person: Annotated[
        str | None, typer.Option("--as", help="Only what this person may see today; else all texts.")
    ] = None,
    for_parties: Annotated[
        bool, typer.Option("--for-parties", help="With --body: one bundle for each party that had a seat on it.")
    ] = False,
) -> None:
    """Write a bundle of evidence: a folder that anybody can verify without Klynge. It is noted in the access log."""
    hear_signals()
    named: dict[Kind, str | None] = {"cluster": cluster, "meeting": meeting, "fund": fund, "body": body}
    asked = [(kind, name) for kind, name in named.items() if name is not None]
    if len(asked) + everything != 1:
        raise BadSettings("give one of --all, --cluster, --meeting, --fund and --body")
    if for_parties and (body is None or person is not None):
        raise BadSettings("--for-parties goes with --body, and not with --as")
    settings = placed_settings(os.environ)
    kind: Kind
    kind, name = asked[0] if asked else ("all", "")
    uvloop.run(_export(settings, folder, kind, name, person, for_parties))


async def _export(
    settings: Settings, folder: Path, kind: Kind, name: str, person: str | None, for_parties: bool
) -> None:
    from klynge.bundles.exporting import Exporter

    exporter = Exporter(settings, console, by_rights=for_parties or person is not None)
    try:
        scope = exporter.scope(kind, name)
        if for_parties:
            made = exporter.for_parties(folder, scope)
        elif person is not None:
            made = [exporter.as_seen(folder, scope, person)]
        else:
            made = [exporter.all_texts(folder, scope)]
    finally:
        await exporter.close()
    for each in made:
        seen = (
            f"Witnessed by {', '.join(each.seen_by)}." if each.seen_by else "No witness has seen its newest head yet."
        )
        told = f"{each.folder}: {each.manifest.events} of the record's {each.manifest.size} events. {seen}"
        console.print(told, highlight=False, soft_wrap=True)
