"""What the papers of 000 to 003 say was decided: item by item, read there and written by hand.

Each row: the item's number, the outcome in the words of the register, the recommendations it answers, and words that the
decision's text must hold. 004 stands in evening_in_words.py, sentence by sentence.
"""

Row = tuple[str, str, tuple[str, ...], str]

MIDT: tuple[Row, ...] = (
    # No recommendation; the minutes have two words.
    ("1", "no-remarks", (), "intet"),
    # Discussed, for example whether the target group can be widened, and whether the need for treatment changes.
    ("2", "discussed", ("1",), "målgruppen"),
    # The model was gone through, the initiatives are started; that the status was noted is not said.
    ("3", "not-minuted", ("1",), "siger ikke"),
    # Support for the target group and the interventions; a wish for follow-up.
    ("4", "supported", ("1",), "opbakning"),
    # The patients' talk was discussed; it was decided to raise joint purchasing.
    ("5", "discussed", ("1",), "oplæg"),
    ("5", "raises", (), "indkøb"),
    # Three subjects were discussed; agreed to follow them.
    ("6", "discussed", ("1",), "dosispakket"),
    ("6", "agreed", (), "følger"),
    # Under any other business nothing was decided.
)
IN_MARCH: tuple[Row, ...] = (
    ("–", "approved-with-remark", (), "15 indsatser"),
    ("–", "decided", (), "analyse"),
    ("–", "approved", (), "IPS"),
    ("– –", "agreed", (), "patienternes udvalg"),
)
IN_APRIL: tuple[Row, ...] = (("–", "decided", (), "ældste 2 %"),)

RANDERS: tuple[Row, ...] = (
    # Recommended: discuss. Written under decision: information on progress, an overview attached.
    ("1", "not-minuted", ("1",), "orienteret"),
    # Two of four wish to take part, provided that a part is enough; until the answer nothing more is planned.
    ("2", "approved-conditionally", ("1",), "kun en del"),
    ("2", "decided", (), "ikke mere"),
    # Recommended: take note. Written: information, the plan runs to 2024.
    ("3", "not-minuted", ("1",), "orienteret"),
    # Recommended: two. Written: one has come forward, another as substitute.
    ("4", "appoints", ("1",), "suppleant"),
    # Two wishes; the working group takes one up on 23 September.
    ("5", "discussed", ("1",), "23. september"),
    # Information on operation; work on the 28 days; an economy group with one of each, the hospital's own proposal.
    ("6", "not-minuted", ("1",), "driften"),
    ("6", "decided", (), "28 dage"),
    ("6", "establishes", ("2",), "økonomigruppe"),
    # Crisis meetings go on; a small group decides when they are.
    ("7", "decided", ("1",), "Krisemøderne"),
    ("7", "delegates", (), "bestemmer"),
    # Noted, and recognition was expressed.
    ("8", "noted-with-recognition", ("1",), "anerkendelse"),
    # A decision under any other business.
    ("9", "decided", (), "indikatorer"),
)

SYD: tuple[Row, ...] = (
    # The report names neither the meeting nor its day: psychiatry and somatic care together, and the first project.
    ("–", "decided", (), "Psykiatri og somatik"),
    ("– –", "decided", (), "genindlæggelser"),
    # Agreed by the administrations; that it was this group is worked out.
    ("– – –", "decided", (), "fast nøgle"),
)
SYD_POLITICAL: tuple[Row, ...] = (
    # Smoking was first on the political agenda; agreed that the cluster has come far.
    ("–", "agreed", (), "langt med rygning"),
    # A wish of the politicians for a focus on children and young people.
    ("– –", "refers", (), "børn og unge"),
)

# Of these meetings the report gives neither numbers nor titles; what is decided stands in its text by date.
AARHUS_FIRST: tuple[Row, ...] = (("–", "decided", (), "Tre temaer"),)
AARHUS_THEMES: tuple[Row, ...] = (
    ("–", "decided", (), "10-årsplanen"),
    ("– –", "decided", (), "forløbsguiden"),
    ("– –", "decided", (), "Velfærdsteknologiens Hus"),
    ("– –", "decided", (), "GDPR"),
    ("– – –", "decided", (), "forskere"),
    # That the plan was adopted as one is worked out.
    ("– – – –", "approved", (), "Handleplanen"),
)
AARHUS_DIRECTORS: tuple[Row, ...] = (
    ("–", "decided", (), "én fælles pulje"),
    ("–", "approved", (), "evaluering"),
)
AARHUS_NOVEMBER: tuple[Row, ...] = (
    # Agreed, says the report; nobody decided.
    ("–", "agreed", (), "sundhedshusene"),
    ("– –", "decided", (), "muligheder"),
    ("– –", "establishes", (), "planlægningsgruppe"),
)
AARHUS_APRIL: tuple[Row, ...] = (("–", "not-minuted", (), "skal drøftes"),)
