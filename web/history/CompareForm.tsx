import { useSignal } from "@preact/signals";
import { ChoiceField, LineField } from "../forms/fields.tsx";
import type { Field } from "../forms/form.ts";
import { Button } from "../parts/Button.tsx";
import { rowsOf } from "../rows/page.ts";
import type { MeetingRow } from "../rows/rows.ts";
import { history } from "../words/history/words.ts";
import { changed, isMoment } from "./address.ts";
import { useHistory } from "./history-page.ts";
import { pagesOf } from "./pages.ts";

const words = history.compare;

/** Which two moments, and of what. What is chosen stands in the address, so that a link shows the same. */
export function CompareForm() {
  const { asked } = useHistory().address;
  const values = useSignal({ from: asked.from ?? asked.at ?? "", to: asked.to ?? "", topic: asked.topic ?? "" });
  const errors = useSignal<Readonly<Record<string, string>>>({});
  const field = (name: "from" | "to" | "topic"): Field => ({
    id: `compare-${name}`,
    value: values.value[name],
    error: errors.value[name] ?? null,
    onValue: (value) => (values.value = { ...values.value, [name]: value }),
  });
  const show = (event: Event): void => {
    event.preventDefault();
    const { from, to, topic } = values.value;
    errors.value = {
      ...(isMoment(from.trim()) ? {} : { from: words.noMoment }),
      ...(to.trim() === "" || isMoment(to.trim()) ? {} : { to: words.noMoment }),
      ...(topic === "" ? { topic: words.noTopic } : {}),
    };
    if (Object.keys(errors.value).length === 0) {
      location.assign(changed(location, { from: from.trim(), to: to.trim(), topic, at: null }));
    }
  };
  return (
    <form class="form chooser" aria-label={words.heading} onSubmit={show} noValidate>
      <LineField {...field("from")} label={words.from} hint={words.hint} />
      <LineField {...field("to")} label={words.to} hint={words.toHint} />
      <ChoiceField {...field("topic")} label={words.topic} choices={useTopics()} none={words.choose} />
      <Button kind="primary" type="submit">
        {words.show}
      </Button>
    </form>
  );
}

/** The pages of the cluster, its meetings, and what the address names beside them. */
function useTopics() {
  const { address, meetings } = useHistory();
  const { topic } = address.asked;
  const pages = pagesOf(address.scope).map((page) => ({ value: page.topic, label: page.name }));
  const held = rowsOf<MeetingRow>(meetings, "meeting").map(({ row }) => ({ value: row.meeting.id, label: row.meeting.name }));
  const known = [...pages, ...held];
  if (topic === null || known.some(({ value }) => value === topic)) return known;
  const kind = history.kinds[topic.split("/")[1] ?? ""];
  return [...known, { value: topic, label: kind === undefined ? topic : `${kind}: ${topic.split("/")[2] ?? ""}` }];
}
