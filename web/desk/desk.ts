/** The desk as a whole: the room it looks into, whom one can name, and what is open on it. Made once. */

import type { Named } from "../../clients/ts/messages.ts";
import { computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { capital } from "../words/format.ts";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Choice } from "../forms/fields.tsx";
import { Store } from "../live/store.ts";
import { view } from "../live/view.ts";
import type { View } from "../live/view.ts";
import { meetingOf } from "../meeting-room/agenda.ts";
import type { Room } from "../meeting-room/room.ts";
import type { AgreementRow, IndicatorRow } from "../agreements/rows.ts";
import type { InitiativeRow, RemarkRow } from "../board/rows.ts";
import type { ApplicationRow } from "../funds/rows.ts";
import { PlanLists } from "./plan-lists.ts";
import { fetchDecisionForm } from "./DecisionPart.tsx";
import { SEVERAL } from "./effect-kind.ts";

/** Parties and persons are of all clusters. */
const COMMON = "dk/people";
const SECRETARIAT = "secretariat";

export type Tab = "agenda" | "item" | "minutes";

export class Desk {
  readonly room: Room;
  /** Parties and persons. */
  readonly common = new Store();
  /** Whether the reader has a secretariat seat in the body that meets; null while that is not known. */
  readonly may: ReadonlySignal<boolean | null>;
  /** What a decision can settle, by name. */
  readonly openConditions: ReadonlySignal<readonly Choice[]>;
  readonly openReferrals: ReadonlySignal<readonly Choice[]>;
  readonly openActions: ReadonlySignal<readonly Choice[]>;
  readonly openProposals: ReadonlySignal<readonly Choice[]>;
  /** Those that only the last word is missing on. */
  readonly budgetedProposals: ReadonlySignal<readonly Choice[]>;
  /** Agreements of the cluster's own that go on, and what it measures. */
  readonly agreements: ReadonlySignal<readonly Choice[]>;
  readonly indicators: ReadonlySignal<readonly Choice[]>;
  /** All that there are, the region's as well: a condition can await any. */
  readonly allAgreements: ReadonlySignal<readonly Choice[]>;
  /** Applications that nobody has decided on. */
  readonly applications: ReadonlySignal<readonly Choice[]>;
  readonly plans = new PlanLists();
  /** Initiatives that go on; those of them whose confirmation waits, or that are yellow or red; and open remarks. */
  readonly initiatives: ReadonlySignal<readonly Choice[]>;
  readonly confirmations: ReadonlySignal<readonly Choice[]>;
  readonly offCourse: ReadonlySignal<readonly Choice[]>;
  readonly openRemarks: ReadonlySignal<readonly Choice[]>;
  /** Who decides about what. */
  readonly mandates = new Store();
  readonly #board = new Store();
  readonly #proposals = new Store();
  readonly #agreements = new Store();
  readonly #indicators = new Store();
  readonly #applications = new Store();
  readonly #actions = new Store();
  readonly #conditions = new Store();
  readonly #referrals = new Store();
  readonly tab = signal<Tab>("item");
  /** The form that is open, by name and what it is about: `decision/item/middelfart`. One at a time. */
  readonly open = signal<string | null>(null);

