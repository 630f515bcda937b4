import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { view } from "../live/view.ts";
import { RecordText } from "../parts/RecordText.tsx";
import { dayLookedAt, daysIn } from "../rows/days.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import type { Keyed } from "../rows/page.ts";
import { Line } from "../rows/place.tsx";
import { RowSheet } from "../rows/RowSheet.tsx";
import { HowItCame } from "../rows/HowItCame.tsx";
import { Table } from "../rows/Table.tsx";
import { agreed } from "../words/agreed/words.ts";
import { capital } from "../words/format.ts";
import { askedIn } from "./address.ts";
import { AllAgreements } from "./AllAgreements.tsx";
import { Chooser } from "./Chooser.tsx";
import type { BondRow, PeriodRow } from "./rows.ts";

const { agreements, heads } = agreed;

/** What binds whom on a day, as far as the record knows: now, or as it knew on an earlier day. */
export function Agreements() {
  const { title, lead, empty } = agreements;
  return (
    <RowSheet title={title} lead={lead} here="aftaler" empty={empty}>
      <Content />
    </RowSheet>
  );
}

function Content() {
  const page = usePage();
  const { party, on: asked } = askedIn(location.search);
  const on = asked ?? dayLookedAt(page.address.at);
  const all = rowsOf<BondRow>(page.own, "bond");
  const shown = party === null ? all : all.filter(({ row }) => row.party.id === party);
  const answers = useAnswers(on);
  return (
    <>
      <Chooser bonds={all.map(({ row }) => row)} party={party} on={on} />
      <h2>{agreements.heading(on)}</h2>
      {shown.length === 0 ? (
        <p class="empty">{agreements.nobody}</p>
      ) : (
        <Table
          name={agreements.heading(on)}
          rows={[...shown].sort(byAgreementAndParty)}
          columns={[
            { head: heads.agreement, wide: true, cell: (row, key) => <><Title row={row} /><HowItCame row={key} /></> },
            { head: heads.party, cell: (row) => row.party.name },
            { head: heads.binds, cell: (_, key) => <Answer answer={answers.get(key) ?? null} /> },
            { head: heads.period, cell: (row) => <Periods row={row} /> },
            { head: heads.adopted, cell: (row) => <Adopted row={row} /> },
          ]}
        />
      )}
      <AllAgreements party={party} />
    </>
  );
}

type Answer = BondRow["answer"];

/** Whether each agreement binds each party on a day. The socket tells of no day, so it is asked for, and again after news. */
function useAnswers(on: string): ReadonlyMap<string, Answer> {
  const page = usePage();
  const answers = useSignal<ReadonlyMap<string, Answer>>(new Map());
  const position = page.own.position.value;
  useEffect(() => {
    let over = false;
    const asOf = page.address.at === null ? { minPosition: position } : { at: page.address.at };
    view(page.address.topics[0] ?? "", { ...asOf, on }).then(
      ({ rows }) => {
        const found = Object.entries(rows).map(([key, row]): [string, Answer] => [key, (row as unknown as BondRow).answer]);
        if (!over) answers.value = new Map(found);
      },
      // The periods stand beside it, and say what they say.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [on, position]);
  return answers.value;
}

function byAgreementAndParty(a: Keyed<BondRow>, b: Keyed<BondRow>): number {
  return (a.row.title ?? "").localeCompare(b.row.title ?? "", "da") || a.row.party.name.localeCompare(b.row.party.name, "da");
}

function Title({ row }: { row: BondRow }) {
  return (
    <a href={`#${row.agreement.id.split("/")[2]}`}>
      <RecordText text={row.title} />
    </a>
  );
}

function Answer({ answer }: { answer: Answer }) {
  if (answer === null) return <span class="quiet">{agreements.unanswered}</span>;
  return (
    <>
      <strong>{agreements.binds[answer.binds] ?? answer.binds}</strong>
      <Line>{agreements.why[answer.why] ?? answer.why}</Line>
      {answer.day !== null && answer.words === null && <Line>{agreed.from(answer.day)}</Line>}
      {answer.words !== null && (
        <Line>
          »<RecordText text={answer.words} />«
        </Line>
      )}
    </>
  );
}

function Periods({ row }: { row: BondRow }) {
  return (
    <>
      {row.periods.length === 0 && <span class="quiet">{agreements.noPeriod}</span>}
      {row.periods.map((period, n) => (
        <span class="line" key={n}>
          <Period period={period} />
        </span>
      ))}
      {row.ends_on !== null && <strong class="line">{agreements.ends(row.ends_on)}</strong>}
      {row.replaced_by !== null && (
        <Line>
          {agreements.replacedBy} <RecordText text={row.replaced_by} />
        </Line>
      )}
    </>
  );
}

function Period({ period: { begins, ceases_on, how, suspended, reason } }: { period: PeriodRow }) {
  const word = suspended ? agreements.suspended : (agreements.periods[how] ?? how);
  const from = begins === null ? agreements.noPeriod : daysIn(begins.earliest, begins.latest);
  return (
    <>
      {capital(from)}
      {ceases_on !== null && ` ${agreed.until(ceases_on)}`} <span class="quiet">({word})</span>
      {begins?.words != null && (
        <Line>
          »<RecordText text={begins.words} />«
        </Line>
      )}
      {reason !== null && (
        <Line>
          <RecordText text={reason} />
        </Line>
      )}
    </>
  );
}

function Adopted({ row }: { row: BondRow }) {
  // What holds was adopted some time; the paper says neither when nor by whom.
  if (!row.adopted) return <>{row.periods.length > 0 ? agreements.adoptionUnknown : agreements.notAdopted}</>;
  return (
    <>
      {agreements.adopted}
      {row.organ !== null && <Line>{capital(row.organ)}</Line>}
      {row.adopted_when !== null && <Line>{daysIn(row.adopted_when.earliest, row.adopted_when.latest)}</Line>}
    </>
  );
}
