/** While a page follows over HTTP: is there a socket again? One is tried beside, and what is followed goes on meanwhile. */

import type { Line } from "./line.ts";
import type { FromServer } from "./messages.ts";

export interface Trial {
  /** Opens a socket; null where there is no ticket for it. Its messages go to `heard`, its end to `failed`. */
  readonly open: (heard: (message: FromServer) => void, failed: () => void) => Promise<Line | null>;
  /** It works: the welcome is the first message of it. */
  readonly works: (line: Line, welcome: FromServer) => void;
  readonly inVain: () => void;
}

const HANDSHAKE_MS = 10_000;

/** Try a socket. The answer lets go of the trial. */
export function trySocket({ open, works, inVain }: Trial): () => void {
  let over = false;
  let line: Line | null = null;
  const end = (): void => {
    over = true;
    clearTimeout(timer);
    line?.close();
  };
  const failed = (): void => {
    if (over) return;
    end();
    inVain();
  };
  const timer = setTimeout(failed, HANDSHAKE_MS);
  const heard = (message: FromServer): void => {
    if (over || line === null) return;
    over = true;
    clearTimeout(timer);
    works(line, message);
  };
  void open(heard, failed).then(
    (opened) => {
      if (over) opened?.close();
      else if (opened === null) failed();
      else line = opened;
    },
    failed,
  );
  return end;
}
