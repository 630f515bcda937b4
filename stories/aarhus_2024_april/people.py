"""Parties and people of this story, by function (002.3, 002.12, 002.21, 002.22).

The nine members of the political body stand as the paper lists them, by office, with the party letter of those who are
politicians. ◇ Who sits in the directors' forum and in the committees is not told, except that the prehospital service and two
users' representatives do; the others there, the observer, the secretary and the auditor are worked out.
"""

from domain.party import PartyKind
from stories.parties import AUDITORS_MIDT, REGION_MIDTJYLLAND
from stories.telling import Party, Player, cast_of

REGION = REGION_MIDTJYLLAND.id
HOSPITAL = "dk/party/aarhus-universitetshospital"
PSYCHIATRY = "dk/party/psykiatrien-midtjylland"
PREHOSPITAL = "dk/party/praehospitalet-midtjylland"
AARHUS = "dk/party/aarhus-kommune"
MSO = "dk/party/aarhus-kommune-mso"
MSB = "dk/party/aarhus-kommune-msb"
MBU = "dk/party/aarhus-kommune-mbu"
SAMSOE = "dk/party/samsoe-kommune"
PLO = "dk/party/plo-midtjylland"
USERS = "dk/party/brugerrepraesentanter-aarhus"
HAMMEL = "dk/party/hammel-neurocenter"
VIA = "dk/party/via-university-college"
SOSU = "dk/party/sosu-oestjylland"
UNIVERSITY = "dk/party/aarhus-universitet"
DANISH_CARE = "dk/party/danish-care"
INCUBA = "dk/party/incuba"
DISABILITY = "dk/party/danske-handicaporganisationer"
STATE = "dk/party/staten"
AUDITORS = AUDITORS_MIDT.id

PARTIES = (
    REGION_MIDTJYLLAND,
    Party(HOSPITAL, "Aarhus Universitetshospital", PartyKind.HOSPITAL, REGION),
    Party(PSYCHIATRY, "Psykiatrien i Region Midtjylland", PartyKind.PSYCHIATRY, REGION),
    Party(PREHOSPITAL, "Præhospitalet", PartyKind.HOSPITAL, REGION),
    Party(HAMMEL, "Hammel Neurocenter", PartyKind.HOSPITAL, REGION),
    Party(AARHUS, "Aarhus Kommune", PartyKind.MUNICIPALITY),
    Party(MSO, "Sundhed og Omsorg (MSO)", PartyKind.ADMINISTRATION, AARHUS),
    Party(MSB, "Sociale Forhold og Beskæftigelse (MSB)", PartyKind.ADMINISTRATION, AARHUS),
    Party(MBU, "Børn og Unge (MBU)", PartyKind.ADMINISTRATION, AARHUS),
    Party(SAMSOE, "Samsø Kommune", PartyKind.MUNICIPALITY),
    Party(PLO, "PLO-Midtjylland", PartyKind.GENERAL_PRACTICE),
    Party(USERS, "Brugerrepræsentanterne i Aarhus-klyngen", PartyKind.PATIENTS, REGION),
    Party(VIA, "VIA University College", PartyKind.EXTERNAL),
    Party(SOSU, "SOSU-skolen Østjylland", PartyKind.EXTERNAL),
    Party(UNIVERSITY, "Aarhus Universitet", PartyKind.EXTERNAL),
    Party(DANISH_CARE, "Danish Care", PartyKind.EXTERNAL),
    Party(INCUBA, "INCUBA Science Parks", PartyKind.EXTERNAL),
    Party(DISABILITY, "Danske Handicaporganisationer", PartyKind.EXTERNAL),
    Party(STATE, "Staten", PartyKind.EXTERNAL),
    AUDITORS_MIDT,
)
MEMBERS = (REGION, HOSPITAL, PSYCHIATRY, PREHOSPITAL, AARHUS, SAMSOE, PLO, USERS)
DIRECTOR = "Medlem af direktørforum"

