import { Colour } from "../plots/Mark.tsx";
import type { Keyed } from "../rows/page.ts";
import { Line, NamedLink } from "../rows/place.tsx";
import { Table } from "../rows/Table.tsx";
import { plan } from "../words/plan/words.ts";
import { InitiativeLink } from "./InitiativeLink.tsx";
import type { InitiativeRow, LiesWith } from "./rows.ts";

interface Acting {
  readonly of: InitiativeRow;
  readonly lies: LiesWith;
}

/** Who must act, with what and since when: red and yellow without a remedy first, and of these what has lain longest. */
export function MustAct({ rows }: { rows: readonly Keyed<InitiativeRow>[] }) {
  const acting: Keyed<Acting>[] = rows
    .flatMap(({ key, row }) =>
      row.lies_with.map((lies, n) => ({ key: `handler/${key}/${n}`, row: { of: row, lies } })),
    )
    .sort((a, b) => urgency(a.row) - urgency(b.row) || a.row.lies.since.localeCompare(b.row.lies.since));
  return (
    <>
      <h2>{plan.board.acting(acting.length)}</h2>
      {acting.length === 0 ? (
        <p class="empty">{plan.board.nobody}</p>
      ) : (
        <Table
          name={plan.board.acting(acting.length)}
          rows={acting}
          columns={[
            { head: plan.heads.liesWith, cell: ({ lies }) => <NamedLink named={lies.who} /> },
            { head: plan.heads.why, cell: ({ lies }) => <Why lies={lies} /> },
            { head: plan.heads.initiative, wide: true, cell: ({ of }) => <InitiativeLink row={of} /> },
            { head: plan.heads.now, cell: ({ of }) => <Colour colour={of.colour} /> },
          ]}
        />
      )}
    </>
  );
}

const URGENT = new Set(["remedy", "escalated"]);

function urgency({ of, lies }: Acting): number {
  if (!URGENT.has(lies.why)) return 2;
  return of.colour === "red" ? 0 : 1;
}

export function Why({ lies }: { lies: LiesWith }) {
  return (
    <>
      {plan.why[lies.why] ?? lies.why}
      <Line>{plan.since(lies.since)}</Line>
      {lies.condition !== null && <NamedLink named={lies.condition} />}
    </>
  );
}
