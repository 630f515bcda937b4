import { hashOf, pageOf } from "../parts/address.ts";
import { RecordText } from "../parts/RecordText.tsx";
import { capital, format } from "../words/format.ts";
import { inLanguage, language } from "../words/language.ts";
import { lists } from "../words/lists/words.ts";
import { saidOutcome } from "../words/said.ts";
import { words } from "../words/words.ts";
import { daysIn } from "../rows/days.tsx";
import { Lineage } from "../rows/Lineage.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import { Line, NamedLink, PlaceLink, Several } from "../rows/place.tsx";
import type { MeetingRow } from "../rows/rows.ts";
import type { DecisionRow } from "./rows.ts";
import { Table } from "../rows/Table.tsx";

/** The register, the latest decisions first. */
export function Decisions() {
  const rows = rowsOf<DecisionRow>(usePage().own, "decision");
  return (
    <Table
      name={lists.sheets.beslutninger.title}
      rows={[...rows].sort((a, b) => day(b.row).localeCompare(day(a.row)) || a.key.localeCompare(b.key, "da", { numeric: true }))}
      columns={[
        { head: lists.heads.decision, cell: (row) => <Made row={row} /> },
        { head: lists.heads.text, wide: true, cell: (row, key) => <Text row={row} rowKey={key} /> },
        { head: lists.heads.state, cell: (row) => <Standing row={row} /> },
      ]}
    />
  );
}

function day(row: DecisionRow): string {
  return row.decided_on ?? "";
}

function thingOf(key: string): string {
  const [meeting, ...number] = key.split("/");
  return `meeting/${meeting}/decision/${number.join("/")}`;
}

function Made({ row }: { row: DecisionRow }) {
  return (
    <>
      <a href={inLanguage(`${pageOf(row.meeting.id)}${hashOf(row.item)}`, language)}>{words.decision(row.number)}</a>
      <Line>{row.body.name}</Line>
      <Line>
        <DecidedOn row={row} />
      </Line>
    </>
  );
}

/** The day; of a decision entered afterwards where no paper names one, when the paper says the meeting was. */
function DecidedOn({ row }: { row: DecisionRow }) {
  const { meetings } = usePage();
  const meeting = meetings.row<MeetingRow>(row.meeting.id.split("/")[2] ?? "").value;
  if (row.decided_on !== null) return <>{format.day(row.decided_on)}</>;
  const held = meeting?.held ?? null;
  return <>{held === null ? lists.notStated : daysIn(held.earliest, held.latest)}</>;
}

function Text({ row, rowKey }: { row: DecisionRow; rowKey: string }) {
  const where = { stream: row.meeting, item: row.item, decision: null, part: null };
  return (
    <>
      {row.hidden ? <span class="quiet">{lists.hiddenText}</span> : <RecordText text={row.text} />}
      {row.corrected && <Line>{lists.correctedText}</Line>}
      <Line>
        <PlaceLink place={where} />
      </Line>
      <Lineage thing={thingOf(rowKey)} row={rowKey} />
    </>
  );
}

function Standing({ row }: { row: DecisionRow }) {
  return (
    <>
      <span class="outcome">{capital(saidOutcome(row.outcome))}</span>
      <Line>{lists.standings[row.standing] ?? row.standing}</Line>
      {row.standing === "waiting" && row.waits_for.length > 0 && (
        <Several>
          {row.waits_for.map((each) => (
            <NamedLink key={each.id} named={each} />
          ))}
        </Several>
      )}
      {row.superseded_by !== null && <PlaceLink place={row.superseded_by} />}
      {row.dissent_by.length > 0 && <Line>{lists.dissent(row.dissent_by.length)}</Line>}
      {row.afterwards && <Line>{lists.afterwards}</Line>}
    </>
  );
}
