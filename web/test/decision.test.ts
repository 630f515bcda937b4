import { expect, test } from "vitest";
import { EMPTY_DECISION, decisionCommand, nextNumber } from "../desk/decision.ts";
import type { DecisionValues } from "../desk/decision.ts";
import { EFFECT_KINDS, blamed, kindOf, lacking, wireOf } from "../desk/effects.ts";
import type { EffectDraft } from "../desk/effects.ts";
import { readOut, sentence } from "../desk/read-out.ts";
import { effectSaid } from "../desk/told.ts";
import { da } from "../words/decision/da.ts";
import { en } from "../words/decision/en.ts";
import { da as desk } from "../words/desk/da.ts";

const PLACE = { meeting: "lillebaelt/meeting/m", body: "lillebaelt/body/strategic", membership: "lillebaelt/membership/s", decision: "2.1" };
const POLITICAL = "lillebaelt/body/political";
const LACKS = desk.decisionLacks;
const NAMES: Record<string, string> = { [POLITICAL]: "Politisk niveau", "dk/party/kolding-kommune": "Kolding Kommune" };
const name = (id: string): string => NAMES[id] ?? id;

function effect(kind: EffectDraft["kind"], fields: EffectDraft["fields"] = {}, later = true): EffectDraft {
  return { kind, name: "n1", later, fields };
}

const CONDITION = effect("open-condition", { awaits: "decision", body: POLITICAL, words: "økonomien", day: "2024-5-1" });
const TASK = effect("assign", { debtor: "dk/party/kolding-kommune", what: "at skrive en plan" });

function decision(change: Partial<DecisionValues>): DecisionValues {
  return { ...EMPTY_DECISION, outcome: "decided", text: "Vi gør det.", ...change };
}

test("a decision without effects is told of as it is", () => {
  expect(decisionCommand(decision({ answers: ["1"] }), "middelfart", PLACE, LACKS)).toEqual({
    stream: "lillebaelt/meeting/m",
    verb: "record-decision",
    body: {
      item: "middelfart",
      decision: "2.1",
      outcome: { type: "plain", outcome: "decided" },
      text: "Vi gør det.",
      answers: ["1"],
      at_once: [],
      when_met: [],
      waits_for: [],
    },
  });
});

test("with a condition it waits, and so do the effects that are to wait", () => {
  const command = decisionCommand(
    decision({ outcome: "approved-conditionally", effects: [CONDITION, TASK] }),
    "middelfart",
    PLACE,
    LACKS,
  );
  expect(command).toMatchObject({
    body: {
      outcome: { type: "approved-conditionally" },
      at_once: [
        {
          type: "open-condition",
          condition: "lillebaelt/condition/n1",
          awaits: { type: "decision-of", body: POLITICAL, words: "økonomien" },
          blocks: [{ type: "decision", meeting: "lillebaelt/meeting/m", decision: "2.1" }],
          answer_by: "2024-05-01",
        },
      ],
      when_met: [{ type: "assign", action: "lillebaelt/action/n1", report_to: "lillebaelt/body/strategic" }],
      waits_for: ["lillebaelt/condition/n1"],
    },
  });
});

test("without a condition nothing waits, whatever was ticked before", () => {
  const command = decisionCommand(decision({ effects: [TASK] }), "middelfart", PLACE, LACKS);
  expect(command).toMatchObject({ body: { at_once: [{ type: "assign" }], when_met: [], waits_for: [] } });
});

test("what is missing is told field by field, and an outcome is never assumed", () => {
  const command = decisionCommand(
    { ...EMPTY_DECISION, outcome: "recommends", effects: [effect("refer", { to: POLITICAL })], dissents: [{ seat: "", text: "Nej." }] },
    "middelfart",
    PLACE,
    LACKS,
  );
  expect(command).toEqual({
    missing: {
      toBody: LACKS.chooseBody,
      strength: LACKS.chooseStrength,
      text: LACKS.writeText,
      "effects/0/question": LACKS.effectLacks,
      "dissents/0/seat": LACKS.dissentLacks,
    },
  });
  expect(decisionCommand(EMPTY_DECISION, "x", PLACE, LACKS)).toMatchObject({ missing: { outcome: LACKS.chooseOutcome } });
});

