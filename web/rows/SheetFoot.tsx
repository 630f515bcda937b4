import { Fold } from "../parts/Fold.tsx";
import { Foot } from "../parts/Foot.tsx";
import { words } from "../words/words.ts";
import { usePage } from "./page.ts";

/** Where in the record the reader is, and what that means. */
export function SheetFoot() {
  const page = usePage();
  const position = page.own.position.value;
  if (position === 0) return null;
  const { sealed, witnessed } = page.heartbeat.value ?? {};
  const proof =
    witnessed != null && witnessed >= position
      ? words.foot.witnessed
      : sealed != null && sealed >= position
        ? words.foot.sealed
        : words.foot.recorded;
  return (
    <Foot>
      <p>
        <strong>{words.foot.at(position)}</strong>: {proof}.
      </p>
      <Fold summary={words.foot.what}>
        <p class="details-text">{words.foot.explain}</p>
      </Fold>
    </Foot>
  );
}
