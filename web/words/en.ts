/** The same words in English. A missing one does not compile. */

import type { Words } from "./da.ts";
import { formatIn } from "./format.ts";

const { time, span, day, weekday } = formatIn("en");

const events = (n: number): string => (n === 1 ? "1 new event" : `${n} new events`);

export const en: Words = {
  product: "Klynge",
  productLine: "Klynge: decisions of health clusters",
  skip: "Skip to main content",
  otherLanguage: "Dansk",
  signIn: "Sign in",
  signOut: "Sign out",
  close: "Close",
  show: "Show",
  erased: "[erased]",

  failed: (code) => `That did not work. Try again; nothing is lost.${code === "" ? "" : ` (${code})`}`,

  signInPage: {
    title: "Sign in",
    target: "Sign in to go to the page you came from.",
    withOrganisation: "Sign in with your organisation",
    expired: "You were signed out because the time ran out. What you wrote is kept on this device.",
    loading: "Loading …",
    codeUsed: "The link cannot be used to sign in.",
    development: "For development only",
    developmentText: "Choose who you want to be. This list does not exist in production.",
    meetings: "Your meetings",
    noMeetings: "You have no meetings right now.",
    noRight: "You are signed in but hold no seat in this cluster. Write to the secretariat.",
    signedInAs: (who) => `You are signed in: ${who}.`,
    again: "Try again",
  },

  phases: {
    called: "Called",
    "in-session": "In session",
    adjourned: "Adjourned",
    reported: "Registered afterwards",
  },

  roles: {
    chair: "chair",
    vote: "member",
    observer: "observer",
    adviser: "adviser",
    secretariat: "secretary",
  },
  attendsFor: "You attend for ",
  attendsIn: "You attend ",
  followsAs: "You follow as ",

  states: {
    loading: "Loading",
    live: "Live",
    "catching-up": "Loading",
    lost: "Lost",
    offline: "Offline",
    "signed-out": "Sign in",
    ended: "Lost",
    history: "History",
  },
  loadingMeeting: "Loading the meeting …",
  catchingUp: "Fetching what you missed.",
  lost: (at) => `Connection lost at ${time(at)}. Trying again.`,
  restarting: "The system is restarting. Back in a moment.",
  offline: (at) => `No connection. You see the page as of ${time(at)}. What you wrote is kept on this device.`,
  signedOut: "You were signed out. Sign in again; your text is kept.",
  ended: "The connection cannot be resumed. Reload the page.",
  back: (n) =>
    n === 0 ? "Back online. Nothing happened while you were away." : `Back online. ${events(n)} while you were away.`,
  several: (n, latest) => `${events(n)}. The latest: ${latest}`,
  latest: (at) => `Latest at ${time(at)}:`,
  nothingYet: "Nothing has happened yet.",

  historyAt: (at) => `You see the page as of ${at}.`,
  historyMoment: (moment) => `${day(moment)}, ${time(moment)}`,
  historyPosition: (position) => `event ${position}`,
  toNow: "Go to now",

  notFound: "There is no such meeting, or you have no access to it.",
  toMeetings: "To your meetings",

  heading: (body, starts, ends) => `${body}: ${weekday(starts)}, ${span(starts, ends)}`,
  called: (starts) => `The meeting is called for ${day(starts)} at ${time(starts)}.`,
  noAgenda: "The agenda has not been sent out yet.",
  underDiscussion: (number, begun, until) =>
    `Item ${number}${begun === null ? "" : `, started ${time(begun)}`}${until === null ? "" : `, until ${time(until)}`}`,
  nothingDiscussed: "The meeting is in session. No item is being discussed.",
  withoutYou: (number) => `Item ${number} is held without you`,
  adjourned: (at) => `The meeting was adjourned at ${time(at)}.`,
  reported: "The meeting was registered afterwards from a paper.",

  agenda: (count) => `Agenda: ${count === 1 ? "1 item" : `${count} items`}`,
  agendaDraft: (count) => `Agenda, draft: ${count === 1 ? "1 item" : `${count} items`}`,
  agendaAt: (place, count) => `Agenda: item ${place} of ${count}`,
  itemWord: "Item",
  item: (number, title) => `Item ${number}: ${title}`,
  closedItem: "Closed item",
  behindClosedDoors: "The item is held behind closed doors.",
  youSeeClosed: "The item is held behind closed doors. Your seat lets you follow it.",
  recused: "You have no access to the item: you are recused.",
  itemStates: {
    planned: "Not begun",
    discussed: "Being discussed",
    settled: "Done",
  },
  planned: (from, to) => `Planned ${span(from, to)}.`,
  begun: (at) => `Started ${time(at)}.`,
  ended_: (at) => `Ended ${time(at)}.`,
  presentedBy: (names) => `Presented by ${names}.`,
  decisionsCount: (n) => (n === 1 ? "1 decision" : `${n} decisions`),
  recommendationAndDecision: "Recommendation and decision",
  decisionHeading: "Decision",
  recommendation: (number) => `Recommendation ${number}:`,
  onlyIf: (number) => `Applies only if recommendation ${number} is adopted.`,
  decision: (number) => `Decision ${number}`,
  seeDecision: (number) => `See decision ${number}`,
  notDecided: "Not decided yet",
  notDecidedEnded: "No decision",
  decidedAt: (at) => time(at),
  event: (position) => `event ${position}`,
  fresh: "New",
  waitsFor: (what) => `Awaits: ${what}`,
  waiting: "Awaits a condition.",
  fallen: "Lapsed: the condition was not met.",
  hiddenDecision: "The text is not open to you.",
  decidedHere: "Decisions of the meeting",
  noDecisions: "The meeting took no decisions.",

  discussion: "Discussion",
  noDiscussion: "Nothing has been written of the discussion yet.",
  earlier: (n) => `Show ${n} earlier`,
  to: (whom) => ` to ${whom}`,
  questions: "Questions",
  askedBy: (who) => `Asked by ${who}.`,
  openQuestion: "Still open",
  caseHeading: "Case presentation",
  attachments: (n) => `Attachments (${n})`,

  ask: {
    open: "Ask a question",
    label: (number) => `Your question on item ${number}`,
    hint: "It stands in the minutes; all who follow the item see it once you send it.",
    send: "Send the question",
    sending: "Sending …",
    keys: "Ctrl+Enter sends, Esc closes and keeps the text.",
    kept: (at) => `Draft kept on this device at ${time(at)}.`,
    notKept: "The draft cannot be kept on this device. Do not close the page.",
    empty: "Write your question first.",
    recorded: (position) => `Your question is recorded as event ${position}.`,
    offline: "Can be sent once there is a connection.",
    notNow: "Can be sent once the item is being discussed.",
    draft: "You have a draft here.",
    errorTitle: "The question was not recorded",
    fetchText: "Fetch your text",
    lostText: "Your draft is kept. It cannot be sent to this item.",
  },

  reading: (mine, floor) => `You are reading item ${mine}. The meeting is now at item ${floor}.`,
  readingDecisions: (floor) => `The meeting is now at item ${floor}.`,
  goToItem: (number) => `Go to item ${number}`,
  lostAccess: (number) => `You no longer have access to item ${number}.`,

  present: (n) => `Present: ${n}`,
  nobodyPresent: "Nobody is registered as present yet.",
  online: (n) => `Online: ${n}`,
  onlineHint: "Following the page right now. Online is not the same as present.",
  asOf: (at) => `As of ${time(at)}.`,
  onlineNotKept: "Who was online is not kept.",
  onlineUnknown: "We do not know yet who is online.",

  demo: {
    again: "Play again",
    starting: "Starting …",
  },

  actions: {
    open: "Actions",
    title: "Actions",
    find: "Find an action",
    none: "No action matches.",
    goToFloor: "Go to the item being discussed",
    repeat: "Read the latest sentence again",
    spokenOn: "Turn spoken updates on",
    spokenOff: "Turn spoken updates off",
  },

  foot: {
    at: (position) => `You are at event ${position}`,
    recorded: "recorded",
    sealed: "sealed",
    witnessed: "sealed and witnessed",
    what: "What does this mean?",
    explain:
      "Everything that is decided is an event with a number. An event is recorded when it is stored. It is sealed when it is part of a seal that shows if anything is changed afterwards. It is witnessed when the parties outside the system have signed the seal.",
    help: "Help",
    keys: "F2 shows the actions of the page. Ctrl+Enter sends the form you are in. Esc closes and goes back.",
    spoken: "Spoken updates",
    spokenIsOn: "Screen readers read new events aloud.",
    spokenIsOff: "New events are not read aloud.",
    turnOn: "Turn on",
    turnOff: "Turn off",
  },

  leaving: {
    title: "You have text that was not sent",
    text: (n) =>
      n === 1
        ? "A draft on this device is deleted when you sign out."
        : `${n} drafts on this device are deleted when you sign out.`,
    leave: "Sign out and delete",
    stay: "Stay here",
  },
};
