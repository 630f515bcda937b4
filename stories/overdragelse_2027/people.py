"""◇ Parties and people of the council, by function; those of the two clusters are the people of their own stories."""

from stories import aarhus_2024_april, randers_2020_efteraar
from stories.aarhus_2024_april import people as aarhus
from stories.parties import AUDITORS_MIDT, REGION_MIDTJYLLAND
from stories.randers_2020_efteraar import people as randers
from stories.telling import Player, cast_of

REGION = REGION_MIDTJYLLAND.id
MEMBER = "Medlem af sundhedsrådet"

PARTIES = tuple(
    party
    for party in (*aarhus.PARTIES, *randers.PARTIES)
    if party.id in (REGION, AUDITORS_MIDT.id, aarhus.AARHUS, aarhus.SAMSOE, randers.RANDERS, randers.NORDDJURS)
)
PLAYERS = (
    Player("secretary", "5a1f6f0e-3f3e-4d5c-9c1b-6f6f2b0c9a11", REGION, "Sekretær, sundhedsrådet", "Sekretær"),
    Player("auditor", "0d9d3c52-9d56-4f0c-8a6b-2f1f6f7f3b22", AUDITORS_MIDT.id, "Revisor, sundhedsrådet", "Revisor"),
    Player("chair", "7c0c5a77-6c38-4a0f-b1de-3c9a55a0d433", REGION, "Formand, sundhedsrådet", MEMBER),
    Player("member-aarhus", "93b7e1a4-04f5-4a9e-8ac6-5d5a1e2f7c44", aarhus.AARHUS, "Medlem, Aarhus", MEMBER),
    Player("member-randers", "b8c2d6f1-7a1d-4c3b-9f57-0e6c9d8a1e55", randers.RANDERS, "Medlem, Randers", MEMBER),
    Player("observer", "e4a90f35-2b6e-4f7d-8d0a-9b1c7e5f2d66", REGION, "Observatør, sundhedsrådet", "Observatør"),
)
CAST = cast_of(PLAYERS) | {
    "secretary-aarhus": aarhus_2024_april.STORY.cast["secretary"],
    "chair-aarhus": aarhus_2024_april.STORY.cast["chair-region"],
    "director-aarhus": aarhus_2024_april.STORY.cast["director-hospital"],
    "director-samsoe": aarhus_2024_april.STORY.cast["director-samsoe"],
    "registrar-aarhus": aarhus_2024_april.STORY.cast["registrar"],
    "confirmer-aarhus": aarhus_2024_april.STORY.cast["confirmer"],
    "secretary-randers": randers_2020_efteraar.STORY.cast["secretary"],
    "chair-randers": randers_2020_efteraar.STORY.cast["co-chair-hospital"],
}
SIGN_INS = {
    "secretary": "secretary",
    "co-chair": "chair",
    "member": "member-aarhus",
    "observer": "observer",
    "auditor": "auditor",
}
