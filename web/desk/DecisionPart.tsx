import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ItemRow } from "../meeting-room/rows.ts";
import type { DecisionForm } from "./DecisionForm.tsx";

const form = signal<typeof DecisionForm | null>(null);

/** The form of a decision is the largest there is. It comes once the desk stands, before anybody asks for it. */
export async function fetchDecisionForm(): Promise<void> {
  if (form.peek() === null) form.value = (await import("./DecisionForm.tsx")).DecisionForm;
}

interface PartProps {
  readonly itemKey: string;
  readonly item: ItemRow;
}

/** The form of a decision, where it has come; else it is fetched once more. */
export function DecisionPart(props: PartProps) {
  useEffect(() => void fetchDecisionForm().catch(() => undefined), []);
  const Form = form.value;
  return Form === null ? null : <Form {...props} />;
}
