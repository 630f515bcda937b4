import { format } from "../words/format.ts";

/** An amount under its name, in a list of figures. */
export function Figure({ name, oere }: { name: string; oere: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{format.amount(oere)}</dd>
    </div>
  );
}
