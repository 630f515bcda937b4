import { expect, test } from "vitest";
import { reportColour, EMPTY_COLOUR } from "../board/colour.ts";
import { coloursAt, meetingsOf } from "../board/over-time.ts";
import type { ColourRow } from "../board/rows.ts";
import { applyFor, EMPTY_APPLICATION } from "../funds/apply.ts";
import type { ApplyValues } from "../funds/apply.ts";
import { da as money } from "../words/money/da.ts";
import { da as plan } from "../words/plan/da.ts";

const APPLYING = {
  scope: "aarhus",
  name: "a1",
  person: "dk/person/p",
  today: "2023-05-01",
  language: "da",
  lacks: money.apply.lacks,
} as const;
const FILLED: ApplyValues = {
  fund: "aarhus/fund/klyngemidler",
  applicant: "dk/party/samsoe-kommune",
  amount: "500.000",
  purpose: " Projektleder. ",
  purposeClass: "trial",
  from: "2023-10-1",
  to: "2024-10-01",
  evaluated: "Om det virker.",
  evaluator: "Kommunen",
  due: "2024-12-01",
  attested: [],
};
const STREAM = "aarhus/application/a1";
const EVALUATION = {
  stream: STREAM,
  verb: "add-evaluation",
  body: { evaluation: { what: "Om det virker.", who: "Kommunen", due: { type: "on-day", day: "2024-12-01" } } },
};

test("an application is whole øre, its period, and after it its plan for evaluation", () => {
  expect(applyFor(FILLED, APPLYING)).toEqual({
    stream: STREAM,
    verb: "submit",
    body: {
      fund: "aarhus/fund/klyngemidler",
      applicant: "dk/party/samsoe-kommune",
      amount_oere: 50_000_000,
      purpose: "Projektleder.",
      purpose_class: "trial",
      from_on: "2023-10-01",
      ceases_on: "2024-10-01",
      when: { type: "on-day", day: "2023-05-01" },
    },
    then: [EVALUATION],
  });
});

test("whoever sends it vouches for what is ticked, and for nothing else", () => {
  expect(applyFor({ ...FILLED, attested: ["not-operation"] }, APPLYING)).toMatchObject({
    then: [
      EVALUATION,
      { stream: STREAM, verb: "attest", body: { criteria: [{ type: "not-operation" }], person: "dk/person/p" } },
    ],
  });
});

test("everything that lacks is told at once, each at its field", () => {
  const told = applyFor(EMPTY_APPLICATION, APPLYING) as { missing: Record<string, string> };
  expect(Object.keys(told.missing).sort()).toEqual(
    ["amount", "applicant", "due", "evaluated", "evaluator", "from", "fund", "purpose", "purposeClass", "to"],
  );
});

test("an amount that can be read in two ways, and a period that ends before it begins, are not sent", () => {
  expect(applyFor({ ...FILLED, amount: "1.5" }, APPLYING)).toEqual({ missing: { amount: money.apply.lacks.amount } });
  expect(applyFor({ ...FILLED, to: "2023-10-01" }, APPLYING)).toEqual({ missing: { to: money.apply.lacks.ends } });
});

test("a digit too many, and an evaluation before anything is begun, are told at their fields", () => {
  const { tooMuch, tooEarly } = money.apply.lacks;
  expect(applyFor({ ...FILLED, amount: "10000000000000" }, APPLYING)).not.toHaveProperty("missing");
  expect(applyFor({ ...FILLED, amount: "10000000000000,01" }, APPLYING)).toEqual({ missing: { amount: tooMuch } });
  expect(applyFor({ ...FILLED, due: "2023-09-30" }, APPLYING)).toEqual({ missing: { due: tooEarly } });
});

test("yellow and red say why; green need not", () => {
  const { lacks } = plan.report;
  const green = { ...EMPTY_COLOUR, colour: "green", meeting: "midt/meeting/m" };
  expect(reportColour(green, "midt/initiative/i10", lacks)).toEqual({
    stream: "midt/initiative/i10",
    verb: "report-colour",
    body: { colour: "green", meeting: "midt/meeting/m" },
  });
  expect(reportColour({ ...green, colour: "red" }, "s", lacks)).toEqual({ missing: { reason: lacks.reason } });
  expect(reportColour(EMPTY_COLOUR, "s", lacks)).toEqual({ missing: { colour: lacks.colour, meeting: lacks.meeting } });
});

const report = (meeting: string, colour: string, position: number, day: string | null): ColourRow => ({
  type: "colour",
  initiative: { id: "midt/initiative/i", name: "" },
  meeting: { id: meeting, name: "" },
  colour,
  reported_at: "2024-03-14T10:00:00Z",
  position,
  day,
  reason: null,
});

test("colours stand by the day of their meeting, the last report to a meeting counts, and none is none", () => {
  const reports = [report("b", "red", 9, "2024-01-18"), report("b", "yellow", 5, "2024-01-18"), report("a", "green", 3, "2023-11-15")];
  const meetings = meetingsOf([...reports, report("c", "green", 7, null)]);
  expect(meetings.map(({ meeting }) => meeting)).toEqual(["a", "b", "c"]);
  expect(coloursAt(meetings, reports)).toEqual([
    { day: "2023-11-15", colour: "green" },
    { day: "2024-01-18", colour: "red" },
    { day: "2024-03-14", colour: null },
  ]);
});
