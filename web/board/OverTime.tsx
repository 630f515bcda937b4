import { ColourStrip } from "../plots/ColourStrip.tsx";
import type { Occasion } from "../plots/ColourStrip.tsx";
import { Colour, isColour } from "../plots/Mark.tsx";
import type { Keyed } from "../rows/page.ts";
import { figures } from "../words/figures.ts";
import { plan } from "../words/plan/words.ts";
import { InitiativeLink, nameOf } from "./InitiativeLink.tsx";
import { byNumber, coloursAt, meetingsOf } from "./over-time.ts";
import type { ColourRow, InitiativeRow } from "./rows.ts";

interface OverTimeProps {
  readonly rows: readonly Keyed<InitiativeRow>[];
  readonly reports: readonly ColourRow[];
}

interface Course {
  readonly row: InitiativeRow;
  readonly occasions: readonly Occasion[];
}

/** Small drawings of the same meetings, one for each initiative; and a table with the same. */
export function OverTime({ rows, reports }: OverTimeProps) {
  const meetings = meetingsOf(reports);
  const courses: readonly Course[] = [...rows].sort(byNumber).flatMap(({ row }) => {
    const own = reports.filter(({ initiative }) => initiative.id === row.initiative.id);
    return own.length === 0 ? [] : [{ row, occasions: coloursAt(meetings, own) }];
  });
  return (
    <>
      <h2>{plan.board.overTime}</h2>
      {courses.length === 0 ? (
        <p class="empty">{plan.board.noReports}</p>
      ) : (
        <>
          <p>{plan.board.overTimeLead}</p>
          <ul class="small-plots">
            {courses.map(({ row, occasions }) => (
              <li key={row.initiative.id}>
                <p class="plot-name">
                  <InitiativeLink row={row} />
                </p>
                <ColourStrip occasions={occasions} name={toldOf(nameOf(row), occasions)} />
              </li>
            ))}
          </ul>
          <details class="details">
            <summary class="details-summary">{plan.board.asTable}</summary>
            <Matrix days={meetings.map(({ day }) => day)} courses={courses} />
          </details>
        </>
      )}
    </>
  );
}

/** What a drawing shows, for those who do not see it. */
export function toldOf(name: string, occasions: readonly Occasion[]): string {
  const { strip, reported, notReported } = plan.board;
  const told = occasions.map(({ day, colour }) =>
    colour !== null && isColour(colour) ? reported(plan.colours[colour], day) : notReported(day),
  );
  return strip(name, told);
}

/** Wider than a small screen with many meetings: it is moved sideways within itself. */
function Matrix({ days, courses }: { days: readonly string[]; courses: readonly Course[] }) {
  return (
    <div class="wide-table" role="region" aria-label={plan.board.asTable} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{plan.heads.initiative}</th>
            {days.map((day, n) => (
              <th key={n} scope="col">
                {figures.shortDay(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {courses.map(({ row, occasions }) => (
            <tr key={row.initiative.id}>
              <th scope="row">{nameOf(row)}</th>
              {occasions.map(({ colour }, n) => (
                <td key={n}>
                  <Colour colour={colour} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
