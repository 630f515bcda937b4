"""Why an initiative's rules say no, and what to do instead."""

from domain.refusal import Reasons

REFUSALS: Reasons = {
    "initiative.exists": ("Indsatsen findes.", "The initiative exists."),
    "initiative.too-many-parties": ("Højst {count} parter.", "At most {count} parties."),
    "initiative.no-plan": ("Skriv, hvilken plan temaet {theme} hører til.", "Say which plan the theme {theme} is of."),
    "initiative.theme-unknown": ("Temaet {theme} findes ikke i {plan}.", "The theme {theme} is not in {plan}."),
    "initiative.theme-twice": (
        "Temaet {theme} står to gange; en indsats hører til ét tema og støtter andre.",
        "The theme {theme} stands twice; an initiative belongs to one theme and supports others.",
    ),
    "initiative.criteria-count": (
        "Der er {count} kriterier; mindst og højst skal ligge inden for dem.",
        "There are {count} criteria; at least and at most must lie within them.",
    ),
    "initiative.already-ended": ("Indsatsen er afsluttet.", "The initiative has ended."),
    "initiative.ends-later": (
        "{day} er ikke kommet. Forlæng indsatsen til den dag, og afslut den, når den er slut.",
        "{day} has not come. Prolong the initiative until that day, and end it when it is over.",
    ),
    "initiative.not-underway": ("Indsatsen er ikke i gang.", "The initiative is not at work."),
    "initiative.not-paused": ("Indsatsen er ikke på pause.", "The initiative is not paused."),
    "initiative.resume-it": ("Indsatsen er på pause; genoptag den.", "The initiative is paused; resume it."),
    "initiative.on-hold": ("Afventer {condition}.", "Awaits {condition}."),
    "initiative.no-chooser": (
        "Skriv, hvilket forum der har valgt forbedringsprojektet.",
        "Say which body has chosen the improvement project.",
    ),
    "initiative.remark-exists": ("Bemærkningen {remark} findes.", "The remark {remark} exists."),
    "initiative.no-remark": (
        "Der er ingen åben bemærkning {remark}.",
        "There is no open remark {remark}.",
    ),
    "initiative.others-remark": (
        "Bemærkningen {remark} er fra {body}; kun dér kan den siges at være besvaret.",
        "The remark {remark} is by {body}; only there can it be said to be answered.",
    ),
    "initiative.not-ordered": (
        "Indsatsen er ikke bestilt, så der er ingen ordre at bekræfte.",
        "The initiative is not ordered, so there is no order to confirm.",
    ),
    "initiative.no-owner": (
        "Skriv, hvem der ejer indsatsen, eller hvilken gruppe der bærer den.",
        "Say who owns the initiative, or which group carries it.",
    ),
    "initiative.not-owned": ("Indsatsen har ingen ejer endnu.", "The initiative has no owner yet."),
    "initiative.delivery-incomplete": (
        "Ordrebekræftelsen mangler {field}.",
        "The order confirmation does not say {field_en}.",
    ),
    "initiative.not-confirmed": ("Der er ingen ordrebekræftelse.", "There is no order confirmation."),
    "initiative.was-returned": (
        "Udgave {revision} er sendt tilbage; ejeren skriver en ny.",
        "Revision {revision} was returned; the owner writes another.",
    ),
    "initiative.revision-stale": (
        "Udgave {revision} er ikke den seneste; det er udgave {latest}.",
        "Revision {revision} is not the latest; that is revision {latest}.",
    ),
    "initiative.approvals-order": ("{body} godkender først.", "{body} approves first."),
    "initiative.approval-too-early": (
        "Beslutningen {decision} er ikke truffet efter den foregående godkendelse.",
        "Decision {decision} was not taken after the approval before it.",
    ),
    "initiative.remark-open": (
        "Bemærkningen fra {body} er ikke besvaret.",
        "The remark by {body} is not answered.",
    ),
    "initiative.colour-without-reason": ("Gul og rød kræver en grund.", "Yellow and red need a reason."),
    "initiative.on-course": ("Indsatsen er ikke gul eller rød.", "The initiative is neither yellow nor red."),
    "initiative.no-remedier": (
        "Skriv, hvem der har aftalt det; indsatsen ligger hos {body}.",
        "Say who agreed it; the initiative lies with {body}.",
    ),
    "initiative.not-next": ("Næste led er {body}.", "The next in line is {body}."),
    "initiative.last-in-line": ("Der er intet led efter {body}.", "Nobody is in line after {body}."),
    "initiative.orderer-only": (
        "Kun {body}, der bestilte, kan udvide.",
        "Only {body}, who ordered it, can widen it.",
    ),
    "initiative.no-evaluation": ("Udbredelse forudsætter en evaluering.", "It is spread after an evaluation."),
    "initiative.step-unknown": (
        "Der er {count} forpligtelsestrin.",
        "There are {count} steps of commitment.",
    ),
    "initiative.step-order": ("Trin {order} kommer først.", "Step {order} comes first."),
    "initiative.post-days": (
        "Fra {from_on} til {ceases_on} er der ingen dag.",
        "There is no day from {from_on} to {ceases_on}.",
    ),
    "initiative.not-a-target": (
        "{initiative} er afsluttet, overdraget eller indsatsen selv.",
        "{initiative} has ended, is handed over or is the initiative itself.",
    ),
}
