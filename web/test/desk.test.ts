import { expect, test } from "vitest";
import { callMeeting, EMPTY_CALL } from "../call/call.ts";
import { EMPTY_ITEM, EMPTY_POINT, addItem, changeItem, concludeQuestion, raiseQuestion, recordPoint, recuse } from "../desk/commands.ts";
import { minutesLate, moved, nextItem, nextItemNumber, unanswered } from "../desk/meeting.ts";
import { fieldOf } from "../forms/problems.ts";
import { Store } from "../live/store.ts";
import type { ItemRow } from "../meeting-room/rows.ts";
import { da as call } from "../words/call/da.ts";
import { da } from "../words/desk/da.ts";

const MEETING = "lillebaelt/meeting/m";
const LACKS = da.lacks;

test("a position is somebody's; a remark may be nobody's", () => {
  const point = { ...EMPTY_POINT, kind: "position/supports", text: "Ja." };
  expect(recordPoint(point, MEETING, "a", LACKS)).toEqual({ missing: { who: LACKS.who } });
  expect(recordPoint({ ...point, who: "dk/party/plo-syd" }, MEETING, "a", LACKS)).toMatchObject({
    verb: "record-point",
    body: { item: "a", point: { type: "position", who: { type: "party", party: "dk/party/plo-syd" }, stance: "supports" } },
  });
  expect(recordPoint({ ...point, kind: "remark/wish", who: "group", group: "kommunerne" }, MEETING, "a", LACKS)).toMatchObject({
    body: { point: { type: "remark", sort: "wish", who: { type: "group", name: "kommunerne" }, to: { type: "not-stated" } } },
  });
});

test("an item is planned by the clock of the meeting's own day", () => {
  const values = { ...EMPTY_ITEM, number: "4", title: "Eventuelt", from: "18.50" };
  expect(addItem(values, MEETING, "2024-04-09", "n", LACKS)).toEqual({
    stream: MEETING,
    verb: "add-item",
    body: { item: "p-n", number: "4", title: "Eventuelt", from_at: "2024-04-09T16:50:00Z" },
  });
  expect(addItem({ ...values, to: "senere" }, MEETING, "2024-04-09", "n", LACKS)).toEqual({ missing: { to: LACKS.clock } });
});

test("what is not given is absent and not empty", () => {
  const place = { meeting: MEETING, item: "a", question: "q" };
  expect(concludeQuestion({ conclusion: "agreed", text: " " }, place, LACKS)).toMatchObject({
    body: { item: "a", question: "q", conclusion: "agreed" },
  });
  expect(raiseQuestion({ text: "" }, MEETING, "a", "n", LACKS)).toEqual({ missing: { text: LACKS.text } });
  expect(recuse({ person: "dk/person/p", reason: "" }, MEETING, "a", LACKS)).toEqual({ missing: { reason: LACKS.reason } });
});

test("a call names a meeting that ends after it begins, in a stream named by its day alone", () => {
  const values = { ...EMPTY_CALL, body: "lillebaelt/body/s", form: "virtual", place: "Teams", day: "2024-5-2", from: "9.00", to: "10.30" };
  expect(callMeeting(values, "lillebaelt", "n", call.lacks)).toMatchObject({
    stream: "lillebaelt/meeting/2024-05-02-n",
    body: { starts_at: "2024-05-02T07:00:00Z", ends_at: "2024-05-02T08:30:00Z" },
  });
  expect(callMeeting({ ...values, to: "9.00" }, "lillebaelt", "n", call.lacks)).toEqual({ missing: { to: call.lacks.ends } });
});

function agenda(...states: ItemRow["state"][]): Store {
  const store = new Store();
  const rows = Object.fromEntries(states.map((state, index) => [`item/${index}`, { type: "item", state, order: index }]));
  store.replace(rows, 1);
  return store;
}

test("the next item is the next planned one, and then one that was passed over", () => {
  const items = ["item/0", "item/1", "item/2"];
  expect(nextItem(agenda("settled", "discussed", "planned"), items, "item/1")).toBe("item/2");
  expect(nextItem(agenda("planned", "discussed", "settled"), items, "item/1")).toBe("item/0");
  expect(nextItem(agenda("settled", "settled", "settled"), items, null)).toBeNull();
});

test("recommendations without a decision are those that hold the item back", () => {
  const store = agenda("discussed");
  store.apply({ "item/0/recommendation/1": { type: "recommendation", answered_by: "1.1" } as never }, 2);
  store.apply({ "item/0/recommendation/2": { type: "recommendation", number: "2", answered_by: null } as never }, 3);
  expect(unanswered(store, "item/0").map((row) => row.number)).toEqual(["2"]);
});

test("an item is late by whole minutes, and never early", () => {
  const row = { from_at: "2024-04-09T16:05:00Z", taken_up_at: "2024-04-09T16:13:40Z" } as ItemRow;
  expect(minutesLate(row)).toBe(8);
  expect(minutesLate({ ...row, taken_up_at: "2024-04-09T16:00:00Z" })).toBe(0);
});

test("a new item has the number after the highest", () => {
  expect(nextItemNumber(["1", "2", "2a", "10"])).toBe("11");
  expect(nextItemNumber([])).toBe("1");
});

test("a refusal stands at the field it is about", () => {
  const values = { text: "Borger 010190-1234", title: "" };
  const problem = { type: "", title: "", status: 409 };
  expect(fieldOf({ ...problem, code: "text.cpr" }, values)).toBe("text");
  expect(fieldOf({ ...problem, pointer: "/title" }, values)).toBe("title");
  expect(fieldOf({ ...problem, pointer: "/point/text" }, values)).toBeNull();
  expect(fieldOf({ ...problem, code: "meeting.numbered" }, values)).toBeNull();
});

test("an item moves a step, and not beyond the ends of the agenda", () => {
  expect(moved(["a", "b", "c"], "c", -1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b", "c"], "a", 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b"], "a", -1)).toBeNull();
  expect(moved(["a", "b"], "x", 1)).toBeNull();
});

test("a change tells only what reads otherwise, and what is left empty", () => {
  const before = { number: "2", title: "Plan", summary: "Kort", case: "", from: "18.05", to: "18.30" };
  const place = { meeting: MEETING, day: "2024-04-09", item: "a" };
  expect(changeItem({ ...before, title: "Planen", summary: "" }, before, place, LACKS)).toEqual({
    stream: MEETING,
    verb: "change-item",
    body: { item: "a", title: "Planen", emptied: ["summary"] },
  });
  expect(changeItem({ ...before, to: "18.40" }, before, place, LACKS)).toMatchObject({
    body: { item: "a", to_at: "2024-04-09T16:40:00Z" },
  });
  expect(changeItem({ ...before, title: "" }, before, place, LACKS)).toEqual({ missing: { title: LACKS.title } });
});
