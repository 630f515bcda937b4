import { expect, test } from "vitest";
import type { Row } from "../../clients/ts/messages.ts";
import { asItWas } from "../history/as-it-was.ts";
import { changed, historyAddressOf, historyOf, isMoment } from "../history/address.ts";
import { changesBetween, rowName } from "../history/fields.ts";
import { piecesOf } from "../history/marked.ts";
import { Moment, REST_MS } from "../history/moment.ts";
import { topicOf } from "../history/pages.ts";
import { someOf } from "../history/trail.ts";
import type { AskTrail, Entry, TrailAsked, TrailPage } from "../history/trail.ts";
import { treeOf } from "../history/tree.ts";
import { Refusal } from "../live/ask.ts";
import { proven } from "../parts/proven.ts";
import { Clock } from "./clock.ts";

// --- where one is ---

test("where one is in history stands in the address", () => {
  const search = "?vis=forskel&fra=2024-04-09T18:20%2B02:00&til=132&emne=lillebaelt/decisions&lang=en";
  const address = historyAddressOf({ pathname: "/lillebaelt/historik", search });
  expect(address).toMatchObject({ scope: "lillebaelt", part: "forskel", from: "2024-04-09T18:20+02:00", to: "132" });
  expect(address?.topic).toBe("lillebaelt/decisions");
  expect(historyAddressOf({ pathname: "/lillebaelt/historik", search: "?at=2024-04-09T18:20+02:00" })?.at).toBe("2024-04-09T18:20+02:00");
  expect(historyAddressOf({ pathname: "/lillebaelt/historik", search: "?vis=ukendt" })?.part).toBe("tid");
  expect(historyAddressOf({ pathname: "/lillebaelt/historik/x", search: "" })).toBeNull();
});

test("what is changed in an address leaves the rest, and what is empty leaves the address", () => {
  const here = { pathname: "/lillebaelt/historik", search: "?at=5&forum=a&lang=en" };
  expect(changed(here, { at: "7" })).toBe("/lillebaelt/historik?at=7&forum=a&lang=en");
  expect(changed(here, { at: null, body: "" })).toBe("/lillebaelt/historik?lang=en");
  expect(changed(here, { back: true })).toContain("retning=tilbage");
  expect(historyOf("midt", { part: "vej", of: "midt/meeting/x" })).toBe("/midt/historik?vis=vej&af=midt%2Fmeeting%2Fx");
});

test.each([
  ["132", true],
  ["2024-04-09", true],
  ["2024-04-09T18:20", true],
  ["2024-04-09T18:20:05+02:00", true],
  ["i går", false],
  ["", false],
])("%s can be a moment: %s", (text, can) => {
  expect(isMoment(text)).toBe(can);
});

test("a page of the past is the same page, with its moment before its place", () => {
  expect(asItWas("/lillebaelt/forudsaetninger#c2", 132)).toBe("/lillebaelt/forudsaetninger?at=132#c2");
});

test.each([
  ["/lillebaelt", "lillebaelt/front"],
  ["/lillebaelt/beslutninger", "lillebaelt/decisions"],
  ["/lillebaelt/moede/2024-04-09-strategic", "lillebaelt/meeting/2024-04-09-strategic"],
  ["/lillebaelt/pulje/midler", "lillebaelt/fund/midler"],
  ["/lillebaelt/ukendt", null],
])("%s shows %s", (pathname, topic) => {
  expect(topicOf(pathname)).toBe(topic);
});

// --- the moment ---

const entry = (position: number): Entry => ({
  position, at: "2024-04-09T16:20:00Z", stream: { id: "a/meeting/m", name: "m" }, tag: "t", by: { id: "p", name: "P" },
  seat: null, rule: "r", causation: null, da: `d${position}`, en: `e${position}`,
});

/** A scope in which every tenth event is its own, of a log of 100. */
function trail(): { asked: TrailAsked[]; ask: (asked: TrailAsked) => Promise<TrailPage> } {
  const asked: TrailAsked[] = [];
  const ask = (question: TrailAsked): Promise<TrailPage> => {
    asked.push(question);
    const at = question.at === undefined || question.at === null ? 100 : Number(question.at);
    if (Number.isNaN(at) || at > 100) {
      return Promise.reject(new Refusal({ type: "", title: "", status: 400, code: "at.beyond-head" }));
    }
    const own = Array.from({ length: 10 }, (_, n) => (n + 1) * 10).filter((each) => each <= at);
    const after = question.after;
    const found =
      question.order === "newest"
        ? own.filter((each) => after === undefined || each < after).reverse()
        : own.filter((each) => after === undefined || each > after);
    return Promise.resolve({ position: at, entries: found.slice(0, question.limit).map(entry), next: null });
  };
  return { asked, ask };
}

