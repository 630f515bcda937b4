import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { DayField } from "../forms/DayField.tsx";
import { ChoiceField, LineField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { clusterOf } from "../live/session.ts";
import { Alert } from "../parts/Alert.tsx";
import { Header } from "../parts/Header.tsx";
import { SignOut } from "../parts/SignOut.tsx";
import { deskOf } from "../parts/address.ts";
import { desk as words } from "../words/desk/words.ts";
import { capital } from "../words/format.ts";
import { inLanguage, language } from "../words/language.ts";
import { said } from "../words/said.ts";
import { words as shared } from "../words/words.ts";
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
        {session !== null && shared.signInPage.signedInAs(session.person.name)}
      </Header>
      <main id="main-content" tabIndex={-1}>
        <div class="width call">
          <h1 class="room-heading">{words.call.title}</h1>
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
  if (calling.session.value === undefined) return <p class="quiet late">{words.call.loading}</p>;
  if (calling.bodies.value.length === 0) return <Alert tone="info" heading={words.call.notYours} />;
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
    said: () => words.call.title,
  });
  const call = async (): Promise<void> => {
    const command = callMeeting(form.values, scope, form.name, words.lacks);
    if (!(await form.send()) || "missing" in command) return;
    calling.called.value = { topic: command.stream, startsAt: (command.body as { starts_at: string }).starts_at };
  };
  return (
    <Frame form={form} title={words.call.title} send={words.call.send} onSend={() => void call()} quiet>
      <ChoiceField {...form.field("body")} label={words.call.body} choices={bodies} none={words.call.choose} />
      <ChoiceField {...form.field("form")} label={words.call.form} choices={CHOICES} none={words.call.choose} />
      <LineField {...form.field("place")} label={words.call.place} />
      <LineField {...form.field("link")} label={words.call.link} hint={words.minutes.answerByHint} />
      <DayField {...form.field("day")} label={words.call.day} />
      <LineField {...form.field("from")} label={words.call.from} hint={words.call.clockHint} />
      <LineField {...form.field("to")} label={words.call.to} />
    </Frame>
  );
}

function Called({ topic, startsAt }: { topic: string; startsAt: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} class="summary-of-errors">
      <Alert tone="success" heading={words.call.called(startsAt)}>
        <a href={inLanguage(deskOf(topic), language)}>{words.call.toDesk}</a>
      </Alert>
    </div>
  );
}
