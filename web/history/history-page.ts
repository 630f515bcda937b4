/** The page of history, which knows the moment that is looked at. */

import type { Voice } from "../live/announcer.ts";
import { RowPage, usePage } from "../rows/page.ts";
import type { RowsAddress } from "../rows/page.ts";
import { history as words } from "../words/history/words.ts";
import { changed } from "./address.ts";
import type { HistoryAddress } from "./address.ts";
import { Moment } from "./moment.ts";
import { trailOf } from "./trail.ts";
import type { AskTrail, Entry } from "./trail.ts";

export interface HistoryRows extends RowsAddress {
  readonly asked: HistoryAddress;
}

export class HistoryPage extends RowPage<HistoryRows> {
  readonly askTrail: AskTrail;
  readonly moment: Moment;

  constructor(address: HistoryRows, voice: Voice, speaker: Voice) {
    super(address, voice);
    this.askTrail = trailOf(address.scope);
    this.moment = new Moment(this.askTrail, {
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      rested: (position, entry) => {
        history.replaceState(null, "", changed(location, { at: position === null ? null : String(position) }));
        speaker.say(entry === null ? words.moment.value(position ?? 0, null) : words.moment.spoken(position ?? entry.position, entry.at));
      },
    });
  }

  override async enter(): Promise<void> {
    await Promise.all([super.enter(), this.moment.enter(this.address.asked.at)]);
  }
}

export function useHistory(): HistoryPage {
  const page = usePage();
  if (!(page instanceof HistoryPage)) throw new Error("no history stands here");
  return page;
}
