import type { Named } from "../../clients/ts/messages.ts";
import { RecordText } from "../parts/RecordText.tsx";
import { capital, format } from "../words/format.ts";
import { lists } from "../words/lists/words.ts";
import { said } from "../words/said.ts";
import { Deadline } from "./Conditions.tsx";
import { SaidDay } from "../rows/days.tsx";
import { byDeadline, Groups } from "../rows/Groups.tsx";
import { Lineage } from "../rows/Lineage.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import { Line, NamedLink, PlaceLink } from "../rows/place.tsx";
import type { ReferralEndRow, ReferralRow } from "./rows.ts";

const OPEN = new Set(["sent", "placed"]);

export function Referrals() {
  const rows = rowsOf<ReferralRow>(usePage().own, "referral");
  const open = rows.filter(({ row }) => OPEN.has(row.state)).sort(byDeadline);
  const ended = rows.filter(({ row }) => !OPEN.has(row.state));
  return (
    <Groups
      none={lists.sheets.henvendelser.empty}
      open={{ heading: lists.openReferrals(open.length), rows: open }}
      ended={{ heading: lists.endedReferrals(ended.length), rows: ended }}
      columns={[
        { head: lists.heads.question, wide: true, cell: (row, key) => <Question row={row} rowKey={key} /> },
        { head: lists.heads.from, cell: (row) => <End named={row.from_body ?? row.from_party} outside={incoming(row)} /> },
        { head: lists.heads.to, cell: (row) => <End named={row.to_body ?? row.to_party} outside={outgoing(row)} /> },
        { head: lists.heads.deadline, cell: (row) => <Expected row={row} /> },
        { head: lists.heads.state, cell: (row, key) => <State row={row} referralKey={key} /> },
      ]}
    />
  );
}

function incoming(row: ReferralRow): string | null {
  return row.direction === "in" ? row.outside : null;
}

function outgoing(row: ReferralRow): string | null {
  return row.direction === "in" ? null : row.outside;
}

function End({ named, outside }: { named: Named | null; outside: string | null }) {
  if (named !== null) return <NamedLink named={named} />;
  return outside === null ? <>{lists.notStated}</> : <RecordText text={outside} />;
}

function Question({ row, rowKey }: { row: ReferralRow; rowKey: string }) {
  return (
    <>
      <RecordText text={row.question} />
      {row.arises_from !== null && (
        <Line>
          <PlaceLink place={row.arises_from} />
        </Line>
      )}
      {row.in_reply_to !== null && (
        <Line>
          {lists.inReplyTo} <NamedLink named={row.in_reply_to} />
        </Line>
      )}
      <Lineage thing={`referral/${rowKey}`} row={rowKey} />
    </>
  );
}

function Expected({ row }: { row: ReferralRow }) {
  return (
    <>
      <Deadline answerBy={row.answer_by} late={row.late} />
      {row.expected !== null && (
        <Line>
          {lists.expected} <SaidDay said={row.expected} />
        </Line>
      )}
    </>
  );
}

function State({ row, referralKey }: { row: ReferralRow; referralKey: string }) {
  const end = usePage().own.row<ReferralEndRow>(`${referralKey}/end`).value;
  return (
    <>
      {lists.referralStates[row.state] ?? row.state}
      <Line>
        {row.direction !== null && `${capital(said("way", row.direction))}, `}
        {format.day(row.sent_on)}
      </Line>
      {row.placed !== null && <PlaceLink place={row.placed} />}
      {end !== null && <Answer end={end} />}
    </>
  );
}

function Answer({ end }: { end: ReferralEndRow }) {
  return (
    <>
      <span class="line">
        <RecordText text={end.text} /> {end.reserved && lists.reserved}
      </span>
      {end.decision !== null && (
        <Line>
          <PlaceLink place={end.decision} />
        </Line>
      )}
      {end.document !== null && (
        <Line>
          <NamedLink named={end.document} />
        </Line>
      )}
    </>
  );
}
