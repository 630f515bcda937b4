"""Plans (planer) as other rules ask of them: their words, what they order, and whether a theme is theirs."""

from typing import Annotated, Generic

from msgspec import Meta, Struct

from domain.dates import Day
from domain.kernel import See, Unknown
from domain.names import BodyId, InitiativeId, Label, LocalName, PlanId
from domain.refusal import Refused
from domain.text import T
from domain.words import Word

THEMES_MAX = 60
ORDERS_MAX = 60
"""Initiatives that one plan orders."""
SUPPORTS_MAX = 20
"""Guideposts that one initiative supports besides its own."""

Supports = Annotated[tuple[LocalName, ...], Meta(max_length=SUPPORTS_MAX)]


class PlanKind(Word):
    """What kind of plan it is."""

    ACTION_PLAN = "action-plan", "handleplan"
    HEALTH_AGREEMENT = "health-agreement", "sundhedsaftale"
    IMPLEMENTATION = "implementation", "implementeringsplan"


class ThemeKind(Word):
    """What a plan is divided by."""

    GUIDEPOST = "guidepost", "pejlemærke"
    THEME = "theme", "tema"


class Focus(Word):
    """How far a theme has come on the political agenda."""

    NONE_OF_ITS_OWN = "none-of-its-own", "intet eget"
    WISHED = "wished", "ønsket"
    ADVANCED = "advanced", "langt"


class Order(Struct, Generic[T], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One initiative that a plan orders (bestilling)."""

    initiative: InitiativeId
    number: Label
    title: T
    theme: LocalName | None = None
    """The one it is reported under."""
    supports: Supports = ()
    """Others it supports as well."""


class Drafted(Struct, frozen=True, kw_only=True):
    """Udkast."""

    by_body: BodyId
    themes: dict[LocalName, Label] = {}
    """With their numbers."""


class Adopted(Drafted, frozen=True, kw_only=True):
    """Vedtaget."""

    orders: tuple[InitiativeId, ...]
    in_force_from_on: Day | None = None


class Closed(Adopted, frozen=True, kw_only=True):
    """Afsluttet eller afløst."""

    successor: PlanId | None = None


State = Unknown | Drafted


def has_theme(see: See, plan: PlanId, theme: LocalName) -> bool:
    """Whether a plan has a theme."""
    state = see(plan)
    return isinstance(state, Drafted) and theme in state.themes


def require_adopted(state: State) -> None:
    """Refuse what only an adopted plan has. Raises Refused `plan.not-adopted`."""
    if not isinstance(state, Adopted):
        raise Refused("plan.not-adopted")
