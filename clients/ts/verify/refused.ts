/** A bundle that cannot be read has no verdict: it is refused, with what is wrong and where. */

export type Reason =
  | "missing-file"
  | "file-too-large"
  | "file-differs"
  | "unknown-format"
  | "bad-manifest"
  | "bad-path"
  | "bad-line"
  | "line-too-long"
  | "too-many"
  | "cut-off"
  | "bad-note"
  | "bad-head"
  | "other-origin"
  | "bad-leaves";

export class Refused extends Error {
  readonly reason: Reason;
  readonly where: string;

  constructor(reason: Reason, where: string) {
    super(`${reason}: ${where}`);
    this.reason = reason;
    this.where = where;
  }
}
