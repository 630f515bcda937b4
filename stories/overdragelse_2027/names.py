"""Names of this story's streams. All of it is invented: see the package."""

RAAD = "sundhedsraad-oestjylland"
CLUSTER = f"{RAAD}/cluster/{RAAD}"
COUNCIL = f"{RAAD}/body/sundhedsraadet"
REGIONAL_STEERING = "midtjylland/body/sundhedsstyregruppen"
PAPER = f"{RAAD}/document/svar-fra-alliancen"
JANUARY = f"{RAAD}/meeting/2027-01-14-sundhedsraadet"

AARHUS_AUTUMN = "aarhus/meeting/2026-09-22-directors"
AARHUS_AUTUMN_MINUTES = "aarhus/minutes/2026-09-22-directors"
COMMITTEE_APPLIES = "aarhus/application/hjemmebesoeg"
SAMSOE_APPLIES = "aarhus/application/skaermbesoeg"
VISITS_AGREED = "aarhus/condition/aftale-om-skaermbesoeg"
NO_AGREEMENT = "aarhus/document/ingen-aftale-om-skaermbesoeg"
AARHUS_PAPER = "aarhus/document/ophoer-2026"
AARHUS_PATH = "aarhus/mandate/dissolution"
AARHUS_LAST = "aarhus/meeting/2026-12-16-political"
AARHUS_DIRECTORS = "aarhus/meeting/2026-12-15-directors"
AARHUS_DIRECTORS_MINUTES = "aarhus/minutes/2026-12-15-directors"
AARHUS_MINUTES = "aarhus/minutes/2026-12-16-political"
RANDERS_PAPER = "randers/document/ophoer-2026"
RANDERS_PATH = "randers/mandate/dissolution"
RANDERS_LAST = "randers/meeting/2026-12-17-steering"
RANDERS_MINUTES = "randers/minutes/2026-12-17-steering"

CEASES_ON = "2027-01-01"
"""The first day on which the two clusters are no more."""


def at_council(thing: str) -> str:
    """What a thing of the two clusters is called where it goes on."""
    scope, kind, name = thing.split("/")
    return f"{RAAD}/{kind}/{scope}-{name}"
