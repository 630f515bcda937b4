"""Initiatives (indsatser) in words: how far they have come, how they change and end. Their colour: colours.py."""

from domain.words import Word


class Kind(Word):
    """What sort of work it is."""

    IMPROVEMENT_PROJECT = "improvement-project", "forbedringsprojekt"
    WORKING_GROUP = "working-group", "arbejdsgruppe"
    INITIATIVE = "initiative", "indsats"


class Phase(Word):
    """How far it has come."""

    TRIAL = "trial", "forsøg"
    ONGOING = "ongoing", "løbende"
    PART_OPERATION = "part-operation", "delvis i drift"
    OPERATION = "operation", "i drift"


class Aspect(Word):
    """What about an initiative becomes narrower or wider."""

    TARGET_GROUP = "target-group", "målgruppe"
    PLACE = "place", "sted"
    PARTIES = "parties", "parter"
    CONTENT = "content", "indhold"


class Operation(Word):
    """How much of it has become everyday work."""

    PART = "part", "delvis"
    FULL = "full", "fuld"


class StepState(Word):
    """How far a step of the commitment has come."""

    UNDER_WAY = "under-way", "undervejs"
    REACHED = "reached", "opnået"


class Ending(Word):
    """How an initiative ends."""

    COMPLETED = "completed", "gennemført"
    STOPPED = "stopped", "stoppet"
    IN_OPERATION = "in-operation", "i drift"
