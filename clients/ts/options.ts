/** What the user of a live connection brings, and what of it is told. */

import type { Carrier } from "./ladder.ts";
import type { Credential, Open } from "./line.ts";
import type { Heartbeat, Hello } from "./messages.ts";
import type { News } from "./topics.ts";

/** Thrown by `credential` when there is no use in trying again: whoever asks is signed out. */
export class SignedOut extends Error {}

export type Connection =
  | { readonly state: "connecting" }
  | { readonly state: "open"; readonly carrier: Carrier }
  /** Gone, and we come back. */
  | { readonly state: "lost"; readonly restarting: boolean }
  | { readonly state: "signed-out" }
  /** Gone, and we do not come back. */
  | { readonly state: "ended"; readonly code: number };

export interface Options {
  /** Of the socket: `wss://…/v1/live`. */
  readonly url: string;
  readonly client: Hello["client"];
  readonly credential: (carrier: Carrier) => Promise<Credential>;
  readonly onNews: (news: News) => void;
  readonly onConnection: (connection: Connection) => void;
  readonly onHeartbeat?: (heartbeat: Heartbeat) => void;
  /** For tests. */
  readonly open?: Open;
  readonly random?: () => number;
}
