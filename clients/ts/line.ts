/** The way to the server and back, whatever carries it; and the one that carries best. */

import type { Loss } from "./ladder.ts";
import { PROTOCOL, TICKET_PREFIX } from "./messages.ts";
import type { FromServer, Hello, ToServer } from "./messages.ts";

export interface Line {
  readonly send: (message: ToServer) => void;
  /** Nothing more is heard of it, not even that it is lost. */
  readonly close: () => void;
}

export interface Ears {
  readonly heard: (message: FromServer) => void;
  /** Once, and nothing after it. `code` is a close code of the protocol, 0 where there is none. */
  readonly lost: (loss: Loss, code: number) => void;
}

/** Browsers show a one-use ticket in the sub-protocol, all others a token. Over HTTP a browser has its session. */
export type Credential = { readonly ticket: string } | { readonly token: string } | { readonly session: true };

export type Open = (url: string, protocols: string[]) => WebSocket;

const NORMAL_CLOSURE = 1000;
/** The server closed by one of these, or by one of its own above them: it has spoken, and no proxy is to blame. */
const SPOKEN = [1000, 1001, 1011, 1012, 1013];
const OUR_OWN = 4000;

export function bySocket(
  url: string,
  open: Open,
  client: Hello["client"],
  credential: Credential,
  { heard, lost }: Ears,
): Line {
  const ticket = "ticket" in credential ? [`${TICKET_PREFIX}${credential.ticket}`] : [];
  const token = "token" in credential ? { token: credential.token } : {};
  const socket = open(url, [PROTOCOL, ...ticket]);
  const send = (message: ToServer): void => socket.send(JSON.stringify(message));
  socket.onopen = () => send({ op: "hello", client, ...token });
  socket.onmessage = (event: MessageEvent<string>) => heard(JSON.parse(event.data) as FromServer);
  socket.onclose = ({ code }) => lost(code >= OUR_OWN || SPOKEN.includes(code) ? "told" : "cut", code);
  const close = (): void => {
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(NORMAL_CLOSURE);
  };
  return { send, close };
}
