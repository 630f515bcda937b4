/** Effects on plans: what a plan orders, what it is divided by, how far a body is with it, and its end. */

import { ORDERS_MAX } from "./limits.ts";
import { field, made, on, optional } from "./effect-kind.ts";
import type { EffectField, Filled, Kind } from "./effect-kind.ts";
import { partOf } from "./planning.ts";

export const THEME_KINDS = ["guidepost", "theme"] as const;
export const FOCUSES = ["none-of-its-own", "wished", "advanced"] as const;

interface Ordered {
  readonly n: number;
  readonly number: string;
  readonly title: string;
  readonly theme: string;
}

function rowOf(filled: Filled, n: number): Ordered {
  const written = (name: string): string => (filled[`${name}${n}`] ?? "").trim();
  return { n, number: written("number"), title: written("title"), theme: written("theme") };
}

const begun = ({ number, title, theme }: Ordered): boolean => `${number}${title}${theme}` !== "";

/** The orders that are written, as the plan has them. */
export function ordersIn(filled: Filled): readonly Ordered[] {
  return Array.from({ length: ORDERS_MAX }, (_, at) => rowOf(filled, at + 1)).filter(begun);
}

/** One order is needed; each that is begun is to be whole, and opens the next. */
function orderFields(filled: Filled): readonly EffectField[] {
  const last = Math.min((ordersIn(filled).at(-1)?.n ?? 0) + 1, ORDERS_MAX);
  return Array.from({ length: last }, (_, at) => at + 1).flatMap((n) => {
    const needed = n === 1 || begun(rowOf(filled, n)) ? field : optional;
    return [needed(`number${n}`, "line"), needed(`title${n}`, "line"), optional(`theme${n}`, "own-theme")];
  });
}

export const PLANS = {
  "adopt-plan": {
    goesTo: "plan",
    fields: (filled) => [field("plan", "draft-plan"), optional("from", "day"), ...orderFields(filled)],
    wire: (effect, place) => ({
      plan: effect.fields["plan"],
      orders: ordersIn(effect.fields).map(({ n, number, title, theme }) => ({
        initiative: `${made("initiative", effect, place)}-${n}`,
        number,
        title,
        ...(theme === "" ? {} : { theme: partOf(theme)[1] }),
      })),
      ...on("in_force_from_on", effect.fields["from"]),
    }),
  },
  "set-theme": {
    goesTo: "plan",
    fields: () => [field("plan", "plan"), field("themeKind", "theme-kind"), field("number", "line"), field("heading", "line")],
    wire: ({ name, fields }) => ({
      plan: fields["plan"],
      theme: name,
      number: fields["number"],
      title: fields["heading"],
      theme_kind: fields["themeKind"],
    }),
  },
  "note-focus": {
    goesTo: "plan",
    fields: () => [field("theme", "theme"), field("focus", "focus"), field("words", "text")],
    wire: ({ fields }) => {
      const [plan, theme] = partOf(fields["theme"]);
      return { plan, theme, focus: fields["focus"], words: fields["words"] };
    },
  },
  "close-plan": {
    goesTo: "plan",
    fields: () => [field("plan", "adopted-plan"), optional("replacedBy", "plan")],
    wire: ({ fields }) => ({ plan: fields["plan"], ...(fields["replacedBy"] ? { successor: fields["replacedBy"] } : {}) }),
  },
} as const satisfies Readonly<Record<string, Kind>>;
