"""Themes (temaer, pejlemærker) of a plan, and how far each has come on the political agenda.

Part of the stream `plan`, whose own file sends its commands and events here.
"""

from typing import assert_never

import msgspec

from domain.kernel import Asked, Command, Event, Who, known
from domain.names import BodyId, Label, LocalName
from domain.plans import THEMES_MAX, Drafted, Focus, ThemeKind
from domain.refusal import Refused
from domain.text import Kept, Text, said

# --- events ---


class ThemeSet(Event, frozen=True, kw_only=True):
    """A plan has a theme or a guidepost."""

    tag = "plan.theme-set"
    rank = 4
    da = "{theme_kind} {number}: {title}"
    en = "{theme_kind} {number}: {title}"

    theme: LocalName
    number: Label
    title: Kept
    theme_kind: ThemeKind


class FocusNoted(Event, frozen=True, kw_only=True):
    """How far a theme has come on the political agenda."""

    tag = "plan.focus-noted"
    rank = 4
    da = "Fokus på {theme} hos {by_body} ({focus}): {words}"
    en = "Focus on {theme} of {by_body} ({focus}): {words}"

    theme: LocalName
    focus: Focus
    by_body: BodyId
    words: Kept


Events = ThemeSet | FocusNoted


def evolve(state: Drafted, event: Events) -> Drafted:
    match event:
        case ThemeSet():
            return msgspec.structs.replace(state, themes=state.themes | {event.theme: event.number})
        case FocusNoted():
            return state
        case _:
            assert_never(event)


# --- commands ---


class SetTheme(Command, frozen=True, kw_only=True):
    """Giv planen et tema eller et pejlemærke."""

    verb = "set-theme"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (ThemeSet,)

    theme: LocalName
    number: Label
    title: Text
    theme_kind: ThemeKind


class NoteFocus(Command, frozen=True, kw_only=True):
    """Notér, hvor langt et tema er på dagsordenen."""

    verb = "note-focus"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (FocusNoted,)

    theme: LocalName
    focus: Focus
    by_body: BodyId
    words: Text


Commands = SetTheme | NoteFocus


def decide(command: Commands, state: Drafted, asked: Asked) -> tuple[Event, ...]:
    match command:
        case SetTheme():
            return _set_theme(command, state)
        case NoteFocus():
            return _note_focus(command, state, asked)
        case _:
            assert_never(command)


def _set_theme(command: SetTheme, state: Drafted) -> tuple[Event, ...]:
    if command.theme in state.themes:
        raise Refused("plan.theme-exists", theme=command.theme)
    if command.number in state.themes.values():
        raise Refused("plan.number-used", number=command.number)
    if len(state.themes) >= THEMES_MAX:
        raise Refused("plan.too-many-themes", count=THEMES_MAX)
    return (
        ThemeSet(
            theme=command.theme,
            number=command.number,
            title=said(command.title),
            theme_kind=command.theme_kind,
        ),
    )


def _note_focus(command: NoteFocus, state: Drafted, asked: Asked) -> tuple[Event, ...]:
    require_themes(state, command.theme)
    known(asked, command.by_body)
    words = said(command.words)
    return (FocusNoted(theme=command.theme, focus=command.focus, by_body=command.by_body, words=words),)


def require_themes(state: Drafted, *themes: LocalName) -> None:
    for theme in themes:
        if theme not in state.themes:
            raise Refused("plan.theme-unknown", theme=theme)


REFUSALS = {
    "plan.number-used": ("Nummer {number} er brugt.", "The number {number} is used."),
    "plan.theme-exists": ("Temaet {theme} findes; giv det nye et andet navn.",
                          "The theme {theme} exists; give the new one another name."),
    "plan.theme-unknown": ("Temaet {theme} findes ikke i planen.", "The theme {theme} is not in the plan."),
    "plan.too-many-themes": ("En plan har højst {count} temaer.", "A plan has at most {count} themes."),
}  # fmt: skip
