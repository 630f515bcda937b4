import { ActFailed } from "../forms/ActFailed.tsx";
import { useAct } from "../forms/act.ts";
import { useAround } from "../forms/around.ts";
import { agendaOf, meetingOf } from "../meeting-room/agenda.ts";
import { Button } from "../parts/Button.tsx";
import { desk as words } from "../words/desk/words.ts";
import { format } from "../words/format.ts";
import { words as shared } from "../words/words.ts";
import { useDesk } from "./desk.ts";

/** Whether the agenda has been sent, has changed since, and is adopted; and the press that sends it. */
export function AgendaState() {
  const { room } = useDesk();
  const away = useAround().away.value;
  const act = useAct();
  const agenda = agendaOf(room.meeting).value;
  const called = meetingOf(room.meeting).value?.phase === "called";
  if (agenda === null || room.items.value.length === 0) return null;
  if (!called && agenda.sent_at === null && agenda.adopted_at === null) return null;
  const send = (): void =>
    void act.give([{ stream: room.address.topic, verb: "send-agenda", body: {}, said: words.agenda.sentNow }]);
  const sent = agenda.sent_at === null ? words.agenda.notSent : words.agenda.sent(agenda.revision, format.day(agenda.sent_at));
  const changed = agenda.sent_at !== null && agenda.unsent === true;
  return (
    <>
      <ActFailed act={act} />
      <p class="quiet">
        {agenda.adopted_at === null ? sent : words.agenda.adopted(agenda.adopted_at)}
        {called && changed && ` ${words.agenda.changed}`}
      </p>
      {called && agenda.unsent !== false && (
        <div class="button-group">
          <Button not={away ? shared.form.away : null} onPress={send}>
            {agenda.sent_at === null ? words.agenda.send : words.agenda.sendAgain}
          </Button>
        </div>
      )}
    </>
  );
}