test("approved conditionally needs a condition", () => {
  const command = decisionCommand(decision({ outcome: "approved-conditionally" }), "x", PLACE, LACKS);
  expect(command).toEqual({ missing: { effects: LACKS.needsCondition } });
});

test("a day that the calendar does not have is missing", () => {
  expect(lacking(effect("assign", { debtor: "not-stated", what: "x", day: "2024-2-30" }))).toEqual(["day"]);
  expect(lacking(effect("assign", { debtor: "not-stated", what: "x", day: "2024-2-29" }))).toEqual([]);
});

test("nobody may owe it, where the paper does not say who", () => {
  expect(wireOf(effect("assign", { debtor: "not-stated", what: "x" }), PLACE)).toMatchObject({
    owed_by: [{ type: "not-stated" }],
  });
});

test("decisions are numbered on from those that are taken", () => {
  expect(nextNumber("2", [])).toBe("2.1");
  expect(nextNumber("2", ["2.1", "2.2"])).toBe("2.3");
  expect(nextNumber("2", ["2.2"])).toBe("2.3");
});

test("a refused effect is found by the stream it goes to; a refusal of the decision itself blames none", () => {
  expect(blamed([CONDITION, TASK], "action.exists")).toEqual([TASK]);
  expect(blamed([CONDITION, TASK], "meeting.numbered")).toEqual([]);
});

test("everything is read out in the words of the record before it is recorded", () => {
  const told = {
    decision: da.told.decision("2"),
    answers: da.told.answers,
    answersNothing: da.told.answersNothing,
    effect: (each: EffectDraft) => effectSaid(each, PLACE, name),
    dissent: da.told.dissent,
  };
  const values = decision({ answers: ["1", "2"], effects: [CONDITION, TASK], dissents: [{ seat: "PLO-Syd", text: "Vi er uenige." }] });
  expect(readOut(values, "2.1", "tiltrådt under forudsætning", told)).toEqual({
    decision: [
      "Punkt 2: Beslutning 2.1 er truffet: tiltrådt under forudsætning. Vi gør det.",
      "Den svarer på indstillingerne 1 og 2.",
      "Mindretal, PLO-Syd: Vi er uenige.",
    ],
    now: ["Afventer Politisk niveau: økonomien; indtil da holdes beslutning 2.1 tilbage. Frist: 1. maj 2024."],
    later: ["Kolding Kommune skal: at skrive en plan."],
  });
});

test.each(EFFECT_KINDS)("%s has a name, labels and a sentence in both languages", (kind) => {
  const filled = effect(kind, { awaits: "decision", day: "2024-05-01", step1: "vælge", to: "outside" });
  const fields = kindOf(filled)?.fields(filled.fields) ?? [];
  expect(fields.length).toBeGreaterThan(0);
  for (const words of [da, en]) {
    expect(words.effects.kinds[kind]).toBeTruthy();
    for (const field of fields) expect(words.effects.fields[field.name], field.name).toBeTruthy();
  }
  expect(effectSaid(filled, PLACE, name)).not.toContain("undefined");
  expect(lacking(effect(kind))).toEqual(kindOf(filled)?.fields({}).filter((field) => !field.optional).map((field) => field.name));
});

test("every effect that is named has a form", () => {
  for (const words of [da, en]) expect(Object.keys(words.effects.kinds).sort()).toEqual([...EFFECT_KINDS].sort());
});

test("a body is established with seats, and the outcome names it", () => {
  const body = effect("establish-body", { name: "Styregruppe", level: "group", parties: "dk/party/a\ndk/party/b", secretariat: "yes" });
  expect(decisionCommand(decision({ outcome: "establishes-body", effects: [body] }), "x", PLACE, LACKS)).toMatchObject({
    body: {
      outcome: { type: "establishes-body", body: "lillebaelt/body/n1" },
      at_once: [
        {
          type: "establish-body",
          body: "lillebaelt/body/n1",
          membership: "lillebaelt/membership/n1",
          name: "Styregruppe",
          level: "group",
          seats: [
            { seat: "a", right: { type: "party", party: "dk/party/a" }, voice: "vote" },
            { seat: "b", voice: "vote" },
            { seat: "sekretariat", right: { type: "role" }, voice: "secretariat" },
          ],
        },
      ],
    },
  });
  expect(decisionCommand(decision({ outcome: "establishes-body" }), "x", PLACE, LACKS)).toEqual({
    missing: { effects: LACKS.needsBody },
  });
});

