import sprite from "virtual:icons";

/** A drawing beside a word; it never stands for one. */
export function Icon({ name }: { name: string }) {
  return (
    <svg class="icon-svg" aria-hidden="true" focusable="false">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
