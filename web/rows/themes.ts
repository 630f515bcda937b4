import { useEffect, useState } from "preact/hooks";
import type { Row } from "../../clients/ts/messages.ts";
import { view } from "../live/view.ts";
import { usePage } from "./page.ts";
import type { Words } from "./rows.ts";

interface ThemeRow {
  readonly type: "theme";
  readonly theme: string;
  readonly number: string;
  readonly title: Words;
}

/** What themes are called, by their names; empty until it is known. Without a plan, of all plans that the cluster's initiatives follow. */
export function useThemes(plan: string | null, wanted = true): ReadonlyMap<string, string> {
  const { scope } = usePage().address;
  const [themes, setThemes] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let over = false;
    if (!wanted) return undefined;
    void themesOf(scope, plan).then(
      (found) => {
        if (!over) setThemes(found);
      },
      // Their names in the record stand then.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [scope, plan, wanted]);
  return themes;
}

async function themesOf(scope: string, plan: string | null): Promise<ReadonlyMap<string, string>> {
  const plans = plan === null ? await plansOf(scope) : [plan];
  const views = await Promise.all(plans.map((each) => view(each, { prefix: "theme/" })));
  const rows = views.flatMap((each) => Object.values(each.rows)).filter(isTheme);
  return new Map(rows.flatMap(({ theme, title }) => (title === null ? [] : [[theme, title]])));
}

async function plansOf(scope: string): Promise<readonly string[]> {
  const { rows } = await view(`${scope}/initiatives`);
  const plans = Object.values(rows).map((row) => (row as { plan?: { id: string } | null }).plan?.id);
  return [...new Set(plans.filter((each) => each !== undefined))];
}

function isTheme(row: Row): row is Row & ThemeRow {
  return row.type === "theme";
}
