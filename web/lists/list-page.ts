/** The page of a list, which knows that minutes may not be begun. */

import { view } from "../live/view.ts";
import type { AsOf, View } from "../live/view.ts";
import { RowPage, usePage } from "../rows/page.ts";
import type { ListAddress } from "./address.ts";

export class ListPage extends RowPage<ListAddress> {
  /** Minutes that nobody has begun are an empty page, and come when they are written. They are not asked for before. */
  protected override async first(topic: string, asOf: AsOf): Promise<View> {
    const { scope, sheet, name } = this.address;
    if (sheet !== "referat" || topic === `${scope}/meetings`) return view(topic, asOf);
    const { position, cursor, rows } = await view(`${scope}/meetings`, { ...asOf, prefix: name });
    const meeting = rows[name] as { readonly minutes?: string | null } | undefined;
    if (meeting === undefined) this.missing.value = "not-found";
    return meeting?.minutes == null ? { topic, position, cursor, rows: {} } : view(topic, asOf);
  }

  /** Minutes that nobody has begun are refused; the rest of the page stands. */
  protected override refused(): void {
    if (this.address.sheet === "referat") this.connection.synced();
    else super.refused();
  }
}

export function useList(): ListPage {
  const page = usePage();
  if (!(page instanceof ListPage)) throw new Error("no list stands here");
  return page;
}
