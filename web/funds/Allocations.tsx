import { RecordText } from "../parts/RecordText.tsx";
import { Groups } from "../rows/Groups.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import { Line, NamedLink, PlaceLink, Places } from "../rows/place.tsx";
import { capital, format } from "../words/format.ts";
import { money } from "../words/money/words.ts";
import { Gaps } from "./Postings.tsx";
import type { AllocationRow, AllocationStepRow } from "./rows.ts";

const { fund, heads } = money;

/** What is allocated, paid and left, each with the way its kroner went. */
export function Allocations() {
  const rows = rowsOf<AllocationRow>(usePage().own, "allocation");
  const open = rows.filter(({ row }) => row.state === "open");
  const ended = rows.filter(({ row }) => row.state !== "open");
  return (
    <Groups
      none={fund.noAllocations}
      open={{ heading: fund.allocations(open.length), rows: open }}
      ended={{ heading: fund.closedAllocations(ended.length), rows: ended }}
      columns={[
        { head: heads.to, wide: true, cell: (row, key) => <What row={row} of={key} /> },
        { head: heads.amount, amount: true, cell: (row) => format.amount(row.amount_oere) },
        { head: money.paid, amount: true, cell: (row) => format.amount(row.paid_oere) },
        { head: fund.left, amount: true, cell: (row) => format.amount(row.left_oere) },
        { head: heads.state, cell: (row) => <State row={row} /> },
        { head: heads.decision, cell: ({ decisions }) => <Places places={decisions} /> },
      ]}
    />
  );
}

function What({ row, of }: { row: AllocationRow; of: string }) {
  return (
    <>
      {row.to_party !== null && <strong>{row.to_party.name}</strong>}
      {row.purpose !== null && (
        <span class="line">
          <RecordText text={capital(row.purpose)} />
        </span>
      )}
      {row.application !== null && (
        <Line>
          <NamedLink named={row.application} />
        </Line>
      )}
      {row.one_off && <Line>{fund.oneOff}</Line>}
      {row.opening && <Line>{fund.openingEntry}</Line>}
      <Gaps gaps={row.gaps} />
      <Way of={of} />
    </>
  );
}

function State({ row }: { row: AllocationRow }) {
  const { evaluation_earliest: earliest, evaluation_latest: latest } = row;
  return (
    <>
      {fund.allocationStates[row.state] ?? row.state}
      {row.from_on !== null && <Line>{money.from(row.from_on)}</Line>}
      {row.ceases_on !== null && <Line>{money.until(row.ceases_on)}</Line>}
      {row.evaluation !== null && (
        <span class="line">
          <RecordText text={row.evaluation} />
        </span>
      )}
      {row.evaluated_by !== null ? (
        <span class="line">
          {fund.evaluatedBy} <NamedLink named={row.evaluated_by} />
        </span>
      ) : (
        earliest !== null && latest !== null && <Line>{fund.evaluationDue(earliest, latest)}</Line>
      )}
      {row.unspent_oere !== null && <Line>{fund.unspent(row.unspent_oere)}</Line>}
    </>
  );
}

/** From the application over the decisions and the postings to the evaluation. */
function Way({ of }: { of: string }) {
  const steps = rowsOf<AllocationStepRow>(usePage().own, "allocation-step").filter(({ key }) => key.startsWith(`${of}/`));
  if (steps.length === 0) return null;
  return (
    <details class="details">
      <summary class="details-summary">{fund.trail}</summary>
      <ol class="details-text">
        {steps.map(({ key, row }) => (
          <li key={key}>
            <Step step={row} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Step({ step }: { step: AllocationStepRow }) {
  const { what, amount_oere, application, decision, condition, document, party, voucher, on } = step;
  const named = [application, condition, document].filter((each) => each !== null);
  return (
    <>
      <strong>{fund.steps[what] ?? what}</strong>
      {amount_oere !== null && ` ${format.amount(amount_oere)}`}
      {decision !== null && (
        <span class="line">
          <PlaceLink place={decision} />
        </span>
      )}
      {named.map((each) => (
        <span class="line" key={each.id}>
          <NamedLink named={each} />
        </span>
      ))}
      {party !== null && <Line>{party.name}</Line>}
      {voucher !== null && <Line>{fund.voucher(voucher)}</Line>}
      {on !== null && <Line>{format.day(on)}</Line>}
    </>
  );
}
