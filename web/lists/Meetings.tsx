import { deskOf, pageOf } from "../parts/address.ts";
import { RecordText } from "../parts/RecordText.tsx";
import { capital, format } from "../words/format.ts";
import { inLanguage, language } from "../words/language.ts";
import { lists } from "../words/lists/words.ts";
import { said } from "../words/said.ts";
import { words } from "../words/words.ts";
import { SaidDay } from "../rows/days.tsx";
import { HowItCame } from "../rows/HowItCame.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import type { Keyed } from "../rows/page.ts";
import { Line, NamedLink } from "../rows/place.tsx";
import type { MeetingRow } from "../rows/rows.ts";
import { Table } from "../rows/Table.tsx";

export function Meetings() {
  const page = usePage();
  const rows = rowsOf<MeetingRow>(page.own, "meeting");
  const kept = new Set(
    (page.session.value?.roles ?? []).filter((role) => role.voice === "secretariat").map((role) => role.body.id),
  );
  return (
    <Table
      name={lists.sheets.moeder.title}
      rows={[...rows].sort(latestFirst)}
      columns={[
        { head: lists.heads.meeting, cell: (row, key) => <Meeting row={row} rowKey={key} isKept={kept.has(row.body.id)} /> },
        { head: lists.heads.when, cell: (row) => <When row={row} /> },
        { head: lists.heads.state, cell: (row) => <State row={row} /> },
        { head: lists.heads.minutes, cell: (row) => <MinutesOf row={row} /> },
      ]}
    />
  );
}

/** The meeting room; for whoever keeps the body's record, its desk too. */
function Meeting({ row, rowKey, isKept }: { row: MeetingRow; rowKey: string; isKept: boolean }) {
  return (
    <>
      <NamedLink named={row.meeting} />
      {isKept && row.phase !== "reported" && (
        <Line>
          <a href={inLanguage(deskOf(row.meeting.id), language)}>{lists.toDesk}</a>
        </Line>
      )}
      <HowItCame row={rowKey} />
    </>
  );
}

function latestFirst(a: Keyed<MeetingRow>, b: Keyed<MeetingRow>): number {
  return day(b.row).localeCompare(day(a.row));
}

function day({ starts_at, held }: MeetingRow): string {
  return starts_at ?? held?.latest ?? "";
}

function When({ row }: { row: MeetingRow }) {
  if (row.starts_at === null) return row.held === null ? <>{lists.notStated}</> : <SaidDay said={row.held} />;
  return (
    <>
      {capital(format.weekday(row.starts_at))} {format.span(row.starts_at, row.ends_at)}
      {row.form !== null && (
        <Line>
          {capital(said("form", row.form))}
          {row.place !== null && (
            <>
              : <RecordText text={row.place} />
            </>
          )}
        </Line>
      )}
    </>
  );
}

function State({ row }: { row: MeetingRow }) {
  return (
    <>
      {words.phases[row.phase] ?? row.phase}
      {row.phase === "called" && row.agenda !== null && <Line>{lists.agendaSent(row.agenda)}</Line>}
      {row.document !== null && (
        <Line>
          {lists.accordingTo} <NamedLink named={row.document} />
        </Line>
      )}
    </>
  );
}

function MinutesOf({ row }: { row: MeetingRow }) {
  if (row.minutes === null) return <span class="quiet">{lists.noMinutes}</span>;
  const state = lists.minutesStates[row.minutes]?.(row.minutes_revision ?? 1) ?? row.minutes;
  return <a href={inLanguage(pageOf(row.meeting.id).replace("/moede/", "/referat/"), language)}>{state}</a>;
}
