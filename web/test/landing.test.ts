import { expect, test } from "vitest";
import type { MeetingRef, Session } from "../live/session.ts";
import { addressOf, asOf, hashOf, itemNumberIn, pageOf } from "../parts/address.ts";
import { byNearness, landing, localPath } from "../sign-in/landing.ts";

const origin = "https://klynge.test";
const meeting = (topic: string): MeetingRef => ({ topic, name: "", phase: "called", starts_at: null });
const session = (...meetings: MeetingRef[]): Session => ({
  person: { id: "dk/person/a", name: "" }, roles: [], offices: [], assurance: "substantial", meetings, expires_at: "",
});

test("only a path of this site is a landing place", () => {
  expect(localPath("/lillebaelt/moede/x?at=132#punkt-2", origin)).toBe("/lillebaelt/moede/x?at=132#punkt-2");
  const others = ["https://evil.test/", "//evil.test/", "/\\evil.test/", "javascript:alert(1)", "", null, "/log-ind"];
  for (const elsewhere of others) {
    expect(localPath(elsewhere, origin)).toBeNull();
  }
});

test("the only meeting is gone to, several are chosen from, and a page asked for comes first", () => {
  const one = meeting("lillebaelt/meeting/x");
  expect(landing(session(one), null, "da")).toBe("/lillebaelt/moede/x");
  expect(landing(session(one), null, "en")).toBe("/lillebaelt/moede/x?lang=en");
  expect(landing(session(one, meeting("lillebaelt/meeting/y")), null, "da")).toBeNull();
  expect(landing(session(one, { ...meeting("lillebaelt/meeting/old"), phase: "reported" }), null, "da")).toBe(
    "/lillebaelt/moede/x",
  );
  expect(landing(session(), null, "da")).toBeNull();
  expect(landing(session(), "/lillebaelt/moede/x", "da")).toBe("/lillebaelt/moede/x");
});

test("meetings are chosen from by how near they are", () => {
  const refs = ["reported ", "adjourned 2024-03", "called 2024-06", "in-session 2024-04", "adjourned 2024-04", "called 2024-05"];
  const meetings = refs.map((ref) => {
    const [phase = "", starts_at = ""] = ref.split(" ");
    return { ...meeting(ref), phase, starts_at: starts_at === "" ? null : starts_at };
  });
  expect(meetings.toSorted(byNearness).map(({ topic }) => topic)).toEqual([
    "in-session 2024-04", "called 2024-05", "called 2024-06", "adjourned 2024-04", "adjourned 2024-03", "reported ",
  ]);
});

test("an address names the meeting and the moment", () => {
  expect(addressOf({ pathname: "/lillebaelt/moede/2024-04-09-strategic", search: "?at=132" })).toEqual({
    scope: "lillebaelt",
    topic: "lillebaelt/meeting/2024-04-09-strategic",
    people: "lillebaelt/people",
    at: "132",
  });
  expect(addressOf({ pathname: "/a/moede/b", search: "?at=2024-04-09T18:20+02:00" })?.at).toBe("2024-04-09T18:20+02:00");
  expect(addressOf({ pathname: "/log-ind", search: "" })).toBeNull();
  expect(pageOf("lillebaelt/meeting/x")).toBe("/lillebaelt/moede/x");
});

test("an item is found again by its number, whatever stands in it", () => {
  for (const number of ["2", "2 a", "10/1", "é"]) expect(itemNumberIn(hashOf(number))).toBe(number);
  expect(itemNumberIn("#main-content")).toBeNull();
});

test("history and now keep the language", () => {
  const place = { pathname: "/a/moede/b", search: "?lang=en" };
  expect(asOf(132, place)).toBe("/a/moede/b?lang=en&at=132");
  expect(asOf(null, { ...place, search: "?lang=en&at=132" })).toBe("/a/moede/b?lang=en");
});
