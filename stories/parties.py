"""Parties that more than one story needs, so that each registers them alike."""

from domain.party import PartyKind
from stories.telling import Party

REGION_NORDJYLLAND = Party("dk/party/region-nordjylland", "Region Nordjylland", PartyKind.REGION)
AALBORG_HOSPITAL = Party(
    "dk/party/aalborg-universitetshospital", "Aalborg Universitetshospital", PartyKind.HOSPITAL, REGION_NORDJYLLAND.id
)
PSYCHIATRY_NORTH = Party(
    "dk/party/psykiatrien-nordjylland", "Psykiatrien i Region Nordjylland", PartyKind.PSYCHIATRY, REGION_NORDJYLLAND.id
)
PLO_NORD = Party("dk/party/plo-nordjylland", "PLO-Nordjylland", PartyKind.GENERAL_PRACTICE)
AUDITORS_NORTH = Party("dk/party/revision-nordjylland", "Revision, Nordjylland", PartyKind.EXTERNAL)

REGION_MIDTJYLLAND = Party("dk/party/region-midtjylland", "Region Midtjylland", PartyKind.REGION)
AUDITORS_MIDT = Party("dk/party/revision-midtjylland", "Revision, Midtjylland", PartyKind.EXTERNAL)
