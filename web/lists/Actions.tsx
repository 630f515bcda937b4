import { RecordText } from "../parts/RecordText.tsx";
import { capital, format } from "../words/format.ts";
import { inLanguage, language } from "../words/language.ts";
import { lists } from "../words/lists/words.ts";
import { said } from "../words/said.ts";
import { Deadline } from "./Conditions.tsx";
import { SaidDay } from "../rows/days.tsx";
import { byDeadline, Groups } from "../rows/Groups.tsx";
import { HowItCame } from "../rows/HowItCame.tsx";
import { occurrenceName } from "../rows/days.tsx";
import { rowsOf } from "../rows/page.ts";
import { useList } from "./list-page.ts";
import { useMe } from "../rows/me.ts";
import { Line, NamedLink, PlaceLink } from "../rows/place.tsx";
import type { ActionRow, OccurrenceRow } from "./rows.ts";

const OPEN = new Set(["owed", "late"]);

export function Actions() {
  const page = useList();
  const { mine } = page.address;
  const me = useMe(mine);
  const all = rowsOf<ActionRow>(page.own, "action");
  const rows = mine ? all.filter(({ row }) => row.debtor !== null && me.has(row.debtor.id)) : all;
  const open = rows.filter(({ row }) => OPEN.has(row.state)).sort(byDeadline);
  const ended = rows.filter(({ row }) => !OPEN.has(row.state));
  return (
    <>
      <Filter mine={mine} />
      <Groups
        none={mine ? lists.mineEmpty : lists.sheets.opgaver.empty}
        open={{ heading: lists.owedActions(open.length), rows: open }}
        ended={{ heading: lists.endedActions(ended.length), rows: ended }}
        columns={[
          { head: lists.heads.what, wide: true, cell: (row, key) => <What row={row} actionKey={key} /> },
          { head: lists.heads.who, cell: (row) => <Debtor row={row} /> },
          { head: lists.heads.toWhom, cell: (row) => <NamedLink named={row.report_to} /> },
          { head: lists.heads.deadline, cell: (row) => <Due row={row} /> },
          { head: lists.heads.state, cell: (row, key) => <State row={row} actionKey={key} /> },
        ]}
      />
    </>
  );
}

/** Two links; the choice stands in the address. */
function Filter({ mine }: { mine: boolean }) {
  const query = new URLSearchParams(location.search);
  query.delete("mine");
  const rest = query.toString();
  const all = location.pathname + (rest === "" ? "" : `?${rest}`);
  const own = `${location.pathname}?mine${rest === "" ? "" : `&${rest}`}`;
  return (
    <ul class="choices">
      <li>
        <a href={inLanguage(all, language)} aria-current={mine ? undefined : "true"}>
          {lists.all}
        </a>
      </li>
      <li>
        <a href={own} aria-current={mine ? "true" : undefined}>
          {lists.mine}
        </a>
      </li>
    </ul>
  );
}

function What({ row, actionKey }: { row: ActionRow; actionKey: string }) {
  return (
    <>
      {row.what === null ? <RecordText text={null} /> : <RecordText text={capital(row.what)} />}
      {row.decision !== null && (
        <Line>
          {lists.heads.origin}: <PlaceLink place={row.decision} />
        </Line>
      )}
      <HowItCame row={actionKey} />
    </>
  );
}

function Debtor({ row }: { row: ActionRow }) {
  if (row.debtor !== null) return <NamedLink named={row.debtor} />;
  return <>{row.outside ?? lists.notStated}</>;
}

function Due({ row }: { row: ActionRow }) {
  return (
    <>
      {row.recurs === null ? <OwedOnce row={row} /> : capital(said("recurs", row.recurs))}
      {row.ceases_on !== null && <Line>{lists.ceases(row.ceases_on)}</Line>}
    </>
  );
}

/** By a day, or as the paper says it until that has passed. */
function OwedOnce({ row }: { row: ActionRow }) {
  if (row.answer_by === null && row.expected !== null) return <SaidDay said={row.expected} />;
  return <Deadline answerBy={row.answer_by} late={row.state === "late"} />;
}

function State({ row, actionKey }: { row: ActionRow; actionKey: string }) {
  const { own } = useList();
  const occurrences = own.under(`${actionKey}/`).value.flatMap((key) => own.row<OccurrenceRow>(key).value ?? []);
  return (
    <>
      {lists.actionStates[row.state] ?? row.state}
      {row.reply !== null && (
        <span class="line">
          <RecordText text={row.reply} />
        </span>
      )}
      {row.replied_on !== null && <Line>{format.day(row.replied_on)}</Line>}
      {row.document !== null && (
        <Line>
          <NamedLink named={row.document} />
        </Line>
      )}
      {occurrences.map((each) => (
        <span class="line" key={each.occurrence}>
          {occurrenceName(each.occurrence)}: {lists.actionStates[each.state] ?? each.state}
          {each.reply !== null && (
            <>
              . <RecordText text={each.reply} />
            </>
          )}
        </span>
      ))}
    </>
  );
}
