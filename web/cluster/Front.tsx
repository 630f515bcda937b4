import type { ComponentChildren } from "preact";
import type { Named } from "../../clients/ts/messages.ts";
import { InitiativeLink, nameOf } from "../board/InitiativeLink.tsx";
import { WhoAndWhy } from "../board/MustAct.tsx";
import { Figure } from "../funds/Figure.tsx";
import type { ActionRow } from "../lists/rows.ts";
import { Alert } from "../parts/Alert.tsx";
import { RecordText } from "../parts/RecordText.tsx";
import { Colour } from "../plots/Mark.tsx";
import { dayLookedAt } from "../rows/days.tsx";
import { useMe } from "../rows/me.ts";
import { rowsOf, usePage } from "../rows/page.ts";
import type { Keyed } from "../rows/page.ts";
import { Line, NamedLink } from "../rows/place.tsx";
import { RowSheet } from "../rows/RowSheet.tsx";
import { Table } from "../rows/Table.tsx";
import { capital, format } from "../words/format.ts";
import { inLanguage, language } from "../words/language.ts";
import { lists } from "../words/lists/words.ts";
import { plan } from "../words/plan/words.ts";
import { said } from "../words/said.ts";
import type { BodyRow, ComingRow, EndRow, MoneyRow, OpenConditionRow, StandingRow, VacancyRow } from "./rows.ts";

const { front } = plan;

/** What is going on in a cluster: what the reader owes, what comes, what is red or yellow, what waits, what is free. */
export function Front() {
  const { title, lead, empty } = front;
  return (
    <RowSheet title={title} heading="cluster" lead={lead} here="" empty={empty}>
      <End />
      <div class="front">
        <Yours />
        <Coming />
        <Money />
        <RedAndYellow />
        <Conditions />
        <Vacancies />
        <Bodies />
      </div>
    </RowSheet>
  );
}

/** A cluster that ends, or has: what stands below is what is left of it. */
function End() {
  return rowsOf<EndRow>(usePage().own, "end").map(({ key, row }) => (
    <Alert key={key} tone="info" heading={row.dissolved ? front.ceased(row.ceases_on) : front.ceases(row.ceases_on)}>
      <p>{front.goesOn(row.successors.map(({ name }) => name))}</p>
    </Alert>
  ));
}

interface SectionProps {
  readonly heading: string;
  /** Takes the whole width. */
  readonly wide?: boolean;
  readonly more?: { readonly to: string; readonly name: string };
  readonly children: ComponentChildren;
}

function Section({ heading, wide = false, more, children }: SectionProps) {
  const { scope } = usePage().address;
  return (
    <section class={wide ? "front-wide" : undefined}>
      <h2>{heading}</h2>
      {children}
      {more !== undefined && (
        <p>
          <a href={inLanguage(`/${scope}/${more.to}`, language)}>{more.name}</a>
        </p>
      )}
    </section>
  );
}

function Yours() {
  const page = usePage();
  const me = useMe();
  const actions = rowsOf<ActionRow>(page.store(`${page.address.scope}/actions`), "action").map(({ row }) => row);
  const owed = actions.filter(({ debtor, state }) => debtor !== null && me.has(debtor.id) && OWED.has(state));
  const late = owed.filter(({ state }) => state === "late").length;
  return (
    <Section heading={front.yours} more={{ to: "opgaver?mine", name: front.toOwn }}>
      <p>{owed.length === 0 ? front.oweNothing : front.owe(owed.length, late)}</p>
    </Section>
  );
}

const OWED = new Set(["owed", "late"]);

function Coming() {
  const rows = rowsOf<ComingRow>(usePage().own, "meeting").map(({ row }) => row);
  return (
    <Section heading={front.meetings}>
      {rows.length === 0 ? (
        <p class="empty">{front.noMeetings}</p>
      ) : (
        <ul class="several">
          {rows
            .sort((a, b) => a.starts_at.localeCompare(b.starts_at))
            .map((row) => (
              <li key={row.meeting.id}>
                <NamedLink named={row.meeting} />
                <Line>{`${format.day(row.starts_at)} ${format.span(row.starts_at, row.ends_at)}`}</Line>
                {row.phase === "in-session" && <strong class="line">{front.now}</strong>}
                {row.phase === "called" && row.agenda !== null && <Line>{front.agendaSent}</Line>}
              </li>
            ))}
        </ul>
      )}
    </Section>
  );
}

function Money() {
  const rows = rowsOf<MoneyRow>(usePage().own, "money");
  return (
    <Section heading={front.money}>
      {rows.length === 0 && <p class="empty">{front.noMoney}</p>}
      {rows.map(({ key, row }) => (
        <div key={key}>
          <NamedLink named={{ id: row.fund.id, name: row.name ?? row.fund.name }} />
          <dl class="figures">
            <Figure name={front.free} oere={row.free_oere} />
            <Figure name={front.conditional} oere={row.conditional_oere} />
            <Figure name={front.allocated} oere={row.allocated_oere} />
          </dl>
          {row.opening && <Line>{front.opening}</Line>}
        </div>
      ))}
    </Section>
  );
}

