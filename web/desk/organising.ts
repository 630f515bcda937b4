/** Effects by which a body organises: other bodies, who decides about what, seats that parties are to fill. */

import { dayOf } from "../forms/days.ts";
import { record } from "../words/record.ts";
import { SEVERAL, field, made, on, optional, several } from "./effect-kind.ts";
import type { EffectField, Filled, Kind } from "./effect-kind.ts";

export const SUBJECTS = [
  "joint-funds",
  "action-plan",
  "initiative-confirmation",
  "initiative-deviation",
  "improvement-project",
  "agreements",
  "appointments",
  "crisis-meetings",
] as const;
export const LEVELS = ["political", "strategic", "coordinating", "committee", "group"] as const;
const STEPS = [1, 2, 3, 4] as const;

const scopeOf = (stream: string): string => stream.slice(0, stream.indexOf("/"));
const text = (name: string, value: string | undefined) => (value === undefined || value.trim() === "" ? {} : { [name]: value });

/** A party's seat is called by the party's own name in the record. */
function seatsIn(filled: Filled): readonly unknown[] {
  const seats: unknown[] = several(filled["parties"]).map((party) => ({
    seat: party.split("/").at(-1),
    right: { type: "party", party },
    voice: "vote",
  }));
  if (filled["secretariat"] === "yes") {
    seats.push({ seat: "sekretariat", right: { type: "role", words: "sekretariat" }, voice: "secretariat" });
  }
  return seats;
}

/** The first step is needed; each that is written asks for its body, and opens the next. */
function stepFields(filled: Filled): readonly EffectField[] {
  const fields: EffectField[] = [];
  for (const n of STEPS) {
    const written = (filled[`step${n}`] ?? "").trim() !== "";
    fields.push(n === 1 ? field("step1", "line") : optional(`step${n}`, "line"));
    if (n === 1 || written) fields.push(field(`body${n}`, "any-body"), field(`binding${n}`, "yes-no"));
    if (!written) break;
  }
  return fields;
}

/** The steps of a path that are written. */
export function stepsIn(filled: Filled): readonly { step: string; body: string; binding: boolean }[] {
  return STEPS.flatMap((n) => {
    const step = (filled[`step${n}`] ?? "").trim();
    return step === "" ? [] : [{ step, body: filled[`body${n}`] ?? "", binding: filled[`binding${n}`] === "yes" }];
  });
}

export const ORGANISING = {
  "call-nominations": {
    goesTo: "membership",
    fields: () => [field("party", "party"), field("seat", "seat"), field("what", "text"), optional("day", "day")],
    wire: ({ fields }, place) => ({
      membership: place.membership,
      seats: [fields["seat"]],
      from_parties: [fields["party"]],
      what: fields["what"],
      ...on("answer_by", fields["day"]),
    }),
  },
  "establish-body": {
    goesTo: "body",
    fields: () => [
      field("name", "line"),
      field("level", "level"),
      optional("parties", "parties"),
      // Without one nobody can call its meetings.
      optional("secretariat", "yes-no"),
      optional("task", "text"),
      optional("from", "day"),
    ],
    wire: (effect, place) => ({
      body: made("body", effect, place),
      membership: made("membership", effect, place),
      name: effect.fields["name"],
      level: effect.fields["level"],
      seats: seatsIn(effect.fields),
      ...text("task", effect.fields["task"]),
      ...on("from_on", effect.fields["from"]),
    }),
  },
  "give-task": {
    goesTo: "body",
    fields: () => [field("body", "any-body"), field("task", "text")],
    wire: ({ fields }) => ({ body: fields["body"], task: fields["task"] }),
  },
  "close-body": {
    goesTo: "body",
    fields: () => [field("body", "any-body"), field("ceases", "day"), optional("successor", "any-body")],
    wire: ({ fields }) => ({
      body: fields["body"],
      ceases_on: dayOf(fields["ceases"] ?? ""),
      ...text("successor", fields["successor"]),
    }),
  },
  "set-path": {
    goesTo: "mandate",
    fields: (filled) => [field("subject", "subject"), ...stepFields(filled), optional("from", "day")],
    wire: ({ fields }, place) => ({
      mandate: `${scopeOf(place.meeting)}/mandate/${fields["subject"]}`,
      // The record's words are Danish in every language.
      subject: record[fields["subject"] ?? ""]?.da ?? fields["subject"],
      steps: stepsIn(fields),
      ...on("from_on", fields["from"]),
    }),
  },
  delegate: {
    goesTo: "mandate",
    fields: () => [
      field("own", "own-step"),
      field("body", "body"),
      optional("terms", "text"),
      optional("from", "day"),
      optional("until", "day"),
    ],
    wire: ({ fields }) => {
      const [mandate, step] = (fields["own"] ?? "").split(SEVERAL);
      return {
        mandate,
        step,
        to_body: fields["body"],
        ...text("terms", fields["terms"]),
        ...on("from_on", fields["from"]),
        ...on("ceases_on", fields["until"]),
      };
    },
  },
  "end-delegation": {
    goesTo: "mandate",
    fields: () => [field("left", "left-step"), field("ceases", "day")],
    wire: ({ fields }) => {
      const [mandate, step, body] = (fields["left"] ?? "").split(SEVERAL);
      return { mandate, step, to_body: body, ceases_on: dayOf(fields["ceases"] ?? "") };
    },
  },
} as const satisfies Readonly<Record<string, Kind>>;
