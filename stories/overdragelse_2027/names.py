"""Names of this story's streams. All of it is invented: see the package."""

RAAD = "sundhedsraad-oestjylland"
CLUSTER = f"{RAAD}/cluster/{RAAD}"
COUNCIL = f"{RAAD}/body/sundhedsraadet"
REGIONAL_STEERING = "midtjylland/body/sundhedsstyregruppen"
PAPER = f"{RAAD}/document/svar-fra-alliancen"
JANUARY = f"{RAAD}/meeting/2027-01-14-sundhedsraadet"

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
