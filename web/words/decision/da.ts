/** Danish words of a decision that is being written: its effects, and what it will be on record as. They come with the form. */

import { ORDERS_MAX } from "../../desk/limits.ts";
import { formatIn } from "../format.ts";

const { day, list } = formatIn("da");
const numbered = (numbers: readonly string[]): string =>
  `${numbers.length === 1 ? "indstilling" : "indstillingerne"} ${list(numbers)}`;
const until = (answerBy: string): string => (answerBy === "" ? "" : ` Frist: ${day(answerBy)}.`);
const since = (from: string): string => (from === "" ? "" : ` fra ${day(from)}`);

/** Labels of the steps of a path: what it is, who takes it, whether it binds. */
export const steps = (label: (n: number) => readonly [string, string, string]): Record<string, string> =>
  Object.fromEntries(
    [1, 2, 3, 4].flatMap((n) => {
      const [step, body, binding] = label(n);
      return [[`step${n}`, step], [`body${n}`, body], [`binding${n}`, binding]];
    }),
  );

/** Labels of what a plan orders: number, title, theme. */
export const orders = (label: (n: number) => readonly [string, string, string]): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: ORDERS_MAX }, (_, at) => at + 1).flatMap((n) => {
      const [number, title, theme] = label(n);
      return [[`number${n}`, number], [`title${n}`, title], [`theme${n}`, theme]];
    }),
  );

