import { RecordText } from "../parts/RecordText.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import { Line, NamedLink, Places } from "../rows/place.tsx";
import { Table } from "../rows/Table.tsx";
import { capital, format } from "../words/format.ts";
import { money } from "../words/money/words.ts";
import { said } from "../words/said.ts";
import type { AssertionRow, CeilingRow, CriterionRow, FundRow, OfficerRow, RegistrationRow } from "./rows.ts";

const { fund, heads } = money;

/** What an application must meet, who registers and confirms, what waits for the other of the two. */
export function Rules() {
  return (
    <>
      <Registrations />
      <Criteria />
      <Officers />
      <Assertions />
    </>
  );
}

function Registrations() {
  const { own, session } = usePage();
  const me = session.value?.person.id;
  const rows = rowsOf<RegistrationRow>(own, "registration").filter(({ row }) => row.state === "waiting");
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{fund.registrations(rows.length)}</h2>
      <Table
        name={fund.registrations(rows.length)}
        rows={rows}
        columns={[
          { head: heads.what, wide: true, cell: ({ wish }) => fund.wishes[wish] ?? wish },
          { head: heads.amount, amount: true, cell: ({ amount_oere }) => (amount_oere === null ? money.none : format.amount(amount_oere)) },
          {
            head: heads.registeredBy,
            cell: ({ registered_by }) => (
              <>
                {registered_by.name}
                <Line>{registered_by.id === me ? fund.otherThanYou : fund.secondPerson}</Line>
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function Criteria() {
  const { own } = usePage();
  const criteria = [...rowsOf<CriterionRow>(own, "criterion")].sort((a, b) => a.row.order - b.row.order);
  const ceilings = rowsOf<CeilingRow>(own, "ceiling");
  if (criteria.length + ceilings.length === 0) return null;
  const decisions = [...criteria, ...ceilings].flatMap(({ row }) => row.decisions);
  const once = [...new Map(decisions.map((place) => [JSON.stringify(place), place])).values()];
  return (
    <>
      <h2>{fund.rules}</h2>
      <ul>
        {criteria.map(({ key, row }) => (
          <li key={key}>{row.year === null ? (money.criteria[row.criterion] ?? row.criterion) : fund.inYear(row.year)}</li>
        ))}
        {ceilings.map(({ key, row }) => (
          <li key={key}>
            {fund.ceiling(row.applicants, row.ceiling_oere, row.firmness === "about")}
            {row.words !== null && (
              <Line>
                »<RecordText text={row.words} />«
              </Line>
            )}
          </li>
        ))}
      </ul>
      {once.length > 0 && (
        <div>
          {fund.decidedBy}{" "}
          <Places places={once} />
        </div>
      )}
    </>
  );
}

function Officers() {
  const { own } = usePage();
  const rows = rowsOf<OfficerRow>(own, "officer");
  const row = own.row<FundRow>("fund").value;
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{fund.officers}</h2>
      <ul>
        {rows.map(({ key, row: { person, office, from_on } }) => (
          <li key={key}>
            {person.name}: {said("office", office)}
            {from_on !== null && <Line>{money.from(from_on)}</Line>}
          </li>
        ))}
      </ul>
      <p>{row?.threshold_oere == null ? fund.alwaysTwo : fund.threshold(row.threshold_oere)}</p>
    </>
  );
}

function Assertions() {
  const rows = rowsOf<AssertionRow>(usePage().own, "assertion");
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{fund.assertions}</h2>
      <Table
        name={fund.assertions}
        rows={rows}
        columns={[
          { head: heads.account, wide: true, cell: ({ account }) => capital(account) },
          { head: heads.day, cell: ({ as_of_on }) => format.day(as_of_on) },
          { head: heads.amount, amount: true, cell: ({ amount_oere }) => format.amount(amount_oere) },
          {
            head: heads.difference,
            cell: ({ difference_oere }) =>
              difference_oere === 0 ? fund.agrees : <strong>{fund.differs(difference_oere)}</strong>,
          },
          { head: heads.paper, cell: ({ document }) => (document === null ? money.none : <NamedLink named={document} />) },
        ]}
      />
    </>
  );
}