function looking(): { moment: Moment; asked: TrailAsked[]; clock: Clock; rested: (number | null)[] } {
  const { asked, ask } = trail();
  const clock = new Clock();
  const rested: (number | null)[] = [];
  const moment = new Moment(ask, {
    later: (run, ms) => clock.later(run, ms),
    rested: (position) => rested.push(position),
  });
  return { moment, asked, clock, rested };
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

test("without a moment one looks at now, and the address stays as it is", async () => {
  const { moment, rested } = looking();
  await moment.enter(null);
  expect([moment.position.value, moment.head.value, moment.entry.value?.position]).toEqual([100, 100, 100]);
  expect(rested).toEqual([]);
});

test("sliding asks once, when it rests", async () => {
  const { moment, asked, clock, rested } = looking();
  await moment.enter(null);
  const before = asked.length;
  for (let position = 99; position > 39; position -= 1) moment.slide(position);
  expect([moment.position.value, moment.shown.value, asked.length]).toEqual([40, 100, before]);
  clock.pass(REST_MS);
  await settled();
  expect([moment.shown.value, asked.length - before, rested]).toEqual([40, 1, [40]]);
});

test("it stays within what there is", async () => {
  const { moment } = looking();
  await moment.enter("50");
  moment.slide(-20);
  expect(moment.position.value).toBe(1);
  moment.slide(500);
  expect(moment.position.value).toBe(100);
});

test("a step goes to the next event of the scope, not of the log", async () => {
  const { moment, rested } = looking();
  await moment.enter("45");
  expect(moment.entry.value?.position).toBe(40);
  await moment.step(1);
  expect(moment.position.value).toBe(50);
  await moment.step(-1);
  expect(moment.position.value).toBe(40);
  await moment.step(-1);
  expect(rested).toEqual([50, 40, 30]);
});

test("after the last there is no step, and one stays", async () => {
  const { moment, rested } = looking();
  await moment.enter("100");
  await moment.step(1);
  expect([moment.position.value, rested]).toEqual([100, []]);
});

test("an answer that comes after another question is thrown away", async () => {
  const waiting: (() => void)[] = [];
  const { ask } = trail();
  const slow = (asked: TrailAsked): Promise<TrailPage> =>
    asked.at === "20" ? new Promise((done) => waiting.push(() => done(ask(asked)))) : ask(asked);
  const moment = new Moment(slow, { later: () => () => undefined, rested: () => undefined });
  await moment.enter(null);
  const late = moment.go("20");
  await moment.go("60");
  waiting.forEach((answer) => answer());
  await late;
  expect(moment.position.value).toBe(60);
});

test("a moment that has not come is told, and now is shown", async () => {
  const { moment } = looking();
  await moment.enter("999");
  expect([moment.fault.value, moment.position.value]).toEqual(["no-moment", 100]);
});

test("before the first event there is a moment too, and a step leads into the record", async () => {
  const { moment, rested } = looking();
  await moment.enter(null);
  await moment.go("0");
  expect([moment.position.value, moment.head.value, moment.entry.value, moment.goesOn.value]).toEqual([0, 100, null, false]);
  await moment.step(-1);
  expect([moment.position.value, moment.fault.value]).toEqual([0, null]);
  await moment.step(1);
  expect([moment.position.value, moment.entry.value?.position, rested]).toEqual([10, 10, [0, 10]]);
});

test("an event that lies far back is come nearer to, and never called none", async () => {
  const far: AskTrail = ({ after = 1_000_000 }) =>
    Promise.resolve(
      after > 600_000
        ? { position: 1_000_000, entries: [], next: after - 5_000 }
        : { position: 1_000_000, entries: [entry(7)], next: null },
    );
  const moment = new Moment(far, { later: () => () => undefined, rested: () => undefined });
  await moment.enter(null);
  expect([moment.position.value, moment.entry.value, moment.goesOn.value]).toEqual([1_000_000, null, true]);
  let steps = 0;
  for (; moment.goesOn.value && steps < 10; steps += 1) await moment.step(-1);
  expect([moment.position.value, moment.entry.value?.position, steps]).toEqual([7, 7, 5]);
});

test("an empty page is gone on from, and not without an end", async () => {
  let asked = 0;
  const empty = (): Promise<TrailPage> => {
    asked += 1;
    return Promise.resolve({ position: 1, entries: asked === 3 ? [entry(1)] : [], next: 1 });
  };
  expect((await someOf(empty, {})).entries).toHaveLength(1);
  expect(asked).toBe(3);
  asked = 10;
  expect((await someOf(empty, {})).entries).toEqual([]);
  expect(asked).toBe(30);
});

// --- what differs ---

const row = (fields: object): Row => ({ type: "condition", ...fields }) as Row;

test("only what differs between two versions is told, in the words of the record", () => {
  const before = row({ state: "open", answer_by: "2024-05-01", late: false, position: 7 });
  const after = row({ state: "fulfilled", answer_by: "2024-05-01", late: true, position: 9 });
  expect(changesBetween(before, after)).toEqual([
    { field: "Stand", before: "Åben", after: "Opfyldt" },
    { field: "Forfalden", before: "nej", after: "ja" },
  ]);
});

test("of a row that is new all that holds something is told; amounts, days and names as they are written", () => {
  const after = row({
    amount_oere: 50_000_000, decided_on: "2024-04-09", party: { id: "dk/party/x", name: "Samsø Kommune" }, text: null, blocks: [],
  });
  expect(changesBetween(null, after)).toEqual([
    { field: "Beløb", before: null, after: "500.000\u00a0kr." },
    { field: "Besluttet", before: null, after: "9. april 2024" },
    { field: "Part", before: null, after: "Samsø Kommune" },
  ]);
});

test("what people wrote is never taken for a stored word", () => {
  expect(changesBetween(null, row({ title: "approve" }))).toEqual([{ field: "Titel", before: null, after: "approve" }]);
});

test("a row is called by its title, its words or its name, else by its key", () => {
  expect(rowName("c2", null, row({ words: "Politisk niveau skal prioritere." }))).toBe("Politisk niveau skal prioritere.");
  expect(rowName("x/1", row({ condition: { id: "a", name: "En forudsætning" } }))).toBe("En forudsætning");
  expect(rowName("x/1", null, null)).toBe("x/1");
});

// --- the way ---

const thing = (key: string, away: number) => ({
  key, away, place: { stream: { id: key, name: key }, item: null, decision: null, part: null },
});
const step = (earlier: string, later: string) => ({ kind: "leads-to", earlier, later });
const kind = (each: { readonly kind: string }): string => each.kind;

test("a way is read from thing to thing, and a circle ends", () => {
  const told = {
    things: [thing("a", 0), thing("b", 1), thing("c", 2)],
    steps: [step("a", "b"), step("a", "b"), step("b", "c"), step("c", "a")],
  };
  const tree = treeOf(told.things, told.steps, false, kind);
  expect(tree?.branches.map(({ thing: { key } }) => key)).toEqual(["b"]);
  const circle = tree?.branches[0]?.branches[0]?.branches[0];
  expect([circle?.thing.key, circle?.again, circle?.branches]).toEqual(["a", true, []]);
  expect(treeOf(told.things.toReversed(), told.steps, true, kind)?.branches.map(({ thing: { key } }) => key)).toEqual(["b"]);
  expect(treeOf([], told.steps, false, kind)).toBeNull();
});

test("the words that were searched for are marked, however they are written", () => {
  expect(piecesOf("Plejehjem og (plejehjemmet).", ["plejehjemmet", "plejehjem"])).toEqual([
    { text: "Plejehjem", found: true },
    { text: " og (", found: false },
    { text: "plejehjemmet", found: true },
    { text: ").", found: false },
  ]);
  expect(piecesOf("a.b", ["."])).toHaveLength(3);
  expect(piecesOf("intet", [])).toEqual([{ text: "intet", found: false }]);
});

// --- how far it is proven ---

test.each([
  [null, "registreret"],
  [{ sealed: 131, witnessed: 0 }, "registreret"],
  [{ sealed: 132, witnessed: 131 }, "forseglet"],
  [{ sealed: 140, witnessed: 132 }, "forseglet og bevidnet"],
])("event 132 under %o is %s", (heartbeat, word) => {
  expect(proven(132, heartbeat)).toBe(word);
});
