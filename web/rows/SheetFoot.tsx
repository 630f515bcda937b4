import { Fold } from "../parts/Fold.tsx";
import { Foot } from "../parts/Foot.tsx";
import { proven } from "../parts/proven.ts";
import { words } from "../words/words.ts";
import { usePage } from "./page.ts";

/** Where in the record the reader is, and what that means. */
export function SheetFoot() {
  const page = usePage();
  const position = page.own.position.value;
  if (position === 0) return null;
  return (
    <Foot>
      <p>
        <strong>{words.foot.at(position)}</strong>: {proven(position, page.heartbeat.value)}.
      </p>
      <Fold summary={words.foot.what}>
        <p class="details-text">{words.foot.explain}</p>
      </Fold>
    </Foot>
  );
}
