import { useRoom } from "../meeting-room/in-room.ts";
import { meetingOf } from "../meeting-room/agenda.ts";
import { Button } from "../parts/Button.tsx";
import { useAround } from "../forms/around.ts";
import { words as shared } from "../words/words.ts";
import { useSteps } from "./steps.ts";

/** The one step that comes next, in the strip and therefore always in sight. */
export function NextButton() {
  const away = useAround().away.value;
  const meeting = meetingOf(useRoom().meeting).value;
  const { next } = useSteps();
  if (meeting === null || next === null) return null;
  return (
    <Button kind="primary" not={away ? shared.form.away : null} onPress={next.run}>
      {next.name}
    </Button>
  );
}
