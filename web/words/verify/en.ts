/** English words of the page where a bundle is verified. A missing one does not compile. */

import type { Finding } from "../../../clients/ts/verify/bundle.ts";
import { formatIn } from "../format.ts";
import type { VerifyWords } from "./da.ts";

const { list } = formatIn("en");

const many = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`;

function finding(found: Finding): string {
  switch (found.what) {
    case "leaf-differs":
      return `Event ${found.at.position} (${found.at.stream}, no. ${found.at.version}) is not the one that was recorded.`;
    case "text-differs":
      return `A text in event ${found.at.position} (${found.at.stream}, no. ${found.at.version}, ${found.field ?? ""}) is not the one that was said.`;
    case "file-differs":
      return `The file ${found.path} has changed since the bundle was made.`;
    case "root-differs":
      return `The record is another than the one signed at ${found.size} events. Up to event ${found.after} it fits; the change is after that.`;
    case "unsigned":
      return `No key that you trust has signed the record at ${found.size} events.`;
    case "bad-signature":
      return `The record's signature at ${found.size} events does not fit.`;
    case "bad-cosignature":
      return `A witness's signature at ${found.size} events does not fit.`;
    case "other-head":
      return `At ${found.size} events the record was another one: somebody has rewritten it since.`;
    case "longer-head":
      return `The record has had ${found.size} events at least. The bundle holds fewer.`;
    case "withheld":
      return `${many(found.events, "event is", "events are")} missing, though the bundle was to hold them all.`;
    case "too-few-witnesses":
      return found.seen < found.wanted
        ? `${many(found.seen, "organisation has", "organisations have")} witnessed it; you ask for ${found.wanted}.`
        : "An organisation that you ask for has not witnessed it.";
  }
}

export const en: VerifyWords = {
  title: "Verify",
  lead: "Anybody can verify here that nobody changed the record, and see who has witnessed it.",
  offline: "Everything happens in your browser. Nothing that you choose is sent anywhere; you may cut the network before you begin.",
  cannot: "Your browser cannot check signatures.",
  cannotNext: "Use a newer Chrome, Edge, Firefox or Safari, or run the program klynge-verify. The page must be opened over https.",

  trust: {
    heading: "Whom you trust",
    label: "Trust file",
    hint: "A file (trust.toml) with the key of the record and the witnesses you ask for. Get it from somebody you trust, and never together with what you want to verify.",
    taken: (origin, witnesses, wanted) =>
      witnesses === 0
        ? `You trust the key of ${origin}. The file names no witnesses: nobody can have witnessed anything for you.`
        : `You trust the key of ${origin}. Of ${many(witnesses, "organisation", "organisations")} at least ${wanted} must have witnessed it.`,
    headFiles: (names) => `The trust file also names files of older checkpoints: ${list(names)}. Choose them below.`,
    refused: "The trust file cannot be used.",
    reasons: {
      line: (what) => `Line ${what} cannot be read.`,
      text: () => "It is no text, or too large.",
      word: (what) => `»${what}« is missing, or does not belong in a trust file.`,
      key: (what) => `The key »${what}« is wrong, or stands in the wrong place.`,
      quorum: (what) => `It asks for »${what}«, which can never be.`,
      head: () => "A checkpoint in it is not written as it should be.",
    },
    first: "Choose a trust file first.",
  },
  bundle: {
    heading: "A bundle of evidence",
    label: "Folder of the bundle",
    hint: "The folder that klynge export has made. You may also drag it here.",
    first: "Choose a folder first.",
    chosen: (name, files) => `${name}: ${many(files, "file", "files")}.`,
    heads: "Older checkpoints",
    headsHint: "Files that you were given before (checkpoint), also by another party. The record must continue them.",
    badHead: (name) => `${name} is no checkpoint signed by a key that you trust.`,
    check: "Verify the bundle",
    reading: "Reading the bundle …",
    read: (share) => `${share}%`,
  },
  printed: {
    heading: "The proof on minutes",
    label: "The text of the QR code",
    hint: "It begins with KLYNGE-PROOF/1.",
    check: "Verify the proof",
    none: "This is no proof from minutes. Scan the code again, and paste all of its text.",
    shows: (position, size) => `Event ${position} stood in the record when it had ${many(size, "event", "events")}.`,
    leaf: "Hash of the event",
    root: "Root of the record",
    verdicts: {
      WITNESSED: "WITNESSED",
      UNWITNESSED: "UNWITNESSED",
      "OTHER-ORIGIN": "Another record",
      "NOT-INCLUDED": "BROKEN",
      UNSIGNED: "BROKEN",
    },
    meanings: {
      WITNESSED: "Those that you ask for have seen the record as it was.",
      UNWITNESSED: "The record's own key has signed. The witnesses that you ask for do not stand on the paper.",
      "OTHER-ORIGIN": "The proof is of another record than the one of your trust file.",
      "NOT-INCLUDED": "The proof does not hold: the event is not in the record that was signed.",
      UNSIGNED: "No key that you trust has signed.",
    },
  },
  verdicts: {
    WITNESSED: "WITNESSED",
    UNWITNESSED: "UNWITNESSED",
    INCOMPLETE: "INCOMPLETE",
    DIVERGES: "DIVERGES",
    BROKEN: "BROKEN",
  },
  meanings: {
    WITNESSED: "Each event in the bundle is the one that was recorded, and those that you ask for have witnessed the record.",
    UNWITNESSED: "Each event in the bundle is the one that was recorded. The witnesses that you ask for have not signed.",
    INCOMPLETE: "What is in the bundle is unchanged. But something is missing.",
    DIVERGES: "The bundle holds together, but does not continue a checkpoint that is known from before.",
    BROKEN: "Something was changed. Do not trust the bundle.",
  },
  refused: "The bundle cannot be read, and so has no verdict.",
  reasons: {
    "missing-file": "A file is missing",
    "file-too-large": "A file is too large",
    "file-differs": "A file is another than the one that the bundle names",
    "unknown-format": "The bundle has a format that the page does not know. It may be newer than the page",
    "bad-manifest": "The list of contents is wrong",
    "bad-path": "A file has a name that does not belong in a bundle",
    "bad-line": "A line is wrong, or the lines are not in order",
    "line-too-long": "A line is too long",
    "too-many": "There are too many of something that a bundle has few of",
    "cut-off": "A file is cut off",
    "bad-note": "A checkpoint is not written as it should be",
    "bad-head": "A checkpoint that you were given before is signed by no key that you trust",
    "other-origin": "The bundle is of another record than the trust file",
    "bad-leaves": "There are too few or too many hashes",
  },
  finding,
  more: (count) => `And ${count} more.`,
  facts: {
    events: (disclosed, size) =>
      `${disclosed} of ${many(size, "event", "events")} are in the bundle; the others stand as hashes.`,
    texts: (count) => `${many(count, "opened text", "opened texts")} verified.`,
    witnesses: "Witnessed by",
    nobody: "Nobody has witnessed the record.",
  },
  beyond:
    "The page looks at signatures, hashes and the root. Whether the rules of money and seats were kept, and whether each missing text was erased on a legal basis, is told by the program klynge-verify.",
};
