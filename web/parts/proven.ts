import type { Heartbeat } from "../../clients/ts/messages.ts";
import { words } from "../words/words.ts";

/** How far an event is proven: recorded; under a seal of the record; or under one that others have signed. */
export function proven(position: number, heartbeat: Pick<Heartbeat, "sealed" | "witnessed"> | null): string {
  const { sealed, witnessed } = heartbeat ?? {};
  if (witnessed != null && witnessed >= position) return words.foot.witnessed;
  return sealed != null && sealed >= position ? words.foot.sealed : words.foot.recorded;
}
