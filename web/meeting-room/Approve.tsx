import { useAct } from "../forms/act.ts";
import { ActFailed } from "../forms/ActFailed.tsx";
import { useAround } from "../forms/around.ts";
import { Alert } from "../parts/Alert.tsx";
import { Button } from "../parts/Button.tsx";
import { words } from "../words/words.ts";
import { useRoom } from "./in-room.ts";

const VOTE = "vote";

/** A member approves the very revision they have read: if it has changed since, they are told and nothing is approved. */
export function Approve() {
  const { minutes, session, roles } = useRoom();
  const away = useAround().away.value;
  const act = useAct();
  const whole = minutes.whole.value;
  const version = minutes.version.value;
  if (whole?.state !== "circulated" || !roles.value.some((role) => role.voice === VOTE)) return null;
  const person = session.value?.person.id;
  const mine = minutes.approvals().find((row) => row.person.id === person);
  if (mine !== undefined) return <Alert tone="success" heading={words.minutes.youApproved(whole.revision, mine.at)} />;
  if (version === null) return <p class="quiet">{words.minutes.notWhole}</p>;
  const body = { revision: whole.revision };
  const said = words.minutes.approvedNow(whole.revision);
  return (
    <>
      <ActFailed act={act} />
      <div class="button-group">
        <Button
          kind="primary"
          not={away ? words.form.away : null}
          onPress={() => void act.give([{ stream: minutes.topic, verb: "approve", body, ifMatch: version, said }])}
        >
          {words.minutes.approve(whole.revision)}
        </Button>
      </div>
    </>
  );
}
