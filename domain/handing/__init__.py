"""What each kind of thing carries when it is handed over (overdragelse). What they share: `handing_over.py`.

A pool has rules of its own, for money: `fund`.
"""

from collections.abc import Mapping
from types import MappingProxyType, ModuleType

from domain.handing import action, condition, referral
from domain.handing_over import Handing, may_be_handed_over
from domain.kernel import Kind

_OF: Mapping[str, ModuleType] = {"referral": referral, "condition": condition, "action": action}

HANDINGS: MappingProxyType[str, Handing] = MappingProxyType({kind: module.HANDING for kind, module in _OF.items()})
"""kind -> how it is handed over"""


def with_handing(kind: Kind) -> Kind:
    """A kind as it stands, or one whose streams can go on elsewhere."""
    module = _OF.get(kind.name)
    return kind if module is None else may_be_handed_over(kind, module.HANDING, module.REFUSALS)
