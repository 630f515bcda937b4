"""Meeting (møde): who is in the room, what is on the floor, what was decided. One stream of several nouns, a file each."""

from typing import Any

from domain.kernel import Asked, Event, Kind, Unknown
from domain.meeting import (
    agenda,
    apologies,
    attendance,
    call,
    closed_papers,
    correction,
    course,
    decision,
    discussion,
    doors,
    floor,
    guests,
    moving,
    promised,
    revisions,
    sending,
    standing,
)
from domain.meeting.state import State
from domain.meeting.voice import has_voice
from domain.nouns import commands_of, events_of, nouns_by_class
from domain.refusal import Reasons

NOUNS = (
    moving,
    course,
    agenda,
    revisions,
    sending,
    doors,
    closed_papers,
    floor,
    promised,
    apologies,
    attendance,
    guests,
    discussion,
    decision,
    standing,
    correction,
)
NOUN_OF = nouns_by_class(*NOUNS)


def evolve(state: State, event: Any) -> State:
    if isinstance(event, call.Events):
        return call.evolve(state, event)
    return NOUN_OF[type(event)].evolve(state, event)  # type: ignore[no-any-return]


def decide(command: Any, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, call.Commands):
        return call.decide(command, state, asked)
    assert not isinstance(state, Unknown)
    has_voice(command, state, asked)
    return NOUN_OF[type(command)].decide(command, state, asked)  # type: ignore[no-any-return]


