import { useAct } from "../forms/act.ts";
import { ActFailed } from "../forms/ActFailed.tsx";
import { useAround } from "../forms/around.ts";
import { Button } from "../parts/Button.tsx";
import { words } from "../words/words.ts";
import { useRoom } from "./in-room.ts";

/** The chairs let the minutes out, as they stood when they were read. */
export function Publish() {
  const { minutes, roles, past } = useRoom();
  const away = useAround().away.value;
  const act = useAct();
  const version = minutes.version.value;
  const whole = minutes.whole.value;
  if (past || whole === null || whole.state === "published" || version === null) return null;
  if (!roles.value.some((role) => role.chairs_for !== null)) {
    return whole.state === "circulated" ? <p class="quiet">{words.minutes.chairsPublish}</p> : null;
  }
  const publish = (): void =>
    void act.give([
      { stream: minutes.topic, verb: "publish", body: {}, ifMatch: version, said: words.minutes.publishedNow },
    ]);
  return (
    <>
      <ActFailed act={act} />
      <div class="button-group">
        <Button not={away ? words.form.away : null} onPress={publish}>
          {words.minutes.publish}
        </Button>
      </div>
    </>
  );
}
