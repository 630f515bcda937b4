import { beforeEach, expect, test } from "vitest";
import { Connection, OFFLINE_AFTER_MS, SPOKEN_AFTER_MS } from "../live/connection.ts";
import { Clock } from "./clock.ts";

let clock: Clock;
let events: string[];
let connection: Connection;
const state = (): string => connection.standing.value.state;
const lost = (restarting = false): void => connection.reported({ state: "lost", restarting });

beforeEach(() => {
  clock = new Clock();
  events = [];
  connection = new Connection(
    {
      now: clock.now,
      later: clock.later,
      onLoss: () => events.push("loss"),
      onLastingLoss: () => events.push("said"),
      onReturn: (said) => events.push(said ? "back, said" : "back"),
    },
    "loading",
  );
  connection.painted();
  connection.reported({ state: "open", carrier: "socket" });
  connection.synced();
});

test("the first view is live once it is caught up", () => {
  expect(state()).toBe("live");
  expect(events).toEqual([]);
});

test("a short loss is shown and not said", () => {
  lost();
  expect(state()).toBe("lost");
  clock.pass(SPOKEN_AFTER_MS - 1);
  connection.reported({ state: "open", carrier: "socket" });
  expect(connection.standing.value).toEqual({ state: "catching-up", away: true });
  connection.synced();
  clock.pass(OFFLINE_AFTER_MS);
  expect(state()).toBe("live");
  expect(events).toEqual(["loss", "back"]);
});

test("a loss of five seconds is said, one of thirty is being offline", () => {
  const at = clock.now();
  lost();
  clock.pass(SPOKEN_AFTER_MS);
  expect(events).toEqual(["loss", "said"]);
  clock.pass(OFFLINE_AFTER_MS - SPOKEN_AFTER_MS);
  expect(connection.standing.value).toEqual({ state: "offline", at });
  connection.reported({ state: "connecting" });
  lost();
  expect(connection.standing.value).toEqual({ state: "offline", at });
  connection.synced();
  expect(events).toEqual(["loss", "said", "back, said"]);
});

test("a restart stays a restart through failed tries", () => {
  lost(true);
  clock.pass(1_000);
  connection.reported({ state: "connecting" });
  lost();
  expect(connection.standing.value).toMatchObject({ state: "lost", restarting: true });
});

test("signed out is the end of waiting", () => {
  lost();
  connection.reported({ state: "signed-out" });
  clock.pass(OFFLINE_AFTER_MS);
  expect(state()).toBe("signed-out");
  expect(events).toEqual(["loss"]);
});
