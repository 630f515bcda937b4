import { ActFailed } from "../forms/ActFailed.tsx";
import { useAct } from "../forms/act.ts";
import type { Act } from "../forms/act.ts";
import { useAround } from "../forms/around.ts";
import { Checks, ChoiceField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { meetingOf } from "../meeting-room/agenda.ts";
import { guestsOf } from "../meeting-room/guests.ts";
import type { Guest } from "../meeting-room/guests.ts";
import type { ItemRow } from "../meeting-room/rows.ts";
import { Fold } from "../parts/Fold.tsx";
import { desk as words } from "../words/desk/words.ts";
import { capital } from "../words/format.ts";
import { words as shared } from "../words/words.ts";
import { bodies, nameOf, persons } from "./choices.ts";
import { useClosed } from "./close.ts";
import { blank, given, unless } from "./commands.ts";
import { useDesk } from "./desk.ts";
import { itemName } from "./meeting.ts";
import { Opener } from "./Opener.tsx";

export const GUEST_FORM = "guest";

/** Who is invited besides those with a seat, to what, and who of them has come. */
export function Guests() {
  const desk = useDesk();
  const act = useAct();
  const { room } = desk;
  const guests = guestsOf(room.meeting);
  const phase = meetingOf(room.meeting).value?.phase;
  const before = phase === "called" || phase === "in-session";
  if (guests.length === 0 && !before) return null;
  return (
    <Fold summary={<span class="fold-name">{words.guests.summary(guests.length)}</span>} openFrom="0px">
      <ActFailed act={act} />
      {guests.length > 0 && (
        <ul class="attendance guests">
          {guests.map((guest) => (
            <Line key={guest.key} guest={guest} act={act} open={phase === "in-session"} />
          ))}
        </ul>
      )}
      {before && <Opener form={GUEST_FORM} name={words.guests.invite} tab="agenda" />}
      {before && desk.open.value === GUEST_FORM && <GuestForm />}
    </Fold>
  );
}

function Line({ guest, act, open }: { guest: Guest; act: Act; open: boolean }) {
  const { room } = useDesk();
  const away = useAround().away.value;
  const { person, item, of_body, attended_at } = guest;
  const number = item === null ? null : (room.meeting.row<ItemRow>(`item/${item}`).value?.number ?? "");
  const to = number === null ? words.guests.whole : capital(shared.guestAt(number));
  const about = [to, of_body?.name, attended_at === null ? undefined : shared.guestCame];
  const came = (): void =>
    void act.give([
      {
        stream: room.address.topic,
        verb: "admit-guest",
        body: given({ person: person.id, item: item ?? undefined }),
        said: words.guests.came(capital(person.name)),
      },
    ]);
  return (
    <li>
      <span>
        {capital(person.name)}
        <span class="quiet line">{about.filter((part) => part !== undefined).join(", ")}</span>
      </span>
      {open && !away && attended_at === null && (
        <button type="button" class="function-link" onClick={came}>
          {words.attendance.come}
          <span class="sr-only"> {capital(person.name)}</span>
        </button>
      )}
    </li>
  );
}

interface GuestValues {
  readonly person: string;
  readonly items: readonly string[];
  readonly body: string;
}

const EMPTY_GUEST: GuestValues = { person: "", items: [], body: "" };

function GuestForm() {
  const desk = useDesk();
  const { room } = desk;
  const stream = room.address.topic;
  const close = useClosed(GUEST_FORM);
  const people = persons(desk);
  const form = useForm<GuestValues>({
    stream,
    field: GUEST_FORM,
    empty: EMPTY_GUEST,
    command: ({ person, items, body }) =>
      unless(blank({ person }, "person", words.lacks.person), {
        stream,
        verb: "invite-guest",
        body: given({ person, items, of_body: body === "" ? undefined : body }),
      }),
    said: ({ person }) => words.guests.invited(nameOf(people, person)),
  });
  const items = room.items.value.flatMap((key) => {
    const row = room.meeting.row<ItemRow>(key).value;
    const label = row === null ? "" : shared.item(row.number, row.title ?? shared.closedItem);
    return row === null || row.state === "withdrawn" ? [] : [{ value: itemName(key), label }];
  });
  return (
    <Frame
      form={form}
      title={words.guests.invite}
      send={words.guests.send}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <ChoiceField {...form.field("person")} label={words.guests.person} choices={people} none={words.guests.choose} />
      <Checks
        id="guest-items"
        legend={words.guests.items}
        choices={items}
        chosen={form.values.items}
        onChange={(chosen) => form.set({ items: chosen })}
      />
      <ChoiceField
        {...form.field("body")}
        label={words.guests.body}
        choices={bodies(room.people)}
        none={words.guests.noBody}
      />
    </Frame>
  );
}