  constructor(room: Room) {
    this.room = room;
    const meeting = meetingOf(room.meeting);
    this.openConditions = computed(() => stillOpen(this.#conditions));
    this.openReferrals = computed(() => stillOpen(this.#referrals));
    this.openActions = computed(() => stillOpen(this.#actions));
    this.openProposals = computed(() => undecided(this.#proposals));
    this.agreements = computed(() => goingOn(this.#agreements, `${room.address.scope}/`));
    this.allAgreements = computed(() => goingOn(this.#agreements, ""));
    this.applications = computed(() => submitted(this.#applications));
    this.indicators = computed(() => withTarget(this.#indicators));
    this.initiatives = computed(() => initiativesOf(this.#board, () => true));
    this.offCourse = computed(() => initiativesOf(this.#board, ({ colour }) => colour === "yellow" || colour === "red"));
    this.confirmations = computed(() => waitingConfirmations(this.#board));
    this.openRemarks = computed(() => unanswered(this.#board));
    this.budgetedProposals = computed(() => budgeted(this.#proposals));
    this.may = computed(() => {
      const session = room.session.value;
      const body = meeting.value?.body.id;
      if (session === null || body === undefined) return null;
      return session.roles.some((role) => role.body.id === body && role.voice === SECRETARIAT);
    });
  }

  /** What a decision can name, besides the meeting. Whom one can name does not change during it, so that is not followed. */
  async fetch(): Promise<void> {
    const { scope } = this.room.address;
    const fetched = async (topic: string, then: (first: View) => void): Promise<void> => {
      // Without it less can be chosen, and everything else goes on.
      await view(topic).then(then, () => undefined);
    };
    await Promise.all([
      fetchDecisionForm().catch(() => undefined),
      fetched(COMMON, (people) => this.common.replace(people.rows, people.position)),
      fetched(`${scope}/conditions`, (first) => this.room.alsoFollow(this.#conditions, first)),
      fetched(`${scope}/actions`, (first) => this.room.alsoFollow(this.#actions, first)),
      fetched(`${scope}/mandates`, (first) => this.room.alsoFollow(this.mandates, first)),
      fetched(`${scope}/proposals`, (first) => this.room.alsoFollow(this.#proposals, first)),
      fetched(`${scope}/agreements-in-force`, (first) => this.room.alsoFollow(this.#agreements, first)),
      fetched(`${scope}/initiatives`, (first) => this.room.alsoFollow(this.#board, first)),
      fetched(`${scope}/indicators`, (first) => this.room.alsoFollow(this.#indicators, first)),
      fetched(`${scope}/applications`, (first) => this.room.alsoFollow(this.#applications, first)),
      this.plans.fetch(scope, (store, first) => this.room.alsoFollow(store, first)).catch(() => undefined),
      fetched(`${scope}/referrals`, (first) => this.room.alsoFollow(this.#referrals, first)),
    ]);
  }

  /** Open a form, in the part of the desk where it stands. */
  write(form: string, tab: Tab = "item"): void {
    this.tab.value = tab;
    this.open.value = form;
  }
}

interface ProposalRow {
  readonly type: "proposal" | "fate";
  readonly proposal: Named;
  readonly fate?: string;
}

/** Of these nothing more is said on the way to a choice. */
const DECIDED = new Set(["merged", "chosen", "turned-down", "budgeted", "approved", "withdrawn"]);

function undecided(store: Store): readonly Choice[] {
  const rows = store.rows() as readonly ProposalRow[];
  const decided = new Set(rows.flatMap(({ fate, proposal }) => (DECIDED.has(fate ?? "") ? [proposal.id] : [])));
  return rows.flatMap(({ type, proposal }) =>
    type === "fate" || decided.has(proposal.id) ? [] : [{ value: proposal.id, label: capital(proposal.name) }],
  );
}

function budgeted(store: Store): readonly Choice[] {
  const rows = store.rows() as readonly ProposalRow[];
  return rows.flatMap(({ fate, proposal }) => (fate === "budgeted" ? [{ value: proposal.id, label: capital(proposal.name) }] : []));
}

/** Those of the region are for its own bodies to decide about. */
function goingOn(store: Store, from: string): readonly Choice[] {
  return (store.rows() as readonly AgreementRow[]).flatMap(({ type, agreement, title, ends_on }) =>
    type !== "agreement" || ends_on !== null || !agreement.id.startsWith(from)
      ? []
      : [{ value: agreement.id, label: title ?? agreement.name }],
  );
}

function withTarget(store: Store): readonly Choice[] {
  return (store.rows() as readonly IndicatorRow[]).flatMap(({ type, indicator, name, target, target_words }) =>
    type !== "indicator" || (target === null && target_words === null) ? [] : [{ value: indicator.id, label: name ?? indicator.name }],
  );
}

function submitted(store: Store): readonly Choice[] {
  return (store.rows() as readonly ApplicationRow[]).flatMap(({ type, state, application, applicant, purpose }) =>
    type !== "application" || state !== "submitted"
      ? []
      : [{ value: application.id, label: [applicant?.name, purpose ?? application.name].filter(Boolean).join(": ") }],
  );
}

const OVER = new Set(["ended", "merged", "handed-over"]);

const going = (store: Store): readonly InitiativeRow[] =>
  (store.rows() as readonly (InitiativeRow | RemarkRow)[]).flatMap((row) =>
    row.type === "initiative" && !OVER.has(row.stage ?? "") ? [row] : [],
  );
const numbered = ({ number, title, initiative }: InitiativeRow): string => `${number === null ? "" : `${number}: `}${title ?? initiative.name}`;

function initiativesOf(store: Store, fits: (row: InitiativeRow) => boolean): readonly Choice[] {
  return going(store).flatMap((row) => (fits(row) ? [{ value: row.initiative.id, label: numbered(row) }] : []));
}

/** Each with its revision, since that is what is approved. */
function waitingConfirmations(store: Store): readonly Choice[] {
  return going(store).flatMap((row) =>
    row.revision === null || row.returned
      ? []
      : [{ value: `${row.initiative.id}${SEVERAL}${row.revision}`, label: `${numbered(row)} (${row.revision})` }],
  );
}

function unanswered(store: Store): readonly Choice[] {
  return (store.rows() as readonly (InitiativeRow | RemarkRow)[]).flatMap((row) =>
    row.type !== "remark" || row.answered
      ? []
      : [{ value: `${row.initiative.id}${SEVERAL}${row.remark}`, label: row.text ?? row.remark }],
  );
}

interface ConditionRow {
  readonly type: "condition";
  readonly state: string;
  readonly condition: Named;
  readonly words: string | null;
}

interface ReferralRow {
  readonly type: "referral";
  readonly state: string;
  readonly referral: Named;
  readonly question: string | null;
}

interface ActionRow {
  readonly type: "action";
  readonly state: string;
  readonly action: Named;
  readonly what: string | null;
}

type OpenRow = ConditionRow | ReferralRow | ActionRow;
const OPEN = new Set(["open", "sent", "placed", "received", "owed", "late"]);

/** Those that are still open, by their own words. One thing may have several rows, one for each who owes it. */
function stillOpen(store: Store): readonly Choice[] {
  const found = new Map<string, string>();
  for (const row of store.rows() as readonly OpenRow[]) {
    if (!OPEN.has(row.state)) continue;
    const [named, words] = openOf(row);
    found.set(named.id, words ?? named.name);
  }
  return [...found].map(([value, label]) => ({ value, label }));
}

function openOf(row: OpenRow): readonly [Named, string | null] {
  switch (row.type) {
    case "condition":
      return [row.condition, row.words];
    case "referral":
      return [row.referral, row.question];
    case "action":
      return [row.action, row.what];
  }
}

export const AtDesk = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(AtDesk);
  if (desk === null) throw new Error("outside the desk");
  return desk;
}