export const da = {
  effects: {
    kind: "Virkning",
    choose: "Vælg",
    kinds: {
      "open-condition": "Stil en forudsætning",
      refer: "Oversend til et andet forum",
      "promise-item": "Lov et punkt på et senere møde",
      assign: "Giv en opgave",
      "cancel-action": "Lad en opgave bortfalde",
      appoint: "Udpeg til en plads",
      "name-substitute": "Udpeg en suppleant",
      vacate: "Gør en plads ledig",
      "resolve-condition": "Afgør en forudsætning",
      "waive-condition": "Frafald en forudsætning",
      "answer-referral": "Besvar en henvendelse",
      "withdraw-referral": "Træk en henvendelse tilbage",
      "call-nominations": "Bed en part om at udpege",
      "establish-body": "Nedsæt et forum",
      "give-task": "Giv et forum en opgave",
      "close-body": "Nedlæg et forum",
      "set-path": "Fastlæg, hvem der beslutter",
      delegate: "Overlad noget til et andet forum",
      "end-delegation": "Tag noget overladt tilbage",
      hold: "Hold en indsats tilbage",
      "form-proposal": "Dan et forslag",
      "rank-proposal": "Prioritér et forslag",
      "recommend-proposal": "Indstil et forslag",
      "park-proposal": "Sæt et forslag i bero",
      "choose-proposal": "Vælg et forslag",
      "approve-proposal": "Godkend et forslag endeligt",
      "turn-down-proposal": "Fravælg et forslag",
      "approve-termination": "Godkend opsigelse af en aftale",
      "widen-agreement": "Udvid en aftale",
      "narrow-agreement": "Indsnævr en aftale",
      "adjust-agreement": "Justér en aftale",
      "name-owner": "Lad et forum følge en aftale",
      "judge-target": "Bedøm et mål",
      remark: "Giv en indsats en bemærkning",
      "answer-remark": "Sig, at en bemærkning er besvaret",
      "assign-owner": "Placér ansvaret for en indsats",
      "approve-confirmation": "Godkend en ordrebekræftelse",
      "return-confirmation": "Send en ordrebekræftelse tilbage",
      "agree-remedy": "Aftal afhjælpning ved gul eller rød",
      escalate: "Løft en indsats til næste led",
      adapt: "Tilpas en indsats",
      spread: "Udbred en indsats",
      "reach-step": "Sig, hvor langt et forpligtelsestrin er",
      "begin-operation": "Gør en indsats til drift",
      "merge-initiative": "Læg en indsats sammen med en anden",
      narrow: "Indsnævr en indsats",
      widen: "Udvid en indsats",
      "start-project": "Sæt en indsats i gang",
      pause: "Sæt en indsats på pause",
      resume: "Genoptag en indsats",
      deprioritise: "Giv en indsats lavere prioritet",
      prolong: "Forlæng en indsats",
      "end-initiative": "Afslut en indsats",
      "adopt-plan": "Vedtag en plan med det, den bestiller",
      "set-theme": "Giv en plan et tema eller et pejlemærke",
      "note-focus": "Notér, hvor langt forummet er med et tema",
      "close-plan": "Afslut en plan",
      "turn-down-application": "Giv afslag på en ansøgning",
      "agree-key": "Aftal en fordelingsnøgle",
      "end-key": "Lad en fordelingsnøgle ophøre",
    },
    fields: {
      reached: "Dag",
      late: "Hvis fristen passeres",
      action: "Opgave",
      reason: "Grund",
      seat: "Plads",
      person: "Person",
      cause: "Hvorfor",
      awaits: "Afventer",
      body: "Forum",
      title: "Lov eller aftale",
      words: "Med ord",
      day: "Senest",
      question: "Spørgsmål",
      debtor: "Hvem skal",
      what: "Hvad",
      condition: "Forudsætning",
      met: "Er den opfyldt",
      referral: "Henvendelse",
      text: "Svar",
      reserved: "Med forbehold",
      to: "Til hvem",
      outside: "Organisation",
      party: "Part",
      name: "Navn",
      level: "Niveau",
      parties: "Parter med en plads",
      secretariat: "Sekretariatsplads",
      task: "Opgave til forummet",
      from: "Fra",
      until: "Indtil",
      ceases: "Ophører",
      successor: "Efterfølger",
      subject: "Om hvad",
      own: "Hvad overlades",
      left: "Hvad tages tilbage",
      terms: "Vilkår",
      initiative: "Indsats",
      extent: "Hvor meget",
      proposal: "Forslag",
      how: "Hvordan",
      outOf: "Dannet af",
      place: "Nummer i rækken",
      strength: "Hvor fast",
      agreement: "Aftale",
      change: "Hvad ændres",
      instead: "Hvad gælder i stedet",
      indicator: "Indikator",
      judgement: "Målet er",
      remark: "Bemærkning",
      open: "Bemærkning",
      owners: "Ejere",
      leader: "Leder",
      group: "Gruppe eller udvalg",
      confirmation: "Ordrebekræftelse",
      remedy: "Hvad gøres",
      aspect: "Hvad ændres",
      before: "Før",
      after: "Efter",
      phase: "Fase",
      ending: "Hvordan",
      adapted: "Hvordan tilpasses den",
      core: "Kernen, en del på hver linje",
      at: "Hos hvem",
      rung: "Trin",
      step: "Hvor langt er det",
      operation: "Hvor meget er drift",
      into: "Sammen med",
      plan: "Plan",
      themeKind: "Tema eller pejlemærke",
      number: "Nummer",
      heading: "Titel",
      theme: "Tema",
      focus: "Hvor langt",
      replacedBy: "Afløst af",
      application: "Ansøgning",
      key: "Nøglens navn",
      sharing: "Hvem deler",
      whole: "I alt",
      adopters: "Hvem skal vedtage den",
      stage: "Hvilken evaluering",
      ...orders((n) => [`${n}. indsats: nummer`, `${n}. indsats: titel`, `${n}. indsats: tema`]),
      ...steps((n) => [`${n}. trin`, `Hvem tager ${n}. trin`, `Er ${n}. trin afgørende`]),
    } as Record<string, string>,
    awaits: {
      decision: "En beslutning i et forum",
      law: "En lov eller en aftale",
      day: "At en dag kommer",
      adoption: "At parter vedtager en aftale",
      answer: "Svar på en henvendelse",
      evaluation: "En evaluering af en indsats",
    } as Record<string, string>,
    late: { remind: "Der rykkes", lapse: "Forudsætningen bortfalder" } as Record<string, string>,
    yesNo: { yes: "Ja", no: "Nej" } as Record<string, string>,
    weight: (party: string) => `Andel for ${party}`,
    outside: "En anden organisation …",
    notStated: "Fremgår ikke",
    noneOpen: "Der er ingen at vælge.",
  },
  /** The record's own sentences, said of what is not recorded yet. */
  told: {
    decision: (item: string) => (number: string, outcome: string, text: string) =>
      `Punkt ${item}: Beslutning ${number} er truffet: ${outcome}. ${text}`,
    answers: (numbers: readonly string[]) => `Den svarer på ${numbered(numbers)}`,
    answersNothing: "Den svarer ikke på nogen indstilling",
    dissent: (seat: string, text: string) => `Mindretal, ${seat}: ${text}`,
    condition: (awaits: string, decision: string, by: string, lapses: boolean) =>
      `Afventer ${awaits}; indtil da holdes beslutning ${decision} tilbage.${until(by)}${
        lapses ? " Kommer det ikke i tide, bortfalder beslutningen." : ""
      }`,
    awaitsBody: (body: string, words: string) => `${body}: ${words}`,
    awaitsDay: (reached: string, words: string) => `${reached === "" ? "" : day(reached)}: ${words}`,
    refer: (body: string, question: string, by: string) =>
      `Sendt til ${body}: ${question}${by === "" ? "" : ` Svar senest ${day(by)}.`}`,
    promise: (body: string, question: string, by: string) =>
      `Lovet på et senere møde i ${body}: ${question}${by === "" ? "" : ` Ventes behandlet ${day(by)}.`}`,
    cancel: (action: string, reason: string) => `Opgaven »${action}« er bortfaldet: ${reason}`,
    appoint: (person: string, seat: string, from: string) =>
      `${person} sidder på pladsen ${seat}${from === "" ? "" : ` fra ${day(from)}`}`,
    substitute: (person: string, seat: string, from: string) =>
      `${person} er suppleant for ${seat}${from === "" ? "" : ` fra ${day(from)}`}`,
    vacate: (seat: string, cause: string, from: string) =>
      `Pladsen ${seat} er ledig (${cause})${from === "" ? "" : ` fra ${day(from)}`}`,
    withdraw: (referral: string, reason: string, decision: string) =>
      `»${referral}« er trukket tilbage ved beslutning ${decision}: ${reason}`,
    remark: (outcome: string, remark: string) => `${outcome}: ${remark}`,
    assign: (debtor: string, what: string, by: string) =>
      `${debtor === "" ? "Det er ikke oplyst, hvem der skal" : `${debtor} skal`}: ${what}.${until(by)}`,
    resolve: (condition: string, met: boolean, decision: string) =>
      `Forudsætningen »${condition}« er ${met ? "opfyldt" : "ikke opfyldt"} ved beslutning ${decision}`,
    waive: (condition: string, decision: string) => `Forudsætningen »${condition}« er frafaldet ved beslutning ${decision}`,
    answer: (referral: string, text: string, decision: string) => `»${referral}« er besvaret ved beslutning ${decision}: ${text}`,
    nominations: (party: string, seat: string, what: string, by: string) =>
      `${party} skal udpege til ${seat}${by === "" ? "" : ` senest ${day(by)}`}: ${what}`,
    established: (name: string, level: string, from: string, parties: readonly string[]) =>
      `${name} er oprettet (${level})${since(from)}.${parties.length === 0 ? "" : ` Pladser til ${list(parties)}.`}`,
    task: (body: string, task: string) => `Opgave til ${body}: ${task}`,
    closed: (body: string, on: string, successor: string) =>
      `${body} er nedlagt pr. ${on === "" ? "" : day(on)}${successor === "" ? "" : `; efterfølger: ${successor}`}`,
    step: (step: string, body: string, binding: boolean) => `${step}: ${body}${binding ? " (afgørende)" : ""}`,
    path: (subject: string, from: string, steps: readonly string[]) => `Om ${subject} gælder${since(from)}: ${list(steps)}`,
    delegated: (from: string, step: string, to: string, begins: string, ends: string, terms: string) =>
      `${from} overlader »${step}« til ${to}${since(begins)}${ends === "" ? "" : ` indtil ${day(ends)}`}. ${terms}`,
    ended: (body: string, step: string, on: string) =>
      `${body} har ikke længere »${step}« pr. ${on === "" ? "" : day(on)}`,
    held: (initiative: string, extent: string, condition: string) =>
      `${initiative}: Der arbejdes ikke videre (${extent}), før dette er afgjort: ${condition}`,
    formed: (title: string, how: string, outOf: readonly string[]) =>
      `${title} er dannet${outOf.length === 0 ? "" : ` af ${list(outOf)}`} (${how})`,
    ranked: (proposal: string, place: string, reason: string) =>
      `»${proposal}« er prioriteret${place === "" ? "" : ` som nummer ${place}`}${reason === "" ? "" : `: ${reason}`}`,
    approved: (proposal: string, decision: string) => `»${proposal}« er endeligt godkendt ved beslutning ${decision}`,
    recommended: (proposal: string, body: string, strength: string) => `»${proposal}« er indstillet til ${body} (${strength})`,
    parked: (proposal: string, reason: string) => `»${proposal}« er sat i bero: ${reason}`,
    chosen: (proposal: string, decision: string) => `»${proposal}« er valgt ved beslutning ${decision}`,
    turnedDown: (proposal: string, reason: string) => `»${proposal}« er ikke valgt: ${reason}`,
    terminated: (body: string, agreement: string, on: string, instead: string) =>
      `${body} har godkendt opsigelsen af »${agreement}« pr. ${on === "" ? "" : day(on)}${instead === "" ? "" : `; i stedet: ${instead}`}`,
    widened: (agreement: string, from: string, text: string) => `»${agreement}« er udvidet${since(from)}: ${text}`,
    narrowed: (agreement: string, from: string, text: string) => `»${agreement}« er indsnævret${since(from)}: ${text}`,
    adjusted: (agreement: string, from: string, text: string) => `»${agreement}« er justeret${since(from)}: ${text}`,
    follows: (body: string, agreement: string) => `${body} følger aftalen »${agreement}«`,
    judged: (indicator: string, judgement: string, reason: string) => `Målet for »${indicator}« er ${judgement}: ${reason}`,
    remarked: (initiative: string, body: string, text: string, by: string) =>
      `»${initiative}«: Bemærkning fra ${body}: ${text}${by === "" ? "" : ` Svar ventes ${day(by)}.`}`,
    remarkAnswered: (remark: string, decision: string) => `Bemærkningen »${remark}« er besvaret ved beslutning ${decision}`,
    owned: (initiative: string, who: readonly string[]) =>
      `Ansvaret for »${initiative}« er placeret${who.length === 0 ? "" : ` hos ${list(who)}`}`,
    confirmed: (body: string, confirmation: string) => `${body} har godkendt ordrebekræftelsen af »${confirmation}«`,
    returned: (body: string, confirmation: string, reason: string) =>
      `${body} sendte ordrebekræftelsen af »${confirmation}« tilbage: ${reason}`,
    remedied: (initiative: string, body: string, text: string) => `»${initiative}«: Afhjælpning, ${body}: ${text}`,
    escalated: (initiative: string, from: string, to: string, reason: string) =>
      `»${initiative}« er løftet fra ${from} til ${to}: ${reason}`,
    reached: (initiative: string, aspect: string, before: string, after: string, wider: boolean) =>
      `»${initiative}«: ${aspect} er ${wider ? "udvidet" : "indsnævret"} fra ${before} til ${after}`,
    begun: (initiative: string, phase: string, from: string) => `»${initiative}« er i gang${since(from)} (${phase})`,
    paused: (initiative: string, reason: string) => `»${initiative}« er sat på pause: ${reason}`,
    resumed: (initiative: string) => `»${initiative}« er genoptaget`,
    lowered: (initiative: string, body: string, reason: string) => `»${initiative}« er nedprioriteret af ${body}: ${reason}`,
    prolonged: (initiative: string, until: string) => `»${initiative}« er forlænget til ${until === "" ? "" : day(until)}`,
    over: (initiative: string, how: string, on: string) =>
      `»${initiative}« er afsluttet (${how})${on === "" ? "" : ` pr. ${day(on)}`}`,
    adapted: (initiative: string, text: string, core: readonly string[]) =>
      `»${initiative}« tilpasses: ${text}${core.length === 0 ? "" : ` Kernen: ${list(core)}`}`,
    spread: (initiative: string, parties: readonly string[], from: string) =>
      `»${initiative}« udbredes til ${list(parties)}${since(from)}`,
    stepReached: (initiative: string, order: string, state: string) => `»${initiative}«: Trin ${order}: ${state}`,
    operates: (initiative: string, extent: string, parties: readonly string[], from: string) =>
      `»${initiative}« er i drift (${extent}) hos ${list(parties)}${since(from)}`,
    merged: (initiative: string, into: string) => `»${initiative}« er lagt sammen med »${into}«`,
    adopted: (plan: string, decision: string, from: string, ordered: readonly string[]) =>
      `»${plan}« er vedtaget ved beslutning ${decision}${from === "" ? "" : `, gælder${since(from)}`}. Den bestiller ${list(ordered)}`,
    theme: (kind: string, number: string, title: string) => `${kind} ${number}: ${title}`,
    focus: (theme: string, body: string, focus: string, words: string) => `Fokus på »${theme}« hos ${body} (${focus}): ${words}`,
    planClosed: (plan: string, decision: string, successor: string) =>
      `»${plan}« er afsluttet ved beslutning ${decision}${successor === "" ? "" : `; afløst af »${successor}«`}`,
    refused: (application: string, decision: string, reason: string) =>
      `»${application}«: Afslag ved beslutning ${decision}: ${reason}`,
    key: (key: string, from: string, shares: readonly string[], whole: string, terms: string) =>
      `Nøglen »${key}« gælder${since(from)}: ${list(shares)} af ${whole}. ${terms}`,
    keyEnded: (key: string, on: string) => `Nøglen »${key}« gælder ikke længere pr. ${on === "" ? "" : day(on)}`,
    awaitsAdoption: (agreement: string, parties: readonly string[]) => `at ${list(parties)} vedtager »${agreement}«`,
    awaitsAnswer: (referral: string) => `svar på »${referral}«`,
    awaitsEvaluation: (initiative: string, stage: string) => `evaluering (${stage}) af »${initiative}«`,
    leaves: (outcome: string, step: string, body: string) => `${outcome} »${step}« til ${body}`,
    secretariat: "sekretariatet",
    to: (outcome: string, body: string) => `${outcome} til ${body}`,
    recommends: { firm: "indstiller", optional: "kan overvejes: indstiller" } as Record<string, string>,
  },
};

export type DecisionWords = typeof da;
