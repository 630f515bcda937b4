"""Parties and people of this story, by function (001.2–001.8)."""

from domain.party import PartyKind
from stories import parties
from stories.parties import AALBORG_HOSPITAL, AUDITORS_NORTH, PSYCHIATRY_NORTH, REGION_NORDJYLLAND
from stories.telling import Party, Player, cast_of

REGION = REGION_NORDJYLLAND.id
HOSPITAL = AALBORG_HOSPITAL.id
PSYCHIATRY = PSYCHIATRY_NORTH.id
AALBORG = "dk/party/aalborg-kommune"
JAMMERBUGT = "dk/party/jammerbugt-kommune"
PLO_NORD = parties.PLO_NORD.id
PATIENTS = "dk/party/patientinddragelsesudvalget-nordjylland"
AUDITORS = AUDITORS_NORTH.id

PARTIES = (
    REGION_NORDJYLLAND,
    AALBORG_HOSPITAL,
    PSYCHIATRY_NORTH,
    Party(AALBORG, "Aalborg Kommune", PartyKind.MUNICIPALITY),
    Party(JAMMERBUGT, "Jammerbugt Kommune", PartyKind.MUNICIPALITY),
    parties.PLO_NORD,
    Party(PATIENTS, "Patientinddragelsesudvalget i Region Nordjylland", PartyKind.PATIENTS, REGION),
    AUDITORS_NORTH,
)
MEMBERS = (REGION, HOSPITAL, PSYCHIATRY, AALBORG, JAMMERBUGT, PLO_NORD, PATIENTS)

