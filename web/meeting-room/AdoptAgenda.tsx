import { useAct } from "../forms/act.ts";
import { ActFailed } from "../forms/ActFailed.tsx";
import { useAround } from "../forms/around.ts";
import { Button } from "../parts/Button.tsx";
import { words } from "../words/words.ts";
import { agendaOf, meetingOf } from "./agenda.ts";
import { useRoom } from "./in-room.ts";

/** A chair puts on record that the meeting has adopted its agenda. */
export function AdoptAgenda() {
  const room = useRoom();
  const away = useAround().away.value;
  const act = useAct();
  const agenda = agendaOf(room.meeting).value;
  const open = meetingOf(room.meeting).value?.phase === "in-session";
  const chairs = room.roles.value.some((role) => role.chairs_for !== null);
  if (room.past || !open || !chairs || agenda === null || agenda.adopted_at !== null) return null;
  const adopt = { stream: room.address.topic, verb: "adopt-agenda", body: {}, said: words.agendaAdopted };
  return (
    <>
      <ActFailed act={act} />
      <div class="button-group">
        <Button not={away ? words.form.away : null} onPress={() => void act.give([adopt])}>
          {words.adoptAgenda}
        </Button>
      </div>
    </>
  );
}
