import { ChoiceField, TextField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import type { Missing, Ready } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { words } from "../words/words.ts";
import { useRoom } from "./in-room.ts";
import { itemChoices } from "./item-choices.ts";

const FORM = "comment";

interface CommentValues {
  readonly item: string;
  readonly text: string;
}

export function commentCommand({ item, text }: CommentValues, stream: string, name: string): Ready | Missing {
  const missing = {
    ...(item === "" ? { item: words.minutes.chooseItem } : {}),
    ...(text.trim() === "" ? { text: words.minutes.writeComment } : {}),
  };
  if (Object.keys(missing).length > 0) return { missing };
  return { stream, verb: "comment", body: { item, comment: `c-${name}`, text: text.trim() } };
}

/** What somebody who attended has to say of the minutes of an item. */
export function CommentForm({ onClose }: { onClose: () => void }) {
  const room = useRoom();
  const { topic } = room.minutes;
  const form = useForm<CommentValues>({
    stream: topic,
    field: FORM,
    empty: { item: "", text: "" },
    command: (values, name) => commentCommand(values, topic, name),
    said: () => words.minutes.commented,
  });
  return (
    <Frame
      form={form}
      title={words.minutes.comment}
      send={words.minutes.sendComment}
      onSend={() => void form.send().then((done) => done && onClose())}
      onClose={onClose}
    >
      <ChoiceField {...form.field("item")} label={words.minutes.item} choices={itemChoices(room)} none={words.minutes.choose} />
      <TextField {...form.field("text")} label={words.minutes.commentText} hint={words.minutes.commentHint} />
    </Frame>
  );
}
