import type { Named } from "../../clients/ts/messages.ts";
import { RecordText } from "../parts/RecordText.tsx";
import { Colour, isColour } from "../plots/Mark.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import type { Keyed } from "../rows/page.ts";
import { daysIn } from "../rows/days.tsx";
import { Line, NamedLink, PlaceLink } from "../rows/place.tsx";
import { Table } from "../rows/Table.tsx";
import { capital, format } from "../words/format.ts";
import { plan } from "../words/plan/words.ts";
import { said } from "../words/said.ts";
import type { PointRow, StepRow } from "./rows.ts";

/** Everything that has happened to it, the first on top, each with the decision behind it. */
export function Trail() {
  const { own } = usePage();
  const points = rowsOf<PointRow>(own, "point");
  return (
    <>
      <h2>{plan.trail.way}</h2>
      <Table
        name={plan.trail.way}
        rows={rowsOf<StepRow>(own, "step")}
        columns={[
          { head: plan.heads.when, cell: (step) => <When step={step} /> },
          {
            head: plan.heads.what,
            wide: true,
            cell: (step, key) => <What step={step} points={points.filter((point) => point.key.startsWith(`${key}/`))} />,
          },
          {
            head: plan.heads.decision,
            cell: ({ decision }) => (decision === null ? <span class="quiet">{plan.none}</span> : <PlaceLink place={decision} />),
          },
        ]}
      />
    </>
  );
}

function When({ step }: { step: StepRow }) {
  return (
    <>
      {format.day(step.at)}
      <Line>{plan.trail.event(step.position)}</Line>
    </>
  );
}

function What({ step, points }: { step: StepRow; points: readonly Keyed<PointRow>[] }) {
  return (
    <>
      <strong>{plan.trail.steps[step.what] ?? capital(step.what.replaceAll("-", " "))}</strong>
      <Code step={step} />
      {step.before !== null && (
        <span class="line">
          {plan.trail.was} <RecordText text={step.before} />
        </span>
      )}
      {step.text !== null && (
        <span class="line">
          <RecordText text={step.text} />
        </span>
      )}
      <Points points={points} />
      <Around step={step} />
      <Dates step={step} />
      {step.quoted_oere !== null && <Line>{plan.trail.quoted(format.amount(step.quoted_oere))}</Line>}
    </>
  );
}

/** A stored word has its vocabulary by the step that says it. */
const VOCABULARY: Readonly<Record<string, string>> = {
  listed: "phase",
  started: "phase",
  evaluated: "stage",
  "evaluation-expected": "stage",
  narrowed: "aspect",
  widened: "aspect",
  held: "extent",
  "operation-began": "operation-extent",
  ended: "ended",
};

/** Other steps bear a name that only the record reads. */
const NUMBERED = new Set(["ordered", "listed"]);

function Code({ step }: { step: StepRow }) {
  const { code, label, revision, order, met } = step;
  const told = [
    label !== null && NUMBERED.has(step.what) ? plan.trail.number(label) : null,
    revision === null ? null : plan.trail.revision(revision),
    order === null ? null : plan.trail.rung(order),
    met === null ? null : met ? plan.trail.met : plan.trail.notMet,
  ].filter((each) => each !== null);
  return (
    <>
      {code !== null && (
        <span class="line">{isColour(code) ? <Colour colour={code} /> : capital(said(VOCABULARY[step.what] ?? "", code))}</span>
      )}
      {told.length > 0 && <Line>{told.join(", ")}</Line>}
    </>
  );
}

function Points({ points }: { points: readonly Keyed<PointRow>[] }) {
  const kinds = Object.keys(plan.trail.points).filter((kind) => points.some(({ row }) => row.what === kind));
  return (
    <>
      {kinds.map((kind) => (
        <div key={kind}>
          <p class="edges-heading">{plan.trail.points[kind]}</p>
          <ul class="several">
            {points
              .filter(({ row }) => row.what === kind)
              .sort((a, b) => a.row.order - b.row.order)
              .map(({ key, row }) => (
                <li key={key}>
                  <RecordText text={row.text} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </>
  );
}

/** Who and what a step names besides. */
function Around({ step }: { step: StepRow }) {
  const { by_body, to_body, group, person, meeting, plan: of, condition, document, initiative, parties } = step;
  const linked = [by_body, to_body, group, meeting, of, condition, document, initiative, ...parties].filter(
    (named): named is Named => named !== null,
  );
  return (
    <>
      {linked.map((named, n) => (
        <Line key={n}>
          <NamedLink named={named} />
        </Line>
      ))}
      {person !== null && (
        <Line>
          {plan.board.leader}: {person.name}
        </Line>
      )}
    </>
  );
}

function Dates({ step }: { step: StepRow }) {
  const { on, earliest, latest, when_words } = step;
  return (
    <>
      {on !== null && <Line>{plan.trail.from(on)}</Line>}
      {earliest !== null && latest !== null && <Line>{capital(daysIn(earliest, latest))}</Line>}
      {when_words !== null && (
        <Line>
          »<RecordText text={when_words} />«
        </Line>
      )}
    </>
  );
}