REFUSALS: Reasons = {
    "meeting.exists": ("Mødet findes allerede.", "The meeting already exists."),
    "meeting.body-ceased": ("{body} findes ikke den {day}.", "{body} does not exist on {day}."),
    "meeting.ends-before-start": ("Mødet slutter, før det begynder.", "The meeting ends before it begins."),
    "meeting.led-by-dead": ("{person} er død og kan ikke lede mødet.", "{person} has died and cannot lead the meeting."),
    "meeting.already-open": ("Mødet er åbnet.", "The meeting is open."),
    "meeting.not-open": ("Mødet er ikke åbnet.", "The meeting is not open."),
    "meeting.already-adjourned": ("Mødet er hævet.", "The meeting is adjourned."),
    "meeting.already-held": ("Mødet er holdt.", "The meeting has been held."),
    "meeting.seat-unknown": ("Pladsen {seat} findes ikke i {body}.", "The seat {seat} does not exist in {body}."),
    "meeting.called-off": ("Mødet er aflyst.", "The meeting is called off."),
    "meeting.on-pause": ("Mødet holder pause; genoptag det først.", "The meeting pauses; resume it first."),
    "meeting.item-open": ("{item} er under behandling.", "{item} is on the floor."),
    "meeting.item-unknown": ("Punktet {item} findes ikke.", "The item {item} does not exist."),
    "meeting.item-closed": ("{item} er afsluttet; genåbn det først.", "{item} is settled; reopen it first."),
    "meeting.item-decided": ("Der er truffet beslutning {decision} om {item}; punktet kan ikke tages af.",
                             "Decision {decision} was taken about {item}; it cannot be taken off."),
    "meeting.premise-of-other": ("Indstilling {other} gælder kun, hvis {recommendation} er tiltrådt; træk den først.",
                                 "Recommendation {other} applies only if {recommendation} is adopted; withdraw it first."),
    "meeting.numbered": ("Nummeret {number} er brugt.", "The number {number} is taken."),
    "meeting.agenda-full": ("Dagsordenen er fuld ({count}).", "The agenda is full ({count})."),
    "meeting.agenda-empty": ("Dagsordenen er tom; sæt punkter på først.", "The agenda is empty; add items first."),
    "meeting.agenda-fixed": ("Dagsordenen er godkendt; kun mødelederen kan ændre den.",
                             "The agenda is adopted; only the chair can change it."),
    "meeting.late-item": ("Dagsordenen er godkendt; kun mødet selv kan optage punktet.",
                          "The agenda is adopted; only the meeting itself can take the item on."),
    "meeting.item-twice": ("{item} står to gange.", "{item} stands twice."),
    "meeting.item-off-agenda": ("{item} er taget af dagsordenen.", "{item} was taken off the agenda."),
    "meeting.recommendation-unknown": ("Indstilling {recommendation} findes ikke.",
                                       "Recommendation {recommendation} does not exist."),
    "meeting.recommendations-full": ("Et punkt har højst {count} indstillinger.", "An item has at most {count} recommendations."),
    "meeting.attachments-full": ("Et punkt har højst {count} bilag.", "An item has at most {count} attachments."),
    "meeting.bytes-missing": ("Bilaget {attachment} er ikke lagt op. Læg filen op først, og tilføj så bilaget.",
                              "The file of {attachment} is not here. Put it here first, then attach it."),
    "meeting.other-size": ("Bilaget {attachment} fylder ikke {size_bytes} bytes. Udelad størrelsen, eller send den rigtige.",
                           "The file of {attachment} is not {size_bytes} bytes. Leave the size out, or send the right one."),
    "meeting.attachment-unknown": ("{item} har intet bilag {attachment}.", "{item} has no attachment {attachment}."),
    "meeting.already-shut": ("{item} er allerede lukket.", "{item} is already behind closed doors."),
    "meeting.doors-open": ("{item} er ikke lukket; der er intet at offentliggøre et uddrag af.",
                           "{item} is not behind closed doors; there is nothing to publish an extract of."),
    "meeting.nothing-discussed": ("{item} er ikke under behandling.", "{item} is not on the floor."),
    "meeting.seat-occupied": ("Pladsen {seat} er taget af {person}.", "The seat {seat} is taken by {person}."),
    "meeting.person-gone": ("{person} er død.", "{person} has died."),
    "meeting.two-seats": ("{person} sidder allerede med stemme på {seat}; forlad den plads først.",
                          "{person} already sits on {seat} with a vote; leave that seat first."),
    "meeting.not-the-holder": ("{person} har ikke pladsen {seat}.", "{person} does not hold the seat {seat}."),
    "meeting.sends-oneself": ("{person} kan ikke komme i stedet for sig selv.", "{person} cannot come instead of themselves."),
    "meeting.is-present": ("{person} er til stede; forlad pladsen i stedet.", "{person} is present; leave the seat instead."),
    "meeting.apologies-full": ("Et møde har højst {count} afbud.", "A meeting has at most {count} apologies."),
    "meeting.guests-full": ("Et møde har højst {count} gæster.", "A meeting has at most {count} guests."),
    "meeting.not-invited": ("{person} er ikke indbudt; indbyd gæsten først.", "{person} is not invited; invite the guest first."),
    "meeting.not-a-substitute": ("{person} er ikke stedfortræder i kæden for pladsen {seat}.",
                                 "{person} is no substitute in the chain of the seat {seat}."),
    "meeting.disqualified": ("{person} er inhabil.", "{person} is recused."),
    "meeting.questions-full": ("Et punkt har højst {count} spørgsmål.", "An item has at most {count} questions."),
    "meeting.question-unknown": ("Spørgsmålet {question} findes ikke.", "The question {question} does not exist."),
    "meeting.question-ended": ("Spørgsmålet {question} er afsluttet.", "The question {question} is concluded."),
    "meeting.refers-to-one": ("Beslutning {decision} skal sendes til ét forum, én part eller én udenfor. Vælg hvilken.",
                              "Decision {decision} must be sent to one body, one party or one outside. Choose which."),
    "meeting.no-quorum": ("Forummet er ikke beslutningsdygtigt: {count} af {need}.", "The body has no quorum: {count} of {need}."),
    "meeting.no-consensus": ("{seat} er ikke enig; forummet beslutter i enighed. Skriv et andet udfald.",
                             "{seat} does not agree; the body decides by consensus. Record another outcome."),
    "meeting.dissent-twice": ("{seat} står to gange med en mindretalsudtalelse. Saml teksten.",
                              "{seat} dissents twice. Join the texts."),
    "meeting.dissent-away": ("{seat} er ikke til stede og kan ikke få en mindretalsudtalelse med.",
                             "{seat} is not in the room and cannot dissent."),
    "meeting.supersedes-waiting": ("Beslutning {decision} afventer noget og kan ikke afløse en anden, før den har virkning.",
                                   "Decision {decision} awaits something and supersedes no other before it takes effect."),
    "meeting.supersedes-others": ("Beslutningen {decision} er truffet af {body}, som alene kan afløse den.",
                                  "Decision {decision} was taken by {body}, which alone may supersede it."),
    "meeting.already-acted-on": ("Beslutning {decision} har haft virkning. Træf en ny, der ændrer den.",
                                 "Decision {decision} has been acted on. Take a new one that changes it."),
    "meeting.answered-twice": ("Indstilling {recommendation} står to gange.", "Recommendation {recommendation} stands twice."),
    "meeting.already-answered": ("Indstilling {recommendation} er besvaret ved beslutning {decision}.",
                                 "Recommendation {recommendation} is answered by decision {decision}."),
    "meeting.premise-missing": ("Indstilling {recommendation} gælder kun, hvis {only_if} er tiltrådt.",
                                "Recommendation {recommendation} applies only if {only_if} is adopted."),
    "meeting.unanswered": ("Indstilling {recommendation} mangler et udfald.", "Recommendation {recommendation} has no outcome."),
    "meeting.too-many-effects": ("En beslutning har højst {count} virkninger.", "A decision has at most {count} effects."),
    "meeting.effect-cannot-wait": ("Virkningen {effect} kan ikke udskydes af en forudsætning.",
                                   "The effect {effect} cannot wait for a condition."),
    "meeting.waits-for-nothing": ("Beslutning {decision} skal vente på mindst én forudsætning.",
                                  "Decision {decision} must wait for at least one condition."),
}  # fmt: skip

MEETING = Kind(
    name="meeting",
    danish="møde",
    events=events_of(call, *NOUNS),
    commands=commands_of(call, *NOUNS),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
