import { signal } from "@preact/signals";
import { beforeEach, expect, test } from "vitest";
import type { Connected, State } from "../../clients/ts/messages.ts";
import { Hands } from "../meeting-room/hands.ts";
import { Online } from "../meeting-room/online.ts";
import type { Room } from "../meeting-room/room.ts";
import { Store } from "../live/store.ts";

const online = { current: new Online() };
const attended: unknown[][] = [];
const spoken: string[] = [];
const standing = signal({ state: "live" });
const roles = signal([{ voice: "vote", chairs_for: null as string | null }]);

const one = (id: string, hand: number | null = null): Connected => ({
  person: { id, name: `Navn ${id}` },
  roles: id === "me" ? [] : [`Part ${id}`],
  connections: 1,
  hand,
});

function made(): { hands: Hands; told: (change: { full?: Connected[]; update?: Connected[]; leave?: string[] }) => void } {
  const meeting = new Store();
  meeting.replace({ meeting: { type: "meeting", phase: "in-session" } as never }, 1);
  const room = {
    past: false,
    role: signal(roles.value[0]),
    roles,
    meeting,
    session: signal({ person: { id: "me", name: "Mig" } }),
    connection: { standing },
    announcer: { say: (text: string) => spoken.push(text) },
    attend: (state: State | null, person?: string) => attended.push([state, person]),
  } as unknown as Room;
  const hands = new Hands(room, online.current);
  const told: ReturnType<typeof made>["told"] = (change) => {
    online.current.changed({ op: "pres", topic: "t", ...change });
    hands.changed(change.full !== undefined);
  };
  return { hands, told };
}

beforeEach(() => {
  online.current = new Online();
  attended.length = spoken.length = 0;
  standing.value = { state: "live" };
  roles.value = [{ voice: "vote", chairs_for: null }];
});

test("a hand is raised and lowered by the one button, once the page knows who is there", () => {
  const { hands, told } = made();
  expect(hands.may).toBe(true);
  expect(hands.not).not.toBeNull();
  told({ full: [one("me")] });
  expect(hands.not).toBeNull();
  hands.toggle();
  told({ update: [one("me", 1)] });
  expect(hands.own.value).toBe(1);
  hands.toggle();
  told({ update: [one("me")] });
  expect(attended).toEqual([[{ hand: true }, undefined], [{ hand: false }, undefined]]);
  expect(spoken).toEqual(["Din hånd er oppe. Du er nummer 1 i rækken.", "Din hånd er nede."]);
  standing.value = { state: "lost" };
  expect(hands.not).not.toBeNull();
});

test("whoever comes back to a service that forgot the hand raises it again", () => {
  const { hands, told } = made();
  told({ full: [one("me")] });
  hands.toggle();
  told({ update: [one("me", 1)] });
  told({ full: [one("me")] });
  expect(attended).toEqual([[{ hand: true }, undefined], [{ hand: true }, undefined]]);
});

test("a hand that the chair took down stays down", () => {
  const { hands, told } = made();
  told({ full: [one("me")] });
  hands.toggle();
  told({ update: [one("me", 1)] });
  told({ update: [one("me")] });
  told({ full: [one("me")] });
  expect(attended).toEqual([[{ hand: true }, undefined]]);
});

test("whoever gives the floor hears of each hand once, and of none that was up before", () => {
  roles.value = [{ voice: "vote", chairs_for: "kommuner" }];
  const { hands, told } = made();
  told({ full: [one("me"), one("a", 1), one("b")] });
  expect(spoken).toEqual([]);
  told({ update: [one("b", 2)] });
  told({ update: [one("a"), one("b", 1)] });
  hands.lower("b");
  expect(spoken).toEqual(["Part b rækker hånden op."]);
  expect(attended).toEqual([[null, "b"]]);
});

test("nobody else hears of them", () => {
  const { told } = made();
  told({ full: [one("me"), one("b")] });
  told({ update: [one("b", 1)] });
  expect(spoken).toEqual([]);
});

test("over HTTP nobody tells who is there, so no hand goes up until there is a socket again", () => {
  const { hands, told } = made();
  told({ full: [one("me"), one("b", 1)] });
  online.current.forget();
  expect(online.current.count.value).toBe(0);
  expect(hands.not).not.toBeNull();
  told({ full: [one("me")] });
  expect(hands.not).toBeNull();
});
