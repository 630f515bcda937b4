/** Danish words of the proof on minutes. */

import { formatIn } from "../format.ts";

const { list } = formatIn("da");

export interface Proven {
  readonly position: number;
  readonly state: "registered" | "sealed" | "witnessed";
  readonly size: number | null;
  readonly organisations: readonly string[];
}

const states = {
  registered: ({ position }: Proven) =>
    `Referatet er registreret som hændelse ${position}. Når det er forseglet, som regel efter et øjeblik, står beviset her.`,
  sealed: ({ position, size, organisations }: Proven) =>
    `Referatet er forseglet: hændelse ${position} indgår i et segl over ${size} hændelser.` +
    (organisations.length === 0 ? "" : ` Det er set af ${list(organisations)}.`),
  witnessed: ({ position, size, organisations }: Proven) =>
    `Referatet er forseglet og bevidnet: hændelse ${position} indgår i et segl over ${size} hændelser, som også er underskrevet af ${list(organisations)} (bevidnet af ${organisations.length}).`,
};

export const da = {
  title: "Bevis",
  state: (proven: Proven) => states[proven.state](proven),
  code: "QR-kode med beviset for referatet. Beviset står også som tekst herunder.",
  event: "Hændelse",
  size: "Seglets størrelse",
  root: "Seglets rod",
  how: "Koden viser, at referatet stod i protokollen, da seglet blev sat. Bliver det ændret bagefter, passer koden ikke mere. Den kan læses med en telefon og efterprøves uden adgang til Klynge.",
  check: "Efterprøv beviset",
  asText: "Beviset som tekst",
};

export type ProofWords = typeof da;
