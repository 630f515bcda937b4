/** Who is there just now, and whose hand is up. Made once, beside the room. */

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { Hands } from "./hands.ts";
import { Online } from "./online.ts";
import type { Room } from "./room.ts";

export class There {
  readonly online = new Online();
  readonly hands: Hands;

  constructor(room: Room) {
    this.hands = new Hands(room, this.online);
    room.onPresence = (change) => {
      if (change === null) return this.online.forget();
      this.online.changed(change);
      this.hands.changed(change.full !== undefined);
    };
  }
}

export const WhoIsThere = createContext<There | null>(null);

export function useThere(): There {
  const there = useContext(WhoIsThere);
  if (there === null) throw new Error("outside the meeting room");
  return there;
}
