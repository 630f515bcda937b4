import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { view } from "../live/view.ts";
import { capital } from "../words/format.ts";
import { lists } from "../words/lists/words.ts";
import { said } from "../words/said.ts";
import { HowItCame, useHistoryAddress } from "./HowItCame.tsx";
import { usePage } from "./page.ts";
import { Line, PlaceLink } from "./place.tsx";
import type { EdgeRow } from "./rows.ts";

interface Way {
  readonly from: readonly EdgeRow[];
  readonly to: readonly EdgeRow[];
}

/**
 * What led to a thing and what followed from it: asked for when it is opened, and again when the list has changed; and the way
 * to its whole history. `row` is its key in the list.
 */
export function Lineage({ thing, row }: { thing: string; row: string }) {
  const page = usePage();
  const open = useSignal(false);
  const way = useSignal<Way | "failed" | null>(null);
  const position = page.own.position.value;
  useEffect(() => {
    if (!open.value) return undefined;
    let over = false;
    void wayOf(page.address.scope, thing, page.address.at).then((found) => {
      if (!over) way.value = found;
    });
    return () => {
      over = true;
    };
  }, [open.value, position]);
  return (
    <details class="details lineage" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary class="details-summary">{lists.lineage}</summary>
      {way.value === "failed" && <p>{lists.noLineage}</p>}
      {way.value !== null && way.value !== "failed" && (
        <div class="details-text">
          <Edges heading={lists.ledHere} edges={way.value.from} none={lists.nothingLed} word={cameOf} />
          <Edges heading={lists.followed} edges={way.value.to} none={lists.nothingFollowed} word={ledTo} />
          <Further thing={thing} row={row} />
        </div>
      )}
    </details>
  );
}

/** Into history: the whole way, step by step, and how the row came to be what it is. */
function Further({ thing, row }: { thing: string; row: string }) {
  const there = useHistoryAddress();
  return (
    <>
      <Line>
        <a href={there({ vis: "vej", af: thing, retning: "tilbage" })}>{lists.wholeWay}</a>
      </Line>
      <HowItCame row={row} />
    </>
  );
}

async function wayOf(scope: string, thing: string, at: string | null): Promise<Way | "failed"> {
  const asOf = at === null ? {} : { at };
  try {
    const { rows } = await view(`${scope}/lineage`, { ...asOf, prefix: `${thing}/` });
    const edges = (direction: string): EdgeRow[] =>
      Object.entries(rows).flatMap(([key, row]) => (key.startsWith(`${thing}/${direction}/`) ? [row as EdgeRow] : []));
    return { from: edges("from"), to: edges("to") };
  } catch {
    return "failed";
  }
}

const ledTo = (kind: string): string => said("edge", kind);
const cameOf = (kind: string): string => lists.ways[kind] ?? ledTo(kind);

interface EdgesProps {
  readonly heading: string;
  readonly edges: readonly EdgeRow[];
  readonly none: string;
  /** What a step is called, seen from here. */
  readonly word: (kind: string) => string;
}

function Edges({ heading, edges, none, word }: EdgesProps) {
  return (
    <>
      <p class="edges-heading">{heading}</p>
      {edges.length === 0 ? (
        <p class="quiet">{none}</p>
      ) : (
        <ul class="edges">
          {onceEach(edges).map((edge, index) => (
            <li key={index}>
              <span class="quiet">{capital(word(edge.kind))}:</span> <PlaceLink place={edge.other} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A decision may do one thing to another several times, by several events: that is one step of the way. */
function onceEach(edges: readonly EdgeRow[]): readonly EdgeRow[] {
  const steps = edges.map((edge): [string, EdgeRow] => [JSON.stringify([edge.kind, edge.other]), edge]);
  return [...new Map(steps).values()];
}
