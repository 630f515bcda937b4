import { Button } from "../parts/Button.tsx";
import { desk as words } from "../words/desk/words.ts";
import { useRoom } from "../meeting-room/in-room.ts";
import { useDesk } from "./desk.ts";
import type { Tab } from "./desk.ts";

interface OpenerProps {
  /** Of the form it opens: its draft lies in the same field. */
  readonly form: string;
  readonly name: string;
  readonly tab?: Tab;
  /** About what, where several of the name stand on the page; heard and not seen. */
  readonly of?: string;
  readonly not?: string | null;
  /** Only where something is begun: there is nothing more to begin. */
  readonly past?: boolean;
  /** The stream of the draft, where it is not the meeting. */
  readonly stream?: string;
}

/** Opens a form, or closes it with its text kept. Says where a draft is waiting. */
export function Opener({ form, name, of, tab = "item", not = null, past = false, stream }: OpenerProps) {
  const desk = useDesk();
  const room = useRoom();
  const open = desk.open.value === form;
  const begun = (room.drafts.value?.of(stream ?? room.address.topic, form).value ?? null) !== null;
  if (past && !begun && !open) return null;
  return (
    <Button
      opens={form}
      expanded={open}
      not={open || begun ? null : not}
      onPress={() => (open ? (desk.open.value = null) : desk.write(form, tab))}
    >
      {name}
      {of !== undefined && <span class="sr-only"> {of}</span>}
      {begun && !open && ` (${words.item.draft})`}
    </Button>
  );
}
