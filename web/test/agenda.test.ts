import { expect, test } from "vitest";
import { Store } from "../live/store.ts";
import { itemsOf, pairsOf } from "../meeting-room/agenda.ts";
import { Online } from "../meeting-room/online.ts";
import { rank, seatKey } from "../meeting-room/seats.ts";

const recommendation = (number: string, answered_by: string | null) => ({
  type: "recommendation",
  number,
  answered_by,
});
const decision = (number: string) => ({ type: "decision", number });

test("items stand in the order of the agenda, not of their names", () => {
  const store = new Store();
  store.apply({ "item/a": { type: "item", order: 12 }, "item/b": { type: "item", order: 7 } } as never, 1);
  expect(itemsOf(store).value).toEqual(["item/b", "item/a"]);
});

test("a decision stands beside what it answers, once, and after that what answers nothing", () => {
  const store = new Store();
  const item = "item/2";
  store.apply(
    {
      [`${item}/recommendation/1`]: recommendation("1", "1"),
      [`${item}/recommendation/2`]: recommendation("2", "1"),
      [`${item}/recommendation/3`]: recommendation("3", null),
      [`${item}/decision/1`]: decision("1"),
      [`${item}/decision/2`]: decision("2"),
    },
    1,
  );
  expect(pairsOf(store, item)).toEqual([
    { recommendation: `${item}/recommendation/1`, decision: `${item}/decision/1`, seeAbove: null },
    { recommendation: `${item}/recommendation/2`, decision: null, seeAbove: "1" },
    { recommendation: `${item}/recommendation/3`, decision: null, seeAbove: null },
    { recommendation: null, decision: `${item}/decision/2`, seeAbove: null },
  ]);
});

test("who is online comes whole, then by arrivals and departures", () => {
  const online = new Online();
  const person = (id: string, name: string, hand: number | null = null) => ({
    person: { id, name },
    roles: [],
    connections: 1,
    hand,
  });
  const names = () => online.people.value?.map((each) => each.person.name);
  expect(online.people.value).toBeNull();
  online.changed({ op: "pres", topic: "t", full: [person("1", "Øst"), person("2", "Ærø")] });
  online.changed({ op: "pres", topic: "t", join: [person("3", "Aarhus")], leave: ["1"] });
  expect(names()).toEqual(["Ærø", "Aarhus"]);
  online.changed({ op: "pres", topic: "t", update: [person("2", "Ærø", 2), person("3", "Aarhus", 1)] });
  expect(names()).toEqual(["Ærø", "Aarhus"]);
  expect(online.hands.value.map((each) => each.person.id)).toEqual(["3", "2"]);
  expect(online.count.value).toBe(2);
  online.changed({ op: "pres", topic: "t", full: [person("2", "Ærø", 1)], count: 201 });
  online.changed({ op: "pres", topic: "t", leave: ["2"] });
  expect([online.count.value, names()]).toEqual([201, []]);
  online.changed({ op: "pres", topic: "t", full: [] });
  expect([online.count.value, names()]).toEqual([0, []]);
});

test("seats are found in the people view, chairs before members, the secretariat last", () => {
  expect(seatKey("lillebaelt/body/strategic", "plo")).toBe("body/strategic/seat/plo");
  expect([rank("vote", "kommuner"), rank("vote", null), rank("secretariat", null)]).toEqual([0, 1, 5]);
});
