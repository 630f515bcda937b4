/** From the form to the application, its plan for evaluation, and what is vouched for. */

import { oereOf } from "../forms/amounts.ts";
import { dayOf } from "../forms/days.ts";
import type { Missing, Ready } from "../forms/form.ts";
import type { Language } from "../words/language.ts";
import type { MoneyWords } from "../words/money/da.ts";

/** More øre than this the record does not take at once. */
const MOST_OERE = 1_000_000_000_000_000;

export const PURPOSE_CLASSES = ["development", "trial", "implementation", "operation"] as const;
/** What only a person can vouch for. */
export const ATTESTABLE = [
  "not-operation",
  "not-own-staff",
  "project-period-only",
  "no-promise-of-operation",
  "theme-or-committee-pilot",
] as const;

export interface ApplyValues {
  readonly fund: string;
  readonly applicant: string;
  /** In kroner, as typed. */
  readonly amount: string;
  readonly purpose: string;
  readonly purposeClass: string;
  readonly from: string;
  readonly to: string;
  readonly evaluated: string;
  readonly evaluator: string;
  readonly due: string;
  readonly attested: readonly string[];
}

export const EMPTY_APPLICATION: ApplyValues = {
  fund: "",
  applicant: "",
  amount: "",
  purpose: "",
  purposeClass: "",
  from: "",
  to: "",
  evaluated: "",
  evaluator: "",
  due: "",
  attested: [],
};

export interface Applying {
  readonly scope: string;
  readonly name: string;
  /** Who vouches: whoever sends it. */
  readonly person: string;
  /** The day it is sent. */
  readonly today: string;
  readonly language: Language;
  readonly lacks: MoneyWords["apply"]["lacks"];
}

/** An application; then, as commands of their own, its plan for evaluation and what the applicant vouches for. */
export function applyFor(values: ApplyValues, { scope, name, person, today, language, lacks }: Applying): Ready | Missing {
  const amount = oereOf(values.amount, language);
  const [from, to, due] = [dayOf(values.from), dayOf(values.to), dayOf(values.due)];
  const missing = lackingIn(values, amount, { from, to, due }, lacks);
  if (Object.keys(missing).length > 0) return { missing };
  const stream = `${scope}/application/${name}`;
  const evaluation = { what: values.evaluated.trim(), who: values.evaluator.trim(), due: { type: "on-day", day: due } };
  const criteria = values.attested.map((type) => ({ type }));
  return {
    stream,
    verb: "submit",
    body: {
      fund: values.fund,
      applicant: values.applicant,
      amount_oere: amount,
      purpose: values.purpose.trim(),
      purpose_class: values.purposeClass,
      from_on: from,
      ceases_on: to,
      when: { type: "on-day", day: today },
    },
    then: [
      { stream, verb: "add-evaluation", body: { evaluation } },
      ...(criteria.length === 0 ? [] : [{ stream, verb: "attest", body: { criteria, person } }]),
    ],
  };
}

interface Days {
  readonly from: string | null;
  readonly to: string | null;
  readonly due: string | null;
}

function lackingIn(
  values: ApplyValues,
  amount: number | null,
  { from, to, due }: Days,
  lacks: Applying["lacks"],
): Record<string, string> {
  const missing: Record<string, string> = {};
  if (values.fund === "") missing["fund"] = lacks.fund;
  if (values.applicant === "") missing["applicant"] = lacks.applicant;
  if (amount === null) missing["amount"] = lacks.amount;
  else if (amount > MOST_OERE) missing["amount"] = lacks.tooMuch;
  if (values.purpose.trim() === "") missing["purpose"] = lacks.purpose;
  if (values.purposeClass === "") missing["purposeClass"] = lacks.purposeClass;
  if (from === null) missing["from"] = lacks.day;
  if (to === null) missing["to"] = lacks.day;
  else if (from !== null && to <= from) missing["to"] = lacks.ends;
  if (values.evaluated.trim() === "") missing["evaluated"] = lacks.evaluated;
  if (values.evaluator.trim() === "") missing["evaluator"] = lacks.evaluator;
  if (due === null) missing["due"] = lacks.day;
  else if (from !== null && due <= from) missing["due"] = lacks.tooEarly;
  return missing;
}
