/**
 * The effects of a decision, as they are picked at the table: what is filled in, what the record is told, and what is
 * still missing. One entry of `EFFECTS` is all there is to an effect besides its words.
 */

import { dayOf } from "../forms/days.ts";

export const EFFECT_KINDS = [
  "open-condition",
  "refer",
  "assign",
  "resolve-condition",
  "waive-condition",
  "answer-referral",
] as const;
export type EffectKind = (typeof EFFECT_KINDS)[number];

export interface EffectDraft {
  readonly kind: EffectKind;
  /** For what the effect makes: a condition, a task, a referral. Random, and kept with the draft. */
  readonly name: string;
  /** Follows only when the conditions are met. */
  readonly later: boolean;
  readonly fields: Readonly<Record<string, string>>;
}

/** Where the decision is made. */
export interface Place {
  readonly meeting: string;
  readonly body: string;
  readonly decision: string;
}

interface Kind {
  /** What has to be filled in, given what is filled in already. */
  readonly needs: (fields: EffectDraft["fields"]) => readonly string[];
  /** Never waits for a condition. */
  readonly atOnce?: true;
  readonly wire: (effect: EffectDraft, place: Place) => Record<string, unknown>;
}

const scopeOf = (stream: string): string => stream.slice(0, stream.indexOf("/"));
const made = (kind: string, effect: EffectDraft, place: Place): string => `${scopeOf(place.meeting)}/${kind}/${effect.name}`;
const by = ({ day = "" }: EffectDraft["fields"]) => (day === "" ? {} : { answer_by: dayOf(day) });

export const EFFECTS: Readonly<Record<EffectKind, Kind>> = {
  "open-condition": {
    atOnce: true,
    needs: ({ awaits }) => (awaits === "law" ? ["title", "words"] : ["awaits", "body", "words"]),
    wire: (effect, place) => ({
      condition: conditionOf(effect, place),
      awaits: awaited(effect.fields),
      blocks: [{ type: "decision", meeting: place.meeting, decision: place.decision }],
      words: effect.fields["words"],
      ...by(effect.fields),
    }),
  },
  refer: {
    needs: () => ["body", "question"],
    wire: (effect, place) => ({
      referral: made("referral", effect, place),
      to_body: effect.fields["body"],
      question: effect.fields["question"],
    }),
  },
  assign: {
    needs: () => ["debtor", "what"],
    wire: (effect, place) => ({
      action: made("action", effect, place),
      what: effect.fields["what"],
      owed_by: [debtorOf(effect.fields["debtor"] ?? "")],
      report_to: place.body,
      ...by(effect.fields),
    }),
  },
  "resolve-condition": {
    atOnce: true,
    needs: () => ["condition", "met"],
    wire: ({ fields }) => ({ condition: fields["condition"], met: fields["met"] === "yes" }),
  },
  "waive-condition": {
    atOnce: true,
    needs: () => ["condition"],
    wire: ({ fields }) => ({ condition: fields["condition"] }),
  },
  "answer-referral": {
    atOnce: true,
    needs: () => ["referral", "text"],
    wire: ({ fields }) => ({ referral: fields["referral"], text: fields["text"], reserved: fields["reserved"] === "yes" }),
  },
};

/** The stream of the condition that an effect opens. */
export function conditionOf(effect: EffectDraft, place: Place): string {
  return made("condition", effect, place);
}

/** The effect as the record is told of it. */
export function wireOf(effect: EffectDraft, place: Place): Record<string, unknown> {
  return { type: effect.kind, ...EFFECTS[effect.kind].wire(effect, place) };
}

/** The fields of an effect that are not filled in, or hold a day that the calendar does not have. */
export function lacking({ kind, fields }: EffectDraft): readonly string[] {
  const lacks = EFFECTS[kind].needs(fields).filter((field) => (fields[field] ?? "").trim() === "");
  const day = fields["day"] ?? "";
  return day !== "" && dayOf(day) === null ? [...lacks, "day"] : lacks;
}

export function waits(effect: EffectDraft): boolean {
  return effect.later && EFFECTS[effect.kind].atOnce !== true;
}

const PREFIX_OF: Readonly<Record<EffectKind, string>> = {
  "open-condition": "condition",
  refer: "referral",
  assign: "action",
  "resolve-condition": "condition",
  "waive-condition": "condition",
  "answer-referral": "referral",
};

/**
 * Which effects a refusal can come from: what follows from a decision is refused in the name of the stream it goes to
 * (`condition.exists`). Empty: the decision itself was refused.
 */
export function blamed(effects: readonly EffectDraft[], code: string): readonly EffectDraft[] {
  const [kind] = code.split(".");
  return effects.filter((effect) => PREFIX_OF[effect.kind] === kind);
}

function awaited(fields: EffectDraft["fields"]): Record<string, unknown> {
  return fields["awaits"] === "law"
    ? { type: "law-or-agreement", title: fields["title"], words: fields["words"] }
    : { type: "decision-of", body: fields["body"], words: fields["words"] };
}

/** `dk/party/…` and `…/body/…` say themselves what they are. */
function debtorOf(id: string): Record<string, string> {
  const kind = id.split("/")[1] ?? "";
  return kind === "" ? { type: "not-stated" } : { type: kind, [kind]: id };
}
