import { LineField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import type { ItemRow } from "../meeting-room/rows.ts";
import { desk as words } from "../words/desk/words.ts";
import { useClosed } from "./close.ts";
import { given, words as wordsOf } from "./commands.ts";
import { useDesk } from "./desk.ts";
import { withdrawForm } from "./ItemPane.tsx";
import { itemName } from "./meeting.ts";

/** The item is taken off the agenda. */
export function WithdrawForm({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const { topic } = useDesk().room.address;
  const close = useClosed(withdrawForm(itemKey));
  const form = useForm({
    stream: topic,
    field: withdrawForm(itemKey),
    empty: { reason: "" },
    closed: item.shut,
    command: ({ reason }) => ({
      stream: topic,
      verb: "withdraw-item",
      body: given({ item: itemName(itemKey), reason: wordsOf(reason) }),
    }),
    said: () => words.withdraw.recorded(item.number),
  });
  return (
    <Frame
      form={form}
      title={words.withdraw.title(item.number)}
      send={words.withdraw.send}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <LineField {...form.field("reason")} label={words.withdraw.reason} hint={words.minutes.answerByHint} />
    </Frame>
  );
}
