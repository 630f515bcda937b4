/**
 * The first statement of the page's script: the questions go out before anything else is loaded or drawn. Waiting for
 * the socket instead would cost a third of a second.
 */

import { NoAnswer } from "../live/ask.ts";
import { currentSession } from "../live/session.ts";
import type { Session } from "../live/session.ts";
import { view } from "../live/view.ts";
import type { View } from "../live/view.ts";
import { addressOf } from "../parts/address.ts";
import type { Address } from "../parts/address.ts";

export interface FirstView {
  readonly address: Address;
  readonly meeting: Promise<View>;
  readonly people: Promise<View>;
  readonly session: Promise<Session | null>;
}

function firstView(): FirstView {
  const address = addressOf(location);
  if (address === null) throw new NoAnswer(`no meeting at ${location.pathname}`);
  const asOf = address.at === null ? {} : { at: address.at };
  const asked = {
    address,
    meeting: view(address.topic, asOf),
    session: currentSession(),
    people: view(address.people, asOf),
  };
  // Whoever awaits them deals with their failure; until then it is nobody's.
  for (const answer of [asked.meeting, asked.people, asked.session]) answer.catch(() => undefined);
  return asked;
}

export const first = firstView();
