import { useSignal } from "@preact/signals";
import { Checks, ChoiceField, LineField, TextField } from "../forms/fields.tsx";
import type { Form } from "../forms/form.ts";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { meetingOf } from "../meeting-room/agenda.ts";
import type { DecisionRow, ItemRow } from "../meeting-room/rows.ts";
import { Button } from "../parts/Button.tsx";
import { capital } from "../words/format.ts";
import { decision as written } from "../words/decision/words.ts";
import { desk as words } from "../words/desk/words.ts";
import { said, saidOutcome } from "../words/said.ts";
import { bodies, membershipOf } from "./choices.ts";
import { useClosed } from "./close.ts";
import { EMPTY_DECISION, FULL_OUTCOMES, PLAIN_OUTCOMES, decisionCommand, needsBody, needsRemark, nextNumber } from "./decision.ts";
import type { DecisionValues } from "./decision.ts";
import { useDesk } from "./desk.ts";
import { Dissents, newDissent } from "./Dissents.tsx";
import { Effects, newEffect } from "./Effects.tsx";
import { addressees } from "./EffectFields.tsx";
import { OUTSIDE } from "./effect-kind.ts";
import { blamed } from "./effects.ts";
import type { Place } from "./effect-kind.ts";
import type { EffectKind } from "./effects.ts";
import { decisionForm } from "./ItemPane.tsx";
import { itemName, unanswered } from "./meeting.ts";
import { ReadOutLoud } from "./ReadOutLoud.tsx";
import { useTold } from "./told.ts";

const OUTCOMES = [...PLAIN_OUTCOMES, ...FULL_OUTCOMES].map((value) => ({
  value,
  label: capital(saidOutcome(value)),
}));
const STRENGTHS = ["firm", "optional"].map((value) => ({ value, label: capital(said("strength", value)) }));

interface DecisionProps {
  readonly itemKey: string;
  readonly item: ItemRow;
}

/**
 * A new decision. The first press reads out all that would be recorded; the second records it. Where an effect is refused
 * the decision is not lost: it can be recorded without it.
 */
export function DecisionForm({ itemKey, item }: DecisionProps) {
  const { room } = useDesk();
  const field = decisionForm(itemKey);
  const close = useClosed(field);
  const reading = useSignal(false);
  const meeting = room.address.topic;
  const taken = room.meeting
    .under(`${itemKey}/decision/`)
    .value.map((key) => room.meeting.row<DecisionRow>(key).value?.number ?? "");
  const body = meetingOf(room.meeting).value?.body.id ?? "";
  const placeOf = (values: DecisionValues): Place => ({
    meeting,
    body,
    membership: membershipOf(room.people, body),
    decision: values.number.trim() === "" ? nextNumber(item.number, taken) : values.number.trim(),
  });
  const form = useForm<DecisionValues>({
    stream: meeting,
    field,
    empty: EMPTY_DECISION,
    closed: item.shut,
    command: (values) => decisionCommand(values, itemName(itemKey), placeOf(values), words.decisionLacks),
    said: (values) => words.decision.recorded(placeOf(values).decision),
  });
  const record = (instead?: DecisionValues): void => {
    reading.value = false;
    void form.send(instead).then((done) => done && close());
  };
  const place = placeOf(form.values);
  if (reading.value) {
    return (
      <ReadOutLoud
        values={form.values}
        item={item}
        place={place}
        onRecord={() => record()}
        onCorrect={() => (reading.value = false)}
      />
    );
  }
  return (
    <Frame
      form={form}
      title={words.decision.title(item.number)}
      send={words.decision.record}
      onSend={() => (reading.value = form.complete())}
      onClose={close}
      remedy={<Remedy form={form} place={place} onRecord={record} />}
    >
      <Fields form={form} itemKey={itemKey} place={place} />
    </Frame>
  );
}

function Fields({ form, itemKey, place }: { form: Form<DecisionValues>; itemKey: string; place: Place }) {
  const desk = useDesk();
  const { room } = desk;
  const { values } = form;
  const open = unanswered(room.meeting, itemKey);
  const answers = open.map(({ number, text }) => ({
    value: number,
    label: words.decision.recommendation(number, text ?? ""),
  }));
  const others = bodies(room.people).filter(({ value }) => value !== place.body);
  const to = values.outcome === "refers" ? addressees(desk, place.body) : others;
  return (
    <>
      <Checks
        id={`answers-${place.decision}`}
        legend={words.decision.answers}
        choices={answers}
        chosen={values.answers}
        onChange={(chosen) => form.set({ answers: chosen })}
      />
      <ChoiceField {...form.field("outcome")} label={words.decision.outcome} choices={OUTCOMES} none={words.decision.choose} />
      {needsBody(values.outcome) && (
        <ChoiceField {...form.field("toBody")} label={words.decision.toBody} choices={to} none={words.decision.choose} />
      )}
      {values.outcome === "refers" && values.toBody === OUTSIDE && (
        <LineField {...form.field("toOutside")} label={written.effects.fields["outside"] ?? ""} />
      )}
      {values.outcome === "delegates" && (
        <LineField {...form.field("step")} label={words.decision.step} hint={words.decision.stepHint} />
      )}
      {values.outcome === "recommends" && (
        <ChoiceField
          {...form.field("strength")}
          label={words.decision.strength}
          choices={STRENGTHS}
          none={words.decision.choose}
        />
      )}
      {needsRemark(values.outcome) && (
        <TextField {...form.field("remark")} label={words.decision.remark[values.outcome] ?? ""} />
      )}
      <TextField {...form.field("text")} label={words.decision.text} rows={4} />
      <LineField {...form.field("number")} value={values.number || place.decision} label={words.decision.number} />
      <Effects form={form} place={place} />
      <Dissents form={form} />
      <Adding form={form} />
    </>
  );
}

function Adding({ form }: { form: Form<DecisionValues> }) {
  const { effects, dissents } = form.values;
  const add = (kind: EffectKind | ""): void => form.set({ effects: [...effects, newEffect(kind)] });
  return (
    <div class="button-group">
      <Button onPress={() => add("open-condition")}>{words.decision.condition}</Button>
      <Button onPress={() => add("")}>{words.decision.effect}</Button>
      <Button onPress={() => add("refer")}>{words.decision.refer}</Button>
      <Button onPress={() => form.set({ dissents: [...dissents, newDissent()] })}>{words.decision.dissent}</Button>
    </div>
  );
}

interface RemedyProps {
  readonly form: Form<DecisionValues>;
  readonly place: Place;
  readonly onRecord: (values: DecisionValues) => void;
}

/** Of a refusal that came from what follows: which effect it was, and the decision without it. */
function Remedy({ form, place, onRecord }: RemedyProps) {
  const told = useTold(place);
  const outcome = form.outcome.value;
  const code = outcome.kind === "failed" ? (outcome.problem?.code ?? "") : "";
  const { values } = form;
  return (
    <>
      {blamed(values.effects, code).map((effect) => {
        const without = { ...values, effects: values.effects.filter((each) => each !== effect) };
        return (
          <div key={effect.name}>
            <p>{words.decision.refusedEffect(told.effect(effect))}</p>
            <Button onPress={() => onRecord(without)}>{words.decision.without}</Button>
          </div>
        );
      })}
    </>
  );
}
