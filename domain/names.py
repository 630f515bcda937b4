"""Names: how streams, and what lives inside them, are addressed. Given at creation, never changed, never parsed for meaning."""

from functools import lru_cache
from hashlib import sha256
from typing import Annotated

from msgspec import Meta

SCOPE = r"[a-z0-9-]{1,40}"
KIND = r"[a-z-]{1,20}"
NAME_CHARS_MAX = 80
DIGEST_CHARS = 12
"""Of the digest that ends a name too long to be kept whole."""
NAME = rf"[a-z0-9-]{{1,{NAME_CHARS_MAX}}}"
END = r"$(?!\n)"
"""The very end, for Python too, whose `$` lets a line feed follow."""

LABEL_CHARS_MAX = 80

StreamId = Annotated[str, Meta(pattern=f"^{SCOPE}/{KIND}/{NAME}{END}", title="StreamId")]
"""`scope/kind/name`, e.g. `lillebaelt/meeting/2024-04-09-strategic`."""
PartyId = Annotated[str, Meta(pattern=f"^{SCOPE}/party/{NAME}{END}", title="PartyId")]
PersonId = Annotated[str, Meta(pattern=f"^{SCOPE}/person/{NAME}{END}", title="PersonId")]
ClientId = Annotated[str, Meta(pattern=f"^dk/client/{NAME}{END}", title="ClientId")]
"""A system (klient) that reads on its own behalf. The record holds nothing under it but what it may see."""
ClusterId = Annotated[str, Meta(pattern=f"^{SCOPE}/cluster/{NAME}{END}", title="ClusterId")]
BodyId = Annotated[str, Meta(pattern=f"^{SCOPE}/body/{NAME}{END}", title="BodyId")]
MembershipId = Annotated[str, Meta(pattern=f"^{SCOPE}/membership/{NAME}{END}", title="MembershipId")]
MandateId = Annotated[str, Meta(pattern=f"^{SCOPE}/mandate/{NAME}{END}", title="MandateId")]
MeetingId = Annotated[str, Meta(pattern=f"^{SCOPE}/meeting/{NAME}{END}", title="MeetingId")]
ReferralId = Annotated[str, Meta(pattern=f"^{SCOPE}/referral/{NAME}{END}", title="ReferralId")]
ConditionId = Annotated[str, Meta(pattern=f"^{SCOPE}/condition/{NAME}{END}", title="ConditionId")]
ProposalId = Annotated[str, Meta(pattern=f"^{SCOPE}/proposal/{NAME}{END}", title="ProposalId")]
InitiativeId = Annotated[str, Meta(pattern=f"^{SCOPE}/initiative/{NAME}{END}", title="InitiativeId")]
PlanId = Annotated[str, Meta(pattern=f"^{SCOPE}/plan/{NAME}{END}", title="PlanId")]
ActionId = Annotated[str, Meta(pattern=f"^{SCOPE}/action/{NAME}{END}", title="ActionId")]
DocumentId = Annotated[str, Meta(pattern=f"^{SCOPE}/document/{NAME}{END}", title="DocumentId")]
FundId = Annotated[str, Meta(pattern=f"^{SCOPE}/fund/{NAME}{END}", title="FundId")]
ApplicationId = Annotated[str, Meta(pattern=f"^{SCOPE}/application/{NAME}{END}", title="ApplicationId")]
KeyId = Annotated[str, Meta(pattern=f"^{SCOPE}/financing-key/{NAME}{END}", title="KeyId")]
ApplicantId = Annotated[str, Meta(pattern=f"^{SCOPE}/(party|body)/{NAME}{END}", title="ApplicantId")]
"""Who applies for money: a party, or a body of the cluster."""
AgreementId = Annotated[str, Meta(pattern=f"^{SCOPE}/agreement/{NAME}{END}", title="AgreementId")]
ErasureId = Annotated[str, Meta(pattern=f"^{SCOPE}/erasure/{NAME}{END}", title="ErasureId")]
IndicatorId = Annotated[str, Meta(pattern=f"^{SCOPE}/indicator/{NAME}{END}", title="IndicatorId")]
STREAM_IDS = (
    StreamId, ClientId, PartyId, PersonId, ClusterId, BodyId, MembershipId, MandateId, MeetingId, ReferralId, ConditionId,
    ProposalId, InitiativeId, PlanId, ActionId, DocumentId, FundId, ApplicationId, KeyId, ApplicantId, AgreementId, IndicatorId,
    ErasureId,
)  # fmt: skip
"""Every type whose values name a stream."""

ItemId = Annotated[str, Meta(pattern=f"^{NAME}{END}", title="ItemId")]
"""An agenda item's name within its meeting (punkt)."""
Hash = Annotated[str, Meta(pattern=f"^[0-9a-f]{{64}}{END}", title="Hash")]
"""SHA-256 of bytes, in hex."""
LocalName = Annotated[str, Meta(pattern=f"^{NAME}{END}", title="LocalName")]
"""The name of what lives inside one stream: a seat, an item, a question, an earmark."""
Label = Annotated[str, Meta(min_length=1, max_length=LABEL_CHARS_MAX, pattern=r"^[^\x00-\x1f]*$(?!\n)", title="Label")]
"""A plain word that rules compare (nummer, trin). Never sealed; no free wording, no person."""


CLOCK, HOUSE = "dk/person/uret", "dk/person/huset"
"""Who gives what falls due by the clock, and what the running service has done, as the events tell it. They are no persons."""

STREAMS_REMEMBERED = 50_000
"""Whose scope and kind are at hand: they are asked for a dozen times at each command and each event."""


def joined(*parts: str) -> str:
    """One name out of others: the same parts give the same name, and different ones differ."""
    name = "-".join(parts)
    if len(name) <= NAME_CHARS_MAX:
        return name
    return f"{name[: NAME_CHARS_MAX - DIGEST_CHARS - 1]}-{sha256(name.encode()).hexdigest()[:DIGEST_CHARS]}"


@lru_cache(STREAMS_REMEMBERED)
def scope_of(stream: str) -> str:
    """`lillebaelt` of `lillebaelt/meeting/…`."""
    return stream[: stream.index("/")]


@lru_cache(STREAMS_REMEMBERED)
def kind_of(stream: str) -> str:
    """`meeting` of `lillebaelt/meeting/…`."""
    return stream.split("/", 2)[1]


def name_of(stream: str) -> str:
    """`2024-04-09-strategic` of `lillebaelt/meeting/…`."""
    return stream.split("/", 2)[2]
