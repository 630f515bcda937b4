import { useSignal } from "@preact/signals";
import { Button } from "../parts/Button.tsx";
import { usePage } from "../rows/page.ts";
import type { Keyed } from "../rows/page.ts";
import { language } from "../words/language.ts";
import { plan } from "../words/plan/words.ts";
import type { InitiativeRow } from "./rows.ts";

/** The report of each plan as a sheet, as of what the page shows. */
export function Reports({ rows }: { rows: readonly Keyed<InitiativeRow>[] }) {
  const plans = new Map(rows.flatMap(({ row }) => (row.plan === null ? [] : [[row.plan.id, row.plan.name]])));
  return (
    <>
      {[...plans].map(([id, name]) => (
        <Report key={id} id={id} name={name} />
      ))}
    </>
  );
}

function Report({ id, name }: { id: string; name: string }) {
  const { address, own } = usePage();
  const failed = useSignal(false);
  const fetchIt = async (): Promise<void> => {
    const query = new URLSearchParams({ at: address.at ?? String(own.position.peek()), lang: language });
    const answer = await fetch(`/v1/${id}/report?${query.toString()}`, { headers: { Accept: "text/csv" } }).catch(() => null);
    failed.value = answer?.ok !== true;
    if (answer?.ok === true) save(await answer.blob(), `${id.split("/")[2]}.csv`);
  };
  return (
    <p class="report">
      <Button onPress={() => void fetchIt()}>{plan.board.asSheet(name)}</Button>
      <span role="status">{failed.value && plan.board.noSheet}</span>
    </p>
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
