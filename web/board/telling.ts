/** What is read aloud of news on the board and at an initiative. */

import type { Changes } from "../../clients/ts/messages.ts";
import { COLOURS, isColour } from "../plots/Mark.tsx";
import { plan } from "../words/plan/words.ts";
import type { ColourRow, StepRow } from "./rows.ts";

/** A colour that is reported, with the initiative. */
export function tellColour(set: Changes): string | null {
  const row = Object.values(set).find((each) => each?.type === "colour") as ColourRow | undefined;
  if (row === undefined || !isColour(row.colour)) return null;
  return plan.report.told(row.initiative.name, plan.colours[row.colour]);
}

/** A step of the one initiative that the page is about. */
export function tellStep(set: Changes): string | null {
  const row = Object.values(set).find((each) => each?.type === "step") as StepRow | undefined;
  return row === undefined ? null : stepTold(row.what, row.code);
}

export function stepTold(what: string, code: string | null): string | null {
  const step = plan.trail.steps[what];
  const colour = COLOURS.find((each) => each === code);
  return step === undefined ? null : plan.trail.told(step, colour === undefined ? null : plan.colours[colour]);
}
