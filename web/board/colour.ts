/** From the form to the colour that is reported. */

import type { Missing, Ready } from "../forms/form.ts";
import type { PlanWords } from "../words/plan/da.ts";

export interface ColourValues {
  readonly colour: string;
  readonly meeting: string;
  readonly reason: string;
}

export const EMPTY_COLOUR: ColourValues = { colour: "", meeting: "", reason: "" };

/** Yellow and red say why; of green a reason is told where one is written. */
export function reportColour(values: ColourValues, stream: string, lacks: PlanWords["report"]["lacks"]): Ready | Missing {
  const { colour, meeting } = values;
  const reason = values.reason.trim();
  const missing: Record<string, string> = {};
  if (colour === "") missing["colour"] = lacks.colour;
  if (meeting === "") missing["meeting"] = lacks.meeting;
  if (reason === "" && colour !== "" && colour !== "green") missing["reason"] = lacks.reason;
  if (Object.keys(missing).length > 0) return { missing };
  return { stream, verb: "report-colour", body: { colour, meeting, ...(reason === "" ? {} : { reason }) } };
}
