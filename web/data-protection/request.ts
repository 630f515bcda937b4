/** From the form to the request for an erasure. */

import type { Missing, Ready } from "../forms/form.ts";
import type { ProtectionWords } from "../words/protection/da.ts";

export const ERASABLE = ["contact", "citizen", "speech", "item-text", "public-record"] as const;

export interface RequestValues {
  readonly person: string;
  readonly classes: readonly string[];
  readonly reason: string;
}

export const EMPTY_REQUEST: RequestValues = { person: "", classes: [], reason: "" };

export function requestErasure(
  { person, classes, reason }: RequestValues,
  name: string,
  lacks: ProtectionWords["erasures"]["lacks"],
): Ready | Missing {
  const missing: Record<string, string> = {};
  if (person === "") missing["person"] = lacks.person;
  if (classes.length === 0) missing["classes"] = lacks.classes;
  if (reason.trim() === "") missing["reason"] = lacks.reason;
  if (Object.keys(missing).length > 0) return { missing };
  return { stream: `dk/erasure/${name}`, verb: "request", body: { person, classes, reason: reason.trim() } };
}
