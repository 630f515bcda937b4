import type { Named } from "../../clients/ts/messages.ts";
import { Colour } from "../plots/Mark.tsx";
import type { Keyed } from "../rows/page.ts";
import { Line, NamedLink, Several } from "../rows/place.tsx";
import { Table } from "../rows/Table.tsx";
import { plan } from "../words/plan/words.ts";
import { InitiativeLink } from "./InitiativeLink.tsx";
import type { InitiativeRow, LiesWith } from "./rows.ts";

interface Acting {
  readonly of: InitiativeRow;
  readonly lies: LiesWith;
}

/** What somebody is to do, and about what. */
interface Task {
  readonly who: Named;
  readonly why: string;
  readonly about: readonly Acting[];
}

/** Who must act, with what and since when: red and yellow without a remedy first, and of these what has lain longest. */
export function MustAct({ rows }: { rows: readonly Keyed<InitiativeRow>[] }) {
  const acting = rows.flatMap(({ row }) => row.lies_with.map((lies) => ({ of: row, lies })));
  const tasks = tasksOf(acting.sort((a, b) => urgency(a) - urgency(b) || a.lies.since.localeCompare(b.lies.since)));
  return (
    <>
      <h2>{plan.board.acting(acting.length)}</h2>
      {acting.length === 0 ? (
        <p class="empty">{plan.board.nobody}</p>
      ) : (
        <Table
          name={plan.board.acting(acting.length)}
          rows={tasks}
          columns={[
            { head: plan.heads.liesWith, cell: ({ who }) => <NamedLink named={who} /> },
            { head: plan.heads.why, cell: ({ why }) => plan.why[why] ?? why },
            { head: plan.heads.initiative, wide: true, cell: ({ about }) => <About about={about} /> },
          ]}
        />
      )}
    </>
  );
}

/** What lies with the same for the same reason is one task. The first decides where it stands. */
function tasksOf(acting: readonly Acting[]): readonly Keyed<Task>[] {
  const tasks = new Map<string, Task>();
  for (const each of acting) {
    const { who, why } = each.lies;
    const key = `handler/${who.id}/${why}`;
    tasks.set(key, { who, why, about: [...(tasks.get(key)?.about ?? []), each] });
  }
  return [...tasks].map(([key, row]) => ({ key, row }));
}

const URGENT = new Set(["remedy", "escalated"]);

function urgency({ of, lies }: Acting): number {
  if (!URGENT.has(lies.why)) return 2;
  return of.colour === "red" ? 0 : 1;
}

function About({ about }: { about: readonly Acting[] }) {
  return (
    <ul class="several">
      {about.map(({ of, lies }) => (
        <li key={of.initiative.id}>
          {of.colour !== null && <Colour colour={of.colour} />} <InitiativeLink row={of} />
          <Line>{plan.since(lies.since)}</Line>
          {lies.condition !== null && <NamedLink named={lies.condition} />}
        </li>
      ))}
    </ul>
  );
}

/** Each who must act, and why. */
export function WhoAndWhy({ all }: { all: readonly LiesWith[] }) {
  return (
    <Several>
      {all.map((lies, n) => (
        <span key={n}>
          <NamedLink named={lies.who} /> <Why lies={lies} />
        </span>
      ))}
    </Several>
  );
}

function Why({ lies }: { lies: LiesWith }) {
  return (
    <>
      {plan.why[lies.why] ?? lies.why}
      <Line>{plan.since(lies.since)}</Line>
      {lies.condition !== null && <NamedLink named={lies.condition} />}
    </>
  );
}
