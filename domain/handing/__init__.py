"""What each kind of thing carries when it is handed over (overdragelse). What they share: `handing_over.py`.

A pool has rules of its own, for money: `fund`.
"""

from collections.abc import Mapping
from types import MappingProxyType, ModuleType

from domain.handing import action, application, condition, indicator, initiative, plan, proposal, referral
from domain.handing_over import Handing, may_be_handed_over
from domain.kernel import Kind
from domain.refusal import Reasons

_OF: Mapping[str, ModuleType] = {
    "referral": referral,
    "condition": condition,
    "proposal": proposal,
    "plan": plan,
    "initiative": initiative,
    "application": application,
    "action": action,
    "indicator": indicator,
}

HANDINGS: MappingProxyType[str, Handing] = MappingProxyType({kind: module.HANDING for kind, module in _OF.items()})
"""kind -> how it is handed over"""


REFUSALS: Reasons = {code: reason for module in _OF.values() for code, reason in module.REFUSALS.items()}


def with_handing(kind: Kind) -> Kind:
    """A kind as it stands, or one whose streams can go on elsewhere."""
    handing = HANDINGS.get(kind.name)
    return kind if handing is None else may_be_handed_over(kind, handing)
