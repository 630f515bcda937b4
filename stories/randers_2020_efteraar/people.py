"""Parties and people of this story, by function (003.1, 003.5, 003.7, 003.8, 003.10).

◇ The paper has no list of who attends. Those of whom it tells are here; the steering group's members, its chairs, the
observer, the secretary and the auditor are worked out, so that every kind of reader can sign in.
"""

from domain.party import PartyKind
from stories.parties import AUDITORS_MIDT, REGION_MIDTJYLLAND
from stories.telling import Party, Player, cast_of

REGION = REGION_MIDTJYLLAND.id
HOSPITAL = "dk/party/regionshospitalet-randers"
PSYCHIATRY = "dk/party/regionspsykiatrien-randers"
RANDERS = "dk/party/randers-kommune"
NORDDJURS = "dk/party/norddjurs-kommune"
FAVRSKOV = "dk/party/favrskov-kommune"
SYDDJURS = "dk/party/syddjurs-kommune"
AUDITORS = AUDITORS_MIDT.id

PARTIES = (
    REGION_MIDTJYLLAND,
    Party(HOSPITAL, "Regionshospitalet Randers", PartyKind.HOSPITAL, REGION),
    Party(PSYCHIATRY, "Regionspsykiatrien Randers", PartyKind.PSYCHIATRY, REGION),
    Party(RANDERS, "Randers Kommune", PartyKind.MUNICIPALITY),
    Party(NORDDJURS, "Norddjurs Kommune", PartyKind.MUNICIPALITY),
    Party(FAVRSKOV, "Favrskov Kommune", PartyKind.MUNICIPALITY),
    Party(SYDDJURS, "Syddjurs Kommune", PartyKind.MUNICIPALITY),
    AUDITORS_MIDT,
)
MUNICIPALITIES = (RANDERS, NORDDJURS, FAVRSKOV, SYDDJURS)
MEMBERS = (HOSPITAL, PSYCHIATRY, *MUNICIPALITIES)

MEMBER = "Medlem af klyngestyregruppen"

PLAYERS = (
    Player("secretary", "4268f8cb-7353-4168-aa80-d2ad806b0a6b", REGION, "Sekretær, Randers", "Sekretær for klyngen"),
    Player("auditor", "c40d5e90-008e-4466-8e3d-92c4147d0309", AUDITORS, "Revisor, Midtjylland", "Revisor"),
    # ◇ Whoever keeps the region's agreements; no paper names one.
    Player(
        "secretary-region",
        "b7a1d0c4-63f5-4b0e-8f0c-9d2f6a5e7c31",
        REGION,
        "Sekretær, regionens udvalg",
        "Sekretær for sundhedskoordinationsudvalget",
    ),
    Player("co-chair-hospital", "533e7925-cb58-48bb-a72e-9b11a39737f6", HOSPITAL, "Medformand, hospitalet", MEMBER),
    Player("co-chair-municipal", "8f21f7e8-2510-46d4-96f7-98e914ea2c58", RANDERS, "Medformand, kommunerne", MEMBER),
    Player("psychiatry", "9aa08534-610f-4c96-ab02-f6d7cd508457", PSYCHIATRY, "Medlem, psykiatrien", MEMBER),
    Player("norddjurs", "fdfd0193-7742-47a7-994b-a9a8d6b2da70", NORDDJURS, "Medlem, Norddjurs", MEMBER),
    Player("favrskov", "3e8b1c7f-fd28-4184-9270-023741ac0955", FAVRSKOV, "Medlem, Favrskov", MEMBER),
    Player("syddjurs", "2d02517e-4a78-4d05-a3f7-9e4f51d9a09e", SYDDJURS, "Medlem, Syddjurs", MEMBER),
    Player("observer", "31e3cbc1-6564-4c59-b632-5a1e4d8d2f97", REGION, "Observatør, Randers", "Observatør"),
    # 003.5
    Player(
        "health-favrskov", "9c7a3e88-9928-4b86-94af-b8f09f4414a2", FAVRSKOV, "Sundhedschef, Favrskov", "Sundhedschef"
    ),
    Player("care-randers", "00b7a71b-dca9-4284-a6b7-defd3ead1c2c", RANDERS, "Omsorgschef, Randers", "Omsorgschef"),
    Player("health-randers", "5fec094a-be64-4306-ba34-19f3cfc86675", RANDERS, "Sundhedschef, Randers", "Sundhedschef"),
    # 003.7, 003.8: the same person both times.
    Player(
        "contact-hospital",
        "5363a97f-9d32-43c8-9705-4458c66c2a11",
        HOSPITAL,
        "Kontaktperson, hospitalet",
        "Kontaktperson",
    ),
    # 003.10
    Player("planning-manager", "31462672-b3f6-4fe7-86f5-79463a107159", HOSPITAL, "Planchef, hospitalet", "Planchef"),
)

CAST = cast_of(PLAYERS)
SIGN_INS = {
    "secretary": "secretary",
    "co-chair": "co-chair-hospital",
    "member": "norddjurs",
    "observer": "observer",
    "auditor": "auditor",
}
