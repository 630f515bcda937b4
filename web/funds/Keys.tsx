import { RecordText } from "../parts/RecordText.tsx";
import { SaidDay } from "../rows/days.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import { Line, NamedLink, PlaceLink, Several } from "../rows/place.tsx";
import { Table } from "../rows/Table.tsx";
import { capital } from "../words/format.ts";
import { money } from "../words/money/words.ts";
import type { KeySourceRow, KeyVersionRow } from "./rows.ts";

const { keys, heads } = money;

/** How the parties share what they pay together, version by version, with the days on which each counts. */
export function Keys() {
  const page = usePage();
  const store = page.store(`${page.address.scope}/financing-keys`);
  const rows = rowsOf<KeyVersionRow>(store, "key-version");
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{keys.title}</h2>
      <Table
        name={keys.title}
        rows={rows}
        columns={[
          { head: keys.key, wide: true, cell: (row) => <Name row={row} /> },
          {
            head: keys.shares,
            cell: ({ shares }) => (
              <Several>{shares.map(({ party, weight }) => `${capital(party.name)}: ${weight}`)}</Several>
            ),
          },
          { head: keys.whole, amount: true, cell: ({ whole }) => whole },
          { head: keys.applies, cell: (row) => <Days row={row} /> },
          {
            head: heads.decision,
            cell: (row, key) => <Source row={row} cited={store.row<KeySourceRow>(key.replace("/version/", "/source/")).value} />,
          },
        ]}
      />
    </>
  );
}

function Name({ row: { key, key_version, terms } }: { row: KeyVersionRow }) {
  return (
    <>
      {capital(key.name)}
      <Line>{keys.version(key_version)}</Line>
      {terms !== null && (
        <Line>
          <RecordText text={terms} />
        </Line>
      )}
    </>
  );
}

function Days({ row: { from_on, ceases_on } }: { row: KeyVersionRow }) {
  return (
    <>
      {from_on === null ? keys.notStated : capital(money.from(from_on))}
      {ceases_on !== null && <Line>{money.until(ceases_on)}</Line>}
    </>
  );
}

function Source({ row: { decision, decided }, cited }: { row: KeyVersionRow; cited: KeySourceRow | null }) {
  if (decision !== null) return <PlaceLink place={decision} />;
  if (cited === null) return <>{money.none}</>;
  return (
    <>
      <RecordText text={cited.who} />: »<RecordText text={cited.words} />«
      {cited.document !== null && (
        <Line>
          <NamedLink named={cited.document} />
        </Line>
      )}
      {decided !== null && (
        <Line>
          <SaidDay said={decided} />
        </Line>
      )}
    </>
  );
}
