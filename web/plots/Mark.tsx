/** A colour as a shape with a letter: nobody has to tell green from red to read it. */

import { plan } from "../words/plan/words.ts";

const HALF = 10;

export const COLOURS = ["green", "yellow", "red"] as const;

export type ColourName = (typeof COLOURS)[number];

export function isColour(word: string): word is ColourName {
  return (COLOURS as readonly string[]).includes(word);
}

interface MarkProps {
  readonly colour: ColourName;
  readonly x?: number;
  readonly y?: number;
}

/** Within a drawing, its middle at a place. */
export function Mark({ colour, x = 0, y = 0 }: MarkProps) {
  return (
    <g class={`mark mark-${colour}`} transform={`translate(${x} ${y})`}>
      <Shape colour={colour} />
      <text y={colour === "yellow" ? 7 : 3.5} text-anchor="middle">
        {plan.letters[colour]}
      </text>
    </g>
  );
}

function Shape({ colour }: { colour: ColourName }) {
  switch (colour) {
    case "green":
      return <circle r={HALF} />;
    case "yellow":
      return <path d={`M0 ${-HALF - 2}L${HALF + 3} ${HALF}H${-HALF - 3}Z`} />;
    case "red":
      return <rect x={-HALF} y={-HALF} width={2 * HALF} height={2 * HALF} />;
  }
}

/** On its own in a line of text, with its word. */
export function Colour({ colour }: { colour: string | null }) {
  if (colour === null || !isColour(colour)) return <span class="quiet">{plan.noColour}</span>;
  return (
    <span class="colour">
      <svg class="colour-mark" viewBox="-14 -14 28 28" width="24" height="24" aria-hidden="true" focusable="false">
        <Mark colour={colour} />
      </svg>
      {plan.colours[colour]}
    </span>
  );
}
