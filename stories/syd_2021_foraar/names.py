"""Names of this story's streams."""

CLUSTER = "syd/cluster/syd"
POLITICAL = "syd/body/political"
STEERING = "syd/body/steering"
OPERATIONS = "syd/body/operations"
COORDINATION_COMMITTEE = "nordjylland/body/sundhedskoordinationsudvalget"

PAPER = "syd/document/status-2021-foraar"
MEETING = "syd/meeting/2020-2021-steering"
POLITICAL_MEETING = "syd/meeting/2020-2021-political"
PROJECTS = "syd/mandate/improvement-project"

CHILDREN_WISHED = "syd/referral/boern-og-unge"
NEW_HOSPITAL_TALK = "syd/referral/nyt-universitetshospital"
OWN_FOLLOW_UP = "syd/action/egen-opfoelgning"
DASHBOARD = "syd/action/faelles-dashboard"
