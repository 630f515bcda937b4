/** Which list an address is of, and where a stream stands. */

import { expect, test } from "vitest";
import { listAddressOf, listOf } from "../lists/address.ts";
import { inForce, occurrenceName } from "../rows/days.tsx";

const at = (path: string) => {
  const [pathname = "", search = ""] = path.split("?");
  return listAddressOf({ pathname, search: search === "" ? "" : `?${search}` });
};

test("a list is of a cluster, and shows its own topic first", () => {
  expect(at("/lillebaelt/opgaver?mine&at=2024-04-09T18:20+02:00")).toEqual({
    scope: "lillebaelt",
    sheet: "opgaver",
    name: "",
    topics: ["lillebaelt/actions", "lillebaelt/meetings"],
    at: "2024-04-09T18:20+02:00",
    mine: true,
  });
});

test("minutes are of a meeting", () => {
  expect(at("/midt/referat/2023-05-24-political")?.topics[0]).toBe("midt/minutes/2023-05-24-political");
});

test("what is no list has no address", () => {
  expect(at("/lillebaelt/constructor")).toBeNull();
  expect(at("/lillebaelt")).toBeNull();
  expect(at("/lillebaelt/moede/x")).toBeNull();
});

test("a stream is found in its list, and one that no list shows is not", () => {
  expect(listOf("lillebaelt/condition/c2")).toBe("/lillebaelt/forudsaetninger#c2");
  expect(listOf("lillebaelt/proposal/akut")).toBeNull();
});

test("a seat is held from its first day, and no more on the day it ends", () => {
  expect(inForce("2024-01-01", "2025-01-01", "2023-12-31")).toBe(false);
  expect(inForce("2024-01-01", "2025-01-01", "2024-01-01")).toBe(true);
  expect(inForce("2024-01-01", "2025-01-01", "2025-01-01")).toBe(false);
  expect(inForce(null, null, "2025-01-01")).toBe(true);
});

test("what is owed again is called by its month, its year or the day of its meeting", () => {
  expect(occurrenceName("2020-10")).toBe("Oktober 2020");
  expect(occurrenceName("2020-Q3")).toBe("3. kvartal 2020");
  expect(occurrenceName("2023")).toBe("2023");
  expect(occurrenceName("2023-05-24-political")).toBe("24. maj 2023");
});
