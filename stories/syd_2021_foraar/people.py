"""Parties and people of this story, by function (000.2, 000.5, 000.7–000.10).

◇ The paper names the two who chair the steering group and how many seats each party has, and nobody else. Those of the
steering group are worked out, one for each seat, as are the three who chair the operations group, the observer, the secretary
and the auditor, so that every kind of reader can sign in. All other seats of the operations group stand open.
"""

from domain.party import PartyKind
from stories import parties
from stories.parties import AALBORG_HOSPITAL, AUDITORS_NORTH, PSYCHIATRY_NORTH, REGION_NORDJYLLAND
from stories.telling import Party, Player, cast_of

REGION = REGION_NORDJYLLAND.id
HOSPITAL = AALBORG_HOSPITAL.id
PSYCHIATRY = PSYCHIATRY_NORTH.id
PLO_NORD = parties.PLO_NORD.id
REBILD = "dk/party/rebild-kommune"
VESTHIMMERLAND = "dk/party/vesthimmerlands-kommune"
MARIAGERFJORD = "dk/party/mariagerfjord-kommune"
STENO = "dk/party/steno-diabetes-center-nord"
PATIENTS = "dk/party/patientinddragelsesudvalget-nordjylland-2019"
AUDITORS = AUDITORS_NORTH.id

PARTIES = (
    REGION_NORDJYLLAND,
    AALBORG_HOSPITAL,
    PSYCHIATRY_NORTH,
    Party(REBILD, "Rebild Kommune", PartyKind.MUNICIPALITY),
    Party(VESTHIMMERLAND, "Vesthimmerlands Kommune", PartyKind.MUNICIPALITY),
    Party(MARIAGERFJORD, "Mariagerfjord Kommune", PartyKind.MUNICIPALITY),
    parties.PLO_NORD,
    Party(STENO, "Steno Diabetes Center Nord", PartyKind.EXTERNAL, REGION),
    Party(PATIENTS, "Sundhedsaftalens patientinddragelsesudvalg", PartyKind.PATIENTS, REGION),
    AUDITORS_NORTH,
)
MUNICIPALITIES = (REBILD, VESTHIMMERLAND, MARIAGERFJORD)
MEMBERS = (REGION, HOSPITAL, PSYCHIATRY, *MUNICIPALITIES, PLO_NORD, PATIENTS)

MEMBER, OPERATOR = "Medlem af klyngestyregruppen", "Medlem af driftsgruppen"

PLAYERS = (
    Player("secretary", "83699926-a2fc-4d8b-ad85-66a543561ce0", REGION, "Sekretær, Syd", "Sekretær for klyngen"),
    Player("auditor", "d5d092a7-28d0-487a-82ea-f91363697c98", AUDITORS, "Revisor, Syd", "Revisor"),
    # 000.5, 000.7
    Player("co-chair-hospital", "9c039c31-ed40-470b-a620-68ec947a6c7d", HOSPITAL, "Medformand, hospitalssiden", MEMBER),
    Player("co-chair-municipal", "4b73b534-dfbc-4c35-8b0c-e9fc9b7670ff", REBILD, "Medformand, kommunesiden", MEMBER),
    Player("director-vest", "3f6287bb-da9b-4583-a52d-16cd023d5f05", VESTHIMMERLAND, "Direktør, Vesthimmerland", MEMBER),
    Player("director-maria", "d29aafc9-acac-4f7e-bfaf-e56c3dd048d6", MARIAGERFJORD, "Direktør, Mariagerfjord", MEMBER),
    Player("hospital", "c8b46b61-4f9d-4ab6-bcfb-b20a7e15eea1", HOSPITAL, "Medlem, universitetshospitalet", MEMBER),
    Player("region-1", "8fbd4b54-6896-4cbb-beb0-0a1594dc61a4", REGION, "Første medlem, regionen", MEMBER),
    Player("region-2", "6a831e9a-764e-499e-9169-2da130bac954", REGION, "Andet medlem, regionen", MEMBER),
    Player("plo", "73f0ffaf-801a-478a-8a82-71b7df7a6db1", PLO_NORD, "Medlem, PLO i klynge Syd", MEMBER),
    Player("observer", "7a15a89b-ab69-413c-96d4-58b9c7e72520", REGION, "Observatør, Syd", "Observatør"),
    # ◇ One registers what is posted, another confirms it.
    Player(
        "registrar", "9479c7da-03b7-405c-bfea-6bfd501f1b89", REBILD, "Økonomimedarbejder, Rebild", "Økonomimedarbejder"
    ),
    Player("confirmer", "e0efbddf-c908-42da-9dde-2ace0f477df4", REGION, "Økonomikonsulent, Syd", "Økonomikonsulent"),
    # 000.8, 000.9
    Player("ops-somatic", "8ce69619-ba06-483f-a4f2-942ee6e08b00", HOSPITAL, "Medformand, somatikken", OPERATOR),
    Player("ops-psychiatry", "df165a15-59e8-4c9c-a5d0-94531a74195d", PSYCHIATRY, "Medformand, psykiatrien", OPERATOR),
    Player("ops-municipal", "d5dfeb67-395b-4020-9fae-b18ebef902a0", REBILD, "Medformand, kommunerne i drift", OPERATOR),
    Player("labour", "42ae418f-1b4f-4eb3-a416-dd50044e5a7c", MARIAGERFJORD, "Arbejdsmarkedschef", "Arbejdsmarkedschef"),
)

CAST = cast_of(PLAYERS)
SIGN_INS = {
    "secretary": "secretary",
    "co-chair": "co-chair-hospital",
    "member": "director-vest",
    "observer": "observer",
    "auditor": "auditor",
}
