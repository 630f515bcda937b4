"""What is said at an item (indlæg): who speaks, about what, and how a question ended (domain-model §5.1)."""

from typing import Generic

from msgspec import Struct

from domain.names import BodyId, InitiativeId, Label, LocalName, PartyId
from domain.outcomes import Parties, Proposals
from domain.text import T
from domain.words import Word


class Conclusion(Word):
    """How a question of the discussion ended."""

    AGREED = "agreed", "der er enighed"
    NO_JOINT_CONCLUSION = "no-joint-conclusion", "ikke konkluderet samlet"
    TURNED_DOWN = "turned-down", "fravalgt"
    LEFT_OPEN = "left-open", "skal afklares"


class Ending(Word):
    """How a question ended that nobody concluded."""

    WITHDRAWN = "withdrawn", "trukket tilbage"


# --- who speaks, and about what -----------------------------------------------------------------------------------


class OfParty(Struct, frozen=True, kw_only=True, tag="party", forbid_unknown_fields=True):
    """A party speaks."""

    party: PartyId


class OfGroup(Struct, Generic[T], frozen=True, kw_only=True, tag="group", forbid_unknown_fields=True):
    """Several speak as one, `kommunerne`; which, if the paper says."""

    name: T
    parties: Parties = ()


class OfBody(Struct, frozen=True, kw_only=True, tag="body", forbid_unknown_fields=True):
    """The body as a whole speaks."""

    body: BodyId


class OfSeat(Struct, frozen=True, kw_only=True, tag="seat", forbid_unknown_fields=True):
    """Whoever sits on a seat of the body speaks."""

    seat: LocalName


class Outside(Struct, Generic[T], frozen=True, kw_only=True, tag="outside", forbid_unknown_fields=True):
    """Somebody from outside the cluster speaks: an organisation, in words."""

    organisation: T


class NotStated(Struct, frozen=True, tag="not-stated", forbid_unknown_fields=True):
    """The paper does not say who."""


Speaker = OfParty | OfGroup[T] | OfBody | OfSeat | Outside[T] | NotStated


class OnItem(Struct, frozen=True, tag="item", forbid_unknown_fields=True):
    """About the item as a whole."""


class OnRecommendation(Struct, frozen=True, kw_only=True, tag="recommendation", forbid_unknown_fields=True):
    """About a recommendation of the item."""

    recommendation: Label


class OnQuestion(Struct, frozen=True, kw_only=True, tag="question", forbid_unknown_fields=True):
    """About a question raised at the item."""

    question: LocalName


class OnProposals(Struct, frozen=True, kw_only=True, tag="proposals", forbid_unknown_fields=True):
    """About proposals."""

    proposals: Proposals


class OnInitiative(Struct, frozen=True, kw_only=True, tag="initiative", forbid_unknown_fields=True):
    """About an initiative."""

    initiative: InitiativeId


Matter = OnItem | OnRecommendation | OnQuestion | OnProposals | OnInitiative


# --- points -------------------------------------------------------------------------------------------------------


class Stance(Word):
    """What a party holds."""

    SUPPORTS = "supports", "støtter"
    WISHES = "wishes", "ønsker"
    ADVISES = "advises", "anbefaler"
    ASKS = "asks", "spørger"
    OPPOSES = "opposes", "er imod"


class Position(Struct, Generic[T], frozen=True, kw_only=True, tag="position", forbid_unknown_fields=True):
    """Holdning."""

    who: Speaker[T]
    stance: Stance
    text: T


class Sort(Word):
    """Kinds of point that go from somebody, perhaps to somebody."""

    WISH = "wish", "ønske"
    CALL = "call", "opfordring"
    OFFER = "offer", "tilbud"
    REMARK = "remark", "bemærkning"
    ATTENTION = "attention", "opmærksomhedspunkt"
    INFORMATION = "information", "orientering"


class Remark(Struct, Generic[T], frozen=True, kw_only=True, tag="remark", forbid_unknown_fields=True):
    """Anything said that is no position: a wish, a call, an offer, a remark, an attention point, information."""

    sort: Sort
    text: T
    who: Speaker[T] = NotStated()
    to: Speaker[T] = NotStated()


Point = Position[T] | Remark[T]
