"""Who takes part: parties, people by function, seats. The paper gives names and hardly a function.

◇ The source knows the three levels, one seat (the patients' and relatives'), and that region, hospital, psychiatry,
PLO-Syd and the municipalities work together. Which seats there are and who holds them, the observer, the auditor and
the secretariat are worked out, so that every kind of reader can sign in.
"""

from domain.body import SeatPlan
from domain.party import PartyKind
from domain.seats import ByPatients, ByRole, Voice
from stories.telling import Player, by_party, cast_of

REGION = "dk/party/region-syddanmark"
HOSPITAL = "dk/party/sygehus-lillebaelt"
PSYCHIATRY = "dk/party/psykiatrien-syddanmark"
FREDERICIA = "dk/party/fredericia-kommune"
KOLDING = "dk/party/kolding-kommune"
MIDDELFART = "dk/party/middelfart-kommune"
VEJLE = "dk/party/vejle-kommune"
PLO_SYD = "dk/party/plo-syd"
GENERAL_PRACTICE_MIDDELFART = "dk/party/almen-praksis-middelfart"
PATIENTS = "dk/party/patient-og-paaroerenderaad-syddanmark"
AUDITORS = "dk/party/ekstern-revision"

PARTIES: tuple[tuple[str, str, PartyKind, str | None], ...] = (
    (REGION, "Region Syddanmark", PartyKind.REGION, None),
    (HOSPITAL, "Sygehus Lillebælt", PartyKind.HOSPITAL, REGION),
    (PSYCHIATRY, "Psykiatrien i Region Syddanmark", PartyKind.PSYCHIATRY, REGION),
    (FREDERICIA, "Fredericia Kommune", PartyKind.MUNICIPALITY, None),
    (KOLDING, "Kolding Kommune", PartyKind.MUNICIPALITY, None),
    (MIDDELFART, "Middelfart Kommune", PartyKind.MUNICIPALITY, None),
    (VEJLE, "Vejle Kommune", PartyKind.MUNICIPALITY, None),
    (PLO_SYD, "PLO-Syd", PartyKind.GENERAL_PRACTICE, None),
    (GENERAL_PRACTICE_MIDDELFART, "Almen praksis i Middelfart", PartyKind.GENERAL_PRACTICE, None),
    (PATIENTS, "Patient- og pårørenderådet i Region Syddanmark", PartyKind.PATIENTS, REGION),
    (AUDITORS, "Ekstern revision", PartyKind.EXTERNAL, None),
)
"""(id, name, kind, parent)"""
CLUSTER_PARTIES = (REGION, HOSPITAL, PSYCHIATRY, FREDERICIA, KOLDING, MIDDELFART, VEJLE, PLO_SYD, PATIENTS)


ELECTED = "Medlem af politisk niveau"
MEMBER = "Medlem af fagligt strategisk niveau"
COORDINATOR = "Medlem af koordinerende niveau"

