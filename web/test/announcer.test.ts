import { beforeEach, expect, test } from "vitest";
import { Announcer, PAUSE_MS } from "../live/announcer.ts";
import { da } from "../words/da.ts";
import { Clock } from "./clock.ts";

let clock: Clock;
let spoken: string[];
let hushed: number;
let announcer: Announcer;

beforeEach(() => {
  clock = new Clock();
  spoken = [];
  const say = (text: string): number => spoken.push(text);
  announcer = new Announcer({ say, hush: () => (hushed += 1), several: da.several, later: clock.later });
  hushed = 0;
});

const hear = (n: number): void => announcer.heard({ n, position: 100 + n, text: `Sætning ${n}.` });

test("the first sentence is spoken at once and the next 1.2 s later", () => {
  hear(1);
  hear(2);
  expect(spoken).toEqual(["Sætning 1."]);
  clock.pass(PAUSE_MS - 1);
  expect(spoken).toEqual(["Sætning 1."]);
  clock.pass(1);
  expect(spoken).toEqual(["Sætning 1.", "Sætning 2."]);
});

test("three that wait are spoken one by one", () => {
  for (const n of [1, 2, 3, 4]) hear(n);
  clock.pass(3 * PAUSE_MS);
  expect(spoken).toEqual(["Sætning 1.", "Sætning 2.", "Sætning 3.", "Sætning 4."]);
});

test("more than three that wait become one, with their number and the latest", () => {
  for (let n = 1; n <= 10; n += 1) hear(n);
  clock.pass(PAUSE_MS);
  expect(spoken).toEqual(["Sætning 1.", "9 nye hændelser. Den seneste: Sætning 10."]);
  clock.pass(10 * PAUSE_MS);
  expect(spoken).toHaveLength(2);
});

test("the number is counted by the ordinal, not by what was kept", () => {
  hear(1);
  for (const n of [1998, 1999, 2000, 2001]) hear(n);
  clock.pass(PAUSE_MS);
  expect(spoken.at(-1)).toBe("2000 nye hændelser. Den seneste: Sætning 2001.");
});

test("what a snapshot held is neither spoken nor counted", () => {
  announcer.restart(40);
  expect(spoken).toEqual([]);
  for (let n = 41; n <= 45; n += 1) hear(n);
  clock.pass(PAUSE_MS);
  expect(spoken).toEqual(["Sætning 41.", "4 nye hændelser. Den seneste: Sætning 45."]);
});

test("a new picture silences what waited and takes back what was said", () => {
  hear(1);
  hear(2);
  expect(hushed).toBe(0);
  announcer.restart(7);
  clock.pass(PAUSE_MS);
  expect(spoken).toEqual(["Sætning 1."]);
  expect(hushed).toBe(1);
});

test("an own command is spoken once when the answer comes first", () => {
  announcer.answered(101, "Dit spørgsmål er registreret.");
  hear(1);
  clock.pass(5 * PAUSE_MS);
  expect(spoken).toEqual(["Dit spørgsmål er registreret."]);
});

test("an own command is spoken once when the frame comes first", () => {
  hear(1);
  announcer.answered(101, "Dit spørgsmål er registreret.");
  clock.pass(5 * PAUSE_MS);
  expect(spoken).toEqual(["Sætning 1."]);
});

test("switched off it says nothing but what the reader asks for", () => {
  announcer.on = false;
  hear(1);
  clock.pass(PAUSE_MS);
  expect(spoken).toEqual([]);
  announcer.repeat("Sætning 1.");
  expect(spoken).toEqual(["Sætning 1."]);
});
