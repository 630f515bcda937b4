import { Colour } from "../plots/Mark.tsx";
import { Groups } from "../rows/Groups.tsx";
import { HowItCame } from "../rows/HowItCame.tsx";
import type { Keyed } from "../rows/page.ts";
import { Line, NamedLink, Names, Several, ThereLink } from "../rows/place.tsx";
import { plan } from "../words/plan/words.ts";
import { capital } from "../words/format.ts";
import { lists } from "../words/lists/words.ts";
import { said } from "../words/said.ts";
import { InitiativeLink } from "./InitiativeLink.tsx";
import { byNumber } from "./over-time.ts";
import type { InitiativeRow } from "./rows.ts";

interface InitiativesProps {
  readonly open: readonly Keyed<InitiativeRow>[];
  readonly ended: readonly Keyed<InitiativeRow>[];
}

/** All of them by number: an order that news do not change. */
export function Initiatives({ open, ended }: InitiativesProps) {
  return (
    <Groups
      none={plan.board.noneOpen}
      open={{ heading: plan.board.all(open.length), rows: [...open].sort(byNumber) }}
      ended={{ heading: plan.board.ended(ended.length), rows: [...ended].sort(byNumber) }}
      columns={[
        { head: plan.heads.initiative, cell: (row, key) => <><InitiativeLink row={row} /><HowItCame row={key} /></> },
        { head: plan.heads.now, cell: (row) => <Now row={row} /> },
        { head: plan.heads.stage, cell: (row) => <Stage row={row} /> },
        { head: plan.heads.owners, cell: (row) => <Owners row={row} /> },
        { head: plan.heads.next, cell: (row) => <Next row={row} /> },
      ]}
    />
  );
}

export function Now({ row }: { row: InitiativeRow }) {
  return (
    <>
      <Colour colour={row.colour} />
      {row.colour_since !== null && <Line>{plan.since(row.colour_since)}</Line>}
    </>
  );
}

export function Stage({ row }: { row: InitiativeRow }) {
  return (
    <>
      {row.stage === null ? plan.none : (plan.stages[row.stage] ?? row.stage)}
      {row.phase !== null && <Line>{capital(said("phase", row.phase))}</Line>}
      {row.ended_how !== null && <Line>{capital(said("ended", row.ended_how))}</Line>}
      {row.into !== null && (
        <Line>
          {row.stage === "handed-over" ? plan.board.goesOn : plan.board.partOf}{" "}
          <ThereLink named={row.into} cluster={lists.laterCluster} />
        </Line>
      )}
      {row.taken_from !== null && (
        <Line>
          {plan.board.takenFrom} <ThereLink named={row.taken_from} cluster={lists.earlierCluster} />
        </Line>
      )}
      {row.returned && <Line>{plan.board.returned}</Line>}
      {row.deprioritised && <Line>{plan.board.deprioritised}</Line>}
      {row.held_by.length > 0 && (
        <>
          <Line>{plan.board.heldBy}</Line>
          <Names names={row.held_by} />
        </>
      )}
    </>
  );
}

export function Owners({ row }: { row: InitiativeRow }) {
  const owners = row.owners.length > 0 ? row.owners : row.by;
  return (
    <>
      {(owners.length > 0 || row.group === null) && <Names names={owners} />}
      {row.group !== null && (
        <Line>
          <NamedLink named={row.group} />
        </Line>
      )}
      {row.leader !== null && (
        <Line>
          {plan.board.leader}: {row.leader.name}
        </Line>
      )}
    </>
  );
}

export function Next({ row }: { row: InitiativeRow }) {
  if (row.expected.length === 0) return <>{plan.none}</>;
  return (
    <Several>
      {row.expected.map(({ what, earliest, latest }, n) => (
        <span key={n}>
          {plan.expected[what] ?? what}
          <Line>{plan.spell(earliest, latest) || plan.by(latest)}</Line>
        </span>
      ))}
    </Several>
  );
}
