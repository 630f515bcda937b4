import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { DayField } from "../forms/DayField.tsx";
import { Checks, ChoiceField, LineField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { clusterOf } from "../live/session.ts";
import { Alert } from "../parts/Alert.tsx";
import { Header } from "../parts/Header.tsx";
import { SignOut } from "../parts/SignOut.tsx";
import { deskOf } from "../parts/address.ts";
import { call as words } from "../words/call/words.ts";
import { capital } from "../words/format.ts";
import { inLanguage, language } from "../words/language.ts";
import { said } from "../words/said.ts";
import { words as shared } from "../words/words.ts";
import { useSeats } from "./body-seats.ts";
import { EMPTY_CALL, FORMS, callMeeting } from "./call.ts";
import type { Calling } from "./calling.ts";

const FORM = "call";
const CHOICES = FORMS.map((value) => ({ value, label: capital(said("form", value)) }));

export function CallPage({ calling }: { calling: Calling }) {
  const leaving = useSignal(false);
  const session = calling.session.value ?? null;
  return (
    <>
      <Header
        cluster={clusterOf(session, calling.scope)}
        scope={calling.scope}
        onSignOut={session === null ? undefined : () => (leaving.value = true)}
      >
        {session !== null && shared.signedInAs(session.person.name)}
      </Header>
      <main id="main-content" tabIndex={-1}>
        <div class="width call">
          <h1 class="room-heading">{words.title}</h1>
          <Body calling={calling} />
        </div>
      </main>
      <SignOut leaving={leaving} drafts={calling.drafts.value} />
    </>
  );
}

function Body({ calling }: { calling: Calling }) {
  if (calling.failed.value) {
    return (
      <Alert tone="error" heading={shared.failed("")}>
        <a href={location.href}>{shared.again}</a>
      </Alert>
    );
  }
  if (calling.session.value === undefined) return <p class="quiet late">{words.loading}</p>;
  if (calling.bodies.value.length === 0) return <Alert tone="info" heading={words.notYours} />;
  return calling.called.value === null ? <CallForm calling={calling} /> : <Called {...calling.called.value} />;
}

function CallForm({ calling }: { calling: Calling }) {
  const bodies = calling.bodies.value.map(({ id, name }) => ({ value: id, label: capital(name) }));
  const { scope } = calling;
  const form = useForm({
    stream: scope,
    field: FORM,
    empty: { ...EMPTY_CALL, body: bodies.length === 1 ? (bodies[0]?.value ?? "") : "" },
    command: (values, name) => callMeeting(values, scope, name, words.lacks),
    said: () => words.title,
  });
  const seats = useSeats(scope, form.values.body);
  const call = async (): Promise<void> => {
    const command = callMeeting(form.values, scope, form.name, words.lacks);
    if (!(await form.send()) || "missing" in command) return;
    calling.called.value = { topic: command.stream, startsAt: (command.body as { starts_at: string }).starts_at };
  };
  return (
    <Frame form={form} title={words.title} send={words.send} onSend={() => void call()} quiet>
      <ChoiceField
        {...form.field("body")}
        label={words.body}
        choices={bodies}
        none={words.choose}
        // Its seats are others.
        onValue={(body) => form.set({ body, summoned: [] })}
      />
      <Checks
        id="summoned"
        legend={words.summoned}
        choices={seats}
        chosen={form.values.summoned}
        onChange={(summoned) => form.set({ summoned })}
      />
      <ChoiceField {...form.field("form")} label={words.form} choices={CHOICES} none={words.choose} />
      <LineField {...form.field("place")} label={words.place} />
      <LineField {...form.field("link")} label={words.link} hint={words.mayBeEmpty} />
      <DayField {...form.field("day")} label={words.day} />
      <LineField {...form.field("from")} label={words.from} hint={words.clockHint} />
      <LineField {...form.field("to")} label={words.to} />
    </Frame>
  );
}

function Called({ topic, startsAt }: { topic: string; startsAt: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} class="summary-of-errors">
      <Alert tone="success" heading={words.called(startsAt)}>
        <a href={inLanguage(deskOf(topic), language)}>{words.toDesk}</a>
      </Alert>
    </div>
  );
}
