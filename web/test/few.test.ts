import { expect, test } from "vitest";
import { fewCommand } from "../forms/FewFields.tsx";
import type { Few } from "../forms/FewFields.tsx";
import { moveMeeting } from "../desk/commands.ts";
import { da } from "../words/desk/da.ts";

const FIELDS: readonly Few[] = [
  { name: "reason", label: "Grund", way: "text", lacks: "Skriv en grund." },
  { name: "on", label: "Dag", way: "day", lacks: "Skriv en dag." },
  { name: "closed", label: "Lukket", way: "check" },
];
const READY = { stream: "s", verb: "v", body: { item: "a" } };

test("what is filled in goes into the command under its own name", () => {
  expect(fewCommand({ reason: " Derfor. ", on: "2024-5-1", closed: "yes" }, FIELDS, {}, READY)).toEqual({
    stream: "s",
    verb: "v",
    body: { item: "a", reason: "Derfor.", on: "2024-05-01", closed: true },
  });
});

test("what lacks is told at its field, and what may be empty is not told", () => {
  expect(fewCommand({ reason: "", on: "2024-2-30", closed: "" }, FIELDS, {}, READY)).toEqual({
    missing: { reason: "Skriv en grund.", on: "Skriv en dag." },
  });
});

test("what reads as before is not told", () => {
  const before = { reason: "Derfor.", on: "2024-05-01" };
  expect(fewCommand({ ...before, reason: "Fordi." }, FIELDS, before, READY)).toMatchObject({ body: { item: "a", reason: "Fordi." } });
});

test("a meeting is moved by the clocks of its new day; a place that is the same is not told", () => {
  const before = { day: "2024-04-09", from: "18.00", to: "19.00", place: "Virtuelt", reason: "" };
  expect(moveMeeting({ ...before, day: "2024-11-5" }, before, "m", da.lacks)).toEqual({
    stream: "m",
    verb: "move",
    body: { starts_at: "2024-11-05T17:00:00Z", ends_at: "2024-11-05T18:00:00Z" },
  });
  expect(moveMeeting({ ...before, to: "18.00" }, before, "m", da.lacks)).toEqual({ missing: { to: da.lacks.ends } });
});
