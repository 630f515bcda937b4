/** What somebody chose, and what came of it. Nothing of it leaves the page: this file and what it uses ask for nothing. */

import { signal } from "@preact/signals";
import { bytesToRead, verifyBundle } from "../../clients/ts/verify/bundle.ts";
import type { HeldHead, Result } from "../../clients/ts/verify/bundle.ts";
import { textOf } from "../../clients/ts/verify/bytes.ts";
import type { Bytes } from "../../clients/ts/verify/bytes.ts";
import { checksSignatures } from "../../clients/ts/verify/keys.ts";
import { NOTE_BYTES_MAX, headOf, readNote } from "../../clients/ts/verify/note.ts";
import { readPrinted, verifyPrinted } from "../../clients/ts/verify/printed.ts";
import type { Printed, PrintedVerdict } from "../../clients/ts/verify/printed.ts";
import { Refused } from "../../clients/ts/verify/refused.ts";
import { BadTrust, readTrust } from "../../clients/ts/verify/trust.ts";
import type { Seen, Trust } from "../../clients/ts/verify/trust.ts";
import type { Voice } from "../live/announcer.ts";
import { verify as words } from "../words/verify/words.ts";
import type { Chosen } from "./dropped.ts";

/** So long the page may be busy before it is drawn again. */
const BUSY_MS = 50;
const TRUST_BYTES_MAX = 1024 * 1024;

export type Outcome = { readonly result: Result } | { readonly refused: Refused } | { readonly badHead: string };

export interface OnPaper {
  readonly printed: Printed;
  readonly verdict: PrintedVerdict;
  readonly seen: readonly Seen[];
}

export class Checking {
  /** False: this browser cannot check signatures. */
  readonly able = signal(true);
  readonly trust = signal<Trust | BadTrust | null>(null);
  readonly folder = signal<Chosen | null>(null);
  readonly heads = signal<readonly File[]>([]);
  /** How much of the bundle is read, from 0 to 1; null: none is being read. */
  readonly read = signal<number | null>(null);
  readonly outcome = signal<Outcome | null>(null);
  readonly onPaper = signal<OnPaper | "none" | null>(null);
  readonly #voice: Voice;

  constructor(voice: Voice) {
    this.#voice = voice;
  }

  async enter(): Promise<void> {
    this.able.value = await checksSignatures();
  }

  async chooseTrust(file: File | undefined): Promise<void> {
    this.outcome.value = this.onPaper.value = this.trust.value = null;
    if (file === undefined) return;
    try {
      this.trust.value = readTrust(await bytesOf(file, TRUST_BYTES_MAX));
    } catch (error) {
      if (!(error instanceof BadTrust)) throw error;
      this.trust.value = error;
      this.#voice.say(words.trust.refused);
    }
  }

  chooseFolder(chosen: Chosen | null): void {
    this.outcome.value = null;
    this.folder.value = chosen;
  }

  chooseHeads(files: readonly File[]): void {
    this.outcome.value = null;
    this.heads.value = files;
  }

  async checkBundle(): Promise<void> {
    const [trust, folder] = [this.trust.value, this.folder.value];
    if (trust === null || trust instanceof BadTrust || folder === null || this.read.value !== null) return;
    this.outcome.value = null;
    this.read.value = 0;
    this.#voice.say(words.bundle.reading);
    try {
      this.outcome.value = await this.#checked(trust, folder);
    } finally {
      this.read.value = null;
    }
    this.#voice.say(said(this.outcome.value));
  }

  async #checked(trust: Trust, { files }: Chosen): Promise<Outcome> {
    const held: HeldHead[] = [];
    for (const file of this.heads.value) {
      const note = readNote(textOf(await bytesOf(file, NOTE_BYTES_MAX)) ?? "");
      const head = note === null ? null : headOf(note.text);
      if (note === null || head === null) return { badHead: file.name };
      held.push({ ...head, note, name: file.name });
    }
    const all = bytesToRead(files);
    let done = 0;
    let drawn = performance.now();
    try {
      const result = await verifyBundle(files, trust, held, async (bytes) => {
        done += bytes;
        if (performance.now() - drawn < BUSY_MS) return;
        this.read.value = done / all;
        await new Promise((drawing) => setTimeout(drawing));
        drawn = performance.now();
      });
      return { result };
    } catch (error) {
      // A file that is taken away while it is read is missing as much as one that never was there.
      if (error instanceof DOMException) return { refused: new Refused("missing-file", error.message) };
      if (error instanceof Refused) return error.reason === "bad-head" ? { badHead: error.where } : { refused: error };
      throw error;
    }
  }

  async checkPrinted(text: string): Promise<void> {
    const trust = this.trust.value;
    if (trust === null || trust instanceof BadTrust) return;
    const printed = readPrinted(text);
    if (printed === null) {
      this.onPaper.value = "none";
      this.#voice.say(words.printed.none);
      return;
    }
    const { verdict, seen } = await verifyPrinted(printed, trust);
    this.onPaper.value = { printed, verdict, seen };
    this.#voice.say(`${words.printed.verdicts[verdict]}. ${words.printed.meanings[verdict]}`);
  }
}

function said(outcome: Outcome): string {
  if ("refused" in outcome) return words.refused;
  if ("badHead" in outcome) return words.bundle.badHead(outcome.badHead);
  const { verdict } = outcome.result;
  return `${words.verdicts[verdict]}. ${words.meanings[verdict]}`;
}

const bytesOf = async (file: File, most: number): Promise<Bytes> =>
  new Uint8Array(await file.slice(0, most + 1).arrayBuffer());
