import { useLayoutEffect, useRef } from "preact/hooks";
import { capital } from "../words/format.ts";
import { hand as words } from "../words/hand/words.ts";
import { calledBy } from "./hands.ts";
import { useThere } from "./there.ts";

/** Who asks for the floor, the first first. Whoever gives it takes hands down. */
export function RaisedHands() {
  const { hands, online } = useThere();
  const up = online.hands.value;
  const list = useRef<HTMLOListElement>(null);
  const lowered = useRef(false);
  // With the line goes the button that was pressed; the focus goes on to the next, and not to nowhere.
  useLayoutEffect(() => {
    if (!lowered.current || document.activeElement !== document.body) return;
    lowered.current = false;
    (list.current?.querySelector("button") ?? document.getElementById("main-content"))?.focus();
  }, [up]);
  const lower = (person: string): void => {
    lowered.current = true;
    hands.lower(person);
  };
  if (up.length === 0 || !hands.may) return null;
  return (
    <section class="hands" aria-labelledby="hands-heading">
      <h2 class="online-heading" id="hands-heading">
        {words.up(up.length)}
      </h2>
      <ol ref={list}>
        {up.map((each) => (
          <li key={each.person.id}>
            {capital(calledBy(each))}
            {hands.givesTheFloor.value && (
              <button
                type="button"
                class="function-link"
                aria-label={words.lowerOf(calledBy(each))}
                onClick={() => lower(each.person.id)}
              >
                {words.lowerShort}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
