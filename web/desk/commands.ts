/** From the small forms of the desk to the commands they stand for. What is missing is told field by field. */

import { clockOf, dayOf, momentOf } from "../forms/days.ts";
import type { Missing, Ready } from "../forms/form.ts";
import type { DeskWords } from "../words/desk/da.ts";

type Lacks = DeskWords["lacks"];

export interface ItemValues {
  readonly number: string;
  readonly title: string;
  readonly summary: string;
  readonly case: string;
  readonly from: string;
  readonly to: string;
}

export const EMPTY_ITEM: ItemValues = { number: "", title: "", summary: "", case: "", from: "", to: "" };

/** `day` is the meeting's own: an item is planned by the clock alone. */
export function addItem(values: ItemValues, meeting: string, day: string | null, name: string, lacks: Lacks): Ready | Missing {
  const [from, to] = [clockOf(values.from), clockOf(values.to)];
  const missing = {
    ...blank(values, "number", lacks.number),
    ...blank(values, "title", lacks.title),
    ...(values.from !== "" && from === null ? { from: lacks.clock } : {}),
    ...(values.to !== "" && to === null ? { to: lacks.clock } : {}),
  };
  const at = (clock: string | null): string | undefined =>
    clock === null || day === null ? undefined : momentOf(day, clock);
  return unless(missing, {
    stream: meeting,
    verb: "add-item",
    body: given({
      item: `p-${name}`,
      number: values.number.trim(),
      title: values.title.trim(),
      summary: words(values.summary),
      case: words(values.case),
      from_at: at(from),
      to_at: at(to),
    }),
  });
}

/** What an item is without, when nothing is left of it. */
const PARTS = ["summary", "case"] as const;

/** Only what reads otherwise than before is told. */
export function changeItem(
  values: ItemValues,
  before: ItemValues,
  { meeting, day, item }: { meeting: string; day: string | null; item: string },
  lacks: Lacks,
): Ready | Missing {
  const planned = addItem(values, meeting, day, "", lacks);
  if ("missing" in planned) return planned;
  const now = planned.body as Record<string, unknown>;
  const changed = (field: keyof ItemValues, name: string): Record<string, unknown> =>
    values[field].trim() === before[field].trim() ? {} : { [name]: now[name] };
  const emptied = PARTS.filter((part) => values[part].trim() === "" && before[part].trim() !== "") as string[];
  if (values.from === "" && before.from !== "") emptied.push("times");
  const body = given({
    item,
    ...changed("number", "number"),
    ...changed("title", "title"),
    ...changed("summary", "summary"),
    ...changed("case", "case"),
    ...changed("from", "from_at"),
    ...changed("to", "to_at"),
    emptied: emptied.length === 0 ? undefined : emptied,
  });
  return { stream: meeting, verb: "change-item", body };
}

export interface RecommendationValues {
  readonly asks: string;
  readonly text: string;
  readonly onlyIf: string;
}

export const EMPTY_RECOMMENDATION: RecommendationValues = { asks: "", text: "", onlyIf: "" };

export function addRecommendation(
  values: RecommendationValues,
  { meeting, body, item, number }: { meeting: string; body: string; item: string; number: string },
  lacks: Lacks,
): Ready | Missing {
  const missing = { ...blank(values, "asks", lacks.asks), ...blank(values, "text", lacks.text) };
  return unless(missing, {
    stream: meeting,
    verb: "add-recommendation",
    body: given({
      item,
      recommendation: number,
      asks: values.asks,
      text: values.text.trim(),
      to_body: body,
      only_if: words(values.onlyIf),
    }),
  });
}

export const STANCES = ["supports", "wishes", "advises", "asks", "opposes"] as const;
export const SORTS = ["wish", "call", "offer", "remark", "attention", "information"] as const;

export interface PointValues {
  /** A party's or body's id; `group` with its name in `group`; nothing where nobody is named. */
  readonly who: string;
  readonly group: string;
  /** `position/supports`, `remark/wish`. */
  readonly kind: string;
  readonly to: string;
  readonly text: string;
}

export const EMPTY_POINT: PointValues = { who: "", group: "", kind: "", to: "", text: "" };
export const GROUP = "group";

