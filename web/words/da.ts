/** Every Danish word of the pages. The words of the record itself stand in `record.ts`. */

import { formatIn } from "./format.ts";

const { time, span, day, weekday } = formatIn("da");

const ASKED: Record<string, string> = {
  discuss: "til drøftelse",
  decide: "til beslutning",
  approve: "til godkendelse",
  appoint: "til udpegning",
  note: "til efterretning",
};
const asked = (asks: string): string => (asks in ASKED ? `, ${ASKED[asks]}` : "");

const events = (n: number): string => (n === 1 ? "1 ny hændelse" : `${n} nye hændelser`);

export const da = {
  product: "Klynge",
  productLine: "Klynge: beslutninger i sundhedsklynger",
  skip: "Gå til sidens indhold",
  otherLanguage: "English",
  signIn: "Log ind",
  signOut: "Log ud",
  close: "Luk",
  show: "Vis",
  again: "Prøv igen",
  erased: "[slettet]",

  failed: (code: string) => `Det lykkedes ikke. Prøv igen; intet er gået tabt.${code === "" ? "" : ` (${code})`}`,

  signInPage: {
    title: "Log ind",
    target: "Log ind for at komme til den side, du kom fra.",
    withOrganisation: "Log ind med din organisation",
    expired: "Du blev logget ud, fordi tiden udløb. Det, du har skrevet, er gemt på denne enhed.",
    loading: "Henter …",
    codeUsed: "Linket kan ikke bruges til at logge ind.",
    codeUsedNext: "Bed om et nyt link, eller log ind med din organisation.",
    failed: "Du blev ikke logget ind",
    faults: {
      "sign-in.unknown": "Der gik for lang tid, eller login blev begyndt i en anden browser. Begynd forfra her.",
      "sign-in.refused": "Din organisation afviste login. Prøv igen, eller spørg din organisation.",
      "sign-in.issuer-down": "Din organisations login svarer ikke lige nu. Prøv igen om lidt.",
      "token.refused": "Svaret fra din organisation kunne ikke godkendes. Prøv igen, eller skriv til sekretariatet.",
      "token.expired": "Svaret fra din organisation var for gammelt. Prøv igen.",
    } as Record<string, string>,
    otherFault: "Noget gik galt undervejs. Prøv igen.",
    development: "Kun til udvikling",
    developmentText: "Vælg, hvem du vil være. Listen findes ikke i drift.",
    meetings: "Dine møder",
    noMeetings: "Du har ingen møder lige nu.",
    noRight: "Du er logget ind, men har ingen plads i denne klynge. Skriv til sekretariatet.",
    signedInAs: (who: string) => `Du er logget ind: ${who}.`,
  },

  phases: {
    called: "Indkaldt",
    "in-session": "I gang",
    adjourned: "Hævet",
    reported: "Efterregistreret",
  } as Record<string, string>,

  roles: {
    chair: "formand",
    vote: "medlem",
    observer: "observatør",
    adviser: "rådgiver",
    secretariat: "sekretær",
    support: "støtte",
  } as Record<string, string>,
  attendsFor: "Du deltager for ",
  attendsIn: "Du deltager i ",
  attendsAs: "Du deltager som ",
  followsAs: "Du følger med som ",

  states: {
    loading: "Henter",
    live: "Live",
    "catching-up": "Henter",
    lost: "Afbrudt",
    offline: "Offline",
    "signed-out": "Log ind",
    ended: "Afbrudt",
    history: "Historik",
  },
  loadingMeeting: "Henter mødet …",
  catchingUp: "Henter det, du mangler.",
  lost: (at: Date) => `Forbindelsen er afbrudt ${time(at)}. Vi prøver igen.`,
  restarting: "Systemet genstarter. Vi er tilbage om lidt.",
  offline: (at: Date) =>
    `Ingen forbindelse. Du ser siden, som den var ${time(at)}. Det, du har skrevet, er gemt på denne enhed.`,
  signedOut: "Du er logget ud. Log ind igen; det, du har skrevet, er gemt.",
  ended: "Forbindelsen kan ikke genoptages. Genindlæs siden.",
  back: (n: number) =>
    n === 0
      ? "Forbindelsen er tilbage. Der er ikke sket noget, mens du var væk."
      : `Forbindelsen er tilbage. ${events(n)}, mens du var væk.`,
  several: (n: number, latest: string) => `${events(n)}. Den seneste: ${latest}`,
  latest: (at: string) => `Senest ${time(at)}:`,
  latestOn: (at: string) => `Senest ${day(at)} ${time(at)}:`,
  nothingYet: "Der er ikke sket noget endnu.",

  historyAt: (at: string) => `Du ser siden, som den var ${at}.`,
  historyMoment: (moment: string) => `${day(moment)} ${time(moment)}`,
  historyPosition: (position: number) => `ved hændelse ${position}`,
  toNow: "Til nu",
  noMoment: "Adressen peger på et tidspunkt, der ikke findes eller ikke er kommet endnu.",

  cannotBeShown: "Mødet kan ikke vises",
  notFound: "Mødet findes ikke, eller du har ikke adgang til det.",
  toMeetings: "Til dine møder",

  heading: (body: string, starts: string, ends: string | null) =>
    `${body}: ${weekday(starts)} ${span(starts, ends)}`,
  called: (starts: string) => `Mødet er indkaldt til ${day(starts)} ${time(starts)}.`,
  noAgenda: "Dagsordenen er ikke sendt ud endnu.",
  underDiscussion: (number: string) => `Punkt ${number}`,
  sinceThen: (begun: string) => `, startet ${time(begun)}`,
  until: (end: string) => `, til ${time(end)}`,
  inSession: "Mødet er i gang. ",
  nothingDiscussed: "Intet punkt behandles lige nu.",
  withoutYou: (number: string) => `Punkt ${number} behandles uden dig`,
  adjourned: (at: string) => `Mødet er hævet ${time(at)}.`,
  reported: "Mødet er indskrevet bagefter efter et papir.",

  agendaName: "Dagsorden",
  agenda: (count: number) => `Dagsorden: ${count === 1 ? "1 punkt" : `${count} punkter`}`,
  agendaDraft: (count: number) => `Dagsorden, udkast: ${count === 1 ? "1 punkt" : `${count} punkter`}`,
  agendaAt: (place: number, count: number) => `Dagsorden: punkt ${place} af ${count}`,
  itemWord: "Punkt",
  item: (number: string, title: string) => `Punkt ${number}: ${title}`,
  closedItem: "Lukket punkt",
  behindClosedDoors: "Punktet behandles for lukkede døre.",
  wasBehindClosedDoors: "Punktet blev behandlet for lukkede døre.",
  youSeeClosed: "Punktet behandles for lukkede døre. Du kan følge det på din plads.",
  recused: "Du har ikke adgang til punktet: du er erklæret inhabil.",
  itemStates: {
    planned: "Ikke begyndt",
    discussed: "Behandles nu",
    settled: "Behandlet",
  } as Record<string, string>,
  planned: (from: string, to: string | null) => `Planlagt ${span(from, to)}.`,
  begun: (at: string) => `Startet ${time(at)}.`,
  over: (at: string) => `Slut ${time(at)}.`,
  presentedBy: (names: string) => `Oplæg: ${names}.`,
  decisionsCount: (n: number) => (n === 1 ? "1\u00a0beslutning" : `${n}\u00a0beslutninger`),
  recommendationAndDecision: "Indstilling og beslutning",
  decisionHeading: "Beslutning",
  recommendation: (number: string, asks: string) => `Indstilling ${number}${asked(asks)}:`,
  onlyIf: (number: string) => `Gælder kun, hvis indstilling ${number} bliver tiltrådt.`,
  decision: (number: string) => `Beslutning ${number}`,
  seeDecision: (number: string) => `Se beslutning ${number}`,
  notDecided: "Ikke besluttet endnu",
  notDecidedEnded: "Ingen beslutning",
  decidedAt: (at: string) => `${time(at).replace(/^k/, "K")}`,
  event: (position: number) => `hændelse ${position}`,
  fresh: "Nyt",
  waitsFor: (what: string) => `Afventer: ${what}`,
  waiting: "Afventer en forudsætning.",
  fallen: "Bortfaldet: forudsætningen blev ikke opfyldt.",
  hiddenDecision: "Teksten er ikke åben for dig.",
  decidedHere: "Beslutninger på mødet",
  noDecisions: "Mødet traf ingen beslutninger.",

  discussion: "Drøftelse",
  noDiscussion: "Der er ikke skrevet noget fra drøftelsen endnu.",
  earlier: (n: number) => `Vis ${n} tidligere`,
  to: (whom: string) => ` til ${whom}`,
  questions: "Spørgsmål",
  askedBy: (who: string) => `Stillet af ${who}.`,
  openQuestion: "Ikke afsluttet endnu",
  caseHeading: "Sagsfremstilling",
  attachments: (n: number) => `Bilag (${n})`,

  ask: {
    open: "Stil et spørgsmål",
    label: (number: string) => `Dit spørgsmål til punkt ${number}`,
    hint: "Det står i referatet, og alle, der følger punktet, ser det, når du sender.",
    send: "Send spørgsmålet",
    sending: "Sender …",
    keys: "Ctrl+Enter sender, Esc lukker og gemmer teksten.",
    kept: (at: Date) => `Kladde gemt på denne enhed ${time(at)}.`,
    notKept: "Kladden kan ikke gemmes på denne enhed. Luk ikke siden.",
    empty: "Skriv dit spørgsmål først.",
    recorded: (position: number) => `Dit spørgsmål er registreret som hændelse ${position}.`,
    offline: "Kan først sendes, når der er forbindelse.",
    notNow: "Kan først sendes, når punktet behandles.",
    noItem: "Du kan spørge, når et punkt behandles.",
    draft: "Du har en kladde her.",
    errorTitle: "Spørgsmålet blev ikke registreret",
    fetchText: "Hent din tekst",
    lostText: "Din kladde er gemt. Den kan ikke sendes til dette punkt.",
  },

  form: {
    errorTitle: "Det blev ikke registreret",
    sending: "Registrerer …",
    away: "Kan først sendes, når der er forbindelse. Det, du skriver, er gemt.",
    keys: "Ctrl+Enter registrerer, Esc lukker og gemmer teksten.",
    kept: (at: Date) => `Kladde gemt på denne enhed ${time(at)}.`,
    notKept: "Kladden kan ikke gemmes på denne enhed. Luk ikke siden.",
    dayParts: { day: "Dag", month: "Måned", year: "År" },
  },

  reading: (number: string) => `Du læser punkt ${number}. `,
  meetingIsAt: (number: string) => `Mødet er nu ved punkt ${number}.`,
  goToItem: (number: string) => `Gå til punkt ${number}`,
  lostAccess: (number: string) => `Du har ikke længere adgang til punkt ${number}.`,

  participants: "Deltagere",
  present: (n: number) => `Til stede: ${n}`,
  nobodyPresent: "Ingen er registreret som til stede endnu.",
  nobodyWasPresent: "Ingen blev registreret som til stede.",
  online: (n: number) => `Online: ${n}`,
  onlineHint: "Følger siden lige nu. Online er ikke det samme som til stede.",
  asOf: (at: Date) => `Som det var ${time(at)}.`,
  onlineNotKept: "Hvem der var online, gemmes ikke.",
  onlineUnknown: "Vi ved ikke endnu, hvem der er online.",

  demo: {
    again: "Afspil igen",
    starting: "Starter …",
  },

  actions: {
    open: "Handlinger",
    title: "Handlinger",
    find: "Find en handling",
    none: "Ingen handling passer.",
    goToFloor: "Gå til punktet, der behandles",
    repeat: "Læs den seneste sætning igen",
    spokenOn: "Slå oplæsning til",
    spokenOff: "Slå oplæsning fra",
  },

  foot: {
    at: (position: number) => `Du er ved hændelse ${position}`,
    recorded: "registreret",
    sealed: "forseglet",
    witnessed: "forseglet og bevidnet",
    what: "Hvad betyder det?",
    explain:
      "Alt, hvad der besluttes, er hændelser med et nummer. En hændelse er registreret, når den er gemt. Den er forseglet, når den indgår i et segl, der viser, hvis noget bliver ændret bagefter. Den er bevidnet, når parterne uden for systemet har skrevet under på seglet.",
    help: "Hjælp",
    keys: "F2 viser sidens handlinger. Ctrl+Enter sender den formular, du er i. Esc lukker og går tilbage.",
    spoken: "Oplæsning",
    spokenIsOn: "Nye hændelser læses op af skærmlæsere.",
    spokenIsOff: "Nye hændelser læses ikke op.",
    turnOn: "Slå til",
    turnOff: "Slå fra",
  },

  leaving: {
    title: "Du har tekst, der ikke er sendt",
    text: (n: number) =>
      n === 1
        ? "En kladde på denne enhed bliver slettet, når du logger ud."
        : `${n} kladder på denne enhed bliver slettet, når du logger ud.`,
    leave: "Log ud og slet",
    stay: "Bliv her",
  },
};

export type Words = typeof da;