test("a matter goes to a body, a party, or somebody outside", () => {
  const to = (toBody: string, toOutside = "") =>
    decisionCommand(decision({ outcome: "refers", toBody, toOutside }), "x", PLACE, LACKS);
  expect(to(POLITICAL)).toMatchObject({ body: { outcome: { type: "refers", to_body: POLITICAL } } });
  expect(to("dk/party/kolding-kommune")).toMatchObject({ body: { outcome: { to_party: "dk/party/kolding-kommune" } } });
  expect(to("outside", "MedCom")).toMatchObject({ body: { outcome: { to_outside: "MedCom" } } });
  expect(to("outside")).toEqual({ missing: { toOutside: LACKS.writeRemark } });
});

test("a path is as long as its steps are written, each with its body", () => {
  const fields = { subject: "joint-funds", step1: "indstille", body1: POLITICAL, binding1: "no", step2: "vælge" };
  const path = effect("set-path", fields);
  expect(lacking(path)).toEqual(["body2", "binding2"]);
  expect(wireOf(effect("set-path", { ...fields, body2: POLITICAL, binding2: "yes" }), PLACE)).toEqual({
    type: "set-path",
    mandate: "lillebaelt/mandate/joint-funds",
    subject: "klyngemidler",
    steps: [
      { step: "indstille", body: POLITICAL, binding: false },
      { step: "vælge", body: POLITICAL, binding: true },
    ],
  });
});

test("a decision ends an agreement on a day, with what holds instead", () => {
  const fields = { agreement: "randers/agreement/x", ceases: "2020-8-1" };
  expect(lacking(effect("approve-termination", { agreement: "randers/agreement/x" }))).toEqual(["ceases"]);
  expect(wireOf(effect("approve-termination", fields), PLACE)).toEqual({
    type: "approve-termination",
    agreement: "randers/agreement/x",
    ceases_on: "2020-08-01",
  });
  expect(wireOf(effect("approve-termination", { ...fields, instead: "§ 113 b" }), PLACE)).toMatchObject({ replaced_by: "§ 113 b" });
});

test.each(["widen-agreement", "narrow-agreement", "adjust-agreement"] as const)("%s says what changes, and from when", (kind) => {
  const fields = { agreement: "randers/agreement/x", change: "Kun voksne.", from: "2020-8-1" };
  expect(wireOf(effect(kind, fields), PLACE)).toEqual({
    type: kind,
    agreement: "randers/agreement/x",
    text: "Kun voksne.",
    from_on: "2020-08-01",
  });
});

test("a body follows an agreement, and judges a target", () => {
  expect(wireOf(effect("name-owner", { agreement: "randers/agreement/x", body: POLITICAL }), PLACE)).toEqual({
    type: "name-owner",
    agreement: "randers/agreement/x",
    owner: POLITICAL,
  });
  const judged = { indicator: "randers/indicator/x", judgement: "unrealistic", reason: "For højt." };
  expect(wireOf(effect("judge-target", judged), PLACE)).toEqual({ type: "judge-target", ...judged });
});

const TEN = "midt/initiative/10";

