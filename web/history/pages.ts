/** The pages of a cluster, each with the topic it shows first: what can be seen as it was, and compared. */

import type { ListName } from "../parts/Menu.tsx";
import { words } from "../words/words.ts";

const TOPIC_OF: Readonly<Partial<Record<ListName, string>>> = {
  "": "front",
  moeder: "meetings",
  beslutninger: "decisions",
  handleplan: "initiatives",
  puljer: "funds",
  opgaver: "actions",
  aftaler: "agreements-in-force",
  forudsaetninger: "conditions",
  henvendelser: "referrals",
  ansoegninger: "applications",
  forum: "people",
  kompetencer: "mandates",
  dokumenter: "documents",
  indikatorer: "indicators",
  laering: "learning",
  krav: "compliance",
  bo: "estate",
};

export interface SeenPage {
  readonly address: string;
  readonly topic: string;
  readonly name: string;
}

export function pagesOf(scope: string): readonly SeenPage[] {
  const names: Readonly<Record<string, string>> = { ...words.menu.links, ...words.menu.others };
  return Object.entries(TOPIC_OF).map(([sheet, topic]) => ({
    address: sheet === "" ? `/${scope}` : `/${scope}/${sheet}`,
    topic: `${scope}/${topic}`,
    name: names[sheet] ?? sheet,
  }));
}

const TOPIC_OF_PAGE: Readonly<Record<string, string>> = { moede: "meeting", skrivebord: "meeting", indsats: "initiative", pulje: "fund", referat: "minutes" };

/** The topic that a page shows first; null where it shows none. */
export function topicOf(pathname: string): string | null {
  const [scope = "", sheet = "", name] = pathname.split("/").slice(1);
  if (name !== undefined && name !== "") {
    const kind = TOPIC_OF_PAGE[sheet];
    return kind === undefined ? null : `${scope}/${kind}/${name}`;
  }
  const topic = TOPIC_OF[sheet as ListName];
  return topic === undefined || scope === "" ? null : `${scope}/${topic}`;
}