/** Red before yellow, and of these first what has no remedy and has been so longest. */
function RedAndYellow() {
  const all = rowsOf<StandingRow>(usePage().own, "initiative");
  const shown = all.filter(({ row }) => row.colour === "red" || row.colour === "yellow").sort(byUrgency);
  return (
    <Section heading={front.redAndYellow(shown.length, all.length)} wide more={{ to: "handleplan", name: front.toBoard }}>
      {shown.length === 0 ? (
        <p class="empty">{front.allGreen}</p>
      ) : (
        <Table
          name={front.redAndYellow(shown.length, all.length)}
          rows={shown}
          columns={[
            { head: plan.heads.initiative, wide: true, cell: (row) => <InitiativeLink row={row} /> },
            {
              head: plan.heads.now,
              cell: (row) => (
                <>
                  <Colour colour={row.colour} />
                  {row.colour_since !== null && <Line>{plan.since(row.colour_since)}</Line>}
                </>
              ),
            },
            {
              head: plan.heads.liesWith,
              cell: (row) => <WhoAndWhy all={row.lies_with} />,
            },
          ]}
        />
      )}
    </Section>
  );
}

function byUrgency(a: Keyed<StandingRow>, b: Keyed<StandingRow>): number {
  const weight = ({ row }: Keyed<StandingRow>): number => (row.remedied ? 2 : 0) + (row.colour === "red" ? 0 : 1);
  const since = ({ row }: Keyed<StandingRow>): string => row.colour_since ?? "";
  return weight(a) - weight(b) || since(a).localeCompare(since(b)) || nameOf(a.row).localeCompare(nameOf(b.row), "da");
}

function Conditions() {
  const rows = rowsOf<OpenConditionRow>(usePage().own, "condition").map(({ row }) => row);
  const due = ({ answer_by }: OpenConditionRow): string => answer_by ?? "9999";
  return (
    <Section heading={front.conditions(rows.length)}>
      {rows.length === 0 ? (
        <p class="empty">{front.noConditions}</p>
      ) : (
        <ul class="several">
          {rows
            .sort((a, b) => due(a).localeCompare(due(b)))
            .map((row) => (
              <li key={row.condition.id}>
                <NamedLink named={{ id: row.condition.id, name: row.words ?? row.condition.name }} />
                <Line>
                  {[row.blocks.length > 0 ? front.holds(row.blocks.length) : null, row.answer_by === null ? null : plan.by(row.answer_by)]
                    .filter((each) => each !== null)
                    .join(", ")}
                </Line>
                {row.late && <strong class="line">{front.late}</strong>}
              </li>
            ))}
        </ul>
      )}
    </Section>
  );
}

function Vacancies() {
  const rows = rowsOf<VacancyRow>(usePage().own, "vacancy");
  return (
    <Section heading={front.vacancies(rows.length)}>
      {rows.length === 0 ? (
        <p class="empty">{front.noVacancies}</p>
      ) : (
        <ul class="several">
          {byBody(rows.map(({ row }) => row)).map(([body, seats]) => (
            <li key={body.id}>
              <NamedLink named={body} />
              {seats.map((row) => (
                <span class="line" key={row.seat}>
                  <Whose row={row} />
                  <Since row={row} />
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The vacant seats of each body together. */
function byBody(rows: readonly VacancyRow[]): readonly [Named, readonly VacancyRow[]][] {
  const bodies = new Map(rows.map(({ body }) => [body.id, body]));
  return [...bodies.values()].map((body) => [body, rows.filter((row) => row.body.id === body.id)]);
}

/** Why it is vacant, and since when, as far as is told. */
function Since({ row }: { row: VacancyRow }) {
  const told = [
    row.because === null ? null : said("cause", row.because),
    row.since === null ? null : plan.since(row.since),
  ].filter((each) => each !== null);
  return told.length === 0 ? null : <span class="quiet"> ({told.join(" ")})</span>;
}

function Whose({ row }: { row: VacancyRow }) {
  if (row.role !== null) return <RecordText text={capital(row.role)} />;
  return <>{row.party?.name ?? (row.patients ? lists.patientSeat : front.aSeat)}</>;
}

function Bodies() {
  const page = usePage();
  const on = dayLookedAt(page.address.at);
  const rows = rowsOf<BodyRow>(page.own, "body").filter(({ row }) => row.ceases_on === null || on < row.ceases_on);
  return (
    <Section heading={front.bodies(rows.length)}>
      <ul class="several">
        {rows.map(({ key, row }) => (
          <li key={key}>
            <NamedLink named={row.body} />
            {row.ceases_on !== null && <Line>{lists.until(row.ceases_on)}</Line>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