test.each([
  ["remark", { initiative: TEN, remark: "Gør det konkret.", day: "2023-5-24" }, { initiative: TEN, remark: "n1", text: "Gør det konkret.", expected: { type: "on-day", day: "2023-05-24" } }],
  ["answer-remark", { open: `${TEN}\nkonkret` }, { initiative: TEN, remark: "konkret" }],
  ["assign-owner", { initiative: TEN, owners: "dk/party/a\ndk/party/b", group: POLITICAL }, { initiative: TEN, owners: ["dk/party/a", "dk/party/b"], group: POLITICAL }],
  ["approve-confirmation", { confirmation: `${TEN}\n2` }, { initiative: TEN, revision: 2 }],
  ["return-confirmation", { confirmation: `${TEN}\n2`, reason: "Hvem?" }, { initiative: TEN, revision: 2, reason: "Hvem?" }],
  ["agree-remedy", { initiative: TEN, remedy: "Folk." }, { initiative: TEN, text: "Folk." }],
  ["escalate", { initiative: TEN, body: POLITICAL, reason: "Hjælp." }, { initiative: TEN, to_body: POLITICAL, reason: "Hjælp." }],
  ["narrow", { initiative: TEN, aspect: "place", before: "Alle", after: "Kolding" }, { initiative: TEN, aspect: "place", before: "Alle", after: "Kolding" }],
  ["start-project", { initiative: TEN, phase: "trial" }, { initiative: TEN, phase: "trial" }],
  ["resume", { initiative: TEN }, { initiative: TEN }],
  ["prolong", { initiative: TEN, until: "2024-12-31" }, { initiative: TEN, expected: { type: "on-day", day: "2024-12-31" } }],
  ["end-initiative", { initiative: TEN, ending: "stopped" }, { initiative: TEN, how: "stopped" }],
] as const)("%s is told of an initiative", (kind, fields, told) => {
  expect(lacking(effect(kind, fields))).toEqual([]);
  expect(wireOf(effect(kind, fields), PLACE)).toEqual({ type: kind, ...told });
});

test.each([
  ["adapt", { initiative: TEN, adapted: "Færre mål.", core: "Samtalen\n\nOpfølgning " }, { initiative: TEN, text: "Færre mål.", core: ["Samtalen", "Opfølgning"] }],
  ["spread", { initiative: TEN, at: "dk/party/a\ndk/party/b", from: "2024-1-1" }, { initiative: TEN, to_parties: ["dk/party/a", "dk/party/b"], from_on: "2024-01-01" }],
  ["reach-step", { initiative: TEN, rung: "2", step: "reached" }, { initiative: TEN, order: 2, state: "reached" }],
  ["begin-operation", { initiative: TEN, operation: "full", at: "dk/party/a" }, { initiative: TEN, extent: "full", parties: ["dk/party/a"] }],
  ["merge-initiative", { initiative: TEN, into: "midt/initiative/11" }, { initiative: TEN, into: "midt/initiative/11" }],
  ["set-theme", { plan: "midt/plan/p", themeKind: "guidepost", number: "2", heading: "Lighed" }, { plan: "midt/plan/p", theme: "n1", number: "2", title: "Lighed", theme_kind: "guidepost" }],
  ["note-focus", { theme: "midt/plan/p\nlighed", focus: "wished", words: "Snart." }, { plan: "midt/plan/p", theme: "lighed", focus: "wished", words: "Snart." }],
  ["close-plan", { plan: "midt/plan/p", replacedBy: "midt/plan/q" }, { plan: "midt/plan/p", successor: "midt/plan/q" }],
  ["turn-down-application", { application: "midt/application/x", reason: "Drift." }, { application: "midt/application/x", reason: "Drift." }],
  ["end-key", { key: "Fælles projekter", ceases: "2025-1-1" }, { key: "lillebaelt/financing-key/faelles-projekter", ceases_on: "2025-01-01" }],
] as const)("%s is told of what it changes", (kind, fields, told) => {
  expect(lacking(effect(kind, fields))).toEqual([]);
  expect(wireOf(effect(kind, fields), PLACE)).toEqual({ type: kind, ...told });
});

