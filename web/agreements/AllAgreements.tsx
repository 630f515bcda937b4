import { RecordText } from "../parts/RecordText.tsx";
import { SaidDay } from "../rows/days.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import { Line, NamedLink, PlaceLink } from "../rows/place.tsx";
import { agreed } from "../words/agreed/words.ts";
import { format } from "../words/format.ts";
import type { AgreementRow, AgreementStepRow } from "./rows.ts";

const { agreements } = agreed;

/** Each agreement: what it covers, between whom, and how it has changed. */
export function AllAgreements({ party }: { party: string | null }) {
  const { own } = usePage();
  const all = rowsOf<AgreementRow>(own, "agreement");
  const shown = party === null ? all : all.filter(({ row }) => row.parties.some(({ id }) => id === party));
  const steps = rowsOf<AgreementStepRow>(own, "step").map(({ row }) => row);
  return (
    <>
      <h2>{agreements.all(shown.length)}</h2>
      {shown.map(({ key, row }) => (
        <Agreement key={key} row={row} steps={steps.filter(({ agreement }) => agreement.id === row.agreement.id)} />
      ))}
    </>
  );
}

function Agreement({ row, steps }: { row: AgreementRow; steps: readonly AgreementStepRow[] }) {
  return (
    <section class="body" id={row.agreement.id.split("/")[2]} tabIndex={-1}>
      <h3>
        <RecordText text={row.title} />
      </h3>
      {row.scope !== null && (
        <p>
          <RecordText text={row.scope} />
        </p>
      )}
      <p>
        {agreements.between} {format.list(row.parties.map(({ name }) => name))}
        {row.ends_on !== null && <strong class="line">{agreements.ends(row.ends_on)}</strong>}
        {row.replaced_by !== null && (
          <Line>
            {agreements.replacedBy} <RecordText text={row.replaced_by} />
          </Line>
        )}
        {row.history === "incomplete" && <Line>{agreements.incomplete}</Line>}
      </p>
      <Origin row={row} />
      {steps.length > 0 && (
        <details class="details">
          <summary class="details-summary">{agreements.way}</summary>
          <ul class="details-text">
            {[...steps].sort((a, b) => a.version - b.version).map((step) => (
              <li key={step.version}>
                <Step step={step} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Origin({ row }: { row: AgreementRow }) {
  return (
    <p>
      {row.agreed_said !== null && <SaidDay said={row.agreed_said} />}
      {row.owner !== null && (
        <span class="line">
          {agreements.owner} <NamedLink named={row.owner} />
        </span>
      )}
      {row.begun_decision !== null && (
        <span class="line">
          {agreements.begun} <PlaceLink place={row.begun_decision} />
        </span>
      )}
      {row.begun_words !== null && (
        <span class="line">
          {agreements.begun} {row.begun_who !== null && <RecordText text={row.begun_who} />} »<RecordText text={row.begun_words} />«
        </span>
      )}
      {row.document !== null && (
        <span class="line">
          {agreements.paper} <NamedLink named={row.document} />
        </span>
      )}
    </p>
  );
}

function Step({ step }: { step: AgreementStepRow }) {
  return (
    <>
      <strong>{agreements.steps[step.step] ?? step.step}</strong> {step.by !== null && <NamedLink named={step.by} />}
      {step.text !== null && (
        <span class="line">
          <RecordText text={step.text} />
        </span>
      )}
      {step.from_on !== null && <Line>{agreed.from(step.from_on)}</Line>}
      {step.ceases_on !== null && <Line>{agreements.ends(step.ceases_on)}</Line>}
      {step.decision !== null && (
        <span class="line">
          <PlaceLink place={step.decision} />
        </span>
      )}
      {step.who !== null && (
        <Line>
          <RecordText text={step.who} />
        </Line>
      )}
      {step.document !== null && (
        <Line>
          {agreements.paper} <NamedLink named={step.document} />
        </Line>
      )}
    </>
  );
}
