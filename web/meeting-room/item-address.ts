import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { itemNumberIn } from "../parts/address.ts";
import { itemNumbered } from "./agenda.ts";
import { useRoom } from "./in-room.ts";

/** `#punkt-2` opens item 2: on arrival, by a link of the agenda, and by the back button. */
export function useItemInAddress(): void {
  const room = useRoom();
  const arrived = useSignal(false);
  const open = (byReader: boolean): void => {
    const number = itemNumberIn(location.hash);
    const item = number === null ? null : itemNumbered(room.meeting, number);
    if (item === null) room.following.followAgain();
    else if (byReader) room.goTo(item);
    else room.open(item);
  };
  useSignalEffect(() => {
    if (arrived.peek() || room.items.value.length === 0) return;
    arrived.value = true;
    open(false);
  });
  useEffect(() => {
    const moved = (): void => open(true);
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
}
