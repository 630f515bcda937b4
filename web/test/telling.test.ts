/** What is read aloud of news: one short sentence, or nothing. */

import { expect, test } from "vitest";
import type { Changes, Row } from "../../clients/ts/messages.ts";
import { tellColour, tellStep } from "../board/telling.ts";
import { tellPosting } from "../funds/telling.ts";

const space = "\u00a0";
const news = (row: object): Changes => ({ key: row as Row, gone: null });

test("a colour is told with its initiative, and a step by its own name", () => {
  expect(tellColour(news({ type: "colour", initiative: { id: "i", name: "De ældste 2 %" }, colour: "red" }))).toBe(
    "De ældste 2 % er meldt rød.",
  );
  expect(tellStep(news({ type: "step", what: "colour-reported", code: "yellow" }))).toBe("Farve meldt: gul.");
  expect(tellStep(news({ type: "step", what: "narrowed", code: "place" }))).toBe("Indsnævret.");
});

test("a posting is told by what, how much and for whom, with one dot at its end", () => {
  const posting = { type: "posting", what: "allocated", amount_oere: 50_000_000, party: { id: "p", name: "Samsø Kommune" } };
  expect(tellPosting(news(posting))).toBe(`Bevilget 500.000${space}kr. Samsø Kommune.`);
  expect(tellPosting(news({ ...posting, party: null }))).toBe(`Bevilget 500.000${space}kr.`);
});

test("what a page has no words for is not told", () => {
  expect(tellColour(news({ type: "initiative" }))).toBeNull();
  expect(tellStep(news({ type: "step", what: "something-later", code: null }))).toBeNull();
  expect(tellPosting({ gone: null })).toBeNull();
});
