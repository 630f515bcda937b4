/** Danish words of the page where a bundle is verified. */

import type { Finding, Verdict } from "../../../clients/ts/verify/bundle.ts";
import type { PrintedVerdict } from "../../../clients/ts/verify/printed.ts";
import type { Reason } from "../../../clients/ts/verify/refused.ts";
import type { BadTrust } from "../../../clients/ts/verify/trust.ts";
import { formatIn } from "../format.ts";

const { list } = formatIn("da");

const many = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`;

function finding(found: Finding): string {
  switch (found.what) {
    case "leaf-differs":
      return `Hændelse ${found.at.position} (${found.at.stream}, nr. ${found.at.version}) er ikke den, der blev registreret.`;
    case "text-differs":
      return `En tekst i hændelse ${found.at.position} (${found.at.stream}, nr. ${found.at.version}, ${found.field ?? ""}) er ikke den, der blev sagt.`;
    case "file-differs":
      return `Filen ${found.path} er ændret, siden pakken blev lavet.`;
    case "root-differs":
      return `Protokollen er en anden end den, der er skrevet under på ved ${found.size} hændelser. Indtil hændelse ${found.after} passer den; ændringen ligger derefter.`;
    case "unsigned":
      return `Ingen nøgle, du stoler på, har skrevet under på protokollen ved ${found.size} hændelser.`;
    case "bad-signature":
      return `Protokollens underskrift ved ${found.size} hændelser passer ikke.`;
    case "bad-cosignature":
      return `Et vidnes underskrift ved ${found.size} hændelser passer ikke.`;
    case "other-head":
      return `Ved ${found.size} hændelser var protokollen en anden: nogen har skrevet den om siden.`;
    case "longer-head":
      return `Protokollen har haft mindst ${found.size} hændelser. I pakken er der færre.`;
    case "withheld":
      return `${many(found.events, "hændelse mangler", "hændelser mangler")}, selv om pakken skulle rumme dem alle.`;
    case "too-few-witnesses":
      return found.seen < found.wanted
        ? `${many(found.seen, "organisation", "organisationer")} har bevidnet; du kræver ${found.wanted}.`
        : "En organisation, du kræver, har ikke bevidnet.";
  }
}

export const da = {
  title: "Efterprøv",
  lead: "Her kan enhver efterprøve, at ingen har ændret protokollen, og se, hvem der har bevidnet den.",
  offline: "Alt sker i din browser. Intet af det, du vælger, sendes nogen steder hen; du kan slå netforbindelsen fra, før du begynder.",
  cannot: "Din browser kan ikke kontrollere underskrifter.",
  cannotNext: "Brug en nyere udgave af Chrome, Edge, Firefox eller Safari, eller kør programmet klynge-verify. Siden skal være åbnet over https.",

  trust: {
    heading: "Hvem du stoler på",
    label: "Tillidsfil",
    hint: "En fil (trust.toml) med protokollens nøgle og de vidner, du kræver. Få den fra nogen, du stoler på, og aldrig sammen med det, du vil efterprøve.",
    taken: (origin: string, witnesses: number, wanted: number) =>
      witnesses === 0
        ? `Du stoler på nøglen til ${origin}. Filen nævner ingen vidner: ingen kan have bevidnet noget for dig.`
        : `Du stoler på nøglen til ${origin}. Af ${many(witnesses, "organisation", "organisationer")} skal mindst ${wanted} have bevidnet.`,
    headFiles: (names: readonly string[]) => `Tillidsfilen nævner også filer med ældre kontrolpunkter: ${list(names)}. Vælg dem herunder.`,
    refused: "Tillidsfilen kan ikke bruges.",
    reasons: {
      line: (what) => `Linje ${what} kan ikke læses.`,
      text: () => "Den er ingen tekst, eller den er for stor.",
      word: (what) => `»${what}« mangler, eller det hører ikke til i en tillidsfil.`,
      key: (what) => `Nøglen »${what}« er forkert, eller den står på en forkert plads.`,
      quorum: (what) => `Den kræver »${what}«, og det kan aldrig blive opfyldt.`,
      head: () => "Et kontrolpunkt i den er ikke skrevet rigtigt.",
    } as Record<BadTrust["code"], (what: string) => string>,
    first: "Vælg først en tillidsfil.",
  },
  bundle: {
    heading: "En bevispakke",
    label: "Mappe med bevispakken",
    hint: "Mappen, som klynge export har lavet. Du kan også trække den hertil.",
    first: "Vælg først en mappe.",
    chosen: (name: string, files: number) => `${name}: ${many(files, "fil", "filer")}.`,
    heads: "Ældre kontrolpunkter",
    headsHint: "Filer, du har fået før (checkpoint), også fra en anden part. Protokollen skal være en fortsættelse af dem.",
    badHead: (name: string) => `${name} er intet kontrolpunkt, der er underskrevet af en nøgle, du stoler på.`,
    check: "Efterprøv pakken",
    reading: "Læser pakken …",
    read: (share: number) => `${share} %`,
  },
  printed: {
    heading: "Beviset på et referat",
    label: "Teksten i QR-koden",
    hint: "Den begynder med KLYNGE-PROOF/1.",
    check: "Efterprøv beviset",
    none: "Det er intet bevis fra et referat. Skan koden igen, og indsæt hele teksten.",
    shows: (position: number, size: number) => `Hændelse ${position} stod i protokollen, da den havde ${many(size, "hændelse", "hændelser")}.`,
    leaf: "Hændelsens aftryk",
    root: "Protokollens rod",
    verdicts: {
      WITNESSED: "BEVIDNET",
      UNWITNESSED: "UNDERSKREVET",
      "OTHER-ORIGIN": "En anden protokol",
      "NOT-INCLUDED": "BRUDT",
      UNSIGNED: "BRUDT",
    } as Record<PrintedVerdict, string>,
    meanings: {
      WITNESSED: "De, du kræver, har set protokollen, som den var.",
      UNWITNESSED: "Protokollens egen nøgle har skrevet under. De vidner, du kræver, står ikke på papiret.",
      "OTHER-ORIGIN": "Beviset er fra en anden protokol end den, din tillidsfil gælder.",
      "NOT-INCLUDED": "Beviset hænger ikke sammen: hændelsen er ikke i den protokol, der er skrevet under på.",
      UNSIGNED: "Ingen nøgle, du stoler på, har skrevet under.",
    } as Record<PrintedVerdict, string>,
  },
  verdicts: {
    WITNESSED: "BEVIDNET",
    UNWITNESSED: "UNDERSKREVET",
    INCOMPLETE: "UFULDSTÆNDIG",
    DIVERGES: "AFVIGER",
    BROKEN: "BRUDT",
  } as Record<Verdict, string>,
  meanings: {
    WITNESSED: "Hver hændelse i pakken er den, der blev registreret, og de, du kræver, har bevidnet protokollen.",
    UNWITNESSED: "Hver hændelse i pakken er den, der blev registreret. De vidner, du kræver, har ikke skrevet under.",
    INCOMPLETE: "Det, der er i pakken, er uændret. Men der mangler noget.",
    DIVERGES: "Pakken hænger sammen, men den er ikke en fortsættelse af et kontrolpunkt, der er kendt fra før.",
    BROKEN: "Noget er ændret. Stol ikke på pakken.",
  } as Record<Verdict, string>,
  refused: "Pakken kan ikke læses og har derfor ingen dom.",
  reasons: {
    "missing-file": "En fil mangler",
    "file-too-large": "En fil er for stor",
    "file-differs": "En fil er en anden end den, pakken nævner",
    "unknown-format": "Pakken har et format, siden ikke kender. Den kan være nyere end siden",
    "bad-manifest": "Indholdsfortegnelsen er forkert",
    "bad-path": "En fil har et navn, der ikke hører til i en pakke",
    "bad-line": "En linje er forkert, eller linjerne står ikke i orden",
    "line-too-long": "En linje er for lang",
    "too-many": "Der er for mange af noget, som en pakke har få af",
    "cut-off": "En fil er skåret af",
    "bad-note": "Et kontrolpunkt er ikke skrevet rigtigt",
    "bad-head": "Et kontrolpunkt, du har fået før, er ikke underskrevet af en nøgle, du stoler på",
    "other-origin": "Pakken er fra en anden protokol end den, tillidsfilen gælder",
    "bad-leaves": "Aftrykkene er for få eller for mange",
  } as Record<Reason, string>,
  finding,
  more: (count: number) => `Og ${count} til.`,
  facts: {
    events: (disclosed: number, size: number) =>
      `${disclosed} af ${many(size, "hændelse", "hændelser")} er i pakken; resten står som aftryk.`,
    texts: (count: number) => `${many(count, "åbnet tekst", "åbnede tekster")} er efterprøvet.`,
    witnesses: "Bevidnet af",
    nobody: "Ingen har bevidnet protokollen.",
  },
  beyond:
    "Siden ser på underskrifter, aftryk og rod. Om reglerne for penge og pladser er overholdt, og om hver manglende tekst er slettet med hjemmel, siger programmet klynge-verify.",
};

export type VerifyWords = typeof da;