PLAYERS = (
    Player("secretary", "7beb0184-e657-4c6a-bcc5-88240c1993be", REGION, "Sekretær", "Sekretær for klyngen"),
    Player("auditor", "e91427ef-19d8-44a2-8991-2bf95d7032e1", AUDITORS, "Revisor", "Revisor"),
    Player("co-chair-region", "3e7b9783-6aeb-4ece-897a-28d6814a630e", REGION, "Medformand, region", MEMBER),
    Player("hospital", "9c731dba-950c-4038-ae6d-0638c695e7b6", HOSPITAL, "Medlem, Sygehus Lillebælt", MEMBER),
    Player("psychiatry", "bd7b9016-1546-42eb-b354-704fdad1023f", PSYCHIATRY, "Medlem, psykiatrien", MEMBER),
    Player("co-chair-municipal", "453d4f01-fa64-48e8-a170-2caeab262930", FREDERICIA, "Medformand, kommuner", MEMBER),
    Player("kolding", "55a1fcaf-6b33-4834-820d-763dbdf89f35", KOLDING, "Medlem, Kolding Kommune", MEMBER),
    Player("middelfart", "2112bde3-aeca-4a80-807d-a09686110b3f", MIDDELFART, "Medlem, Middelfart Kommune", MEMBER),
    Player("vejle", "eb63771d-3894-495d-87f0-fcb144e9549f", VEJLE, "Medlem, Vejle Kommune", MEMBER),
    Player("plo-syd", "517c7b35-ebd6-4910-8b1c-95f64806e9ae", PLO_SYD, "Medlem, PLO-Syd", MEMBER),
    Player("patients", "c5a74eb7-e384-40b3-b5c0-35c0e166e0f3", PATIENTS, "Medlem, patienter og pårørende", MEMBER),
    Player("observer", "96425384-7686-4321-abc7-9fc01979d5b6", REGION, "Observatør", "Observatør"),
    Player("elected-region", "93030a16-bd80-417e-88e1-508584246edb", REGION, "Medformand, regionsrådet", ELECTED),
    Player("elected-fredericia", "b54f0115-a8d5-49d0-af4e-ed03415e9aac", FREDERICIA, "Politiker, Fredericia", ELECTED),
    Player("elected-kolding", "3b57ac62-a20b-41f6-9c0b-af39e75052df", KOLDING, "Politiker, Kolding", ELECTED),
    Player("elected-middelfart", "e59bca2f-0b23-4c63-9642-9f6b6a0eb5d0", MIDDELFART, "Politiker, Middelfart", ELECTED),
    Player("elected-vejle", "83dd7c9b-6840-42da-9d3f-05e166b69c94", VEJLE, "Medformand, byrådene", ELECTED),
    Player("elected-plo-syd", "e44d3077-632f-4a83-beb7-36ce3a2a0666", PLO_SYD, "Politisk medlem, PLO-Syd", ELECTED),
    Player("chief-hospital", "0d8e776c-d502-42e9-a221-48ad4d39122c", HOSPITAL, "Chef, Sygehus Lillebælt", COORDINATOR),
    Player("chief-psychiatry", "07f5634a-0a46-4a0d-a7b5-8fb3d6c527fa", PSYCHIATRY, "Chef, psykiatrien", COORDINATOR),
    Player("chief-fredericia", "e0ad3b64-48e6-415d-964f-ca28934e25a2", FREDERICIA, "Chef, Fredericia", COORDINATOR),
    Player("chief-kolding", "f6cba8e5-b49e-4709-98a6-b5fadd4099df", KOLDING, "Chef, Kolding", COORDINATOR),
    Player("chief-middelfart", "07f39c11-fdd2-42d2-876f-a96b3e3c71f8", MIDDELFART, "Chef, Middelfart", COORDINATOR),
    Player("chief-vejle", "4805b4f5-92b9-428b-9729-9bf22f57e26e", VEJLE, "Chef, Vejle", COORDINATOR),
    Player("consultant", "fb7304a9-2292-462a-840e-c231cf5ab24d", PLO_SYD, "Praksiskonsulent, PLO-Syd", COORDINATOR),
)  # fmt: skip

CAST = cast_of(PLAYERS)
SIGN_INS = {
    "secretary": "secretary",
    "co-chair": "co-chair-region",
    "member": "plo-syd",
    "observer": "observer",
    "auditor": "auditor",
}


SECRETARIAT = SeatPlan(seat="sekretariat", right=ByRole(words="klyngens sekretariat"), voice=Voice.SECRETARIAT)
MUNICIPAL = (
    by_party("fredericia", FREDERICIA),
    by_party("kolding", KOLDING),
    by_party("middelfart", MIDDELFART),
    by_party("vejle", VEJLE),
)

POLITICAL_SEATS = (by_party("region", REGION), *MUNICIPAL, by_party("plo-syd", PLO_SYD), SECRETARIAT)
STRATEGIC_SEATS: tuple[SeatPlan[str], ...] = (
    by_party("region", REGION),
    by_party("sygehus", HOSPITAL),
    by_party("psykiatri", PSYCHIATRY),
    *MUNICIPAL,
    by_party("plo-syd", PLO_SYD),
    SeatPlan(seat="patienter", right=ByPatients(), voice=Voice.VOTE),
    SeatPlan(seat="observatoer", right=ByRole(words="observatør"), voice=Voice.OBSERVER),
    SECRETARIAT,
)
COORDINATING_SEATS = (
    by_party("sygehus", HOSPITAL),
    by_party("psykiatri", PSYCHIATRY),
    *MUNICIPAL,
    by_party("plo-syd", PLO_SYD),
    SECRETARIAT,
)

SEATED: dict[str, dict[str, str]] = {
    "political": {
        "region": "elected-region",
        "fredericia": "elected-fredericia",
        "kolding": "elected-kolding",
        "middelfart": "elected-middelfart",
        "vejle": "elected-vejle",
        "plo-syd": "elected-plo-syd",
    },
    "strategic": {
        "region": "co-chair-region",
        "sygehus": "hospital",
        "psykiatri": "psychiatry",
        "fredericia": "co-chair-municipal",
        "kolding": "kolding",
        "middelfart": "middelfart",
        "vejle": "vejle",
        "plo-syd": "plo-syd",
        "patienter": "patients",
        "observatoer": "observer",
    },
    "coordinating": {
        "sygehus": "chief-hospital",
        "psykiatri": "chief-psychiatry",
        "fredericia": "chief-fredericia",
        "kolding": "chief-kolding",
        "middelfart": "chief-middelfart",
        "vejle": "chief-vejle",
        "plo-syd": "consultant",
    },
}
"""body -> seat -> part; the secretariat's seats are filled first, by the administrator."""

CHAIRS = {
    "political": {"region": "region", "vejle": "kommuner"},
    "strategic": {"region": "region", "fredericia": "kommuner"},
}
"""body -> seat -> side. The source names no chairs of the coordinating level, and none are made up."""
