import { useEffect } from "preact/hooks";
import { Button } from "../parts/Button.tsx";
import { history } from "../words/history/words.ts";
import { useHistory } from "./history-page.ts";

const PAGE = 100;
const KEYS: Readonly<Record<string, number>> = { PageUp: PAGE, PageDown: -PAGE };

/** Over all of the record, one event a step; one pixel may be many, so buttons and days lead to one of them. */
export function Slider() {
  const { moment, heartbeat } = useHistory();
  const { position, head, entry } = moment;
  const heads = heartbeat.value?.heads;
  useEffect(() => moment.grew(Math.max(0, ...Object.values(heads ?? {}))), [heads]);
  const steer = (event: KeyboardEvent): void => {
    const by = KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    moment.slide(position.peek() + by);
  };
  // While it moves, only the number is known.
  const at = moment.shown.value === position.value ? (entry.value?.at ?? null) : null;
  return (
    <>
      <div class="slider">
        <Button onPress={() => void moment.step(-1)}>{history.moment.before}</Button>
        <input
          id="moment-slider"
          type="range"
          min={Math.min(1, position.value)}
          max={head.value}
          step={1}
          value={position.value}
          aria-label={history.moment.slider}
          aria-valuetext={history.moment.value(position.value, at)}
          aria-describedby="moment-keys"
          onInput={(event) => moment.slide(event.currentTarget.valueAsNumber)}
          onKeyDown={steer}
        />
        <Button onPress={() => void moment.step(1)}>{history.moment.after}</Button>
        <Button onPress={() => void moment.go(null)}>{history.moment.now}</Button>
      </div>
      <p class="quiet" id="moment-keys">
        {history.moment.keys}
      </p>
    </>
  );
}
