/** English words of the proof on minutes. A missing one does not compile. */

import { formatIn } from "../format.ts";
import type { ProofWords, Proven } from "./da.ts";

const { list } = formatIn("en");

const states = {
  registered: ({ position }: Proven) =>
    `The minutes are registered as event ${position}. Once they are sealed, usually in a moment, the proof stands here.`,
  sealed: ({ position, size, organisations }: Proven) =>
    `The minutes are sealed: event ${position} is under a seal of ${size} events.` +
    (organisations.length === 0 ? "" : ` It was seen by ${list(organisations)}.`),
  witnessed: ({ position, size, organisations }: Proven) =>
    `The minutes are sealed and witnessed: event ${position} is under a seal of ${size} events, which ${list(organisations)} signed too (witnessed by ${organisations.length}).`,
};

export const en: ProofWords = {
  title: "Proof",
  state: (proven) => states[proven.state](proven),
  code: "QR code with the proof of the minutes. The proof also stands as text below.",
  event: "Event",
  size: "Size of the seal",
  root: "Root of the seal",
  how: "The code shows that the minutes stood in the record when it was sealed. If they are changed afterwards, the code fits no more. It can be read with a telephone and checked without access to Klynge.",
  check: "Check the proof",
  asText: "The proof as text",
};
