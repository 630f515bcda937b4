"""The commands of the `klynge` command line."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer
import uvloop
from rich.console import Console
from rich.markup import escape

from clients.topic import NOW
from domain.log import Clock
from klynge.backups.commands import backups
from klynge.bundles.commands import bundles
from klynge.checkpointing.commands import checkpointing, rotate_checkpoint, show_checkpoint
from klynge.init import ROLE, AlreadyOpen, init
from klynge.issuing_commands import issuing
from klynge.placed import placed_settings
from klynge.play import ALL, LIVE, STORIES, Player
from klynge.secret_shapes import without_secrets
from klynge.settings import BadSettings, Settings, read_settings
from klynge.stopping import hear_signals
from klynge.witness.commands import witnessing

if TYPE_CHECKING:
    from eventstore.tables import Tables

app = typer.Typer(
    help="Klynge: the record that health clusters decide in.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
)
keys_app = typer.Typer(help="The master key, and what it opens.", no_args_is_help=True)
app.add_typer(keys_app, name="keys")
app.add_typer(issuing)
app.add_typer(witnessing, name="witness")
app.add_typer(bundles)
app.add_typer(checkpointing)
keys_app.command("rotate-checkpoint")(rotate_checkpoint)
keys_app.command("show-checkpoint")(show_checkpoint)
app.add_typer(backups)
console = Console()
errors = Console(stderr=True)

TOKEN_S_DEFAULT = 8 * 3600
DEMO_STORE = "sqlite:///.demo/klynge.db"


@app.command("init")
def init_command(
    region: Annotated[str, typer.Argument(help="Whose log it is, e.g. syddanmark.")],
    story_from: Annotated[
        str | None, typer.Option(help="Open with a story clock at this moment (RFC 3339); only KLYNGE_ENV=dev.")
    ] = None,
    role: Annotated[str, typer.Option(help="On PostgreSQL: the role that the service will use.")] = ROLE,
    if_empty: Annotated[bool, typer.Option("--if-empty", help="Leave a log that is open as it is.")] = False,
) -> None:
    """Open an empty log, with its first administrator. On PostgreSQL run it as the role that owns the databases."""
    hear_signals()
    settings = placed_settings(os.environ)
    if story_from is not None and not settings.dev:
        raise BadSettings("a story clock needs KLYNGE_ENV=dev")
    clock, story_at = (Clock.REAL, None) if story_from is None else (Clock.STORY, _moment(story_from))
    try:
        head = uvloop.run(init(settings, region, clock, story_at, role))
    except AlreadyOpen as opened:
        if not if_empty:
            raise
        console.print(f"{opened}; it is left as it is.", highlight=False, soft_wrap=True)
    else:
        console.print(f"Opened {settings.store.name} for {region} with {head} events.", highlight=False, soft_wrap=True)


@app.command("serve")
def serve_command() -> None:
    """Serve pages, doors and sockets on one port."""
    from klynge.serve import serve

    uvloop.run(serve(placed_settings(os.environ), console))


@app.command("play")
def play_command(
    story: Annotated[str, typer.Argument(help=f"One of: {', '.join(STORIES)}; or {ALL}, in order of date.")],
    part: Annotated[str, typer.Option(help="before, evening, after, or all")] = ALL,
) -> None:
    """Give a story's commands to a running service (KLYNGE_URL) whose log has a story clock."""
    hear_signals()
    if story not in (*STORIES, ALL):
        raise BadSettings(f"there is no story {story}; there is {', '.join(STORIES)} and {ALL}")
    told = tuple(STORIES.values()) if story == ALL else (*STORIES[story].continues, STORIES[story])
    if part not in ("before", "evening", "after", ALL):
        raise BadSettings(f"there is no part {part}; there is before, evening, after and {ALL}")
    if story == ALL and part != ALL:
        raise BadSettings("all stories are played whole")
    settings = placed_settings(os.environ)

    async def play() -> None:
        for each in told:
            steps = each.steps if part == ALL else getattr(each, part)
            player = Player(each, settings.url, lambda person: _mint(settings, person, TOKEN_S_DEFAULT))
            try:
                await player.play(steps)
            finally:
                await player.close()
            console.print(f"Played {len(steps)} commands of {each.name}.")

    uvloop.run(play())


@app.command("erase")
def erase_command(
    apply: Annotated[bool, typer.Option("--apply", help="Record them again, and destroy their keys.")] = False,
) -> None:
    """Tell which erasures of the list the log lacks, after it was put back from a copy. Nothing is served while it lacks any."""
    from klynge.erase import erase

    hear_signals()
    settings = placed_settings(os.environ)
    if missing := settings.store.missing():
        raise BadSettings(missing)
    count = uvloop.run(erase(settings, console, apply))
    told = "carried out again" if apply else "lacking; `klynge erase --apply` carries them out again"
    console.print(f"{count} redactions and erasures of {settings.erasures} {told}.", highlight=False, soft_wrap=True)


@app.command("rebuild")
def rebuild_command(
    search: Annotated[bool, typer.Option("--search", help="The search index instead of the views.")] = False,
) -> None:
    """Make the views anew while the service goes on. By a new release before it starts, so that it finds them ready."""
    from klynge.rebuild import rebuild

    hear_signals()
    reached = rebuild(placed_settings(os.environ), console, search)
    what = "search index is" if search else "views are"
    console.print(f"The {what} made anew up to event {reached}.", highlight=False, soft_wrap=True)