PLAYERS = (
    # 001.5: the secretariat of three organisations.
    Player(
        "secretary",
        "e4a7a734-e996-4e9b-b210-800b1a423ff5",
        AALBORG,
        "Sekretær, Aalborg",
        "Sundhedsstrategisk konsulent",
    ),
    Player(
        "secretary-jammerbugt",
        "a2a96b18-24b4-4396-9959-2b6a25dbf941",
        JAMMERBUGT,
        "Sekretær, Jammerbugt",
        "Sundhedskonsulent",
    ),
    Player("secretary-region", "ee71940a-eeb6-487a-97a8-5c9411ca8b9e", REGION, "Sekretær, regionen", "Fuldmægtig"),
    Player("auditor", "4d91ff66-872d-4dcf-83db-76de5ff4704a", AUDITORS, "Revisor, Nordjylland", "Revisor"),
    # 001.3, 001.8: six members, two of them co-chairs.
    Player(
        "co-chair-region",
        "f80ae35c-ef11-4dc2-897d-0deb655ff148",
        REGION,
        "Medformand, regionsrådet",
        "Regionsrådsformand",
    ),
    Player(
        "co-chair-aalborg",
        "4a8baec3-028e-4da4-abf3-d2a03c2d43bb",
        AALBORG,
        "Medformand, Aalborg",
        "Rådmand for sundhed og kultur",
    ),
    Player("mayor", "23467a2a-4b55-43f5-970b-0d706d5db698", JAMMERBUGT, "Borgmester, Jammerbugt", "Borgmester"),
    Player(
        "council-member", "9c029e87-b1a1-4791-acd6-6219a2478ef6", REGION, "Regionsrådsmedlem", "Medlem af regionsrådet"
    ),
    Player(
        "plo-nord",
        "b575f7d6-07b1-4b5a-b035-362a74ae8647",
        PLO_NORD,
        "Medlem, PLO-Nordjylland",
        "Repræsentant for PLO-Nordjylland",
    ),
    Player(
        "plo-k",
        "3b598995-4653-4d8b-8136-47f02d9e754f",
        PLO_NORD,
        "Formand, PLO-K Aalborg",
        "Formand for PLO-K i Aalborg Kommune",
    ),
    # 001.4: five observers; the fourth seat's holder stays away, and so does the deputy.
    Player(
        "observer",
        "46035912-bcce-4bc5-be84-61ed32cdfcf8",
        JAMMERBUGT,
        "Udvalgsformand, Jammerbugt",
        "Formand for udvalget for det sociale og sundhed",
    ),
    Player(
        "observer-aalborg",
        "a8cb52e7-42a8-4fcb-a0e4-ba139dc05a62",
        AALBORG,
        "Udvalgsnæstformand, Aalborg",
        "Næstformand for udvalget for sundhed og kultur",
    ),
    Player(
        "observer-near",
        "dfc39cae-b1e4-4c91-8ea2-605bbc95e8a5",
        REGION,
        "Udvalgsformand, det nære",
        "Formand for udvalget for det nære sundhedsvæsen",
    ),
    Player(
        "observer-psychiatry",
        "f7414a0a-4fe3-4b6b-ba64-06ba43bf521b",
        REGION,
        "Udvalgsformand, psykiatri",
        "Formand for udvalget for psykiatri og det sociale",
    ),
    Player(
        "health-chair",
        "3a39f27f-119f-4746-9bf0-e2d889176a50",
        REGION,
        "Udvalgsformand, sundhed",
        "Formand for regionens sundhedsudvalg",
    ),
    Player(
        "health-deputy",
        "0e1f916f-b66b-4c7a-ab46-abd6198469f0",
        REGION,
        "Tilforordnet, sundhed",
        "Tilforordnet for formanden for sundhedsudvalget",
    ),
    Player(
        "health-replacement",
        "d5f2b02a-91c8-4558-9405-ad8e48d36d81",
        REGION,
        "Erstatning, sundhed",
        "Deltager i stedet for den tilforordnede",
    ),
    # 001.5: eight take part for the administrations.
    Player("director-aalborg", "ea666ec0-bd9b-4622-ac68-0268b98095df", AALBORG, "Direktør, Aalborg", "Direktør"),
    Player(
        "director-jammerbugt", "2a9afca3-8bf8-4585-9135-3a2d40bf871b", JAMMERBUGT, "Direktør, Jammerbugt", "Direktør"
    ),
    Player("director-region", "c1f01da9-4627-426a-a325-e4eab96b8530", REGION, "Direktør, regionen", "Direktør"),
    Player(
        "director-nursing",
        "7fb9ea84-708a-46fb-a1ff-4cf2a70c7311",
        HOSPITAL,
        "Direktør, sygehuset",
        "Sygeplejefaglig direktør",
    ),
    Player(
        "director-psychiatry", "e7eabe4e-e4f2-4aca-b0be-2c123c47faaf", PSYCHIATRY, "Direktør, psykiatrien", "Direktør"
    ),
    Player(
        "chief-jammerbugt",
        "f5979c48-d16f-43d5-8819-bb3f08bafe69",
        JAMMERBUGT,
        "Chef, Jammerbugt",
        "Chef for sundhed og senior",
    ),
    Player(
        "chief-aalborg",
        "fa234766-eb06-43d9-a56e-13ec3208820f",
        AALBORG,
        "Chef, Aalborg",
        "Vicedirektør og sundhedschef",
    ),
    Player("chief-region", "65294a70-2222-442c-8657-25634466ea0d", REGION, "Chef, regionen", "Kontorchef"),
    # 001.7: four guests.
    Player(
        "expert-education",
        "b23a5992-421f-4c98-acf7-aff2965ec4ca",
        AALBORG,
        "Afdelingsleder, Uddannelseshuset",
        "Leder i Uddannelseshuset",
    ),
    Player(
        "expert-ips",
        "72e550dc-ec3d-4654-9841-97dd6965c7f4",
        AALBORG,
        "IPS-konsulent",
        "Konsulent for individuelt planlagt job med støtte",
    ),
    Player(
        "patients-vice-chair",
        "8b9a8a70-51a0-4065-ad50-44cd72657bf6",
        PATIENTS,
        "Patientrepræsentant, næstformand",
        "Næstformand for patientinddragelsesudvalget",
    ),
    Player(
        "patients-member",
        "2ef846dc-31c2-41fd-b0ac-061b6f7b9447",
        PATIENTS,
        "Patientrepræsentant, medlem",
        "Medlem af patientinddragelsesudvalget",
    ),
)

CAST = cast_of(PLAYERS)
SIGN_INS = {
    "secretary": "secretary",
    "co-chair": "co-chair-region",
    "member": "mayor",
    "observer": "observer",
    "auditor": "auditor",
}
