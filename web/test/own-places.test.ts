import { expect, test } from "vitest";
import type { Session } from "../live/session.ts";
import { Store } from "../live/store.ts";
import { ownPlaces } from "../meeting-room/own-places.ts";

const BODY = { id: "midt/body/politisk", name: "Politisk niveau" };
const DEPUTY = { id: "dk/person/deputy", name: "Stedfortræderen" };
const session: Session = { person: DEPUTY, roles: [], offices: [], assurance: "substantial", meetings: [], expires_at: "" };

function seats(at: Session, phase: string, rows: Record<string, unknown> = {}): readonly string[] {
  const meeting = new Store();
  const people = new Store();
  meeting.apply({ meeting: { type: "meeting", phase, body: BODY }, ...rows } as never, 1);
  const seat = (voice: string, substitutes: readonly unknown[] = []) => ({ type: "seat", voice, substitutes });
  people.apply(
    {
      "body/politisk/seat/formand": seat("vote"),
      "body/politisk/seat/kommune": seat("vote", [{ person: DEPUTY }]),
      "body/andet/seat/kommune": seat("vote", [{ person: DEPUTY }]),
    } as never,
    1,
  );
  return ownPlaces(at, meeting, people).map((place) => place.seat);
}

test("a substitute has a place before and at the meeting, and afterwards only where they sat", () => {
  const sits = { "seat/kommune": { type: "seat", seat: "kommune", person: DEPUTY } };
  const left = { "left/kommune/deputy": { type: "left", seat: "kommune", person: DEPUTY } };
  expect(seats(session, "called")).toEqual(["kommune"]);
  expect(seats(session, "in-session", sits)).toEqual(["kommune"]);
  expect(seats(session, "adjourned")).toEqual([]);
  expect(seats(session, "adjourned", sits)).toEqual(["kommune"]);
  expect(seats(session, "adjourned", left)).toEqual(["kommune"]);
});

test("whoever was sent has a place where they sit, and whoever holds a seat has theirs", () => {
  const sits = { "seat/formand": { type: "seat", seat: "formand", person: DEPUTY } };
  expect(seats(session, "in-session", sits)).toEqual(["formand", "kommune"]);
  const role = { scope: "midt", body: BODY, seat: "observatoer", voice: "observer", chairs_for: null };
  expect(seats({ ...session, roles: [role] }, "called")).toEqual(["observatoer"]);
});

test("whoever has no place has none", () => {
  expect(seats({ ...session, person: { id: "dk/person/other", name: "" } }, "in-session")).toEqual([]);
});
