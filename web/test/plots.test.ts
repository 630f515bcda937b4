import { expect, test } from "vitest";
import { balancesOf } from "../funds/balances.ts";
import { amounts, days, steps } from "../plots/axis.ts";

test("an axis of amounts has round steps, begins at nothing and reaches over the highest", () => {
  const { ticks, place } = amounts(0, 951_454_200, 200, 0, 4);
  expect(ticks).toEqual([0, 250_000_000, 500_000_000, 750_000_000, 1_000_000_000]);
  expect([place(0), place(1_000_000_000), place(250_000_000)]).toEqual([200, 0, 150]);
});

test("what is below nothing is on the axis too", () => {
  const { ticks, place } = amounts(-30, 100, 100, 0, 4);
  expect(ticks[0]).toBeLessThanOrEqual(-30);
  expect(ticks).toContain(0);
  expect(place(-30)).toBeGreaterThan(place(0));
});

test("an axis of nothing but nothing is still one", () => {
  const { ticks, place } = amounts(0, 0, 100, 0, 4);
  expect(ticks).toEqual([0, 1]);
  expect(place(0)).toBe(100);
});

test("days stand by the time between them", () => {
  const { place, years } = days("2023-01-01", "2025-01-01", 0, 731);
  expect([place("2023-01-01"), place("2023-01-02"), place("2025-01-01")]).toEqual([0, 1, 731]);
  expect(years).toEqual(["2024-01-01", "2025-01-01"]);
});

test("one day alone stands in the middle, and is no division by nothing", () => {
  expect(days("2024-04-09", "2024-04-09", 0, 100).place("2024-04-09")).toBe(50);
});

test("a balance keeps its height until the next posting, and after the last to the edge", () => {
  expect(steps([[0, 100], [10, 20], [30, 60]], 50)).toBe("M0 100H10V20H30V60H50");
  expect(steps([], 50)).toBe("");
});

test("a posting stands by the day it is for; one that came in late is drawn after those before it", () => {
  const posted = (at: string, booked_on: string | null, free_oere: number) => ({ at: `${at}T10:00:00Z`, booked_on, free_oere });
  expect(
    balancesOf([posted("2024-04-30", "2022-12-31", 5), posted("2024-04-30", "2023-01-01", 9), posted("2024-04-30", "2022-06-01", 8), posted("2024-05-02", null, 7)]),
  ).toEqual([
    { day: "2022-12-31", oere: 5 },
    { day: "2023-01-01", oere: 9 },
    { day: "2023-01-01", oere: 8 },
    { day: "2024-05-02", oere: 7 },
  ]);
});