PLAYERS = (
    Player("secretary", "c02ac957-5348-46d1-8ffb-38e8b77108c3", AARHUS, "Sekretær, Aarhus", "Fælles sekretariat"),
    Player("auditor", "47919031-3e20-47b6-82dc-565c20ff47ea", AUDITORS, "Revisor, Aarhus", "Revisor"),
    # 002.3
    Player(
        "chair-region", "ce5fe8a8-9d09-4ed8-bb3e-87269bdfbc56", REGION, "Formand, regionen", "Regionsrådsformand (A)"
    ),
    Player("chair-municipal", "9e9ef993-767d-4fcc-931a-9115c1974493", AARHUS, "Formand, kommunerne", "Rådmand"),
    Player("council-oe", "0fd34f3a-427a-4304-a301-63f7217a2a69", REGION, "Regionsråd, første", "Regionsrådsmedlem (Ø)"),
    Player("council-v", "3983125b-db88-4e18-aded-67084c17eeef", REGION, "Regionsråd, andet", "Regionsrådsmedlem (V)"),
    Player("council-f", "018c2e94-8414-4f8f-bab8-8e360b036baa", REGION, "Regionsråd, tredje", "Regionsrådsmedlem (F)"),
    Player("mayor-aarhus", "dff7f155-4cac-4c68-ad37-38142c0171ca", AARHUS, "Borgmester, Aarhus", "Borgmester (A)"),
    Player("mayor-samsoe", "2abb36e2-ff94-4f61-b973-26a17d532326", SAMSOE, "Borgmester, Samsø", "Borgmester (A)"),
    Player("gp-1", "56cb23b7-fc71-4183-ac68-a11c0d5ce225", PLO, "Praktiserende læge, første", "Praktiserende læge"),
    Player("gp-2", "3a12a7be-2759-41b7-b7f7-75aa7d52d6e6", PLO, "Praktiserende læge, anden", "Praktiserende læge"),
    Player("observer", "1864027e-8d3f-43a6-8f70-b5def4da1736", REGION, "Observatør, Aarhus", "Observatør"),
    # 002.21, 002.22, 002.26
    Player("director-hospital", "66349066-25f8-4bea-a68b-cbe06cda98d7", HOSPITAL, "Direktør, hospitalet", DIRECTOR),
    Player("director-mso", "46f26f71-a1ff-4b0e-ad19-9e1cca4f0041", MSO, "Direktør, Sundhed og Omsorg", DIRECTOR),
    Player("director-samsoe", "928caf07-ce06-4163-9945-97cfba1c6209", SAMSOE, "Direktør, Samsø", DIRECTOR),
    Player("director-psychiatry", "d52d1aa4-2028-4131-951c-b6b3a8a30ee6", PSYCHIATRY, "Direktør, psykiatri", DIRECTOR),
    Player("prehospital", "511ef8fb-57ed-4818-b2f6-791140cd2a88", PREHOSPITAL, "Repræsentant, Præhospitalet", DIRECTOR),
    Player("user-1", "f56d2572-b0bd-41fe-81f3-9614bc3ff951", USERS, "Første brugerrepræsentant", "Brugerrepræsentant"),
    Player("user-2", "69e79d0a-6dce-4ce3-9191-3fedd74c4252", USERS, "Anden brugerrepræsentant", "Brugerrepræsentant"),
    # ◇ trust.md: one registers what is posted, another confirms it; of neither does the paper tell.
    Player(
        "registrar", "345a838c-e6bd-4716-89e7-8a887cafa905", AARHUS, "Økonomimedarbejder, Aarhus", "Økonomimedarbejder"
    ),
    Player(
        "confirmer", "7302fb84-8d97-42d4-8ad8-a5f9be000888", REGION, "Økonomikonsulent, regionen", "Økonomikonsulent"
    ),
)

CAST = cast_of(PLAYERS)
SIGN_INS = {
    "secretary": "secretary",
    "co-chair": "chair-region",
    "member": "mayor-samsoe",
    "observer": "observer",
    "auditor": "auditor",
}
