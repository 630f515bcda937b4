import { RecordText } from "../parts/RecordText.tsx";
import { format } from "../words/format.ts";
import { lists } from "../words/lists/words.ts";
import { said } from "../words/said.ts";
import { byDeadline, Groups } from "../rows/Groups.tsx";
import { Lineage } from "../rows/Lineage.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import { Line, NamedLink, PlaceLink, Several } from "../rows/place.tsx";
import type { ConditionEndRow, ConditionRow } from "./rows.ts";

export function Conditions() {
  const rows = rowsOf<ConditionRow>(usePage().own, "condition");
  const open = rows.filter(({ row }) => row.state === "open").sort(byDeadline);
  const ended = rows.filter(({ row }) => row.state !== "open");
  return (
    <Groups
      none={lists.sheets.forudsaetninger.empty}
      open={{ heading: lists.openConditions(open.length), rows: open }}
      ended={{ heading: lists.endedConditions(ended.length), rows: ended }}
      columns={[
        { head: lists.heads.awaits, wide: true, cell: (row, key) => <Awaits row={row} rowKey={key} /> },
        {
          head: lists.heads.blocks,
          cell: (row) => (
            <Several>
              {row.blocks.map((place, index) => (
                <PlaceLink key={index} place={place} />
              ))}
            </Several>
          ),
        },
        { head: lists.heads.deadline, cell: (row) => <Until row={row} /> },
        { head: lists.heads.state, cell: (row, key) => <State row={row} conditionKey={key} /> },
      ]}
    />
  );
}

function Awaits({ row, rowKey }: { row: ConditionRow; rowKey: string }) {
  return (
    <>
      <RecordText text={row.words} />
      <Line>
        {lists.awaitedKinds[row.awaits] ?? said("awaited", row.awaits)} {row.awaited !== null && <NamedLink named={row.awaited} />}
        {row.awaited_day !== null && format.day(row.awaited_day)}
        {row.awaited_words !== null && (
          <>
            {row.awaited !== null && ": "}
            <RecordText text={row.awaited_words} />
          </>
        )}
      </Line>
      {row.document !== null && (
        <Line>
          {lists.accordingTo} <NamedLink named={row.document} />
        </Line>
      )}
      <Lineage thing={`condition/${rowKey}`} row={rowKey} />
    </>
  );
}

function Until({ row }: { row: ConditionRow }) {
  return (
    <>
      <Deadline answerBy={row.answer_by} late={row.late} />
      {row.if_late === "lapse" && <Line>{lists.lapses}</Line>}
    </>
  );
}

export function Deadline({ answerBy, late }: { answerBy: string | null; late: boolean }) {
  if (answerBy === null) return <span class="quiet">{lists.noDeadline}</span>;
  return (
    <>
      {format.day(answerBy)}
      {late && <strong class="late-word line">{lists.late}</strong>}
    </>
  );
}

function State({ row, conditionKey }: { row: ConditionRow; conditionKey: string }) {
  const end = usePage().own.row<ConditionEndRow>(`${conditionKey}/end`).value;
  return (
    <>
      {lists.conditionStates[row.state] ?? row.state}
      <Line>{lists.from(row.since)}</Line>
      {end !== null && <Line>{lists.until(end.ended_on)}</Line>}
      {end?.by != null && <PlaceLink place={end.by} />}
    </>
  );
}
