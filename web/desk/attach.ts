/** A file on its way: its hash, its bytes put here, and then the attachment that names them. */

import type { Problem } from "../../clients/ts/messages.ts";
import type { Missing, Ready } from "../forms/form.ts";
import type { DeskWords } from "../words/desk/da.ts";
import { blank, given, unless } from "./commands.ts";
import { FILE_BYTES_MAX } from "./limits.ts";

const HEX = 16;
const OK = 200;

export interface AttachValues {
  readonly name: string;
  /** Of the file that was chosen; all empty where the paper is only named. */
  readonly file: string;
  readonly size: string;
  readonly sha256: string;
}

export const EMPTY_ATTACHMENT: AttachValues = { name: "", file: "", size: "", sha256: "" };

interface Where {
  readonly meeting: string;
  readonly item: string;
  /** Hashes of the files that the item has already. */
  readonly there: readonly (string | null)[];
}

export function attach(values: AttachValues, { meeting, item, there }: Where, name: string, lacks: DeskWords["lacks"]): Ready | Missing {
  const { sha256 } = values;
  const wrong = wrongWith(values, lacks);
  const missing = {
    ...(wrong === null ? {} : { file: wrong }),
    ...(sha256 !== "" && there.includes(sha256) ? { file: lacks.attached } : {}),
    ...(values.file === "" ? blank(values, "name", lacks.nameOrFile) : {}),
  };
  return unless(missing, {
    stream: meeting,
    verb: "attach",
    body: given({
      item,
      attachment: `b-${name}`,
      name: values.name.trim() || values.file,
      sha256: sha256 === "" ? undefined : sha256,
    }),
  });
}

/** Why a file cannot be sent, told before it is. */
export function wrongWith({ file, size }: AttachValues, lacks: DeskWords["lacks"]): string | null {
  if (file === "") return null;
  if (Number(size) > FILE_BYTES_MAX) return lacks.tooLarge;
  return Number(size) === 0 ? lacks.emptyFile : null;
}

export async function hashOf(file: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(HEX).padStart(2, "0")).join("");
}

export interface Sending {
  /** Null: it is here. A problem without a reason of its own: nothing came back. */
  readonly done: Promise<Problem | null | "no-answer" | "stopped">;
  readonly stop: () => void;
}

/** Put the bytes here, with how far they have come: `fetch` does not tell. The same bytes again are kept once. */
export function send(scope: string, sha256: string, file: Blob, onSent: (bytes: number) => void): Sending {
  const request = new XMLHttpRequest();
  const done = new Promise<Problem | null | "no-answer" | "stopped">((resolve) => {
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => resolve(request.status === OK ? null : problemIn(request));
    request.onerror = () => resolve("no-answer");
    request.onabort = () => resolve("stopped");
  });
  request.open("PUT", `/v1/${scope}/papers/${sha256}`);
  request.setRequestHeader("Klynge-Request", "1");
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.send(file);
  return { done, stop: () => request.abort() };
}

function problemIn({ status, statusText, responseText }: XMLHttpRequest): Problem {
  const bare: Problem = { type: "about:blank", title: statusText, status };
  try {
    return { ...bare, ...(JSON.parse(responseText) as Partial<Problem>) };
  } catch {
    return bare;
  }
}
