import { expect, test } from "vitest";
import { clockOf, dayIn, dayOf, momentOf, parts, written } from "../forms/days.ts";

test("a day is three fields, and no day until it is one", () => {
  expect(dayOf(written({ day: "9", month: "4", year: "2024" }))).toBe("2024-04-09");
  expect(dayOf(written({ day: "31", month: "4", year: "2024" }))).toBeNull();
  expect(dayOf(written({ day: "9", month: "", year: "2024" }))).toBeNull();
  expect(written({ day: "", month: "", year: "" })).toBe("");
  expect(parts("2024-4-9")).toEqual({ day: "9", month: "4", year: "2024" });
});

test("a time is written with a dot or a colon", () => {
  expect(clockOf("18.05")).toBe("18:05");
  expect(clockOf(" 8:30 ")).toBe("08:30");
  expect(clockOf("24.00")).toBeNull();
  expect(clockOf("kl. 18")).toBeNull();
});

test("the clocks of Copenhagen are two hours ahead in summer and one in winter", () => {
  expect(momentOf("2024-04-09", "18:00")).toBe("2024-04-09T16:00:00Z");
  expect(momentOf("2024-12-09", "18:00")).toBe("2024-12-09T17:00:00Z");
  // The day on which the clocks go forward.
  expect(momentOf("2024-03-31", "04:00")).toBe("2024-03-31T02:00:00Z");
  expect(dayIn("2024-04-09T22:30:00Z")).toBe("2024-04-10");
});