test("a plan is adopted with all it orders: an order that is begun is to be whole, and opens the next", () => {
  const fields = { plan: "midt/plan/p", number1: "1", title1: "Fælles sprog", theme1: "midt/plan/p\nlighed", number2: "2" };
  expect(lacking(effect("adopt-plan", { plan: "midt/plan/p" }))).toEqual(["number1", "title1"]);
  expect(lacking(effect("adopt-plan", fields))).toEqual(["title2"]);
  const whole = effect("adopt-plan", { ...fields, title2: "Hjemmebesøg" });
  expect(kindOf(whole)?.fields(whole.fields).at(-1)?.name).toBe("theme3");
  expect(wireOf(whole, PLACE)).toEqual({
    type: "adopt-plan",
    plan: "midt/plan/p",
    orders: [
      { initiative: "lillebaelt/initiative/n1-1", number: "1", title: "Fælles sprog", theme: "lighed" },
      { initiative: "lillebaelt/initiative/n1-2", number: "2", title: "Hjemmebesøg" },
    ],
  });
  expect(effectSaid(whole, PLACE, name)).toBe("»midt/plan/p« er vedtaget ved beslutning 2.1. Den bestiller 1 Fælles sprog og 2 Hjemmebesøg");
  const longest = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`number${at + 1}`, "x"]));
  expect(kindOf(whole)?.fields(longest).at(-1)?.name).toBe("theme60");
});

test("a key has a whole weight for each who shares, and the whole they are to come to", () => {
  const fields = { key: "Projekter", sharing: "dk/party/kolding-kommune\ndk/party/b", whole: "118.000", "weight-b": "halvt" };
  expect(lacking(effect("agree-key", fields))).toEqual(["weight-kolding-kommune", "weight-b"]);
  const whole = effect("agree-key", { ...fields, "weight-kolding-kommune": "100 000", "weight-b": "18000" });
  expect(wireOf(whole, PLACE)).toEqual({
    type: "agree-key",
    key: "lillebaelt/financing-key/projekter",
    whole: 118000,
    shares: [
      { party: "dk/party/kolding-kommune", weight: 100000 },
      { party: "dk/party/b", weight: 18000 },
    ],
  });
  expect(blamed([whole], "financing-key.sum")).toEqual([whole]);
});

test.each([
  [{ awaits: "adoption", agreement: "dk/agreement/x", adopters: "dk/party/kolding-kommune" }, { type: "party-adopts", agreement: "dk/agreement/x", parties: ["dk/party/kolding-kommune"] }, "at Kolding Kommune vedtager »dk/agreement/x«"],
  [{ awaits: "answer", referral: "midt/referral/x" }, { type: "answer-to", referral: "midt/referral/x" }, "svar på »midt/referral/x«"],
  [{ awaits: "evaluation", initiative: TEN, stage: "midway" }, { type: "evaluation-of", initiative: TEN, stage: "midway" }, `evaluering (midtvejs) af »${TEN}«`],
] as const)("a condition awaits what is chosen: %o", (fields, awaits, spoken) => {
  const condition = effect("open-condition", { ...fields, words: "x" });
  expect(lacking(condition)).toEqual([]);
  expect(wireOf(condition, PLACE)).toMatchObject({ awaits });
  expect(effectSaid(condition, PLACE, name)).toBe(`Afventer ${spoken}; indtil da holdes beslutning 2.1 tilbage.`);
});

test("what is left to another body is a step of a path", () => {
  const own = "lillebaelt/mandate/joint-funds\nvælge";
  expect(wireOf(effect("delegate", { own, body: POLITICAL, until: "2025-1-1" }), PLACE)).toEqual({
    type: "delegate",
    mandate: "lillebaelt/mandate/joint-funds",
    step: "vælge",
    to_body: POLITICAL,
    ceases_on: "2025-01-01",
  });
});

test("a seat is filled where the body's seats are kept, and the outcome says which", () => {
  const appoint = effect("appoint", { seat: "plo", person: "dk/person/p", day: "2024-6-1" });
  expect(decisionCommand(decision({ outcome: "appoints", effects: [appoint] }), "x", PLACE, LACKS)).toMatchObject({
    body: {
      outcome: { type: "appoints", filled: ["plo"] },
      at_once: [{ type: "appoint", membership: "lillebaelt/membership/s", seat: "plo", from_on: "2024-06-01" }],
    },
  });
});

test("a sentence ends once", () => {
  expect(sentence("Det koster 5 kr..")).toBe("Det koster 5 kr.");
  expect(sentence("Hvem betaler?")).toBe("Hvem betaler?");
  expect(sentence(" Ja ")).toBe("Ja.");
});
