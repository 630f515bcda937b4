import { expect, test } from "vitest";
import { oereOf } from "../forms/amounts.ts";
import { figuresIn } from "../words/figures.ts";
import { formatIn } from "../words/format.ts";

const space = "\u00a0";

test("an amount is typed in kroner, with dots or without, and with øre after a comma", () => {
  expect(oereOf("500000")).toBe(50_000_000);
  expect(oereOf("500.000")).toBe(50_000_000);
  expect(oereOf(" 9.514.542 kr. ")).toBe(951_454_200);
  expect(oereOf(`285.436,50${space}kr.`)).toBe(28_543_650);
  expect(oereOf("1 234,5")).toBe(123_450);
  expect(oereOf("0,01")).toBe(1);
});

test("no øre is lost where a fraction would lose it", () => {
  expect(oereOf("4,35")).toBe(435);
  expect(oereOf("1.005,10")).toBe(100_510);
  expect(oereOf("90.071.992.547.409,91")).toBe(9_007_199_254_740_991);
  expect(formatIn("da").amount(9_007_199_254_740_991)).toBe(`90.071.992.547.409,91${space}kr.`);
  expect(formatIn("da").amount(-100_510)).toBe(`\u22121.005,10${space}kr.`);
  expect(formatIn("en").amount(28_543_605)).toBe(`DKK${space}285,436.05`);
});

test("what can be read in two ways, is nothing, or is no amount is not read", () => {
  for (const typed of ["", "1.5", "12.34", "1234.50", "1,234,5", "1,234", "2 mio.", "-5", "0", "0,00", "1,505", "fem", "90.071.992.547.409,92"]) {
    expect(oereOf(typed), typed).toBeNull();
  }
});

test("in English comma and dot have each other's place", () => {
  expect(oereOf("1,234.50", "en")).toBe(123_450);
  expect(oereOf("DKK 1,234", "en")).toBe(123_400);
  expect(oereOf("1.234,50", "en")).toBeNull();
});

test("every amount that is shown can be typed again", () => {
  for (const oere of [1, 10, 99, 100, 123_456, 50_000_000, 28_543_650, 951_454_200]) {
    expect(oereOf(formatIn("da").amount(oere), "da")).toBe(oere);
    expect(oereOf(formatIn("en").amount(oere), "en")).toBe(oere);
  }
});

test("an axis rounds, and says minus as one does", () => {
  const { round, shortDay, monthAndYear, percent } = figuresIn("da");
  expect([0, 50_000_000, 200_000_000, 950_000_000, -250_000_000].map(round)).toEqual(
    ["0", `500${space}t.`, `2${space}mio.`, `9,5${space}mio.`, `\u22122,5${space}mio.`],
  );
  expect(shortDay("2024-04-09")).toBe("9. apr. 2024");
  expect(monthAndYear("2024-04-09")).toBe("apr. 24");
  expect([percent(315), percent(210)]).toEqual([`31,5${space}%`, `21,0${space}%`]);
});
