import { useEffect, useState } from "preact/hooks";
import { historyOf } from "../history/address.ts";
import { topicOf } from "../history/pages.ts";
import { someOf, trailOf } from "../history/trail.ts";
import type { Entry, TrailAsked, TrailPage } from "../history/trail.ts";
import { asOf } from "../parts/address.ts";
import { RecordText } from "../parts/RecordText.tsx";
import { inLanguage, language } from "../words/language.ts";
import { replay } from "../words/replay/words.ts";

interface Around {
  readonly position: number;
  readonly here: Entry | null;
  /** Nothing was found far enough back, and it goes on. */
  readonly goesOn: boolean;
  readonly before: number | null;
  readonly after: number | null;
}

/** Under the strip of a page of the past: after which event it stands so, the steps to and fro, and the way into history. */
export function Bar() {
  const [around, setAround] = useState<Around | null>(null);
  const at = new URLSearchParams(location.search).get("at")?.replace(" ", "+") ?? "";
  const scope = location.pathname.split("/")[1] ?? "";
  useEffect(() => {
    let over = false;
    void aroundOf(scope, at).then(
      (found) => {
        if (!over) setAround(found);
      },
      // The page itself says what it could not show.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [scope, at]);
  if (around === null) return null;
  const { position, here, goesOn, before, after } = around;
  const topic = topicOf(location.pathname);
  const there = (change: Parameters<typeof historyOf>[1]): string => inLanguage(historyOf(scope, change), language);
  const step = (to: number): string => asOf(to, location) + location.hash;
  return (
    <nav aria-label={replay.name}>
      <p class="replay-told">
        {here === null ? (
          goesOn ? replay.farBack : replay.first
        ) : (
          <>
            {replay.last(here.position)} <RecordSentence entry={here} />
          </>
        )}
      </p>
      <ul class="choices">
        {before !== null && (
          <li>
            <a href={step(before)} rel="prev">
              {replay.before}
            </a>
          </li>
        )}
        {after !== null && (
          <li>
            <a href={step(after)} rel="next">
              {replay.after}
            </a>
          </li>
        )}
        <li>
          <a href={there({ at: String(position) })}>{replay.history}</a>
        </li>
        {topic !== null && (
          <li>
            <a href={there({ part: "forskel", topic, from: String(position) })}>{replay.compare}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function RecordSentence({ entry }: { entry: Entry }) {
  return language === "da" ? <RecordText text={entry.da} /> : <>{entry.en}</>;
}

/** The latest event of the scope then, the one before it, and the first after the moment. */
async function aroundOf(scope: string, at: string): Promise<Around> {
  const askTrail = trailOf(scope);
  const first = (asked: TrailAsked): Promise<TrailPage> => someOf(askTrail, { ...asked, limit: 1 });
  const then = await first({ at, order: "newest" });
  const here = then.entries[0] ?? null;
  const [before, after] = await Promise.all([
    here === null ? then : first({ order: "newest", after: here.position }),
    first({ after: then.position }),
  ]);
  // Where the next one lies far off, a step comes nearer to it.
  const nearest = ({ entries: [entry], next }: TrailPage): number | null => entry?.position ?? next;
  return { position: then.position, here, goesOn: here === null && then.next !== null, before: nearest(before), after: nearest(after) };
}
