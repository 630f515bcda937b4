import { RecordText } from "../parts/RecordText.tsx";
import { capital } from "../words/format.ts";
import { lists } from "../words/lists/words.ts";
import { said } from "../words/said.ts";
import { words } from "../words/words.ts";
import { rank } from "../meeting-room/seats.ts";
import { dayLookedAt, inForce, Period } from "../rows/days.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import type { Keyed } from "../rows/page.ts";
import { Line, NamedLink, PlaceLink, Several } from "../rows/place.tsx";
import type { BodyNameRow, BodyRow, BodyRulesRow, BodyTaskRow, ContactRow, Holder, SeatRow } from "./rows.ts";
import { Table } from "../rows/Table.tsx";

const LEVELS = ["political", "strategic", "coordinating", "committee", "group", "regional", "external"];

export function Bodies() {
  const page = usePage();
  const bodies = rowsOf<BodyRow>(page.own, "body");
  const contacts = rowsOf<ContactRow>(page.own, "contact");
  const on = dayLookedAt(page.address.at);
  return (
    <>
      {[...bodies].sort(byLevel).map(({ key, row }) => (
        <Body key={key} bodyKey={key} row={row} on={on} />
      ))}
      {contacts.length > 0 && (
        <section>
          <h2>{lists.contacts}</h2>
          <ul>
            {contacts.map(({ key, row }) => (
              <li key={key}>
                {lists.contactFor(row.party.name)}: {row.person.name}
                <Period from={row.from_on} ceases={row.ceases_on} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function byLevel(a: Keyed<BodyRow>, b: Keyed<BodyRow>): number {
  return LEVELS.indexOf(a.row.level) - LEVELS.indexOf(b.row.level);
}

function Body({ bodyKey, row, on }: { bodyKey: string; row: BodyRow; on: string }) {
  const { own } = usePage();
  const under = <R extends { readonly type: string }>(what: string): readonly Keyed<R>[] =>
    own.under(`${bodyKey}/${what}/`).value.flatMap((key) => {
      const found = own.row<R>(key).value;
      return found === null ? [] : [{ key, row: found }];
    });
  const seats = under<SeatRow>("seat").filter(({ row: seat }) => seat.closed_on === null || on < seat.closed_on);
  const held = seats.filter(({ row: seat }) => holderOf(seat, on) !== null).length;
  return (
    <section id={bodyKey.replace("body/", "")} class="body" tabIndex={-1}>
      <h2>
        <RecordText text={row.body.name} />
      </h2>
      <p class="quiet">
        {capital(said("level", row.level))}. {seats.length > 0 && lists.seats(held, seats.length)}{" "}
        {row.closed_on !== null && lists.closedBody(row.closed_on)}
      </p>
      <Facts row={row} names={under<BodyNameRow>("name")} tasks={under<BodyTaskRow>("task")} />
      <Rules rows={under<BodyRulesRow>("rules").map((each) => each.row)} on={on} />
      {seats.length === 0 ? <p class="empty">{lists.noSeats}</p> : <Seats name={row.body.name} seats={seats} on={on} />}
    </section>
  );
}

interface FactsProps {
  readonly row: BodyRow;
  readonly names: readonly Keyed<BodyNameRow>[];
  readonly tasks: readonly Keyed<BodyTaskRow>[];
}

function Facts({ row, names, tasks }: FactsProps) {
  return (
    <ul class="facts">
      {row.parent !== null && (
        <li>
          {lists.partOf}: <NamedLink named={row.parent} />
        </li>
      )}
      {names.map(({ key, row: name }) => (
        <li key={key}>
          {lists.alsoCalled}: <RecordText text={name.name} />
          <Period from={name.from_on} ceases={name.ceases_on} />
        </li>
      ))}
      {row.cadence !== null && (
        <li>
          {lists.cadence}: <RecordText text={row.cadence} />
        </li>
      )}
      {tasks.map(({ key, row: task }) => (
        <li key={key}>
          <RecordText text={task.task} /> {task.decision !== null && <PlaceLink place={task.decision} />}
        </li>
      ))}
    </ul>
  );
}

/** How the body decides on the day looked at. Where no paper says, nothing stands. */
function Rules({ rows, on }: { rows: readonly BodyRulesRow[]; on: string }) {
  const begun = rows.filter((each) => each.from_on <= on).sort((a, b) => a.from_on.localeCompare(b.from_on));
  const rules = begun.at(-1);
  if (rules === undefined) return null;
  const told = [
    rules.decision_rule === "none-stated" ? null : capital(said("decision-rule", rules.decision_rule)),
    rules.quorum === "at-least" && rules.at_least !== null ? lists.quorum(rules.at_least) : null,
    rules.quorum === "each-party-kind" ? lists.eachPartyKind : null,
    rules.chairs_sign > 0 ? lists.chairsSign(rules.chairs_sign) : null,
    rules.agenda_days === null ? null : lists.agendaDays(rules.agenda_days),
  ].filter((each) => each !== null);
  return told.length === 0 ? null : <p>{told.join(". ")}.</p>;
}

function Seats({ name, seats, on }: { name: string; seats: readonly Keyed<SeatRow>[]; on: string }) {
  return (
    <Table
      name={name}
      rows={[...seats].sort((a, b) => seatRank(a.row, on) - seatRank(b.row, on))}
      columns={[
        { head: lists.heads.seat, cell: (row) => <Right row={row} /> },
        { head: lists.heads.holder, cell: (row) => <HeldBy row={row} on={on} /> },
        { head: lists.heads.substitutes, cell: (row) => <Substitutes row={row} on={on} /> },
      ]}
    />
  );
}

function seatRank(row: SeatRow, on: string): number {
  const holder = holderOf(row, on);
  const chairs = holder !== null && inForce(holder.chairs_from_on, holder.chairs_until, on) ? holder.chairs_for : null;
  return rank(row.voice, chairs);
}

function Right({ row }: { row: SeatRow }) {
  return (
    <>
      <RecordText text={row.party?.name ?? (row.patients ? lists.patients : (row.role ?? row.cluster?.name ?? null))} />
      <Line>
        {capital(words.roles[row.voice] ?? said("voice", row.voice))}
        {row.closed_on !== null && `. ${lists.closedSeat(row.closed_on)}`}
      </Line>
    </>
  );
}

function holderOf(row: SeatRow, on: string): Holder | null {
  return row.holders.find((each) => !each.left && inForce(each.from_on, each.ceases_on, on)) ?? null;
}

function HeldBy({ row, on }: { row: SeatRow; on: string }) {
  const holder = holderOf(row, on);
  const others = row.holders.filter((each) => each !== holder);
  return (
    <>
      {holder === null ? <Vacant row={row} /> : <HolderLine holder={holder} on={on} />}
      {others.length > 0 && (
        <details class="details">
          <summary class="details-summary">{lists.earlier(others.length)}</summary>
          <ul class="several">
            {others.map((each, index) => (
              <li key={index}>
                <HolderLine holder={each} on={on} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Vacant({ row }: { row: SeatRow }) {
  return (
    <>
      <strong>{lists.vacant}</strong>
      {row.vacant_because !== null && <Line>{capital(said("cause", row.vacant_because))}</Line>}
    </>
  );
}

function HolderLine({ holder, on }: { holder: Holder; on: string }) {
  const chairs = holder.chairs_for !== null && inForce(holder.chairs_from_on, holder.chairs_until, on);
  return (
    <>
      {holder.person.name}
      {chairs && <span class="line">{lists.chairOf(holder.chairs_for ?? "")}</span>}
      <Period from={holder.from_on} ceases={holder.ceases_on} />
      {(holder.left || holder.ceases_on !== null) && holder.cause !== null && (
        <Line>{capital(said("cause", holder.cause))}</Line>
      )}
    </>
  );
}

function Substitutes({ row, on }: { row: SeatRow; on: string }) {
  const standing = row.substitutes.filter(({ from_on, ceases_on }) => inForce(from_on, ceases_on, on));
  return (
    <Several>
      {standing.map((each) => (
        <>
          {each.person.name} {each.after !== null && <span class="quiet">{lists.after(each.after.name)}</span>}
          <Period from={each.from_on} ceases={each.ceases_on} />
        </>
      ))}
    </Several>
  );
}
