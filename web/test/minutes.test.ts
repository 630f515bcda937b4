import { expect, test } from "vitest";
import { apart, draftCommand, proposed, together } from "../desk/minutes-draft.ts";
import { commentCommand } from "../meeting-room/CommentForm.tsx";
import { da } from "../words/desk/da.ts";
import { words } from "../words/words.ts";

const PLACE = { minutes: "l/minutes/m", meeting: "l/meeting/m", revises: false };

test("the first draft is what was written at the table", () => {
  const said = { points: ["A støtter: Ja.", "B ønsker: Mere."], questions: [], decisions: ["Beslutning 1 (besluttet): Det."] };
  expect(proposed(said)).toBe("A støtter: Ja.\nB ønsker: Mere.\n\nBeslutning 1 (besluttet): Det.");
  expect(proposed({ points: [], questions: [], decisions: [] })).toBe("");
});

test("items of which nothing is written stay as they are", () => {
  const values = { texts: { a: " Ja. ", b: "  " }, reason: "", from: 0 };
  expect(draftCommand(values, PLACE, da.lacks)).toEqual({
    stream: "l/minutes/m",
    verb: "draft",
    body: { meeting: "l/meeting/m", texts: [{ item: "a", text: "Ja." }] },
  });
  expect(draftCommand({ ...values, texts: {} }, PLACE, da.lacks)).toEqual({ missing: { texts: da.lacks.text } });
});

test("a draft rests on the version it was begun from, and a revision on a reason", () => {
  const values = { texts: { a: "Ja." }, reason: "", from: 7 };
  expect(draftCommand(values, PLACE, da.lacks)).toMatchObject({ ifMatch: 7 });
  expect(draftCommand(values, { ...PLACE, revises: true }, da.lacks)).toEqual({ missing: { reason: da.lacks.reason } });
  expect(draftCommand({ ...values, reason: "Forkert tal" }, { ...PLACE, revises: true }, da.lacks)).toMatchObject({
    verb: "revise",
    body: { reason: "Forkert tal" },
  });
});

test("two texts that are apart are both kept", () => {
  expect(apart({ a: "Mit", b: "Ens" }, { a: "Andres", b: "Ens ", c: "Nyt" })).toEqual(["a"]);
  expect(together("Mit", "Andres")).toBe("Mit\n\nAndres");
  expect(together("Ens", " Ens")).toBe("Ens");
});

test("a comment is on an item and says something", () => {
  expect(commentCommand({ item: "", text: " " }, "l/minutes/m", "n")).toEqual({
    missing: { item: words.minutes.chooseItem, text: words.minutes.writeComment },
  });
  expect(commentCommand({ item: "a", text: " Rettes. " }, "l/minutes/m", "n")).toEqual({
    stream: "l/minutes/m",
    verb: "comment",
    body: { item: "a", comment: "c-n", text: "Rettes." },
  });
});