@app.command("watch")
def watch_command(
    topic: Annotated[
        str, typer.Argument(help="e.g. lillebaelt/meeting/2024-04-09-strategic; or changes: all that happens.")
    ],
    person: Annotated[str, typer.Option(help="As whom (development issuer).")],
    after: Annotated[str, typer.Option(help="Of changes: a cursor, start, or now.")] = NOW,
) -> None:
    """Follow a topic: its sentences as they are said, else the keys that changed; of changes, each event's sentence."""
    from klynge.watch import watch

    hear_signals()
    settings = placed_settings(os.environ)
    # A token for each connection, so that one may look on for days.
    watching = watch(settings.url, lambda: _mint(settings, person, TOKEN_S_DEFAULT), topic, after, console)
    with suppress(KeyboardInterrupt):
        uvloop.run(watching)


@keys_app.command("prepare")
def prepare_command() -> None:
    """Make the master key that comes after this one, beside it as .next: copy it to every machine before `rotate`."""
    hear_signals()
    master = placed_settings(os.environ).store.master_key
    master.read()
    master.prepare()
    console.print(f"The master key that comes after {master} is there.", highlight=False, soft_wrap=True)


@keys_app.command("rotate")
def rotate_command() -> None:
    """Change the master key: every key is wrapped anew, and the old one opens nothing. Stopped midway, run it again."""
    from eventstore.rotation import rotate

    hear_signals()
    settings = placed_settings(os.environ)
    with _key_tables(settings) as tables:
        looked, left = rotate(tables, settings.store.master_key)
    changed = f"{looked.other} keys are wrapped anew, {looked.current} were already."
    console.print(f"{changed} {_damaged(looked.neither)}", highlight=False, soft_wrap=True)
    if left is not None:
        console.print(left, highlight=False, soft_wrap=True)


@keys_app.command("check")
def check_command() -> None:
    """Look whether the master key fits and opens every key; exit code 1 where some do not open."""
    from eventstore.rotation import look

    hear_signals()
    settings = placed_settings(os.environ)
    with _key_tables(settings) as tables:
        looked = look(tables, settings.store.master_key)
    waiting = f" {looked.other} wait to be wrapped anew: run »klynge keys rotate«." if looked.other else ""
    console.print(
        f"The master key fits and opens {looked.current} keys.{waiting} {_damaged(looked.neither)}",
        highlight=False,
        soft_wrap=True,
    )
    if looked.neither:
        raise typer.Exit(1)


def _damaged(count: int) -> str:
    return f"{count} do not open: restore the key database." if count else "None is damaged."


@contextmanager
def _key_tables(settings: Settings) -> Iterator["Tables"]:
    if missing := settings.store.missing():
        raise BadSettings(f"{missing}, so there are no keys; run `klynge init` first")
    tables = settings.store.open_key_tables()
    try:
        yield tables
    finally:
        tables.close()


@app.command("demo")
def demo_command(
    pace: Annotated[float, typer.Option(help="Seconds between two commands of the meeting.")] = 2.0,
    live: Annotated[
        str, typer.Option(help="The first story whose meeting plays while one looks on; those before it are loaded.")
    ] = LIVE[-1].name,
    alone: Annotated[bool, typer.Option("--alone", help="That story and no other.")] = False,
) -> None:
    """Serve every story in order of date: the last meeting plays by itself when the first browser opens it."""
    from klynge.demo import demo

    if live not in (names := [story.name for story in LIVE]):
        raise BadSettings(f"no meeting of {live} can be looked on at; there is {', '.join(names)}")
    # Its record is made anew each time, so it has a place of its own.
    uvloop.run(demo(read_settings({"KLYNGE_STORE": DEMO_STORE, **os.environ}), console, pace, live, alone))


def _moment(text: str) -> int:
    """Microseconds since 1970 UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise BadSettings(f"»{text}« is no moment with its offset, such as 2024-03-04T09:00:00+01:00")
    return int(moment.timestamp() * 1_000_000)


def _mint(settings: Settings, person: str, seconds: int) -> str:
    from klynge.issuing import mint

    return mint(settings, person, seconds)


def run(*arguments: str) -> None:
    """Run a command, of the process's own arguments unless others are given; what can be said plainly is, with exit code 2."""
    try:
        app(list(arguments) or None)
    except Exception as error:
        if not isinstance(error, _sayable()):
            raise
        # In one line, also what a database says in three.
        said = without_secrets(" ".join((str(error) or type(error).__name__).split()))
        errors.print("[bold]klynge:[/bold]", escape(said), highlight=False, soft_wrap=True)
        raise SystemExit(2) from None


def _sayable() -> tuple[type[Exception], ...]:
    """What is no defect of ours, and can be said in one line. Imported when it is needed, so that small commands start fast."""
    from api.issuer import NotForDevelopment
    from api.provider import UnsafeAddress
    from clients.http import ProblemAnswer, Unreachable
    from clients.live import Ended
    from eventstore.backing import CannotCopy
    from eventstore.checks import Unsafe
    from eventstore.erasure_list import ListBroken
    from eventstore.keys import KeysUnavailable
    from eventstore.mapper import FromTheFuture
    from eventstore.snapshots import PersistenceError
    from klynge.bundles.exporting import NotSealed
    from klynge.checkpointing.alarm import Alarm
    from klynge.core import NotOpened
    from klynge.eraser import NotApplied
    from klynge.serve import CannotListen

    # OSError: a disk that is full, a folder that one may not write in. It names the file.
    theirs = (NotForDevelopment, UnsafeAddress, ProblemAnswer, Unreachable, Ended, PersistenceError, OSError)
    kept = (CannotCopy, Unsafe, KeysUnavailable, FromTheFuture, ListBroken)
    return (*theirs, *kept, Alarm, NotApplied, NotOpened, NotSealed, AlreadyOpen, CannotListen, BadSettings)
