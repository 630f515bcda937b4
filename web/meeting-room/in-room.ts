import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Room } from "./room.ts";

export const InRoom = createContext<Room | null>(null);

export function useRoom(): Room {
  const room = useContext(InRoom);
  if (room === null) throw new Error("outside the meeting room");
  return room;
}
