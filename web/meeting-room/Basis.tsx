import { RecordText } from "../parts/RecordText.tsx";
import { format } from "../words/format.ts";
import { inLanguage, language } from "../words/language.ts";
import { words } from "../words/words.ts";
import { useRoom } from "./in-room.ts";
import type { BasisRow } from "./rows.ts";

/** The earlier decisions that an item rests on. Those in the record can be looked up. */
export function Basis({ itemKey }: { itemKey: string }) {
  const room = useRoom();
  const found = room.meeting.under(`${itemKey}/basis/`).value;
  if (found.length === 0) return null;
  return (
    <>
      <h3>{words.basedOn}</h3>
      <ul>
        {found.map((key) => (
          <Earlier key={key} basisKey={key} />
        ))}
      </ul>
    </>
  );
}

function Earlier({ basisKey }: { basisKey: string }) {
  const row = useRoom().meeting.row<BasisRow>(basisKey).value;
  if (row === null) return null;
  if (row.decision === null) return <Cited row={row} />;
  const { stream, decision } = row.decision;
  const [scope, , meeting] = stream.id.split("/");
  const register = `/${scope}/beslutninger#${meeting}/${encodeURIComponent(decision)}`;
  return (
    <li>
      <a href={inLanguage(register, language)}>
        <RecordText text={words.earlierDecision(decision, stream.name)} />
      </a>
    </li>
  );
}

function Cited({ row }: { row: BasisRow }) {
  const day = row.on !== null && row.on.earliest === row.on.latest ? format.day(row.on.latest) : (row.on?.words ?? null);
  return (
    <li>
      <RecordText text={row.who} />
      {day !== null && `, ${day}`}: <RecordText text={row.words} />
    </li>
  );
}
