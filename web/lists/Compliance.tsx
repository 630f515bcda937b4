import { language } from "../words/language.ts";
import { format } from "../words/format.ts";
import { lists } from "../words/lists/words.ts";
import { dayLookedAt, Period } from "../rows/days.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import type { Keyed } from "../rows/page.ts";
import { Line, PlaceLink, Several } from "../rows/place.tsx";
import type { EvidenceRow, RequirementRow } from "./rows.ts";
import { Table } from "../rows/Table.tsx";

/** What the rules ask, and what shows that it is met. What is asked every year is told for each: from the first that has evidence to this one. */
export function Compliance() {
  const page = usePage();
  const on = dayLookedAt(page.address.at);
  const evidence = rowsOf<EvidenceRow>(page.own, "evidence").map(({ row }) => row);
  const of = (row: RequirementRow): readonly EvidenceRow[] =>
    evidence.filter((each) => each.requirement === row.requirement);
  const rows: Keyed<RequirementRow>[] = [...rowsOf<RequirementRow>(page.own, "requirement")];
  return (
    <Table
      name={lists.sheets.krav.title}
      rows={rows}
      columns={[
        { head: lists.heads.requirement, wide: true, cell: (row) => (language === "en" ? row.rule_en : row.rule_da) },
        { head: lists.heads.met, cell: (row) => <Met row={row} evidence={of(row)} on={on} /> },
        { head: lists.heads.evidence, cell: (row) => <Evidence evidence={of(row)} /> },
      ]}
    />
  );
}

function Met({ row, evidence, on }: { row: RequirementRow; evidence: readonly EvidenceRow[]; on: string }) {
  if (!row.yearly) {
    return (
      <>
        <strong>{lists.met[row.state] ?? row.state}</strong>
        {row.since !== null && <Line>{lists.from(row.since)}</Line>}
      </>
    );
  }
  const thisYear = Number(on.slice(0, 4));
  const shown = evidence.flatMap((each) => (each.met && each.day !== null ? [Number(each.day.slice(0, 4))] : []));
  const first = Math.min(thisYear - 1, ...shown);
  const years = Array.from({ length: Math.max(thisYear, ...shown) - first + 1 }, (_, n) => first + n).reverse();
  return (
    <>
      {years.map((year) => (
        <span class="line" key={year}>
          {lists.year(String(year))}: <strong>{shown.includes(year) ? lists.met["met"] : lists.noEvidence}</strong>
        </span>
      ))}
    </>
  );
}

function Evidence({ evidence }: { evidence: readonly EvidenceRow[] }) {
  return (
    <Several>
      {evidence.map((each, index) => (
        <span key={index}>
          {each.at !== null && <PlaceLink place={each.at} />}
          {each.seat !== null && <span class="line">{lists.patientSeat}</span>}
          {each.person !== null && <span class="line">{each.person.name}</span>}
          {each.seat !== null && each.person === null && <strong class="line">{lists.vacant}</strong>}
          {each.day !== null && each.seat === null && <Line>{format.day(each.day)}</Line>}
          {each.seat === null && !each.met && <Line>{lists.notSeenThere}</Line>}
          {each.seat !== null && <Period from={each.day} ceases={each.until} />}
        </span>
      ))}
    </Several>
  );
}
