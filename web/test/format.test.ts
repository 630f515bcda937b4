import { expect, test } from "vitest";
import { capital, formatIn, isNumber } from "../words/format.ts";
import { inLanguage, languageOf } from "../words/language.ts";
import { inDanishOrder } from "../words/order.ts";
import { said } from "../words/said.ts";
import { da } from "../words/da.ts";
import { en } from "../words/en.ts";

const danish = formatIn("da");
const english = formatIn("en");
const evening = "2024-04-09T16:28:00Z";
const space = "\u00a0";

test("times stand with a dot, in Copenhagen, summer and winter", () => {
  expect(danish.time(evening)).toBe(`kl.${space}18.28`);
  expect(danish.time("2024-01-09T16:28:00Z")).toBe(`kl.${space}17.28`);
  expect(english.time(evening)).toBe("18:28");
});

test("a span has an en dash without spaces; without an end it is a time", () => {
  expect(danish.span("2024-04-09T16:00:00Z", "2024-04-09T17:00:00Z")).toBe(`kl.${space}18.00–19.00`);
  expect(danish.span("2024-04-09T16:00:00Z", null)).toBe(`kl.${space}18.00`);
});

test("days stand with their month in words", () => {
  expect(danish.day(evening)).toBe("9. april 2024");
  expect(danish.weekday(evening)).toBe("tirsdag den 9. april 2024");
  expect(english.day(evening)).toBe("9 April 2024");
});

test("a day near midnight is the day in Copenhagen", () => {
  expect(danish.day("2024-04-09T22:30:00Z")).toBe("10. april 2024");
});

test("kroner have dots, øre only when there are some, and a true minus", () => {
  expect(danish.amount(951_454_200)).toBe(`9.514.542${space}kr.`);
  expect(danish.amount(28_543_650)).toBe(`285.436,50${space}kr.`);
  expect(danish.amount(-5)).toBe(`\u22120,05${space}kr.`);
  expect(danish.amount(0)).toBe(`0${space}kr.`);
  expect(english.amount(951_454_200)).toBe(`DKK${space}9,514,542`);
});

test("lists end in »og«, and å is the last letter", () => {
  expect(danish.list(["Randers", "Norddjurs", "Favrskov"])).toBe("Randers, Norddjurs og Favrskov");
  const names = ["Aarhus", "Øst", "Samsø", "Aalborg", "Ærø"];
  expect(names.sort(inDanishOrder)).toEqual(["Samsø", "Ærø", "Øst", "Aalborg", "Aarhus"]);
});

test("the heading goes on in small letters after the body", () => {
  expect(da.heading("Fagligt strategisk niveau", "2024-04-09T16:00:00Z", "2024-04-09T17:00:00Z")).toBe(
    `Fagligt strategisk niveau: tirsdag den 9. april 2024 kl.${space}18.00–19.00`,
  );
  expect(capital("ønske")).toBe("Ønske");
});

test("one event is one, and none is said as none", () => {
  expect(da.back(1)).toBe("Forbindelsen er tilbage. 1 ny hændelse, mens du var væk.");
  expect(da.back(0)).toBe("Forbindelsen er tilbage. Der er ikke sket noget, mens du var væk.");
  expect(en.back(2)).toBe("Back online. 2 new events while you were away.");
});

test("a word is looked up in its own vocabulary", () => {
  expect(said("plain-outcome", "agreed")).toBe("enighed");
  expect(said("conclusion", "agreed")).toBe("der er enighed");
  expect(said("plain-outcome", "approved-conditionally")).toBe("tiltrådt under forudsætning");
  expect(said("plain-outcome", "some-later-word")).toBe("some later word");
});

test("the language stands in the address and leaves the rest of it alone", () => {
  expect(inLanguage("/a/moede/b?at=132#punkt-2", "en")).toBe("/a/moede/b?at=132&lang=en#punkt-2");
  expect(inLanguage("/a/moede/b?at=132&lang=en#punkt-2", "da")).toBe("/a/moede/b?at=132#punkt-2");
  expect(inLanguage("/log-ind", "da")).toBe("/log-ind");
  expect([languageOf("?lang=en"), languageOf("?lang=de"), languageOf("")]).toEqual(["en", "da", "da"]);
});

test("a span of days is a month or a year where it is all of it, and nothing where an end is open", () => {
  const { days } = formatIn("da");
  expect(days("2020-09-01", "2020-09-30")).toBe("september 2020");
  expect(days("2024-02-01", "2024-02-29")).toBe("februar 2024");
  expect(days("2010-01-01", "2010-12-31")).toBe("2010");
  expect(days("2023-06-07", "2023-06-07")).toBe("7. juni 2023");
  expect(days("2023-06-11", "2023-06-20")).toBe("11. juni 2023 – 20. juni 2023");
  expect(days("2023-09-01", "2023-10-31")).toBe("1. september 2023 – 31. oktober 2023");
  expect(days("0001-01-01", "2023-06-20")).toBe("");
});

test("a dash is no number of an item", () => {
  expect(["3", "3.2", "3a", "B"].every(isNumber)).toBe(true);
  expect(["–", "– –", "-"].some(isNumber)).toBe(false);
});
