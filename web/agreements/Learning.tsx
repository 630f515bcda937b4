import { RecordText } from "../parts/RecordText.tsx";
import { SaidDay } from "../rows/days.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import { Line, NamedLink } from "../rows/place.tsx";
import { RowSheet } from "../rows/RowSheet.tsx";
import { agreed } from "../words/agreed/words.ts";
import { capital, format } from "../words/format.ts";
import type { AuditRow, FollowUpRow, LearntRow } from "./rows.ts";

const { learning } = agreed;

/** What was learnt of citizens' courses, and what came of it. */
export function Learning() {
  const { title, lead, empty } = learning;
  return (
    <RowSheet title={title} lead={lead} here="laering" empty={empty}>
      <Content />
    </RowSheet>
  );
}

function Content() {
  const { own } = usePage();
  const points = rowsOf<LearntRow>(own, "point").map(({ row }) => row);
  const followed = rowsOf<FollowUpRow>(own, "follow-up").map(({ row }) => row);
  return (
    <>
      {rowsOf<AuditRow>(own, "audit").map(({ key, row }) => (
        <Audit
          key={key}
          row={row}
          points={points.filter(({ audit }) => audit.id === row.audit.id)}
          followed={followed.filter(({ audit }) => audit.id === row.audit.id)}
        />
      ))}
    </>
  );
}

interface AuditProps {
  readonly row: AuditRow;
  readonly points: readonly LearntRow[];
  readonly followed: readonly FollowUpRow[];
}

function Audit({ row, points, followed }: AuditProps) {
  return (
    <section class="body" id={row.audit.id.split("/")[2]} tabIndex={-1}>
      <h2>
        <RecordText text={row.subject === null ? null : capital(row.subject)} />
      </h2>
      <Told row={row} />
      <h3>{learning.points}</h3>
      {points.length === 0 ? (
        <p class="quiet">{learning.noPoints}</p>
      ) : (
        <ul>
          {points.map((each) => (
            <li key={each.position}>
              <RecordText text={each.point} />
              {each.to_body !== null && (
                <Line>
                  {learning.to} <NamedLink named={each.to_body} />
                </Line>
              )}
            </li>
          ))}
        </ul>
      )}
      {followed.length > 0 && (
        <>
          <h3>{learning.followUp}</h3>
          <ul>
            {followed.map((each) => (
              <li key={each.position}>
                <RecordText text={each.text} />
                <Line>{format.day(each.recorded_on)}</Line>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Told({ row }: { row: AuditRow }) {
  return (
    <p>
      <strong>{learning.states[row.state] ?? row.state}</strong>
      {row.courses !== null && `, ${learning.courses(row.courses)}`}
      <span class="line">
        {learning.by} <NamedLink named={row.by_body} />
      </span>
      {row.held !== null && (
        <span class="line">
          {learning.held} <SaidDay said={row.held} />
        </span>
      )}
      {row.held === null && row.expected !== null && (
        <span class="line">
          {learning.expected} <SaidDay said={row.expected} />
        </span>
      )}
      {row.place !== null && (
        <span class="line">
          {learning.place}: <RecordText text={row.place} />
        </span>
      )}
    </p>
  );
}