export function recordPoint(values: PointValues, meeting: string, item: string, lacks: Lacks): Ready | Missing {
  const [form, what] = values.kind.split("/");
  const missing = {
    ...blank(values, "kind", lacks.kind),
    ...blank(values, "text", lacks.text),
    // A position is somebody's.
    ...(form === "position" ? blank(values, "who", lacks.who) : {}),
    ...(values.who === GROUP ? blank(values, "group", lacks.group) : {}),
  };
  const who = speaker(values.who, values.group);
  const text = values.text.trim();
  const point =
    form === "position"
      ? { type: "position", who, stance: what, text }
      : { type: "remark", sort: what, text, who, to: speaker(values.to, "") };
  return unless(missing, { stream: meeting, verb: "record-point", body: { item, point } });
}

function speaker(who: string, group: string): Record<string, string> {
  if (who === "") return { type: "not-stated" };
  if (who === GROUP) return { type: "group", name: group.trim() };
  const kind = who.split("/")[1] ?? "";
  return { type: kind, [kind]: who };
}

export interface TextValues {
  readonly text: string;
}

export const EMPTY_TEXT: TextValues = { text: "" };

export function raiseQuestion(values: TextValues, meeting: string, item: string, name: string, lacks: Lacks): Ready | Missing {
  const body = { item, question: `q-${name}`, text: values.text.trim() };
  return unless(blank(values, "text", lacks.text), { stream: meeting, verb: "raise-question", body });
}

export const CONCLUSIONS = ["agreed", "no-joint-conclusion", "turned-down", "left-open"] as const;

export interface ConclusionValues {
  readonly conclusion: string;
  readonly text: string;
}

export const EMPTY_CONCLUSION: ConclusionValues = { conclusion: "", text: "" };

export function concludeQuestion(
  values: ConclusionValues,
  { meeting, item, question }: { meeting: string; item: string; question: string },
  lacks: Lacks,
): Ready | Missing {
  const body = given({ item, question, conclusion: values.conclusion, text: words(values.text) });
  return unless(blank(values, "conclusion", lacks.conclusion), { stream: meeting, verb: "conclude-question", body });
}

export interface RecusalValues {
  readonly person: string;
  readonly reason: string;
}

export function recuse(values: RecusalValues, meeting: string, item: string, lacks: Lacks): Ready | Missing {
  const missing = { ...blank(values, "person", lacks.person), ...blank(values, "reason", lacks.reason) };
  const body = { item, person: values.person, reason: values.reason.trim() };
  return unless(missing, { stream: meeting, verb: "recuse", body });
}

export interface MoveValues {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly reason: string;
}

/** The place is told where it is another one; where it is emptied, it stays. */
export function moveMeeting(values: MoveValues, before: MoveValues, meeting: string, lacks: Lacks): Ready | Missing {
  const [day, from, to] = [dayOf(values.day), clockOf(values.from), clockOf(values.to)];
  const missing = {
    ...(day === null ? { day: lacks.day } : {}),
    ...(from === null ? { from: lacks.clock } : {}),
    ...(to === null ? { to: lacks.clock } : {}),
    ...(from !== null && to !== null && to <= from ? { to: lacks.ends } : {}),
  };
  if (day === null || from === null || to === null || Object.keys(missing).length > 0) return { missing };
  const place = values.place.trim() === before.place.trim() ? undefined : words(values.place);
  const body = given({ starts_at: momentOf(day, from), ends_at: momentOf(day, to), place, reason: words(values.reason) });
  return { stream: meeting, verb: "move", body };
}

// --- shared by them ---

/** Words, or nothing where there are none. */
export function words(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === "" ? undefined : trimmed;
}

export function blank<V extends object>(values: V, field: keyof V & string, sentence: string): Record<string, string> {
  const value = values[field];
  return typeof value === "string" && value.trim() === "" ? { [field]: sentence } : {};
}

export function unless(missing: Record<string, string>, ready: Ready): Ready | Missing {
  return Object.keys(missing).length > 0 ? { missing } : ready;
}

/** Without what is not given: the record tells absent from empty. */
export function given(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
