import { dayIn } from "../forms/days.ts";
import type { Store } from "../live/store.ts";
import { RecordText } from "../parts/RecordText.tsx";
import { useHistoryAddress } from "../rows/HowItCame.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import { Line, NamedLink, Places } from "../rows/place.tsx";
import { Table } from "../rows/Table.tsx";
import { capital, format } from "../words/format.ts";
import { inLanguage, language } from "../words/language.ts";
import { money } from "../words/money/words.ts";
import type { Place } from "../rows/rows.ts";
import type { AllocationRow, EarmarkRow, PostingRow } from "./rows.ts";

const { fund, heads } = money;

/** Every posting in the order of the record, with what was free after it and the decision that authorises it. */
export function Postings() {
  const rows = rowsOf<PostingRow>(usePage().own, "posting");
  return (
    <>
      <h2>{fund.postings(rows.length)}</h2>
      {rows.length === 0 ? (
        <p class="empty">{fund.noPostings}</p>
      ) : (
        <Table
          name={fund.postings(rows.length)}
          rows={rows}
          columns={[
            { head: heads.day, cell: (row) => <Day row={row} /> },
            { head: heads.what, wide: true, cell: (row) => <What row={row} /> },
            { head: heads.amount, amount: true, cell: (row) => (row.amount_oere === null ? money.none : format.amount(row.amount_oere)) },
            { head: heads.freeAfter, amount: true, cell: (row) => format.amount(row.free_oere) },
            { head: heads.decision, cell: (row) => <Authority row={row} /> },
          ]}
        />
      )}
    </>
  );
}

function Day({ row }: { row: PostingRow }) {
  const recorded = dayIn(row.at);
  return (
    <>
      {format.day(recorded)}
      {row.booked_on !== null && row.booked_on !== recorded && <Line>{fund.booked(row.booked_on)}</Line>}
      <Line>{fund.event(row.position)}</Line>
      <Way version={row.version} />
    </>
  );
}

/** Where its money came from, from posting to posting. */
function Way({ version }: { version: number }) {
  const { topics } = usePage().address;
  const there = useHistoryAddress();
  return (
    <a class="line" href={there({ vis: "krone", emne: topics[0] ?? "", noegle: `posting/${version}`, retning: "tilbage" })}>
      {fund.trail}
    </a>
  );
}

function What({ row }: { row: PostingRow }) {
  return (
    <>
      <strong>
        {fund.what[row.what] ?? capital(row.what.replaceAll("-", " "))}
        {row.year !== null && ` ${row.year}`}
      </strong>
      {row.party !== null && <Line>{row.party.name}</Line>}
      {row.text !== null && (
        <span class="line">
          <RecordText text={row.text} />
        </span>
      )}
      {row.key !== null && row.key_version !== null && (
        <Line>
          <NamedLink named={row.key} />, {fund.byKey(row.key_version)}
        </Line>
      )}
      {row.voucher !== null && <Line>{fund.voucher(row.voucher)}</Line>}
      {row.reverses !== null && <Mirrored version={row.reverses} name={fund.reverses} />}
      {row.reversed_by !== null && <Mirrored version={row.reversed_by} name={fund.reversedBy} />}
      <details class="details legs">
        <summary class="details-summary">{fund.accounts}</summary>
        <ul class="details-text">
          {row.legs.map(({ account, amount_oere }, n) => (
            <li key={n}>{fund.toAccount(capital(account), format.amount(amount_oere))}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Mirrored({ version, name }: { version: number; name: (position: number) => string }) {
  const key = `posting/${version}`;
  const position = usePage().own.row<PostingRow>(key).value?.position;
  return position === undefined ? null : (
    <a class="line" href={`#${key}`}>
      {name(position)}
    </a>
  );
}

/**
 * The decision behind it: its own, or that of the allocation or the earmark it moves. An opening entry rests on a paper,
 * and says what the paper does not tell.
 */
function Authority({ row }: { row: PostingRow }) {
  const of = useDecisions(row);
  const made = useMade(row);
  const nothing = of.length === 0 && made === null && !row.closed && row.document === null && row.cited === null;
  return (
    <>
      {of.length > 0 && <Places places={of} />}
      {of.length === 0 && made !== null && <Mirrored version={made} name={fund.restsOn} />}
      {row.closed && <span class="line">{fund.behindClosedDoors}</span>}
      {row.opening && <strong class="line">{fund.openingEntry}</strong>}
      {row.document !== null && (
        <span class="line">
          {fund.paper} <NamedLink named={row.document} />
        </span>
      )}
      {row.cited !== null && (
        <span class="line">
          »<RecordText text={row.cited} />«
        </span>
      )}
      <Gaps gaps={row.gaps} />
      {nothing && (HANDED.has(row.what) ? <ByTheEnd /> : <span class="quiet">{fund.noDecision}</span>)}
    </>
  );
}

const HANDED = new Set(["handed-over", "taken-over"]);

/** What goes from one cluster to another goes by the decision that ends the first. */
function ByTheEnd() {
  const { scope } = usePage().address;
  return <a href={inLanguage(`/${scope}/bo`, language)}>{fund.byTheEnd}</a>;
}

function useDecisions(row: PostingRow): readonly Place[] {
  const { own } = usePage();
  return decisionsOf(own, row);
}

function decisionsOf(own: Store, row: PostingRow): readonly Place[] {
  if (row.decisions.length > 0) return row.decisions;
  const allocation = own.row<AllocationRow>(`allocation/${row.allocation}`).value;
  const earmark = own.row<EarmarkRow>(`earmark/${row.earmark}`).value;
  const mirrored = own.row<PostingRow>(`posting/${row.reverses}`).value;
  const moved = [...(allocation?.decisions ?? earmark?.decisions ?? [])];
  return moved.length > 0 || mirrored === null ? moved : decisionsOf(own, mirrored);
}

/** The version of the posting that made the allocation which this one moves; null where it is itself, or there is none. */
function useMade(row: PostingRow): number | null {
  const all = rowsOf<PostingRow>(usePage().own, "posting");
  if (row.allocation === null) return null;
  const made = all.find((each) => each.row.allocation === row.allocation && MAKING.has(each.row.what))?.row;
  return made === undefined || made.version === row.version ? null : made.version;
}

const MAKING = new Set(["allocated", "opened-with", "taken-over"]);

export function Gaps({ gaps }: { gaps: readonly string[] }) {
  if (gaps.length === 0) return null;
  return (
    <span class="line">
      {fund.gaps} {format.list(gaps)}
    </span>
  );
}
