"""The evening of 9 April 2024 as an auditor reads it, written by hand from the facts of the paper (004.2–004.10).

Times are Danish. Nothing here is taken from what the code gave.
"""

MEETING = "lillebaelt/meeting/2024-04-09-strategic"
PROJECT = "lillebaelt/initiative/middelfart"
TRAINING = "lillebaelt/proposal/traening"
COERCION_AND_VIOLENCE = "lillebaelt/proposal/tvang-og-vold"
ACUTE = "lillebaelt/proposal/akut"

WELCOME = (
    ("18:00:00", MEETING, "Mødet er åbnet; mødeleder: Medformand, region."),
    ("18:00:20", MEETING, "Punkt 1 behandles."),
    ("18:01:00", MEETING, "Orientering: Medformanden bød velkommen."),
    (
        "18:02:30",
        MEETING,
        "Orientering: Et medlem er afgået ved døden. Medlemmet repræsenterede regionens patient- og pårørenderåd.",
    ),
    ("18:04:00", MEETING, "Punkt 1 er afsluttet."),
    (
        "18:04:30",
        "dk/person/c5a74eb7-e384-40b3-b5c0-35c0e166e0f3",
        "Et dødsfald er registreret; ledige pladser: patienter i Fagligt strategisk niveau.",
    ),
    (
        "18:04:30",
        "lillebaelt/membership/strategic",
        # The paper does not say on which day.
        "Medlem, patienter og pårørende er udtrådt af Fagligt strategisk niveau (død); pladsen patienter er ledig.",
    ),
)
SAID_OF_MIDDELFART = (
    ("18:06:00", MEETING, "Punkt 2 behandles."),
    (
        "18:06:40",
        MEETING,
        "Orientering: Projektet er en investering i kvalitet tæt på borgeren, ikke en besparelse. "
        "Sektorernes ressourcer bruges stadig fuldt ud. Modellen giver mening for borgere og medarbejdere.",
    ),
    (
        "18:08:00",
        MEETING,
        "PLO-Syd støtter: Projektet og den rammedelegation, der bærer det. Sektorerne skal blive ved med at tale sammen.",
    ),
    (
        "18:09:00",
        MEETING,
        "PLO-Syd, opfordring til kommunerne: Tag praksiskonsulenten, PLO-K eller KLU med, "
        "når I lokalt drøfter og beslutter indførelse og arbejdsgange.",
    ),
    (
        "18:10:00",
        MEETING,
        "Orientering: Projektet ligner FLUS-projektet i Kolding. "
        "Middelfart har rammedelegation; Kolding scanner lunger med ultralyd.",
    ),
    ("18:11:00", MEETING, "Kommunerne ønsker: At kunne tilpasse indsatsen til forholdene lokalt."),
    (
        "18:12:00",
        MEETING,
        "Sygehus Lillebælt anbefaler: Brug alle projektets elementer. Så bliver kvaliteten fuld, "
        "og sygehuset kan arbejde sikkert og ens med alle kommuner.",
    ),
    (
        "18:12:50",
        MEETING,
        "Middelfart Kommune anbefaler: Brug alle projektets elementer, så kvaliteten bliver fuld.",
    ),
    (
        "18:13:40",
        MEETING,
        "Middelfart Kommune, tilbud til kommunerne: Vi rådgiver og vejleder gerne på alle niveauer, "
        "hvis I vælger at indføre indsatsen.",
    ),
    (
        "18:14:30",
        MEETING,
        "Opmærksomhedspunkt: Kommunerne skal selv afklare organisering og investering. "
        "De skal tale tæt sammen med både sygehuset og almen praksis.",
    ),
    (
        "18:15:20",
        MEETING,
        "Bemærkning: Modellen kan danne præcedens for andre klynger og regioner. "
        "Konkrete problemer, for eksempel lokale depoter, løses pragmatisk og med andres erfaringer.",
    ),
    (
        "18:16:10",
        MEETING,
        "Fagligt strategisk niveau, ønske: Bilaget om projektets udgifter skal arbejdes igennem.",
    ),
    (
        "18:17:00",
        PROJECT,
        "Evaluering (midtvejs): Erfaringerne indtil nu regnes som en midtvejsevaluering. "
        "Den endelige evaluering ventes stadig i 3. kvartal 2024.",
    ),
)
QUESTIONS_OF_MIDDELFART = (
    ("18:18:00", MEETING, "Spørgsmål: Skal klyngemidler betale for at prøve modellen i flere kommuner?"),
    (
        "18:19:00",
        MEETING,
        "»Skal klyngemidler betale for at prøve modellen i flere kommuner?«: der er enighed. "
        "Nej. Vil kommuner indføre modellen lokalt, bør klyngemidler ikke gå til mere afprøvning.",
    ),
    (
        "18:19:50",
        MEETING,
        "Spørgsmål: Kan klyngemidler betale en lokal projektleder, hvis en kommune indfører modellen sammen med "
        "for eksempel erfaringer fra FLUS?",
    ),
    (
        "18:21:30",
        MEETING,
        "»Kan klyngemidler betale en lokal projektleder, hvis en kommune indfører modellen sammen med "
        "for eksempel erfaringer fra FLUS?«: ikke konkluderet samlet.",
    ),
    ("18:22:00", MEETING, "Spørgsmål: Kan regionen betale POCT-udstyr og testkits i kommunerne?"),
    ("18:22:20", MEETING, "»Kan regionen betale POCT-udstyr og testkits i kommunerne?«: skal afklares."),
    ("18:22:50", MEETING, "Spørgsmål: Kan IV-aftalens finansieringsnøgle bruges fremover?"),
    (
        "18:23:20",
        MEETING,
        "»Kan IV-aftalens finansieringsnøgle bruges fremover?«: skal afklares. "
        "Borgeren betaler selv tabletter, mens region og kommune betaler IV. Det kan give ulighed.",
    ),
    ("18:23:50", MEETING, "Spørgsmål: Hvordan skal IV-medicin opbevares i kommunerne?"),
    ("18:24:10", MEETING, "»Hvordan skal IV-medicin opbevares i kommunerne?«: skal afklares."),
)
DECIDED_OF_MIDDELFART = (
    (
        "18:25:30",
        MEETING,
        "Beslutning 2.1: besluttet. Erfaringer og principper fra Middelfart tilpasses lokalt. "
        "Det er en vigtig anbefaling, at kerneelementerne er med; ellers bliver kvaliteten ikke den samme.",
    ),
    (
        "18:25:30",
        PROJECT,
        "Tilpasses: Modellen følger de lokale rammer i andre kommuner. "
        "Kernen: Kerneelementerne skal med, hvis kvaliteten skal være som i Middelfart.",
    ),
    (
        "18:27:00",
        MEETING,
        "Beslutning 2.2: oversender til Politisk niveau. Sagen sendes til politisk niveau. "
        "Der lægges vægt på, at det er en investering i kvalitet. "
        "Oplægget er at drøfte indførelsen lokalt, når kommunerne forhandler budget.",
    ),
    (
        "18:27:00",
        "lillebaelt/referral/middelfart-til-politisk",
        "Sendt til Politisk niveau: Vil kommunerne drøfte modellen fra Middelfart i de kommende budgetforhandlinger? "
        "Den er en investering i kvalitet. Ventes behandlet 26. april 2024.",
    ),
    (
        "18:28:00",
        "lillebaelt/action/udgiftsbilag",
        "Det er ikke oplyst, hvem der skal: gennemarbejde bilaget om projektets udgifter.",
    ),
    ("18:29:00", MEETING, "Punkt 2 er afsluttet."),
)
FUNDS_DISCUSSED = (
    ("18:30:00", MEETING, "Punkt 3 behandles."),
    (
        "18:33:00",
        MEETING,
        "Fagligt strategisk niveau støtter: Mindre tvang i psykiatrien, hvor Vejle Kommune og psykiatrien samarbejder.",
    ),
    (
        "18:36:00",
        MEETING,
        "Fagligt strategisk niveau støtter: De to forslag om træning, gerne som ét bredt tema. "
        "Det passer godt til sundhedsaftalen.",
    ),
    (
        "18:39:00",
        MEETING,
        "Fagligt strategisk niveau støtter: Udvidet udredning i hjemmet i Kolding: blodprøver og FLUS.",
    ),
    ("18:42:00", MEETING, "Spørgsmål: Skal politisk niveau også have økonomiske overslag?"),
    (
        "18:44:00",
        MEETING,
        "»Skal politisk niveau også have økonomiske overslag?«: fravalgt. "
        "Tiden til den 26. april er for kort til at regne ordentligt på økonomi, indsats og deltagere.",
    ),
)
THEMES_RECOMMENDED = (
    (
        "18:47:00",
        MEETING,
        "Beslutning 3.0: drøftet. Anbefalingerne fra koordinerende niveau er drøftet.",
    ),
    (
        "18:49:00",
        MEETING,
        "Beslutning 3.1: indstiller. Temaet »Træning« indstilles. Det samler de to forslag om træning.",
    ),
    (
        "18:49:00",
        TRAINING,
        "Træning er dannet af Træning for livet og Hård styrketræning for ældre (sammenlagt).",
    ),
    ("18:49:00", "lillebaelt/proposal/traening-for-livet", "Indgår nu i Træning."),
    ("18:49:00", "lillebaelt/proposal/haard-styrketraening", "Indgår nu i Træning."),
    ("18:49:00", TRAINING, "Indstillet til Politisk niveau (fast)."),
    (
        "18:51:00",
        MEETING,
        "Beslutning 3.2: indstiller. Temaet »Mindre tvang i psykiatrien og mindre vold på botilbud« indstilles.",
    ),
    (
        "18:51:00",
        COERCION_AND_VIOLENCE,
        "Mindre tvang i psykiatrien og mindre vold på botilbud er dannet af Mindre tvang i psykiatrien (generaliseret).",
    ),
    (
        "18:51:00",
        "lillebaelt/proposal/tvang",
        "Indgår nu i Mindre tvang i psykiatrien og mindre vold på botilbud.",
    ),
    ("18:51:00", COERCION_AND_VIOLENCE, "Indstillet til Politisk niveau (fast)."),
    (
        "18:54:00",
        MEETING,
        "Beslutning 3.3: kan overvejes. Temaet »Akutområdet: færre indlæggelser« kan overvejes. "
        "FLUS indstilles ikke for sig selv, da der ikke er resultater endnu.",
    ),
    ("18:54:00", ACUTE, "Akutområdet: færre indlæggelser er dannet (nyt)."),
    (
        "18:54:00",
        "lillebaelt/proposal/udredning-kolding",
        "Sat i bero: FLUS har ikke resultater endnu. Ses sammen med Akutområdet: færre indlæggelser.",
    ),
    ("18:54:00", ACUTE, "Indstillet til Politisk niveau (kan overvejes)."),
)
NEXT_STEPS = (
    (
        "18:57:00",
        MEETING,
        "Beslutning 3.4: besluttet. Når politisk niveau har valgt, arbejder strategisk og koordinerende niveau videre: "
        "projektbeskrivelser, økonomi og hvem der deltager. Afventer: Politisk niveau skal prioritere temaerne.",
    ),
    (
        "18:57:00",
        "lillebaelt/condition/c2",
        "Afventer Politisk niveau: mødet den 26. april 2024; indtil da holdes beslutning 3.4, "
        "Fagligt strategisk niveau, 9. april 2024 tilbage.",
    ),
    (
        "18:57:00",
        "lillebaelt/referral/temaer-til-politisk",
        "Sendt til Politisk niveau: Hvilke temaer skal have klyngemidler? Træning og mindre tvang og vold er indstillet; "
        "akutområdet kan overvejes. Ventes behandlet 26. april 2024.",
    ),
    (
        "18:57:00",
        "lillebaelt/referral/forslag",
        "Besvaret ved beslutning 3.4, Fagligt strategisk niveau, 9. april 2024: To temaer indstilles: "
        "træning samt mindre tvang i psykiatrien og mindre vold på botilbud. Akutområdet kan overvejes. "
        "FLUS indstilles ikke for sig selv, da der ikke er resultater endnu.",
    ),
    ("18:59:20", MEETING, "Punkt 3 er afsluttet."),
    ("19:00:00", MEETING, "Mødet er hævet."),
)

EVENING = (
    *WELCOME,
    *SAID_OF_MIDDELFART,
    *QUESTIONS_OF_MIDDELFART,
    *DECIDED_OF_MIDDELFART,
    *FUNDS_DISCUSSED,
    *THEMES_RECOMMENDED,
    *NEXT_STEPS,
)
"""(clock, stream, sentence) of every event, in order."""
