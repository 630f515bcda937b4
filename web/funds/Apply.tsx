import type { ComponentChild } from "preact";
import { DayField } from "../forms/DayField.tsx";
import { Checks, ChoiceField, LineField, TextField } from "../forms/fields.tsx";
import { oereOf } from "../forms/amounts.ts";
import { useForm } from "../forms/form.ts";
import type { Form } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import { dayLookedAt } from "../rows/days.tsx";
import { language } from "../words/language.ts";
import { money } from "../words/money/words.ts";
import { useApplicants } from "./applicants.ts";
import { applyFor, ATTESTABLE, EMPTY_APPLICATION, PURPOSE_CLASSES } from "./apply.ts";
import type { ApplyValues } from "./apply.ts";
import type { FundSummaryRow } from "./rows.ts";

const FIELD = "apply";
const { apply } = money;

/** An application with its plan for evaluation. What is recorded of it stays recorded; the rest can be mended and sent again. */
export function Apply({ fund, onClose }: { fund: string | null; onClose: () => void }) {
  const page = usePage();
  const { scope } = page.address;
  const funds = rowsOf<FundSummaryRow>(page.store(`${scope}/funds`), "fund")
    .filter(({ row }) => row.state === "active")
    .map(({ row }) => ({ value: row.fund.id, label: row.name ?? row.fund.name }));
  const asked = `${scope}/fund/${fund}`;
  const only = funds.length === 1 ? funds[0]?.value : undefined;
  const form = useForm<ApplyValues>({
    stream: scope,
    field: FIELD,
    empty: { ...EMPTY_APPLICATION, fund: funds.some(({ value }) => value === asked) ? asked : (only ?? "") },
    command: (values, name) =>
      applyFor(values, {
        scope,
        name,
        person: page.session.value?.person.id ?? "",
        today: dayLookedAt(null),
        language,
        lacks: apply.lacks,
      }),
    said: () => apply.said,
  });
  if (funds.length === 0) return <p class="empty">{apply.noFunds}</p>;
  return (
    <Frame
      form={form}
      title={apply.title}
      send={apply.send}
      onSend={() => void form.send().then((done) => done && onClose())}
      onClose={onClose}
    >
      {form.done > 0 ? <p class="quiet">{apply.partly}</p> : <Application form={form} funds={funds} />}
      {form.done <= 1 && <Evaluation form={form} />}
      <Checks
        id="apply-attested"
        legend={apply.attest}
        choices={ATTESTABLE.map((value) => ({ value, label: money.criteria[value] ?? value }))}
        chosen={form.values.attested}
        onChange={(attested) => form.set({ attested })}
      />
    </Frame>
  );
}

interface FieldsProps {
  readonly form: Form<ApplyValues>;
}

/** The application itself; once it is recorded there is nothing to mend in it. */
function Application({ form, funds }: FieldsProps & { funds: readonly { value: string; label: string }[] }): ComponentChild {
  const applicants = useApplicants();
  const amount = oereOf(form.values.amount, language);
  const classes = PURPOSE_CLASSES.map((value) => ({ value, label: money.purposeClasses[value] ?? value }));
  return (
    <>
      <ChoiceField {...form.field("fund")} label={apply.fund} choices={funds} none={apply.choose} />
      <ChoiceField
        {...form.field("applicant")}
        label={apply.applicant}
        choices={applicants}
        none={apply.choose}
        {...(applicants.length === 0 ? { hint: apply.nobody } : {})}
      />
      <LineField
        {...form.field("amount")}
        label={apply.amount}
        hint={amount === null ? apply.amountHint : apply.readAs(amount)}
      />
      <TextField {...form.field("purpose")} label={apply.purpose} />
      <ChoiceField {...form.field("purposeClass")} label={apply.purposeClass} choices={classes} none={apply.choose} />
      <DayField {...form.field("from")} label={apply.from} />
      <DayField {...form.field("to")} label={apply.to} />
    </>
  );
}

function Evaluation({ form }: FieldsProps) {
  return (
    <>
      <TextField {...form.field("evaluated")} label={apply.evaluated} />
      <LineField {...form.field("evaluator")} label={apply.evaluator} />
      <DayField {...form.field("due")} label={apply.due} />
    </>
  );
}
