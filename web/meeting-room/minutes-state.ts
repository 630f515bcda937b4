import { format } from "../words/format.ts";
import { words } from "../words/words.ts";
import type { MinutesRow } from "./minutes.ts";

/** Where the minutes stand, in one sentence. */
export function minutesState({ state, revision, answer_by, published, published_at }: MinutesRow): string {
  switch (state) {
    case "drafted":
      return words.minutes.drafted(revision);
    case "revised":
      return words.minutes.revised(revision, published ?? 0);
    case "circulated":
      return words.minutes.circulated(revision, answer_by === null ? null : format.day(answer_by));
    case "published":
      return words.minutes.published(revision, published_at === null ? "" : format.day(published_at));
  }
}
